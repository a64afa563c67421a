using System.CommandLine;
using System.Text.Json.Nodes;
using ViralTracker.Cli.CommandLine;
using ViralTracker.Cli.Composition;
using ViralTracker.Cli.Screens;
using ViralTracker.Core.Projects;
using ViralTracker.Core.Scoring;
using ViralTracker.Pipeline.Ports;

namespace ViralTracker.Cli.Commands;

/// <summary><c>vt project tune</c>: proposes thresholds from the last weeks. Reads only; the person decides.</summary>
internal static class TuneCommand
{
    public static Command Build()
    {
        var project = SharedOptions.Project();
        var weeks = SharedOptions.Number("--weeks", "Look at the scored posts of the last N weeks", 4.0, 0.1, 1_000);
        var asOf = SharedOptions.Moment("--as-of", "Weeks before this time (default: the project's as_of, else now)");
        var command = new Command("tune", "Suggest thresholds from recent scores and what you did with the drafts; changes nothing") { project, weeks, asOf };
        command.SetAction(async (parsed, ct) =>
        {
            await using var session = Session.Open(parsed);
            var config = session.Load(parsed.GetRequiredValue(project));
            var until = parsed.GetValue(asOf) ?? config.AsOf ?? session.Time.GetUtcNow();
            var query = new JudgedQuery(config.Slug, PostScorer.For(config).Version, until - TimeSpan.FromDays(7 * parsed.GetValue(weeks)), until);
            var store = session.HasDatabase ? await session.StoreAsync(ct) : null;
            var posts = store is null ? [] : await ReadAsync(store, config, query, ct);
            var proposal = ThresholdTuning.Propose(posts, config.Thresholds);
            if (store is not null) proposal = proposal with { Why = proposal.Why.AddRange(LeftOut(await store.Reports.OtherScorersAsync(query, ct))) };
            Tell(session, config, query, posts, proposal);
            return ExitCode.Done;
        });
        return command;
    }

    /// <summary>Totals by the weights of today: those that a run used may have been others.</summary>
    private static async Task<IReadOnlyList<ScoredFate>> ReadAsync(IStore store, ProjectConfig project, JudgedQuery query, CancellationToken ct) =>
        [.. (await store.Reports.JudgedScoresAsync(query, ct)).Select(j => ScoredFate.Of(j.Score, j.Fate, project.Weights))];

    /// <summary>After an update, or a change of <c>scoring</c>, most of the history may be another scorer's.</summary>
    private static IEnumerable<string> LeftOut(IReadOnlyDictionary<string, int> others) => others.Count == 0 ? [] :
        [$"Left out, as totals of another scorer or version do not compare: {Words.Count(others.Values.Sum(), "post")} scored by {Words.List([.. others.Keys.Order(StringComparer.Ordinal)])}."];

    private static void Tell(Session session, ProjectConfig project, JudgedQuery query, IReadOnlyList<ScoredFate> posts, ThresholdProposal proposal)
    {
        var terminal = session.Terminal;
        if (terminal.Json) JsonDoc.Write(Json(project, query, posts, proposal));
        Say($"{project.Slug}: {Words.Count(posts.Count, "scored post")} since {Times.Show(query.Since, query.Until)}, by {query.Scorer}");
        if (posts.Count > 0)
        {
            terminal.Say();
            foreach (var line in TuneScreen.Lines(project.Thresholds, proposal.Thresholds, posts, terminal)) terminal.Say(line);
        }
        terminal.Say();
        foreach (var why in proposal.Why) Say(why);
        if (proposal.Thresholds is not { } proposed || proposed == project.Thresholds) return;
        terminal.Say();
        Say("Nothing was changed. To use them, " + (session.Projects.PlaceOf(project.Slug, "thresholds") is { } place
            ? $"change thresholds on {place} to:"
            : $"add to projects/{project.Slug}/finder.yml:"));
        terminal.Say(FormattableString.Invariant($"thresholds: {{green_min: {proposed.GreenMin}, yellow_min: {proposed.YellowMin}}}"));

        void Say(string sentence)
        {
            foreach (var line in Cells.Wrap(sentence, terminal.Width)) terminal.Say(line);
        }
    }

    private static JsonObject Json(ProjectConfig project, JudgedQuery query, IReadOnlyList<ScoredFate> posts, ThresholdProposal proposal) => new()
    {
        ["command"] = "project tune",
        ["project"] = project.Slug,
        ["scorer"] = query.Scorer,
        ["since"] = Times.Utc(query.Since),
        ["as_of"] = Times.Utc(query.Until),
        ["posts"] = posts.Count,
        ["present"] = Json(project.Thresholds),
        ["proposed"] = proposal.Thresholds is { } proposed ? Json(proposed) : null,
        ["why"] = JsonDoc.Array(proposal.Why.Select(why => (JsonNode?)why)),
        ["groups"] = JsonDoc.Array(TuneScreen.Groups(posts).Select(group => new JsonObject
        {
            ["posts_that_were"] = group.Name.Replace(' ', '_'),
            ["posts"] = group.Posts.Count,
            ["median_total"] = Math.Round(TuneScreen.Median(group.Posts), 4),
            ["present"] = Json(LabelCounts.Of(group.Posts, project.Thresholds)),
            ["proposed"] = proposal.Thresholds is { } then ? Json(LabelCounts.Of(group.Posts, then)) : null,
        })),
    };

    private static JsonObject Json(ScoreThresholds thresholds) => new() { ["green_min"] = thresholds.GreenMin, ["yellow_min"] = thresholds.YellowMin };

    private static JsonObject Json(LabelCounts counts) => new() { ["green"] = counts.Green, ["yellow"] = counts.Yellow, ["red"] = counts.Red };
}
