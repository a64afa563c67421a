using System.Text.Json;
using System.Text.RegularExpressions;
using Microsoft.Extensions.AI;
using ViralTracker.Adapters.Models.Gemini;
using ViralTracker.Adapters.Models.Http;
using ViralTracker.Pipeline.Models;

namespace ViralTracker.Adapters.Models.OpenAi;

/// <summary>Reads a 200 of <c>chat/completions</c>.</summary>
internal static partial class OpenAiAnswers
{
    /// <summary>Null where the object is no answer. A refusal is an answer without text, blocked by <c>refusal</c>.</summary>
    public static ChatResponse? Read(JsonElement root)
    {
        var choice = FirstChoice(root);
        if (choice is null) return null;

        var message = choice.Member("message");
        var finish = choice.Member("finish_reason").Text();
        var block = IsBlock(finish) ? finish : message.Member("refusal").Text() is { Length: > 0 } ? "refusal" : null;
        var properties = new AdditionalPropertiesDictionary();
        if (finish is not null) properties[ModelAnswer.FinishReason] = finish;
        if (block is not null) properties[ModelAnswer.BlockReason] = block;
        var text = TextOf(choice);
        return new ChatResponse(new ChatMessage(ChatRole.Assistant, WithoutThinking(text)))
        {
            FinishReason = block is not null ? ChatFinishReason.ContentFilter : IsLength(finish) ? ChatFinishReason.Length : finish is null ? null : new ChatFinishReason(finish),
            ModelId = root.Member("model").Text() is { Length: > 0 } model ? model : null,
            ResponseId = root.Member("id").Text(),
            Usage = root.Member("usage") is { } counts && UsageOf(counts) is var used && ModelAnswer.IsCounted(used, text) ? used : null,
            AdditionalProperties = properties,
        };
    }

    /// <summary>Of a prompt that was refused by an error: some services bill it, and none says what.</summary>
    public static ChatResponse Blocked(string reason) => new(new ChatMessage(ChatRole.Assistant, ""))
    {
        FinishReason = ChatFinishReason.ContentFilter,
        AdditionalProperties = new() { [ModelAnswer.BlockReason] = reason },
    };

    public static JsonElement? FirstChoice(JsonElement root) => root.Member("choices").Items().Select(c => (JsonElement?)c).FirstOrDefault();

    /// <summary>A text, or its parts among others, such as thinking.</summary>
    public static string TextOf(JsonElement? choice)
    {
        var content = choice.Member("message").Member("content");
        return content.Text() ?? string.Concat(content.Items().Where(part => part.Member("type").Text() is null or "text" or "output_text").Select(part => part.Member("text").Text()));
    }

    /// <summary>OpenAI's word, Gemini's own where its such service or a gateway passes them on, Zhipu's.</summary>
    private static bool IsBlock(string? finish) =>
        finish is "sensitive" || finish?.StartsWith("content_filter", StringComparison.Ordinal) == true || GeminiAnswers.IsBlock(finish);

    private static bool IsLength(string? finish) => finish is "length" or "model_length" or "max_tokens" or "MAX_TOKENS";

    /// <summary>
    /// Servers that know no parser for a model's thinking leave it before the answer, and drafts that it weighs are not the answer. Without
    /// its end there is none. Where the chat template wrote its beginning, only the end stands there.
    /// </summary>
    private static string WithoutThinking(string text)
    {
        var begun = ThinkingBegins.IsMatch(text);
        if (ThinkingEnds.Match(text) is not { Success: true } end) return begun ? "" : text;
        var answer = text[(end.Index + end.Length)..];
        return begun || (!Json.IsMatch(text) && Json.IsMatch(answer)) ? answer : text;
    }

    [GeneratedRegex(@"^\s*(<think(ing)?>|<thought>|\[THINK\]|<\|channel\|>analysis)", RegexOptions.ExplicitCapture | RegexOptions.CultureInvariant)]
    private static partial Regex ThinkingBegins { get; }

    [GeneratedRegex(@"</think(ing)?>|</thought>|\[/THINK\]|<\|channel\|>final<\|message\|>", RegexOptions.ExplicitCapture | RegexOptions.CultureInvariant)]
    private static partial Regex ThinkingEnds { get; }

    [GeneratedRegex(@"^\s*[{\[`]", RegexOptions.CultureInvariant)]
    private static partial Regex Json { get; }

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
            CachedInputTokenCount = CachedOf(counts),
            OutputTokenCount = completion + beside,
            ReasoningTokenCount = reasoning ?? beside,
            TotalTokenCount = total,
        };
    }

    /// <summary>In OpenAI's place, in DeepSeek's, or in that of Moonshot and Together.</summary>
    private static long CachedOf(JsonElement counts) =>
        counts.Member("prompt_tokens_details").Member("cached_tokens").Count() ?? counts.Member("prompt_cache_hit_tokens").Count() ?? counts.Member("cached_tokens").Count() ?? 0;
}
