using System.Globalization;
using System.Text.RegularExpressions;

namespace ViralTracker.Adapters.Sources.Values;

/// <summary>Counts as files write them: <c>12</c>, <c>12.0</c>, <c>1,234</c>, <c>3.4M</c>, <c>1.2E3</c>, and <c>1.234</c> where dots are known to stand between thousands.</summary>
internal static partial class CountText
{
    private const NumberStyles Styles = NumberStyles.AllowDecimalPoint | NumberStyles.AllowExponent | NumberStyles.AllowLeadingSign;

    /// <summary>Null when this is no whole number that fits 64 bits, or one whose dot may stand between thousands or before decimals.</summary>
    /// <param name="dotsGroup">Whether dots are known to stand between thousands.</param>
    public static long? Parse(string text, bool dotsGroup)
    {
        text = text.Trim();
        if (!DotGroups.IsMatch(text))
            return ParseDecimal(text);
        return dotsGroup || text.Contains(',')
            ? ParseDecimal(text.Replace(".", "", StringComparison.Ordinal).Replace(',', '.'))
            : null;
    }

    /// <summary>As <see cref="Parse"/>, where a dot is a decimal point, as in JSON's numbers.</summary>
    public static long? ParseDecimal(string text)
    {
        var number = text.AsSpan().Trim();
        if (long.TryParse(number, NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture, out var whole))
            return whole;
        var factor = number.IsEmpty ? 1m : char.ToUpperInvariant(number[^1]) switch { 'K' => 1e3m, 'M' => 1e6m, 'B' => 1e9m, _ => 1m };
        if (factor != 1m)
            number = number[..^1];
        if (WithoutThousandsCommas(number) is not { } plain
            || !decimal.TryParse(plain, Styles, CultureInfo.InvariantCulture, out var value))
            return null;
        return value is > 1e18m or < -1e18m || value * factor is > long.MaxValue or < long.MinValue || value * factor % 1 != 0
            ? null
            : (long)(value * factor);
    }

    /// <summary>Whether a table's counts show that dots stand between thousands: <c>12.345</c> is no whole number otherwise. <c>12.0</c> and <c>1,234</c> speak against it.</summary>
    /// <param name="suggested">What the table itself suggests, where no count speaks against it.</param>
    public static bool DotsGroup(IEnumerable<string> counts, bool suggested)
    {
        foreach (var count in counts.Select(count => count.Trim()))
        {
            if (DotGroups.IsMatch(count))
                suggested |= count.Contains(',') || ParseDecimal(count) is null;
            else if (Decimals.IsMatch(count) || CommaGroups.IsMatch(count))
                return false;
        }
        return suggested;
    }

    [GeneratedRegex(@"^[+-]?[1-9][0-9]{0,2}(\.[0-9]{3})+(,[0-9]+)?\z")]
    private static partial Regex DotGroups { get; }

    [GeneratedRegex(@"^[+-]?[1-9][0-9]{0,2}(,[0-9]{3})+(\.[0-9]+)?\z")]
    private static partial Regex CommaGroups { get; }

    [GeneratedRegex(@"^[+-]?[0-9]+\.[0-9]+\z")]
    private static partial Regex Decimals { get; }

    /// <summary>Null when the commas don't stand before groups of three digits, as in a European <c>1,5</c>.</summary>
    private static string? WithoutThousandsCommas(ReadOnlySpan<char> number)
    {
        var text = number.ToString();
        if (!text.Contains(','))
            return text;
        var groups = text.Split('.')[0].Split(',');
        return groups.Skip(1).All(group => group.Length == 3) && text.IndexOf('.') is var dot && (dot < 0 || dot > text.LastIndexOf(','))
            ? text.Replace(",", "", StringComparison.Ordinal)
            : null;
    }
}
