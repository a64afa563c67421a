using System.Buffers;
using System.Text;
using ViralTracker.Core.Texts;

namespace ViralTracker.Core.Gating;

/// <summary>
/// Keywords to find as whole words or phrases, whatever their case, width, invisible characters, look-alike letters or the
/// punctuation between their words. A keyword that begins or ends with a symbol (<c>#ad</c>, <c>c++</c>, an emoji) is
/// found as it is written; in scripts without spaces a keyword is found inside longer text.
/// </summary>
internal sealed class KeywordList
{
    private readonly List<Entry> _keywords = [];
    private readonly LiteralScreen _anyWords;
    private readonly LiteralScreen _anyLiteral;

    private sealed record Entry(string Keyword, string Pattern, bool Literal);

    /// <param name="keywords">Blank ones never match.</param>
    public KeywordList(IEnumerable<string> keywords)
    {
        foreach (var keyword in keywords)
        {
            var skeleton = KeywordText.SingleSpaced(TextFolding.Skeleton(keyword));
            if (skeleton.Length == 0) continue;
            if (IsWordAt(skeleton, 0) && IsWordAt(skeleton, skeleton.Length))
            {
                var words = Words.Split(skeleton).ToList();
                var joined = string.Join(' ', words.Select(w => w.Text));
                _keywords.Add(new(keyword, (words[0].Unspaced ? "" : " ") + joined + (words[^1].Unspaced ? "" : " "), false));
            }
            else
            {
                _keywords.Add(new(keyword, skeleton, true));
            }
        }

        _anyWords = new(_keywords.Where(k => !k.Literal).Select(k => (k.Pattern, 0)));
        _anyLiteral = new(_keywords.Where(k => k.Literal).Select(k => (k.Pattern, 0)));
    }

    /// <summary>The first keyword, in the list's order, that the text holds, as it was given; else null.</summary>
    public string? FindIn(string text) => _keywords.Count == 0 ? null : FindIn(new KeywordText(text));

    internal string? FindIn(KeywordText text)
    {
        if (_keywords.Count == 0) return null;
        var (words, written) = (text.Words, text.Written);

        // One pass for all keywords tells that most posts hold none.
        if (!_anyWords.HoldsAny(words) && !_anyLiteral.HoldsAny(written)) return null;
        return _keywords.FirstOrDefault(k => k.Literal ? HoldsLiteral(written, k.Pattern) : words.Contains(k.Pattern, StringComparison.Ordinal))?.Keyword;
    }

    private static bool HoldsLiteral(string text, string pattern)
    {
        for (var at = text.IndexOf(pattern, StringComparison.Ordinal); at >= 0; at = text.IndexOf(pattern, at + 1, StringComparison.Ordinal))
        {
            if (IsBoundary(text, at) && IsBoundary(text, at + pattern.Length)) return true;
        }

        return false;
    }

    /// <summary>Not between two characters of one word; here _ joins, so that @bob is not found in @bob_smith.</summary>
    private static bool IsBoundary(string text, int at) => !(Joins(Before(text, at)) && Joins(After(text, at)));

    private static bool Joins(Rune? rune) =>
        rune is { } r && (r.Value == '_' || (UnicodeFacts.IsWord(r) && !UnicodeFacts.IsUnspaced(r)));

    private static bool IsWordAt(string text, int end) => (end == 0 ? After(text, 0) : Before(text, end)) is { } rune && UnicodeFacts.IsWord(rune);

    private static Rune? Before(string text, int at) =>
        Rune.DecodeLastFromUtf16(text.AsSpan(0, at), out var rune, out _) == OperationStatus.Done ? rune : null;

    private static Rune? After(string text, int at) =>
        Rune.DecodeFromUtf16(text.AsSpan(at), out var rune, out _) == OperationStatus.Done ? rune : null;
}
