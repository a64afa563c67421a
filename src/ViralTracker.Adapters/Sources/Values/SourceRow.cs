using ViralTracker.Core.Posts;

namespace ViralTracker.Adapters.Sources.Values;

/// <summary>A row as a format maps it, before <see cref="PostNormaliser"/> applies the rules that all formats share.</summary>
internal sealed record SourceRow
{
    public required string Network { get; init; }
    public required ReadOnlyMemory<byte> Raw { get; init; }
    public required SourceField Id { get; init; }
    public required SourceField Text { get; init; }
    public required SourceField PostedAt { get; init; }

    /// <summary>Counts where <see cref="PostedAt"/> holds a day only.</summary>
    public SourceField TimeOfDay { get; init; }

    public string? Url { get; init; }

    /// <summary>The source itself says that this passes on another post.</summary>
    public bool IsRepost { get; init; }

    /// <summary>True for spreadsheets and flat exports, whose ids may have been rounded.</summary>
    public bool IsTable { get; init; }

    /// <summary>Dots in counts are known to stand between thousands.</summary>
    public bool DotsGroup { get; init; }

    public string? AuthorId { get; init; }
    public string? AuthorName { get; init; }
    public bool? Verified { get; init; }
    public SourceField Handle { get; init; }
    public SourceField Followers { get; init; }

    public SourceField Likes { get; init; }
    public SourceField Replies { get; init; }
    public SourceField Retweets { get; init; }
    public SourceField Quotes { get; init; }
    public SourceField Views { get; init; }
    public SourceField Bookmarks { get; init; }

    public string? Language { get; init; }
    public string? ConversationId { get; init; }
    public string? ParentId { get; init; }
    public string? QuotedId { get; init; }
    public string? ReplySettings { get; init; }
    public bool? Sensitive { get; init; }
    public IReadOnlyList<MediaItem> Media { get; init; } = [];
}
