using System.Globalization;
using System.Text;

namespace ViralTracker.Adapters.Storage.Sqlite;

/// <summary>Moments as <c>YYYY-MM-DD HH:MM:SS.fff</c> in UTC, which SQLite's date functions compare as text.</summary>
internal static class SqliteTime
{
    public const int Length = 23;
    private const string Pattern = "yyyy-MM-dd HH:mm:ss.fff";

    /// <summary>Writes <see cref="Length"/> ASCII bytes.</summary>
    public static void Format(DateTimeOffset time, Span<byte> utf8) =>
        time.UtcDateTime.TryFormat(utf8, out _, Pattern, CultureInfo.InvariantCulture);

    public static DateTimeOffset Parse(ReadOnlySpan<byte> utf8) =>
        utf8.Length == Length && TryDigits(utf8, 0, 4, out var year) && TryDigits(utf8, 5, 2, out var month)
        && TryDigits(utf8, 8, 2, out var day) && TryDigits(utf8, 11, 2, out var hour) && TryDigits(utf8, 14, 2, out var minute)
        && TryDigits(utf8, 17, 2, out var second) && TryDigits(utf8, 20, 3, out var millisecond)
            ? new DateTimeOffset(year, month, day, hour, minute, second, millisecond, TimeSpan.Zero)
            // What people wrote by hand.
            : DateTimeOffset.Parse(Encoding.UTF8.GetString(utf8), CultureInfo.InvariantCulture, DateTimeStyles.AssumeUniversal);

    private static bool TryDigits(ReadOnlySpan<byte> utf8, int start, int count, out int value)
    {
        value = 0;
        foreach (var c in utf8.Slice(start, count))
        {
            if (!char.IsAsciiDigit((char)c)) return false;
            value = value * 10 + (c - '0');
        }
        return true;
    }
}
