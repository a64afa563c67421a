using System.Buffers;
using System.Text.Encodings.Web;
using System.Text.Json;
using Microsoft.Extensions.AI;
using ViralTracker.Pipeline.Models;

namespace ViralTracker.Adapters.Models.OpenAi;

/// <summary>Writes a <c>chat/completions</c> body.</summary>
internal static class OpenAiRequests
{
    private static readonly JsonWriterOptions Format = new() { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    public static ReadOnlyMemory<byte> Chat(string model, string outputLimitField, IReadOnlyList<ChatMessage> messages, ChatOptions? options)
    {
        var buffer = new ArrayBufferWriter<byte>(4096);
        using var writer = new Utf8JsonWriter(buffer, Format);
        writer.WriteStartObject();
        writer.WriteString("model", model);
        writer.WriteStartArray("messages");
        if (!string.IsNullOrEmpty(options?.Instructions)) WriteMessage(writer, ChatRole.System.Value, options.Instructions);
        foreach (var message in messages) WriteMessage(writer, message.Role.Value, message.Text);
        writer.WriteEndArray();
        if (options is not null) WriteOptions(writer, outputLimitField, options);
        writer.WriteEndObject();
        writer.Flush();
        return buffer.WrittenMemory;
    }

    private static void WriteOptions(Utf8JsonWriter writer, string outputLimitField, ChatOptions options)
    {
        if (options.ResponseFormat is ChatResponseFormatJson json) WriteFormat(writer, json);
        if (options.MaxOutputTokens is { } max) writer.WriteNumber(outputLimitField, max);
        // Through its shortest decimal: 0.2f widened to double would travel as 0.20000000298.
        if (options.Temperature is { } temperature) writer.WriteNumber("temperature", (decimal)temperature);
        if (ThinkingOption.In(options) is { } effort) writer.WriteString("reasoning_effort", effort);
    }

    private static void WriteFormat(Utf8JsonWriter writer, ChatResponseFormatJson json)
    {
        writer.WriteStartObject("response_format");
        writer.WriteString("type", json.Schema is null ? "json_object" : "json_schema");
        if (json.Schema is { } schema)
        {
            writer.WriteStartObject("json_schema");
            writer.WriteString("name", json.SchemaName ?? "answer");
            writer.WriteBoolean("strict", true);
            writer.WritePropertyName("schema");
            WriteStrict(writer, schema);
            writer.WriteEndObject();
        }
        writer.WriteEndObject();
    }

    /// <summary>With strict schemas each object must forbid further properties, else the service refuses them.</summary>
    private static void WriteStrict(Utf8JsonWriter writer, JsonElement schema)
    {
        switch (schema.ValueKind)
        {
            case JsonValueKind.Object:
                writer.WriteStartObject();
                foreach (var member in schema.EnumerateObject())
                {
                    writer.WritePropertyName(member.Name);
                    WriteStrict(writer, member.Value);
                }
                if (schema.TryGetProperty("properties", out var properties) && properties.ValueKind == JsonValueKind.Object) writer.WriteBoolean("additionalProperties", false);
                writer.WriteEndObject();
                break;
            case JsonValueKind.Array:
                writer.WriteStartArray();
                foreach (var item in schema.EnumerateArray()) WriteStrict(writer, item);
                writer.WriteEndArray();
                break;
            default:
                schema.WriteTo(writer);
                break;
        }
    }

    private static void WriteMessage(Utf8JsonWriter writer, string role, string text)
    {
        writer.WriteStartObject();
        writer.WriteString("role", role);
        writer.WriteString("content", text);
        writer.WriteEndObject();
    }
}
