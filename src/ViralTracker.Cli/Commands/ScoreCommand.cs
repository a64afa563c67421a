using System.CommandLine;
using System.Text.Json.Nodes;
using ViralTracker.Cli.CommandLine;
using ViralTracker.Cli.Composition;
using ViralTracker.Cli.Screens;
using ViralTracker.Pipeline.Finding;
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
        command.SetAction(async (parsed, ct) =>
        {
            WarmUp.Begin();
            await using var session = Session.Open(parsed);
            var config = session.Load(parsed.GetRequiredValue(project));
            var (options, asOf) = (find.Read(parsed), find.AsOf(parsed, config, session.Time.GetUtcNow()));
            return await RunContext.RunAsync(session, config, Name, JsonDoc.Given(parsed), asOf, run => RunAsync(run, options, find.Given(parsed), ct), ct);
        });
        return command;
    }

    private static async Task<int> RunAsync(RunContext run, FindOptions options, string given, CancellationToken ct)
    {
        var (slug, terminal) = (run.Project.Slug, run.Session.Terminal);
        foreach (var line in FindScreen.Header(slug, options, run.AsOf, run.Session.Time.GetUtcNow(), "scoring only", terminal)) terminal.Say(line);
        terminal.Say();
        var imported = await run.ImportFolderAsync(ct);
        foreach (var line in FindScreen.Imported(imported)) terminal.Say(line);
        ImportCommand.Warn(terminal, imported);
        var found = await run.FindAsync(options, savedScores: false, ct);
        foreach (var line in FindScreen.Lines(found, options, null, terminal)) terminal.Say(line);
        var embeddings = await run.EmbeddingCostAsync();
        foreach (var line in FindScreen.Spent(embeddings)) terminal.Say(line);
        var counts = FindJson.Of(found);
        await run.FinishAsync(ExitCode.Done, counts);

        if (terminal.Json)
        {
            JsonDoc.Write(new JsonObject
            {
                ["command"] = Name,
                ["project"] = slug,
                ["run_id"] = run.RunId,
                ["as_of"] = Times.Utc(run.AsOf),
                ["find"] = counts,
                ["embedding_requests"] = embeddings.Calls,
                ["embedding_cost_usd"] = embeddings.Known?.Usd,
                ["posts"] = JsonDoc.Array(found.Scored.Select(s => FindJson.Post(s.Stored, s.Score))),
            });
            return ExitCode.Done;
        }
        terminal.Say();
        if (found.Scored.Count == 0)
        {
            await EmptyHands.SayAsync(terminal, run.Store, run.Project, options, run.AsOf, found, ct);
            return ExitCode.Done;
        }
        foreach (var line in OpportunityTable.Lines([.. found.Scored.Take(10).Select(s => (s.Stored, s.Score, (OfferedDraft?)null))], run.AsOf, terminal)) terminal.Say(line);
        terminal.Say();
        terminal.Next($"vt twitter generate-comments -p {slug} --use-saved-scores{given}");
        return ExitCode.Done;
    }
}
