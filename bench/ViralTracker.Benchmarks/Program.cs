using System.Globalization;
using ViralTracker.Benchmarks;

return args switch
{
    ["embedding"] => EmbeddingBenchmark.Run(Console.Out),
    ["score"] => await ScoreBenchmark.RunAsync(Console.Out),
    ["paraphrase"] => ParaphraseBenchmark.Run(Console.Out),
    ["similarity"] => SimilarityBenchmark.Run(Console.Out, stored: 1_000_000, within: 100_000),
    ["similarity", var stored, var within] => SimilarityBenchmark.Run(Console.Out, Number(stored), Number(within)),
    _ => Usage(),
};

static int Number(string text) => int.Parse(text, CultureInfo.InvariantCulture);

static int Usage()
{
    Console.Error.WriteLine("""
        usage: ViralTracker.Benchmarks embedding
               ViralTracker.Benchmarks score
               ViralTracker.Benchmarks paraphrase
               ViralTracker.Benchmarks similarity [STORED WITHIN]
        """);
    return 2;
}
