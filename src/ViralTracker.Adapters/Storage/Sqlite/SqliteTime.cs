using System.Globalization;

namespace ViralTracker.Adapters.Storage.Sqlite;

/// <summary>Moments as <c>YYYY-MM-DD HH:MM:SS.fff</c> in UTC, which SQLite's date functions compare as text.</summary>
internal static class SqliteTime
{
    private const string Format = "yyyy-MM-dd HH:mm:ss.fff";

    public static string Text(DateTimeOffset time) => time.UtcDateTime.ToString(Format, CultureInfo.InvariantCulture);

    public static DateTimeOffset Parse(string text) =>
        text.Length == Format.Length && TryDigits(text, 0, 4, out var year) && TryDigits(text, 5, 2, out var month)
        && TryDigits(text, 8, 2, out var day) && TryDigits(text, 11, 2, out var hour) && TryDigits(text, 14, 2, out var minute)
        && TryDigits(text, 17, 2, out var second) && TryDigits(text, 20, 3, out var millisecond)
            ? new DateTimeOffset(year, month, day, hour, minute, second, millisecond, TimeSpan.Zero)
            : DateTimeOffset.Parse(text, CultureInfo.InvariantCulture, DateTimeStyles.AssumeUniversal);

    private static bool TryDigits(string text, int start, int count, out int value)
    {
        value = 0;
        foreach (var c in text.AsSpan(start, count))
        {
            if (!char.IsAsciiDigit(c)) return false;
            value = value * 10 + (c - '0');
        }
        return true;
    }
}
