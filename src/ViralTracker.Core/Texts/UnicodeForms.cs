using System.Buffers;
using System.Globalization;
using System.Text;

namespace ViralTracker.Core.Texts;

/// <summary>NFKC and lower case as the framework gives them, which takes every text that is not ASCII to ICU; here only those that need it.</summary>
public static class UnicodeForms
{
    private const byte Stays = 1;
    private const byte Changes = 2;

    // The one character that Normalize throws on.
    private const char Refused = '\uFFFE';

    private static readonly SearchValues<char> Broken = SearchValues.Create([.. Enumerable.Range(0xD800, 0x800).Select(c => (char)c), Refused]);

    // The leading halves of letters with case.
    private static readonly SearchValues<char> CasedSurrogates = SearchValues.Create("\uD801\uD803\uD806\uD81B\uD83A");

    // For each character, once it was met: whether NFKC leaves it as it is, whatever stands before it.
    private static readonly byte[] Nfkc = new byte[char.MaxValue + 1];
    private static readonly Lazy<string> Lower = new(() => string.Create(char.MaxValue + 1, 0, (all, _) =>
    {
        for (var c = 0; c < all.Length; c++) all[c] = (char)c;
    }).ToLowerInvariant());

    /// <summary>What has no text form or cannot be normalised, lone surrogates and U+FFFE, as U+FFFD.</summary>
    public static string WellFormed(string text)
    {
        var first = text.AsSpan().IndexOfAny(Broken);
        if (first < 0) return text;
        StringBuilder? repaired = null;
        for (var i = first; i < text.Length; i++)
        {
            if (text[i] is not Refused && !char.IsSurrogate(text[i])) continue;
            if (i + 1 < text.Length && char.IsSurrogatePair(text[i], text[i + 1])) i++;
            else (repaired ??= new StringBuilder(text))[i] = '\uFFFD';
        }

        return repaired?.ToString() ?? text;
    }

    /// <summary>NFKC of the <see cref="WellFormed"/> text.</summary>
    internal static string Compose(string text)
    {
        for (var i = 0; i < text.Length; i++)
        {
            var c = text[i];
            if (char.IsAscii(c)) continue;
            if (char.IsSurrogate(c) ? !(++i < text.Length && IsPlainSymbol(c, text[i])) : !StaysAsItIs(c)) return WellFormed(text).Normalize(NormalizationForm.FormKC);
        }

        return text;
    }

    internal static void ToLower(ReadOnlySpan<char> text, Span<char> lower)
    {
        if (Ascii.IsValid(text) || text.ContainsAny(CasedSurrogates))
        {
            text.ToLowerInvariant(lower);
            return;
        }

        var table = Lower.Value;
        for (var i = 0; i < text.Length; i++) lower[i] = table[text[i]];
    }

    internal static string ToLower(string text) => Ascii.IsValid(text)
        ? text.ToLowerInvariant()
        : string.Create(text.Length, text, (lower, from) => ToLower(from, lower));

    private static bool StaysAsItIs(char c)
    {
        if (Nfkc[c] == 0) Nfkc[c] = c != Refused && !MayJoin(c) && c.ToString().IsNormalized(NormalizationForm.FormKC) ? Stays : Changes;
        return Nfkc[c] == Stays;
    }

    /// <summary>Marks and the vowels and final consonants of Hangul, which may become one with what stands before them.</summary>
    private static bool MayJoin(char c) =>
        c is >= '\u1160' and <= '\u11FF' || char.GetUnicodeCategory(c) is UnicodeCategory.NonSpacingMark or UnicodeCategory.SpacingCombiningMark or UnicodeCategory.EnclosingMark;

    /// <summary>Emoji and pictographs but for the letters in frames (U+1F100–1F251) and the digits at the end (U+1FBF0).</summary>
    private static bool IsPlainSymbol(char high, char low) => high switch
    {
        '\uD83C' => low is (>= '\uDC00' and < '\uDD00') or (> '\uDE51' and <= '\uDFFF'),
        '\uD83D' => char.IsLowSurrogate(low),
        '\uD83E' => low is >= '\uDC00' and < '\uDFF0',
        _ => false,
    };
}
