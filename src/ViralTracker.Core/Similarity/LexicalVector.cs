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
        entries.Sort();
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
}
