using Microsoft.Extensions.AI;
using ViralTracker.Core.Spending;
using ViralTracker.Pipeline.Ports;

namespace ViralTracker.Pipeline.Models;

/// <summary>A provider did not answer a call usefully. Carries what the retry and the ledger need; never key or post text.</summary>
public sealed class ModelCallException : Exception
{
    public ModelCallException(CallOutcome outcome, string message, Exception? inner = null)
        : base(message, inner) => Outcome = outcome;

    /// <summary>RateLimited, DailyQuota, ServerError, Timeout, Network, SchemaRefused, BadRequest, Unauthorized, NotFound, NoCredit or Unparsable.</summary>
    public CallOutcome Outcome { get; }
    public int? HttpStatus { get; init; }

    /// <summary>Whether the same call may succeed later.</summary>
    public bool MayPass =>
        Outcome is CallOutcome.RateLimited or CallOutcome.ServerError or CallOutcome.Timeout or CallOutcome.Network or CallOutcome.Unparsable;

    /// <summary>What the provider asked to wait (Gemini's RetryInfo, OpenAI's Retry-After).</summary>
    public TimeSpan? RetryAfter { get; init; }

    /// <summary>The provider's name of the quota that was hit.</summary>
    public string? QuotaId { get; init; }

    /// <summary>The limit the provider named.</summary>
    public long? QuotaLimit { get; init; }

    /// <summary>The request is more than the model takes at once: fewer posts may pass.</summary>
    public bool TooLarge { get; init; }

    /// <summary>The client asks for the same in another way from now on: one more try may pass.</summary>
    public bool Adapted { get; init; }

    /// <summary>Whether the request may have reached the provider: false only when it surely did not, so that it costs nothing.</summary>
    public bool MayHaveBeenBilled { get; init; }
}

/// <summary>How model answers travel through <see cref="IChatClient"/>: the same meaning for every provider.</summary>
public static class ModelAnswer
{
    /// <summary>Key in <see cref="ChatResponse.AdditionalProperties"/>: why prompt or answer was blocked; absent when it was not.</summary>
    public const string BlockReason = "blockReason";

    /// <summary>Key in <see cref="ChatResponse.AdditionalProperties"/>: the provider's own finish reason.</summary>
    public const string FinishReason = "finishReason";

    /// <summary>Key in <see cref="UsageDetails.AdditionalCounts"/>: tool prompt tokens.</summary>
    public const string ToolUseTokens = "toolUsePromptTokenCount";

    /// <summary>False where counts are missing: no request is without a prompt, no text without output. What such a call cost, nobody knows.</summary>
    public static bool IsCounted(UsageDetails usage, string text) => usage.InputTokenCount > 0 && (usage.OutputTokenCount > 0 || text.Length == 0);

    /// <summary>
    /// Usage as the ledger counts it. <see cref="UsageDetails.InputTokenCount"/> is prompt plus tool use,
    /// <see cref="UsageDetails.OutputTokenCount"/> is answer plus thinking.
    /// </summary>
    public static TokenUsage? UsageOf(ChatResponse response)
    {
        if (response.Usage is not { } usage) return null;
        var tools = usage.AdditionalCounts?.GetValueOrDefault(ToolUseTokens) ?? 0;
        var thoughts = usage.ReasoningTokenCount ?? 0;
        return new TokenUsage(
            Prompt: (usage.InputTokenCount ?? 0) - tools,
            Cached: usage.CachedInputTokenCount ?? 0,
            Output: (usage.OutputTokenCount ?? 0) - thoughts,
            Thoughts: thoughts,
            ToolUse: tools);
    }
}
