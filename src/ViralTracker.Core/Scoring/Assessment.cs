using ViralTracker.Core.Gating;

namespace ViralTracker.Core.Scoring;

/// <summary>What a run decided about one post: a score or a skip. Append-only, keyed by (project, post).</summary>
public sealed record Assessment
{
    public required string ProjectId { get; init; }
    public required long PostId { get; init; }
    public required long RunId { get; init; }

    /// <summary>Scorer and version, such as <c>classic-1</c>.</summary>
    public required string Scorer { get; init; }

    /// <summary>Hash of what in the configuration decides scores; of a skip while drafting, of what was asked.</summary>
    public required string ConfigHash { get; init; }

    /// <summary>The metrics used were seen at this moment.</summary>
    public required DateTimeOffset SnapshotAt { get; init; }

    /// <summary>Ages were computed as of this moment.</summary>
    public required DateTimeOffset AsOf { get; init; }

    /// <summary>Exactly one of <see cref="Score"/> and <see cref="Skip"/> is set.</summary>
    public PostScore? Score { get; init; }
    public Skip? Skip { get; init; }
}
