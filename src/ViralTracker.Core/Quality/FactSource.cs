using System.Collections.Frozen;
using System.Text.RegularExpressions;
using ViralTracker.Core.Texts;

namespace ViralTracker.Core.Quality;

/// <summary>A text whose names and numbers drafts may use.</summary>
internal sealed partial class FactSource
{
    private static readonly FrozenDictionary<string, string> NumberWords = new (string Number, string Words)[]
    {
        ("3", "three drei trois tres três 三"), ("4", "four vier quatre cuatro quatro 四"), ("5", "five fünf cinq cinco 五"),
        ("6", "six sechs seis 六"), ("7", "seven sieben sept siete sete 七"), ("8", "eight acht huit ocho oito 八"),
        ("9", "nine neun neuf nueve nove 九"), ("10", "ten zehn dix diez dez 十"), ("11", "eleven elf onze once"),
        ("12", "twelve dozen zwölf douze doce doze dutzend"), ("20", "twenty zwanzig vingt veinte vinte"), ("50", "fifty"), ("100", "hundred hundert cent cien cem"),
        ("1000", "thousand tausend mille mil"),
    }.SelectMany(n => n.Words.Split(' ').Select(word => (word, n.Number))).ToFrozenDictionary(n => n.word, n => n.Number);

    private readonly string _folded;
    private readonly HashSet<string> _numbers = new(StringComparer.Ordinal);

    public FactSource(string text)
    {
        _folded = AnsweredPost.Fold(text);
        foreach (var number in Numbers(text))
        {
            _numbers.Add(number.Value);
            if (number.Thousands) _numbers.Add(number.Value + "000");
        }

        foreach (var (word, _) in Words.Split(_folded))
            if (NumberWords.TryGetValue(word, out var value)) _numbers.Add(value);
    }

    public bool HasNumber(string value) => _numbers.Contains(value);

    /// <summary>True where the name stands in the text, whatever its case and whatever follows it.</summary>
    public bool HasName(string folded)
    {
        for (var at = _folded.IndexOf(folded, StringComparison.Ordinal); at >= 0; at = _folded.IndexOf(folded, at + 1, StringComparison.Ordinal))
            if (at == 0 || folded.Length > 3 || !char.IsLetterOrDigit(_folded[at - 1])) return true;
        return false;
    }

    public bool Has(string text) => _folded.Contains(AnsweredPost.Fold(text), StringComparison.Ordinal);

    /// <summary>The text's numbers without their separators (<c>1,400</c> is 1400), with where each starts.</summary>
    public static IEnumerable<(string Value, string Shown, int Start, bool Thousands)> Numbers(string text) =>
        Number.Matches(text).Select(m => (Plain(m.Groups[1].Value), m.Value, m.Index, m.Groups[2].Value is "k" or "K"));

    private static string Plain(string number)
    {
        var digits = number.TrimEnd('.', ',');
        return Grouped.IsMatch(digits) ? string.Concat(digits.Where(char.IsAsciiDigit)) : digits.Replace(',', '.');
    }

    // Digits within a word that starts with a letter (p99, utf8) are part of a name; kana and Han before them are other words.
    [GeneratedRegex(@"(?<![A-Za-z\u00C0-\u052F\d_.,])([0-9]+(?:[.,'\u00A0\u202F][0-9]+)*)([kK]\b)?")]
    private static partial Regex Number { get; }

    [GeneratedRegex(@"^[0-9]{1,3}(?:[.,'\u00A0\u202F][0-9]{3})+$")]
    private static partial Regex Grouped { get; }
}
