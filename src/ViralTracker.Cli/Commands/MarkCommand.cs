using System.CommandLine;
using System.Text.Json.Nodes;
using ViralTracker.Cli.CommandLine;
using ViralTracker.Cli.Composition;
using ViralTracker.Cli.Screens;
using ViralTracker.Core.Posts;
using ViralTracker.Pipeline.Ports;

namespace ViralTracker.Cli.Commands;

/// <summary><c>vt twitter mark</c>: what became of drafts.</summary>
internal sealed class MarkCommand
{
    public const string Name = "mark";
    public const string Description = "Record which drafts you posted or skipped";

    private readonly Argument<string[]> _ids = new("ID") { Description = "A post's id (123 or x:123) or URL, or a draft's id (d17)", Arity = ArgumentArity.OneOrMore };
    private readonly Option<DraftStatus?> _status = SharedOptions.Choice("--status", "What you did with it; posted also closes the post's other drafts", DraftStatus.Posted, DraftStatus.Skipped, DraftStatus.Pending);
    private readonly Option<string?> _project = SharedOptions.ProjectFilter();
    private readonly Option<string?> _text = new("--text") { Description = "The text you posted, if you changed it (with one ID and --status posted)", HelpName = "TEXT" };

    public static Command Build()
    {
        var self = new MarkCommand();
        self._status.Required = true;
        var command = new Command(Name, Description) { self._ids, self._status, self._project, self._text };
        command.SetAction(async (parsed, ct) =>
        {
            await using var session = Session.Open(parsed);
            return await self.RunAsync(session, parsed, ct);
        });
        return command;
    }

    private async Task<int> RunAsync(Session session, ParseResult parsed, CancellationToken ct)
    {
        var (terminal, ids, status, text) = (session.Terminal, parsed.GetRequiredValue(_ids), parsed.GetValue(_status)!.Value, parsed.GetValue(_text));
        if (text is not null && (ids.Length > 1 || status != DraftStatus.Posted)) throw new UserErrorException("--text needs exactly one ID and --status posted");
        if (text is not null && string.IsNullOrWhiteSpace(text)) throw new UserErrorException("--text: must not be empty");

        var project = parsed.GetValue(_project);
        var store = session.HasDatabase ? await session.StoreAsync(ct) : null;
        var results = new List<(string Id, MarkResult Result)>();
        foreach (var id in ids)
        {
            var request = new MarkRequest(project, id, status, text, Environment.UserName, session.Time.GetUtcNow());
            results.Add((id, store is null ? new MarkResult.NotFound(id) : await store.Reviews.MarkAsync(request, ct)));
        }
        if (project is not null && !results.Exists(r => r.Result is MarkResult.Marked) && session.Projects.Missing(project) is { } missing) throw new UserErrorException(missing);
        if (terminal.Json) JsonDoc.Write(Json(status, results, (id, result) => terminal.Suggested.In(Problem(id, result, project))));
        foreach (var (id, result) in results)
            if (result is MarkResult.Marked marked) terminal.Say(Line(marked));
            else terminal.Problem(Problem(id, result, project));
        return results.TrueForAll(r => r.Result is MarkResult.Marked) ? ExitCode.Done : ExitCode.Failures;
    }

    private static string Line(MarkResult.Marked marked) =>
        FormattableString.Invariant($"{Words.Sentence(marked.Status),-8} d{marked.DraftId} of {marked.Post.NativeId} ({marked.ProjectId})")
        + (marked.SiblingsClosed == 0 ? "" : marked.Status == DraftStatus.Posted ? $"; its {Words.Count(marked.SiblingsClosed, "other draft")} closed" : $" and {Words.Count(marked.SiblingsClosed, "other draft")}");

    private static string Problem(string id, MarkResult result, string? project) => result is MarkResult.Ambiguous ambiguous
        ? $"{id}: is in several projects ({string.Join(", ", ambiguous.Choices)}); choose one with -p"
        : RoundedId.Is(id.Trim()) ? $"{id}: no draft or drafted post with this id, which a spreadsheet seems to have rounded; give the post's URL"
        : $"{(string.IsNullOrWhiteSpace(id) ? $"'{id}'" : id)}: no draft or drafted post with this id; vt twitter export-comments -p {project ?? "SLUG"} -o FILE lists them";

    private static JsonObject Json(DraftStatus status, IReadOnlyList<(string Id, MarkResult Result)> results, Func<string, MarkResult, string> problem) => new()
    {
        ["command"] = Name,
        ["status"] = Words.Snake(status),
        ["marked"] = JsonDoc.Array(results.Select(r => r.Result).OfType<MarkResult.Marked>().Select(m => (JsonNode?)new JsonObject
        {
            ["project"] = m.ProjectId,
            ["tweet_id"] = m.Post.NativeId,
            ["draft_id"] = $"d{m.DraftId}",
            ["others_changed"] = m.SiblingsClosed,
        })),
        ["problems"] = JsonDoc.Array(results.Where(r => r.Result is not MarkResult.Marked).Select(r => (JsonNode?)new JsonObject
        {
            ["id"] = r.Id,
            ["message"] = problem(r.Id, r.Result),
        })),
    };
}
