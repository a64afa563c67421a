namespace ViralTracker.Adapters.Models.Http;

/// <summary>A provider's words as they may stand in the ledger and on screen: one line, short, without the key.</summary>
internal static class ErrorText
{
    private const int MaxLength = 300;

    public static string Clean(string message, ApiKey? key)
    {
        var withoutKey = key?.RemoveFrom(message) ?? message;
        var line = string.Join(' ', withoutKey.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries));
        return line.Length <= MaxLength ? line : string.Concat(line.AsSpan(0, MaxLength - 1), "…");
    }
}
