using System.Text.RegularExpressions;

namespace ViralTracker.Adapters.Storage;

/// <summary>What a person types to name a post: a native id or a web address.</summary>
/// <param name="NativeId">Set where the text is an id, or an address that holds one (X).</param>
/// <param name="Url">Set for other addresses, without query, fragment and closing slash.</param>
internal readonly partial record struct PostAddress(string? NativeId, string? Url)
{
    /// <summary>True of the posts <c>p</c> it names, with <see cref="Value"/> as <c>@address</c>.</summary>
    public string Condition => Url is null ? "p.native_id = @address" : "p.url = @address AND p.source <> 'x'";

    public string? Value => NativeId ?? Url;

    public static PostAddress Of(string text)
    {
        text = text.Trim();
        if (XStatus().Match(text) is { Success: true } status) return new(status.Groups[1].Value, null);
        if (!text.StartsWith("http://", StringComparison.OrdinalIgnoreCase) && !text.StartsWith("https://", StringComparison.OrdinalIgnoreCase))
            return new(text, null);
        var end = text.AsSpan().IndexOfAny('?', '#');
        return new(null, (end < 0 ? text : text[..end]).TrimEnd('/'));
    }

    [GeneratedRegex(@"^(?:https?://)?(?:www\.|mobile\.)?(?:x|twitter)\.com/(?:i/web|i|[^/]+)/status(?:es)?/(\d+)", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant)]
    private static partial Regex XStatus();
}
