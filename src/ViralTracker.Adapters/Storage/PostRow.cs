using System.Text.Json;
using ViralTracker.Core.Posts;

namespace ViralTracker.Adapters.Storage;

/// <summary>How a post maps to its row.</summary>
internal static class PostRow
{
    /// <summary>What <see cref="Read"/> needs, for a table alias <c>p</c>; the raw row apart.</summary>
    public const string Columns = """
        p.post_id, p.source, p.native_id, p.posted_at, p.text, p.language, p.url,
        p.author_id, p.author_handle, p.author_name, p.followers, p.verified,
        p.likes, p.replies, p.retweets, p.quotes, p.views, p.bookmarks, p.snapshot_at,
        p.conversation_id, p.parent_key, p.quoted_key, p.reply_settings, p.sensitive, p.linkable, p.media
        """;

    public const int ColumnCount = 26;

    public static long ReadId(SqlRows row) => row.Long(0);

    public static StoredPost Read(SqlRows row) => new(
        row.Long(0),
        new Post
        {
            Key = new PostKey(string.Intern(row.Text(1)), row.Text(2)),
            PostedAt = row.Time(3),
            Text = row.Text(4),
            Language = Shared(row.TextOrNull(5)),
            Url = row.TextOrNull(6),
            Author = new Author
            {
                NativeId = row.TextOrNull(7),
                Handle = row.TextOrNull(8),
                Name = row.TextOrNull(9),
                Followers = row.LongOrNull(10),
                Verified = row.BoolOrNull(11),
            },
            Metrics = new PostMetrics
            {
                Likes = row.LongOrNull(12),
                Replies = row.LongOrNull(13),
                Retweets = row.LongOrNull(14),
                Quotes = row.LongOrNull(15),
                Views = row.LongOrNull(16),
                Bookmarks = row.LongOrNull(17),
            },
            ConversationId = row.TextOrNull(19),
            ParentId = row.TextOrNull(20),
            QuotedId = row.TextOrNull(21),
            ReplySettings = Shared(row.TextOrNull(22)),
            Sensitive = row.BoolOrNull(23),
            Linkable = row.Bool(24),
            Media = row.TextOrNull(25) is { } media ? JsonSerializer.Deserialize(media, StoreJson.Default.IReadOnlyListMediaItem)! : [],
        },
        row.Time(18));

    /// <summary>One copy of what stands in many rows.</summary>
    private static string? Shared(string? text) => text is null ? null : string.Intern(text);

    public static SqlStatement SetPost(this SqlStatement statement, Post post) => statement
        .Set("source", post.Key.Source)
        .Set("native_id", post.Key.NativeId)
        .Set("text", post.Text)
        .Set("language", post.Language)
        .Set("url", post.Url)
        .Set("author_id", post.Author.NativeId)
        .Set("author_handle", post.Author.Handle)
        .Set("author_name", post.Author.Name)
        .Set("verified", post.Author.Verified)
        .SetMetrics(post)
        .Set("conversation_id", post.ConversationId)
        .Set("parent_key", post.ParentId)
        .Set("quoted_key", post.QuotedId)
        .Set("reply_settings", post.ReplySettings)
        .Set("sensitive", post.Sensitive)
        .Set("linkable", post.Linkable)
        .Set("media", post.Media.Count == 0 ? null : JsonSerializer.Serialize(post.Media, StoreJson.Default.IReadOnlyListMediaItem))
        .Set("raw", RawRow.Pack(post.Raw.Span));

    public static SqlStatement SetMetrics(this SqlStatement statement, Post post) => statement
        .Set("followers", post.Author.Followers)
        .Set("likes", post.Metrics.Likes)
        .Set("replies", post.Metrics.Replies)
        .Set("retweets", post.Metrics.Retweets)
        .Set("quotes", post.Metrics.Quotes)
        .Set("views", post.Metrics.Views)
        .Set("bookmarks", post.Metrics.Bookmarks);
}
