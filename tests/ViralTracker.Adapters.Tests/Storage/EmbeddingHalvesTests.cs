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

/// <summary>A request for embeddings that takes the provider too long, on a real ledger.</summary>
public sealed class EmbeddingHalvesTests : IDisposable
{
    private const int Posts = 7;
    private readonly TemporaryFolder _folder = new();

    [Fact]
    public async Task Request_that_takes_too_long_goes_again_in_halves()
    {
        var sizes = await EmbedAsync(size => size > 2 ? new ModelCallException(CallOutcome.Timeout, "no answer") { MayHaveBeenBilled = true } : null);

        Assert.Equal([8, 4, 2, 2, 4, 2, 2], sizes);
    }

    public void Dispose() => _folder.Dispose();

    /// <summary>The sizes of the requests in which seven posts and their topic were embedded.</summary>
    private async Task<IReadOnlyList<int>> EmbedAsync(Func<int, ModelCallException?> refuse)
    {
        var ct = TestContext.Current.CancellationToken;
        await using var store = await SqliteDatabase.OpenAsync(Path.Combine(_folder.Path, "vt.db"), ct);
        var now = TimeProvider.System.GetUtcNow();
        using var generator = new Generator(refuse);
        var relevance = new ModelRelevance(
            new ProjectConfig { Slug = "p", Path = "", Taxonomy = [new Topic { Label = "one", Description = "a topic" }] },
            new EmbeddingSetup
            {
                Model = new EmbeddingModel(generator, new QuotaKey("gemini", "k", "gemini-embedding-2"), new BookPricing(PriceBook.Default), QuotaLimits.None, new BudgetLimits(null, null, null), 100),
                ProjectId = "p",
                RunId = await store.Runs.BeginAsync(new NewRun("p", "a", "score", "{}", "host/1/1", now, now), ct),
                Store = store.Embeddings,
                Ledger = store.Ledger,
                Notes = store.Notes,
                Observer = new Observers(),
                Budgets = new BudgetWatch(new BudgetLimits(), []),
                Clock = new RunClock(TimeProvider.System),
                Random = new Random(1),
                Owner = "host/1/1",
                OwnerIsGone = _ => false,
                BudgetZone = TimeZoneInfo.Utc,
            });
        var posts = Enumerable.Range(0, Posts).Select(i => $"Post number {i} of seven").Select((text, i) => new EmbeddedPost(
            new StoredPost(i, new Post { Key = new("x", $"{i}"), Author = new(), Text = text, PostedAt = now }, now), text, TopicRelevance.Unknown));

        Assert.Equal(Posts, (await relevance.OfAsync([.. posts], ct)).Count(topic => topic.Topic == "one"));
        return generator.Sizes;
    }

    private sealed class Generator(Func<int, ModelCallException?> refuse) : IEmbeddingGenerator<string, Embedding<float>>
    {
        public List<int> Sizes { get; } = [];

        public Task<GeneratedEmbeddings<Embedding<float>>> GenerateAsync(IEnumerable<string> values, EmbeddingGenerationOptions? options = null, CancellationToken cancellationToken = default)
        {
            var texts = values.ToArray();
            Sizes.Add(texts.Length);
            return refuse(texts.Length) is { } failure
                ? throw failure
                : Task.FromResult(new GeneratedEmbeddings<Embedding<float>>(texts.Select(_ => new Embedding<float>(new float[] { 1, 0 }))));
        }

        public object? GetService(Type serviceType, object? serviceKey = null) => null;

        public void Dispose()
        {
        }
    }
}
