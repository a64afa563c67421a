using System.Text;
using System.Text.Json;
using ViralTracker.Pipeline.Importing;

namespace ViralTracker.Adapters.Sources.Files;

internal enum FileLayout { Empty, Binary, Table, JsonLines, JsonDocument }

/// <summary>What the beginning of a file shows.</summary>
/// <param name="Format">Null when no format fits.</param>
/// <param name="List">The property that lists the rows, when the document is an object around a list.</param>
/// <param name="Seen">What was looked at, for the message when nothing fits.</param>
internal sealed record Sniffed(FileLayout Layout, ImportFormat? Format = null, string? List = null, string Seen = "");

/// <summary>Finds layout and format from a file's first bytes.</summary>
internal static class FileSniffer
{
    private const int LinesLookedAt = 50;
    private const int StrayCharacters = 16;

    /// <summary>Null when more of the file is needed to decide.</summary>
    public static Sniffed? Sniff(ReadOnlySpan<byte> head, bool complete)
    {
        var start = head.IndexOfAnyExcept(" \t\r\n"u8);
        if (start < 0)
            return complete ? new(FileLayout.Empty) : null;
        head = head[start..];
        if (IsBinary(head[..Math.Min(head.Length, 512)]))
            return new(FileLayout.Binary);
        return head[0] switch
        {
            (byte)'[' => Array(head, complete),
            (byte)'{' => Objects(head, complete),
            _ => new(FileLayout.Table, ImportFormat.Csv),
        };
    }

    // A program may leave a NUL or two in a text. Packed bytes have three dozen such characters in 512 and more, UTF-16 some hundred.
    private static bool IsBinary(ReadOnlySpan<byte> head)
    {
        if (head.StartsWith(Encoding.Unicode.Preamble) || head.StartsWith(Encoding.BigEndianUnicode.Preamble))
            return true;
        var unprintable = 0;
        foreach (var each in head)
            unprintable += each < ' ' && each is not ((byte)'\t' or (byte)'\r' or (byte)'\n') ? 1 : 0;
        return unprintable > StrayCharacters;
    }

    private static Sniffed? Array(ReadOnlySpan<byte> head, bool complete)
    {
        var seen = "an empty array";
        var reader = new Utf8JsonReader(head, complete, default);
        try
        {
            reader.Read();
            while (reader.Read() && reader.TokenType != JsonTokenType.EndArray)
            {
                var keys = ObjectKeys.Read(ref reader);
                if (FormatRecognition.Recognise(keys) is { } format)
                    return new(FileLayout.JsonDocument, format);
                seen = $"a JSON array of {keys.Describe()}";
                if (!keys.Complete)
                    break;
            }
        }
        catch (JsonException broken)
        {
            return new(FileLayout.JsonDocument, Seen: $"an array that is no JSON: {broken.Message}");
        }
        if (reader.TokenType == JsonTokenType.EndArray && seen == "an empty array")
            return new(FileLayout.Empty);
        return complete || reader.TokenType == JsonTokenType.EndArray ? new(FileLayout.JsonDocument, Seen: seen) : null;
    }

    private static Sniffed? Objects(ReadOnlySpan<byte> head, bool complete)
    {
        var lineEnd = head.IndexOf((byte)'\n');
        var first = ObjectKeys.Read(lineEnd < 0 ? head : head[..lineEnd]);
        if (FormatRecognition.List(first) is null && (first.Complete || first.Broken || lineEnd < 0))
            return lineEnd < 0 && !complete && !first.Complete ? null : Lines(head, complete);

        var document = first.Complete ? first : ObjectKeys.Read(head);
        if (document is { Broken: true, List: null }) // not one object over several lines, but a line that was cut off
            return Lines(head, complete);
        var format = FormatRecognition.Recognise(document);
        // What was read of a row may look flat until the rest of it is.
        var known = document.List is null ? format is not null
            : document.Row is { } row && (row.Complete || FormatRecognition.Recognise(row) is not (null or ImportFormat.Jsonl));
        return known || document.Complete || document.Broken || complete
            ? new(FileLayout.JsonDocument, format, FormatRecognition.List(document), document.Describe())
            : null;
    }

    private static Sniffed? Lines(ReadOnlySpan<byte> head, bool complete)
    {
        var seen = "";
        for (var looked = 0; looked < LinesLookedAt; looked++)
        {
            var lineEnd = head.IndexOf((byte)'\n');
            var keys = ObjectKeys.Read(lineEnd < 0 ? head : head[..lineEnd]);
            if (FormatRecognition.Recognise(keys) is { } format)
                return new(FileLayout.JsonLines, format);
            if (seen.Length == 0 && keys.Tokens.Count > 0)
                seen = $"lines of {keys.Describe()}";
            if (lineEnd < 0)
                return complete ? new(FileLayout.JsonLines, Seen: seen) : null;
            head = head[(lineEnd + 1)..];
        }
        return new(FileLayout.JsonLines, Seen: seen);
    }
}
