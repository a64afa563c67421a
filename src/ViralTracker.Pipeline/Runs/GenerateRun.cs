using ViralTracker.Core.Drafting;
using ViralTracker.Core.Language;
using ViralTracker.Core.Projects;
using ViralTracker.Core.Scoring;
using ViralTracker.Pipeline.Drafting;
using ViralTracker.Pipeline.Ports;

namespace ViralTracker.Pipeline.Runs;

/// <summary>Which scored posts are drafted.</summary>
/// <param name="SkipLowScores">Green and yellow only.</param>
/// <param name="GreensOnly">Green only.</param>
public sealed record DraftChoice(bool SkipLowScores = true, bool GreensOnly = false)
{
    public bool Takes(ScoreLabel label) => label switch
    {
        ScoreLabel.Green => true,
        ScoreLabel.Yellow => !GreensOnly,
        _ => !GreensOnly && !SkipLowScores,
    };

    public List<ScoredPost> Of(IReadOnlyList<ScoredPost> scored) => [.. scored.Where(post => Takes(post.Score.Label))];
}

/// <param name="HeldByOthers">Chosen posts that another live process holds.</param>
public sealed record GenerateResult(DraftReport Report, int HeldByOthers, GoneOn GoneOn);

/// <summary>From scored posts to drafts: choose, lease, draft.</summary>
public static class GenerateRun
{
    /// <summary>Of others to one post: the rest says what these do.</summary>
    private const int MostReplies = 50;

    /// <summary>What drafting these posts would take; nothing is leased or sent, unless the provider is to count tokens.</summary>
    public static async Task<(Forecast Forecast, GoneOn GoneOn)> ForecastAsync(
        DraftSetup setup, IReadOnlyList<ScoredPost> scored, DraftChoice choice, Refresh? refresh, bool countTokens, CancellationToken ct)
    {
        var chosen = choice.Of(scored).ConvertAll(post => ToTask(setup.Project, setup.Replies, post, 0));
        var (tasks, goneOn) = await ToDoAsync(setup, chosen, refresh);
        return (await RunPlan.ForecastAsync(setup, tasks, countTokens, ct), goneOn);
    }

    /// <param name="chosen">Is emptied: a long run lets go of posts it is done with.</param>
    /// <param name="refresh">Also draft posts that have drafts; null: only those without.</param>
    public static async Task<GenerateResult> DraftAsync(DraftSetup setup, List<ScoredPost> chosen, Refresh? refresh, CancellationToken interrupted)
    {
        // Before drafting: what was drafted shall be reported whatever becomes of the store.
        var embeddings = await setup.Calls.Ledger.CostAsync(setup.Calls.RunId, CallPurpose.Embed, CancellationToken.None);
        var (tasks, held, goneOn) = await LeaseAsync(setup, chosen, refresh);
        chosen.Clear();
        var report = await DraftEngine.RunAsync(setup, tasks, interrupted);
        return new(report.With(embeddings), held, goneOn);
    }

    private static async Task<(List<DraftTask> Tasks, int HeldByOthers, GoneOn GoneOn)> LeaseAsync(DraftSetup setup, List<ScoredPost> chosen, Refresh? refresh)
    {
        var others = await setup.Posts.RepliesAsync([.. chosen.Select(post => post.Stored.Id)], MostReplies, CancellationToken.None);
        var now = setup.Calls.Clock.Now;
        var fences = await setup.Leases.AcquireAsync(
            setup.Project.Slug, [.. chosen.Select(post => post.Stored.Id)], setup.Calls.Owner, now, now + DraftEngine.LeaseTime, includeHandled: refresh is not null, CancellationToken.None);
        var leased = chosen
            .Where(post => fences.ContainsKey(post.Stored.Id))
            .Select(post => ToTask(setup.Project, setup.Replies, post, fences[post.Stored.Id]) with { OthersReplies = [.. others[post.Stored.Id]] })
            .ToArray();
        // After leasing: no stopped run drafts these any more.
        var (tasks, goneOn) = await ToDoAsync(setup, leased, refresh);
        await setup.Leases.ReleaseAsync(setup.Project.Slug, [.. leased.Except(tasks).Select(task => task.PostId)], setup.Calls.Owner, CancellationToken.None);
        return ([.. tasks], chosen.Count - leased.Length, goneOn);
    }

    private static async Task<(IReadOnlyList<DraftTask> ToDo, GoneOn GoneOn)> ToDoAsync(DraftSetup setup, IReadOnlyList<DraftTask> tasks, Refresh? refresh)
    {
        if (refresh is not { Stopped.Count: > 0 }) return (tasks, GoneOn.FromNothing);
        var questions = new PaidAnswers(setup, new RequestBuilder(setup.Project, setup.Model).SystemHash);
        return Refresh.Split(tasks, await setup.Runs.SettledAsync(refresh.Stopped, CancellationToken.None), questions.KeyOf);
    }

    /// <summary>What a request for this post alone says, both messages one after the other.</summary>
    public static string Prompt(ProjectConfig project, NearestReplies? replies, ScoredPost post) =>
        DraftPrompt.System(project.PromptTemplate, project) + "\n" + DraftPrompt.User([PackItem.Fresh(ToTask(project, replies, post, 0)).InPrompt("p1")]);

    private static DraftTask ToTask(ProjectConfig project, NearestReplies? replies, ScoredPost post, long fence) =>
        new(post, fence)
        {
            Replies = replies?.To(post.Stored.Post.Text) ?? [],
            AnswerIn = PostLanguage.Instead(post.Stored.Post, project.Languages),
        };
}
