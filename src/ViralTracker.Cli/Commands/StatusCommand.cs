using System.CommandLine;
using System.Globalization;
using System.Text.Json.Nodes;
using ViralTracker.Cli.CommandLine;
using ViralTracker.Cli.Composition;
using ViralTracker.Cli.Screens;
using ViralTracker.Pipeline.Ports;
using ViralTracker.Pipeline.Runs;

namespace ViralTracker.Cli.Commands;

/// <summary><c>vt status</c>: last runs, drafts, spend. Starts fast: reads the database only, no project files, no log.</summary>
internal static class StatusCommand
{
    public const string Name = "status";
    public const string Description = "Show the last runs, drafts by project, and spend today and this month";
    private const int ShownRuns = 5;
    private static readonly TimeSpan SilentAfter = TimeSpan.FromMinutes(15);

    private sealed record ProjectDrafts(string Project, DraftCounts Counts);

    private sealed record Facts(IReadOnlyList<RunRecord> Runs, IReadOnlyList<ProjectDrafts> Drafts, SpendStatus Spend);

    public static Command Build()
    {
        var command = new Command(Name, Description);
        command.SetAction(async (parsed, ct) =>
        {
            await using var session = Session.Open(parsed);
            return await RunAsync(session, ct);
        });
        return command;
    }

    private static async Task<int> RunAsync(Session session, CancellationToken ct)
    {
        var terminal = session.Terminal;
        var now = session.Time.GetUtcNow();
        var facts = session.HasDatabase
            ? await ReadAsync(await session.StoreAsync(ct), now, ct)
            : new Facts([], [], SpendStatus.None);
        if (terminal.Json) JsonDoc.Write(Json(facts, now));
        foreach (var line in facts.Runs.Count == 0 ? [$"Nothing has run here yet{session.WithoutDatabase}"] : Lines(facts, now, terminal)) terminal.Say(line);
        if (facts.Runs.Count == 0) terminal.Next("vt project list", "vt twitter generate-comments -p SLUG");
        else if (facts.Drafts.FirstOrDefault(d => d.Counts.Pending > 0) is { } pending) terminal.Next($"vt twitter export-comments -p {pending.Project} -o today.csv");
        return ExitCode.Done;
    }

    private static async Task<Facts> ReadAsync(IStore store, DateTimeOffset now, CancellationToken ct)
    {
        await LeftBehind.TryCleanAsync(store, now, ct);
        var drafts = await store.Reports.DraftCountsAsync(ct);
        return new Facts(
            await store.Runs.LatestAsync(null, ShownRuns, ct),
            [.. drafts.Keys.Order(StringComparer.Ordinal).Select(project => new ProjectDrafts(project, drafts[project]))],
            await store.Reports.SpendStatusAsync(QuotaDay.StartOfDay(now, Session.TimeZone), QuotaDay.StartOfMonth(now, Session.TimeZone), ct));
    }

    private static IEnumerable<string> Lines(Facts facts, DateTimeOffset now, Terminal terminal)
    {
        var paint = new Paint(terminal);
        var runs = facts.Runs.Select(r => new[]
        {
            r.RunId.ToString(CultureInfo.InvariantCulture), Times.Show(r.StartedAt, now), r.ProjectId, r.Command, Words.Snake(r.Outcome) + (SilentSince(r, now) is { } silent ? $", silent since {Times.Show(silent, now)}" : ""),
            r.FinishedAt is { } end ? Times.Duration(end - r.StartedAt) : "",
        }).ToArray();
        foreach (var line in TextTable.Lines([new("run", Right: true), new("started"), new("project", Share: 1), new("command"), new("outcome"), new("time", Right: true)], runs, terminal.Width, paint.Dim))
            yield return line;
        yield return "";

        if (facts.Drafts.Count > 0)
        {
            var drafts = facts.Drafts.Select(d => new[] { d.Project, Words.Number(d.Counts.Pending), Words.Number(d.Counts.Exported), Words.Number(d.Counts.Posted), Words.Number(d.Counts.Skipped) }).ToArray();
            Column[] columns = [new("drafts of", Share: 1), new("pending", Right: true), new("exported", Right: true), new("posted", Right: true), new("skipped", Right: true)];
            foreach (var line in TextTable.Lines(columns, drafts, terminal.Width, paint.Dim)) yield return line;
            yield return "";
        }

        yield return $"Spend   {facts.Spend.KnownDay?.ToString() ?? "unpriced"} today, {facts.Spend.KnownMonth?.ToString() ?? "unpriced"} this month"
            + (facts.Spend.Open.Unpriced > 0 ? $", not counting {Words.Count(facts.Spend.Open.Unpriced, "unpriced call")}" : "");
        if (facts.Spend.Open.Reserved > 0) yield return $"Open    {facts.Spend.Open.ReservedCost} reserved for {Words.Count(facts.Spend.Open.Reserved, "call")} under way";
        if (facts.Spend.Open.Unknown > 0) yield return $"Unknown at most {facts.Spend.Open.UnknownCost} for {Words.Count(facts.Spend.Open.Unknown, "call")} this month that never got an answer or a count of tokens; budgets count it";
    }

    /// <summary>A run that waits, works on the machine alone, or hangs: its process lives.</summary>
    private static DateTimeOffset? SilentSince(RunRecord run, DateTimeOffset now) => run.LastSign is { } last && now - last >= SilentAfter ? last : null;

    private static JsonObject Json(Facts facts, DateTimeOffset now) => new()
    {
        ["command"] = Name,
        ["runs"] = JsonDoc.Array(facts.Runs.Select(r => (JsonNode?)new JsonObject
        {
            ["run_id"] = r.RunId,
            ["project"] = r.ProjectId,
            ["command"] = r.Command,
            ["started_at"] = Times.Utc(r.StartedAt),
            ["finished_at"] = Times.Utc(r.FinishedAt),
            ["outcome"] = Words.Snake(r.Outcome),
            ["silent_since"] = Times.Utc(SilentSince(r, now)),
        })),
        ["drafts"] = JsonDoc.Array(facts.Drafts.Select(d => (JsonNode?)new JsonObject
        {
            ["project"] = d.Project,
            ["pending"] = d.Counts.Pending,
            ["exported"] = d.Counts.Exported,
            ["posted"] = d.Counts.Posted,
            ["skipped"] = d.Counts.Skipped,
        })),
        ["spend_today_usd"] = facts.Spend.KnownDay?.Usd,
        ["spend_month_usd"] = facts.Spend.KnownMonth?.Usd,
        ["reserved_calls"] = facts.Spend.Open.Reserved,
        ["reserved_usd"] = facts.Spend.Open.ReservedCost.Usd,
        ["unknown_calls_month"] = facts.Spend.Open.Unknown,
        ["unknown_usd_month"] = facts.Spend.Open.UnknownCost.Usd,
        ["unpriced_calls_month"] = facts.Spend.Open.Unpriced,
    };
}
