using System.Diagnostics;
using System.Runtime.CompilerServices;
using System.Runtime.Intrinsics;

namespace ViralTracker.Benchmarks;

/// <summary>What this machine's processors do at most: multiply-adds in registers alone, on all of them.</summary>
internal static class MachineLimit
{
    private const int Passes = 20;
    private const int Rounds = 2_000_000;
    private const int Sums = 8;

    /// <summary>Float32 operations a second, two a multiply-add; the best of some passes, so that a busy machine counts less.</summary>
    public static double Flops()
    {
        var best = TimeSpan.MaxValue;
        for (var pass = 0; pass < Passes; pass++)
        {
            var clock = Stopwatch.StartNew();
            Parallel.For(0, Environment.ProcessorCount, start => GC.KeepAlive(Spin(start)));
            if (clock.Elapsed < best) best = clock.Elapsed;
        }

        return 2.0 * Environment.ProcessorCount * Rounds * Sums * Vector512<float>.Count / best.TotalSeconds;
    }

    // As many sums as hide the latency of one.
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    private static float Spin(int start)
    {
        var factor = Vector512.Create(0.999f + (start * 1e-6f));
        Vector512<float> a = factor, b = factor, c = factor, d = factor, e = factor, f = factor, g = factor, h = factor;
        for (var round = 0; round < Rounds; round++)
        {
            a = Vector512.FusedMultiplyAdd(a, factor, factor);
            b = Vector512.FusedMultiplyAdd(b, factor, factor);
            c = Vector512.FusedMultiplyAdd(c, factor, factor);
            d = Vector512.FusedMultiplyAdd(d, factor, factor);
            e = Vector512.FusedMultiplyAdd(e, factor, factor);
            f = Vector512.FusedMultiplyAdd(f, factor, factor);
            g = Vector512.FusedMultiplyAdd(g, factor, factor);
            h = Vector512.FusedMultiplyAdd(h, factor, factor);
        }

        return Vector512.Sum(a + b + c + d + e + f + g + h);
    }
}
