using ViralTracker.Core.Posts;

namespace ViralTracker.Core.Scoring;

/// <summary>Counts as they were seen at one moment.</summary>
public readonly record struct MetricsSnapshot(PostMetrics Metrics, DateTimeOffset SeenAt);

/// <summary>How a post does against what is usual, 0..1, and what was compared.</summary>
/// <param name="Engagement">Weighted count.</param>
/// <param name="Usual">Its median for this audience and age.</param>
/// <param name="Since">What came since an earlier snapshot; null without one.</param>
public readonly record struct Velocity(double Value, double Engagement, double Usual, Rise? Since)
{
    /// <summary>Snapshots nearer than this in time are not compared: an audience takes longer to look in.</summary>
    public static readonly TimeSpan LeastGap = TimeSpan.FromMinutes(10);

    /// <summary>The newest of a post's snapshots that is far enough before its own counts to be compared with them; null: none.</summary>
    public static MetricsSnapshot? Before(DateTimeOffset seenAt, IEnumerable<MetricsSnapshot> snapshots)
    {
        MetricsSnapshot? newest = null;
        foreach (var snapshot in snapshots)
            if (seenAt - snapshot.SeenAt >= LeastGap && !(newest?.SeenAt >= snapshot.SeenAt)) newest = snapshot;
        return newest;
    }

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
        // Where little is usual and little came, that says little.
        var gained = Math.Max(0, engagement - EngagementExpectation.Engagement(before.Metrics));
        var usualGain = Math.Max(0, median * (grown - expectation.Grown(before.SeenAt - postedAt)));
        var rank = EngagementExpectation.Rank(gained, usualGain);
        var weight = Math.Min(1, Math.Max(gained, usualGain)) / 2;
        return new(level + (weight * (rank - level)), engagement, median * grown, new(rank, gained, usualGain, now.SeenAt - before.SeenAt));
    }
}

/// <summary>What a post gained between two snapshots.</summary>
/// <param name="Rank">0..1, ½ where as much came as usual.</param>
/// <param name="Gained">Weighted count.</param>
/// <param name="Usual">Its median for this audience and age.</param>
public readonly record struct Rise(double Rank, double Gained, double Usual, TimeSpan Within);
