using System.CommandLine;
using System.Text.Json.Nodes;
using ViralTracker.Cli.CommandLine;
using ViralTracker.Cli.Composition;
using ViralTracker.Cli.Screens;
using ViralTracker.Core.Projects;
using ViralTracker.Core.Scoring;
using ViralTracker.Pipeline.Export;
using ViralTracker.Pipeline.Ports;

namespace ViralTracker.Cli.Commands;

/// <summary><c>vt twitter export-comments</c>: hands drafts over, then marks them exported.</summary>
internal sealed class ExportCommand
{
    public const string Name = "export-comments";
    public const string Description = "Write drafts to a CSV, JSON Lines or Markdown file and mark them exported";

    private const int DefaultLimit = 200;

    private readonly Option<string> _project = SharedOptions.Project();
    private readonly Option<string> _out = new("--out", "-o") { Description = "File to write (replaced if it exists); - is standard output", HelpName = "FILE", Required = true };
    private readonly Option<int> _limit = SharedOptions.Number("--limit", "Export at most N posts, best first", DefaultLimit, 1, int.MaxValue);
    private readonly Option<ScoreLabel?> _label = SharedOptions.Choice("--label", "Only posts with this label", ScoreLabel.Green, ScoreLabel.Yellow, ScoreLabel.Red);
    private readonly Option<DraftStatus?> _status = SharedOptions.Choice<DraftStatus>("--status", "Only drafts with this status (default: pending, that is not yet exported)");
    private readonly Option<ExportOrder?> _sortBy = SharedOptions.Choice<ExportOrder>("--sort-by", "Order of the posts (default: balanced, which is score × √views)");
    private readonly Option<double?> _hoursBack = SharedOptions.Hours("Only posts from the last N hours");
    private readonly Option<ExportFormat?> _format = SharedOptions.Choice<ExportFormat>("--format", "Format (default: by the ending of FILE, else csv)");

    public static Command Build()
    {
        var self = new ExportCommand();
        self._out.Validators.Add(result =>
        {
            if (result.Tokens is [var given, ..] && string.IsNullOrWhiteSpace(given.Value)) result.AddError("--out: must name a file, or - for standard output");
        });
        var command = new Command(Name, Description)
        {
            self._project, self._out, self._limit, self._label, self._status, self._sortBy, self._hoursBack, self._format,
        };
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
        var project = session.Load(parsed.GetRequiredValue(_project));
        var output = ExportOutput.Of(parsed.GetRequiredValue(_out), parsed.GetValue(_format));
        var asOf = project.AsOf ?? session.Time.GetUtcNow();
        var query = new OpportunityQuery(
            project.Slug, parsed.GetValue(_label), parsed.GetValue(_status) ?? DraftStatus.Pending,
            parsed.GetValue(_hoursBack) is { } hours ? asOf.AddHours(-hours) : null, null);

        var store = session.HasDatabase ? await session.StoreAsync(ct) : null;
        var found = store is null ? [] : await store.Reviews.OpportunitiesAsync(query, ct);
        var order = parsed.GetValue(_sortBy) ?? ExportOrder.Balanced;
        var sheet = ExportSheet.Of(project.Slug, found, order, parsed.GetValue(_limit), project.Suggestions.Length, asOf);
        var document = Document(output, query, order, sheet, found.Count);
        if (output.IsStandardOutput && terminal.Json)
        {
            // It is not known yet: nothing is marked before it is handed over.
            document["marked_exported"] = null;
            document["posts"] = JsonDoc.Array(sheet.Rows.Select(row => (JsonNode?)ExportJson.Of(sheet, row)));
            await output.WriteAsync(stream => JsonDoc.Write(document, stream));
        }
        else if (output.IsStandardOutput || sheet.Rows.Count > 0)
        {
            // An empty list never replaces a file: it may hold the last one.
            await output.WriteAsync(sheet, ct);
        }

        // Only now: what is marked has been handed over.
        var drafts = sheet.Rows.SelectMany(row => row.Opportunity.Drafts).Select(draft => draft.DraftId).ToArray();
        var marked = drafts.Length == 0 ? 0
            : await store!.Reviews.MarkExportedAsync(project.Slug, drafts, Environment.UserName, session.Time.GetUtcNow(), CancellationToken.None);
        if (terminal.Json)
        {
            if (output.IsStandardOutput) return ExitCode.Done;
            document["marked_exported"] = marked;
            JsonDoc.Write(document);
            return ExitCode.Done;
        }
        Action<string> say = output.IsStandardOutput ? terminal.Note : terminal.Say;
        var (lines, next) = sheet.Rows.Count > 0 ? Summary(output, sheet, order, found.Count, marked) : await NothingAsync(session, store, project, query, ct);
        foreach (var line in lines) say(line);
        if (!terminal.Quiet) say("Next     " + terminal.Suggested.In(next));
        return ExitCode.Done;
    }

    private static (IEnumerable<string> Lines, string Next) Summary(ExportOutput output, ExportSheet sheet, ExportOrder order, int found, int marked) => (
        Told(output, sheet, order, found, marked),
        FormattableString.Invariant($"when you have posted one: vt twitter mark d{sheet.Rows[0].Suggested.DraftId} --status posted"));

    private static IEnumerable<string> Told(ExportOutput output, ExportSheet sheet, ExportOrder order, int found, int marked)
    {
        yield return $"Exported {Words.Count(sheet.Rows.Count, "post")}, {Words.Count(sheet.Drafts, "draft")} to {output.Shown}" + (found > sheet.Rows.Count ? $"; {Words.Number(found - sheet.Rows.Count)} more beyond --limit" : "");
        if (order == ExportOrder.Balanced && sheet.Rows.Count > 1) yield return "Order    score × √views; --sort-by score ranks as the run's table does";
        if (marked > 0) yield return $"Marked   {Words.Count(marked, "draft")} exported";
        if (sheet.WithoutViews > 0) yield return FormattableString.Invariant($"Views    unknown for {Words.Count(sheet.WithoutViews, "post")}: ranked as if they had the median, {sheet.AssumedViews:#,0}");
    }

    /// <summary>Why nothing was found, and a command that finds something.</summary>
    private static async Task<(IEnumerable<string> Lines, string Next)> NothingAsync(Session session, IStore? store, ProjectConfig project, OpportunityQuery query, CancellationToken ct)
    {
        var counts = store is null ? null : (await store.Reports.DraftCountsAsync(ct)).GetValueOrDefault(project.Slug);
        if (counts is null) return ([$"Nothing to export: {project.Slug} has no drafts yet{session.WithoutDatabase}"], $"vt twitter generate-comments -p {project.Slug}");
        var status = query.Status!.Value;
        string[] given = [.. query.Label is null ? (string[])[] : ["--label"], .. query.Since is null ? (string[])[] : ["--hours-back"]];
        var because = $"Nothing to export: no {Words.Snake(status)} drafts{(given.Length == 0 ? "" : $" match {Words.List(given)}")}.";
        var all = $"{project.Slug} has {Words.Number(counts.Pending)} pending, {Words.Number(counts.Exported)} exported, {Words.Number(counts.Posted)} posted and {Words.Number(counts.Skipped)} skipped drafts.";
        var ofStatus = status switch
        {
            DraftStatus.Pending => counts.Pending,
            DraftStatus.Exported => counts.Exported,
            DraftStatus.Posted => counts.Posted,
            _ => counts.Skipped,
        };
        var next = given.Length > 0 && ofStatus > 0
            ? $"export without {Words.List(given)}: vt twitter export-comments -p {project.Slug} -o FILE" + (status == DraftStatus.Pending ? "" : $" --status {Words.Snake(status)}")
            : status == DraftStatus.Pending && counts is { Pending: 0, Exported: > 0 }
            ? $"export the same drafts again: vt twitter export-comments -p {project.Slug} -o FILE --status exported"
            : $"vt twitter generate-comments -p {project.Slug}";
        return ([because, all], next);
    }

    private static JsonObject Document(ExportOutput output, OpportunityQuery query, ExportOrder order, ExportSheet sheet, int found) => new()
    {
        ["command"] = Name,
        ["project"] = sheet.Project,
        ["file"] = output.IsStandardOutput || sheet.Rows.Count == 0 ? null : output.Path,
        ["format"] = output.IsStandardOutput ? "json" : Words.Snake(output.Format),
        ["as_of"] = Times.Utc(sheet.AsOf),
        ["status"] = Words.Snake(query.Status!.Value),
        ["sort_by"] = Words.Snake(order),
        ["found"] = found,
        ["posts_without_views"] = sheet.WithoutViews,
        ["assumed_views"] = sheet.AssumedViews,
        ["exported_posts"] = sheet.Rows.Count,
        ["exported_drafts"] = sheet.Drafts,
    };
}
