using System.Buffers;
using System.Globalization;
using System.Text;

namespace ViralTracker.Core.Texts;

/// <summary>Spellings that hide a word from searches and keep it readable.</summary>
internal static class Spelling
{
    private static readonly SearchValues<char> Accented = SearchValues.Create([.. Enumerable.Range(0xC0, 0x250 - 0xC0).Select(c => (char)c), .. Enumerable.Range(0x1E00, 0x100).Select(c => (char)c)]);

    /// <summary>Signs that stand for letters inside a word, and the letters.</summary>
    private const string Signs = "!013457@$";
    private const string Letters = "ioieastas";

    private const int LongAddress = 100;

    private static readonly SearchValues<char> AnySign = SearchValues.Create(Signs);

    /// <summary>Fewer letters that stand apart are initials.</summary>
    private const int LettersApart = 4;

    /// <summary>
    /// Words in single letters joined ("g i v e a w a y"), Latin letters without their marks, and the digits and signs inside a word as the letters they stand for
    /// ("g1ve@way"); null where there is nothing of the kind.
    /// </summary>
    public static string? Undisguised(string text)
    {
        var joined = Joined(text);
        return Plain(joined) ?? (ReferenceEquals(joined, text) ? null : joined);
    }

    private static string? Plain(string text)
    {
        var accented = text.AsSpan().IndexOfAny(Accented) >= 0;
        if (!accented && NextSigns(text, 0).At < 0) return null;
        var letters = accented ? text.Normalize(NormalizationForm.FormD) : text;
        var plain = new StringBuilder(letters.Length);
        var (at, end) = NextSigns(letters, 0);
        for (var i = 0; i < letters.Length; i++)
        {
            if (i == end) (at, end) = NextSigns(letters, i);
            if (at >= 0 && i >= at) plain.Append(Letters[Signs.IndexOf(letters[i], StringComparison.Ordinal)]);
            else if (plain.Length == 0 || !char.IsAsciiLetter(plain[^1]) || char.GetUnicodeCategory(letters[i]) is not UnicodeCategory.NonSpacingMark) plain.Append(letters[i]);
        }

        return plain.ToString();
    }

    private static string Joined(string text)
    {
        StringBuilder? joined = null;
        var kept = 0;
        for (var at = 0; at + (2 * LettersApart) - 2 < text.Length; at++)
        {
            var end = EndOfLetters(text, at);
            if (end < 0) continue;
            joined = (joined ?? new(text.Length)).Append(text, kept, at - kept);
            for (; at < end; at += 2) joined.Append(text[at]);
            kept = end;
        }

        return joined?.Append(text, kept, text.Length - kept).ToString() ?? text;
    }

    /// <summary>Of letters with the same sign between each two of them, from here on; negative where they are too few.</summary>
    private static int EndOfLetters(string text, int from)
    {
        var sign = text[from + 1];
        if (char.IsLetterOrDigit(sign) || sign is '\n' || !char.IsLetter(text[from]) || (from > 0 && char.IsLetterOrDigit(text[from - 1]))) return -1;
        var end = from + 1;
        while (end + 1 < text.Length && text[end] == sign && char.IsLetter(text[end + 1]) && (end + 2 == text.Length || !char.IsLetterOrDigit(text[end + 2]))) end += 2;
        return end - from >= (2 * LettersApart) - 1 ? end : -1;
    }

    /// <summary>Where the next signs between two letters stand; negative where none do.</summary>
    private static (int At, int End) NextSigns(string text, int from)
    {
        for (var at = from; at < text.Length; at++)
        {
            var next = text.AsSpan(at).IndexOfAny(AnySign);
            if (next < 0) break;
            at += next;
            var end = at;
            while (end < text.Length && AnySign.Contains(text[end])) end++;
            if (at > 0 && char.IsAsciiLetter(text[at - 1]) && end < text.Length && char.IsAsciiLetter(text[end]) && !IsAddress(text, at)) return (at, end);
            at = end;
        }

        return (-1, -1);
    }

    /// <summary>A link's or a handle's own letters are no disguise.</summary>
    private static bool IsAddress(string text, int at)
    {
        var before = text.AsSpan(Math.Max(0, at - LongAddress)..at);
        before = before[(before.LastIndexOfAny(' ', '\n') + 1)..];
        return before.StartsWith('@') || before.Contains('/');
    }
}
