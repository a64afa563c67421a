using System.Numerics;

namespace ViralTracker.Core.Texts;

/// <summary>Tells in one pass which of many strings stand in a text; for most texts few do. Thread-safe.</summary>
/// <remarks>Looks for one gram of each string, hashed. Over eighty strings .NET's own search for several walks an automaton with a look-up a character.</remarks>
internal sealed class LiteralScreen
{
    private const int GramLength = 4;
    private const int SignBits = 16;
    private const int BitsPerGram = 64;

    /// <summary>A bit for the hash of each gram: nearly all grams of a text end here. Small, so that it stays near the processor.</summary>
    private readonly ulong[] _hashes;

    /// <summary>What a hash has less than 64 bits.</summary>
    private readonly int _hashShift;

    /// <summary>The grams, each at its hash's slot or at the next free one, and where the strings that hold it stand among the entries.</summary>
    private readonly (ulong Gram, int From, int Count)[] _slots;

    private readonly Entry[] _entries;

    /// <summary>For each length that grams have, the bits by which a longer one loses its first signs.</summary>
    private readonly int[] _shifts;

    /// <param name="GramAt">Where its gram stands in it.</param>
    private readonly record struct Entry(string Text, int GramAt, int Mark);

    /// <param name="strings">None of them empty; with the index of the bit that <see cref="Mark"/> sets for each.</param>
    public LiteralScreen(IEnumerable<(string Text, int Mark)> strings)
    {
        var byGram = new SortedDictionary<ulong, List<Entry>>();
        var lengths = new SortedSet<int>();
        foreach (var (text, mark) in strings)
        {
            var (at, length) = Rarest(text);
            var gram = Pack(text.AsSpan(at, length));
            if (!byGram.TryGetValue(gram, out var same)) byGram.Add(gram, same = []);
            same.Add(new(text, at, mark));
            lengths.Add(length);
        }

        _shifts = [.. lengths.Select(length => SignBits * (GramLength - length))];
        _entries = [.. byGram.Values.SelectMany(same => same)];
        _hashes = new ulong[BitOperations.RoundUpToPowerOf2((uint)byGram.Count + 1) * BitsPerGram / 64];
        _hashShift = 64 - BitOperations.Log2((uint)_hashes.Length * 64);
        _slots = new (ulong, int, int)[BitOperations.RoundUpToPowerOf2((uint)(2 * byGram.Count) + 1)];
        var from = 0;
        foreach (var (gram, same) in byGram)
        {
            _hashes[Hash(gram) >> 6] |= 1UL << (Hash(gram) & 63);
            _slots[Slot(gram)] = (gram, from, same.Count);
            from += same.Count;
        }
    }

    public bool HoldsAny(ReadOnlySpan<char> text)
    {
        Span<ulong> marks = stackalloc ulong[1];
        Mark(text, marks);
        return marks[0] != 0;
    }

    /// <summary>Sets the bits of all strings that stand in the text, whatever their case.</summary>
    public void Mark(ReadOnlySpan<char> text, Span<ulong> marks)
    {
        var last = 0UL;
        var (hashes, shifts) = (_hashes, _shifts);
        for (var end = 1; end <= text.Length; end++)
        {
            last = (last >> SignBits) | ((ulong)Lower(text[end - 1]) << (SignBits * (GramLength - 1)));
            foreach (var shift in shifts)
            {
                var gram = last >> shift;
                var hash = Hash(gram);
                if ((hashes[hash >> 6] >> (hash & 63) & 1) != 0) MarkAround(gram, text, end - GramLength + (shift / SignBits), marks);
            }
        }
    }

    /// <summary>Sets those of strings that stand in the text with their gram at a place.</summary>
    private void MarkAround(ulong gram, ReadOnlySpan<char> text, int at, Span<ulong> marks)
    {
        var (_, from, count) = _slots[Slot(gram)];
        foreach (ref readonly var entry in _entries.AsSpan(from, count))
        {
            ref var bits = ref marks[entry.Mark >> 6];
            var bit = 1UL << (entry.Mark & 63);
            if ((bits & bit) == 0 && at >= entry.GramAt && text[(at - entry.GramAt)..].StartsWith(entry.Text, StringComparison.OrdinalIgnoreCase)) bits |= bit;
        }
    }

    /// <summary>The gram's, or the free one where it would be.</summary>
    private int Slot(ulong gram)
    {
        var slot = Hash(gram) & (_slots.Length - 1);
        while (_slots[slot].Count != 0 && _slots[slot].Gram != gram) slot = (slot + 1) & (_slots.Length - 1);
        return slot;
    }

    /// <summary>The part of a string that few texts hold.</summary>
    private static (int At, int Length) Rarest(string text)
    {
        var (best, most, length) = (0, -1, Math.Min(GramLength, text.Length));
        for (var at = 0; at + length <= text.Length; at++)
            if (SignFrequency.Rareness(text.AsSpan(at, length)) is var rareness && rareness > most) (best, most) = (at, rareness);
        return (best, length);
    }

    private static ulong Pack(ReadOnlySpan<char> gram)
    {
        var packed = 0UL;
        for (var i = 0; i < gram.Length; i++) packed |= (ulong)Lower(gram[i]) << (SignBits * i);
        return packed;
    }

    // Some patterns ignore case; the others are only tried more often.
    private static char Lower(char sign) => sign is >= 'A' and <= 'Z' ? (char)(sign | 0x20) : sign;

    private int Hash(ulong gram) => (int)((gram * 0x9E3779B97F4A7C15) >> _hashShift);
}
