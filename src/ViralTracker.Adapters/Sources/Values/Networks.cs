using System.Text.RegularExpressions;

namespace ViralTracker.Adapters.Sources.Values;

/// <summary>The networks posts live on: names, handles and addresses.</summary>
internal static partial class Networks
{
    public const string X = "x";
    public const string Bluesky = "bluesky";
    public const string Mastodon = "mastodon";

    /// <summary>Null when the text names no network, as with a data set's name.</summary>
    public static string? Find(string? name) => name?.Trim().ToUpperInvariant() switch
    {
        "X" or "TWITTER" => X,
        "BLUESKY" or "BSKY" => Bluesky,
        "MASTODON" => Mastodon,
        _ => null,
    };

    public static bool IsHandle(string network, string handle) =>
        network == X ? XHandle.IsMatch(handle) : OtherHandle.IsMatch(handle);

    /// <summary>The id in an X status address, with or without its scheme; null when it holds none.</summary>
    public static string? XIdIn(string? url) =>
        url is not null && StatusAddress.Match(url) is { Success: true } match ? match.Groups[1].Value : null;

    /// <summary>Where people read the post, for networks whose addresses follow from the id.</summary>
    public static string? Address(string network, string id, string? handle) => network switch
    {
        X => $"https://x.com/{handle ?? "i"}/status/{id}",
        Bluesky when id.Split('/') is ["at:", "", var did, "app.bsky.feed.post", var key] => $"https://bsky.app/profile/{handle ?? did}/post/{key}",
        _ => null,
    };

    [GeneratedRegex("^[A-Za-z0-9_]{1,15}$")]
    private static partial Regex XHandle { get; }

    [GeneratedRegex(@"^[A-Za-z0-9_][A-Za-z0-9_.@:-]{0,252}$")]
    private static partial Regex OtherHandle { get; }

    [GeneratedRegex(@"^\s*(?:https?://)?(?:[a-z]+\.)?(?:twitter|x)\.com/[^?#]*/status(?:es)?/([1-9][0-9]{0,18})(?![0-9A-Za-z_])", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant)]
    private static partial Regex StatusAddress { get; }
}
