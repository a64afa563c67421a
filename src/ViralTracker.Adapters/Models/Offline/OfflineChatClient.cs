using System.Buffers;
using System.Text;
using System.Text.Encodings.Web;
using System.Text.Json;
using Microsoft.Extensions.AI;
using ViralTracker.Adapters.Models.Http;
using ViralTracker.Core.Language;
using ViralTracker.Core.Projects;
using ViralTracker.Pipeline.Models;
using ViralTracker.Pipeline.Ports;

namespace ViralTracker.Adapters.Models.Offline;

/// <summary>
/// Drafts without a model, a key, a network or a cost: from each post's own words, those of its topic first, and for posts in English only. The same prompt gives the same
/// answer. It reads the posts of the last user message and answers <c>{"posts":[{"id", kind: draft or null}]}</c>.
/// </summary>
public sealed class OfflineChatClient(ProjectConfig project)
    : ProviderChatClient(new ChatClientMetadata(ProviderNames.Offline, defaultModelId: ModelName))
{
    public const string ModelName = ProviderNames.Offline;

    private static readonly JsonWriterOptions Format = new() { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    /// <exception cref="ModelCallException">BadRequest where the last user message is no JSON document with posts.</exception>
    public override Task<ChatResponse> GetResponseAsync(IEnumerable<ChatMessage> messages, ChatOptions? options = null, CancellationToken cancellationToken = default)
    {
        cancellationToken.ThrowIfCancellationRequested();
        var prompt = messages.LastOrDefault(m => m.Role == ChatRole.User)?.Text ?? "";
        return Task.FromResult(new ChatResponse(new ChatMessage(ChatRole.Assistant, Answer(prompt, cancellationToken)))
        {
            ModelId = ModelName,
            FinishReason = ChatFinishReason.Stop,
            Usage = new UsageDetails { InputTokenCount = 0, OutputTokenCount = 0, TotalTokenCount = 0 },
            AdditionalProperties = new() { [ModelAnswer.FinishReason] = "STOP" },
        });
    }

    private string Answer(string prompt, CancellationToken ct)
    {
        using var document = Parse(prompt);
        var buffer = new ArrayBufferWriter<byte>();
        using var writer = new Utf8JsonWriter(buffer, Format);
        var posts = document.RootElement.Member("posts").Items().ToList();
        var first = posts.Count > 0 ? posts[0].Member("text").Text() ?? "" : "";
        var turn = posts.Exists(post => post.Member("wanted") is not null) ? 1u : 0u;
        var decks = project.Suggestions.Select(kind => kind.Name).Distinct()
            .ToDictionary(kind => kind, kind => new TemplateDeck(DraftTemplates.For(kind), Seed(first + "deck " + kind) + turn));
        writer.WriteStartObject();
        writer.WriteStartArray("posts");
        foreach (var post in posts)
        {
            ct.ThrowIfCancellationRequested();
            WriteDrafts(writer, post, decks);
        }
        writer.WriteEndArray();
        writer.WriteEndObject();
        writer.Flush();
        return Encoding.UTF8.GetString(buffer.WrittenSpan);
    }

    private void WriteDrafts(Utf8JsonWriter writer, JsonElement post, Dictionary<string, TemplateDeck> decks)
    {
        var id = post.Member("id").Text() ?? "";
        var again = post.Member("wanted");
        var kinds = project.Suggestions.Where(kind => again is null || again.Member(kind.Name) is not null);
        var drafter = new OfflineDrafter(project, post.Member("text").Text() ?? "", post.Member("topic").Text());
        writer.WriteStartObject();
        writer.WriteString("id", id);
        // All it has is English.
        var silent = post.Member("lang").Text() is { } language && !PostLanguage.IsEnglish(language);
        foreach (var kind in kinds) writer.WriteString(kind.Name, silent ? null : drafter.Draft(kind, decks[kind.Name], again is not null));
        writer.WriteEndObject();
    }

    /// <summary>FNV-1a: the same in every process, unlike string.GetHashCode.</summary>
    private static uint Seed(string text)
    {
        var hash = 2166136261u;
        foreach (var c in text) hash = (hash ^ c) * 16777619u;
        return hash ^ (hash >> 15);
    }

    private static JsonDocument Parse(string prompt)
    {
        try
        {
            return JsonDocument.Parse(prompt);
        }
        catch (JsonException e)
        {
            throw new ModelCallException(CallOutcome.BadRequest, "The offline drafter reads the posts of a JSON document.", e);
        }
    }
}
