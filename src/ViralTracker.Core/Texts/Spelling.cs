using System.Buffers;
using System.Globalization;
using System.Text;

namespace ViralTracker.Core.Texts;

/// <summary>Spellings that hide a word from searches and keep it readable.</summary>
internal static class Spelling
{
    private static readonly SearchValues<char> Disguises = SearchValues.Create(['!', .. Enumerable.Range(0xC0, 0x250 - 0xC0).Select(c => (char)c), .. Enumerable.Range(0x1E00, 0x100).Select(c => (char)c)]);

    /// <summary>Latin letters without their marks, and "!" inside a word as the i it stands for; null where that changes nothing.</summary>
    public static string? Undisguised(string text)
    {
        if (text.AsSpan().IndexOfAny(Disguises) < 0) return null;
        var letters = text.Normalize(NormalizationForm.FormD);
        var plain = new StringBuilder(letters.Length);
        for (var i = 0; i < letters.Length; i++)
        {
            var c = letters[i];
            if (c is '!' && i > 0 && i + 1 < letters.Length && char.IsAsciiLetter(letters[i - 1]) && char.IsAsciiLetter(letters[i + 1])) plain.Append('i');
            else if (plain.Length == 0 || !char.IsAsciiLetter(plain[^1]) || char.GetUnicodeCategory(c) is not UnicodeCategory.NonSpacingMark) plain.Append(c);
        }

        return plain.Equals(text.AsSpan()) ? null : plain.ToString();
    }
}
