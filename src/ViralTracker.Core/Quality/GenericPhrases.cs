using System.Text.RegularExpressions;
using ViralTracker.Core.Texts;

namespace ViralTracker.Core.Quality;

/// <summary>
/// The reference's sixteen stock phrases, as words. It asked for 20 characters beyond a phrase in the raw text, which
/// made every phrase under 11 characters pass (fault 19); here all phrases are taken out, and what is left is counted in
/// letters and digits, of which 20 characters of English hold about 15.
/// </summary>
internal static partial class GenericPhrases
{
    private const int MinOwnLetters = 15;

    public static Rejection? Check(DraftToCheck draft)
    {
        var phrase = Phrases.Match(draft.Folded);
        if (!phrase.Success) return null;
        var own = Phrases.Replace(draft.Folded, " ").EnumerateRunes().Count(UnicodeFacts.IsWord);
        return own >= MinOwnLetters ? null : new(QualityRule.Generic, $"\"{phrase.Value}\" and only {own} letters of its own.");
    }

    [GeneratedRegex(
        """
        (?<!\w)(?: great\W+post | thanks\W+for\W+sharing | well\W+said | (?:totally|i)\W+agree | this\W+is\W+awesome
        | love\W+this | so\W+true | couldn'?t\W+agree\W+more | exactly | 100\s?% | (?:this|yes)(?=\s?!)
        | very\W+interesting | (?:interesting|good)\W+point )(?!\w)
        """,
        RegexOptions.IgnorePatternWhitespace | RegexOptions.CultureInvariant)]
    private static partial Regex Phrases { get; }
}
