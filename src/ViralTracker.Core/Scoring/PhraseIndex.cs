using System.Collections.Frozen;

namespace ViralTracker.Core.Scoring;

/// <summary>Which kinds of wording stand at a place of a <see cref="Texts.PlainReading"/>: one look-up a token, however many phrases there are.</summary>
internal sealed class PhraseIndex
{
    private readonly FrozenDictionary<string, (string Tail, Wording Kind)[]>.AlternateLookup<ReadOnlySpan<char>> _byFirstToken;

    /// <param name="phrases">Tokens separated by single spaces.</param>
    public PhraseIndex(IEnumerable<(string Phrase, Wording Kind)> phrases) => _byFirstToken = phrases
        .GroupBy(p => p.Phrase, (phrase, same) => (Phrase: phrase, Kind: same.Aggregate(Wording.None, (all, p) => all | p.Kind)), StringComparer.Ordinal)
        .GroupBy(p => p.Phrase.Split(' ')[0], StringComparer.Ordinal)
        .ToFrozenDictionary(g => g.Key, g => g.Select(p => (p.Phrase[g.Key.Length..] + " ", p.Kind)).ToArray(), StringComparer.Ordinal)
        .GetAlternateLookup<ReadOnlySpan<char>>();

    /// <param name="plain">Begins with the space before a token.</param>
    public Wording At(ReadOnlySpan<char> plain)
    {
        if (plain.Length < 2) return Wording.None;
        var length = plain[1..].IndexOf(' ');
        if (length <= 0 || !_byFirstToken.TryGetValue(plain.Slice(1, length), out var phrases)) return Wording.None;
        var after = plain[(length + 1)..];
        var found = Wording.None;
        foreach (var (tail, kind) in phrases)
            if (after.StartsWith(tail))
                found |= kind;
        return found;
    }

    /// <summary>Everything that stands anywhere in the reading.</summary>
    public Wording In(ReadOnlySpan<char> plain)
    {
        var found = Wording.None;
        while (plain.Length > 1)
        {
            found |= At(plain);
            var next = plain[1..].IndexOf(' ');
            if (next < 0) break;
            plain = plain[(next + 1)..];
        }

        return found;
    }
}
