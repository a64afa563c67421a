namespace ViralTracker.Core.Posts;

/// <summary>Identity of a post: the network it lives on and that network's own id.</summary>
/// <param name="Source">Lower-case network name: <c>x</c>, <c>bluesky</c>, <c>mastodon</c>.</param>
/// <param name="NativeId">The network's id, kept as text (an <c>at://</c> address on Bluesky).</param>
public readonly record struct PostKey(string Source, string NativeId)
{
    public override string ToString() => $"{Source}:{NativeId}";
}

/// <summary>Who wrote a post. The handle may change; <see cref="NativeId"/> does not. Handles carry no leading @.</summary>
public sealed record Author
{
    public string? NativeId { get; init; }
    public string? Handle { get; init; }
    public string? Name { get; init; }
    public long? Followers { get; init; }
    public bool? Verified { get; init; }
}

/// <summary>Public counts at one moment. Null: the source did not carry it. Never negative.</summary>
public readonly record struct PostMetrics
{
    public long? Likes { get; init; }
    public long? Replies { get; init; }
    public long? Retweets { get; init; }
    public long? Quotes { get; init; }
    public long? Views { get; init; }
    public long? Bookmarks { get; init; }
}

/// <summary>One attachment of a post.</summary>
/// <param name="Type">photo, video, animated_gif, link or other, as the source names it.</param>
public sealed record MediaItem(string Type, string? Url, string? AltText);

/// <summary>A public post as a source delivered it. Immutable; well-formed UTF-16 (lone surrogates are replaced on import).</summary>
public sealed record Post
{
    public required PostKey Key { get; init; }
    public required Author Author { get; init; }
    public required string Text { get; init; }
    public required DateTimeOffset PostedAt { get; init; }
    public PostMetrics Metrics { get; init; }

    /// <summary>BCP-47 tag or the network's own code, as delivered; null when the source gave none.</summary>
    public string? Language { get; init; }
    public string? Url { get; init; }
    public string? ConversationId { get; init; }

    /// <summary>Native id of the post this one answers.</summary>
    public string? ParentId { get; init; }
    public string? QuotedId { get; init; }

    /// <summary>Who may answer, in the network's words: <c>everyone</c>, <c>following</c>, <c>mentionedUsers</c>; <c>restricted</c> when the source says only that much; null when unknown.</summary>
    public string? ReplySettings { get; init; }
    public bool? Sensitive { get; init; }
    public IReadOnlyList<MediaItem> Media { get; init; } = [];

    /// <summary>False when the native id was derived (a spreadsheet's float id): there is no address to answer at.</summary>
    public bool Linkable { get; init; } = true;

    /// <summary>The source's own row as UTF-8 JSON, kept compressed in the store.</summary>
    public ReadOnlyMemory<byte> Raw { get; init; }
}

/// <summary>A post in the store.</summary>
/// <param name="Id">The store's own key, for joins; never shown to people.</param>
/// <param name="SnapshotAt">When the metrics were seen.</param>
public sealed record StoredPost(long Id, Post Post, DateTimeOffset SnapshotAt);
