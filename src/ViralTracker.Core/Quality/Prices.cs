using System.Collections.Frozen;
using System.Text.RegularExpressions;
using ViralTracker.Core.Texts;

namespace ViralTracker.Core.Quality;

/// <summary>Numbers that are amounts of money. What is bet (ten bucks says it breaks), a ten-dollar word and my five cents price nothing.</summary>
internal static partial class Prices
{
    private const int MostBetween = 3;

    private static readonly FrozenSet<string> Units = "dollar dollars dólar dólares dollari bucks quid pounds euro euros cents reais pesos rupees yen yuan franken francs francos franchi sterline".Split(' ').ToFrozenSet();
    private static readonly FrozenSet<string> Bets = "bet bets betting wager".Split(' ').ToFrozenSet();
    private static readonly FrozenSet<string> Opinions = "my your his her our their".Split(' ').ToFrozenSet();
    private static readonly FrozenSet<string> NoGoods = "says say word words question questions idea".Split(' ').ToFrozenSet();

    /// <summary>Money is the unit of a number in words.</summary>
    /// <param name="start">The number's first word.</param>
    /// <param name="next">The word after it.</param>
    public static bool IsPrice(Word[] words, int start, int next) =>
        IsUnit(words, next)
        && !(next + 1 < words.Length && NoGoods.Contains(words[next + 1].Text))
        && !(start > 0 && words[next].Text == "cents" && Opinions.Contains(words[start - 1].Text))
        && !words[Math.Max(0, start - MostBetween)..start].Any(word => Bets.Contains(word.Text));

    public static bool IsUnit(Word[] words, int at) => at < words.Length && Units.Contains(words[at].Text);

    /// <summary>Money is the unit of a number in digits; what is free (0 €) has no price, and <c>$1</c> in braces or quotes is code.</summary>
    public static bool IsPrice(WrittenNumber number, string folded) =>
        number.Value != "0" && (Before.IsMatch(folded[..number.Start]) ? !Code.IsMatch(folded, number.Start + number.Shown.Length) : After.IsMatch(folded, number.Start + number.Shown.Length));

    [GeneratedRegex(@"(?:[$€£¥₹₩]|\b(?:usd|eur|gbp|chf))\s?$", RegexOptions.CultureInvariant)]
    private static partial Regex Before { get; }

    [GeneratedRegex(@"\G['`}]", RegexOptions.CultureInvariant)]
    private static partial Regex Code { get; }

    [GeneratedRegex(@"\G[\s-]?(?:[$€£¥₹₩]|円|ドル|ユーロ|元|원|(?:usd|eur|gbp|chf|dollars?|dólar(?:es)?|dollari|euros?|bucks|quid|pounds|reais|franken|francs)(?!\w))(?!\s(?:says?|words?|questions?|idea)\b)", RegexOptions.CultureInvariant)]
    private static partial Regex After { get; }
}
