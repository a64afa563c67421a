using System.Globalization;
using System.Text;
using System.Text.Json;

namespace ViralTracker.GeminiStandIn;

internal sealed record PromptPost(string Id, string Text);

/// <summary>One kind of draft the request asks for, with its length limits.</summary>
internal sealed record Kind(string Name, int Min, int Max);

/// <summary>A draft request of either protocol, as the model sees it.</summary>
internal sealed record ModelRequest
{
    public required string Model { get; init; }
    public required string System { get; init; }
    public required string User { get; init; }

    /// <summary>Null where the request gives none.</summary>
    public JsonElement? Schema { get; init; }

    /// <summary>Why the service would refuse the schema unasked; null where it would not.</summary>
    public string? SchemaFault { get; init; }

    /// <summary>Asks for JSON without a schema.</summary>
    public bool AnyObject { get; init; }
    public int? MaxOutputTokens { get; init; }

    /// <summary>How long to think, as asked.</summary>
    public string? Thinking { get; init; }
    public required IReadOnlyList<PromptPost> Posts { get; init; }
    public required IReadOnlyList<Kind> Kinds { get; init; }

    /// <summary>What is counted as input: both texts and the schema, a token for each 4 bytes begun.</summary>
    public int PromptTokens => Tokens.Of(System) + Tokens.Of(User) + (Schema is { } schema ? Tokens.Of(schema.GetRawText()) : 0);

    public static ModelRequest FromGemini(string model, JsonElement root)
    {
        var config = root.Get("generationConfig");
        var user = string.Concat(root.Get("contents").Items().Select(TextOf));
        return Create(model, TextOf(root.Get("systemInstruction")), user, config.Get("responseJsonSchema") ?? config.Get("responseSchema"), config.Get("maxOutputTokens").Int()) with
        {
            Thinking = config.Get("thinkingConfig").Get("thinkingLevel").Str() ?? config.Get("thinkingConfig").Get("thinkingBudget").Int()?.ToString(CultureInfo.InvariantCulture),
            AnyObject = config.Get("responseMimeType").Str() == "application/json" && config.Get("responseJsonSchema") is null && config.Get("responseSchema") is null,
        };
    }

    public static ModelRequest FromOpenAi(JsonElement root)
    {
        var messages = root.Get("messages").Items().ToLookup(m => m.Get("role").Str() == "system", m => m.Get("content").Str() ?? "");
        var schema = root.Get("response_format").Get("json_schema").Get("schema");
        return Create(root.Get("model").Str() ?? "", string.Concat(messages[true]), string.Concat(messages[false]), schema, root.Get("max_tokens").Int() ?? root.Get("max_completion_tokens").Int()) with
        {
            Thinking = root.Get("reasoning_effort").Str(),
            AnyObject = root.Get("response_format").Get("type").Str() == "json_object",
            SchemaFault = schema is { } strict && IsOpen(strict) ? "Invalid schema for response_format 'answer': 'additionalProperties' is required to be supplied and to be false." : null,
        };
    }

    /// <summary>An object somewhere in it does not forbid further properties, which strict schemas must.</summary>
    private static bool IsOpen(JsonElement schema) => schema.ValueKind switch
    {
        JsonValueKind.Object => (schema.Get("properties") is not null && schema.Get("additionalProperties") is not { ValueKind: JsonValueKind.False })
            || schema.EnumerateObject().Any(member => IsOpen(member.Value)),
        JsonValueKind.Array => schema.EnumerateArray().Any(IsOpen),
        _ => false,
    };

    private static ModelRequest Create(string model, string system, string user, JsonElement? schema, int? maxOutputTokens) => new()
    {
        Model = model,
        System = system,
        User = user,
        Schema = schema,
        MaxOutputTokens = maxOutputTokens,
        Posts = PostsOf(user),
        Kinds = KindReading.Of(schema, system),
    };

    private static List<PromptPost> PostsOf(string user)
    {
        try
        {
            using var document = JsonDocument.Parse(user);
            return [.. document.RootElement.Get("posts").Items().Select(p => new PromptPost(p.Get("id").Str() ?? "", p.Get("text").Str() ?? ""))];
        }
        catch (JsonException)
        {
            return [];
        }
    }

    private static string TextOf(JsonElement? content) => string.Concat(content.Get("parts").Items().Select(p => p.Get("text").Str()));

    private static string TextOf(JsonElement content) => TextOf((JsonElement?)content);
}

internal static class Tokens
{
    /// <summary>A token for each 4 bytes of UTF-8 begun.</summary>
    public static int Of(string text) => (Encoding.UTF8.GetByteCount(text) + 3) / 4;
}
