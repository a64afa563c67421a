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
        var text = TextOf(message.Member("content"));
        return new ChatResponse(new ChatMessage(ChatRole.Assistant, text))
        {
            FinishReason = block is not null ? ChatFinishReason.ContentFilter : finish is null ? null : new ChatFinishReason(finish),
            ModelId = root.Member("model").Text() is { Length: > 0 } model ? model : null,
            ResponseId = root.Member("id").Text(),
            Usage = root.Member("usage") is { } counts && UsageOf(counts) is var used && ModelAnswer.IsCounted(used, text) ? used : null,
            AdditionalProperties = properties,
        };
    }

    /// <summary>A text, or its parts among others, such as thinking.</summary>
    private static string TextOf(JsonElement? content) => content.Text() ?? string.Concat(content.Items().Select(part => part.Member("text").Text()));

    private static UsageDetails UsageOf(JsonElement counts)
    {
        var prompt = counts.Member("prompt_tokens").Count() ?? 0;
        var completion = counts.Member("completion_tokens").Count() ?? 0;
        var total = counts.Member("total_tokens").Count();
        // OpenAI counts reasoning within the completion, xAI beside it; gateways to Gemini leave it to be seen in the total alone.
        var reasoning = counts.Member("completion_tokens_details").Member("reasoning_tokens").Count();
        var beside = reasoning is { } told ? (told > completion || total == prompt + completion + told ? told : 0)
            : total > prompt + completion ? total.Value - prompt - completion : 0;
        return new UsageDetails
        {
            InputTokenCount = prompt,
            CachedInputTokenCount = counts.Member("prompt_tokens_details").Member("cached_tokens").Count() ?? 0,
            OutputTokenCount = completion + beside,
            ReasoningTokenCount = reasoning ?? beside,
            TotalTokenCount = total,
        };
    }
}
