using ViralTracker.Core.Gating;
using ViralTracker.Core.Posts;
using ViralTracker.Core.Projects;
using ViralTracker.Core.Scoring;
using ViralTracker.Core.Similarity;
using ViralTracker.Pipeline.Ports;

namespace ViralTracker.Pipeline.Finding;

/// <summary>Select, gate, embed, drop repeats, score: pure decisions around a few reads and one write. Costs nothing with the local embedder.</summary>
public sealed class FindRun(
    ProjectConfig project, IPostStore store, IAssessmentStore assessments, LocalVectors vectors, IRelevance relevance, TimeProvider time,
    AnsweredBefore? answered = null)
{
    private readonly AnsweredBefore _answered = answered ?? AnsweredBefore.Nothing;
    private readonly Gate _gate = new(project, answered);
    private readonly IPostScorer _scorer = PostScorer.For(project);
    private readonly string _configHash = ScoringFingerprint.Of(project, PostScorer.For(project).Version, relevance.Model);
    private readonly List<StageTime> _stages = [];

    public async Task<FindResult> RunAsync(long runId, FindOptions options, DateTimeOffset asOf, CancellationToken ct)
    {
        var query = options.Query(project.Slug, asOf);
        var counting = Task.Run(() => store.CountAsync(query, ct), ct);
        var started = time.GetTimestamp();
        var skips = new List<(StoredPost Post, Skip Skip)>();
        var (passed, beyond) = await GateAsync(query, options, skips, ct);
        var counts = await counting;
        started = Stage("gate", passed.Count + skips.Count, started);

        var unique = await EmbedUniqueAsync(passed, asOf, skips, started, ct);
        started = time.GetTimestamp();
        var topics = await relevance.OfAsync(unique, ct);
        var histories = await PostHistories.ReadAsync(store, _answered, [.. unique.Select(post => post.Stored.Id)], ct);
        var scores = PerPost.Select(Enumerable.Range(0, unique.Count).ToArray(), i => Score(unique[i].Stored, topics[i], histories.Of(unique[i].Stored), asOf), ct).ToList();
        if (options.UseGate && project.CooldownHours > 0) scores = OneAnAuthor(scores, skips);
        started = Stage("score", scores.Count, started);

        var ids = await assessments.AppendAsync(
            [
                .. scores.Select(s => Assess(s.Stored, s.Score, null, runId, asOf)),
                .. skips.Select(s => Assess(s.Post, null, s.Skip, runId, asOf)),
            ], ct);
        Stage("store", ids.Count, started);
        return Result(counts, [.. scores.Select((s, i) => new ScoredPost(s.Stored, s.Score, ids[i]))], skips, beyond);
    }

    /// <summary>The newest saved scores of candidates, without those that the gate, a repeat or another post of the author stops by now.</summary>
    public async Task<FindResult> AmongSavedAsync(long runId, FindOptions options, DateTimeOffset asOf, CancellationToken ct)
    {
        var started = time.GetTimestamp();
        var query = options.Query(project.Slug, asOf);
        var counts = await store.CountAsync(query, ct);
        var saved = (await assessments.SavedScoresAsync(query, ct)).ToDictionary(scored => scored.Stored.Id);
        var skips = new List<(StoredPost Post, Skip Skip)>();
        var passed = new List<StoredPost>();
        foreach (var (stored, _, _) in saved.Values)
            if (options.UseGate && _gate.Check(stored.Post) is { } skip) skips.Add((stored, skip));
            else passed.Add(stored);
        started = Stage("saved scores", saved.Count, started);

        var unique = await EmbedUniqueAsync(passed, asOf, skips, started, ct);
        var scores = unique.ConvertAll(post => (post.Stored, saved[post.Stored.Id].Score));
        if (options.UseGate && project.CooldownHours > 0) scores = OneAnAuthor(scores, skips);
        await assessments.AppendAsync([.. skips.Select(s => Assess(s.Post, null, s.Skip, runId, asOf))], ct);
        return Result(counts, scores.ConvertAll(s => saved[s.Stored.Id]), skips, beyond: 0);
    }

    private FindResult Result(CandidateCounts counts, IReadOnlyCollection<ScoredPost> scored, List<(StoredPost Post, Skip Skip)> skips, int beyond) => new()
    {
        Counts = counts,
        Scored = [.. scored.OrderByDescending(s => s.Score.Total).ThenByDescending(s => s.Stored.Post.PostedAt)],
        Labels = LabelCounts.Of(scored),
        Skips = ByReason(skips),
        BeyondLimit = beyond,
        Stages = _stages,
    };

    // Loops: grouping by an enum is compiled at start-up, and every run would wait for it.
    private static List<SkipCount> ByReason(List<(StoredPost Post, Skip Skip)> skips)
    {
        var posts = new int[Enum.GetValues<SkipReason>().Length];
        foreach (var (_, skip) in skips) posts[(int)skip.Reason]++;
        var counts = new List<SkipCount>();
        for (var reason = 0; reason < posts.Length; reason++)
        {
            if (posts[reason] > 0) counts.Add(new((SkipReason)reason, posts[reason]));
        }
        return counts;
    }

    private (StoredPost Stored, PostScore Score) Score(StoredPost post, TopicRelevance topic, PostHistory history, DateTimeOffset asOf) =>
        (post, _scorer.Score(post.Post, topic, asOf, history));

    private async Task<(List<StoredPost> Passed, int Beyond)> GateAsync(
        CandidateQuery query, FindOptions options, List<(StoredPost, Skip)> skips, CancellationToken ct)
    {
        // The gate checks posts while the next ones are read.
        var checks = new List<Task<(StoredPost Post, Skip? Skip)[]>>();
        await foreach (var batch in store.SelectAsync(query, ct).Chunk(PerPost.Chunk))
            checks.Add(Task.Run(() => Array.ConvertAll(batch, post => (post, options.UseGate ? _gate.Check(post.Post) : null)), ct));
        var passed = new List<StoredPost>();
        var beyond = 0;
        foreach (var check in checks)
            foreach (var (post, verdict) in await check)
            {
                if (options.MaxCandidates > 0 && passed.Count >= options.MaxCandidates) beyond++;
                else if (verdict is { } skip) skips.Add((post, skip));
                else passed.Add(post);
            }
        return (passed, beyond);
    }

    /// <summary>Of posts that say the same, the one with the largest audience is kept; the earliest among equals.</summary>
    private async Task<List<EmbeddedPost>> EmbedUniqueAsync(
        List<StoredPost> posts, DateTimeOffset asOf, List<(StoredPost, Skip)> skips, long started, CancellationToken ct)
    {
        var inOrder = posts.OrderByDescending(post => post.Post.Author.Followers ?? 0).ThenBy(post => post.Post.PostedAt).ThenBy(post => post.Id);
        var embedded = await vectors.OfAsync([.. inOrder], ct);
        started = Stage("embed", posts.Count, started);
        var unique = await DropRepeatsAsync(embedded, asOf, skips, ct);
        Stage("repeats", posts.Count, started);
        return unique;
    }

    /// <summary>Keeps the first of posts that say the same, and none that says what a handled post says.</summary>
    private async Task<List<EmbeddedPost>> DropRepeatsAsync(EmbeddedPosts embedded, DateTimeOffset asOf, List<(StoredPost, Skip)> skips, CancellationToken ct)
    {
        var posts = embedded.Posts;
        var now = posts.Select(e => e.Stored.Id).ToHashSet();
        var history = await HandledHistory.ReadAsync(store, vectors, project.Slug, asOf, now, ct);

        var ofHistory = DuplicateSearch.InHistory(embedded.Index, Prepare, history.Index, row => vectors.Prepare(history.Posts[row].Text), ct);
        var ofRun = DuplicateSearch.InRun(embedded.Index, Prepare, ofHistory, ct);

        var kept = new List<EmbeddedPost>();
        for (var i = 0; i < posts.Count; i++)
        {
            if (ofHistory[i] is { } old) skips.Add((posts[i].Stored, RepeatOf(history.Posts[old.Row].Id, old.Score)));
            else if (ofRun[i] is { } other) skips.Add((posts[i].Stored, RepeatOf(posts[other.Row].Stored.Id, other.Score)));
            else kept.Add(posts[i]);
        }
        return kept;

        PreparedPost Prepare(int row) => vectors.Prepare(posts[row].Stored.Post.Text);
    }

    /// <summary>Of an author's posts the best stays; the others wait for another day.</summary>
    private static List<(StoredPost Stored, PostScore Score)> OneAnAuthor(List<(StoredPost Stored, PostScore Score)> scores, List<(StoredPost, Skip)> skips)
    {
        var answered = new HashSet<AuthorKey>();
        var kept = new List<(StoredPost, PostScore)>();
        foreach (var scored in scores.OrderByDescending(s => s.Score.Total).ThenByDescending(s => s.Stored.Post.PostedAt).ThenBy(s => s.Stored.Id))
        {
            var author = AuthorKey.AllOf(scored.Stored.Post).ToArray();
            if (author.Any(answered.Contains))
            {
                skips.Add((scored.Stored, new Skip(SkipReason.AuthorCooldown, $"a better post of {(scored.Stored.Post.Author.Handle is { } handle ? "@" + handle : "this author")} is in this run", SkipFinality.RetryLater)));
                continue;
            }
            answered.UnionWith(author);
            kept.Add(scored);
        }
        return kept;
    }

    private static Skip RepeatOf(long postId, double score) =>
        new(SkipReason.Repeat, FormattableString.Invariant($"{score * 100:0}% the same"), RepeatsPostId: postId);

    private Assessment Assess(StoredPost post, PostScore? score, Skip? skip, long runId, DateTimeOffset asOf) => new()
    {
        ProjectId = project.Slug,
        PostId = post.Id,
        RunId = runId,
        Scorer = _scorer.Version,
        ConfigHash = _configHash,
        SnapshotAt = post.SnapshotAt,
        AsOf = asOf,
        Score = score,
        Skip = skip,
    };

    private long Stage(string name, int count, long since)
    {
        _stages.Add(new StageTime(name, count, time.GetElapsedTime(since)));
        return time.GetTimestamp();
    }
}
