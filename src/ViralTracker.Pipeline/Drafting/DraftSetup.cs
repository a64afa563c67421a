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
    public required CallSetup Calls { get; init; }
    public required ILeaseStore Leases { get; init; }
    public required IPostStore Posts { get; init; }
    public required IRunStore Runs { get; init; }
    public required IAnswerCache Answers { get; init; }
    public required DraftCheck Check { get; init; }

    /// <summary>Chooses the person's own replies shown beside each post; null: there are none.</summary>
    public NearestReplies? Replies { get; init; }
    public required IDraftObserver Observer { get; init; }

    /// <summary>Take answers that were paid for before; false asks anew.</summary>
    public bool UseCache { get; init; } = true;
}
