using System.Buffers;

namespace ViralTracker.Core.Similarity;

/// <summary>Surface form of a text: hashed character n-grams with unit-length weights, keys ascending.</summary>
public sealed class LexicalVector
{
    private readonly int[] _keys;
    private readonly float[] _weights;

    private LexicalVector(int[] keys, float[] weights)
    {
        _keys = keys;
        _weights = weights;
    }

    public static LexicalVector Empty { get; } = new([], []);

    public ReadOnlySpan<int> Keys => _keys;

    public ReadOnlySpan<float> Weights => _weights;

    /// <summary>Cosine of two surface forms, 0..1; 0 where one is empty.</summary>
    public float Cosine(LexicalVector other)
    {
        ArgumentNullException.ThrowIfNull(other);
        var (a, b, i, j, sum) = (_keys, other._keys, 0, 0, 0f);
        while (i < a.Length && j < b.Length)
        {
            var (x, y) = (a[i], b[j]);
            if (x == y) sum += _weights[i] * other._weights[j];
            if (x <= y) i++;
            if (y <= x) j++;
        }

        return sum;
    }

    /// <summary>The normalised sum of several surface forms.</summary>
    public static LexicalVector Sum(IEnumerable<LexicalVector> vectors)
    {
        var entries = vectors.SelectMany(v => v._keys.Zip(v._weights, Entry)).ToArray();
        return FromEntries(entries);
    }

    /// <summary>A key and its weight in one sortable number.</summary>
    internal static ulong Entry(int key, float weight) => ((ulong)(uint)key << 32) | BitConverter.SingleToUInt32Bits(weight);

    /// <summary>Adds up the weights of equal keys and normalises; sorts <paramref name="entries"/> in place.</summary>
    internal static LexicalVector FromEntries(Span<ulong> entries)
    {
        if (entries.IsEmpty) return Empty;
        Sort(entries);
        var distinct = 1;
        for (var i = 1; i < entries.Length; i++)
            if (entries[i] >> 32 != entries[i - 1] >> 32)
                distinct++;

        var (keys, weights, last) = (new int[distinct], new float[distinct], -1);
        foreach (var entry in entries)
        {
            var key = (int)(entry >> 32);
            if (last < 0 || keys[last] != key) keys[++last] = key;
            weights[last] += BitConverter.UInt32BitsToSingle((uint)entry);
        }

        FloatVectors.Normalize(weights);
        return new(keys, weights);
    }

    /// <summary>By the upper half of the 20 bits of the keys first, which leaves little to exchange.</summary>
    private static void Sort(Span<ulong> entries)
    {
        const int slots = 1024;
        Span<int> start = stackalloc int[slots + 1];
        var sorted = ArrayPool<ulong>.Shared.Rent(entries.Length);
        start.Clear();
        foreach (var entry in entries) start[Slot(entry) + 1]++;
        for (var slot = 1; slot < slots; slot++) start[slot] += start[slot - 1];
        foreach (var entry in entries) sorted[start[Slot(entry)]++] = entry;

        for (var i = 0; i < entries.Length; i++)
        {
            var (entry, at) = (sorted[i], i);
            for (; at > 0 && entries[at - 1] > entry; at--) entries[at] = entries[at - 1];
            entries[at] = entry;
        }

        ArrayPool<ulong>.Shared.Return(sorted);

        static int Slot(ulong entry) => (int)(entry >> 42) & (slots - 1);
    }
}
