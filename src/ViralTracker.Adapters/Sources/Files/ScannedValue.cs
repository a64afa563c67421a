using System.Text.Json;

namespace ViralTracker.Adapters.Sources.Files;

/// <summary>One JSON value of a file.</summary>
/// <param name="Document">Null when <paramref name="Broken"/> says why it is no JSON. The receiver disposes of it before asking for the next.</param>
/// <param name="Last">True when what follows can't be read either.</param>
internal readonly record struct ScannedValue(JsonDocument? Document, long Line, long? Element, string? Broken = null, bool Last = false)
{
    /// <summary>A value longer than this is taken for a broken file rather than read into memory.</summary>
    public const int MaxBytes = 64 * 1024 * 1024;

    /// <summary>The parser's sentence without its own count of lines, which starts where it was last restarted.</summary>
    public static string Reason(JsonException broken)
    {
        var end = broken.Message.IndexOf(" LineNumber:", StringComparison.Ordinal);
        return end < 0 ? broken.Message : broken.Message[..end];
    }
}
