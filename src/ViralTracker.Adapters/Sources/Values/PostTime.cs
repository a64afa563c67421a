using System.Globalization;

namespace ViralTracker.Adapters.Sources.Values;

/// <summary>Times as sources write them. Without a zone they are taken as UTC; a leap second is the next second.</summary>
internal static class PostTime
{
    // A month in words is no other; days between dots come first wherever dates are written with dots. Slashes are read either way, so not here.
    private static readonly string[] Days = ["d.M.yyyy", "d MMM yyyy", "d MMMM yyyy", "d-MMM-yyyy", "MMM d, yyyy", "MMMM d, yyyy"];
    private static readonly string[] Hours = ["H:mm", "H:mm:ss", "h:mm tt", "h:mm:ss tt"];

    /// <summary>As spreadsheets and X's own page show them.</summary>
    private static readonly string[] Shown =
        [.. Days, .. from day in Days from hours in Hours from between in new[] { " ", ", ", " 'at' " } select day + between + hours, .. from day in Days from hours in Hours select $"{hours} '·' {day}"];

    private static readonly string[] TimesOfDay =
        [.. from hours in Hours.Append("H:mm:ss.FFFFFFF") from zone in new[] { "K", " K", "' UTC'", "' Uhr'" } select $"yyyy-MM-dd {hours}{zone}"];

    /// <summary>Whether a time that can be read gives a day and not when in it, or midnight, as programs write days.</summary>
    public static bool IsDay(string text) => Parse(text) is { TimeOfDay.Ticks: 0 } && Epoch(text.Trim()) is null;

    /// <summary>The moment of a day that stands beside it: as a time of day, or whole; null when it is neither.</summary>
    public static DateTimeOffset? At(DateTimeOffset day, string timeOfDay) =>
        DateTimeOffset.TryParseExact(
            string.Create(CultureInfo.InvariantCulture, $"{day:yyyy-MM-dd} {timeOfDay.Trim()}"), TimesOfDay, CultureInfo.InvariantCulture,
            DateTimeStyles.AssumeUniversal | DateTimeStyles.AdjustToUniversal, out var time)
            ? time
            : Parse(timeOfDay);

    /// <summary>The moment in UTC; null when the text is no time in a form that can be read in one way only.</summary>
    public static DateTimeOffset? Parse(string text)
    {
        text = text.Trim();
        if (text.Length < 8)
            return null;
        if (text.Length > 9 && text[4] is '-' or '/')
            return Iso(text.Replace('/', '-'));
        return TwitterDate(text) ?? Epoch(text) ?? ShownDate(text);
    }

    private static DateTimeOffset? ShownDate(string text) =>
        DateTimeOffset.TryParseExact(text, Shown, CultureInfo.InvariantCulture, DateTimeStyles.AssumeUniversal | DateTimeStyles.AdjustToUniversal, out var time) ? time : null;

    /// <summary><c>Wed Oct 22 18:57:11 +0000 2025</c>; the weekday is not checked.</summary>
    private static DateTimeOffset? TwitterDate(string text) =>
        char.IsAsciiLetter(text[0]) && DateTimeOffset.TryParseExact(text.AsSpan(4), "MMM dd HH:mm:ss zzz yyyy", CultureInfo.InvariantCulture, DateTimeStyles.AdjustToUniversal, out var time)
            ? time
            : null;

    private static DateTimeOffset? Iso(string text)
    {
        if (text.EndsWith(" UTC", StringComparison.Ordinal))
            text = text[..^4] + "Z";
        var leap = text.Length >= 19 && text[13] == ':' && text.AsSpan(16, 3) is ":60";
        if (leap)
            text = string.Concat(text.AsSpan(0, 17), "59", text.AsSpan(19));
        if (!DateTimeOffset.TryParse(text, CultureInfo.InvariantCulture, DateTimeStyles.AssumeUniversal | DateTimeStyles.AdjustToUniversal, out var time)) return null;
        if (!leap) return time;
        return DateTimeOffset.MaxValue - time > TimeSpan.FromSeconds(1) ? time.AddSeconds(1) : null;
    }

    /// <summary>Since 1970: seconds in up to 11 digits, milliseconds in up to 14, microseconds in up to 16.</summary>
    private static DateTimeOffset? Epoch(string text)
    {
        if (!decimal.TryParse(text, NumberStyles.AllowDecimalPoint | NumberStyles.AllowExponent, CultureInfo.InvariantCulture, out var value))
            return null;
        var seconds = value switch
        {
            < 1e8m => -1m, // eight digits are more likely a date without dashes
            < 1e11m => value,
            < 1e14m => value / 1e3m,
            < 1e16m => value / 1e6m,
            _ => -1m,
        };
        return seconds < 0 ? null : DateTimeOffset.UnixEpoch.AddTicks((long)(seconds * TimeSpan.TicksPerSecond));
    }
}
