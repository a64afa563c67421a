using System.Text.RegularExpressions;

namespace ViralTracker.Core.Quality;

/// <summary>Parts of a whole said in words, as percentages of what they are and leave: half is 50, a third 33, 66 and 67. What is half an hour, a good quarter or a third party is no share.</summary>
internal static partial class SharesInWords
{
    private static readonly string[] Half = ["50"], Third = ["33", "66", "67"], Quarter = ["25", "75"];

    /// <param name="spaced">As <see cref="DraftToCheck.Spaced"/>.</param>
    public static IEnumerable<string> AllOf(string spaced) =>
        Part.Matches(spaced).SelectMany(part => part.Groups["half"].Success ? Half : part.Groups["third"].Success ? Third : Quarter);

    [GeneratedRegex(
        """
        (?<=\ )(?: (?<half>half(?!\ (?:an?|days?|hours?|years?|months?|past|way|time|baked|marathons?)\ )|halves|hälfte|mitad|moitié|metade|metà|helft)
        | (?<third>(?:a|one)\ third(?!\ (?:party|parties|time|person|way|one|option|attempt|try)\ )|two\ thirds|(?:ein|zwei)\ drittel|(?:un|deux)\ tiers|un\ tercio|dos\ tercios|um\ terço|dois\ terços|un\ terzo|due\ terzi|(?:een|twee)\ derde)
        | (?<quarter>(?:a|one)\ quarter(?!\ (?:of\ an?|ago|later|hour|after|before)\ )|three\ quarters(?!\ of\ an\ )|(?:ein|drei)\ ?viertel(?!\ ?stunde)|un\ quart(?!\ d\ heure)|trois\ quarts|un\ cuarto|tres\ cuartos|um\ quarto|três\ quartos|un\ quarto|tre\ quarti|(?:een|drie)\ ?kwart)
        )(?=\ )
        """, RegexOptions.IgnorePatternWhitespace | RegexOptions.CultureInvariant)]
    private static partial Regex Part { get; }
}
