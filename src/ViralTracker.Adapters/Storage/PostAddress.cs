using System.Text.RegularExpressions;
using ViralTracker.Adapters.Sources.Values;

namespace ViralTracker.Adapters.Storage;

/// <summary>What a person types to name a post: a native id, alone or after its network as it is shown (<c>x:123</c>), or a web address.</summary>
/// <param name="NativeId">Set where the text is an id, or an address that holds one (X).</param>
/// <param name="Url">Set for other addresses, without query, fragment and closing slash.</param>
/// <param name="Source">The network, where the text names it.</param>
internal readonly partial record struct PostAddress(string? NativeId, string? Url, string? Source = null)
{
    /// <summary>True of the posts <c>p</c> it names, with <see cref="Value"/> as <c>@address</c> and <see cref="Source"/> as <c>@source</c>.</summary>
    public string Condition => Url is null ? "p.native_id = @address AND (@source IS NULL OR p.source = @source)" : "p.url = @address AND p.source <> 'x' AND @source IS NULL";

    public string? Value => NativeId ?? Url;

    public static PostAddress Of(string text)
    {
        text = text.Trim();
        if (Networks.XIdIn(text) is { } id) return new(id, null);
        if (Key().Match(text) is { Success: true } key) return new(key.Groups[2].Value, null, key.Groups[1].Value.ToLowerInvariant());
        if (!text.StartsWith("http://", StringComparison.OrdinalIgnoreCase) && !text.StartsWith("https://", StringComparison.OrdinalIgnoreCase))
            return new(text, null);
        var end = text.AsSpan().IndexOfAny('?', '#');
        return new(null, (end < 0 ? text : text[..end]).TrimEnd('/'));
    }

    /// <summary>A <see cref="Core.Posts.PostKey"/> as it is shown.</summary>
    [GeneratedRegex($@"^({Networks.X}|{Networks.Bluesky}|{Networks.Mastodon}):(\S+)$", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant)]
    private static partial Regex Key();
}
