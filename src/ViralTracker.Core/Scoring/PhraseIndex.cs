namespace ViralTracker.Core.Scoring;

/// <summary>A wording and what it tells. A class: generic code over structs is compiled at start-up.</summary>
internal sealed record Phrase(string Text, Wording Kind);

/// <summary>Which kinds of wording stand at a place of a <see cref="Texts.PlainReading"/>: one look-up a token, however many phrases there are.</summary>
internal sealed class PhraseIndex
{
    private readonly Dictionary<string, List<Phrase>>.AlternateLookup<ReadOnlySpan<char>> _byFirstToken;

    /// <param name="phrases">Tokens separated by single spaces.</param>
    public PhraseIndex(IEnumerable<Phrase> phrases)
    {
        var byFirstToken = new Dictionary<string, List<Phrase>>(StringComparer.Ordinal);
        foreach (var (text, kind) in phrases)
        {
            var end = text.IndexOf(' ', StringComparison.Ordinal);
            var first = end < 0 ? text : text[..end];
            if (!byFirstToken.TryGetValue(first, out var same)) byFirstToken.Add(first, same = []);
            same.Add(new(text[first.Length..] + " ", kind));
        }
        _byFirstToken = byFirstToken.GetAlternateLookup<ReadOnlySpan<char>>();
    }

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
