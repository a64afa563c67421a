using System.CommandLine;
using ViralTracker.Cli.CommandLine;
using ViralTracker.Cli.Composition;
using ViralTracker.Cli.Screens;
using ViralTracker.Core.Gating;
using ViralTracker.Core.Posts;
using ViralTracker.Core.Projects;
using ViralTracker.Core.Scoring;
using ViralTracker.Pipeline.Finding;
using ViralTracker.Pipeline.Ports;

namespace ViralTracker.Cli.Commands;

/// <summary><c>vt twitter explain ID</c>: why a post scores as it does. Reads only; no run is recorded, nothing is paid.</summary>
internal static class ExplainCommand
{
    public const string Name = "explain";
    public const string Description = "Explain a post's score, what the last run did with it, and what would make it green";

    public static Command Build()
    {
        var id = new Argument<string>("ID") { Description = "A post's id, as 123 or x:123, or its URL" };
        var project = SharedOptions.Project();
        var asOf = SharedOptions.Moment("--as-of", "Score as if it were this time (default: the project's as_of, else now)");
        var command = new Command(Name, Description) { id, project, asOf };
        command.SetAction(async (parsed, ct) =>
        {
            await using var session = Session.Open(parsed);
            var config = session.Load(parsed.GetRequiredValue(project));
            var moment = parsed.GetValue(asOf) ?? config.AsOf ?? session.Time.GetUtcNow();
            return await RunAsync(session, config, parsed.GetRequiredValue(id), moment, ct);
        });
        return command;
    }

    private static async Task<int> RunAsync(Session session, ProjectConfig project, string idOrUrl, DateTimeOffset asOf, CancellationToken ct)
    {
        var store = session.HasDatabase ? await session.StoreAsync(ct) : null;
        if (store is null || await store.Posts.FindAsync(project.Slug, idOrUrl, ct) is not { } stored)
            throw new UserErrorException(Words.NoPost(project.Slug, idOrUrl));
        var scorer = PostScorer.For(project);
        var history = await store.Assessments.HistoryAsync(project.Slug, stored.Id, ct);
        var (relevance, source) = await RelevanceAsync(store, project, scorer, stored, history, ct);
        var taught = source == RelevanceSource.LocalModel ? await TaughtAsync(store, project, stored, relevance.Topic, ct) : (TopicRelevance?)null;
        var answered = await RunContext.AnsweredAsync(store, project, asOf, ct);
        var known = (await PostHistories.ReadAsync(store.Posts, answered, [stored.Id], ct)).Of(stored);
        var last = history.Count == 0 ? null : history[0];
        var offered = (await store.Reviews.DraftsOfAsync(project.Slug, stored.Id, ct)).Where(draft => draft.Status is not null).ToArray();
        var repeats = last?.Skip?.RepeatsPostId is { } other ? await store.Posts.GetAsync([other], ct) : [];
        var explanation = new Explanation
        {
            Project = project,
            Stored = stored,
            AsOf = asOf,
            Scorer = scorer.Version,
            Score = scorer.Score(stored.Post, relevance, asOf, known),
            Relevance = relevance,
            RelevanceFrom = source,
            Ways = WaysToGreen.Of(project, stored.Post, relevance, asOf, known, taught),
            Gate = new Gate(project, answered).Check(stored.Post),
            Last = last,
            Repeats = repeats.Count == 0 ? null : repeats[0].Post.Key.NativeId,
            Drafts = offered.Count(draft => draft.Version == offered[0].Version),
            Marked = offered.Any(draft => draft.Status == DraftStatus.Posted) ? DraftStatus.Posted
                : offered.Length > 0 && offered.All(draft => draft.Version < offered[0].Version || draft.Status == DraftStatus.Skipped) ? DraftStatus.Skipped : null,
            Undrafted = offered.Length > 0 ? null : history.FirstOrDefault(past => past.Skip is { IsByDrafting: true }),
        };
        if (session.Terminal.Json) JsonDoc.Write(ExplainScreen.Json(explanation));
        else foreach (var line in ExplainScreen.Lines(explanation, session.Terminal)) session.Terminal.Say(line);
        return ExitCode.Done;
    }

    /// <summary>The post's relevance were it an exemplar of the topic: that moves the topic towards it, not all the way.</summary>
    private static async Task<TopicRelevance> TaughtAsync(IStore store, ProjectConfig project, StoredPost stored, string topic, CancellationToken ct)
    {
        var taxonomy = project.Taxonomy.Select(t => t.Label == topic ? t with { Exemplars = t.Exemplars.Add(stored.Post.Text) } : t);
        return await LocalAsync(store, project with { Taxonomy = [.. taxonomy] }, stored, ct);
    }

    private static async Task<TopicRelevance> LocalAsync(IStore store, ProjectConfig project, StoredPost stored, CancellationToken ct) =>
        (await new LocalScoring(project, store).Vectors.OfAsync([stored], ct)).Posts[0].Topic;

    /// <summary>The local model's, or what a run paid a provider for: never a paid call, and never silently the other one's.</summary>
    private static async Task<(TopicRelevance Relevance, RelevanceSource Source)> RelevanceAsync(
        IStore store, ProjectConfig project, IPostScorer scorer, StoredPost stored, IReadOnlyList<Assessment> history, CancellationToken ct)
    {
        if (!ModelChoice.IsEmbeddedLocally(project))
        {
            var rules = ScoringFingerprint.Of(project, scorer.Version, ModelChoice.EmbeddingModelName(project));
            if (history.FirstOrDefault(past => past.Score is not null && past.ConfigHash == rules) is { Score: { } score })
            {
                var margin = score.Inputs.Find(ScoreInputs.TopicMargin) ?? 0;
                return (project.Taxonomy.IsEmpty ? TopicRelevance.Unknown : new(score.Topic, score.Relevance, score.TopicMatch, margin), RelevanceSource.SavedScore);
            }
        }
        var local = await LocalAsync(store, project, stored, ct);
        return (local, ModelChoice.IsEmbeddedLocally(project) ? RelevanceSource.LocalModel : RelevanceSource.LocalModelInstead);
    }
}
