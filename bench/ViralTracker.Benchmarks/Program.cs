using System.Globalization;
using ViralTracker.Benchmarks;

return args switch
{
    ["embedding"] => EmbeddingBenchmark.Run(Console.Out),
    ["score"] => await ScoreBenchmark.RunAsync(Console.Out),
    ["similarity"] => SimilarityBenchmark.Run(Console.Out, stored: 1_000_000, within: 100_000),
    ["similarity", var stored, var within] => SimilarityBenchmark.Run(Console.Out, Number(stored), Number(within)),
    ["find", var vt, var posts] => await FindBenchmark.RunAsync(Console.Out, vt, Number(posts)),
    ["quality", var posts] => QualityBenchmark.Run(Console.Out, Number(posts)),
    ["engine", "quota", var vt] => await EngineBenchmark.QuotaAsync(Console.Out, vt),
    ["engine", "throughput", var vt, var posts] => await EngineBenchmark.ThroughputAsync(Console.Out, vt, Number(posts)),
    ["engine", "faults", var vt, var posts] => await EngineBenchmark.FaultsAsync(Console.Out, vt, Number(posts)),
    ["engine", "kills", var vt, var posts, var kills, var seed] => await EngineBenchmark.KillsAsync(Console.Out, vt, Number(posts), Number(kills), Number(seed)),
    ["engine", "budget", var vt, var repeats] => await EngineBenchmark.BudgetAsync(Console.Out, vt, Number(repeats)),
    _ => Usage(),
};

static int Number(string text) => int.Parse(text, CultureInfo.InvariantCulture);

static int Usage()
{
    Console.Error.WriteLine("""
        usage: ViralTracker.Benchmarks embedding
               ViralTracker.Benchmarks score
               ViralTracker.Benchmarks similarity [STORED WITHIN]
               ViralTracker.Benchmarks find VT POSTS
               ViralTracker.Benchmarks quality POSTS
               ViralTracker.Benchmarks engine quota VT
               ViralTracker.Benchmarks engine throughput VT POSTS
               ViralTracker.Benchmarks engine faults VT POSTS
               ViralTracker.Benchmarks engine kills VT POSTS KILLS SEED
               ViralTracker.Benchmarks engine budget VT REPEATS
        VT is the published executable.
        """);
    return 2;
}
