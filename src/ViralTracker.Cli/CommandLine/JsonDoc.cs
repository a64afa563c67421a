using System.CommandLine;
using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Nodes;

namespace ViralTracker.Cli.CommandLine;

/// <summary>The one document of <c>--json</c>.</summary>
internal static class JsonDoc
{
    private static readonly JsonWriterOptions Indented = new() { Indented = true, Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    public static void Write(JsonObject document)
    {
        using var stream = Console.OpenStandardOutput();
        Write(document, stream);
    }

    public static void Write(JsonObject document, Stream stream)
    {
        using (var json = new Utf8JsonWriter(stream, Indented)) document.WriteTo(json);
        stream.WriteByte((byte)'\n');
    }

    /// <summary>The options of its command that a line gives, by name; a switch is true.</summary>
    public static JsonObject Given(ParseResult parsed)
    {
        var given = new JsonObject();
        foreach (var option in parsed.CommandResult.Command.Options)
            if (parsed.GetResult(option) is { Implicit: false } result) given[option.Name] = result.Tokens is [var value, ..] ? value.Value : true;
        return given;
    }

    public static JsonArray Array(IEnumerable<JsonNode?> items) => new([.. items]);

    public static JsonObject Counts<T>(IEnumerable<KeyValuePair<T, int>> counts, Func<T, string> name)
        where T : notnull
    {
        var result = new JsonObject();
        foreach (var (key, value) in counts) result[name(key)] = value;
        return result;
    }
}
