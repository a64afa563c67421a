namespace ViralTracker.Core.Posts;

/// <summary>Where a person answers a post by hand.</summary>
public static class ReplyLink
{
    /// <summary>
    /// X's public intent link with the draft filled in; on Bluesky, which has none, the post's own page.
    /// Null where the post has no known address or its network no such page.
    /// </summary>
    public static string? For(Post post, string draft) => post switch
    {
        { Linkable: false } => null,
        { Key: { Source: "x", NativeId: { Length: > 0 } id } } when id.All(char.IsAsciiDigit) =>
            $"https://x.com/intent/post?in_reply_to={id}&text={Uri.EscapeDataString(draft)}",
        { Key.Source: "bluesky" } => post.Url,
        _ => null,
    };
}
