using Microsoft.Extensions.AI;
using ViralTracker.Core.Drafting;
using ViralTracker.Core.Posts;
using ViralTracker.Core.Projects;
using ViralTracker.Core.Quotas;
using ViralTracker.Core.Scoring;
using ViralTracker.Core.Spending;
using ViralTracker.Pipeline.Drafting;
using ViralTracker.Pipeline.Models;
using ViralTracker.Pipeline.Ports;
using ViralTracker.Pipeline.Runs;

namespace ViralTracker.Pipeline.Finding;

/// <summary>An embedding model of a provider, and what its calls may take.</summary>
public sealed record EmbeddingModel(
    IEmbeddingGenerator<string, Embedding<float>> Generator, QuotaKey Key, IPricing Pricing, QuotaLimits Limits, BudgetLimits Budget, int TextsPerRequest);

/// <summary>
/// Relevance by a provider's embeddings: the reference's cosine formula, kept within 0..1. Each text is paid once per model: vectors
/// come from the store first, and every request is a call in the ledger, under quota and budget.
/// </summary>
public sealed class ModelRelevance(
    ProjectConfig project, EmbeddingModel model, IEmbeddingStore store, ILedger ledger, RunClock clock, long runId, string owner, TimeZoneInfo budgetZone) : IRelevance
{
    /// <summary>The reference embedded a topic as its description and first three exemplars.</summary>
    private const int ExemplarsOfTopic = 3;

    public string Model => model.Key.Model;

    public async Task<IReadOnlyList<TopicRelevance>> OfAsync(IReadOnlyList<EmbeddedPost> posts, CancellationToken ct)
    {
        var topicTexts = project.Taxonomy.Select(TextOf).ToArray();
        var texts = topicTexts.Concat(posts.Select(post => post.Own)).Where(text => text.Length > 0).DistinctBy(TextKey.Of).ToDictionary(TextKey.Of);
        var known = new Dictionary<TextKey, float[]>(await store.GetAsync(Model, texts.Keys, ct).ConfigureAwait(false));
        foreach (var batch in texts.Where(text => !known.ContainsKey(text.Key)).Chunk(model.TextsPerRequest))
            foreach (var (key, vector) in await EmbedAsync(batch, ct).ConfigureAwait(false))
                known[key] = vector;
        var topics = project.Taxonomy.Zip(topicTexts, (topic, text) => new TopicVector<float>(topic.Label, known[TextKey.Of(text)])).ToArray();
        return [.. posts.Select(post => known.TryGetValue(TextKey.Of(post.Own), out var vector) ? Of(vector, topics) : TopicRelevance.Unknown)];
    }

    private static TopicRelevance Of(float[] vector, TopicVector<float>[] topics)
    {
        var relevance = Classic.Relevance<float>(vector, topics);
        return relevance with { Relevance = Math.Clamp(relevance.Relevance, 0, 1) };
    }

    private static string TextOf(Topic topic) => string.Join('\n', topic.Exemplars.Take(ExemplarsOfTopic).Prepend(topic.Description).Prepend(topic.Label));

    private async Task<IReadOnlyList<KeyValuePair<TextKey, float[]>>> EmbedAsync(KeyValuePair<TextKey, string>[] batch, CancellationToken ct)
    {
        var tokens = batch.Sum(text => TokenEstimate.UpperBound(text.Value));
        var callId = await ReserveAsync(batch, tokens, ct).ConfigureAwait(false);
        var started = clock.Time.GetTimestamp();
        try
        {
            var answer = await model.Generator.GenerateAsync(batch.Select(text => text.Value), null, ct).ConfigureAwait(false);
            var vectors = batch.Select((text, i) => KeyValuePair.Create(text.Key, answer[i].Vector.ToArray())).ToArray();
            await store.PutAsync(Model, vectors, CancellationToken.None).ConfigureAwait(false);
            // Where the service does not count, the reserved tokens are what it can have been at most.
            var usage = new TokenUsage(answer.Usage?.InputTokenCount is > 0 and var counted ? counted : tokens, 0, 0, 0, 0);
            await SettleAsync(callId, CallState.Settled, CallOutcome.Ok, started, usage).ConfigureAwait(false);
            return vectors;
        }
        catch (ModelCallException failure)
        {
            await SettleAsync(callId, failure.MayHaveBeenBilled ? CallState.Unknown : CallState.Refused, failure.Outcome, started, null, failure).ConfigureAwait(false);
            throw;
        }
        catch (OperationCanceledException)
        {
            await SettleAsync(callId, CallState.Unknown, CallOutcome.Cancelled, started, null).ConfigureAwait(false);
            throw;
        }
    }

    private async Task<long> ReserveAsync(KeyValuePair<TextKey, string>[] batch, long tokens, CancellationToken ct)
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
                Attempt = 1,
                Reserved = cost,
                ReservedTokens = tokens,
                PostIds = [],
                PromptHash = DraftPrompt.Hash(string.Concat(batch.Select(text => $"{text.Key.High:x16}{text.Key.Low:x16}"))),
                Owner = owner,
            };
            var reservation = await ledger.ReserveAsync(
                call, QuotaQuestion.Of(model.Key, project.Slug, runId, model.Limits, model.Budget, budgetZone, now),
                (usage, at) => QuotaDecider.Decide(model.Limits, model.Budget, usage, cost, tokens, at), () => clock.Now, ct).ConfigureAwait(false);
            switch (reservation.Decision)
            {
                case ReserveDecision.WaitFor wait:
                    await Task.Delay(wait.Until - now, clock.Time, ct).ConfigureAwait(false);
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
