using System.Buffers;
using System.Globalization;

namespace ViralTracker.Core.Quality;

/// <summary>Numbers in Han numerals within a text: 十五 is 15, 三万 is 30,000, 二〇二五 is 2025.</summary>
internal static class HanNumerals
{
    private const string Signs = "〇零一二三四五六七八九两兩十百千万萬亿億";
    private const int MostSigns = 12;

    private static readonly SearchValues<char> Digits = SearchValues.Create("〇零一二三四五六七八九");

    /// <summary>Each number as a whole, and each of its digits by itself.</summary>
    public static IEnumerable<long> AllOf(string word)
    {
        for (var i = 0; i < word.Length; i++)
        {
            var end = i;
            while (end < word.Length && end - i < MostSigns && Signs.Contains(word[end], StringComparison.Ordinal)) end++;
            if (end == i) continue;
            yield return Value(word.AsSpan(i, end - i));
            for (; end - i > 1; i++) yield return Value(word.AsSpan(i, 1));
            yield return Value(word.AsSpan(i, 1));
        }
    }

    private static long Value(ReadOnlySpan<char> signs)
    {
        // A year is spelled digit by digit.
        if (signs.Length > 1 && !signs.ContainsAnyExcept(Digits)) return long.Parse(string.Concat(signs.ToArray().Select(Digit)), CultureInfo.InvariantCulture);
        long total = 0, section = 0, digit = 0;
        foreach (var sign in signs)
        {
            if (Unit(sign) is not { } unit) digit = Digit(sign);
            else if (unit >= 10_000) (total, section, digit) = ((total + Math.Max(1, section + digit)) * unit, 0, 0);
            else (section, digit) = (section + (Math.Max(1, digit) * unit), 0);
        }

        return total + section + digit;
    }

    private static long Digit(char sign) => sign is '两' or '兩' ? 2 : sign is '〇' ? 0 : Signs.IndexOf(sign, StringComparison.Ordinal) - 1;

    private static long? Unit(char sign) => sign switch { '十' => 10, '百' => 100, '千' => 1000, '万' or '萬' => 10_000, '亿' or '億' => 100_000_000, _ => null };
}
