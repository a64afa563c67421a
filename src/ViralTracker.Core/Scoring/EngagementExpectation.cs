using ViralTracker.Core.Posts;

namespace ViralTracker.Core.Scoring;

/// <summary>
/// What a post of some audience and age usually gets. Engagement x is log-logistic around its median m: P(X ≤ x) = 1 / (1 + (m/x)^β),
/// so that it is 0 without engagement, ½ at what is usual, and needs no upper bound. Median and β were fitted by least absolute
/// deviations and the interquartile range on 3,933 engaged posts of 2013–2025 (`bench/judgement fit`).
/// </summary>
public sealed record EngagementExpectation
{
    private const double MedianOfSmall = 2.0;
    private const double SmallAudience = 300;
    private const double Exponent = 0.43;
    private const double Shape = 1.3;
    private const double YoungestMinutes = 10;

    /// <summary>A post has half of all its engagement at this age. No data of ours shows growth; published half-lives on X go from 24 to 80 minutes.</summary>
    public TimeSpan HalfLife { get; init; } = TimeSpan.FromMinutes(80);

    /// <summary>Replies count twice and reposts one and a half times, as in the reference.</summary>
    public static double Engagement(in PostMetrics metrics) =>
        Count(metrics.Likes) + (2 * Count(metrics.Replies)) + (1.5 * (Count(metrics.Retweets) + Count(metrics.Quotes)));

    /// <summary>Median engagement of posts that get any, once they are old.</summary>
    public static double Median(double followers) =>
        MedianOfSmall * Math.Pow(Math.Max(followers, SmallAudience) / SmallAudience, Exponent);

    /// <summary>Share of its engagement that a post has at an age, 0..1. A date in the future counts by its distance, so a skewed clock gains nothing.</summary>
    public double Grown(TimeSpan age)
    {
        var minutes = Math.Max(YoungestMinutes, Math.Abs(age.TotalMinutes));
        return minutes / (minutes + HalfLife.TotalMinutes);
    }

    /// <summary>0..1: how the engagement ranks among posts for which <paramref name="usual"/> is the median; at least one is expected.</summary>
    public static double Rank(double engagement, double usual) =>
        engagement <= 0 ? 0 : 1 / (1 + Math.Pow(Math.Max(1, usual) / engagement, Shape));

    private static double Count(long? count) => Math.Max(0, count ?? 0);
}
