using System.Text.Json;
using ViralTracker.Adapters.Sources.Values;
using ViralTracker.Core.Posts;
using ViralTracker.Pipeline.Importing;

namespace ViralTracker.Adapters.Sources.Formats;

/// <summary>A Bluesky post view, or an entry of a feed.</summary>
internal sealed class BlueskyFormat : IPostFormat
{
    public IEnumerable<ImportItem> Read(JsonElement value, RowPlace place) => [Entry(value, place)];

    private static ImportItem Entry(JsonElement entry, RowPlace place) =>
        entry.At("reason", "$type").ValueKind == JsonValueKind.String && entry.Text("reason", "$type")!.EndsWith("#reasonRepost", StringComparison.Ordinal)
            ? new ImportItem.Repost(place)
            : Row(entry.At("post") is { ValueKind: JsonValueKind.Object } post ? post : entry, place);

    private static ImportItem Row(JsonElement row, RowPlace place)
    {
        var author = row.At("author");
        var record = row.At("record");
        return PostNormaliser.Normalise(
            new SourceRow
            {
                Network = Networks.Bluesky,
                Raw = FormatParts.Raw(row),
                Id = row.Field("uri"),
                Text = record.Field("text"),
                PostedAt = record.Field("createdAt") is { IsAbsent: false } created ? created : row.Field("indexedAt"),
                AuthorId = author.Text("did"),
                Handle = author.Field("handle"),
                AuthorName = author.Text("displayName"),
                Followers = author.Field("followersCount"),
                Verified = author.Text("verification", "verifiedStatus") is { } status ? status == "valid" : null,
                Likes = row.Field("likeCount"),
                Replies = row.Field("replyCount"),
                Retweets = row.Field("repostCount"),
                Quotes = row.Field("quoteCount"),
                Bookmarks = row.Field("bookmarkCount"),
                Language = record.Items("langs").FirstOrDefault().Text(),
                ConversationId = record.Text("reply", "root", "uri") ?? row.Text("uri"),
                ParentId = record.Text("reply", "parent", "uri"),
                QuotedId = record.Text("embed", "record", "record", "uri") ?? record.Text("embed", "record", "uri"),
                ReplySettings = Restricted(row) ? "restricted" : "everyone",
                Sensitive = row.Items("labels").Any(label => label.Text("val") is "porn" or "sexual" or "nudity" or "graphic-media"),
                Media = Media(row.At("embed")),
            },
            place);
    }

    // Without a thread gate everyone may answer; one without an `allow` list restricts nobody.
    private static bool Restricted(JsonElement row) =>
        row.Flag("viewer", "replyDisabled") is true
        || row.At("threadgate", "record", "allow").ValueKind == JsonValueKind.Array;

    private static IReadOnlyList<MediaItem> Media(JsonElement embed)
    {
        if (embed.At("media") is { ValueKind: JsonValueKind.Object } besideQuote)
            embed = besideQuote;
        return embed.Text("$type") switch
        {
            "app.bsky.embed.images#view" => [.. embed.Items("images").Select(image => new MediaItem("photo", image.Text("fullsize"), image.Text("alt")))],
            "app.bsky.embed.video#view" => [new MediaItem("video", embed.Text("playlist"), embed.Text("alt"))],
            "app.bsky.embed.external#view" => [new MediaItem("link", embed.Text("external", "uri"), embed.Text("external", "title"))],
            _ => [],
        };
    }
}
