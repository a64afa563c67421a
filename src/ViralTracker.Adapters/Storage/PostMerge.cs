using ViralTracker.Core.Posts;
using ViralTracker.Core.Texts;

namespace ViralTracker.Adapters.Storage;

/// <summary>What a stored post becomes when a source shows it again.</summary>
internal static class PostMerge
{
    /// <summary>What was seen replaces what was known; what the source did not carry stays.</summary>
    public static Post Merge(Post stored, Post seen) => stored with
    {
        Text = UnicodeForms.WellFormed(seen.Text),
        Author = new Author
        {
            NativeId = seen.Author.NativeId ?? stored.Author.NativeId,
            Handle = WellFormed(seen.Author.Handle) ?? stored.Author.Handle,
            Name = WellFormed(seen.Author.Name) ?? stored.Author.Name,
            Followers = seen.Author.Followers ?? stored.Author.Followers,
            Verified = seen.Author.Verified ?? stored.Author.Verified,
        },
        Metrics = new PostMetrics
        {
            Likes = seen.Metrics.Likes ?? stored.Metrics.Likes,
            Replies = seen.Metrics.Replies ?? stored.Metrics.Replies,
            Retweets = seen.Metrics.Retweets ?? stored.Metrics.Retweets,
            Quotes = seen.Metrics.Quotes ?? stored.Metrics.Quotes,
            Views = seen.Metrics.Views ?? stored.Metrics.Views,
            Bookmarks = seen.Metrics.Bookmarks ?? stored.Metrics.Bookmarks,
        },
        Language = seen.Language ?? stored.Language,
        Url = seen.Url ?? stored.Url,
        ConversationId = seen.ConversationId ?? stored.ConversationId,
        ParentId = seen.ParentId ?? stored.ParentId,
        QuotedId = seen.QuotedId ?? stored.QuotedId,
        ReplySettings = seen.ReplySettings ?? stored.ReplySettings,
        Sensitive = seen.Sensitive ?? stored.Sensitive,
        Linkable = stored.Linkable || seen.Linkable,
        Media = seen.Media.Count == 0 || seen.Media.SequenceEqual(stored.Media) ? stored.Media : seen.Media,
    };

    /// <summary>What an earlier sighting adds to a stored post: only what is not known of it.</summary>
    public static Post Fill(Post stored, Post earlier) => Merge(earlier, stored) with
    {
        PostedAt = stored.PostedAt,
        Media = stored.Media.Count > 0 || earlier.Media.Count == 0 ? stored.Media : earlier.Media,
        Raw = stored.Raw,
    };

    public static bool MetricsDiffer(Post a, Post b) =>
        a.Metrics != b.Metrics || a.Author.Followers != b.Author.Followers;

    private static string? WellFormed(string? text) => text is null ? null : UnicodeForms.WellFormed(text);
}
