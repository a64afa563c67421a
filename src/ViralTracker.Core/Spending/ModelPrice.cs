namespace ViralTracker.Core.Spending;

/// <summary>What one model costs over a span of days, in USD per million tokens.</summary>
public sealed record ModelPrice
{
    /// <summary>The provider's model id, without a version suffix.</summary>
    public required string Model { get; init; }

    public required decimal Input { get; init; }

    /// <summary>Answer and thinking tokens.</summary>
    public required decimal Output { get; init; }

    /// <summary>
    /// Input tokens read from a cache; null: of Gemini's models a tenth of <see cref="Input"/>, of others all of it, since what they take
    /// off differs, and a call shall not be booked below its bill.
    /// </summary>
    public decimal? CacheRead { get; init; }

    /// <summary>First UTC day; null: since the model exists.</summary>
    public DateOnly? From { get; init; }

    /// <summary>Last UTC day; null: until further notice.</summary>
    public DateOnly? Until { get; init; }

    /// <summary>Where the price was read, and when.</summary>
    public required string Source { get; init; }

    private bool IsGemini => Model.StartsWith("gemini-", StringComparison.OrdinalIgnoreCase);

    public bool IsValidOn(DateOnly day) => (From is null || From <= day) && (Until is null || day <= Until);

    /// <summary>
    /// (prompt − cached)·input + cached·cacheRead + toolUse·input + (output + thoughts)·output, exact and then
    /// rounded up to a nano-dollar. The tokens of blocked and unusable answers are billed like any others.
    /// </summary>
    public CallCost CostOf(TokenUsage usage)
    {
        var cached = Math.Clamp(usage.Cached, 0, usage.Prompt);
        var input = ((usage.Prompt - cached + usage.ToolUse) * Input) + (cached * (CacheRead ?? (IsGemini ? Input / 10 : Input)));
        var output = (usage.Output + usage.Thoughts) * Output;
        var total = NanoUsd.FromUsd((input + output) / 1_000_000m);
        var outputPart = NanoUsd.FromUsd(output / 1_000_000m);
        return new(total - outputPart, outputPart);
    }
}

/// <summary>Cost of one call; the two parts add up to the total exactly.</summary>
public readonly record struct CallCost(NanoUsd Input, NanoUsd Output)
{
    public NanoUsd Total => Input + Output;
}
