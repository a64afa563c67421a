using System.Collections.Frozen;
using System.Text.RegularExpressions;

namespace ViralTracker.Core.Quality;

/// <summary>
/// Numbers that nobody stated, in digits of any script or in words. Up to two they pass unless they claim a share or a multiple,
/// and so do sayings (24/7, 80/20, 100 % sure) and the codes of HTTP.
/// </summary>
internal static partial class InventedNumbers
{
    private static readonly FrozenSet<string> Small = new[] { "0", "1", "2" }.ToFrozenSet();

    /// <summary>What it is, for a sentence about it; null where every number is stated.</summary>
    /// <param name="stated">Asks the sources.</param>
    public static string? Find(DraftToCheck draft, Func<Func<FactSource, bool>, bool> stated)
    {
        foreach (var (value, shown, start, thousands) in FactSource.Numbers(draft.Folded))
        {
            var free = Small.Contains(value) ? !Claim.IsMatch(draft.Folded, start + shown.Length) : Sayings.Matches(draft.Folded).Any(m => start >= m.Index && start < m.Index + m.Length);
            if (!free && !stated(s => s.HasNumber(value) || (thousands && s.HasNumber(value + "000")))) return $"The number {shown}";
        }

        foreach (var (value, shown, claims) in SpelledNumbers.In(draft.Words))
            if (claims && !stated(s => s.HasNumber(value))) return $"The number \"{shown}\"";
        foreach (var (shown, numbers) in SpelledNumbers.Relations(draft.Spaced))
            if (!stated(s => s.Has(shown) || numbers.Any(s.HasNumber))) return $"The claim \"{shown}\"";
        return null;
    }

    // A share or a multiple right after the number.
    [GeneratedRegex(@"\G\s?(?:%|٪|percent\b|per\ cent\b|prozent\b|por\s?cien?to\b|pour\ cent\b|x\b|[- ]?fold\b|倍|割)", RegexOptions.CultureInvariant)]
    private static partial Regex Claim { get; }

    [GeneratedRegex(
        """
        \bport\s(?:80|443)\b | (?<!\d)(?: 24\s?/\s?7 | 24[\s-]?(?:hours?|hrs?|h|stunden|heures|horas|ore|uur)\b | 24時間 | 80\s?/\s?20 | 50\s?/\s?50 | 9[\s-]?to[\s-]?5\b
          | 100\s?(?:%|percent|per\ cent|prozent|procent|pour\ cent|por\ ciento|por\ cento)(?!\s?(?:of|der|des|aller|de|dos|das|delle|dei|van)\b|\s?d')
          | (?:40[0-9]|429|50[0-4])(?:s\b|\s(?:errors?|pages?|status|responses?)\b) | 404(?!\d|\s?%|\s\p{L}+s\b) )
        | \b(?:an?|the|http|status|code|returns?|returned|returning|throws?|threw|serves?|served|error|got|gets)\s(?:40[0-9]|429|50[0-4])(?!\d|[-\s]?%|-\p{L}|\s(?!(?:and|or|in|on|from|at|is|was|when|if|for|to|with|not|after|before|every|instead|that|which|then|there|again)\b)\p{L})
        """, RegexOptions.IgnorePatternWhitespace | RegexOptions.CultureInvariant)]
    private static partial Regex Sayings { get; }
}
