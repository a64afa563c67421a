using ViralTracker.Core.Posts;
using ViralTracker.Core.Scoring;

namespace ViralTracker.Judgement;

/// <summary>
/// Fits <see cref="EngagementExpectation"/>: the median engagement of engaged posts is c · (max(followers, knee) / knee)^e, by least
/// absolute deviations in logarithms; β from the interquartile range of what remains, 2 ln 3 / β for a log-logistic.
/// </summary>
internal static class Fit
{
    public static void Run(IReadOnlyList<Post> posts)
    {
        var points = posts
            .Where(p => p.Author.Followers is not null && p.Metrics.Likes is not null && !p.Text.StartsWith("RT @", StringComparison.Ordinal))
            .Select(p => (Followers: (double)p.Author.Followers!, Engagement: EngagementExpectation.Engagement(p.Metrics)))
            .ToList();
        var engaged = points.Where(p => p.Engagement > 0).ToList();
        var (loss, knee, exponent, median, residuals) = (double.MaxValue, 0.0, 0.0, 0.0, Array.Empty<double>());
        foreach (var k in new[] { 100.0, 200, 300, 500, 1000, 2000, 3000, 5000 })
        {
            for (var e = 0.1; e < 1; e += 0.01)
            {
                var logs = engaged.Select(p => Math.Log(p.Engagement) - (e * Math.Log(Math.Max(p.Followers, k) / k))).Order().ToArray();
                var centre = logs[logs.Length / 2];
                var deviation = logs.Average(l => Math.Abs(l - centre));
                if (deviation < loss) (loss, knee, exponent, median, residuals) = (deviation, k, e, Math.Exp(centre), logs);
            }
        }

        var spread = residuals[(int)(0.75 * residuals.Length)] - residuals[(int)(0.25 * residuals.Length)];
        Console.WriteLine(FormattableString.Invariant(
            $"{points.Count} posts, {engaged.Count} engaged: knee {knee}, median {median:F2}, exponent {exponent:F2}, shape {2 * Math.Log(3) / spread:F2}, mean deviation {loss:F3}"));
    }
}
