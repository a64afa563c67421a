using System.Buffers;
using System.Text;
using System.Text.RegularExpressions;

namespace ViralTracker.Core.Texts;

/// <summary>One form for texts that read the same.</summary>
public static partial class TextFolding
{
    /// <summary>NFKC without invisible characters, case folded: full-width and ligature spellings become plain ones, ß becomes ss.</summary>
    public static string Fold(string text) => FoldByCharacter(text) ?? FoldWhole(text);

    /// <summary>What <see cref="Fold"/> gives, for texts that <see cref="TryFold"/> cannot tell.</summary>
    internal static string FoldWhole(string text) => FoldCase(Compose(text));

    private static string? FoldByCharacter(string text)
    {
        if (Ascii.IsValid(text)) return text.ToLowerInvariant();
        var buffer = ArrayPool<char>.Shared.Rent(RoomFor(text.Length));
        var folded = TryFold(text, buffer, out var length) ? new string(buffer, 0, length) : null;
        ArrayPool<char>.Shared.Return(buffer);
        return folded;
    }

    /// <summary>Room for what <see cref="TryFold"/> writes of a text of that length.</summary>
    internal static int RoomFor(int length) => 3 * length;

    /// <summary>What <see cref="Fold"/> gives, where it can be told character by character; false for texts that have to be normalised as a whole.</summary>
    internal static bool TryFold(ReadOnlySpan<char> text, Span<char> folded, out int length)
    {
        if (Ascii.ToLower(text, folded, out length) == OperationStatus.Done) return true;
        for (var i = length; i < text.Length; i++)
        {
            var c = text[i];
            if (char.IsAscii(c)) folded[length++] = char.ToLowerInvariant(c);
            else if (i + 1 < text.Length && IsPicture(c, text[i + 1])) (folded[length++], folded[length++]) = (c, text[++i]);
            else if (char.IsSurrogate(c)) return false;
            else if (c is >= '\uFF01' and <= '\uFF5E') folded[length++] = char.ToLowerInvariant((char)(c - 0xFEE0));
            else if (c is '\u00A0' or '\u3000') folded[length++] = ' ';
            else if (c is 'ß' or '…') length += Expand(c, folded[length..]);
            else if (UnicodeFacts.IsIgnorable(new Rune(c))) continue;
            else if (IsComposed(c)) folded[length++] = c is 'ς' ? 'σ' : char.ToLowerInvariant(c);
            else return false;
        }

        return true;
    }

    private static int Expand(char c, Span<char> folded)
    {
        var letters = c is 'ß' ? "ss" : "...";
        letters.CopyTo(folded);
        return letters.Length;
    }

    // U+1F000–1F0FF, flags, U+1F300–1FAFF.
    private static bool IsPicture(char high, char low) =>
        high is '\uD83D' ? char.IsLowSurrogate(low)
        : high is '\uD83C' ? low is (>= '\uDC00' and <= '\uDCFF') or (>= '\uDDE6' and <= '\uDDFF') or (>= '\uDF00' and <= '\uDFFF')
        : high is '\uD83E' && low is >= '\uDC00' and <= '\uDEFF';

    /// <summary>NFKC leaves it as it is beside any other such character.</summary>
    private static bool IsComposed(char c) => c
        is (>= '\u00C0' and <= '\u012F') or (>= '\u0134' and <= '\u013E') or (>= '\u0141' and <= '\u0148') or (>= '\u014A' and <= '\u017E')
        or '¡' or '¢' or '£' or '¥' or '§' or '©' or '«' or '®' or '°' or '±' or '¶' or '·' or '»' or '¿'
        or (>= '\u0391' and <= '\u03CE') or (>= '\u0400' and <= '\u045F') or '\u0490' or '\u0491' or (>= '\u05D0' and <= '\u05EA')
        or '\u060C' or '\u061B' or '\u061F' or (>= '\u0621' and <= '\u063A') or (>= '\u0641' and <= '\u064A') or (>= '\u0679' and <= '\u06D3')
        or (>= '\u0904' and <= '\u0939') or (>= '\u093D' and <= '\u094D') or (>= '\u0964' and <= '\u096F')
        or '\u2010' or (>= '\u2012' and <= '\u2016') or (>= '\u2018' and <= '\u2023') or '\u2039' or '\u203A' or '€'
        or (>= '\u2190' and <= '\u21FF') or (>= '\u2500' and <= '\u27BF') or (>= '\u2B00' and <= '\u2BFF')
        or '\u3001' or '\u3002' or (>= '\u3005' and <= '\u3020') or (>= '\u3041' and <= '\u3096') or (>= '\u30A1' and <= '\u30FE')
        or (>= '\u3400' and <= '\u9FFF') or (>= '\uAC00' and <= '\uD7A3');

    /// <summary>As <see cref="Fold"/>, with letters of other alphabets that imitate Latin ones replaced by them; for comparing, never for showing.</summary>
    public static string Skeleton(string text) =>
        (LookAlikes.MayStandIn(text) ? null : FoldByCharacter(text)) ?? FoldCase(LookAlikes.ToLatin(Compose(text)));

    /// <summary>As <see cref="Fold"/>, with plain apostrophes, which also join the digits of one number instead of no-break spaces.</summary>
    public static string FoldProse(string text) => Plain(Fold(text.AsSpan().ContainsAny('\u00A0', '\u202F') ? DigitGroups.Replace(text, "'") : text));

    /// <summary>As <see cref="Skeleton"/>, with plain apostrophes.</summary>
    public static string SkeletonProse(string text) => Plain(Skeleton(text));

    private static string Plain(string folded) => folded.Replace('’', '\'').Replace('‘', '\'');

    [GeneratedRegex(@"(?<=\p{Nd})[\u00A0\u202F](?=\p{Nd}{3}(?!\p{Nd}))")]
    private static partial Regex DigitGroups { get; }

    private static string Compose(string text)
    {
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
