using System.Collections.Frozen;
using System.Text.Json;
using ViralTracker.Adapters.Sources.Formats;
using ViralTracker.Pipeline.Importing;

namespace ViralTracker.Adapters.Sources.Files;

/// <summary>Knows a format by the names in its objects.</summary>
internal static class FormatRecognition
{
    /// <summary>What flat rows may have, and X's v2 has, too.</summary>
    private static readonly FrozenSet<string> NamesOfXV2 =
        ["id", "text", "created_at", "author_id", "lang", "conversation_id", "reply_settings", "possibly_sensitive", "source"];

    /// <summary>Null when the names belong to no format. The first of a page's rows tells the format; where it doesn't, the page's own names do.</summary>
    public static ImportFormat? Recognise(ObjectKeys keys)
    {
        if (keys.Row is { } row && Recognise(row) is { } ofRows && !(keys.List == FormatParts.Data && ofRows == ImportFormat.Jsonl && MayBeXV2(row)))
            return ofRows;
        var names = keys.Tokens;
        if (IsArray("statuses"))
            return ImportFormat.XV11;
        if (keys.List is not (null or FormatParts.Data) || Has("uri") && IsObject("record") || IsObject("post"))
            return ImportFormat.Bluesky;
        if (IsArray("data") || IsObject("data") || IsObject("public_metrics") || IsObject("meta") || IsArray("errors"))
            return ImportFormat.XV2;
        if (Has("noResults") || Has("createdAt") && IsObject("author"))
            return ImportFormat.Apify;
        if (IsObject("user") && Has("created_at"))
            return ImportFormat.XV11;
        // An object inside is no flat row: a network's own shape that is not read yet, such as Mastodon's.
        return Columns.Cover(names.Keys) && !IsObject("account") && !IsObject("author") ? ImportFormat.Jsonl : null;

        bool Has(string name) => names.ContainsKey(name);
        bool IsObject(string name) => names.GetValueOrDefault(name) == JsonTokenType.StartObject;
        bool IsArray(string name) => names.GetValueOrDefault(name) == JsonTokenType.StartArray;
    }

    /// <summary>The property whose array holds a page's rows; null where each value is read whole, as X's v2 pages are.</summary>
    public static string? List(ObjectKeys keys) => keys.List == FormatParts.Data && Recognise(keys) == ImportFormat.XV2 ? null : keys.List;

    private static bool MayBeXV2(ObjectKeys row) => row.Tokens.Keys.All(name => Columns.Find(name) is null || NamesOfXV2.Contains(name));
}
