using System.Globalization;
using System.Text;
using System.Text.RegularExpressions;
using ViralTracker.Core.Texts;

namespace ViralTracker.Core.Quality;

/// <summary>A text whose names and numbers drafts may use.</summary>
internal sealed partial class FactSource
{
    private const int LongName = 5;
    private const int LongestEnding = 3;
    private const int MostHumps = 6;

    private readonly string _folded;
    private readonly HashSet<string> _numbers = new(StringComparer.Ordinal);

    public FactSource(string text)
        : this(text, TextFolding.FoldProse(text), null)
    {
    }

    /// <param name="folded">Of the text.</param>
    /// <param name="words">Of the folded text, where they are known.</param>
    public FactSource(string text, string folded, Word[]? words)
    {
        // Names within tags and handles (#GitHubActions) are names, too.
        var tagged = text.AsSpan().ContainsAny('#', '@') ? string.Join(' ', Tag.Matches(text).SelectMany(m => Parts(m.Groups[1].Value))) : "";
        _folded = tagged.Length == 0 ? folded : folded + "\n" + TextFolding.FoldProse(tagged);
        foreach (var number in Numbers(folded))
        {
            _numbers.Add(number.Value);
            if (number.Thousands) _numbers.Add(number.Value + "000");
        }

        _numbers.UnionWith(SpelledNumbers.AllOf(words ?? [.. Words.Split(folded)]));
    }

    /// <summary>What stands between any two humps.</summary>
    private static IEnumerable<string> Parts(string tag)
    {
        var humps = Hump.Split(tag);
        return humps.Length is 1 or > MostHumps ? [] : from start in Enumerable.Range(0, humps.Length) from end in Enumerable.Range(start + 1, humps.Length - start) select string.Concat(humps[start..end]);
    }

    public bool HasNumber(string value) => _numbers.Contains(value);

    /// <summary>True where the name stands in the text as a word of its own, whatever its case; a long one may have a short ending (PostgreSQL for Postgres).</summary>
    public bool HasName(string folded)
    {
        for (var at = _folded.IndexOf(folded, StringComparison.Ordinal); at >= 0; at = _folded.IndexOf(folded, at + 1, StringComparison.Ordinal))
            if ((at == 0 || !Joins(_folded[at - 1], folded[0])) && EndsAsName(at + folded.Length, folded)) return true;
        return false;
    }

    public bool Has(string text) => _folded.Contains(TextFolding.FoldProse(text), StringComparison.Ordinal);

    private bool EndsAsName(int end, string name)
    {
        var ending = 0;
        while (end + ending < _folded.Length && Joins(_folded[end + ending], name[^1])) ending++;
        return ending == 0 || (name.Length >= LongName && ending <= LongestEnding) || (ending == 1 && (_folded[end] is 's' || char.IsAsciiDigit(_folded[end])));
    }

    /// <summary>Letters of scripts with spaces are of one word; those of the others never are.</summary>
    private static bool Joins(char one, char other) => char.IsLetterOrDigit(one) && !UnicodeFacts.IsUnspaced(new Rune(one)) && !char.IsSurrogate(other) && !UnicodeFacts.IsUnspaced(new Rune(other));

    /// <summary>A folded text's numbers in ASCII digits without their separators (<c>1,400</c> is 1400), with where each starts.</summary>
    public static IEnumerable<(string Value, string Shown, int Start, bool Thousands)> Numbers(string folded) =>
        Number.Matches(folded).Select(m => (Plain(m.Groups[1].Value), m.Value, m.Index, m.Groups[2].Value is "k" or "K"));

    private static string Plain(string number)
    {
        var digits = number.TrimEnd('.', ',');
        if (!Ascii.IsValid(digits)) digits = string.Concat(digits.Select(Digit));
        return Grouped.IsMatch(digits) ? string.Concat(digits.Where(char.IsAsciiDigit)) : digits.Replace(',', '.');
    }

    private static string Digit(char sign) => CharUnicodeInfo.GetDecimalDigitValue(sign) is var digit and >= 0
        ? digit.ToString(CultureInfo.InvariantCulture)
        : sign switch { '\u066B' => ".", '\u066C' => ",", _ => sign.ToString() };

    // Digits within a word that starts with a letter (p99, utf8) are part of a name; kana and Han before them are other words.
    [GeneratedRegex(@"(?<![A-Za-z\u00C0-\u052F\p{Nd}_.,])(\p{Nd}+(?:[.,'\u066B\u066C]\p{Nd}+)*)([kK]\b)?")]
    private static partial Regex Number { get; }

    [GeneratedRegex(@"^[0-9]{1,3}(?:[.,'][0-9]{3})+$")]
    private static partial Regex Grouped { get; }

    [GeneratedRegex(@"[#@](\w+)")]
    private static partial Regex Tag { get; }

    [GeneratedRegex(@"(?<=\p{Ll})(?=\p{Lu})|(?<=\p{Lu})(?=\p{Lu}\p{Ll})")]
    private static partial Regex Hump { get; }
}
