using System.Text.Json;
using ViralTracker.Adapters.Sources.Values;
using ViralTracker.Pipeline.Importing;

namespace ViralTracker.Adapters.Sources.Formats;

/// <summary>A status of the X API v1.1.</summary>
internal sealed class XV11Format : IPostFormat
{
    public IEnumerable<ImportItem> Read(JsonElement value, RowPlace place) => [Row(value, place)];

    private static ImportItem Row(JsonElement row, RowPlace place)
    {
        var user = row.At("user");
        var extended = row.At("extended_tweet");
        return PostNormaliser.Normalise(
            new SourceRow
            {
                Network = Networks.X,
                Raw = FormatParts.Raw(row),
                Id = row.Field("id_str") is { IsAbsent: false } text ? text : row.Field("id"),
                Text = FormatParts.Longer(FormatParts.Longer(row.Field("text"), row.Field("full_text")), extended.Field("full_text")),
                PostedAt = row.Field("created_at"),
                IsRepost = row.At("retweeted_status").ValueKind == JsonValueKind.Object,
                AuthorId = Id(user, "id"),
                Handle = user.Field("screen_name"),
                AuthorName = user.Text("name"),
                Followers = user.Field("followers_count"),
                Verified = JsonFields.Either(user.Flag("verified"), user.Flag("ext_is_blue_verified")),
                Likes = row.Field("favorite_count"),
                Replies = row.Field("reply_count"),
                Retweets = row.Field("retweet_count"),
                Quotes = row.Field("quote_count"),
                Language = row.Text("lang"),
                ConversationId = Id(row, "conversation_id"),
                ParentId = Id(row, "in_reply_to_status_id"),
                QuotedId = Id(row, "quoted_status_id"),
                ReplySettings = row.Text("conversation_control", "policy"),
                Sensitive = row.Flag("possibly_sensitive"),
                Media = FormatParts.ExtendedMedia(
                    row.At("extended_entities") is { ValueKind: JsonValueKind.Object } own ? own : extended.At("extended_entities")),
            },
            place);
    }

    private static string? Id(JsonElement json, string name) => json.Text(name + "_str") ?? json.Text(name);
}
