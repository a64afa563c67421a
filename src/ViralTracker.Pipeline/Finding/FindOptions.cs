using ViralTracker.Core.Gating;
using ViralTracker.Core.Scoring;
using ViralTracker.Pipeline.Ports;

namespace ViralTracker.Pipeline.Finding;

/// <summary>What a run considers. Defaults are the reference's.</summary>
public sealed record FindOptions
{
    public double HoursBack { get; init; } = 6;
    public long MinFollowers { get; init; } = 1000;
    public long MinLikes { get; init; }
    public long MinViews { get; init; }

    /// <summary>Most posts scored in a run, after every filter and the gate; 0 is no bound.</summary>
    public int MaxCandidates { get; init; } = 150;

    /// <summary>False switches every gate rule off.</summary>
    public bool UseGate { get; init; } = true;

    /// <summary>Also posts that already have drafts.</summary>
    public bool IncludeHandled { get; init; }

    public CandidateQuery Query(string projectId, DateTimeOffset asOf) =>
        new(projectId, asOf - TimeSpan.FromHours(HoursBack), asOf, MinFollowers, MinLikes, MinViews, IncludeHandled);
}

/// <summary>What finding came to. Every count is of posts.</summary>
public sealed record FindResult
{
    public required CandidateCounts Counts { get; init; }

    /// <summary>Best first. Whoever drafts for them keeps them, not this: a long run lets go of posts it is done with.</summary>
    public required IReadOnlyList<ScoredPost> Scored { get; init; }
    public required LabelCounts Labels { get; init; }
    public required IReadOnlyList<SkipCount> Skips { get; init; }

    /// <summary>Candidates not looked at because the bound was reached.</summary>
    public required int BeyondLimit { get; init; }
    public required IReadOnlyList<StageTime> Stages { get; init; }

    public int Skipped => Skips.Sum(skip => skip.Posts);
}

/// <summary>Scored posts by label.</summary>
public readonly record struct LabelCounts(int Green, int Yellow, int Red)
{
    public int All => Green + Yellow + Red;

    public int this[ScoreLabel label] => label switch
    {
        ScoreLabel.Green => Green,
        ScoreLabel.Yellow => Yellow,
        _ => Red,
    };

    public static LabelCounts Of(IReadOnlyCollection<ScoredPost> scored) => new(Count(scored, ScoreLabel.Green), Count(scored, ScoreLabel.Yellow), Count(scored, ScoreLabel.Red));

    private static int Count(IEnumerable<ScoredPost> scored, ScoreLabel label) => scored.Count(post => post.Score.Label == label);
}

/// <param name="Count">Posts the stage handled.</param>
public sealed record StageTime(string Stage, int Count, TimeSpan Duration);

/// <summary>Posts left out for one reason.</summary>
public sealed record SkipCount(SkipReason Reason, int Posts);
