using System.Globalization;
using ViralTracker.Adapters.Embeddings;
using ViralTracker.Core.Similarity;
using ViralTracker.Testing;

namespace ViralTracker.Benchmarks;

/// <summary>How well the duplicate score finds paraphrases people agree on: PIT-2015 dev, pairs with 2 of 5 votes left out.</summary>
internal static class ParaphraseBenchmark
{
    public static int Run(TextWriter output)
    {
        var path = Repository.Shared("data/paraphrase/pit2015_dev.tsv") ?? throw new FileNotFoundException("This benchmark needs ../shared/data/paraphrase.");
        var embedder = LocalEmbedder.Open();
        var pairs = File.ReadLines(path).Skip(1).Select(line => line.Split('\t'))
            .Select(f => (Yes: int.Parse(f[0], CultureInfo.InvariantCulture), A: embedder.Prepare(f[2]), B: embedder.Prepare(f[3])))
            .Where(p => p.Yes != 2).ToArray();
        var labels = pairs.Select(p => p.Yes >= 3).ToArray();
        var both = pairs.Select(p => DuplicateScore.Of(p.A, p.B)).ToArray();
        var lexical = pairs.Select(p => (double)p.A.Lexical.Cosine(p.B.Lexical)).ToArray();
        var dense = both.Zip(lexical, (b, l) => (2 * b) - l).ToArray();

        output.WriteLine($"| PIT-2015 dev, {pairs.Length:N0} pairs, {labels.Count(l => l):N0} paraphrases | average precision |");
        output.WriteLine("|---|---|");
        output.WriteLine(string.Create(CultureInfo.InvariantCulture, $"| dense cosine | {AveragePrecision(labels, dense):F3} |"));
        output.WriteLine(string.Create(CultureInfo.InvariantCulture, $"| lexical cosine | {AveragePrecision(labels, lexical):F3} |"));
        output.WriteLine(string.Create(CultureInfo.InvariantCulture, $"| duplicate score | {AveragePrecision(labels, both):F3} |"));
        return 0;
    }

    /// <summary>Mean precision at each true pair, in order of falling score.</summary>
    private static double AveragePrecision(bool[] labels, double[] scores)
    {
        var (found, sum) = (0, 0.0);
        foreach (var (rank, i) in Enumerable.Range(0, labels.Length).OrderByDescending(i => scores[i]).Index())
            if (labels[i])
                sum += ++found / (rank + 1.0);
        return sum / found;
    }
}
