using System.Numerics;
using ViralTracker.Core.Projects;

namespace ViralTracker.Core.Scoring;

/// <summary>
/// The reference's formulas, number for number, its faults 6 to 9 included (the calibrated scorer mends them).
/// Every function is total: no count, age or handle makes it fail.
/// </summary>
public static class Classic
{
    /// <summary>Weighted engagement a minute against the size of the audience, through a sigmoid: 0..1, and 0.5 without engagement.</summary>
    /// <param name="minutes">Age of the post; under one minute, and in the future, counts as one.</param>
    public static double Velocity(double likes, double replies, double retweets, double minutes, double followers)
    {
        var perMinute = (likes + (2 * replies) + (1.5 * retweets)) / Math.Max(1.0, minutes);
        var audience = Math.Log10(Math.Max(100, followers));
        return 1.0 / (1.0 + Math.Exp(-6.0 * (perMinute / audience)));
    }

    /// <summary>0.8 of the best cosine and 0.2 of its lead over the second best (over 0 with a single topic); equal topics: the first wins.</summary>
    /// <exception cref="ArgumentException">Vectors of different lengths, so of different models.</exception>
    public static TopicRelevance Relevance<T>(ReadOnlySpan<T> post, IEnumerable<TopicVector<T>> topics) where T : INumber<T>
    {
        string? topic = null;
        double best = 0, second = 0;
        var count = 0;
        foreach (var candidate in topics)
        {
            var similarity = Cosine(post, candidate.Vector.Span);
            if (count == 0 || similarity > best)
            {
                second = count == 0 ? 0 : best;
                (topic, best) = (candidate.Topic, similarity);
            }
            else if (count == 1 || similarity > second)
            {
                second = similarity;
            }

            count++;
        }

        return topic is null ? TopicRelevance.Unknown : new(topic, (0.8 * best) + (0.2 * Math.Max(0.0, best - second)), best, best - second);
    }

    /// <summary>0 for a blacklisted author, else 0.9 for a whitelisted one, else 0.6; sets of <see cref="Posts.Handles.Key"/>.</summary>
    public static double AuthorQuality(string? handle, IReadOnlySet<string> whitelist, IReadOnlySet<string> blacklist)
    {
        if (handle is null) return 0.6;
        var key = Posts.Handles.Key(handle);
        return blacklist.Contains(key) ? 0.0 : whitelist.Contains(key) ? 0.9 : 0.6;
    }

    /// <param name="counts">By how much all but relevance counts; fully in the reference.</param>
    public static double Total(double velocity, double relevance, double openness, double authorQuality, ScoreWeights weights, double counts = 1) =>
        (weights.Velocity * counts * velocity) + (weights.Relevance * relevance) + (weights.Openness * counts * openness) + (weights.AuthorQuality * counts * authorQuality);

    public static ScoreLabel Label(double total, ScoreThresholds thresholds) =>
        total >= thresholds.GreenMin ? ScoreLabel.Green
        : total >= thresholds.YellowMin ? ScoreLabel.Yellow
        : ScoreLabel.Red;

    private static double Cosine<T>(ReadOnlySpan<T> a, ReadOnlySpan<T> b) where T : INumber<T>
    {
        if (a.Length != b.Length)
            throw new ArgumentException($"Vectors of {a.Length} and {b.Length} dimensions come from different models.", nameof(b));
        double dot = 0, aa = 0, bb = 0;
        for (var i = 0; i < a.Length; i++)
        {
            var x = double.CreateTruncating(a[i]);
            var y = double.CreateTruncating(b[i]);
            dot += x * y;
            aa += x * x;
            bb += y * y;
        }

        return aa == 0 || bb == 0 ? 0 : dot / (Math.Sqrt(aa) * Math.Sqrt(bb));
    }
}
