namespace ViralTracker.Pipeline.Ports;

public enum RunOutcome
{
    Running,
    Done,
    Failures,
    Budget,
    Refused,
    Interrupted,
    Crashed,
}

/// <param name="AccountId">The account that the project posts as from now on.</param>
/// <param name="ArgumentsJson">The options that decided the run; no secrets.</param>
public sealed record NewRun(string ProjectId, string AccountId, string Command, string ArgumentsJson, string Owner, DateTimeOffset StartedAt, DateTimeOffset AsOf);

/// <param name="CountsJson">The run's counts as shown to the person.</param>
/// <param name="ArgumentsJson">The options that decided the run.</param>
public sealed record RunRecord(
    long RunId, string ProjectId, string Command, DateTimeOffset StartedAt, DateTimeOffset? FinishedAt, RunOutcome Outcome, string? CountsJson, DateTimeOffset AsOf, string ArgumentsJson)
{
    /// <summary>When a run that is running sent its last call, or began where it sent none; null for others.</summary>
    public DateTimeOffset? LastSign { get; init; }
}

/// <summary>A post that a run drafted, or settled for good without a draft.</summary>
/// <param name="Question">Names what was asked; null where that was not kept.</param>
public sealed record SettledPost(long PostId, long RunId, string? Question);

public interface IRunStore
{
    Task<long> BeginAsync(NewRun run, CancellationToken ct);

    Task FinishAsync(long runId, RunOutcome outcome, string countsJson, DateTimeOffset at, CancellationToken ct);

    /// <summary>
    /// Turns running runs that nobody does any more into crashed; returns how many. These are the runs of owners that are gone, and, as of
    /// some owners nobody here can tell, all without a live lease that began, and sent their last call, more than 15 minutes ago, but those of
    /// owners that are known to live.
    /// </summary>
    Task<int> AbandonAsync(Func<string, bool> ownerIsGone, Func<string, bool> ownerLives, DateTimeOffset at, CancellationToken ct);

    Task<IReadOnlyList<RunRecord>> LatestAsync(string? projectId, int count, CancellationToken ct);

    /// <summary>A project's runs of one command that began since a moment, newest first.</summary>
    Task<IReadOnlyList<RunRecord>> SinceAsync(string projectId, string command, DateTimeOffset since, CancellationToken ct);

    /// <summary>What these runs settled; a post may come several times.</summary>
    Task<IReadOnlyList<SettledPost>> SettledAsync(IReadOnlyCollection<long> runIds, CancellationToken ct);
}
