namespace ViralTracker.GeminiStandIn;

/// <summary>Tokens of one call by kind; <paramref name="Cached"/> is a part of <paramref name="Prompt"/>.</summary>
public readonly record struct TokenCount(int Prompt, int Cached, int Output, int Thoughts)
{
    public int Total => Prompt + Output + Thoughts;
}

/// <summary>A call as the provider charges it.</summary>
/// <param name="Request">Index in the arrival log.</param>
public sealed record BillRow(int Request, DateTimeOffset At, string KeyHash, string ModelVersion, TokenCount Tokens, long NanoUsd);

/// <summary>What the provider charges, by its own price table and its own arithmetic.</summary>
internal static class Billing
{
    public static long NanoUsd(Price price, TokenCount tokens)
    {
        // USD per million tokens are thousands of nano-dollars per token.
        var nano = 1000 * ((tokens.Prompt - tokens.Cached) * price.Input + tokens.Cached * price.Input / 10 + (tokens.Output + tokens.Thoughts) * price.Output);
        return (long)Math.Ceiling(nano);
    }
}
