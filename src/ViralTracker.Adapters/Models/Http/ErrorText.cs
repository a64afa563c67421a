using System.Text.RegularExpressions;

namespace ViralTracker.Adapters.Models.Http;

/// <summary>What others say of a failure as it may stand in the ledger and on screen.</summary>
public static partial class ErrorText
{
    private const int MaxLength = 300;

    /// <summary>A provider's words: one line, short, without the key.</summary>
    internal static string Clean(string message, ApiKey? key)
    {
        var withoutKey = key?.RemoveFrom(message) ?? message;
        var line = string.Join(' ', withoutKey.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries));
        return line.Length <= MaxLength ? line : string.Concat(line.AsSpan(0, MaxLength - 1), "…");
    }

    /// <summary>A provider's words, cleaned, and after them what mends it.</summary>
    /// <param name="hint">Begins with a semicolon; empty for none.</param>
    internal static string Clean(string message, ApiKey? key, string hint) =>
        hint.Length == 0 ? Clean(message, key) : Clean(message, key).TrimEnd('.') + hint;

    /// <summary>The framework names a proxy by its whole address, name and password included.</summary>
    public static string WithoutLogin(string message) => Login().Replace(message, "");

    [GeneratedRegex(@"(?<=://)[^/\s]+@")]
    private static partial Regex Login();
}
