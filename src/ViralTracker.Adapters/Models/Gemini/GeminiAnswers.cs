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
            Usage = usage is { } counts && UsageOf(counts) is var used && IsCounted(used, text) ? used : null,
            AdditionalProperties = Properties(finish, promptBlock ?? (IsBlock(finish) ? finish : null)),
        };
    }

    private static string TextOf(JsonElement? candidate) =>
        string.Concat(candidate.Member("content").Member("parts").Items()
            .Where(part => part.Member("thought") is not { ValueKind: JsonValueKind.True })
            .Select(part => part.Member("text").Text()));

    public static bool IsBlock(string? finish) =>
        finish is "SAFETY" or "RECITATION" or "LANGUAGE" or "BLOCKLIST" or "PROHIBITED_CONTENT" or "SPII"
            or "IMAGE_SAFETY" or "IMAGE_PROHIBITED_CONTENT" or "IMAGE_RECITATION";

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
    /// where it differs from the sum, no part of the formula says at which price the rest would go. Where the answer's own count is left out, it is that rest.
    /// </summary>
    private static UsageDetails UsageOf(JsonElement counts)
    {
        var tools = counts.Member("toolUsePromptTokenCount").Count() ?? 0;
        var thoughts = counts.Member("thoughtsTokenCount").Count() ?? 0;
        var input = (counts.Member("promptTokenCount").Count() ?? 0) + tools;
        var total = counts.Member("totalTokenCount").Count();
        return new UsageDetails
        {
            InputTokenCount = input,
            CachedInputTokenCount = counts.Member("cachedContentTokenCount").Count() ?? 0,
            OutputTokenCount = (counts.Member("candidatesTokenCount").Count() ?? Math.Max(0, (total ?? 0) - input - thoughts)) + thoughts,
            ReasoningTokenCount = thoughts,
            TotalTokenCount = total,
            AdditionalCounts = tools == 0 ? null : new() { [ModelAnswer.ToolUseTokens] = tools },
        };
    }

    /// <summary>Thinking alone is no count of a text.</summary>
    private static bool IsCounted(UsageDetails used, string text) =>
        ModelAnswer.IsCounted(used, text) && (text.Length == 0 || used.OutputTokenCount > used.ReasoningTokenCount);

    private static AdditionalPropertiesDictionary Properties(string? finish, string? block)
    {
        var properties = new AdditionalPropertiesDictionary();
        if (finish is not null) properties[ModelAnswer.FinishReason] = finish;
        if (block is not null) properties[ModelAnswer.BlockReason] = block;
        return properties;
    }
}
