using ViralTracker.Core.Drafting;
using ViralTracker.Core.Quotas;
using ViralTracker.Core.Spending;

namespace ViralTracker.Pipeline.Drafting;

/// <summary>What a run will take. p50 is as likely too high as too low; p90 is exceeded one time in ten.</summary>
public sealed record Forecast
{
    public required int Posts { get; init; }
    public required int Requests { get; init; }
    public required int PackSize { get; init; }
    public required string Reason { get; init; }
    public required long InputTokens { get; init; }
    public required long OutputTokens { get; init; }

    /// <summary>Null when the model has no known price.</summary>
    public required NanoUsd? CostP50 { get; init; }
    public required NanoUsd? CostP90 { get; init; }

    /// <summary>From now, waiting for quota included.</summary>
    public required TimeSpan TimeP50 { get; init; }
    public required TimeSpan TimeP90 { get; init; }

    /// <summary>Past calls it rests on; 0: the prompt's real size and typical answers.</summary>
    public required int BasedOnCalls { get; init; }

    /// <summary>True when input tokens were counted by the provider.</summary>
    public bool Counted { get; init; }

    /// <summary>Budgets that p90 would exceed, each with what is left of it.</summary>
    public required IReadOnlyList<(ExhaustedLimit Limit, NanoUsd Left)> ShortBudgets { get; init; }

    /// <summary>Requests left today when they do not suffice.</summary>
    public int? ShortRequests { get; init; }
}

/// <summary>Makes forecasts. Pure.</summary>
internal static class Forecaster
{
    private const double P90 = 1.2816;
    private const double TypicalSpread = 0.35;

    /// <param name="packs">The requests as they would be sent: input tokens as reserved, and posts.</param>
    /// <param name="countedInput">Input tokens as the provider counted them, in all; null: estimated.</param>
    public static Forecast Make(
        IReadOnlyList<(int Posts, long ReservedTokens, long TypicalTokens)> packs, PackingChoice choice, ModelExperience experience, long typicalOutputPerPost,
        IPricing pricing, string model, BudgetLimits budget, LedgerUsage usage, int? requestsLeft, long? countedInput, DateTimeOffset now)
    {
        var posts = packs.Sum(p => p.Posts);
        var repeats = Math.Max(1, experience.Repetition);
        var input = (countedInput ?? (experience.InputRatio is { } ratio ? packs.Sum(p => p.ReservedTokens) * ratio : packs.Sum(p => p.TypicalTokens))) * repeats;
        var (perPost, deviation) = experience.OutputPerPost ?? (typicalOutputPerPost, typicalOutputPerPost * TypicalSpread);
        var output = perPost * posts * repeats;
        // Calls vary on their own: their spread adds up as a square root, and how far off the estimate itself is adds to it.
        var spread = deviation * Math.Sqrt(posts) + output * (experience.OutputPerPost is null ? TypicalSpread : 0.05);
        var cached = input * experience.CachedShare;
        return new Forecast
        {
            Posts = posts,
            Requests = (int)Math.Ceiling(packs.Count * repeats),
            PackSize = choice.Size,
            Reason = choice.Reason,
            InputTokens = (long)input,
            OutputTokens = (long)output,
            CostP50 = CostOf(input, cached, output),
            CostP90 = CostOf(input * 1.05, cached, output + P90 * spread),
            TimeP50 = choice.Finish,
            TimeP90 = choice.Finish * 1.25,
            BasedOnCalls = experience.Calls,
            Counted = countedInput is not null,
            ShortBudgets = [.. Short(CostOf(input * 1.05, cached, output + P90 * spread))],
            ShortRequests = requestsLeft < packs.Count * repeats ? requestsLeft : null,
        };

        NanoUsd? CostOf(double prompt, double read, double answer) =>
            pricing.Cost(model, new TokenUsage((long)prompt, (long)read, (long)answer, 0, 0), now);

        IEnumerable<(ExhaustedLimit, NanoUsd)> Short(NanoUsd? cost)
        {
            foreach (var (limit, bound, spent) in new[]
                {
                    (ExhaustedLimit.RunBudget, budget.Run, NanoUsd.Zero),
                    (ExhaustedLimit.DayBudget, budget.Day, usage.SpentInDay),
                    (ExhaustedLimit.MonthBudget, budget.Month, usage.SpentInMonth),
                })
                if (bound is { } most && cost is { } p90 && spent + p90 > most)
                    yield return (limit, most > spent ? most - spent : NanoUsd.Zero);
        }
    }
}
