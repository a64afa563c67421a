using System.Buffers.Binary;
using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;

namespace ViralTracker.Core.Similarity;

/// <summary>
/// The embedder's asset ("TWE2"): hashed words with log-probabilities, then word and bucket rows of int8 with a scale each.
/// The rows stay in the memory given; only the small per-row columns are unpacked.
/// </summary>
internal sealed class EmbeddingTable
{
    public const int Unknown = -1;

    private const int HeaderBytes = 20;
    private const int IndexBits = 16;

    private readonly ulong[] _keys;
    private readonly float[] _logProbabilities;
    private readonly float[] _scales;
    private readonly ushort[] _firstKey;
    private readonly ReadOnlyMemory<byte> _rows;
    private readonly int _buckets;

    /// <exception cref="FormatException">The bytes are not a whole asset of this format.</exception>
    public EmbeddingTable(ReadOnlyMemory<byte> asset)
    {
        var bytes = asset.Span;
        if (bytes.Length < HeaderBytes || !bytes.StartsWith("TWE2"u8))
            throw new FormatException("Embedding asset: the header is not 'TWE2'.");
        var words = BinaryPrimitives.ReadInt32LittleEndian(bytes[4..]);
        _buckets = BinaryPrimitives.ReadInt32LittleEndian(bytes[8..]);
        Dimensions = BinaryPrimitives.ReadInt32LittleEndian(bytes[12..]);
        NumberRow = BinaryPrimitives.ReadInt32LittleEndian(bytes[16..]);
        if (words is < 1 or > ushort.MaxValue || _buckets is < 1 or > 1 << 24 || Dimensions is < 1 or > 4096 || NumberRow < 0 || NumberRow >= words)
            throw new FormatException($"Embedding asset: impossible sizes (words {words}, buckets {_buckets}, dimensions {Dimensions}, number row {NumberRow}).");
        var expected = HeaderBytes + (10L * words) + ((2L + Dimensions) * (words + _buckets));
        if (bytes.Length != expected)
            throw new FormatException($"Embedding asset: {bytes.Length} bytes where its header asks for {expected}.");

        var at = HeaderBytes;
        _keys = Take<ulong>(bytes, ref at, words).ToArray();
        _logProbabilities = ToSingle(Take<Half>(bytes, ref at, words));
        _scales = ToSingle(Take<Half>(bytes, ref at, words + _buckets));
        _rows = asset[at..];
        _firstKey = IndexByHighBits(_keys);
    }

    public int Dimensions { get; }

    /// <summary>Row of the token that stands for every number.</summary>
    public int NumberRow { get; }

    /// <summary>Row of the token with this hash, or <see cref="Unknown"/>.</summary>
    public int Find(ulong key)
    {
        var slot = (int)(key >> (64 - IndexBits));
        for (int row = _firstKey[slot], end = _firstKey[slot + 1]; row < end; row++)
            if (_keys[row] == key)
                return row;
        return Unknown;
    }

    public float LogProbability(int word) => _logProbabilities[word];

    /// <summary>Row of the character n-gram with this hash.</summary>
    public int BucketRow(uint hash) => _keys.Length + (int)(hash % (uint)_buckets);

    /// <summary>The int8 rows; take it once per text, <see cref="AddRow"/> reads from it.</summary>
    public ReadOnlySpan<sbyte> Rows => MemoryMarshal.Cast<byte, sbyte>(_rows.Span);

    /// <summary>Adds <paramref name="weight"/> times the row's vector to <paramref name="sum"/>.</summary>
    public void AddRow(ReadOnlySpan<sbyte> rows, int row, float weight, Span<float> sum) =>
        FloatVectors.AddScaled(sum, rows.Slice(row * Dimensions, Dimensions), _scales[row] * weight);

    private static ReadOnlySpan<T> Take<T>(ReadOnlySpan<byte> bytes, ref int at, int count)
        where T : unmanaged
    {
        var size = Unsafe.SizeOf<T>() * count;
        var column = MemoryMarshal.Cast<byte, T>(bytes.Slice(at, size));
        at += size;
        return column;
    }

    private static float[] ToSingle(ReadOnlySpan<Half> values)
    {
        var result = new float[values.Length];
        for (var i = 0; i < result.Length; i++) result[i] = (float)values[i];
        return result;
    }

    private static ushort[] IndexByHighBits(ulong[] keys)
    {
        var first = new ushort[(1 << IndexBits) + 1];
        var previous = 0UL;
        foreach (var key in keys)
        {
            if (key < previous) throw new FormatException("Embedding asset: the words are not in ascending order.");
            previous = key;
            first[(key >> (64 - IndexBits)) + 1]++;
        }

        for (var slot = 1; slot < first.Length; slot++) first[slot] += first[slot - 1];
        return first;
    }
}
