using System.Buffers.Binary;
using System.Numerics;
using System.Runtime.InteropServices;

namespace ViralTracker.Core.Similarity;

/// <summary>
/// The compact form of a post kept in the store, about 400 bytes, from which upper bounds of both halves of a duplicate score follow:
/// the vector as int8 with scale and the length of what rounding lost; the lexical weights folded into 512 buckets and rounded up.
/// </summary>
/// <remarks>
/// Layout, little endian: float32 scale, float32 error, int8 × dimensions, 512 bits for the buckets in use, 16 bytes with the length of the
/// heaviest 8, 16, … buckets (the last: of all), a byte for each bucket in use; bytes count 1/255.
/// A bucket's weight is the length of the weights in it, so by Cauchy-Schwarz the folded dot product never falls below the lexical cosine.
/// </remarks>
public static class PostSignature
{
    internal const int Buckets = 512;
    internal const int BitmapWords = Buckets / 64;
    internal const int WeightScale = byte.MaxValue;
    internal const int HeaviestSteps = 16;
    internal const int HeaviestStep = 8;
    private const int HeaderBytes = 2 * sizeof(float);

    public static byte[] Encode(ReadOnlySpan<float> vector, LexicalVector lexical)
    {
        ArgumentNullException.ThrowIfNull(lexical);
        Span<float> squares = stackalloc float[Buckets];
        squares.Clear();
        Span<ulong> inUse = stackalloc ulong[BitmapWords];
        inUse.Clear();
        var keys = lexical.Keys;
        var lengths = lexical.Weights;
        for (var i = 0; i < keys.Length; i++)
        {
            var bucket = Bucket(keys[i]);
            squares[bucket] += lengths[i] * lengths[i];
            inUse[bucket / 64] |= 1UL << (bucket % 64);
        }

        var used = 0;
        foreach (var word in inUse) used += BitOperations.PopCount(word);
        var bytes = new byte[HeaderBytes + vector.Length + (Buckets / 8) + HeaviestSteps + used];
        WriteVector(vector, bytes);
        inUse.CopyTo(MemoryMarshal.Cast<byte, ulong>(bytes.AsSpan(HeaderBytes + vector.Length, Buckets / 8)));
        var weights = bytes.AsSpan(^used..);
        var next = 0;
        for (var word = 0; word < BitmapWords; word++)
            for (var left = inUse[word]; left != 0; left &= left - 1)
            {
                // Those in use move to the front, in order.
                var square = squares[(word * 64) + BitOperations.TrailingZeroCount(left)];
                (squares[next], weights[next]) = (square, RoundUp(square));
                next++;
            }

        WriteHeaviest(squares[..used], weights, bytes.AsSpan(HeaderBytes + vector.Length + (Buckets / 8), HeaviestSteps));
        return bytes;
    }

    public static byte[] Encode(PostVectors vectors)
    {
        ArgumentNullException.ThrowIfNull(vectors);
        return Encode(vectors.Dense.AsSpan(), vectors.Lexical);
    }

    public static byte[] Encode(PreparedPost post)
    {
        ArgumentNullException.ThrowIfNull(post);
        return Encode(post.Vectors);
    }

    /// <exception cref="FormatException">The bytes are no signature of this many dimensions.</exception>
    internal static Parts Decode(ReadOnlySpan<byte> bytes, int dimensions)
    {
        var heaviestAt = HeaderBytes + dimensions + (Buckets / 8);
        var weightsAt = heaviestAt + HeaviestSteps;
        if (bytes.Length < weightsAt) throw new FormatException($"Post signature: {bytes.Length} bytes where at least {weightsAt} are needed.");
        var parts = new Parts(
            BinaryPrimitives.ReadSingleLittleEndian(bytes),
            BinaryPrimitives.ReadSingleLittleEndian(bytes[sizeof(float)..]),
            MemoryMarshal.Cast<byte, sbyte>(bytes.Slice(HeaderBytes, dimensions)),
            MemoryMarshal.Cast<byte, ulong>(bytes[(HeaderBytes + dimensions)..heaviestAt]),
            bytes[heaviestAt..weightsAt],
            bytes[weightsAt..]);
        var used = 0;
        foreach (var word in parts.Bitmap) used += BitOperations.PopCount(word);
        return used == parts.Weights.Length ? parts : throw new FormatException($"Post signature: {parts.Weights.Length} weights where its buckets need {used}.");
    }

    private static int Bucket(int key) => (int)((uint)key * 2654435761u >> 23);

    /// <summary>A length from its square, in 1/255; lexical vectors have length 1, so nothing is longer.</summary>
    private static byte RoundUp(float square) => (byte)Math.Min(WeightScale, MathF.Ceiling((MathF.Sqrt(square) * WeightScale) + 1e-3f));

    /// <param name="squares">Not in order.</param>
    /// <param name="weights">Their lengths, rounded up.</param>
    private static void WriteHeaviest(ReadOnlySpan<float> squares, ReadOnlySpan<byte> weights, Span<byte> heaviest)
    {
        Span<float> sorted = stackalloc float[squares.Length];
        SortDescending(squares, weights, sorted);
        var used = squares.Length;
        var sum = 0f;
        for (var step = 0; step < HeaviestSteps; step++)
        {
            var from = step * HeaviestStep;
            var to = step == HeaviestSteps - 1 ? used : Math.Min(used, from + HeaviestStep);
            for (var i = from; i < to; i++) sum += sorted[i];
            heaviest[step] = RoundUp(sum);
        }
    }

    /// <summary>By their weights first, which leaves little to exchange.</summary>
    private static void SortDescending(ReadOnlySpan<float> squares, ReadOnlySpan<byte> weights, Span<float> sorted)
    {
        Span<int> start = stackalloc int[WeightScale + 2];
        start.Clear();
        foreach (var weight in weights) start[WeightScale - weight + 1]++;
        for (var slot = 1; slot < start.Length; slot++) start[slot] += start[slot - 1];
        for (var i = 0; i < squares.Length; i++) sorted[start[WeightScale - weights[i]]++] = squares[i];

        for (var i = 1; i < sorted.Length; i++)
        {
            var (square, at) = (sorted[i], i);
            for (; at > 0 && sorted[at - 1] < square; at--) sorted[at] = sorted[at - 1];
            sorted[at] = square;
        }
    }

    private static void WriteVector(ReadOnlySpan<float> vector, Span<byte> bytes)
    {
        var largest = 0f;
        foreach (var value in vector) largest = Math.Max(largest, Math.Abs(value));
        var scale = largest / sbyte.MaxValue;
        var lost = 0.0;
        for (var i = 0; scale > 0 && i < vector.Length; i++)
        {
            var rounded = (sbyte)Math.Clamp(MathF.Round(vector[i] / scale), -sbyte.MaxValue, sbyte.MaxValue);
            bytes[HeaderBytes + i] = (byte)rounded;
            var difference = vector[i] - ((double)scale * rounded);
            lost += difference * difference;
        }

        BinaryPrimitives.WriteSingleLittleEndian(bytes, scale);
        BinaryPrimitives.WriteSingleLittleEndian(bytes[sizeof(float)..], MathF.BitIncrement((float)Math.Sqrt(lost)));
    }

    internal readonly ref struct Parts(
        float scale, float error, ReadOnlySpan<sbyte> vector, ReadOnlySpan<ulong> bitmap, ReadOnlySpan<byte> heaviest, ReadOnlySpan<byte> weights)
    {
        public float Scale { get; } = scale;

        public float Error { get; } = error;

        public ReadOnlySpan<sbyte> Vector { get; } = vector;

        public ReadOnlySpan<ulong> Bitmap { get; } = bitmap;

        public ReadOnlySpan<byte> Heaviest { get; } = heaviest;

        public ReadOnlySpan<byte> Weights { get; } = weights;
    }
}
