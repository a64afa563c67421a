using System.Globalization;
using System.Text;
using ViralTracker.Core.Texts;

namespace ViralTracker.Core.Quality;

/// <summary>
/// Length of a text as X counts it (twitter-text 3, configuration v3): links 23, emoji 2, Latin and similar characters 1,
/// all others 2.
/// </summary>
public static class XLength
{
    private const int LinkLength = 23;

    public static int Of(string text)
    {
        var (length, at) = (0, 0);
        var composed = Ascii.IsValid(text) ? text : UnicodeForms.WellFormed(text).Normalize(NormalizationForm.FormC);
        foreach (var link in Links.Linked(composed))
        {
            length += OfPlain(composed.AsSpan(at, link.Start - at)) + LinkLength;
            at = link.Start + link.Text.Length;
        }

        return length + OfPlain(composed.AsSpan(at));
    }

    private static int OfPlain(ReadOnlySpan<char> text)
    {
        var length = 0;
        if (Ascii.IsValid(text)) return text.Length;
        while (!text.IsEmpty)
        {
            var size = StringInfo.GetNextTextElementLength(text);
            length += OfElement(text[..size]);
            text = text[size..];
        }

        return length;
    }

    private static int OfElement(ReadOnlySpan<char> element)
    {
        if (Emoji.IsEmoji(element)) return 2;
        var length = 0;
        foreach (var rune in element.EnumerateRunes()) length += IsLight(rune.Value) ? 1 : 2;
        return length;
    }

    private static bool IsLight(int c) => c is <= 0x10FF or (>= 0x2000 and <= 0x200D) or (>= 0x2010 and <= 0x201F) or (>= 0x2032 and <= 0x2037);
}
