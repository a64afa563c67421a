using ViralTracker.Core.Drafting;
using ViralTracker.Core.Quotas;
using ViralTracker.Core.Spending;

namespace ViralTracker.Pipeline.Drafting;

/// <summary>What a run will take. p50 is as likely too high as too low; p90 is exceeded one time in ten.</summary>
public sealed record Forecast
{
    /// <summary>No model is asked: there are no tokens, and no cost.</summary>
    public bool Offline { get; init; }

    /// <summary>Posts to ask for.</summary>
    public required int Posts { get; init; }

    /// <summary>Posts more whose answer is paid for already.</summary>
    public int PaidBefore { get; init; }
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

    /// <summary>The part of it for which nothing is sent, since the key was refused before.</summary>
    public TimeSpan Pause { get; init; }
    public string? PauseReason { get; init; }

    /// <summary>Past calls it rests on; 0: the prompt's real size and typical answers.</summary>
    public required int BasedOnCalls { get; init; }

    /// <summary>True when input tokens were counted by the provider.</summary>
    public bool Counted { get; init; }

    /// <summary>Budgets that p90 would exceed, each with what is left of it: less than p50 is not enough, more may not be.</summary>
    public required IReadOnlyList<(ExhaustedLimit Limit, NanoUsd Left)> ShortBudgets { get; init; }

    /// <summary>Requests left today when they do not suffice.</summary>
    public int? ShortRequests { get; init; }
}

/// <summary>A request as it would be sent.</summary>
/// <param name="TypicalTokens">Input as it usually comes out.</param>
internal readonly record struct PlannedPack(int Posts, long TypicalTokens);

/// <summary>What a forecast rests on.</summary>
internal sealed record ForecastInput
{
    public required IReadOnlyList<PlannedPack> Packs { get; init; }
    public bool Offline { get; init; }
    public required PackingChoice Choice { get; init; }
    public required ModelExperience Experience { get; init; }

    /// <summary>Where no history tells.</summary>
    public required long TypicalOutputPerPost { get; init; }
    public required IPricing Pricing { get; init; }

    /// <summary>As asked for; may be an alias.</summary>
    public required string Model { get; init; }
    public BudgetLimits Budget { get; init; } = new();
    public required LedgerUsage Usage { get; init; }

    /// <summary>For which nothing is sent; the choice's time begins with it.</summary>
    public TimeSpan Pause { get; init; }
    public string? PauseReason { get; init; }

    /// <summary>Requests left today; null without a daily limit.</summary>
    public int? RequestsLeft { get; init; }

    /// <summary>Input tokens as the provider counted them, in all; null: estimated.</summary>
    public long? CountedInput { get; init; }

    /// <summary>Posts left out, for their answer is paid for already.</summary>
    public int PaidBefore { get; init; }
    public required DateTimeOffset Now { get; init; }
}

/// <summary>Makes forecasts. Pure.</summary>
internal static class Forecaster
{
    /// <summary>Standard deviations from the mean to the 90th percentile of a normal distribution.</summary>
    private const double DeviationsToP90 = 1.2816;

    /// <summary>Spread of the output as a share of it: of a guess, and of a mean that rests on history.</summary>
    private const double SpreadOfGuess = 0.35;
    private const double SpreadOfHistory = 0.05;

    /// <summary>p90 over p50 of what varies little: prompts are known but for repeats, time but for slow answers.</summary>
    private const double InputP90 = 1.05;
    private const double TimeP90 = 1.25;

    public static Forecast Make(ForecastInput of)
    {
        var (packs, experience) = (of.Packs, of.Experience);
        var posts = packs.Sum(p => p.Posts);
        var repeats = Math.Max(1, experience.Repetition);
        var once = of.Offline ? 0 : of.CountedInput ?? packs.Sum(p => p.TypicalTokens) * experience.InputRatio;
        var input = once * repeats;
        var (perPost, deviation) = of.Offline ? (0, 0) : experience.OutputPerPost ?? (of.TypicalOutputPerPost, of.TypicalOutputPerPost * SpreadOfGuess);
        var output = perPost * posts * repeats;
        // Calls vary on their own: their spread adds up as a square root, and how far off the estimate itself is adds to it.
        var spread = deviation * Math.Sqrt(posts) + output * (experience.OutputPerPost is null ? SpreadOfGuess : SpreadOfHistory);
        var most = Tokens(input * InputP90, output + DeviationsToP90 * spread);
        // An alias may move any time: likely it costs what the version that answers now does, at worst what the dearest of its family does.
        var costP90 = Dearer(CostBy(experience.AnsweredBy, most), CostBy(of.Model, most));
        var pause = posts == 0 ? TimeSpan.Zero : of.Pause;
        return new Forecast
        {
            Offline = of.Offline,
            Posts = posts,
            PaidBefore = of.PaidBefore,
            Requests = (int)Math.Ceiling(packs.Count * repeats),
            PackSize = of.Choice.Size,
            Reason = of.Choice.Reason,
            InputTokens = (long)input,
            OutputTokens = (long)output,
            CostP50 = CostBy(experience.AnsweredBy, Tokens(input, output)) ?? CostBy(of.Model, Tokens(input, output)),
            CostP90 = costP90,
            TimeP50 = of.Choice.Finish,
            TimeP90 = pause + (of.Choice.Finish - pause) * TimeP90,
            Pause = pause,
            PauseReason = of.PauseReason,
            BasedOnCalls = experience.Calls,
            Counted = of.CountedInput is not null,
            ShortBudgets = [.. Short(of, costP90)],
            ShortRequests = of.RequestsLeft < packs.Count * repeats ? of.RequestsLeft : null,
        };

        TokenUsage Tokens(double prompt, double answer) => new((long)prompt, (long)(input * experience.CachedShare), (long)answer, 0, 0);

        NanoUsd? CostBy(string? model, TokenUsage tokens) => model is null ? null : of.Pricing.Cost(model, tokens, of.Now);
    }

    private static NanoUsd? Dearer(NanoUsd? a, NanoUsd? b) => a > b || b is null ? a : b;

    private static IEnumerable<(ExhaustedLimit, NanoUsd)> Short(ForecastInput of, NanoUsd? cost)
    {
        foreach (var (limit, bound, spent) in new[]
            {
                (ExhaustedLimit.RunBudget, of.Budget.Run, NanoUsd.Zero),
                (ExhaustedLimit.DayBudget, of.Budget.Day, of.Usage.SpentInDay),
                (ExhaustedLimit.MonthBudget, of.Budget.Month, of.Usage.SpentInMonth),
            })
            if (bound is { } most && cost is { } p90 && spent + p90 > most)
                yield return (limit, most > spent ? most - spent : NanoUsd.Zero);
    }
}
