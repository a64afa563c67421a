using System.Text.Json.Nodes;
using ViralTracker.Cli.CommandLine;
using ViralTracker.Cli.Composition;
using ViralTracker.Cli.Screens;
using ViralTracker.Core.Gating;
using ViralTracker.Core.Posts;
using ViralTracker.Core.Projects;
using ViralTracker.Core.Scoring;
using ViralTracker.Core.Similarity;
using ViralTracker.Pipeline.Drafting;
using ViralTracker.Pipeline.Finding;
using ViralTracker.Pipeline.Ports;
using ViralTracker.Pipeline.Runs;

namespace ViralTracker.Cli.Commands;

/// <summary><c>--debug-tweet ID</c>: one post's whole story, told as it goes through the real pipeline.</summary>
internal static class DebugTweet
{
    /// <summary>Of the run in the store.</summary>
    public const string Name = "debug-tweet";

    public static async Task<int> RunAsync(RunContext run, DraftModel model, DraftOptions options, string idOrUrl, FindOptions find, CancellationToken ct)
    {
        var (project, terminal, asOf) = (run.Project, run.Session.Terminal, run.AsOf);
        ImportCommand.Warn(terminal, await run.ImportFolderAsync(ct));
        var stored = await run.Store.Posts.FindAsync(project.Slug, idOrUrl, ct)
            ?? throw new UserErrorException(Words.NoPost(project.Slug, idOrUrl));
        var story = new Story(terminal);
        TellPost(story, stored.Post, asOf);

        story.Section("Gate");
        var answered = await RunContext.AnsweredAsync(run.Store, project, asOf, ct);
        var skip = new Gate(project, answered).Check(stored.Post);
        story.Line(skip is null ? "passed" : "skipped", skip is null ? "no rule broken" : Words.Of(skip));

        var vectors = run.Vectors;
        var embedded = (await vectors.OfAsync([stored], ct)).Posts[0];
        var embedder = run.Relevance();
        var relevance = (await embedder.OfAsync([embedded], ct))[0];
        var scored = await ScoreAsync(run, embedded, relevance, embedder.Model, answered, ct);
        TellScores(story, project, scored.Score, relevance);

        story.Section("Nearest repeat");
        await NearestAsync(run, vectors, embedded, find, asOf, story.Line, ct);

        var exit = await DraftsAsync(run, model, options, scored, story, ct);
        await run.FinishAsync(exit);
        if (terminal.Json)
            JsonDoc.Write(new JsonObject { ["command"] = Name, ["project"] = project.Slug, ["tweet_id"] = stored.Post.Key.NativeId, ["run_id"] = run.RunId, ["story"] = story.Json });
        return exit;
    }

    private static void TellPost(Story story, Post post, DateTimeOffset asOf)
    {
        story.Section("Post");
        story.Line("id", post.Key.ToString());
        story.Line("author", Words.Of(post.Author));
        story.Line("posted", $"{Times.Show(post.PostedAt, asOf)}, {ExplainScreen.Age(asOf - post.PostedAt)}");
        story.Text(post.Text);
    }

    private static void TellScores(Story story, ProjectConfig project, PostScore score, TopicRelevance relevance)
    {
        story.Section("Scores");
        foreach (var share in Shortfall.To(project.Thresholds.GreenMin, score, relevance, project.Weights, PostScorer.For(project)))
            story.Line(share.Name, FormattableString.Invariant($"{share.Value:F3} × {share.Weight:F2} = {share.Points:F3}"));
        story.Line("total", FormattableString.Invariant($"{score.TotalText(3)} {Words.Snake(score.Label)} (green from {project.Thresholds.GreenMin}, yellow from {project.Thresholds.YellowMin})"));
        story.Line("topic", score.Topic);
        if (ExplainScreen.RelevantTo(relevance) is { } other) story.Line("relevance to", other);
        story.Line("why", score.Why);
        foreach (var (name, value) in score.Inputs) story.Line("", FormattableString.Invariant($"{name} = {value:0.####}"));
    }

    /// <summary>Drafts the post if it has no drafts, and tells of each.</summary>
    /// <returns>What the command returns.</returns>
    private static async Task<int> DraftsAsync(RunContext run, DraftModel model, DraftOptions options, ScoredPost scored, Story story, CancellationToken ct)
    {
        var exit = ExitCode.Done;
        var drafts = await DraftsOfAsync(run, scored.Stored);
        if (drafts.Count > 0)
        {
            story.Block("Prompt", GenerateRun.Prompt(run.Project, run.Replies, scored));
            story.Section("Drafted before");
        }
        else
        {
            exit = await DraftAsync(run, model, options, scored, story, ct);
            drafts = await DraftsOfAsync(run, scored.Stored);
        }
        foreach (var draft in drafts)
        {
            story.Line(draft.Kind, $"d{draft.DraftId} {(draft.Status is { } status ? Words.Snake(status) : $"rejected by {draft.Rule}: {draft.Detail}")}, {draft.Cost?.ToString() ?? "cost not known"}");
            story.Text(draft.Text);
        }
        return exit;
    }

    private static async Task<int> DraftAsync(RunContext run, DraftModel model, DraftOptions options, ScoredPost scored, Story story, CancellationToken ct)
    {
        var setup = await run.DraftSetupAsync(model, options, new Observers(), (what, text) => story.Block(char.ToUpperInvariant(what[0]) + what[1..], text));
        var (report, _, _) = await GenerateRun.DraftAsync(setup, [scored], null, ct);
        story.Section("Checks");
        story.Line("cost", report.KnownCost?.ToString() ?? "unpriced");
        if (report.Stopped is { } stopped) story.Line("stopped", DraftScreen.Stopped(stopped, report.Left, run.Project, model, run.Session.Time.GetUtcNow()));
        foreach (var why in report.Failures.Keys) story.Line("failed", Cells.OneLine(why));
        return DraftScreen.Exit(report);
    }

    private static async Task<ScoredPost> ScoreAsync(RunContext run, EmbeddedPost embedded, TopicRelevance relevance, string embedder, AnsweredBefore answered, CancellationToken ct)
    {
        var (project, asOf) = (run.Project, run.AsOf);
        var scorer = PostScorer.For(project);
        var history = (await PostHistories.ReadAsync(run.Store.Posts, answered, [embedded.Stored.Id], ct)).Of(embedded.Stored);
        var score = scorer.Score(embedded.Stored.Post, relevance, asOf, history);
        var ids = await run.Store.Assessments.AppendAsync(
            [
                new Assessment
                {
                    ProjectId = project.Slug, PostId = embedded.Stored.Id, RunId = run.RunId, Scorer = scorer.Version,
                    ConfigHash = ScoringFingerprint.Of(project, scorer.Version, embedder),
                    SnapshotAt = embedded.Stored.SnapshotAt, AsOf = asOf, Score = score,
                },
            ], ct);
        return new ScoredPost(embedded.Stored, score, ids[0]);
    }

    private static async Task NearestAsync(
        RunContext run, LocalVectors vectors, EmbeddedPost post, FindOptions find, DateTimeOffset asOf, Action<string, string> line, CancellationToken ct)
    {
        var others = new List<StoredPost>();
        await foreach (var other in run.Store.Posts.SelectAsync((find with { IncludeHandled = true, MinFollowers = 0 }).Query(run.Project.Slug, asOf), ct))
            if (other.Id != post.Stored.Id) others.Add(other);
        var prepared = vectors.Prepare(post.Stored.Post.Text);
        if (others.Count == 0)
        {
            line("none", "no other post in this window");
            return;
        }
        var (nearest, score) = others.Select(other => (other, DuplicateScore.Of(prepared, vectors.Prepare(other.Post.Text)))).MaxBy(other => other.Item2);
        line(nearest.Post.Key.NativeId, FormattableString.Invariant($"{score:F3} (a repeat from {DuplicateScore.Repeat:F2} on)"));
        line("", Cells.Fit(nearest.Post.Text, 60));
    }

    private static Task<IReadOnlyList<KeptDraft>> DraftsOfAsync(RunContext run, StoredPost stored) =>
        run.Store.Reviews.DraftsOfAsync(run.Project.Slug, stored.Id, CancellationToken.None);
}
