using System.Diagnostics.CodeAnalysis;
using System.Globalization;

namespace ViralTracker.Core.Texts;

/// <summary>Times as documents and files hold them: UTC to the second, as in <c>2025-11-01T12:00:00Z</c>.</summary>
public static class UtcText
{
    /// <summary>For JSON and tables; fractions of the second are cut off.</summary>
    [return: NotNullIfNotNull(nameof(time))]
    public static string? Of(DateTimeOffset? time) => time?.UtcDateTime.ToString("yyyy-MM-dd'T'HH:mm:ss'Z'", CultureInfo.InvariantCulture);
}
