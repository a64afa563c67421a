using System.Globalization;

namespace ViralTracker.Adapters.Sources.Values;

/// <summary>Counts as files write them: <c>12</c>, <c>12.0</c>, <c>1,234</c>, <c>3.4M</c>, <c>1.2E3</c>.</summary>
internal static class CountText
{
    private const NumberStyles Styles = NumberStyles.AllowDecimalPoint | NumberStyles.AllowExponent | NumberStyles.AllowLeadingSign;

    /// <summary>Null when this is no whole number that fits 64 bits.</summary>
    public static long? Parse(string text)
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

    /// <summary>Null when the commas don't stand before groups of three digits, as in a European <c>1,5</c>.</summary>
    private static string? WithoutThousandsCommas(ReadOnlySpan<char> number)
    {
        var text = number.ToString();
        if (!text.Contains(','))
            return text;
        var groups = text.Split('.')[0].Split(',');
        return groups.Skip(1).All(group => group.Length == 3) ? text.Replace(",", "", StringComparison.Ordinal) : null;
    }
}
