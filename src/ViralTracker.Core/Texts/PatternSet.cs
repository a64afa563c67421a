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

    private readonly Regex[] _patterns;

    /// <summary>Patterns that require nothing.</summary>
    private readonly ulong _always;

    // A gram of each required string, packed into 16 bits a character, and the patterns that require it.
    private readonly ulong[] _grams;
    private readonly ulong[] _requiring;

    /// <summary>A bit for the hash of each gram: nearly all grams of a text end here.</summary>
    private readonly ulong[] _hashes = new ulong[1 << (HashBits - 6)];

    /// <summary>How many bits grams of fewer characters are shifted by; one for each length there is.</summary>
    private readonly int[] _shifts;

    public PatternSet(params Regex[] patterns)
    {
        ArgumentOutOfRangeException.ThrowIfGreaterThan(patterns.Length, Most);
        _patterns = patterns;
        var requiring = new SortedDictionary<ulong, ulong>();
        var lengths = new SortedSet<int>();
        for (var i = 0; i < patterns.Length; i++)
        {
            if (RequiredLiterals.Of(patterns[i]) is not { } required)
            {
                _always |= 1UL << i;
                continue;
            }

            foreach (var text in required)
            {
                var gram = Rarest(text);
                lengths.Add(gram.Length);
                var packed = 0UL;
                foreach (var sign in gram) packed = (packed >> 16) | ((ulong)Lower(sign) << 48);
                packed >>= 16 * (GramLength - gram.Length);
                requiring[packed] = requiring.GetValueOrDefault(packed) | (1UL << i);
                _hashes[Hash(packed) >> 6] |= 1UL << (Hash(packed) & 63);
            }
        }

        _grams = [.. requiring.Keys];
        _requiring = [.. requiring.Values];
        _shifts = [.. lengths.Select(length => 16 * (GramLength - length))];
    }

    /// <summary>The first match of the first pattern that matches, or null.</summary>
    public string? Find(string text)
    {
        for (var left = MayMatch(text); left != 0; left &= left - 1)
            if (_patterns[BitOperations.TrailingZeroCount(left)].Match(text) is { Success: true } found) return found.Value;
        return null;
    }

    public bool IsMatch(string text)
    {
        for (var left = MayMatch(text); left != 0; left &= left - 1)
            if (_patterns[BitOperations.TrailingZeroCount(left)].IsMatch(text)) return true;
        return false;
    }

    /// <summary>Pattern by pattern, in order.</summary>
    public IEnumerable<Match> Matches(string text) => Candidates(text).SelectMany(pattern => pattern.Matches(text));

    /// <summary>The patterns that may match, in order.</summary>
    public IEnumerable<Regex> Candidates(string text)
    {
        var may = MayMatch(text);
        return may == 0 ? [] : _patterns.Where((_, i) => (may >> i & 1) != 0);
    }

    private ulong MayMatch(ReadOnlySpan<char> text)
    {
        var (may, last) = (_always, 0UL);
        foreach (var sign in text)
        {
            last = (last >> 16) | ((ulong)Lower(sign) << 48);
            foreach (var shift in _shifts)
            {
                var gram = last >> shift;
                var hash = Hash(gram);
                if ((_hashes[hash >> 6] >> (hash & 63) & 1) == 0) continue;
                var at = _grams.AsSpan().BinarySearch(gram);
                if (at >= 0) may |= _requiring[at];
            }
        }

        return may;
    }

    /// <summary>The part of a string that few texts hold.</summary>
    private static ReadOnlySpan<char> Rarest(string text)
    {
        var best = text.AsSpan(0, Math.Min(GramLength, text.Length));
        for (var at = 1; at + GramLength <= text.Length; at++)
            if (text.AsSpan(at, GramLength) is var gram && gram.Length - gram.CountAny(CommonSigns) > best.Length - best.CountAny(CommonSigns)) best = gram;
        return best;
    }

    // ASCII only: what a pattern matches whatever its case is looked for whatever its case, and what it does not is found more often than it matches.
    private static char Lower(char sign) => sign is >= 'A' and <= 'Z' ? (char)(sign | 0x20) : sign;

    private static int Hash(ulong gram) => (int)((gram * 0x9E3779B97F4A7C15) >> (64 - HashBits));
}
