using System.Text.Json.Nodes;
using ViralTracker.Cli.CommandLine;
using ViralTracker.Cli.Composition;
using ViralTracker.Core.Projects;
using ViralTracker.Core.Quotas;
using ViralTracker.Core.Spending;
using ViralTracker.Pipeline.Drafting;
using ViralTracker.Pipeline.Ports;
using ViralTracker.Pipeline.Runs;

namespace ViralTracker.Cli.Screens;

/// <summary>What drafting came to, on the screen and as JSON: the same numbers.</summary>
internal static class DraftScreen
{
    private const string Again = "run the same command again";

    public static string Drafter(DraftModel model) => model.Offline ? "offline drafts, no key" : model.Key.Model;

    public static IEnumerable<string> Summary(DraftReport report, int held, ProjectConfig project, DraftModel model, TimeSpan duration, DateTimeOffset now, Terminal terminal)
    {
        if (report.Posts == 0 && held == 0 && report.Cost == NanoUsd.Zero) yield break;
        foreach (var line in Cells.Hang("Drafted ", " · ", Parts(report, held), terminal.Width)) yield return line;
        if (report.DraftsRejected > 0)
            foreach (var line in Cells.Hang("Rejected ", " · ", report.RejectedByRule.OrderByDescending(r => r.Value).Select(r => $"{Words.Number(r.Value)} {r.Key.Replace('_', ' ')}"), terminal.Width))
                yield return line;
        foreach (var (why, count) in report.Failures.OrderByDescending(f => f.Value))
            foreach (var line in Broken("Failed  ", $"{Words.Count(count, "post")}: {why}", terminal)) yield return line;
        var cost = CostSummary.Line(report.KnownCost, report.Posts - report.Left);
        if (!terminal.Marks) cost = cost["💰 ".Length..];
        var time = "Time " + Times.Duration(duration);
        var gap = Math.Min(terminal.Width, 80) - Cells.Width(cost) - time.Length;
        yield return gap < 2 ? cost : cost + new string(' ', gap) + time;
        if (gap < 2) yield return time;
        if (report.Unknown > NanoUsd.Zero) yield return Words.Unknown(report.Unknown);
        if (report.UnpricedCalls > 0) yield return $"Unpriced {Words.Count(report.UnpricedCalls, "call")}: {(report.KnownCost is null ? "no price is known" : "not included in the cost above")}";
        if (report.Stopped is { } stopped)
            foreach (var line in Broken("Stopped ", Stopped(stopped, report.Left, project, model, now), terminal)) yield return line;
    }

    private static IEnumerable<string> Broken(string heading, string text, Terminal terminal) =>
        Cells.Hang(heading, " ", Cells.OneLine(text).Split(' '), terminal.Width);

    private static IEnumerable<string> Parts(DraftReport report, int held)
    {
        yield return $"{Words.Count(report.Drafted, "post")}, {Words.Count(report.DraftsOffered, "draft")}";
        if (report.DraftsRejected > 0) yield return $"{Words.Count(report.DraftsRejected, "draft")} rejected";
        if (report.AllRejected > 0) yield return $"{Words.Count(report.AllRejected, "post")} with no good draft";
        if (report.NothingToSay > 0) yield return $"{Words.Count(report.NothingToSay, "post")} with nothing to say";
        if (report.Blocked > 0) yield return $"{Words.Count(report.Blocked, "post")} blocked by the provider";
        if (report.Failed > 0) yield return $"{Words.Count(report.Failed, "post")} failed";
        if (held + report.TakenOver > 0) yield return $"{Words.Count(held + report.TakenOver, "post")} drafted by another run";
    }

    public static string Why(StopReason stopped) => stopped switch
    {
        StopReason.Budget budget => "by the " + Words.Of(budget.Limit),
        StopReason.DailyQuota quota => "by the " + Words.Of(quota),
        StopReason.RequestLimit limit => "by the " + Words.Of(limit),
        StopReason.Unpriced unpriced => $"because {unpriced.Model} answered, whose price is not known: put it into prices.yml, or run with --allow-unpriced",
        StopReason.TooManyRequests { Until: { } until } asked => $"because the provider asks to wait until {Times.Show(until, until)}: {asked.Message}",
        StopReason.TooManyRequests refused => $"because the provider refused every request: {refused.Message}",
        StopReason.Refused { Outcome: CallOutcome.SchemaRefused } refused => $"because no schema is accepted: {refused.Message}",
        StopReason.Refused refused => $"because the provider refused {Words.Of(refused.Outcome)}: {refused.Message}",
        StopReason.StoreFailed failed => $"because the database cannot be written: {failed.Message}",
        _ => "because it was interrupted; what was done is saved",
    };

    private static string Told(StopReason stopped) =>
        Why(stopped) + (stopped is StopReason.Budget budget && Words.Spent(budget) is { } spent ? $": {spent}" : "");

    /// <summary>Why a run stopped and, where posts are left, what makes it go on.</summary>
    public static string Stopped(StopReason stopped, int left, ProjectConfig project, DraftModel model, DateTimeOffset now)
    {
        var why = Told(stopped);
        if (left == 0) return why;
        return $"{why}{(why.EndsWith('.') ? "" : ";")} {Words.Count(left, "post")} left{Advice(stopped, project, model, now)}";
    }

    private static string Advice(StopReason stopped, ProjectConfig project, DraftModel model, DateTimeOffset now) => stopped switch
    {
        StopReason.Budget { NeverFits: true } budget => $". The next request may cost up to {budget.Next.AtMost()}: raise {Setting(budget, project)}",
        StopReason.Budget { RenewedAt: { } at } => $". Goes on after {Times.Show(at, now, Session.TimeZone)}: {Again} then",
        StopReason.RequestLimit limit => $": {Again} then, or {Words.Raise(limit)}",
        StopReason.DailyQuota { ResetsAt: not null } => $": {Again} then",
        StopReason.DailyQuota => $": {Again} once it has reset",
        StopReason.TooManyRequests { Until: not null } => $": {Again} then",
        StopReason.TooManyRequests => $": {Again} later",
        // The reason names the ways out.
        StopReason.Unpriced => "",
        StopReason.Refused { Outcome: CallOutcome.Unauthorized } => $": correct {model.KeyVariable ?? "the key"} and {Again}",
        StopReason.Refused { Outcome: CallOutcome.NotFound } => ": choose another with --model, or generation.model in finder.yml",
        StopReason.Refused { Outcome: CallOutcome.NoCredit } => $": add credit at the provider and {Again}",
        StopReason.Refused => ": the same request would be refused again. Choose another model with --model, or another --provider",
        StopReason.StoreFailed => $": {Again} once it can",
        _ => $": {Again}",
    };

    /// <summary>What bounds the spend: a run's own limit goes before the project's where it is lower.</summary>
    private static string Setting(StopReason.Budget budget, ProjectConfig project) =>
        budget.Limit == ExhaustedLimit.RunBudget && budget.Whole != NanoUsd.Of(project.Budget.Run) ? "--max-cost" : Words.Key(budget.Limit);

    public static int Exit(DraftReport report) => report.Stopped switch
    {
        StopReason.StoreFailed => report.Calls > 0 ? ExitCode.Failures : ExitCode.Usage,
        { } stopped => Exit(stopped),
        null => report.Failed > 0 ? ExitCode.Failures : ExitCode.Done,
    };

    public static int Exit(StopReason stopped) => stopped switch
    {
        StopReason.Budget or StopReason.Unpriced => ExitCode.Budget,
        StopReason.DailyQuota or StopReason.RequestLimit or StopReason.TooManyRequests or StopReason.Refused => ExitCode.Refused,
        StopReason.Interrupted => ExitCode.Interrupted,
        _ => ExitCode.Failures,
    };

    /// <summary>What a refresh leaves out.</summary>
    public static IEnumerable<string> GoesOn(GoneOn goneOn, Terminal terminal) => goneOn.Posts == 0 ? []
        : Broken("Refresh ", $"goes on: {Words.Count(goneOn.Posts, "post was", "posts were")} handled again by {(goneOn.Runs.Count == 1 ? "run" : "runs")} {Words.List([.. goneOn.Runs.Select(run => Words.Number(run))])}", terminal);

    /// <inheritdoc cref="GoesOn"/>
    public static JsonObject? Json(GoneOn goneOn) => goneOn.Posts == 0 ? null : new()
    {
        ["posts"] = goneOn.Posts,
        ["runs"] = JsonDoc.Array(goneOn.Runs.Select(run => (JsonNode?)run)),
    };

    public static JsonObject Json(GenerateResult result) => Json(result.Report, result.HeldByOthers, result.GoneOn);

    private static JsonObject Json(DraftReport report, int held, GoneOn goneOn) => new()
    {
        ["posts"] = report.Posts,
        ["drafted"] = report.Drafted,
        ["all_rejected"] = report.AllRejected,
        ["nothing_to_say"] = report.NothingToSay,
        ["blocked"] = report.Blocked,
        ["failed"] = report.Failed,
        ["held_by_others"] = held + report.TakenOver,
        ["left"] = report.Left,
        ["refresh_goes_on"] = Json(goneOn),
        ["drafts_offered"] = report.DraftsOffered,
        ["drafts_rejected"] = report.DraftsRejected,
        ["rejected_by_rule"] = JsonDoc.Counts(report.RejectedByRule, rule => rule),
        ["failures"] = JsonDoc.Counts(report.Failures, why => why),
        ["calls"] = report.Calls,
        ["failed_calls"] = report.FailedCalls,
        ["unpriced_calls"] = report.UnpricedCalls,
        ["api_cost_usd"] = report.KnownCost?.Usd,
        ["unknown_cost_usd"] = report.Unknown.Usd,
        ["prompt_tokens"] = report.Tokens.Prompt,
        ["cached_tokens"] = report.Tokens.Cached,
        ["output_tokens"] = report.Tokens.Output,
        ["thought_tokens"] = report.Tokens.Thoughts,
        ["stopped"] = report.Stopped is { } stopped ? Told(stopped) : null,
    };

    public static JsonNode Opportunity(Opportunity o)
    {
        var post = FindJson.Post(o.Stored, o.Score);
        post["drafts"] = JsonDoc.Array(o.Drafts.Select(d => (JsonNode?)new JsonObject
        {
            ["draft_id"] = $"d{d.DraftId}",
            ["kind"] = d.Kind,
            ["text"] = d.Text,
            ["rank"] = d.Rank,
            ["mark"] = d.Mark,
            ["status"] = Words.Snake(d.Status),
            ["api_cost_usd"] = d.Cost?.Usd,
        }));
        return post;
    }
}
