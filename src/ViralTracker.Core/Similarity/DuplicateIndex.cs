using System.Numerics;
using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;

namespace ViralTracker.Core.Similarity;

/// <summary>
/// Signatures of many posts, laid out for <see cref="DuplicateSearch"/>; about 430 bytes each. Rows count from 0.
/// Reading is thread-safe, setting is not.
/// </summary>
public sealed class DuplicateIndex
{
    private const float WeightUnit = PostSignature.WeightScale * PostSignature.WeightScale;

    private readonly sbyte[] _vectors;
    private readonly float[] _scales;
    private readonly float[] _errors;
    private readonly int[] _corrections;
    private readonly ulong[] _bitmaps;
    private readonly byte[] _heaviest;
    private readonly int[] _weightsAt;
    private byte[] _weights = [];
    private int _weightCount;

    /// <param name="rows">To be <see cref="Set"/> in any order.</param>
    /// <param name="dimensions">Of the vectors; a multiple of 4.</param>
    public DuplicateIndex(int rows, int dimensions)
    {
        ArgumentOutOfRangeException.ThrowIfNotEqual(dimensions % SignatureKernel.Run, 0);
        (Count, Dimensions) = (rows, dimensions);
        rows = (rows + SignatureKernel.Rows - 1) / SignatureKernel.Rows * SignatureKernel.Rows;
        _vectors = new sbyte[checked(rows * dimensions)];
        _scales = new float[rows];
        _errors = new float[rows];
        _errors.AsSpan().Fill(float.NegativeInfinity);
        _corrections = new int[rows];
        _bitmaps = new ulong[checked(rows * PostSignature.BitmapWords)];
        _heaviest = new byte[checked(rows * PostSignature.HeaviestSteps)];
        _weightsAt = new int[rows];
    }

    public int Dimensions { get; }

    public int Count { get; }

    /// <summary>Gives a row its signature, once.</summary>
    /// <param name="signature">From <see cref="PostSignature.Encode(PreparedPost)"/>.</param>
    /// <exception cref="FormatException">The bytes are no signature of these dimensions.</exception>
    public void Set(int row, ReadOnlySpan<byte> signature)
    {
        var parts = PostSignature.Decode(signature, Dimensions);
        (_scales[row], _errors[row]) = (parts.Scale, parts.Error);
        var sum = 0;
        foreach (var value in parts.Vector) sum += value;
        _corrections[row] = -SignatureKernel.QueryOffset * sum;

        var runs = MemoryMarshal.Cast<sbyte, uint>(parts.Vector);
        var group = MemoryMarshal.Cast<sbyte, uint>(Group(row));
        for (var run = 0; run < runs.Length; run++) group[(run * SignatureKernel.Group) + (row % SignatureKernel.Group)] = runs[run];

        parts.Bitmap.CopyTo(_bitmaps.AsSpan(row * PostSignature.BitmapWords));
        parts.Heaviest.CopyTo(_heaviest.AsSpan(row * PostSignature.HeaviestSteps));
        if (_weightCount + parts.Weights.Length > _weights.Length)
            Array.Resize(ref _weights, Math.Max(_weightCount + parts.Weights.Length, _weightCount + (_weightCount / 4) + (_scales.Length * 16)));
        parts.Weights.CopyTo(_weights.AsSpan(_weightCount));
        _weightsAt[row] = _weightCount;
        _weightCount += parts.Weights.Length;
    }

    /// <summary>Both groups of the 16 rows from <paramref name="row"/> on, a multiple of 16.</summary>
    internal ReadOnlySpan<sbyte> Vectors(int row) => _vectors.AsSpan(row * Dimensions, SignatureKernel.Rows * Dimensions);

    internal ReadOnlySpan<float> Scales => _scales;

    /// <summary>Length of what rounding took from each vector; infinitely negative for rows that only fill up the last 16.</summary>
    internal ReadOnlySpan<float> Errors => _errors;

    internal ReadOnlySpan<int> Corrections => _corrections;

    /// <summary>The row's 4 values + 128 from dimension 4 · <paramref name="run"/> on.</summary>
    internal uint QueryRun(int row, int run)
    {
        var values = MemoryMarshal.Cast<sbyte, uint>(Group(row))[(run * SignatureKernel.Group) + (row % SignatureKernel.Group)];
        return values ^ 0x80808080;
    }

    /// <summary>Quick upper bound of the lexical cosine of two rows: as if they shared their heaviest buckets.</summary>
    internal float CoarseLexicalBound(int row, DuplicateIndex other, int otherRow)
    {
        ref var a = ref _bitmaps[row * PostSignature.BitmapWords];
        ref var b = ref other._bitmaps[otherRow * PostSignature.BitmapWords];
        var shared = 0;
        for (var word = 0; word < PostSignature.BitmapWords; word++) shared += BitOperations.PopCount(Unsafe.Add(ref a, word) & Unsafe.Add(ref b, word));
        if (shared == 0) return 0;
        var step = Math.Min((shared - 1) / PostSignature.HeaviestStep, PostSignature.HeaviestSteps - 1);
        return _heaviest[(row * PostSignature.HeaviestSteps) + step] * other._heaviest[(otherRow * PostSignature.HeaviestSteps) + step] / WeightUnit;
    }

    /// <summary>Upper bound of the lexical cosine of two rows.</summary>
    internal float LexicalBound(int row, DuplicateIndex other, int otherRow)
    {
        var (weightA, weightB, sum) = (_weightsAt[row], other._weightsAt[otherRow], 0);
        for (var word = 0; word < PostSignature.BitmapWords; word++)
        {
            var a = _bitmaps[(row * PostSignature.BitmapWords) + word];
            var b = other._bitmaps[(otherRow * PostSignature.BitmapWords) + word];
            for (var shared = a & b; shared != 0; shared &= shared - 1)
            {
                var below = (shared & (0 - shared)) - 1;
                sum += _weights[weightA + BitOperations.PopCount(a & below)] * other._weights[weightB + BitOperations.PopCount(b & below)];
            }

            weightA += BitOperations.PopCount(a);
            weightB += BitOperations.PopCount(b);
        }

        return sum / WeightUnit;
    }

    private Span<sbyte> Group(int row) =>
        _vectors.AsSpan(row / SignatureKernel.Group * SignatureKernel.Group * Dimensions, SignatureKernel.Group * Dimensions);
}
