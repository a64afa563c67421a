using System.Text.RegularExpressions;

namespace ViralTracker.Core.Quality;

/// <summary>What stands in quotation marks of any language.</summary>
internal static partial class Quotations
{
    /// <summary>A blank for each quotation; the text as it is where most of it is quoted.</summary>
    public static string Without(string text) => 2 * Quoted.Matches(text).Sum(quoted => quoted.Length) > text.Length ? text : Quoted.Replace(text, " ");

    /// <summary>Within Han or kana several Latin words in a row are somebody's title or sentence.</summary>
    public static string WithoutTitles(string text) => Title.Replace(text, " ");

    [GeneratedRegex(@"(?:(?<=[\p{IsHiragana}\p{IsKatakana}\p{IsCJKUnifiedIdeographs}][^\w\n]{0,2}|^\W*)[a-z][\w'-]*(?: [a-z][\w'-]*)+)(?=[^\w\n]{0,2}[\p{IsHiragana}\p{IsKatakana}\p{IsCJKUnifiedIdeographs}])", RegexOptions.CultureInvariant)]
    private static partial Regex Title { get; }

    // A plain apostrophe quotes only around words, never within one.
    [GeneratedRegex("""
        "[^"\n]+" | “[^”\n]+” | „[^“”\n]+[“”] | ”[^”\n]+” | «[^»\n]+» | »[^«\n]+« | ‹[^›\n]+› | 「[^」\n]+」 | 『[^』\n]+』 | (?<!\w)'(?!\s)[^'\n]+(?:(?<=\w)'(?=\w)[^'\n]+)*(?<!\s)'(?!\w)
        """, RegexOptions.IgnorePatternWhitespace | RegexOptions.CultureInvariant)]
    private static partial Regex Quoted { get; }
}
