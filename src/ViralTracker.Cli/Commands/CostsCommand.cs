using System.CommandLine;
using System.Globalization;
using System.Text.Json.Nodes;
using ViralTracker.Cli.CommandLine;
using ViralTracker.Cli.Composition;
using ViralTracker.Cli.Screens;
using ViralTracker.Pipeline.Ports;
using ViralTracker.Pipeline.Runs;

namespace ViralTracker.Cli.Commands;

/// <summary><c>vt costs</c>: what the calls cost, from the ledger.</summary>
internal sealed class CostsCommand
{
    public const string Name = "costs";
    public const string Description = "Show what the model calls cost, including failed ones and rejected drafts";

    private readonly Option<string?> _project = SharedOptions.ProjectFilter();
    private readonly Option<DateTimeOffset?> _since = SharedOptions.Moment("--since", "Only calls sent at or after this time");
    private readonly Option<DateTimeOffset?> _until = SharedOptions.Moment("--until", "Only calls sent before this time");
    private readonly Option<CostGrouping?> _by = SharedOptions.Choice<CostGrouping>("--by", "Group by (default: day)");

    private readonly Option<string?> _reconcile = new("--reconcile") { Description = "Compare with the provider's bill, day by day: a CSV file with date, model and cost in USD, written as 1234.56 or 1,234.56. --since and --until choose its days: all that their time touches, whole", HelpName = "FILE" };

    private readonly Option<string?> _provider = new Option<string?>("--provider") { Description = "Only calls to this provider", HelpName = "NAME" }
        .Among(ModelChoice.Names);

    private readonly Option<TimeZoneInfo?> _billZone = new("--bill-zone")
    {
        Description = "Time zone of the bill's days (default: America/Los_Angeles, as Google bills; UTC for openai)",
        HelpName = "ZONE",
        CustomParser = result =>
        {
            var text = result.Tokens[0].Value;
            if (TimeZoneInfo.TryFindSystemTimeZoneById(text, out var zone)) return zone;
            result.AddError($"--bill-zone: '{text}' is not a time zone; write it as America/Los_Angeles or UTC");
            return null;
        },
    };

    public static Command Build()
    {
        var self = new CostsCommand();
        var command = new Command(Name, Description) { self._project, self._since, self._until, self._by, self._provider, self._reconcile, self._billZone };
        command.SetAction(async (parsed, ct) =>
        {
            await using var session = Session.Open(parsed);
            return await self.RunAsync(session, parsed, ct);
        });
        return command;
    }

    private async Task<int> RunAsync(Session session, ParseResult parsed, CancellationToken ct)
    {
        var terminal = session.Terminal;
        var query = new CostQuery(
            parsed.GetValue(_by) ?? CostGrouping.Day, parsed.GetValue(_project), parsed.GetValue(_since), parsed.GetValue(_until), Session.TimeZone, parsed.GetValue(_provider));
        if (query.Since >= query.Until) throw new UserErrorException("--since must be before --until");
        if (parsed.GetValue(_reconcile) is { } bill)
        {
            if (query.ProjectId is not null) throw new UserErrorException("A bill covers all projects: use --reconcile without -p");
            if (query.By != CostGrouping.Day) terminal.Note("--by is not used with --reconcile: a bill is compared day by day.");
            return await ReconcileAsync(session, bill, query with { By = CostGrouping.Day }, parsed.GetValue(_billZone), ct);
        }
        if (parsed.Gives(_billZone)) terminal.Note("--bill-zone is not used without --reconcile.");
        if (session.HasDatabase) await LeftBehind.TryCleanAsync(await session.StoreAsync(ct), session.Time.GetUtcNow(), ct);
        var (rows, total) = session.HasDatabase ? await ReadAsync(await session.StoreAsync(ct), query, ct) : ([], CostTotal.Of([]));
        // One that is gone may have calls all the same.
        if (rows.Count == 0 && query.ProjectId is { } slug && session.Projects.Missing(slug) is { } missing) throw new UserErrorException(missing);
        if (terminal.Json)
        {
            JsonDoc.Write(new JsonObject
            {
                ["command"] = Name,
                ["project"] = query.ProjectId,
                ["since"] = Times.Utc(query.Since),
                ["until"] = Times.Utc(query.Until),
                ["by"] = Words.Snake(query.By),
                ["rows"] = JsonDoc.Array(rows.Select(row => (JsonNode?)CostScreen.Json(row))),
                ["total"] = CostScreen.Json(total),
            });
            return ExitCode.Done;
        }
        if (rows.Count == 0)
        {
            string[] given = [.. new Option[] { _project, _since, _until, _provider }.Where(parsed.Gives).Select(option => option.Name)];
            terminal.Say(given.Length == 0 || !session.HasDatabase ? $"No calls have been made yet{session.WithoutDatabase}" : $"No calls match {Words.List(given)}.");
            terminal.Next($"vt twitter generate-comments -p {query.ProjectId ?? "SLUG"}");
            return ExitCode.Done;
        }
        foreach (var line in CostScreen.Lines(rows, total, query.By, terminal)) terminal.Say(line);
        return ExitCode.Done;
    }

    private static async Task<int> ReconcileAsync(Session session, string file, CostQuery query, TimeZoneInfo? billZone, CancellationToken ct)
    {
        var bill = Session.ReadBill(file);
        var reports = session.HasDatabase ? (await session.StoreAsync(ct)).Reports : null;
        var provider = query.Provider ?? await TheProviderAsync(reports, ct);
        var zone = billZone ?? ModelChoice.BillZone(provider);
        var rows = reports is null ? [] : await reports.CostsAsync(query with { Since = null, Until = null, Provider = provider, Zone = zone }, ct);
        var ledger = rows.ToDictionary(row => DateOnly.Parse(row.Group, CultureInfo.InvariantCulture), row => (row.Cost, row.Open));
        var days = Reconciliation.Compare(bill, ledger, BillPeriod.Touching(query.Since, query.Until, zone));
        if (session.Terminal.Json) JsonDoc.Write(new JsonObject { ["command"] = Name + " --reconcile", ["days"] = JsonDoc.Array(days.Select(ReconcileScreen.Json)) });
        foreach (var line in ReconcileScreen.Lines(days, session.Terminal)) session.Terminal.Say(line);
        return ExitCode.Done;
    }

    /// <summary>Whose bill it must be; null where no provider was paid.</summary>
    private static async Task<string?> TheProviderAsync(IReportStore? reports, CancellationToken ct) =>
        reports is null ? null
        : await reports.PaidProvidersAsync(ct) switch
        {
            [] => null,
            [var only] => only,
            var several => throw new UserErrorException($"The ledger has paid calls to {string.Join(" and ", several)}, and a bill is of one of them: add --provider"),
        };

    private static async Task<(IReadOnlyList<CostRow> Rows, CostRow Total)> ReadAsync(IStore store, CostQuery query, CancellationToken ct)
    {
        var rows = await store.Reports.CostsAsync(query, ct);
        // A call about several posts stands in several lines: only lines of whole calls may be added up.
        var whole = query.By is CostGrouping.Topic or CostGrouping.Tweet
            ? await store.Reports.CostsAsync(query with { By = CostGrouping.Project }, ct)
            : rows;
        return (rows, CostTotal.Of(whole));
    }
}
