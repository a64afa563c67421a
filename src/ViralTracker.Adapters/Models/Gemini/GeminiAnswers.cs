using System.Text.Json;
using Microsoft.Extensions.AI;
using ViralTracker.Adapters.Models.Http;
using ViralTracker.Pipeline.Models;

namespace ViralTracker.Adapters.Models.Gemini;

/// <summary>Reads a 200 of <c>generateContent</c>.</summary>
internal static class GeminiAnswers
{
    /// <summary>
    /// Null where the object is no answer at all. A blocked prompt is an answer without text, with its reason and its usage.
    /// </summary>
    public static ChatResponse? Read(JsonElement root)
    {
        var candidate = root.Member("candidates").Items().Select(c => (JsonElement?)c).FirstOrDefault();
        var promptBlock = root.Member("promptFeedback").Member("blockReason").Text();
        var usage = root.Member("usageMetadata");
        if (candidate is null && promptBlock is null && usage is null) return null;

        var finish = candidate.Member("finishReason").Text();
        var text = TextOf(candidate);
        return new ChatResponse(new ChatMessage(ChatRole.Assistant, text))
        {
            FinishReason = FinishReasonOf(finish, promptBlock),
            ModelId = root.Member("modelVersion").Text() is { Length: > 0 } version ? version : null,
            ResponseId = root.Member("responseId").Text(),
            Usage = usage is { } counts && UsageOf(counts) is var used && ModelAnswer.IsCounted(used, text) ? used : null,
            AdditionalProperties = Properties(finish, promptBlock ?? (IsBlock(finish) ? finish : null)),
        };
    }

    private static string TextOf(JsonElement? candidate) =>
        string.Concat(candidate.Member("content").Member("parts").Items()
            .Where(part => part.Member("thought") is not { ValueKind: JsonValueKind.True })
            .Select(part => part.Member("text").Text()));

    public static bool IsBlock(string? finish) =>
        finish is "SAFETY" or "RECITATION" or "LANGUAGE" or "BLOCKLIST" or "PROHIBITED_CONTENT" or "SPII" or "IMAGE_SAFETY";

    private static ChatFinishReason? FinishReasonOf(string? finish, string? promptBlock) => finish switch
    {
        _ when promptBlock is not null || IsBlock(finish) => ChatFinishReason.ContentFilter,
        "STOP" => ChatFinishReason.Stop,
        "MAX_TOKENS" => ChatFinishReason.Length,
        null => null,
        _ => new ChatFinishReason(finish.ToLowerInvariant()),
    };

    /// <summary>
    /// Counted by the parts, as the published cost formula is. <c>totalTokenCount</c> is passed on as reported and never billed:
    /// where it differs from the sum, no part of the formula says at which price the rest would go.
    /// </summary>
    private static UsageDetails UsageOf(JsonElement counts)
    {
        var tools = counts.Member("toolUsePromptTokenCount").Count() ?? 0;
        var thoughts = counts.Member("thoughtsTokenCount").Count() ?? 0;
        return new UsageDetails
        {
            InputTokenCount = (counts.Member("promptTokenCount").Count() ?? 0) + tools,
            CachedInputTokenCount = counts.Member("cachedContentTokenCount").Count() ?? 0,
            OutputTokenCount = (counts.Member("candidatesTokenCount").Count() ?? 0) + thoughts,
            ReasoningTokenCount = thoughts,
            TotalTokenCount = counts.Member("totalTokenCount").Count(),
            AdditionalCounts = tools == 0 ? null : new() { [ModelAnswer.ToolUseTokens] = tools },
        };
    }

    private static AdditionalPropertiesDictionary Properties(string? finish, string? block)
    {
        var properties = new AdditionalPropertiesDictionary();
        if (finish is not null) properties[ModelAnswer.FinishReason] = finish;
        if (block is not null) properties[ModelAnswer.BlockReason] = block;
        return properties;
    }
}
