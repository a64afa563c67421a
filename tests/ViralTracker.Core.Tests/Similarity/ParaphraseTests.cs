using System.Globalization;
using ViralTracker.Core.Similarity;
using ViralTracker.Testing;
using Xunit;

namespace ViralTracker.Core.Tests.Similarity;

public class ParaphraseTests
{
    [Fact]
    public void Duplicate_score_ranks_sts_2014_tweet_news_as_people_do()
    {
        var pairs = File.ReadLines(SharedData.Require("data/paraphrase/sts2014_tweet_news.tsv")).Select(line => line.Split('\t')).ToArray();
        var people = pairs.Select(p => double.Parse(p[0], CultureInfo.InvariantCulture)).ToArray();
        var scores = pairs.Select(p => DuplicateScore.Of(Embedding.Embedder.Prepare(p[1]), Embedding.Embedder.Prepare(p[2]))).ToArray();
        Assert.Equal(750, pairs.Length);
        Assert.InRange(Correlation(Ranks(people), Ranks(scores)), 0.745, 0.755);
    }

    /// <summary>Ranks from 1; equal values share their mean rank.</summary>
    private static double[] Ranks(double[] values)
    {
        var order = Enumerable.Range(0, values.Length).GroupBy(i => values[i]).OrderBy(g => g.Key);
        var ranks = new double[values.Length];
        var before = 0;
        foreach (var group in order.Select(g => g.ToArray()))
        {
            foreach (var i in group) ranks[i] = before + ((group.Length + 1) / 2.0);
            before += group.Length;
        }

        return ranks;
    }

    private static double Correlation(double[] x, double[] y)
    {
        var (meanX, meanY) = (x.Average(), y.Average());
        var covariance = x.Zip(y, (a, b) => (a - meanX) * (b - meanY)).Sum();
        return covariance / Math.Sqrt(x.Sum(a => (a - meanX) * (a - meanX)) * y.Sum(b => (b - meanY) * (b - meanY)));
    }
}
