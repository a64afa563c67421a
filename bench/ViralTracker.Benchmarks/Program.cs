using ViralTracker.Benchmarks;

return args switch
{
    ["embedding"] => EmbeddingBenchmark.Run(Console.Out),
    _ => Usage(),
};

static int Usage()
{
    Console.Error.WriteLine("usage: ViralTracker.Benchmarks embedding");
    return 2;
}
