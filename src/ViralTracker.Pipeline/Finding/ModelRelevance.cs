using System.Text.RegularExpressions;
using Microsoft.Extensions.AI;
using ViralTracker.Core.Drafting;
using ViralTracker.Core.Posts;
using ViralTracker.Core.Projects;
using ViralTracker.Core.Quotas;
using ViralTracker.Core.Scoring;
using ViralTracker.Core.Spending;
using ViralTracker.Core.Texts;
using ViralTracker.Pipeline.Drafting;
using ViralTracker.Pipeline.Models;
using ViralTracker.Pipeline.Ports;
using ViralTracker.Pipeline.Runs;

namespace ViralTracker.Pipeline.Finding;

/// <summary>An embedding model of a provider, and what its calls may take.</summary>
public sealed record EmbeddingModel(
    IEmbeddingGenerator<string, Embedding<float>> Generator, QuotaKey Key, IPricing Pricing, QuotaLimits Limits, BudgetLimits Budget, int TextsPerRequest);

/// <summary>
/// Relevance by a provider's embeddings: the best cosine to a topic, or with classic scoring the reference's formula; kept within
/// 0..1. Each text is paid once per model: vectors come from the store first, and every request is a call in the ledger, under quota and budget.
/// </summary>
public sealed partial class ModelRelevance(
    ProjectConfig project, EmbeddingModel model, IEmbeddingStore store, ILedger ledger, RunClock clock, long runId, string owner, TimeZoneInfo budgetZone) : IRelevance
{
    /// <summary>The reference embedded a topic as its description and first three exemplars.</summary>
    private const int ExemplarsOfTopic = 3;

    /// <summary>Another process may settle its calls without a sign to this one.</summary>
    private static readonly TimeSpan Soon = TimeSpan.FromMilliseconds(200);

    private readonly LedgerView _view = new();

    public string Model => model.Key.Model;

    public async Task<IReadOnlyList<TopicRelevance>> OfAsync(IReadOnlyList<EmbeddedPost> posts, CancellationToken ct)
    {
        var topicTexts = project.Taxonomy.Select(TextOf).ToArray();
        var postTexts = posts.Select(post => WithoutAddresses(post.Own)).ToArray();
        var texts = topicTexts.Concat(postTexts).Where(text => text.Length > 0).DistinctBy(TextKey.Of).ToDictionary(TextKey.Of);
        var known = new Dictionary<TextKey, float[]>(await store.GetAsync(Model, texts.Keys, ct));
        foreach (var batch in texts.Where(text => !known.ContainsKey(text.Key)).Chunk(model.TextsPerRequest))
            foreach (var (key, vector) in await EmbedAsync(batch, ct))
                known[key] = vector;
        var topics = project.Taxonomy.Zip(topicTexts, (topic, text) => new TopicVector<float>(topic.Label, known[TextKey.Of(text)])).ToArray();
        return [.. postTexts.Select(text => text.Length > 0 && known.TryGetValue(TextKey.Of(text), out var vector) ? Of(vector, topics) : TopicRelevance.Unknown)];
    }

    private TopicRelevance Of(float[] vector, TopicVector<float>[] topics)
    {
        var relevance = Classic.Relevance<float>(vector, topics);
        // The lead over the second best would count a further topic of the same kind against the post.
        return relevance with { Relevance = Math.Clamp(project.Scoring == PostScorer.Classic ? relevance.Relevance : relevance.Match, 0, 1) };
    }

    /// <summary>Links and handles say nothing about the subject.</summary>
    private static string WithoutAddresses(string text) => Addresses().Replace(text, " ").Trim();

    [GeneratedRegex(@"https?://\S+|(?<!\w)@\w+", RegexOptions.CultureInvariant)]
    private static partial Regex Addresses();

    private static string TextOf(Topic topic) => string.Join('\n', topic.Exemplars.Take(ExemplarsOfTopic).Prepend(topic.Description).Prepend(topic.Label));

    private async Task<IReadOnlyList<KeyValuePair<TextKey, float[]>>> EmbedAsync(KeyValuePair<TextKey, string>[] batch, CancellationToken ct)
    {
        for (var attempt = 1; ; attempt++)
        {
            try
            {
                return await TryEmbedAsync(batch, attempt, ct);
            }
            catch (ModelCallException failure) when (attempt < RetryPolicy.MaxTries && MayPass(failure.Outcome))
            {
                await Task.Delay(failure.RetryAfter ?? RetryPolicy.Delay(attempt, jitter: 1), clock.Time, ct);
            }
        }
    }

    private static bool MayPass(CallOutcome outcome) =>
        outcome is CallOutcome.RateLimited or CallOutcome.ServerError or CallOutcome.Timeout or CallOutcome.Network or CallOutcome.Unparsable;

    private async Task<IReadOnlyList<KeyValuePair<TextKey, float[]>>> TryEmbedAsync(KeyValuePair<TextKey, string>[] batch, int attempt, CancellationToken ct)
    {
        var tokens = batch.Sum(text => TokenEstimate.UpperBound(text.Value));
        var callId = await ReserveAsync(batch, attempt, tokens, ct);
        var started = clock.Time.GetTimestamp();
        try
        {
            var answer = await model.Generator.GenerateAsync(batch.Select(text => text.Value), null, ct);
            var vectors = batch.Select((text, i) => KeyValuePair.Create(text.Key, answer[i].Vector.ToArray())).ToArray();
            await store.PutAsync(Model, vectors, CancellationToken.None);
            // Where the service does not count, the reserved tokens are what it can have been at most.
            var usage = new TokenUsage(answer.Usage?.InputTokenCount is > 0 and var counted ? counted : tokens, 0, 0, 0, 0);
            await SettleAsync(callId, CallState.Settled, CallOutcome.Ok, started, usage);
            return vectors;
        }
        catch (ModelCallException failure)
        {
            await SettleAsync(callId, failure.MayHaveBeenBilled ? CallState.Unknown : CallState.Refused, failure.Outcome, started, null, failure);
            throw;
        }
        catch (OperationCanceledException)
        {
            await SettleAsync(callId, CallState.Unknown, CallOutcome.Cancelled, started, null);
            throw;
        }
    }

    private async Task<long> ReserveAsync(KeyValuePair<TextKey, string>[] batch, int attempt, long tokens, CancellationToken ct)
    {
        while (true)
        {
            var now = clock.Now;
            var cost = model.Pricing.WorstCase(Model, tokens, 0, now);
            var call = new NewCall
            {
                RunId = runId,
                ProjectId = project.Slug,
                Key = model.Key,
                Purpose = CallPurpose.Embed,
                Attempt = attempt,
                Reserved = cost,
                ReservedTokens = tokens,
                PostIds = [],
                PromptHash = ShortHash.Of(string.Concat(batch.Select(text => $"{text.Key.High:x16}{text.Key.Low:x16}"))),
                Owner = owner,
            };
            var reservation = await ledger.ReserveAsync(
                call, QuotaQuestion.Of(model.Key, project.Slug, runId, model.Limits, model.Budget, budgetZone, now, _view),
                (usage, at) => QuotaDecider.Decide(model.Limits, model.Budget, _view.Of(usage, model.Limits.Window, at, clock.Elapsed), cost, tokens, at), () => clock.Now, ct);
            switch (reservation.Decision)
            {
                case ReserveDecision.WaitFor wait:
                    await Task.Delay(wait.Until - now, clock.Time, ct);
                    break;
                case ReserveDecision.Exhausted { MayFreeUp: true }:
                    await Task.Delay(Soon, clock.Time, ct);
                    break;
                case ReserveDecision.Exhausted exhausted:
                    throw new EmbeddingStoppedException(exhausted.Limit);
                default:
                    return reservation.CallId!.Value;
            }
        }
    }

    private Task<AnswerSaved> SettleAsync(long callId, CallState state, CallOutcome outcome, long started, TokenUsage? usage, ModelCallException? failure = null) =>
        ledger.SaveAnswerAsync(
            new AnswerToSave
            {
                ProjectId = project.Slug,
                RunId = runId,
                Settlement = new CallSettlement
                {
                    CallId = callId,
                    State = state,
                    Outcome = outcome,
                    Usage = usage,
                    Cost = usage is { } used ? model.Pricing.Cost(Model, used, clock.Now) : null,
                    ModelVersion = state == CallState.Settled ? Model : null,
                    HttpStatus = failure?.HttpStatus,
                    Error = failure?.Message,
                    AnsweredAt = clock.Now,
                    Latency = clock.Time.GetElapsedTime(started),
                },
            }, CancellationToken.None);
}

/// <summary>A budget or the daily quota ended before every text was embedded; those embedded are kept.</summary>
public sealed class EmbeddingStoppedException(ExhaustedLimit limit) : Exception($"stopped by {limit} while embedding")
{
    public ExhaustedLimit Limit { get; } = limit;
}
