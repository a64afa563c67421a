using ViralTracker.Core.Gating;
using ViralTracker.Core.Posts;
using ViralTracker.Core.Quality;
using ViralTracker.Core.Spending;
using ViralTracker.Pipeline.Ports;

namespace ViralTracker.Adapters.Storage;

internal sealed class ReviewStore(SqlDatabase database) : IReviewStore
{
    private const string Opportunities = $"""
        SELECT {PostRow.Columns}, {AssessmentRow.ScoreColumns},
               d.draft_id, d.kind, d.text, d.rank, d.status, {Drafts.Cost}, d.created_at, d.rule_detail
        FROM drafts d
        JOIN posts p ON p.post_id = d.post_id
        JOIN assessments a ON {AssessmentRow.IsNewestScore}
        WHERE d.project_id = @project AND {Drafts.IsOffered} AND {Drafts.IsNewestVersion}
          AND (@label IS NULL OR a.label = @label) AND (@status IS NULL OR d.status = @status)
          AND (@since IS NULL OR p.posted_at >= @since) AND (@run IS NULL OR d.run_id = @run)
        ORDER BY a.total DESC, p.posted_at DESC, p.post_id DESC, d.rank, d.draft_id
        """;

    public Task<IReadOnlyList<Opportunity>> OpportunitiesAsync(OpportunityQuery query, CancellationToken ct) =>
        database.ReadAsync<IReadOnlyList<Opportunity>>(async session =>
        {
            var found = new List<Opportunity>();
            await using var rows = await session[Opportunities]
                .Set("project", query.ProjectId)
                .Set("label", query.Label)
                .Set("status", query.Status)
                .Set("since", query.Since)
                .Set("run", query.RunId)
                .QueryAsync();
            while (await rows.ReadAsync())
            {
                // A post's drafts follow each other.
                var draft = ReadDraft(rows, PostRow.ColumnCount + AssessmentRow.ScoreColumnCount);
                if (found.Count > 0 && found[^1].Stored.Id == PostRow.ReadId(rows))
                    found[^1] = found[^1] with { Drafts = [.. found[^1].Drafts, draft] };
                else if (found.Count == query.Limit)
                    break;
                else
                    found.Add(new Opportunity(PostRow.Read(rows), AssessmentRow.ReadScore(rows, PostRow.ColumnCount), [draft]));
            }
            return found;
        }, ct);

    private const string DraftsOfPost = $"""
        SELECT draft_id, version, kind, text, rule, rule_detail, status, {Drafts.Cost} FROM drafts d
        WHERE project_id = @project AND post_id = @post AND origin = 'model'
        ORDER BY version DESC, state, rank, draft_id
        """;

    public Task<IReadOnlyList<KeptDraft>> DraftsOfAsync(string projectId, long postId, CancellationToken ct) =>
        database.ReadAsync<IReadOnlyList<KeptDraft>>(async session =>
            await session[DraftsOfPost].Set("project", projectId).Set("post", postId).ListAsync(r => new KeptDraft(
                r.Long(0), r.Int(1), r.Text(2), r.Text(3), r.TextOrNull(4), r.TextOrNull(5), r.IsNull(6) ? null : r.Enum<DraftStatus>(6), Money(r, 7))), ct);

    // Which reply an author answered is not known, only that he answered somebody below his post after we had something to say there.
    private const string AuthorAnswered = """
        EXISTS (SELECT 1 FROM posts a
                WHERE a.conversation_id = coalesce(p.conversation_id, p.native_id) AND a.parent_key IS NOT NULL AND a.parent_key <> p.native_id
                  AND a.source = p.source AND (a.author_id = p.author_id OR a.author_handle = p.author_handle)
                  AND a.posted_at > d.created_at AND a.posted_at <= @until
                  AND NOT EXISTS (SELECT 1 FROM posts t WHERE t.native_id = a.parent_key AND t.source = a.source AND t.author_handle = a.author_handle))
        """;

    internal const string Answered = $"""
        SELECT {PostRow.Columns}, max(CASE WHEN e.at <= @until THEN e.at END), {AuthorAnswered}
        FROM review_events e
        JOIN drafts d ON d.draft_id = e.draft_id AND d.status = 'posted'
        JOIN posts p ON p.post_id = e.post_id
        WHERE e.action = 'posted' AND e.{Projects.OfAccount}
        GROUP BY e.post_id
        """;

    public Task<AnsweredBefore> AnsweredAsync(string projectId, DateTimeOffset cooldownSince, DateTimeOffset until, CancellationToken ct) =>
        database.ReadAsync(async session =>
        {
            var rows = await session[Answered].Set("project", projectId).Set("until", until)
                .ListAsync(r => (PostRow.Read(r).Post, At: r.TimeOrNull(PostRow.ColumnCount), Answered: r.Bool(PostRow.ColumnCount + 1)));
            var waiting = await session[Waiting].Set("project", projectId).Set("since", cooldownSince).Set("until", until).ListAsync(r => PostRow.Read(r).Post);
            return new AnsweredBefore
            {
                Waiting = waiting.SelectMany(AuthorKey.AllOf).ToHashSet(),
                WaitingPosts = waiting.Select(post => post.Key).ToHashSet(),
                Posts = rows.Select(r => r.Post.Key).ToHashSet(),
                Authors = rows.Where(r => r.At >= cooldownSince).SelectMany(r => AuthorKey.AllOf(r.Post)).ToHashSet(),
                Histories = rows.Where(r => r.At is not null).SelectMany(r => AuthorKey.AllOf(r.Post).Select(key => (Key: key, r.Answered)))
                    .GroupBy(r => r.Key).ToDictionary(g => g.Key, g => new AuthorHistory(g.Count(), g.Count(r => r.Answered))),
            };
        }, ct);

    internal const string Waiting = $"""
        SELECT {PostRow.Columns} FROM posts p
        WHERE p.post_id IN (SELECT d.post_id FROM drafts d LEFT JOIN assessments a USING (assessment_id)
            WHERE d.project_id = @project AND d.status IN ('pending', 'exported')
              AND coalesce(a.as_of, d.created_at) > @since AND coalesce(a.as_of, d.created_at) <= @until)
        """;

    internal const string Said = $"SELECT post_id, text FROM drafts d WHERE d.state = 'offered' AND d.created_at >= @since AND d.{Projects.OfAccount}";

    public Task<IReadOnlyList<PastDraft>> SaidSinceAsync(string projectId, DateTimeOffset since, CancellationToken ct) =>
        database.ReadAsync<IReadOnlyList<PastDraft>>(async session =>
            await session[Said].Set("project", projectId).Set("since", since).ListAsync(r => new PastDraft(r.Long(0), r.Text(1))), ct);

    public Task<int> MarkExportedAsync(string projectId, IReadOnlyList<long> draftIds, string actor, DateTimeOffset at, CancellationToken ct) =>
        database.WriteAsync(async session =>
        {
            var changed = 0;
            foreach (var id in draftIds)
            {
                var post = await session["SELECT post_id FROM drafts WHERE draft_id = @draft AND project_id = @project AND status = 'pending'"]
                    .Set("draft", id).Set("project", projectId).NumberAsync();
                if (post is null) continue;
                await ReviewEvents.AddAsync(session, new ReviewContext(projectId, post.Value, actor, at), id, ReviewAction.Exported);
                changed++;
            }
            return changed;
        }, ct);

    public Task<MarkResult> MarkAsync(MarkRequest request, CancellationToken ct) =>
        database.WriteAsync(session => ReviewMark.ApplyAsync(session, request), ct);

    private static OfferedDraft ReadDraft(SqlRows row, int at) => new(
        row.Long(at), row.Text(at + 1), row.Text(at + 2), row.Int(at + 3), row.Enum<DraftStatus>(at + 4), Money(row, at + 5), row.Time(at + 6))
    {
        Mark = row.TextOrNull(at + 7),
    };

    private static NanoUsd? Money(SqlRows row, int at) => row.LongOrNull(at) is { } cost ? new NanoUsd(cost) : null;
}
