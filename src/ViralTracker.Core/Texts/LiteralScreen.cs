namespace ViralTracker.Core.Texts;

/// <summary>Tells in one pass which of many strings stand in a text; for most texts none does. Thread-safe.</summary>
/// <remarks>Looks for one gram of each string, hashed. Over eighty strings .NET's own search for several walks an automaton with a look-up a character.</remarks>
internal sealed class LiteralScreen
{
    private const int GramLength = 4;
    private const int HashBits = 15;
    private const string CommonSigns = " etaoinsr";

    /// <summary>A gram of each string, packed into 16 bits a character, in order.</summary>
    private readonly ulong[] _grams;

    /// <summary>The strings that hold each gram.</summary>
    private readonly Entry[][] _entries;

    /// <summary>A bit for the hash of each gram: nearly all grams of a text end here.</summary>
    private readonly ulong[] _hashes = new ulong[1 << (HashBits - 6)];

    private readonly int _shortest = GramLength;

    /// <param name="GramAt">Where its gram stands in it.</param>
    private readonly record struct Entry(string Text, int GramAt, ulong Mark);

    /// <param name="strings">None of them empty; with the bits that <see cref="In"/> gives for each.</param>
    public LiteralScreen(IEnumerable<(string Text, ulong Mark)> strings)
    {
        var byGram = new SortedDictionary<ulong, List<Entry>>();
        foreach (var (text, mark) in strings)
        {
            var (at, length) = Rarest(text);
            var gram = Pack(text.AsSpan(at, length));
            if (!byGram.TryGetValue(gram, out var same)) byGram.Add(gram, same = []);
            same.Add(new(text, at, mark));
            _hashes[Hash(gram) >> 6] |= 1UL << (Hash(gram) & 63);
            _shortest = Math.Min(_shortest, length);
        }

        _grams = [.. byGram.Keys];
        _entries = [.. byGram.Values.Select(same => same.ToArray())];
    }

    /// <summary>The marks of all strings that stand in the text, whatever their case; 0 where none does.</summary>
    public ulong In(ReadOnlySpan<char> text)
    {
        var (marks, last) = (0UL, 0UL);
        if (_grams.Length == 0) return marks;
        for (var end = 1; end <= text.Length; end++)
        {
            last = (last >> 16) | ((ulong)Lower(text[end - 1]) << 48);
            for (var length = _shortest; length <= GramLength; length++)
            {
                var gram = last >> (16 * (GramLength - length));
                var hash = Hash(gram);
                if ((_hashes[hash >> 6] >> (hash & 63) & 1) != 0) marks |= Around(gram, text, end - length);
            }
        }

        return marks;
    }

    /// <summary>The marks of strings that stand in the text with their gram at a place.</summary>
    private ulong Around(ulong gram, ReadOnlySpan<char> text, int at)
    {
        var place = _grams.AsSpan().BinarySearch(gram);
        if (place < 0) return 0;
        var marks = 0UL;
        foreach (var entry in _entries[place])
            if (at >= entry.GramAt && text[(at - entry.GramAt)..].StartsWith(entry.Text, StringComparison.OrdinalIgnoreCase)) marks |= entry.Mark;
        return marks;
    }

    /// <summary>The part of a string that few texts hold.</summary>
    private static (int At, int Length) Rarest(string text)
    {
        var (best, least) = (0, int.MaxValue);
        for (var at = 0; at == 0 || at + GramLength <= text.Length; at++)
            if (text.AsSpan(at, Math.Min(GramLength, text.Length)).CountAny(CommonSigns) is var common && common < least) (best, least) = (at, common);
        return (best, Math.Min(GramLength, text.Length));
    }

    private static ulong Pack(ReadOnlySpan<char> gram)
    {
        var packed = 0UL;
        for (var i = 0; i < gram.Length; i++) packed |= (ulong)Lower(gram[i]) << (16 * i);
        return packed;
    }

    // Some patterns ignore case; the others are only tried more often.
    private static char Lower(char sign) => sign is >= 'A' and <= 'Z' ? (char)(sign | 0x20) : sign;

    private static int Hash(ulong gram) => (int)((gram * 0x9E3779B97F4A7C15) >> (64 - HashBits));
}
