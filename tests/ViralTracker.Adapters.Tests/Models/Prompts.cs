using System.Text.Json;
using System.Text.Json.Nodes;
using Microsoft.Extensions.AI;
using ViralTracker.Core.Projects;

namespace ViralTracker.Adapters.Tests.Models;

/// <summary>Requests as the draft engine makes them, in small.</summary>
internal static class Prompts
{
    public static readonly string[] Texts =
    [
        "How do you decide what goes on the pricing page of a tiny product?",
        "We removed the onboarding checklist and support tickets went down.",
        "My side project has users now and I am scared of the database.",
    ];

    public static ProjectConfig Project { get; } = new()
    {
        Slug = "test",
        Path = "finder.yml",
        Taxonomy =
        [
            new Topic
            {
                Label = "Onboarding",
                Description = "How new users reach their first result",
                Exemplars = ["Nobody finishes the product tour on the first day.", "What do you put on the empty dashboard?"],
            },
        ],
    };

    public static List<ChatMessage> Messages(params string[] texts)
    {
        var posts = new JsonArray([.. texts.Select((text, i) => (JsonNode)new JsonObject { ["id"] = $"p{i + 1}", ["text"] = text, ["author"] = "someone", ["topic"] = "Onboarding" })]);
        return
        [
            new ChatMessage(ChatRole.System, "Write short replies. Answer as JSON."),
            new ChatMessage(ChatRole.User, new JsonObject { ["posts"] = posts }.ToJsonString()),
        ];
    }

    public static ChatOptions Options(int posts) => new()
    {
        MaxOutputTokens = 4000,
        ResponseFormat = ChatResponseFormat.ForJsonSchema(Schema(posts), "answer"),
    };

    /// <summary>Post id → kind → draft.</summary>
    public static Dictionary<string, Dictionary<string, string?>> Read(string answer)
    {
        using var document = JsonDocument.Parse(answer);
        return document.RootElement.GetProperty("posts").EnumerateArray().ToDictionary(
            p => p.GetProperty("id").GetString()!,
            p => p.EnumerateObject().Where(m => m.Name != "id").ToDictionary(m => m.Name, m => m.Value.GetString()));
    }

    private static JsonElement Schema(int posts)
    {
        var ids = string.Join(',', Enumerable.Range(1, posts).Select(i => $"\"p{i}\""));
        return JsonDocument.Parse($$"""
            {"type":"object","required":["posts"],"properties":{"posts":{"type":"array","minItems":{{posts}},"maxItems":{{posts}},"items":{"type":"object",
             "required":["id","add_value","ask_question","mirror_reframe"],"properties":{"id":{"type":"string","enum":[{{ids}}]},
             "add_value":{"type":"string"},"ask_question":{"type":"string"},"mirror_reframe":{"type":"string"} } } } } }
            """).RootElement.Clone();
    }
}
