using System.Text.Json;
using ViralTracker.Adapters.Sources.Values;
using ViralTracker.Core.Posts;
using ViralTracker.Pipeline.Importing;

namespace ViralTracker.Adapters.Sources.Formats;

/// <summary>An answer page of the X API v2, or a single post flattened out of one.</summary>
internal sealed class XV2Format : IPostFormat
{
    private static readonly string[] AnswerParts = ["data", "meta", "errors"];

    public IEnumerable<ImportItem> Read(JsonElement value, RowPlace place)
    {
        var data = value.At("data");
        if (!AnswerParts.Any(part => value.At(part).ValueKind != JsonValueKind.Undefined))
            return [Row(value, new Page(default), place)];
        var page = new Page(value.At("includes"));
        var rows = data.ValueKind switch
        {
            JsonValueKind.Array => data.EnumerateArray().Select((row, i) => Row(row, page, place with { Element = i + 1 })),
            JsonValueKind.Object => [Row(data, page, place)],
            _ => [new ImportItem.Nothing(place)],
        };
        return rows.Concat(value.Items("errors").Select(error => new ImportItem.Note(
            place, $"X reported: {error.Text("detail") ?? error.Text("message") ?? error.Text("title") ?? "an error without a text"}")));
    }

    private static ImportItem Row(JsonElement row, Page page, RowPlace place)
    {
        var author = row.At("author") is { ValueKind: JsonValueKind.Object } flattened ? flattened : page.User(row.Text("author_id"));
        var metrics = row.At("public_metrics");
        return PostNormaliser.Normalise(
            new SourceRow
            {
                Network = Networks.X,
                Raw = FormatParts.Raw(row),
                Id = NewestId(row),
                Text = FormatParts.Longer(row.Field("text"), row.At("note_tweet").Field("text")),
                PostedAt = row.Field("created_at"),
                IsRepost = Referenced(row, "retweeted") is not null,
                AuthorId = row.Text("author_id"),
                Handle = author.Field("username"),
                AuthorName = author.Text("name"),
                Followers = author.At("public_metrics").Field("followers_count"),
                Verified = JsonFields.Either(author.Flag("verified"), author.Text("verified_type") is { } type ? type != "none" : null),
                Likes = metrics.Field("like_count"),
                Replies = metrics.Field("reply_count"),
                Retweets = metrics.Field("retweet_count"),
                Quotes = metrics.Field("quote_count"),
                Views = metrics.Field("impression_count"),
                Bookmarks = metrics.Field("bookmark_count"),
                Language = row.Text("lang"),
                ConversationId = row.Text("conversation_id"),
                ParentId = Referenced(row, "replied_to"),
                QuotedId = Referenced(row, "quoted"),
                ReplySettings = row.Text("reply_settings"),
                Sensitive = row.Flag("possibly_sensitive"),
                Media = page.Media(row),
            },
            place);
    }

    /// <summary>An edited post gets a new id with each edit; people and links know the newest.</summary>
    private static SourceField NewestId(JsonElement row)
    {
        var newest = row.Field("id");
        foreach (var id in row.Items("edit_history_tweet_ids"))
            if (CountText.ParseDecimal(JsonText.Read(id) ?? "") > CountText.ParseDecimal(newest.Text ?? ""))
                newest = new SourceField("edit_history_tweet_ids", id);
        return newest;
    }

    private static string? Referenced(JsonElement row, string type) =>
        row.Items("referenced_tweets").FirstOrDefault(reference => reference.Text("type") == type).Text("id");

    /// <summary>What a page's posts refer to. Its <c>tweets</c> are context, not finds, and stay unread.</summary>
    private sealed class Page(JsonElement includes)
    {
        private readonly Dictionary<string, JsonElement> _users = Index(includes.Items("users"), "id");
        private readonly Dictionary<string, JsonElement> _media = Index(includes.Items("media"), "media_key");

        public JsonElement User(string? id) => id is not null ? _users.GetValueOrDefault(id) : default;

        public IReadOnlyList<MediaItem> Media(JsonElement row) =>
        [
            .. row.Items("attachments", "media_keys")
                .Select(key => _media.GetValueOrDefault(JsonText.Read(key) ?? ""))
                .Where(media => media.ValueKind == JsonValueKind.Object)
                .Select(media => new MediaItem(media.Text("type") ?? "other", media.Text("url") ?? media.Text("preview_image_url"), media.Text("alt_text"))),
        ];

        private static Dictionary<string, JsonElement> Index(IEnumerable<JsonElement> items, string key)
        {
            var index = new Dictionary<string, JsonElement>();
            foreach (var item in items)
                if (item.Text(key) is { } id)
                    index[id] = item;
            return index;
        }
    }
}
