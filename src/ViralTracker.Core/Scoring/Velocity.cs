using ViralTracker.Core.Posts;

namespace ViralTracker.Core.Scoring;

/// <summary>Counts as they were seen at one moment.</summary>
public readonly record struct MetricsSnapshot(PostMetrics Metrics, DateTimeOffset SeenAt);

/// <summary>How a post does against what is usual, 0..1, and what was compared.</summary>
/// <param name="Engagement">Weighted count.</param>
/// <param name="Usual">Its median for this audience and age.</param>
/// <param name="Rise">Rank of what came since the earlier snapshot; null without one.</param>
public readonly record struct Velocity(double Value, double Engagement, double Usual, double? Rise)
{
    /// <param name="followers">Null: counts as a small audience.</param>
    /// <param name="previous">Ignored unless it is older than <paramref name="now"/> and the post has changed age since.</param>
    public static Velocity Of(
        EngagementExpectation expectation, in MetricsSnapshot now, DateTimeOffset postedAt, double? followers, MetricsSnapshot? previous = null)
    {
        var median = EngagementExpectation.Median(followers ?? 0);
        var engagement = EngagementExpectation.Engagement(now.Metrics);
        var grown = expectation.Grown(now.SeenAt - postedAt);
        var level = EngagementExpectation.Rank(engagement, median * grown);
        if (previous is not { } before || before.SeenAt >= now.SeenAt || before.SeenAt < postedAt)
            return new(level, engagement, median * grown, null);

        // What came in between against what usually comes: a post that rises still is worth more than one that has had its day.
        var gained = Math.Max(0, engagement - EngagementExpectation.Engagement(before.Metrics));
        var usualGain = median * (grown - expectation.Grown(before.SeenAt - postedAt));
        var rise = EngagementExpectation.Rank(gained, usualGain);
        return new((level + rise) / 2, engagement, median * grown, rise);
    }
}
