using System.Globalization;
using System.Text;
using System.Text.RegularExpressions;
using ViralTracker.Core.Texts;

namespace ViralTracker.Core.Quality;

/// <summary>A number of a text.</summary>
/// <param name="Value">In ASCII digits without separators: <c>1,400</c> is 1400.</param>
/// <param name="Shown">As written, with its scale.</param>
/// <param name="Scaled">Multiplied out where it has a scale: 1.5k is 1500.</param>
/// <param name="MayBeUnit">The scale may as well be a unit: minutes, metres, bytes.</param>
internal readonly record struct WrittenNumber(string Value, string Shown, int Start, string? Scaled, bool MayBeUnit);

/// <summary>A text whose names and numbers drafts may use.</summary>
internal sealed partial class FactSource
{
    private const int LongName = 5;
    private const int LongestEnding = 3;

    private const int LeastStem = 3;
    private const int LongestCase = 5;
    private const int MostHumps = 6;

    private readonly string _text;
    private readonly string _folded;
    private readonly Word[] _words;
    private readonly HashSet<string> _numbers = new(StringComparer.Ordinal);
    private readonly HashSet<decimal> _durations;

    public FactSource(string text)
        : this(text, TextFolding.FoldProse(text), null)
    {
    }

    /// <param name="folded">Of the text.</param>
    /// <param name="words">Of the folded text, where they are known.</param>
    public FactSource(string text, string folded, Word[]? words)
    {
        _text = text;
        // Names within tags and handles (#GitHubActions) are names, too.
        var tagged = text.AsSpan().ContainsAny('#', '@') ? string.Join(' ', Tag.Matches(text).SelectMany(m => Parts(m.Groups[1].Value))) : "";
        _folded = tagged.Length == 0 ? folded : folded + "\n" + TextFolding.FoldProse(tagged);
        _words = words ?? [.. Words.Split(folded)];
        foreach (var number in Numbers(folded))
        {
            _numbers.Add(number.Value);
            if (number.Scaled is { } scaled) _numbers.Add(scaled);
        }

        _numbers.UnionWith(SpelledNumbers.AllOf(_words));
        _durations = [.. Durations.AllOf(folded, _words)];
    }

    /// <summary>What stands between any two humps.</summary>
    private static IEnumerable<string> Parts(string tag)
    {
        var humps = Hump.Split(tag);
        return humps.Length is 1 or > MostHumps ? [] : from start in Enumerable.Range(0, humps.Length) from end in Enumerable.Range(start + 1, humps.Length - start) select string.Concat(humps[start..end]);
    }

    private HashSet<string> Spellings => field ??= NameSpellings.AllOf(_words);

    private HashSet<string> Shares => field ??= [.. SharesInWords.AllOf(Words.Spaced(_folded))];

    private HashSet<string> Acronyms => field ??= [.. Capitals.Matches(_text).Select(m => TextFolding.FoldProse(m.Value))];

    /// <summary>True where consecutive words of the text, none of them a function word, begin with the acronym's letters (PCA: Principal Component Analysis).</summary>
    public bool HasInitials(string acronym) => Enumerable.Range(0, Math.Max(0, _words.Length - acronym.Length + 1))
        .Any(start => acronym.Index().All(letter => _words[start + letter.Index].Text is var word && word[0] == letter.Item && !FunctionWords.Contains(word)));

    /// <summary>True where the text has the acronym in capitals.</summary>
    public bool HasAcronym(string folded) => Acronyms.Contains(folded);

    public bool HasNumber(string value) => _numbers.Contains(value);

    public bool HasNumber(WrittenNumber number) => _numbers.Contains(number.Scaled ?? number.Value) || (number.MayBeUnit && _numbers.Contains(number.Value));

    /// <param name="percent">In digits.</param>
    public bool HasShare(string percent) => Shares.Contains(percent);

    public bool HasDuration(IEnumerable<decimal> duration) => duration.Any(_durations.Contains);

    /// <summary>True where the text writes the name in one word, in several, short, or with another ending.</summary>
    /// <param name="joined">Folded, without what separates its parts.</param>
    public bool HasSpelling(string joined) => NameSpellings.Has(Spellings, joined);

    /// <summary>True where the name stands in the text as a word of its own, whatever its case; a long one may have a short ending (PostgreSQL for Postgres).</summary>
    public bool HasName(string folded)
    {
        for (var at = _folded.IndexOf(folded, StringComparison.Ordinal); at >= 0; at = _folded.IndexOf(folded, at + 1, StringComparison.Ordinal))
            if ((at == 0 || !Joins(_folded[at - 1], folded[0])) && EndsAsName(at + folded.Length, folded)) return true;
        return false;
    }

    /// <summary>True where the name stands in the text in another case: a word that begins as it does and differs in a few letters at the end (Москва for Москве, Praha for Praze).</summary>
    public bool HasInflected(string folded) => folded.Length > LeastStem && _words.Any(word => IsSameStem(word.Text, folded));

    private static bool IsSameStem(string one, string other)
    {
        var stem = one.AsSpan().CommonPrefixLength(other);
        var longer = Math.Max(one.Length, other.Length);
        return stem >= LeastStem && 2 * stem >= longer && longer - stem <= LongestCase;
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

    /// <summary>A folded text's numbers.</summary>
    public static IEnumerable<WrittenNumber> Numbers(string folded) => Number.Matches(folded).Select(m => Written(m, Plain(m.Groups["digits"].Value)));

    private static WrittenNumber Written(Match found, string value)
    {
        var scale = found.Groups["scale"].Value;
        return new(value, found.Value, found.Index, scale.Length == 0 ? null : SpelledNumbers.Scaled(value, scale), scale is "m" or "b");
    }

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
    // The first number of a range (15-20k) is of its scale, too.
    [GeneratedRegex(
        """
        (?<![A-Za-z\u00C0-\u052F\p{Nd}_.,])(?<digits>\p{Nd}{1,3}(?:\ \p{Nd}{3})+(?![\p{L}\p{Nd}]) | \p{Nd}+(?:[.,'\u066B\u066C]\p{Nd}+)*)
        (?: (?<scale>[kmb])(?![\p{L}\p{Nd}]) | \s?(?<scale>[千万萬億亿]) | [\s-](?<scale>thousand|tausend|mil|mille|million|millions|millionen|millón|millones|milhão|milhões|milione|milioni|miljoen|billion|milliarden?|milliards?|mio|mrd|bn|mn)(?!\w)
          | (?=\s?[-–]\s?\p{Nd}+(?:[.,]\p{Nd}+)?(?:(?<scale>[kmb])(?![\p{L}\p{Nd}])|\s(?<scale>thousand|million|billion)(?!\w))) )?
        """, RegexOptions.IgnorePatternWhitespace | RegexOptions.ExplicitCapture)]
    private static partial Regex Number { get; }

    [GeneratedRegex(@"^[0-9]{1,3}(?:[.,' ][0-9]{3})+$")]
    private static partial Regex Grouped { get; }

    [GeneratedRegex(@"(?<![\p{L}\p{N}])\p{Lu}{2,6}(?=s?(?![\p{L}\p{N}]))")]
    private static partial Regex Capitals { get; }

    [GeneratedRegex(@"[#@](\w+)")]
    private static partial Regex Tag { get; }

    [GeneratedRegex(@"(?<=\p{Ll})(?=\p{Lu})|(?<=\p{Lu})(?=\p{Lu}\p{Ll})")]
    private static partial Regex Hump { get; }
}
