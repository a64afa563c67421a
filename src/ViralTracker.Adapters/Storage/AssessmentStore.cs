using ViralTracker.Core.Gating;
using ViralTracker.Core.Scoring;
using ViralTracker.Pipeline.Ports;

namespace ViralTracker.Adapters.Storage;

internal sealed class AssessmentStore(SqlDatabase database) : IAssessmentStore
{
    private const int Batch = 1024;

    /// <summary>Assessment <c>a</c> of post <c>p</c> is its standing skip, and was asked for.</summary>
    private const string IsSkipped = $"""
        a.project_id = @project AND {AssessmentRow.IsStandingSkip}
          AND (@reason IS NULL OR a.skip_reason = @reason) AND (@since IS NULL OR a.as_of >= @since)
        """;

    public Task<IReadOnlyList<long>> AppendAsync(IReadOnlyList<Assessment> assessments, CancellationToken ct) =>
        database.WriteAsync<IReadOnlyList<long>>(async session =>
        {
            // In the order of the posts' table: at random, every row would read another page of it, and touch another of the index.
            var order = Enumerable.Range(0, assessments.Count).OrderBy(i => assessments[i].PostId).ToArray();
            var ids = new long[assessments.Count];
            var next = WriteAsync(0);
            for (var at = 0; at < order.Length; at += Batch)
            {
                // The next ones are written as JSON while these are inserted.
                var rows = await next;
                next = WriteAsync(at + Batch);
                for (var i = 0; i < rows.Length; i++)
                    ids[order[at + i]] = await AssessmentRow.AppendAsync(session, rows[i]);
            }
            return ids;

            Task<AssessmentRow.Written[]> WriteAsync(int from) => Task.Run(() => order.Skip(from).Take(Batch).Select(i => AssessmentRow.Written.Of(assessments[i])).ToArray(), ct);
        }, ct);

    public Task<IReadOnlyList<ScoredPost>> SavedScoresAsync(CandidateQuery query, CancellationToken ct) =>
        database.ReadAsync<IReadOnlyList<ScoredPost>>(async session =>
            await session[$"""
                SELECT {PostRow.Columns}, a.assessment_id, {AssessmentRow.ScoreColumns}
                FROM posts p JOIN assessments a ON {AssessmentRow.IsNewestFinding}
                WHERE {Candidates.Where(query)} AND a.skip_reason IS NULL
                ORDER BY a.total DESC, p.posted_at DESC, p.post_id DESC
                """]
                .SetQuery(query)
                .ListAsync(r => new ScoredPost(PostRow.Read(r), AssessmentRow.ReadScore(r, PostRow.ColumnCount + 1), r.Long(PostRow.ColumnCount))), ct);

    public Task<IReadOnlyList<SkippedPost>> SkippedAsync(string projectId, SkipReason? reason, DateTimeOffset? since, int limit, CancellationToken ct) =>
        database.ReadAsync<IReadOnlyList<SkippedPost>>(async session =>
            await session[$"""
                SELECT {PostRow.Columns}, {AssessmentRow.SkipColumns}, r.native_id, a.as_of
                FROM assessments a
                JOIN posts p ON p.post_id = a.post_id
                LEFT JOIN posts r ON r.post_id = a.repeats_post_id
                WHERE {IsSkipped}
                ORDER BY p.posted_at DESC, p.post_id DESC LIMIT @limit
                """]
                .Set("project", projectId).Set("reason", reason).Set("since", since).Set("limit", limit)
                .ListAsync(r => new SkippedPost(
                    PostRow.Read(r), AssessmentRow.ReadSkip(r, PostRow.ColumnCount), r.TextOrNull(PostRow.ColumnCount + 4), r.Time(PostRow.ColumnCount + 5))), ct);

    public Task<IReadOnlyDictionary<SkipReason, int>> SkipCountsAsync(string projectId, SkipReason? reason, DateTimeOffset? since, CancellationToken ct) =>
        database.ReadAsync<IReadOnlyDictionary<SkipReason, int>>(async session =>
            (await session[$"SELECT a.skip_reason, count(*) FROM assessments a JOIN posts p ON p.post_id = a.post_id WHERE {IsSkipped} GROUP BY a.skip_reason"]
                .Set("project", projectId).Set("reason", reason).Set("since", since)
                .ListAsync(r => KeyValuePair.Create(r.Enum<SkipReason>(0), r.Int(1)))).ToDictionary(), ct);

    public Task<IReadOnlyList<Assessment>> HistoryAsync(string projectId, long postId, CancellationToken ct) =>
        database.ReadAsync<IReadOnlyList<Assessment>>(async session =>
            await session[$"""
                SELECT a.run_id, a.scorer, a.config_hash, a.snapshot_at, r.as_of, {AssessmentRow.ScoreColumns}, {AssessmentRow.SkipColumns}
                FROM assessments a JOIN runs r ON r.run_id = a.run_id WHERE a.project_id = @project AND a.post_id = @post_id ORDER BY a.assessment_id DESC
                """]
                .Set("project", projectId).Set("post_id", postId)
                .ListAsync(r => new Assessment
                {
                    ProjectId = projectId,
                    PostId = postId,
                    RunId = r.Long(0),
                    Scorer = r.Text(1),
                    ConfigHash = r.Text(2),
                    SnapshotAt = r.Time(3),
                    AsOf = r.Time(4),
                    Score = r.IsNull(5) ? null : AssessmentRow.ReadScore(r, 5),
                    Skip = r.IsNull(5) ? AssessmentRow.ReadSkip(r, 5 + AssessmentRow.ScoreColumnCount) : null,
                }), ct);
}
