using System.CommandLine;
using System.Text.Json.Nodes;
using ViralTracker.Cli.CommandLine;
using ViralTracker.Cli.Composition;
using ViralTracker.Cli.Screens;
using ViralTracker.Pipeline.Ports;

namespace ViralTracker.Cli.Commands;

/// <summary><c>vt twitter score</c>: find without drafting.</summary>
internal static class ScoreCommand
{
    public const string Name = "score";
    public const string Description = "Find and score posts without drafting; free with the built-in embedder";

    public static Command Build()
    {
        var project = SharedOptions.Project();
        var find = new FindOptionSet();
        var command = new Command(Name, Description) { project };
        find.AddTo(command);
        command.SetAction(async (parsed, _) =>
        {
            WarmUp.Begin();
            await using var session = Session.Open(parsed);
            using var interrupts = new Interrupts(session.Terminal.Note);
            return await RunAsync(session, parsed.GetRequiredValue(project), find, parsed, interrupts.Token);
        });
        return command;
    }

    private static async Task<int> RunAsync(Session session, string slug, FindOptionSet set, ParseResult parsed, CancellationToken ct)
    {
        var (config, options, terminal) = (session.Load(slug), set.Read(parsed), session.Terminal);
        var now = session.Time.GetUtcNow();
        await using var run = await RunContext.BeginAsync(session, config, "score", "{}", set.AsOf(parsed, config, now), ct);
        foreach (var line in FindScreen.Header(slug, options, run.AsOf, now, "scoring only", terminal)) terminal.Say(line);
        terminal.Say();
        var imported = await run.ImportFolderAsync(ct);
        foreach (var line in FindScreen.Imported(imported)) terminal.Say(line);
        ImportCommand.Warn(terminal, imported);
        var found = await run.FindAsync(options, ct);
        foreach (var line in FindScreen.Lines(found, options, new DraftedLabels(_ => true), terminal)) terminal.Say(line);
        var counts = FindJson.Of(found);
        await run.FinishAsync(RunOutcome.Done, counts.ToJsonString());

        if (terminal.Json)
        {
            JsonDoc.Write(new JsonObject
            {
                ["command"] = "score",
                ["project"] = slug,
                ["run_id"] = run.RunId,
                ["as_of"] = run.AsOf.UtcDateTime,
                ["find"] = counts,
                ["posts"] = JsonDoc.Array(found.Scored.Select(s => FindJson.Post(s.Stored, s.Score))),
            });
            return ExitCode.Done;
        }
        terminal.Say();
        if (found.Scored.Count == 0)
        {
            await EmptyHands.SayAsync(terminal, run.Store, config, options, run.AsOf, found, ct);
            return ExitCode.Done;
        }
        foreach (var line in OpportunityTable.Lines([.. found.Scored.Take(10).Select(s => (s.Stored, s.Score, (OfferedDraft?)null))], run.AsOf, terminal)) terminal.Say(line);
        terminal.Say();
        terminal.Next($"vt twitter generate-comments -p {slug} --use-saved-scores{set.Given(parsed)}");
        return ExitCode.Done;
    }
}
