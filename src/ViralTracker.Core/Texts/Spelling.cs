using System.Buffers;
using System.Globalization;
using System.Text;

namespace ViralTracker.Core.Texts;

/// <summary>Spellings that hide a word from searches and keep it readable.</summary>
internal static class Spelling
{
    private static readonly SearchValues<char> Accented = SearchValues.Create([.. Enumerable.Range(0xC0, 0x250 - 0xC0).Select(c => (char)c), .. Enumerable.Range(0x1E00, 0x100).Select(c => (char)c)]);

    /// <summary>Latin letters without their marks, and "!" inside a word as the i it stands for; null where there is nothing of the kind.</summary>
    public static string? Undisguised(string text)
    {
        var accented = text.AsSpan().IndexOfAny(Accented) >= 0;
        if (!accented && !HoldsExclaimedWord(text)) return null;
        var letters = accented ? text.Normalize(NormalizationForm.FormD) : text;
        var plain = new StringBuilder(letters.Length);
        for (var i = 0; i < letters.Length; i++)
        {
            if (IsInsideWord(letters, i)) plain.Append('i');
            else if (plain.Length == 0 || !char.IsAsciiLetter(plain[^1]) || char.GetUnicodeCategory(letters[i]) is not UnicodeCategory.NonSpacingMark) plain.Append(letters[i]);
        }

        return plain.ToString();
    }

    private static bool HoldsExclaimedWord(string text)
    {
        for (var at = text.IndexOf('!', StringComparison.Ordinal); at >= 0; at = text.IndexOf('!', at + 1))
            if (IsInsideWord(text, at))
                return true;
        return false;
    }

    private static bool IsInsideWord(string text, int at) =>
        text[at] is '!' && at > 0 && at + 1 < text.Length && char.IsAsciiLetter(text[at - 1]) && char.IsAsciiLetter(text[at + 1]);
}
