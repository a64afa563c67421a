using ViralTracker.Core.Drafting;
using ViralTracker.Core.Projects;
using ViralTracker.Pipeline.Ports;
using ViralTracker.Pipeline.Runs;

namespace ViralTracker.Pipeline.Drafting;

/// <summary>What a run hands the engine; everything that touches the world comes in here.</summary>
public sealed record DraftSetup
{
    public required ProjectConfig Project { get; init; }
    public required DraftModel Model { get; init; }
    public required DraftOptions Options { get; init; }
    public required ILedger Ledger { get; init; }
    public required ILeaseStore Leases { get; init; }
    public required IPostStore Posts { get; init; }
    public required IRunStore Runs { get; init; }
    public required IModelNotes Notes { get; init; }
    public required IAnswerCache Answers { get; init; }
    public required DraftCheck Check { get; init; }

    /// <summary>Chooses the person's own replies shown beside each post; null: there are none.</summary>
    public NearestReplies? Replies { get; init; }
    public required IDraftObserver Observer { get; init; }

    /// <summary>The run's, which saw its embeddings too.</summary>
    public required BudgetWatch Budgets { get; init; }
    public required RunClock Clock { get; init; }
    public required Random Random { get; init; }

    /// <summary>Host, process id and process start.</summary>
    public required string Owner { get; init; }

    /// <summary>Whether the process of that name has ended.</summary>
    public required Func<string, bool> OwnerIsGone { get; init; }
    public required TimeZoneInfo BudgetZone { get; init; }

    /// <summary>Take answers that were paid for before; false asks anew.</summary>
    public bool UseCache { get; init; } = true;
}
