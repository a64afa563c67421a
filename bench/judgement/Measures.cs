namespace ViralTracker.Judgement;

/// <summary>Figures of merit. Ties count at their mean, so that no order of the input wins.</summary>
internal static class Measures
{
    private const int Resamples = 2_000;

    /// <summary>Mean precision at the rank of each positive; tied scores share their expected precision.</summary>
    public static double AveragePrecision(IReadOnlyList<(double Score, bool Positive)> items)
    {
        var (seen, found, sum) = (0, 0, 0.0);
        foreach (var tied in items.GroupBy(i => i.Score).OrderByDescending(g => g.Key))
        {
            var (count, positives) = (tied.Count(), tied.Count(i => i.Positive));
            for (var k = 1; k <= count; k++)
            {
                var expectedFound = found + (count == 1 ? positives : 1 + ((k - 1.0) * (positives - 1) / (count - 1)));
                if (positives > 0) sum += (double)positives / count * (expectedFound / (seen + k));
            }

            (seen, found) = (seen + count, found + positives);
        }

        return found == 0 ? 0 : sum / found;
    }

    /// <summary>Rank correlation; equal values share their mean rank.</summary>
    public static double Spearman(IReadOnlyList<(double X, double Y)> items)
    {
        var (x, y) = (Ranks([.. items.Select(i => i.X)]), Ranks([.. items.Select(i => i.Y)]));
        var (meanX, meanY) = (x.Average(), y.Average());
        var covariance = x.Zip(y, (a, b) => (a - meanX) * (b - meanY)).Sum();
        return covariance / Math.Sqrt(x.Sum(a => (a - meanX) * (a - meanX)) * y.Sum(b => (b - meanY) * (b - meanY)));
    }

    private static double[] Ranks(double[] values)
    {
        var ranks = new double[values.Length];
        var before = 0;
        foreach (var equal in Enumerable.Range(0, values.Length).GroupBy(i => values[i]).OrderBy(g => g.Key).Select(g => g.ToArray()))
        {
            foreach (var i in equal) ranks[i] = before + ((equal.Length + 1) / 2.0);
            before += equal.Length;
        }

        return ranks;
    }

    /// <summary>95 % percentile bootstrap over the items, seeded: the same figures every time.</summary>
    public static (double Low, double High) Bootstrap<T>(IReadOnlyList<T> items, Func<IReadOnlyList<T>, double> figure)
    {
        var random = new Random(20251101);
        var figures = new double[Resamples];
        var sample = new T[items.Count];
        for (var r = 0; r < Resamples; r++)
        {
            for (var i = 0; i < sample.Length; i++) sample[i] = items[random.Next(items.Count)];
            figures[r] = figure(sample);
        }

        Array.Sort(figures);
        return (figures[(int)(0.025 * Resamples)], figures[(int)(0.975 * Resamples)]);
    }

    /// <summary>95 % score interval of a share (Wilson 1927).</summary>
    public static (double Low, double High) Wilson(int hits, int count)
    {
        const double Z = 1.96;
        var (share, spread) = ((double)hits / count, Z * Z / count);
        var centre = (share + (spread / 2)) / (1 + spread);
        var half = Z * Math.Sqrt((share * (1 - share) / count) + (spread / 4 / count)) / (1 + spread);
        return (centre - half, centre + half);
    }

    /// <summary>A share with its <see cref="Wilson"/> interval, as text.</summary>
    public static string ShareOf(int hits, int count)
    {
        var (from, to) = Wilson(hits, count);
        return FormattableString.Invariant($"{(double)hits / count:P1} [{from:P1}, {to:P1}]");
    }

    public static (double Precision, double Recall) PrecisionRecall(IEnumerable<(bool Said, bool True)> items)
    {
        var (hits, said, positives) = (0, 0, 0);
        foreach (var (s, t) in items)
        {
            if (s && t) hits++;
            if (s) said++;
            if (t) positives++;
        }

        return (said == 0 ? 0 : (double)hits / said, positives == 0 ? 0 : (double)hits / positives);
    }
}
