using System.CommandLine;
using System.Text.Json.Nodes;
using ViralTracker.Cli.CommandLine;
using ViralTracker.Cli.Composition;
using ViralTracker.Cli.Screens;
using ViralTracker.Core.Gating;
using ViralTracker.Core.Language;
using ViralTracker.Core.Posts;
using ViralTracker.Core.Projects;
using ViralTracker.Core.Scoring;
using ViralTracker.Pipeline.Finding;

namespace ViralTracker.Cli.Commands;

/// <summary><c>vt twitter explain ID</c>: why a post scores as it does. Reads only; no run is recorded.</summary>
internal static class ExplainCommand
{
    public const string Name = "explain";
    public const string Description = "Show each part of a post's score, its inputs, and what would make it green";

    public static Command Build()
    {
        var id = new Argument<string>("id") { Description = "A post's id or URL", HelpName = "ID" };
        var project = SharedOptions.Project();
        var asOf = SharedOptions.Moment("--as-of", "Score as of this moment (else the project's as_of, else now)");
        var command = new Command(Name, Description) { id, project, asOf };
        command.SetAction(async (parsed, ct) =>
        {
            await using var session = Session.Open(parsed);
            var config = session.Load(parsed.GetRequiredValue(project));
            var moment = parsed.GetValue(asOf) ?? config.AsOf ?? session.Time.GetUtcNow();
            return await RunAsync(session, config, parsed.GetRequiredValue(id), moment, ct).ConfigureAwait(false);
        });
        return command;
    }

    private static async Task<int> RunAsync(Session session, ProjectConfig project, string idOrUrl, DateTimeOffset asOf, CancellationToken ct)
    {
        var store = await session.StoreAsync(ct).ConfigureAwait(false);
        var stored = await store.Posts.FindAsync(project.Slug, idOrUrl, ct).ConfigureAwait(false)
            ?? throw new UserErrorException($"Project {project.Slug} has no post '{idOrUrl}'. Give a post's id or URL as vt twitter score --json lists them.");
        var scoring = new LocalScoring(project, store);
        var relevance = (await scoring.Vectors.OfAsync([stored], ct).ConfigureAwait(false)).Posts[0].Topic;
        var scorer = PostScorer.For(project);
        var answered = await RunContext.AnsweredAsync(store, project, asOf, ct).ConfigureAwait(false);
        var history = (await PostHistories.ReadAsync(store.Posts, answered, [stored.Id], ct).ConfigureAwait(false)).Of(stored);
        var score = scorer.Score(stored.Post, relevance, asOf, history);
        var skip = new Gate(project, answered).Check(stored.Post);
        var shares = Shortfall.To(project.Thresholds.GreenMin, score, project.Weights);
        if (session.Terminal.Json) WriteJson(project, stored, scorer, score, skip, shares);
        else Show(session.Terminal, project, stored.Post, asOf, scorer, score, skip, shares);
        return ExitCode.Done;
    }

    private static void Show(
        Terminal terminal, ProjectConfig project, Post post, DateTimeOffset asOf, IPostScorer scorer, PostScore score, Skip? skip, IReadOnlyList<ComponentShare> shares)
    {
        terminal.Say(FormattableString.Invariant($"{post.Key} · @{post.Author.Handle} ({Words.Short(post.Author.Followers)}) · {Times.Age(asOf - post.PostedAt)} old · {PostLanguage.Of(post) ?? "language unknown"}"));
        foreach (var part in Cells.Wrap(post.Text, terminal.Width - 4)) terminal.Say("    " + part);
        terminal.Say();
        terminal.Say(skip is null ? "Gate    passed" : $"Gate    skipped: {Words.Of(skip.Reason)} ({skip.Detail}); scored here all the same");
        terminal.Say(FormattableString.Invariant($"Total   {score.Total:F3} {Words.Snake(score.Label)} by {scorer.Version} (green from {project.Thresholds.GreenMin}, yellow from {project.Thresholds.YellowMin})"));
        terminal.Say();
        foreach (var share in shares)
            terminal.Say(FormattableString.Invariant($"  {share.Name,-10} {share.Value:F3} × {share.Weight:0.##} = {share.Points:F3}   {Advice(share, score.Label)}").TrimEnd());
        terminal.Say();
        terminal.Say($"  topic      {score.Topic}");
        foreach (var (name, value) in score.Inputs) terminal.Say(FormattableString.Invariant($"  {name.Replace('_', ' '),-18} {value:0.####}"));
    }

    private static string Advice(ComponentShare share, ScoreLabel label) =>
        label == ScoreLabel.Green ? ""
        : share.Needed is { } needed ? FormattableString.Invariant($"green at {needed:F3}")
        : "cannot make it green alone";

    private static void WriteJson(ProjectConfig project, StoredPost stored, IPostScorer scorer, PostScore score, Skip? skip, IReadOnlyList<ComponentShare> shares) =>
        JsonDoc.Write(new JsonObject
        {
            ["command"] = "explain",
            ["project"] = project.Slug,
            ["scorer"] = scorer.Version,
            ["post"] = FindJson.Post(stored, score),
            ["skip"] = skip is null ? null : new JsonObject { ["reason"] = Words.Snake(skip.Reason), ["detail"] = skip.Detail },
            ["thresholds"] = new JsonObject { ["green_min"] = project.Thresholds.GreenMin, ["yellow_min"] = project.Thresholds.YellowMin },
            ["components"] = JsonDoc.Array(shares.Select(s => new JsonObject { ["name"] = s.Name, ["value"] = s.Value, ["weight"] = s.Weight, ["green_at"] = s.Needed })),
            ["inputs"] = new JsonObject(score.Inputs.Select(i => KeyValuePair.Create(i.Name, (JsonNode?)i.Value))),
        });
}
