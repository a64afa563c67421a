using System.Text.Json;
using Microsoft.Extensions.AI;
using ViralTracker.Adapters.Models.Http;
using ViralTracker.Pipeline.Models;

namespace ViralTracker.Adapters.Models.OpenAi;

/// <summary>Reads a 200 of <c>chat/completions</c>.</summary>
internal static class OpenAiAnswers
{
    /// <summary>Null where the object is no answer. A refusal is an answer without text, blocked by <c>refusal</c>.</summary>
    public static ChatResponse? Read(JsonElement root)
    {
        var choice = root.Member("choices").Items().Select(c => (JsonElement?)c).FirstOrDefault();
        if (choice is null) return null;

        var message = choice.Member("message");
        var finish = choice.Member("finish_reason").Text();
        var block = finish == "content_filter" ? finish : message.Member("refusal").Text() is { Length: > 0 } ? "refusal" : null;
        var properties = new AdditionalPropertiesDictionary();
        if (finish is not null) properties[ModelAnswer.FinishReason] = finish;
        if (block is not null) properties[ModelAnswer.BlockReason] = block;
        var text = message.Member("content").Text() ?? "";
        return new ChatResponse(new ChatMessage(ChatRole.Assistant, text))
        {
            FinishReason = block is not null ? ChatFinishReason.ContentFilter : finish is null ? null : new ChatFinishReason(finish),
            ModelId = root.Member("model").Text(),
            ResponseId = root.Member("id").Text(),
            Usage = root.Member("usage") is { } counts && UsageOf(counts) is var used && ModelAnswer.IsCounted(used, text) ? used : null,
            AdditionalProperties = properties,
        };
    }

    /// <summary><c>completion_tokens</c> already holds the reasoning tokens, as our output count does.</summary>
    private static UsageDetails UsageOf(JsonElement counts) => new()
    {
        InputTokenCount = counts.Member("prompt_tokens").Whole() ?? 0,
        CachedInputTokenCount = counts.Member("prompt_tokens_details").Member("cached_tokens").Whole() ?? 0,
        OutputTokenCount = counts.Member("completion_tokens").Whole() ?? 0,
        ReasoningTokenCount = counts.Member("completion_tokens_details").Member("reasoning_tokens").Whole() ?? 0,
        TotalTokenCount = counts.Member("total_tokens").Whole(),
    };
}
