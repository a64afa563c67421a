using System.Buffers;
using System.Text.Json;

namespace ViralTracker.Core.Drafting;

/// <summary>How much of the answer the schema pins. Models refuse some schemas with a 400: one rung down each time.</summary>
public enum SchemaRung
{
    /// <summary>Ids by enum, count by minItems and maxItems.</summary>
    EnumWithBounds,

    /// <summary>Ids by enum.</summary>
    Enum,

    /// <summary>Only the shape.</summary>
    Plain,

    /// <summary>No schema, any JSON object: the prompt tells the shape, validation holds it.</summary>
    AnyObject,

    /// <summary>Nothing: the JSON is looked for in the text.</summary>
    Text,
}

/// <summary>JSON schema of an answer: <c>{"posts":[{"id", one property a kind}]}</c>.</summary>
public static class AnswerSchema
{
    public static JsonElement For(SchemaRung rung, IReadOnlyList<string> aliases, IReadOnlyList<string> kinds)
    {
        var buffer = new ArrayBufferWriter<byte>();
        using (var json = new Utf8JsonWriter(buffer))
        {
            json.WriteStartObject();
            json.WriteString("type", "object");
            json.WriteStartObject("properties");
            json.WriteStartObject("posts");
            json.WriteString("type", "array");
            if (rung == SchemaRung.EnumWithBounds)
            {
                json.WriteNumber("minItems", aliases.Count);
                json.WriteNumber("maxItems", aliases.Count);
            }
            json.WritePropertyName("items");
            WriteItem(json, rung, aliases, kinds);
            json.WriteEndObject();
            json.WriteEndObject();
            WriteStrings(json, "required", ["posts"]);
            json.WriteEndObject();
        }
        var reader = new Utf8JsonReader(buffer.WrittenSpan);
        return JsonElement.ParseValue(ref reader);
    }

    private static void WriteItem(Utf8JsonWriter json, SchemaRung rung, IReadOnlyList<string> aliases, IReadOnlyList<string> kinds)
    {
        json.WriteStartObject();
        json.WriteString("type", "object");
        json.WriteStartObject("properties");
        json.WriteStartObject("id");
        json.WriteString("type", "string");
        if (rung != SchemaRung.Plain) WriteStrings(json, "enum", aliases);
        json.WriteEndObject();
        foreach (var kind in kinds)
        {
            json.WriteStartObject(kind);
            WriteStrings(json, "type", ["string", "null"]);
            json.WriteEndObject();
        }
        json.WriteEndObject();
        WriteStrings(json, "required", ["id", .. kinds]);
        json.WriteEndObject();
    }

    private static void WriteStrings(Utf8JsonWriter json, string name, IReadOnlyList<string> values)
    {
        json.WriteStartArray(name);
        foreach (var value in values) json.WriteStringValue(value);
        json.WriteEndArray();
    }
}
