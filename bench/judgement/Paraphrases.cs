using System.Globalization;
using ViralTracker.Adapters.Embeddings;
using ViralTracker.Core.Similarity;
using static System.FormattableString;

namespace ViralTracker.Judgement;

/// <summary>The duplicate score against people: SemEval's STS-2014 tweet-news and PIT-2015 dev.</summary>
internal static class Paraphrases
{
    // PIT-2015: 2 of 5 votes are debatable and left out, 3 and more a paraphrase.
    private const int Debatable = 2;

    public static IEnumerable<Line> All()
    {
        var embedder = LocalEmbedder.Open();
        var news = Pairs("sts2014_tweet_news.tsv").Select(f => (People: Number(f[0]), Scores: Scores(f[1], f[2]))).ToList();
        var both = Correlation(s => s.Both);
        yield return new($"STS-2014 tweet-news, {news.Count} pairs, Spearman: duplicate score, dense half alone", Invariant($"{both:F3}, {Correlation(s => s.Dense):F3}"), new(".75 ± .005", both is >= 0.745 and <= 0.755));

        var pit = Pairs("pit2015_dev.tsv").Skip(1).Where(f => Number(f[0]) != Debatable).Select(f => (Positive: Number(f[0]) > Debatable, Scores: Scores(f[2], f[3]))).ToList();
        yield return new(Invariant($"PIT-2015 dev, {pit.Count:N0} pairs, {pit.Count(p => p.Positive):N0} paraphrases, average precision: score, dense half, lexical half"),
            Invariant($"{Precision(s => s.Both):F3}, {Precision(s => s.Dense):F3}, {Precision(s => s.Lexical):F3}"));

        (double Both, double Dense, double Lexical) Scores(string a, string b)
        {
            var (first, second) = (embedder.Prepare(a), embedder.Prepare(b));
            var (both, lexical) = (DuplicateScore.Of(first, second), (double)first.Vectors.Lexical.Cosine(second.Vectors.Lexical));
            return (both, (2 * both) - lexical, lexical);
        }

        double Correlation(Func<(double Both, double Dense, double Lexical), double> half) => Measures.Spearman([.. news.Select(p => (p.People, half(p.Scores)))]);

        double Precision(Func<(double Both, double Dense, double Lexical), double> half) => Measures.AveragePrecision([.. pit.Select(p => (half(p.Scores), p.Positive))]);
    }

    private static IEnumerable<string[]> Pairs(string file) => File.ReadLines(SharedPosts.PathOf($"paraphrase/{file}")).Select(line => line.Split('\t'));

    private static double Number(string text) => double.Parse(text, CultureInfo.InvariantCulture);
}
