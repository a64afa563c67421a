using System.Text.Json;
using ViralTracker.Adapters.Sources.Values;
using ViralTracker.Pipeline.Importing;

namespace ViralTracker.Adapters.Sources.Formats;

/// <summary>A flat JSON object with <see cref="Columns"/>' names; a table's rows come here as such objects.</summary>
/// <param name="dotsGroup">Dots in counts are known to stand between thousands.</param>
internal sealed class FlatFormat(bool dotsGroup = false) : IPostFormat
{
    private static readonly int ColumnCount = Enum.GetValues<Column>().Length;

    public IEnumerable<ImportItem> Read(JsonElement value, RowPlace place)
    {
        var fields = Map(value);
        var network = Networks.Find(Text(Column.Network)) ?? (Text(Column.Id)?.StartsWith("at://", StringComparison.Ordinal) is true ? Networks.Bluesky : Networks.X);
        return
        [
            PostNormaliser.Normalise(
                new SourceRow
                {
                    Network = network,
                    IsTable = true,
                    DotsGroup = dotsGroup,
                    Raw = FormatParts.Raw(value),
                    Id = fields[(int)Column.Id],
                    Url = Text(Column.Url),
                    Text = fields[(int)Column.Text],
                    PostedAt = PostedAt(),
                    TimeOfDay = fields[(int)Column.TimeOfDay],
                    IsRepost = Flag(Column.IsRepost) is true,
                    AuthorId = Text(Column.AuthorId),
                    Handle = fields[(int)Column.Handle],
                    AuthorName = Text(Column.AuthorName),
                    Followers = fields[(int)Column.Followers],
                    Verified = Flag(Column.Verified),
                    Likes = fields[(int)Column.Likes],
                    Replies = fields[(int)Column.Replies],
                    Retweets = fields[(int)Column.Retweets],
                    Quotes = fields[(int)Column.Quotes],
                    Views = fields[(int)Column.Views],
                    Bookmarks = fields[(int)Column.Bookmarks],
                    Language = Text(Column.Language),
                    ConversationId = Text(Column.ConversationId),
                    ParentId = Text(Column.ParentId),
                    QuotedId = Text(Column.QuotedId),
                    ReplySettings = Text(Column.ReplySettings),
                    Sensitive = Flag(Column.Sensitive),
                },
                place),
        ];

        // Alone, a column named time holds the day as well.
        SourceField PostedAt() => fields[(int)Column.PostedAt] is var day && day.IsAbsent && fields[(int)Column.TimeOfDay] is { IsAbsent: false } time ? time : day;
        string? Text(Column column) => fields[(int)column].Value.Text();
        bool? Flag(Column column) => fields[(int)column].Value.Flag();
    }

    private static SourceField[] Map(JsonElement row)
    {
        var fields = new SourceField[ColumnCount];
        var ranks = new int[ColumnCount];
        fields[(int)Column.Id] = new("id", default);
        fields[(int)Column.Text] = new("text", default);
        fields[(int)Column.PostedAt] = new("created_at", default);
        if (row.ValueKind != JsonValueKind.Object)
            return fields;
        foreach (var property in row.EnumerateObject())
        {
            if (Columns.Find(property.Name) is not var (column, rank) || ranks[(int)column] is var best and > 0 && best <= rank + 1)
                continue;
            fields[(int)column] = new(property.Name, property.Value);
            ranks[(int)column] = rank + 1;
        }
        return fields;
    }
}
