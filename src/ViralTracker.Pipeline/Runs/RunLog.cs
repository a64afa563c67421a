using System.Globalization;
using Microsoft.Extensions.Logging;
using ViralTracker.Core.Spending;
using ViralTracker.Pipeline.Drafting;
using ViralTracker.Pipeline.Finding;
using ViralTracker.Pipeline.Ports;

namespace ViralTracker.Pipeline.Runs;

/// <summary>The run's structured events: one for each stage and each provider call. No key, and no post text.</summary>
public sealed partial class RunLog(ILogger logger, string project, long runId) : IDraftObserver
{
    public void On(DraftEvent happened)
    {
        switch (happened)
        {
            case DraftEvent.Planned planned:
                Planned(project, runId, planned.Posts, planned.Choice.Size, planned.Choice.Requests, planned.Choice.Reason);
                break;
            case DraftEvent.Waiting waiting:
                Waiting(project, runId, waiting.Until?.ToString("O", CultureInfo.InvariantCulture) ?? "they end", waiting.Reason);
                break;
            case DraftEvent.Answered { Settlement: var s } answered:
                var usage = s.Usage ?? default;
                Called(
                    s.Outcome is CallOutcome.Ok or CallOutcome.Partial ? LogLevel.Information : LogLevel.Warning,
                    project, runId, answered.CallId, answered.Key.Provider, answered.Key.Model, s.ModelVersion, answered.Posts, answered.Attempt,
                    s.QuotaWait.TotalMilliseconds, s.Latency.TotalMilliseconds, usage.Prompt, usage.Cached, usage.Output, usage.Thoughts,
                    (s.Cost ?? NanoUsd.Zero).Value, s.State, s.Outcome, s.FinishReason, s.HttpStatus, s.Error);
                break;
            case DraftEvent.BudgetAlert { Exhausted: true } alert:
                BudgetExhausted(project, runId, alert.Budget, alert.Spent.Value, alert.Limit.Value);
                break;
            case DraftEvent.BudgetAlert alert:
                BudgetReached(project, runId, alert.Budget, alert.Share, alert.Spent.Value, alert.Limit.Value);
                break;
            case DraftEvent.PostDone done:
                PostDone(project, runId, done.PostId, done.End, done.Offered, done.Rejected);
                break;
        }
    }

    public void Started(string command, DateTimeOffset asOf) => RunStarted(project, runId, command, asOf);

    public void Stage(StageTime stage) => StageDone(project, runId, stage.Stage, stage.Count, stage.Duration.TotalMilliseconds);

    public void Finished(RunOutcome outcome, TimeSpan duration) => RunFinished(project, runId, outcome, duration.TotalMilliseconds);

    [LoggerMessage(100, LogLevel.Information, "Run {RunId} of {Project}: {Command} as of {AsOf:O}")]
    private partial void RunStarted(string project, long runId, string command, DateTimeOffset asOf);

    [LoggerMessage(101, LogLevel.Information, "Run {RunId} of {Project}: stage {Stage} handled {Count} posts in {DurationMs:F1} ms")]
    private partial void StageDone(string project, long runId, string stage, int count, double durationMs);

    [LoggerMessage(102, LogLevel.Information, "Run {RunId} of {Project}: {Posts} posts, {PackSize} a request, {Requests} requests planned: {Reason}")]
    private partial void Planned(string project, long runId, int posts, int packSize, int requests, string reason);

    [LoggerMessage(103, LogLevel.Information, "Run {RunId} of {Project}: waiting until {Until} {Reason}")]
    private partial void Waiting(string project, long runId, string until, string reason);

    [LoggerMessage(EventId = 104, Message = "Run {RunId} of {Project}: call {CallId} to {Provider} {Model} ({ModelVersion}), {Posts} posts, attempt {Attempt}: waited {QuotaWaitMs:F0} ms, took {LatencyMs:F0} ms, tokens {PromptTokens}/{CachedTokens}/{OutputTokens}/{ThoughtTokens}, {CostNanoUsd} nano-dollars, {State}, {Outcome}, {FinishReason} {HttpStatus} {Error}")]
    private partial void Called(
        LogLevel level, string project, long runId, long callId, string provider, string model, string? modelVersion, int posts, int attempt,
        double quotaWaitMs, double latencyMs, long promptTokens, long cachedTokens, long outputTokens, long thoughtTokens,
        long costNanoUsd, CallState state, CallOutcome outcome, string? finishReason, int? httpStatus, string? error);

    [LoggerMessage(108, LogLevel.Warning, "Run {RunId} of {Project}: the budget of the {Budget} reached {Share:P0}, {SpentNanoUsd} of {LimitNanoUsd} nano-dollars")]
    private partial void BudgetReached(string project, long runId, string budget, double share, long spentNanoUsd, long limitNanoUsd);

    [LoggerMessage(109, LogLevel.Warning, "Run {RunId} of {Project}: the next request does not fit the budget of the {Budget}, {SpentNanoUsd} of {LimitNanoUsd} nano-dollars spent")]
    private partial void BudgetExhausted(string project, long runId, string budget, long spentNanoUsd, long limitNanoUsd);

    [LoggerMessage(105, LogLevel.Debug, "Run {RunId} of {Project}: post {PostId} {End}, {Offered} drafts offered, {Rejected} rejected")]
    private partial void PostDone(string project, long runId, long postId, PostEnd end, int offered, int rejected);

    [LoggerMessage(106, LogLevel.Information, "Run {RunId} of {Project}: {Outcome} after {DurationMs:F0} ms")]
    private partial void RunFinished(string project, long runId, RunOutcome outcome, double durationMs);
}
