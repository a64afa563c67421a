using ViralTracker.Core.Language;
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
}

/// <summary>From scored posts to drafts: choose, lease, draft.</summary>
public static class GenerateRun
{
    /// <summary>Of others to one post: the rest says what these do.</summary>
    private const int MostReplies = 50;

    /// <summary>What drafting these posts would take; nothing is leased or sent, unless the provider is to count tokens.</summary>
    public static Task<Forecast> ForecastAsync(DraftSetup setup, IReadOnlyList<ScoredPost> scored, DraftChoice choice, bool countTokens, CancellationToken ct) =>
        RunPlan.ForecastAsync(setup, [.. scored.Where(post => choice.Takes(post.Score.Label)).Select(post => ToTask(setup, post, 0))], countTokens, ct);

    /// <param name="refresh">Also draft posts that have drafts.</param>
    /// <returns>The report, and how many chosen posts another live process holds.</returns>
    public static async Task<(DraftReport Report, int HeldByOthers)> DraftAsync(
        DraftSetup setup, long runId, IReadOnlyList<ScoredPost> scored, DraftChoice choice, bool refresh, CancellationToken interrupted)
    {
        // Before drafting: what was drafted shall be reported whatever becomes of the store.
        var embeddings = await setup.Ledger.CostAsync(runId, CallPurpose.Embed, CancellationToken.None);
        var chosen = scored.Where(post => choice.Takes(post.Score.Label)).ToArray();
        var others = await setup.Posts.RepliesAsync([.. chosen.Select(post => post.Stored.Id)], MostReplies, CancellationToken.None);
        var now = setup.Clock.Now;
        var fences = await setup.Leases.AcquireAsync(
            setup.Project.Slug, [.. chosen.Select(post => post.Stored.Id)], setup.Owner, now, now + DraftEngine.LeaseTime, refresh, CancellationToken.None);
        var tasks = chosen
            .Where(post => fences.ContainsKey(post.Stored.Id))
            .Select(post => ToTask(setup, post, fences[post.Stored.Id]) with { OthersReplies = [.. others[post.Stored.Id]] })
            .ToArray();
        var report = await DraftEngine.RunAsync(setup, runId, tasks, interrupted);
        return (report.With(embeddings), chosen.Length - tasks.Length);
    }

    private static DraftTask ToTask(DraftSetup setup, ScoredPost post, long fence) =>
        new(post, fence)
        {
            Replies = setup.Replies?.To(post.Stored.Post.Text) ?? [],
            AnswerIn = PostLanguage.Instead(post.Stored.Post, setup.Project.Languages),
        };
}
