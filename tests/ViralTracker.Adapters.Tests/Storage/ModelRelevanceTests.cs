using System.Collections.Immutable;
using Microsoft.Extensions.AI;
using ViralTracker.Adapters.Storage.Sqlite;
using ViralTracker.Core.Posts;
using ViralTracker.Core.Projects;
using ViralTracker.Core.Quotas;
using ViralTracker.Core.Scoring;
using ViralTracker.Core.Spending;
using ViralTracker.Pipeline.Drafting;
using ViralTracker.Pipeline.Finding;
using ViralTracker.Pipeline.Models;
using ViralTracker.Pipeline.Ports;
using ViralTracker.Pipeline.Runs;
using Xunit;

namespace ViralTracker.Adapters.Tests.Storage;

/// <summary>Relevance by a provider's embeddings, on a real ledger.</summary>
public sealed class ModelRelevanceTests : IDisposable
{
    private static readonly Topic One = new() { Label = "one", Description = "a topic" };
    private static readonly QuotaKey Embedder = new("gemini", "k", "gemini-embedding-2");
    private readonly TemporaryFolder _folder = new();

    [Fact]
    public async Task Request_that_takes_too_long_goes_again_in_halves()
    {
        using var generator = new Generator(size => size > 2 ? new ModelCallException(CallOutcome.Timeout, "no answer") { MayHaveBeenBilled = true } : null);

        var found = await OfAsync(generator, [One], [.. Enumerable.Range(0, 7).Select(i => $"Post number {i} of seven")]);

        Assert.Equal(7, found.Count(topic => topic.Topic == "one"));
        Assert.Equal([8, 4, 2, 2, 4, 2, 2], generator.Sizes);
    }

    [Theory]
    [InlineData("")]
    [InlineData("@ada https://t.co/abc")]
    public async Task Post_without_words_is_on_no_topic(string text)
    {
        using var generator = new Generator();
        var (none, some) = await OfAsync(generator, [One], [text, "Words"]) is [var first, var second] ? (first, second) : default;

        Assert.Equal((0, 1), (none.Relevance, some.Relevance));
        Assert.Equal((0, 1), (OnTopic(none), OnTopic(some)));
    }

    [Theory]
    [InlineData("")]
    [InlineData("Words")]
    public async Task Project_without_topics_knows_no_relevance(string text)
    {
        using var generator = new Generator();
        var found = Assert.Single(await OfAsync(generator, [], [text]));

        Assert.Equal((TopicRelevance.Unknown, 0), (found, OnTopic(found)));
    }

    /// <summary>Its process may live where nobody can see it, or be gone.</summary>
    [Fact]
    public async Task Call_of_another_run_that_never_ends_is_waited_for_a_while_only()
    {
        var ct = TestContext.Current.CancellationToken;
        var (time, began) = (new HurriedTime(), TimeProvider.System.GetUtcNow());
        await using (var store = await SqliteDatabase.OpenAsync(Path.Combine(_folder.Path, "vt.db"), ct))
        {
            var run = await store.Runs.BeginAsync(new NewRun("p", "a", "score", "{}", "elsewhere/1/1", began, began), ct);
            var lost = new NewCall
            {
                RunId = run,
                ProjectId = "p",
                Key = Embedder with { KeyFingerprint = "other" },
                Purpose = CallPurpose.Embed,
                Attempt = 1,
                Reserved = NanoUsd.Zero,
                ReservedTokens = 1,
                PostIds = [],
                PromptHash = "x",
                Owner = "elsewhere/1/1",
            };
            await store.Ledger.ReserveAsync(lost, new UsageQuestion { Key = Embedder }, (_, _) => ReserveDecision.Yes, () => began, ct);
        }
        using var generator = new Generator();

        await OfAsync(generator, [One], [.. Enumerable.Range(0, 150).Select(i => $"Post number {i}")], time);

        Assert.Equal([100, 51], generator.Sizes);
        Assert.InRange(time.Passed, TimeSpan.FromSeconds(90), TimeSpan.FromSeconds(92));
    }

    private static double OnTopic(TopicRelevance relevance) => new CalibratedScorer(new ProjectConfig { Slug = "p", Path = "" }).OnTopic(relevance);

    public void Dispose() => _folder.Dispose();

    private async Task<IReadOnlyList<TopicRelevance>> OfAsync(Generator generator, ImmutableArray<Topic> topics, string[] texts, TimeProvider? time = null)
    {
        var ct = TestContext.Current.CancellationToken;
        await using var store = await SqliteDatabase.OpenAsync(Path.Combine(_folder.Path, "vt.db"), ct);
        var now = TimeProvider.System.GetUtcNow();
        var relevance = new ModelRelevance(
            new ProjectConfig { Slug = "p", Path = "", Taxonomy = topics },
            new EmbeddingSetup(
                new EmbeddingModel(generator, Embedder, new BookPricing(PriceBook.Default), QuotaLimits.None, new BudgetLimits(null, null, null), 100),
                store.Embeddings, new Observers(), new CallSetup
                {
                    ProjectId = "p",
                    RunId = await store.Runs.BeginAsync(new NewRun("p", "a", "score", "{}", "host/1/1", now, now), ct),
                    AsOf = now,
                    Ledger = store.Ledger,
                    Notes = store.Notes,
                    Budgets = new BudgetWatch(new BudgetLimits(), []),
                    Clock = new RunClock(time ?? TimeProvider.System),
                    Random = new Random(1),
                    Owner = "host/1/1",
                    OwnerIsGone = _ => false,
                    BudgetZone = TimeZoneInfo.Utc,
                }));
        var posts = texts.Select((text, i) => new EmbeddedPost(
            new StoredPost(i, new Post { Key = new("x", $"{i}"), Author = new(), Text = text, PostedAt = now }, now), text, TopicRelevance.Unknown));

        return await relevance.OfAsync([.. posts], ct);
    }

    /// <summary>Waits are over at once.</summary>
    private sealed class HurriedTime : TimeProvider
    {
        private long _ticks;

        public TimeSpan Passed => TimeSpan.FromTicks(_ticks);

        public override long TimestampFrequency => TimeSpan.TicksPerSecond;

        public override long GetTimestamp() => _ticks;

        public override ITimer CreateTimer(TimerCallback callback, object? state, TimeSpan dueTime, TimeSpan period)
        {
            if (dueTime > TimeSpan.Zero) _ticks += dueTime.Ticks;
            return System.CreateTimer(callback, state, dueTime > TimeSpan.Zero ? TimeSpan.Zero : dueTime, period);
        }
    }

    private sealed class Generator(Func<int, ModelCallException?>? refuse = null) : IEmbeddingGenerator<string, Embedding<float>>
    {
        public List<int> Sizes { get; } = [];

        public Task<GeneratedEmbeddings<Embedding<float>>> GenerateAsync(IEnumerable<string> values, EmbeddingGenerationOptions? options = null, CancellationToken cancellationToken = default)
        {
            var texts = values.ToArray();
            Sizes.Add(texts.Length);
            return refuse?.Invoke(texts.Length) is { } failure
                ? throw failure
                : Task.FromResult(new GeneratedEmbeddings<Embedding<float>>(texts.Select(_ => new Embedding<float>(new float[] { 1, 0 }))));
        }

        public object? GetService(Type serviceType, object? serviceKey = null) => null;

        public void Dispose()
        {
        }
    }
}
