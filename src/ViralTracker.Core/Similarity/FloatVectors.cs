using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;
using System.Runtime.Intrinsics;
using System.Runtime.Intrinsics.X86;

namespace ViralTracker.Core.Similarity;

/// <summary>
/// Sums over float vectors. Of fixed width, because code for Vector&lt;T&gt; and TensorPrimitives cannot be compiled ahead
/// and would cost a short run 40 ms.
/// </summary>
internal static class FloatVectors
{
    public static float Dot(ReadOnlySpan<float> a, ReadOnlySpan<float> b)
    {
        var x = MemoryMarshal.Cast<float, Vector128<float>>(a);
        var y = MemoryMarshal.Cast<float, Vector128<float>>(b)[..x.Length];
        var sum = Vector128<float>.Zero;
        for (var i = 0; i < x.Length; i++) sum += x[i] * y[i];
        var result = Vector128.Sum(sum);
        for (var i = x.Length * Vector128<float>.Count; i < a.Length; i++) result += a[i] * b[i];
        return result;
    }

    public static void Add(Span<float> sum, ReadOnlySpan<float> values)
    {
        for (var i = 0; i < sum.Length; i++) sum[i] += values[i];
    }

    /// <summary>The direction in which a vector lies from a centre, in length 1; zeros where it lies in it.</summary>
    public static float[] From(ReadOnlySpan<float> centre, ReadOnlySpan<float> vector)
    {
        var direction = new float[vector.Length];
        for (var i = 0; i < direction.Length; i++) direction[i] = vector[i] - centre[i];
        Normalize(direction);
        return direction;
    }

    /// <summary>Scales to length 1; false, and all zeros, for a length below 1e-9.</summary>
    public static bool Normalize(Span<float> vector)
    {
        var norm = MathF.Sqrt(Dot(vector, vector));
        if (!(norm >= 1e-9f))
        {
            vector.Clear();
            return false;
        }

        var scale = 1 / norm;
        foreach (ref var value in vector) value *= scale;
        return true;
    }

    /// <summary>Adds <paramref name="scale"/> times the int8 values to <paramref name="sum"/>.</summary>
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    public static void AddScaled(Span<float> sum, ReadOnlySpan<sbyte> values, float scale)
    {
        var packs = MemoryMarshal.Cast<sbyte, Vector128<sbyte>>(values);
        var done = packs.Length * Vector128<sbyte>.Count;
        if (Avx512F.IsSupported)
        {
            var wide = MemoryMarshal.Cast<float, Vector512<float>>(sum)[..packs.Length];
            var factor = Vector512.Create(scale);
            for (var i = 0; i < packs.Length; i++)
                wide[i] = Vector512.FusedMultiplyAdd(Vector512.ConvertToSingle(Avx512F.ConvertToVector512Int32(packs[i])), factor, wide[i]);
        }
        else
        {
            var narrow = MemoryMarshal.Cast<float, Vector128<float>>(sum)[..(packs.Length * 4)];
            for (var i = 0; i < packs.Length; i++)
            {
                var (low, high) = Vector128.Widen(packs[i]);
                var (a, b) = Vector128.Widen(low);
                var (c, d) = Vector128.Widen(high);
                narrow[4 * i] += Vector128.ConvertToSingle(a) * scale;
                narrow[(4 * i) + 1] += Vector128.ConvertToSingle(b) * scale;
                narrow[(4 * i) + 2] += Vector128.ConvertToSingle(c) * scale;
                narrow[(4 * i) + 3] += Vector128.ConvertToSingle(d) * scale;
            }
        }

        for (var i = done; i < values.Length; i++) sum[i] += scale * values[i];
    }
}
