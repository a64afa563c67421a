using System.Buffers;
using System.Text.Encodings.Web;
using System.Text.Json;
using Microsoft.Extensions.AI;
using ViralTracker.Pipeline.Models;

namespace ViralTracker.Adapters.Models.Gemini;

/// <summary>Writes request bodies of the Gemini REST API.</summary>
internal static class GeminiRequests
{
    // Escapes only what JSON needs: post text in other scripts would else grow up to six times.
    private static readonly JsonWriterOptions Format = new() { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    public static ReadOnlyMemory<byte> Generate(IReadOnlyList<ChatMessage> messages, ChatOptions? options) =>
        Write(writer => WriteGenerate(writer, messages, options, model: null));

    public static ReadOnlyMemory<byte> CountTokens(string model, IReadOnlyList<ChatMessage> messages, ChatOptions? options) => Write(writer =>
    {
        writer.WritePropertyName("generateContentRequest");
        writer.WriteStartObject();
        WriteGenerate(writer, messages, options, model);
        writer.WriteEndObject();
    });

    public static ReadOnlyMemory<byte> Embed(string model, IReadOnlyList<string> texts) => Write(writer =>
    {
        writer.WriteStartArray("requests");
        foreach (var text in texts)
        {
            writer.WriteStartObject();
            writer.WriteString("model", "models/" + model);
            writer.WritePropertyName("content");
            WriteContent(writer, role: null, text);
            writer.WriteString("taskType", "SEMANTIC_SIMILARITY");
            writer.WriteEndObject();
        }
        writer.WriteEndArray();
    });

    private static void WriteGenerate(Utf8JsonWriter writer, IReadOnlyList<ChatMessage> messages, ChatOptions? options, string? model)
    {
        if (model is not null) writer.WriteString("model", "models/" + model);
        var system = string.Join("\n\n", messages.Where(m => m.Role == ChatRole.System).Select(m => m.Text).Prepend(options?.Instructions).Where(t => !string.IsNullOrEmpty(t)));
        if (system.Length > 0)
        {
            writer.WritePropertyName("systemInstruction");
            WriteContent(writer, role: null, system);
        }
        writer.WriteStartArray("contents");
        foreach (var message in messages.Where(m => m.Role != ChatRole.System))
            WriteContent(writer, message.Role == ChatRole.Assistant ? "model" : "user", message.Text);
        writer.WriteEndArray();
        if (options is not null) WriteConfig(writer, options);
    }

    private static void WriteConfig(Utf8JsonWriter writer, ChatOptions options)
    {
        writer.WriteStartObject("generationConfig");
        if (options.ResponseFormat is ChatResponseFormatJson json)
        {
            writer.WriteString("responseMimeType", "application/json");
            if (json.Schema is { } schema)
            {
                writer.WritePropertyName("responseJsonSchema");
                schema.WriteTo(writer);
            }
        }
        if (options.MaxOutputTokens is { } max) writer.WriteNumber("maxOutputTokens", max);
        // Through its shortest decimal: 0.2f widened to double would travel as 0.20000000298.
        if (options.Temperature is { } temperature) writer.WriteNumber("temperature", (decimal)temperature);
        if (ThinkingOption.In(options) is { } thinking) WriteThinking(writer, thinking);
        writer.WriteEndObject();
    }

    private static void WriteThinking(Utf8JsonWriter writer, string thinking)
    {
        writer.WriteStartObject("thinkingConfig");
        if (ThinkingOption.Tokens(thinking) is { } budget) writer.WriteNumber("thinkingBudget", budget);
        else writer.WriteString("thinkingLevel", thinking);
        writer.WriteEndObject();
    }

    private static void WriteContent(Utf8JsonWriter writer, string? role, string text)
    {
        writer.WriteStartObject();
        if (role is not null) writer.WriteString("role", role);
        writer.WriteStartArray("parts");
        writer.WriteStartObject();
        writer.WriteString("text", text);
        writer.WriteEndObject();
        writer.WriteEndArray();
        writer.WriteEndObject();
    }

    private static ReadOnlyMemory<byte> Write(Action<Utf8JsonWriter> members)
    {
        var buffer = new ArrayBufferWriter<byte>(4096);
        using var writer = new Utf8JsonWriter(buffer, Format);
        writer.WriteStartObject();
        members(writer);
        writer.WriteEndObject();
        writer.Flush();
        return buffer.WrittenMemory;
    }
}
