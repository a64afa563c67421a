using System.Collections.Frozen;

namespace ViralTracker.Adapters.Sources.Formats;

/// <summary>The columns of flat rows.</summary>
public enum Column
{
    Id, Url, Text, PostedAt, TimeOfDay, Handle, AuthorName, AuthorId, Followers, Verified, Likes, Replies, Retweets, Quotes, Views,
    Bookmarks, Language, ConversationId, ParentId, QuotedId, ReplySettings, Sensitive, Network, IsRepost,
}

/// <summary>The names under which files carry each column; case, spaces, dots, dashes and underscores don't count.</summary>
public static class Columns
{
    /// <summary>Best name first. In R's exports <c>text</c> is the client's name and <c>content</c> the text, so that comes before it.</summary>
    public static IReadOnlyDictionary<Column, string[]> Names { get; } = new Dictionary<Column, string[]>
    {
        [Column.Id] = ["native_id", "id", "id_str", "tweet_id", "status_id", "post_id", "uri"],
        [Column.Url] = ["url", "tweet_url", "status_url", "post_url", "link", "permalink"],
        [Column.Text] = ["full_text", "content", "text", "tweet_text", "tweet", "post_text", "body"],
        [Column.PostedAt] = ["created_at", "posted_at", "datetime", "timestamp", "published_at", "date", "datum", "post_date", "created_date", "fecha"],
        [Column.TimeOfDay] = ["time", "uhrzeit", "time_of_day", "post_time", "created_time", "heure", "hora"],
        [Column.Handle] = ["author_handle", "handle", "username", "screen_name", "author_username", "author", "user"],
        [Column.AuthorName] = ["author_name", "display_name", "name"],
        [Column.AuthorId] = ["author_id", "author_native_id", "user_id"],
        [Column.Followers] = ["author_followers", "followers", "followers_count", "follower_count", "user_followers"],
        [Column.Verified] = ["author_verified", "verified", "is_verified"],
        [Column.Likes] = ["likes", "like_count", "favorite_count", "favourites", "favorites", "favourites_count"],
        [Column.Replies] = ["replies", "reply_count", "replies_count", "comments"],
        [Column.Retweets] = ["retweets", "retweet_count", "reposts", "repost_count", "reblogs_count"],
        [Column.Quotes] = ["quotes", "quote_count"],
        [Column.Views] = ["views", "view_count", "impressions", "impression_count"],
        [Column.Bookmarks] = ["bookmarks", "bookmark_count"],
        [Column.Language] = ["lang", "language"],
        [Column.ConversationId] = ["conversation_id"],
        [Column.ParentId] = ["parent_id", "in_reply_to_id", "in_reply_to_status_id", "reply_to_status_id"],
        [Column.QuotedId] = ["quoted_id", "quoted_status_id", "quote_id"],
        [Column.ReplySettings] = ["reply_settings"],
        [Column.Sensitive] = ["possibly_sensitive", "sensitive"],
        [Column.Network] = ["source", "network", "platform"],
        [Column.IsRepost] = ["is_retweet", "is_repost"],
    };

    public static IReadOnlyCollection<Column> Counts { get; } =
        [Column.Followers, Column.Likes, Column.Replies, Column.Retweets, Column.Quotes, Column.Views, Column.Bookmarks];

    private static readonly FrozenDictionary<string, (Column Column, int Rank)> ByName = Names
        .SelectMany(each => each.Value.Select((name, rank) => (Key: Plain(name), Value: (each.Key, rank))))
        .ToFrozenDictionary(each => each.Key, each => each.Value);

    /// <summary>Null for names that are none of ours. Of two names for one column the lower rank counts.</summary>
    public static (Column Column, int Rank)? Find(string name) =>
        ByName.TryGetValue(name, out var exact) || ByName.TryGetValue(Plain(name), out exact) ? exact : null;

    /// <summary>A post needs at least a text and a time.</summary>
    public static bool Cover(IEnumerable<string> names)
    {
        var found = names.Select(Find).Where(each => each is not null).Select(each => each!.Value.Column).ToHashSet();
        return found.Contains(Column.Text) && (found.Contains(Column.PostedAt) || found.Contains(Column.TimeOfDay));
    }

    private static string Plain(string name) =>
        string.Concat(name.Where(c => c is not (' ' or '_' or '-' or '.' or '\uFEFF'))).ToLowerInvariant();
}
