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

    private readonly Pattern[] _patterns;

    /// <summary>Patterns that require nothing.</summary>
    private readonly ulong _always;

    /// <summary>A mark for each pattern.</summary>
    private readonly LiteralScreen _required;

    public PatternSet(params Pattern[] patterns)
    {
        ArgumentOutOfRangeException.ThrowIfGreaterThan(patterns.Length, Most);
        _patterns = patterns;
        var required = new List<(string Text, ulong Mark)>();
        for (var i = 0; i < patterns.Length; i++)
        {
            var strings = RequiredLiterals.Of(patterns[i]);
            if (strings is null) _always |= 1UL << i;
            foreach (var text in strings ?? []) required.Add((text, 1UL << i));
        }

        _required = new LiteralScreen(required);
    }

    /// <summary>False where no pattern can match the text or a part of it.</summary>
    public bool MayMatch(string text) => Marks(text) != 0;

    /// <summary>The first match of the first pattern that matches, or null.</summary>
    public string? Find(string text)
    {
        for (var left = Marks(text); left != 0; left &= left - 1)
            if (_patterns[BitOperations.TrailingZeroCount(left)].Regex.Match(text) is { Success: true } found) return found.Value;
        return null;
    }

    public bool IsMatch(string text)
    {
        for (var left = Marks(text); left != 0; left &= left - 1)
            if (_patterns[BitOperations.TrailingZeroCount(left)].Regex.IsMatch(text)) return true;
        return false;
    }

    /// <summary>Where the first of all matches starts; negative where nothing matches.</summary>
    public int Start(string text)
    {
        var first = -1;
        for (var left = Marks(text); left != 0; left &= left - 1)
            if (_patterns[BitOperations.TrailingZeroCount(left)].Regex.Match(text) is { Success: true } found && (first < 0 || found.Index < first)) first = found.Index;
        return first;
    }

    /// <summary>Pattern by pattern, in order.</summary>
    public IEnumerable<Match> Matches(string text) => Candidates(text).SelectMany(pattern => pattern.Matches(text));

    /// <summary>The patterns that may match, in order.</summary>
    public IEnumerable<Regex> Candidates(string text)
    {
        var may = Marks(text);
        return may == 0 ? [] : _patterns.Where((_, i) => (may >> i & 1) != 0).Select(pattern => pattern.Regex);
    }

    private ulong Marks(ReadOnlySpan<char> text) => _always | _required.In(text);
}
