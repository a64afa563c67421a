using System.Text;

namespace ViralTracker.Core.Texts;

/// <summary>One form for texts that read the same.</summary>
public static class TextFolding
{
    /// <summary>NFKC without invisible characters, case folded: full-width and ligature spellings become plain ones, ß becomes ss.</summary>
    public static string Fold(string text) => Ascii.IsValid(text) ? text.ToLowerInvariant() : FoldCase(Compose(text));

    /// <summary>As <see cref="Fold"/>, with letters of other alphabets that imitate Latin ones replaced by them; for comparing, never for showing.</summary>
    public static string Skeleton(string text) =>
        Ascii.IsValid(text) ? text.ToLowerInvariant() : FoldCase(LookAlikes.ToLatin(Compose(text)));

    /// <summary>True when nothing is left to read: white space, controls and invisible characters only.</summary>
    public static bool IsBlank(string text)
    {
        foreach (var rune in text.EnumerateRunes())
        {
            if (!Rune.IsWhiteSpace(rune) && !Rune.IsControl(rune) && !UnicodeFacts.IsIgnorable(rune)) return false;
        }

        return true;
    }

    private static string Compose(string text)
    {
        // EnumerateRunes replaces lone surrogates, on which Normalize would throw.
        var visible = new StringBuilder(text.Length);
        foreach (var rune in text.EnumerateRunes())
        {
            if (UnicodeFacts.IsIgnorable(rune)) continue;
            if (rune.IsBmp) visible.Append((char)rune.Value);
            else visible.Append(rune.ToString());
        }

        return UnicodeForms.Compose(visible.ToString());
    }

    private static string FoldCase(string text) => UnicodeForms.ToLower(text)
        .Replace("ß", "ss", StringComparison.Ordinal)
        .Replace('ς', 'σ')
        .Replace('İ', 'i');
}
