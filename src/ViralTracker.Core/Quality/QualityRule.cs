namespace ViralTracker.Core.Quality;

/// <summary>Why a draft is not offered. A closed set; the store keeps the snake-case name.</summary>
public enum QualityRule
{
    /// <summary>Below the kind's shortest length.</summary>
    TooShort,

    /// <summary>Above the kind's longest length.</summary>
    TooLong,

    /// <summary>Little more than stock phrases that would fit any post.</summary>
    Generic,

    /// <summary>Mostly the post's own words.</summary>
    CopiesPost,
}

/// <summary>A draft not offered, with the rule and what exactly it broke.</summary>
/// <param name="Detail">A sentence for people.</param>
public sealed record Rejection(QualityRule Rule, string Detail);
