using System.Diagnostics.CodeAnalysis;
using System.Globalization;

namespace ViralTracker.Core.Texts;

/// <summary>Times as documents and files hold them: UTC to the second, as in <c>2025-11-01T12:00:00Z</c>.</summary>
public static class UtcText
{
    private static readonly string[] Shapes =
        [.. from time in new[] { "", "'T'HH:mm", "'T'HH:mm:ss", "'T'HH:mm:ss.FFF", " HH:mm", " HH:mm:ss", " HH:mm:ss.FFF" }
            from zone in time.Length == 0 ? new[] { "" } : ["", "K"]
            select "yyyy-MM-dd" + time + zone];

    /// <summary>For JSON and tables; fractions of the second are cut off.</summary>
    [return: NotNullIfNotNull(nameof(time))]
    public static string? Of(DateTimeOffset? time) => time?.UtcDateTime.ToString("yyyy-MM-dd'T'HH:mm:ss'Z'", CultureInfo.InvariantCulture);

    /// <summary>A date, or a time to the minute or finer, as people write it; UTC where no zone is given. False for any before 1970, from which hours back may be no date.</summary>
    public static bool TryParse(string text, out DateTimeOffset time) =>
        DateTimeOffset.TryParseExact(text, Shapes, CultureInfo.InvariantCulture, DateTimeStyles.AssumeUniversal | DateTimeStyles.AdjustToUniversal, out time)
        && time >= DateTimeOffset.UnixEpoch;
}
