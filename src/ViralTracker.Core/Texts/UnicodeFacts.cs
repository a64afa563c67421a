using System.Globalization;
using System.Text;

namespace ViralTracker.Core.Texts;

/// <summary>Properties of code points that .NET does not offer by name.</summary>
public static class UnicodeFacts
{
    /// <summary>A letter, mark or number: what words are made of.</summary>
    public static bool IsWord(Rune rune) =>
        rune.IsAscii ? char.IsAsciiLetterOrDigit((char)rune.Value) : Rune.GetUnicodeCategory(rune) <= UnicodeCategory.OtherNumber;

    /// <summary>Invisible by default (Default_Ignorable_Code_Point): zero-width characters, soft hyphen, direction marks, variation selectors, fillers.</summary>
    public static bool IsIgnorable(Rune rune) => rune.Value
        is 0xAD or 0x34F or 0x61C or 0x115F or 0x1160 or 0x17B4 or 0x17B5 or (>= 0x180B and <= 0x180F)
        or (>= 0x200B and <= 0x200F) or (>= 0x202A and <= 0x202E) or (>= 0x2060 and <= 0x206F)
        or 0x3164 or (>= 0xFE00 and <= 0xFE0F) or 0xFEFF or 0xFFA0 or (>= 0xFFF0 and <= 0xFFF8)
        or (>= 0x1BCA0 and <= 0x1BCA3) or (>= 0x1D173 and <= 0x1D17A) or (>= 0xE0000 and <= 0xE0FFF);

    /// <summary>Of a script that does not put spaces between words (Han, kana, Thai, Lao, Burmese, Khmer), or that ties particles to them (Hangul).</summary>
    public static bool IsUnspaced(Rune rune) => rune.Value
        is (>= 0x0E00 and <= 0x0EFF) or (>= 0x1000 and <= 0x11FF) or (>= 0x1780 and <= 0x17FF)
        or (>= 0x2E80 and <= 0x31FF) or (>= 0x3400 and <= 0x9FFF) or (>= 0xA960 and <= 0xA97F)
        or (>= 0xAC00 and <= 0xD7FF) or (>= 0xF900 and <= 0xFAFF) or (>= 0x20000 and <= 0x3FFFF);
}
