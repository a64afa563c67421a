using System.Numerics;
using System.Text.RegularExpressions;

namespace ViralTracker.Core.Texts;

/// <summary>
/// Patterns of which each is tried only on texts that hold something it requires. One pass over a text tells for all of them, and for most
/// texts rules out all. Thread-safe.
/// </summary>
internal sealed class PatternSet
{
    private const int Most = 64;
    private const int GramLength = 4;
    private const int HashBits = 15;
    private const string CommonSigns = " etaoinsr";

    private readonly Pattern[] _patterns;

    /// <summary>Patterns that require nothing.</summary>
    private readonly ulong _always;

    /// <summary>A gram of each required string, packed into 16 bits a character, in order.</summary>
    private readonly ulong[] _grams;

    /// <summary>The required strings that hold each gram.</summary>
    private readonly Requirement[][] _required;

    /// <summary>A bit for the hash of each gram: nearly all grams of a text end here.</summary>
    private readonly ulong[] _hashes = new ulong[1 << (HashBits - 6)];

    private readonly int _shortest = GramLength;

    /// <param name="GramAt">Where its gram stands in it.</param>
    /// <param name="Patterns">A bit for each that requires it.</param>
    private readonly record struct Requirement(string Text, int GramAt, ulong Patterns);

    public PatternSet(params Pattern[] patterns)
    {
        ArgumentOutOfRangeException.ThrowIfGreaterThan(patterns.Length, Most);
        _patterns = patterns;
        var requiring = new SortedDictionary<ulong, List<Requirement>>();
        for (var i = 0; i < patterns.Length; i++)
        {
            var strings = RequiredLiterals.Of(patterns[i]);
            if (strings is null) _always |= 1UL << i;
            foreach (var text in strings ?? [])
            {
                var (at, length) = Rarest(text);
                var gram = Pack(text.AsSpan(at, length));
                if (!requiring.TryGetValue(gram, out var same)) requiring.Add(gram, same = []);
                same.Add(new(text, at, 1UL << i));
                _hashes[Hash(gram) >> 6] |= 1UL << (Hash(gram) & 63);
                _shortest = Math.Min(_shortest, length);
            }
        }

        _grams = [.. requiring.Keys];
        _required = [.. requiring.Values.Select(same => same.ToArray())];
    }

    /// <summary>The first match of the first pattern that matches, or null.</summary>
    public string? Find(string text)
    {
        for (var left = MayMatch(text); left != 0; left &= left - 1)
            if (_patterns[BitOperations.TrailingZeroCount(left)].Regex.Match(text) is { Success: true } found) return found.Value;
        return null;
    }

    public bool IsMatch(string text)
    {
        for (var left = MayMatch(text); left != 0; left &= left - 1)
            if (_patterns[BitOperations.TrailingZeroCount(left)].Regex.IsMatch(text)) return true;
        return false;
    }

    /// <summary>Where the first of all matches starts; negative where nothing matches.</summary>
    public int Start(string text)
    {
        var first = -1;
        for (var left = MayMatch(text); left != 0; left &= left - 1)
            if (_patterns[BitOperations.TrailingZeroCount(left)].Regex.Match(text) is { Success: true } found && (first < 0 || found.Index < first)) first = found.Index;
        return first;
    }

    /// <summary>Pattern by pattern, in order.</summary>
    public IEnumerable<Match> Matches(string text) => Candidates(text).SelectMany(pattern => pattern.Matches(text));

    /// <summary>The patterns that may match, in order.</summary>
    public IEnumerable<Regex> Candidates(string text)
    {
        var may = MayMatch(text);
        return may == 0 ? [] : _patterns.Where((_, i) => (may >> i & 1) != 0).Select(pattern => pattern.Regex);
    }

    private ulong MayMatch(ReadOnlySpan<char> text)
    {
        var (may, last) = (_always, 0UL);
        for (var end = 1; end <= text.Length; end++)
        {
            last = (last >> 16) | ((ulong)Lower(text[end - 1]) << 48);
            for (var length = _shortest; length <= GramLength; length++)
            {
                var gram = last >> (16 * (GramLength - length));
                var hash = Hash(gram);
                if ((_hashes[hash >> 6] >> (hash & 63) & 1) != 0) may |= Requiring(gram, text, end - length);
            }
        }

        return may;
    }

    /// <summary>The patterns that require something that stands in the text with its gram at a place.</summary>
    private ulong Requiring(ulong gram, ReadOnlySpan<char> text, int at)
    {
        var place = _grams.AsSpan().BinarySearch(gram);
        if (place < 0) return 0;
        var patterns = 0UL;
        foreach (var required in _required[place])
            if (at >= required.GramAt && text[(at - required.GramAt)..].StartsWith(required.Text, StringComparison.OrdinalIgnoreCase)) patterns |= required.Patterns;
        return patterns;
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
