using System.Text.Json.Nodes;
using ViralTracker.Cli.CommandLine;
using ViralTracker.Cli.Composition;
using ViralTracker.Core.Quotas;
using ViralTracker.Core.Spending;
using ViralTracker.Pipeline.Drafting;
using ViralTracker.Pipeline.Ports;
using ViralTracker.Pipeline.Runs;

namespace ViralTracker.Cli.Screens;

/// <summary>A forecast for people and as JSON.</summary>
internal static class ForecastScreen
{
    public static IEnumerable<string> Lines(Forecast f, RunCost embeddings, DraftOptions options, DateTimeOffset now, Terminal terminal)
    {
        foreach (var line in FindScreen.Spent(embeddings)) yield return line;
        if (f.PaidBefore > 0) yield return $"Paid    {Words.Count(f.PaidBefore, "post")} answered before, at no further cost";
        if (f.Posts == 0)
        {
            yield return f.PaidBefore > 0 ? "Plan    nothing to ask for" : "Plan    nothing to draft";
            yield break;
        }
        foreach (var line in Cells.Hang("Plan    ", " · ", [$"{Words.Count(f.Posts, "post")} in {Words.Count(f.Requests, "request")}", f.Reason], terminal.Width)) yield return line;
        if (!f.Offline) yield return $"Tokens  about {Words.Number(f.InputTokens)} in{(f.Counted ? " (counted by the provider)" : "")}, {Words.Number(f.OutputTokens)} out";
        yield return f switch
        {
            { CostP50: null } => "Cost    unknown: this model has no known price",
            { CostP90.Value: 0 } => "Cost    none",
            _ => $"Cost    about {f.CostP50} (at most {f.CostP90} in 9 of 10 runs)",
        };
        if (f.Pause > TimeSpan.Zero) yield return $"Waits   until {Times.Show(now + f.Pause, now)}, {f.PauseReason}";
        yield return $"Time    {Time(f)}, done by {Times.Show(now + f.TimeP50, now)}";
        if (!f.Offline) yield return "Basis   " + (f.BasedOnCalls > 0 ? $"{Words.Count(f.BasedOnCalls, "past call")} of this model" : "the prompt's size and typical answers; better after the first run");
        foreach (var (limit, left) in f.ShortBudgets) yield return "Short   " + Short(limit, left, f, now);
        if (f.ShortRequests is { } requests)
            yield return "Short   " + (requests > 0 ? $"only {Words.Count(requests, "request")} left today" : $"no request is left today; more from {Times.Show(QuotaDay.StartOfNextDay(now, QuotaDay.Pacific), now)}");
        if (f.ShortBudgets.Count == 0 && f.ShortRequests is null && Limits(options, f.CostP50 is not null) is { Length: > 0 } limits) yield return $"Enough  within the {string.Join(" and the ", limits)}";
    }

    public static JsonObject Json(Forecast f, GoneOn goneOn, RunCost embeddings, DateTimeOffset now) => new()
    {
        ["posts"] = f.Posts,
        ["posts_paid_before"] = f.PaidBefore,
        ["refresh_goes_on"] = DraftScreen.Json(goneOn),
        ["requests"] = f.Requests,
        ["tweets_per_request"] = f.PackSize,
        ["reason"] = f.Reason,
        ["input_tokens"] = f.InputTokens,
        ["output_tokens"] = f.OutputTokens,
        ["cost_p50_usd"] = f.CostP50?.Usd,
        ["cost_p90_usd"] = f.CostP90?.Usd,
        ["time_p50_s"] = Math.Round(f.TimeP50.TotalSeconds, 1),
        ["time_p90_s"] = Math.Round(f.TimeP90.TotalSeconds, 1),
        ["waits_s"] = Math.Round(f.Pause.TotalSeconds, 1),
        ["done_by"] = Times.Utc(now + f.TimeP50),
        ["based_on_calls"] = f.BasedOnCalls,
        ["embedding_requests"] = embeddings.Calls,
        ["embedding_cost_usd"] = embeddings.Known?.Usd,
        ["short_of"] = JsonDoc.Array(f.ShortBudgets.Select(b => (JsonNode?)Name(b.Limit)).Concat(f.ShortRequests is null ? [] : [(JsonNode?)"requests of the day"])),
    };

    private static string Time(Forecast f) => f.TimeP90 < TimeSpan.FromSeconds(1) ? "less than a second"
        : $"about {Times.Duration(f.TimeP50)} (at most {Times.Duration(f.TimeP90)} in 9 of 10 runs)";

    private static string Short(ExhaustedLimit limit, NanoUsd left, Forecast f, DateTimeOffset now) =>
        left > NanoUsd.Zero ? $"the {Name(limit)} has {left} left, which {(left < f.CostP50 ? "is not" : "may not be")} enough"
        : $"nothing is left of the {Name(limit)}" + (QuotaDay.NewBudget(limit, now, Session.TimeZone) is { } at ? $", which begins anew {Times.Show(at, now, Session.TimeZone)}" : "");

    private static string[] Limits(DraftOptions options, bool isPriced) =>
    [
        .. options.Budget.Any && isPriced ? (string[])["budget"] : [],
        .. options.Quota.RequestsPerDay is > 0 ? (string[])["daily quota"] : [],
    ];

    private static string Name(ExhaustedLimit limit) => limit switch
    {
        ExhaustedLimit.RunBudget => "budget of the run",
        ExhaustedLimit.DayBudget => "budget of the day",
        _ => "budget of the month",
    };
}
