using System.Collections.Frozen;
using System.Globalization;
using System.Text.RegularExpressions;

namespace ViralTracker.Core.Quality;

/// <summary>
/// Numbers that nobody stated, in digits of any script or in words. Up to two they pass unless they claim a share, a multiple or a price,
/// and so do sayings (24/7, 80/20, 3am, 100 % sure) and the codes of HTTP.
/// </summary>
internal static partial class InventedNumbers
{
    private static readonly FrozenSet<string> Small = new[] { "0", "1", "2" }.ToFrozenSet();

    /// <summary>What it is, for a sentence about it; null where every number is stated.</summary>
    /// <param name="stated">Asks the sources.</param>
    public static string? Find(DraftToCheck draft, Func<Func<FactSource, bool>, bool> stated)
    {
        var sayings = new SayingsInOrder(draft.Folded);
        foreach (var number in FactSource.Numbers(draft.Folded))
            if (!IsFree(number, draft.Folded, sayings) && !stated(s => s.HasNumber(number)) && !IsStatedOtherwise(number, draft.Folded, stated)) return $"The number {number.Shown}";
        foreach (var (value, shown, end, claims) in SpelledNumbers.In(draft.Words))
            if (claims && !stated(s => s.HasNumber(value)) && !(SpelledNumbers.IsShare(draft.Words, end) && stated(s => s.HasShare(value))) && !(end < draft.Words.Length && stated(s => s.HasDuration(Durations.Of(Amount(value), draft.Words[end].Text))))) return $"The number \"{shown}\"";
        foreach (var (shown, numbers) in SpelledNumbers.Relations(draft.Spaced))
            if (!stated(s => s.Has(shown) || numbers.Any(s.HasNumber))) return $"The claim \"{shown}\"";
        return null;
    }

    private static bool IsFree(WrittenNumber number, string folded, SayingsInOrder sayings) =>
        Small.Contains(number.Value) && (number.Scaled is null || number.MayBeUnit) ? !Claim.IsMatch(folded, number.Start + number.Shown.Length) && !Prices.IsPrice(number, folded) : sayings.Hold(number.Start);

    /// <summary>The sayings of a text, asked from its start to its end: each is looked for once.</summary>
    private sealed class SayingsInOrder(string folded)
    {
        private Match? _next;

        /// <param name="at">No place before one asked for earlier.</param>
        public bool Hold(int at)
        {
            _next ??= Sayings.Match(folded);
            while (_next.Success && _next.Index + _next.Length <= at) _next = _next.NextMatch();
            return _next.Success && _next.Index <= at;
        }
    }

    /// <summary>As a length of time in another unit, as a share in words, or as part of a name: GPT-5 for gpt5.</summary>
    private static bool IsStatedOtherwise(WrittenNumber number, string folded, Func<Func<FactSource, bool>, bool> stated) =>
        stated(s => s.HasDuration(Durations.Of(number.Value, folded, number.Start + number.Shown.Length)))
        || (Percent.IsMatch(folded, number.Start + number.Shown.Length) && stated(s => s.HasShare(number.Value)))
        || NameSpellings.Around(folded, number.Start).Any(name => char.IsLetter(name[0]) && stated(s => s.HasSpelling(name)));

    private static decimal Amount(string digits) => decimal.Parse(digits, CultureInfo.InvariantCulture);

    private const string PercentSign = @"%|٪|percent\b|per\ cent\b|prozent\b|por\s?cien?to\b|pour\ cent\b";

    // Right after the number.
    [GeneratedRegex($@"\G\s?(?:{PercentSign})", RegexOptions.CultureInvariant)]
    private static partial Regex Percent { get; }

    // A share or a multiple right after the number.
    [GeneratedRegex($@"\G\s?(?:{PercentSign}|x\b|[- ]?fold\b|倍|割|times\s(?:as|more|less|fewer|faster|slower|cheaper|bigger|larger|smaller|better|worse|longer|shorter)\b)", RegexOptions.CultureInvariant)]
    private static partial Regex Claim { get; }

    [GeneratedRegex(
        """
        \bport\s(?:80|443)\b | \b(?:[1-9]|1[0-2])(?::[0-5][05])?\s?(?:am|pm|a\.m|p\.m)\b | \b(?:um\s)?(?:[1-9]|1[0-9]|2[0-3])\suhr\b | \b(?:[1-9]|1[0-2])\s?h\sdu\s(?:matin|soir)\b | \b(?:[1-9]|1[0-2])\s(?:de\sla|da)\s(?:mañana|madrugada|noche|tarde|manhã|noite)\b
          | \b(?:[1-9]|1[0-2])\s(?:in\sthe\s(?:morning|afternoon|evening)|at\snight)\b | (?:深夜|夜中の?|午前|午後|朝の?|夕方の?|夜の?)(?:[1-9]|1[0-2])時 | (?:早上|上午|中午|下午|晚上|半夜|凌晨|夜里)(?:[1-9]|1[0-2])[点點] | (?<!\d)(?:[1-9]|1[0-9]|2[0-3])시(?!간) | (?<!\d)(?:[1-9]|1[0-9]|2[0-3])時(?![間点])
          | \bв\s(?:[1-9]|1[0-2])\s(?:утра|вечера|ночи|дня) | \bо\s(?:[1-9]|1[0-2])\s(?:ранку|вечора|ночі) | \bo\s(?:[1-9]|1[0-9]|2[0-3])\s(?:rano|wieczorem|w\snocy) | \b(?:às|à|vers)\s(?:[1-9]|1[0-9]|2[0-3])\s?h(?:[0-5][05])?\b | \b(?:a\slas|alle|om|kl\.?|klockan|klokken|jam|saat|pukul)\s(?:[1-9]|1[0-9]|2[0-3])(?::[0-5][05])?(?=[,.;!?]|$|\suur\b)
          | (?<!\d)(?: 24\s?/\s?7 | 24[\s-]?(?:hours?|hrs?|h|stunden|heures|horas|ore|uur)\b | 24時間 | 80\s?/\s?20 | 50\s?/\s?50 | 9[\s-]?to[\s-]?5\b
          | 100\s?(?:%|percent|per\ cent|prozent|procent|pour\ cent|por\ ciento|por\ cento)(?!\s?(?:of|der|des|aller|de|dos|das|delle|dei|van)\b|\s?d')
          | (?:40[0-9]|429|50[0-4])(?:s\b|\s(?:errors?|pages?|status|responses?)\b) | 404(?!\d|\s?%|\s\p{L}+s\b) )
        | \b(?:an?|the|http|status|code|returns?|returned|returning|throws?|threw|serves?|served|error|got|gets)\s(?:40[0-9]|429|50[0-4])(?!\d|[-\s]?%|-\p{L}|\s(?!(?:and|or|in|on|from|at|is|was|when|if|for|to|with|not|after|before|every|instead|that|which|then|there|again)\b)\p{L})
        """, RegexOptions.IgnorePatternWhitespace | RegexOptions.CultureInvariant)]
    private static partial Regex Sayings { get; }
}
