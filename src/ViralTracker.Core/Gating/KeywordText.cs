using System.Buffers;
using ViralTracker.Core.Texts;

namespace ViralTracker.Core.Gating;

/// <summary>A text made ready for keyword lists, once for all of them.</summary>
internal sealed class KeywordText
{
    private static readonly SearchValues<char> OtherSpaces = SearchValues.Create("\t\n\v\f\r\u0085\u00A0\u1680\u2000\u2001\u2002\u2003\u2004\u2005\u2006\u2007\u2008\u2009\u200A\u2028\u2029\u202F\u205F\u3000");

    public KeywordText(string text)
    {
        Text = text;
        Folded = TextFolding.Skeleton(text);
        Words = Texts.Words.Spaced(Folded);
        Written = SingleSpaced(Folded);
    }

    /// <summary>As it is written.</summary>
    public string Text { get; }

    /// <summary>All of it, line by line.</summary>
    public string Folded { get; }

    /// <summary>Its words with one space before, between and after them.</summary>
    public string Words { get; }

    /// <summary>All of it, with single spaces.</summary>
    public string Written { get; }

    public static string SingleSpaced(string text) =>
        text.Length > 0 && text[0] != ' ' && text[^1] != ' ' && !text.Contains("  ", StringComparison.Ordinal) && !text.AsSpan().ContainsAny(OtherSpaces)
            ? text
            : string.Join(' ', text.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries));
}
