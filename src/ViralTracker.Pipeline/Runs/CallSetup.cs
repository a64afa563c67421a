using ViralTracker.Pipeline.Drafting;
using ViralTracker.Pipeline.Ports;

namespace ViralTracker.Pipeline.Runs;

/// <summary>What a run's calls to providers have in common, those for embeddings and those for drafts.</summary>
public sealed record CallSetup
{
    public required string ProjectId { get; init; }
    public required long RunId { get; init; }

    /// <summary>The moment as of which the run looks at posts; calls are made by the <see cref="Clock"/>.</summary>
    public required DateTimeOffset AsOf { get; init; }
    public required ILedger Ledger { get; init; }
    public required IModelNotes Notes { get; init; }

    /// <summary>Sees every call of the run, so that each alert is given once.</summary>
    public required BudgetWatch Budgets { get; init; }
    public required RunClock Clock { get; init; }
    public required Random Random { private get; init; }

    /// <summary>Host, process id and process start.</summary>
    public required string Owner { get; init; }

    /// <summary>Whether the process of that name has ended.</summary>
    public required Func<string, bool> OwnerIsGone { get; init; }
    public required TimeZoneInfo BudgetZone { get; init; }

    /// <summary>0..1, to part the tries of calls that failed together. Thread-safe, as <see cref="System.Random"/> with a seed is not.</summary>
    public double Jitter()
    {
        lock (Random) return Random.NextDouble();
    }
}
