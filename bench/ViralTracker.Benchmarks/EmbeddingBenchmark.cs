using System.Diagnostics;
using ViralTracker.Adapters.Embeddings;

namespace ViralTracker.Benchmarks;

/// <summary>Opening the local embedder, and texts a second on one core.</summary>
internal static class EmbeddingBenchmark
{
    public static int Run(TextWriter output)
    {
        var cpu = Environment.CpuUsage.TotalTime;
        var clock = Stopwatch.StartNew();
        var embedder = LocalEmbedder.Open();
        var open = clock.Elapsed;
        var vector = new float[embedder.Dimensions];
        clock.Restart();
        embedder.TryEmbed("the first text", vector);
        var first = clock.Elapsed;
        cpu = Environment.CpuUsage.TotalTime - cpu;

        var texts = RealPosts.Read();
        output.WriteLine("| measured | value |");
        output.WriteLine("|---|---|");
        output.WriteLine($"| open | {open.TotalMilliseconds:F1} ms |");
        output.WriteLine($"| first text | {first.TotalMilliseconds:F1} ms |");
        output.WriteLine($"| both, processor time | {cpu.TotalMilliseconds:F1} ms |");
        output.WriteLine($"| dense vectors | {Rate(texts, t => embedder.TryEmbed(t, vector)):N0} texts/s |");
        output.WriteLine($"| lexical vectors | {Rate(texts, t => embedder.Lexical(t)):N0} texts/s |");
        output.WriteLine($"| prepared for duplicates | {Rate(texts, t => embedder.Read(t)):N0} texts/s |");
        return 0;
    }

    /// <summary>Texts in a second of processor time, so that a busy machine counts less; the best of five passes.</summary>
    private static double Rate(string[] texts, Action<string> work)
    {
        var best = 0.0;
        for (var pass = 0; pass < 5; pass++)
        {
            var cpu = Environment.CpuUsage.TotalTime;
            foreach (var text in texts) work(text);
            best = Math.Max(best, texts.Length / (Environment.CpuUsage.TotalTime - cpu).TotalSeconds);
        }

        return best;
    }
}
