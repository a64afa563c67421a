using System.Text.Json;
using ViralTracker.Adapters.Sources.Values;
using ViralTracker.Core.Posts;
using ViralTracker.Pipeline.Importing;

namespace ViralTracker.Adapters.Sources.Formats;

/// <summary>A row of Apify's tweet-scraper.</summary>
internal sealed class ApifyFormat : IPostFormat
{
    public IEnumerable<ImportItem> Read(JsonElement value, RowPlace place)
    {
        if (value.Flag("noResults") is true)
            return [new ImportItem.Nothing(place)];
        var author = value.At("author");
        return
        [
            PostNormaliser.Normalise(
                new SourceRow
                {
                    Network = Networks.X,
                    Raw = FormatParts.Raw(value),
                    Id = value.Field("id"),
                    Url = value.Text("url"),
                    Text = FormatParts.Longer(value.Field("text"), value.Field("fullText")),
                    PostedAt = value.Field("createdAt"),
                    IsRepost = value.Flag("isRetweet") is true,
                    AuthorId = author.Text("id"),
                    Handle = author.Field("userName"),
                    AuthorName = author.Text("name"),
                    Followers = author.Field("followers"),
                    Verified = JsonFields.Either(author.Flag("isVerified"), author.Flag("isBlueVerified")),
                    Likes = value.Field("likeCount"),
                    Replies = value.Field("replyCount"),
                    Retweets = value.Field("retweetCount"),
                    Quotes = value.Field("quoteCount"),
                    Views = value.Field("viewCount"),
                    Bookmarks = value.Field("bookmarkCount"),
                    Language = value.Text("lang"),
                    ConversationId = value.Text("conversationId"),
                    ParentId = value.Text("inReplyToId"),
                    QuotedId = value.Text("quoteId"),
                    ReplySettings = value.Flag("isConversationControlled") switch { true => "restricted", false => "everyone", null => null },
                    Sensitive = value.Flag("possiblySensitive"),
                    Media = Media(value),
                },
                place),
        ];
    }

    private static IReadOnlyList<MediaItem> Media(JsonElement row) =>
        FormatParts.ExtendedMedia(row.At("extendedEntities")) is { Count: > 0 } full
            ? full
            : [.. row.Items("media").Where(item => item.ValueKind == JsonValueKind.String).Select(item => new MediaItem("other", item.Text(), null))];
}
