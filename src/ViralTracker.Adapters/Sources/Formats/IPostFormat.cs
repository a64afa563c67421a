using System.Runtime.InteropServices;
using System.Text.Json;
using ViralTracker.Adapters.Sources.Values;
using ViralTracker.Core.Posts;
using ViralTracker.Pipeline.Importing;

namespace ViralTracker.Adapters.Sources.Formats;

/// <summary>Maps one JSON value of a file, a row or a page of rows, to items.</summary>
internal interface IPostFormat
{
    /// <summary>The items may not refer to <paramref name="value"/>: its document is closed after them.</summary>
    IEnumerable<ImportItem> Read(JsonElement value, RowPlace place);
}

/// <summary>What the formats share.</summary>
internal static class FormatParts
{
    /// <summary>X's v2 lists its posts under this name, and so do other programs. Its own are read with their page, where their authors stand.</summary>
    public const string Data = "data";

    /// <summary>The names under which X's v1.1 and Bluesky's answers list their rows, and other programs theirs.</summary>
    public static IReadOnlyList<string> Lists { get; } = ["statuses", "posts", "postViews", "feed", Data];

    /// <summary>The rows that a page lists; a value that lists none is itself the row, and so is a page of X's v2.</summary>
    public static IEnumerable<(JsonElement Row, RowPlace Place)> Rows(JsonElement value, RowPlace place, bool isXV2) =>
        Lists.FirstOrDefault(name => value.At(name).ValueKind == JsonValueKind.Array) is { } list && !(isXV2 && list == Data)
            ? value.Items(list).Select((row, i) => (row, place with { Element = i + 1 }))
            : [(value, place)];

    /// <summary>A copy of the row's own JSON.</summary>
    public static ReadOnlyMemory<byte> Raw(JsonElement row) => JsonMarshal.GetRawUtf8Value(row).ToArray();

    /// <summary>Media as X's v1.1 shape lists them in <c>extended_entities</c>; Apify passes the same on.</summary>
    public static IReadOnlyList<MediaItem> ExtendedMedia(JsonElement entities) =>
    [
        .. entities.Items("media").Select(item => new MediaItem(
            item.Text("type") ?? "other",
            item.Text("media_url_https") ?? item.Text("media_url"),
            item.Text("ext_alt_text"))),
    ];

    /// <summary>The longer of two texts, of which one may be cut.</summary>
    public static SourceField Longer(SourceField first, SourceField second) =>
        (second.Text?.Length ?? -1) > (first.Text?.Length ?? -1) ? second : first;
}
