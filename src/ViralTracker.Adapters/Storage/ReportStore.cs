using ViralTracker.Core.Quotas;
using ViralTracker.Core.Scoring;
using ViralTracker.Core.Spending;
using ViralTracker.Pipeline.Ports;

namespace ViralTracker.Adapters.Storage;

internal sealed class ReportStore(SqlDatabase database) : IReportStore
{
    private const string InRange = """
        (@project IS NULL OR c.project_id = @project) AND (@since IS NULL OR c.sent_at >= @since) AND (@until IS NULL OR c.sent_at < @until)
        AND (@provider IS NULL OR c.provider = @provider)
        """;

    private const string Unpriced =
        "c.state <> 'refused' AND (CASE c.state WHEN 'settled' THEN c.cost_nanousd ELSE c.reserved_nanousd END) IS NULL";

    private const string Calls = $"""
        SELECT c.call_id, c.project_id, c.run_id, coalesce(c.model_version, c.model_requested), c.sent_at,
               c.state <> 'reserved' AND coalesce(c.outcome, '') NOT IN ('ok', 'partial'),
               {Unpriced},
               coalesce(c.prompt_tokens, 0), coalesce(c.cached_tokens, 0), coalesce(c.output_tokens, 0),
               coalesce(c.thoughts_tokens, 0), coalesce(c.tool_tokens, 0),
               coalesce(c.cost_nanousd, 0), c.counted_nanousd - coalesce(c.cost_nanousd, 0),
               c.provider = '{QuotaKey.Cache}'
        FROM api_calls c WHERE {InRange} ORDER BY c.call_id
        """;

    private const string Posts = $"""
        SELECT cp.call_id, cp.post_id, p.native_id,
               (SELECT s.topic FROM assessments s WHERE s.project_id = c.project_id AND s.post_id = cp.post_id AND s.skip_reason IS NULL
                ORDER BY s.assessment_id DESC LIMIT 1),
               cp.cost_nanousd,
               (SELECT count(*) FROM drafts d WHERE d.call_id = cp.call_id AND d.post_id = cp.post_id AND d.state = 'offered')
        FROM api_calls c JOIN call_posts cp ON cp.call_id = c.call_id JOIN posts p ON p.post_id = cp.post_id
        WHERE {InRange} ORDER BY cp.call_id, cp.post_id
        """;

    // A class: generic code over structs is compiled at start-up, and `vt status` waits for it.
    private sealed record ProjectCounts(string Project, DraftCounts Counts);

    // By project first, which CROSS JOIN says: the index on calls begins with it. A refused call costs nothing, whatever its price.
    internal const string Spend = $"""
        SELECT coalesce(sum(CASE WHEN c.sent_at >= @day THEN c.cost_nanousd END), 0), coalesce(sum(c.cost_nanousd), 0),
               coalesce(sum(c.state = 'reserved'), 0), coalesce(sum(CASE c.state WHEN 'reserved' THEN c.counted_nanousd END), 0),
               coalesce(sum(c.state = 'unknown'), 0), coalesce(sum(CASE c.state WHEN 'unknown' THEN c.counted_nanousd END), 0),
               coalesce(sum({Unpriced}), 0), coalesce(sum({Unpriced} AND c.sent_at >= @day), 0)
        FROM projects p CROSS JOIN api_calls c ON c.project_id = p.project_id AND c.sent_at >= @month
        """;

    private const string AnsweredElsewhere = $"EXISTS (SELECT 1 FROM drafts d WHERE d.post_id = p.post_id AND d.status = 'posted' AND d.{Projects.OfAccount})";

    private const string NewestScores = $"""
        FROM assessments a JOIN posts p ON p.post_id = a.post_id
        WHERE a.project_id = @project AND a.skip_reason IS NULL AND a.as_of >= @since AND a.as_of <= @until AND {AssessmentRow.IsNewestScore}
        """;

    // A post counts by the furthest any of its drafts got: posting one closes the others as skipped, also those of the account's other projects.
    private const string Judged = $"""
        SELECT {AssessmentRow.ScoreColumns},
               coalesce((SELECT CASE min(CASE d.status WHEN 'posted' THEN 0 WHEN 'exported' THEN 1 WHEN 'pending' THEN 2 ELSE CASE WHEN {AnsweredElsewhere} THEN 0 ELSE 3 END END)
                                WHEN 0 THEN 'posted' WHEN 1 THEN 'exported' WHEN 2 THEN 'pending' WHEN 3 THEN 'skipped' END
                         FROM drafts d
                         WHERE d.project_id = @project AND d.post_id = p.post_id AND {Drafts.IsOffered}), 'not_drafted')
        {NewestScores} AND a.scorer = @scorer
        """;

    public Task<IReadOnlyList<JudgedScore>> JudgedScoresAsync(JudgedQuery query, CancellationToken ct) =>
        database.ReadAsync<IReadOnlyList<JudgedScore>>(async session =>
            await SetJudged(session[Judged], query)
                .ListAsync(r => new JudgedScore(AssessmentRow.ReadScore(r, 0), r.Enum<PostFate>(AssessmentRow.ScoreColumnCount))), ct);

    public Task<IReadOnlyDictionary<string, int>> OtherScorersAsync(JudgedQuery query, CancellationToken ct) =>
        database.ReadAsync<IReadOnlyDictionary<string, int>>(async session =>
            (await SetJudged(session[$"SELECT a.scorer, count(*) {NewestScores} AND a.scorer <> @scorer GROUP BY a.scorer"], query)
                .ListAsync(r => KeyValuePair.Create(r.Text(0), r.Int(1)))).ToDictionary(), ct);

    public Task<IReadOnlyList<CostRow>> CostsAsync(CostQuery query, CancellationToken ct) =>
        database.ReadAsync(async session =>
        {
            // The posts first: a call made between the two questions then shows without posts, and no cost is lost.
            var posts = (await SetRange(session[Posts], query).ListAsync(r => (Call: r.Long(0), Post: ReadPost(r)))).ToLookup(p => p.Call, p => p.Post);
            var report = new CostReport(query.By, query.Zone);
            await using var rows = await SetRange(session[Calls], query).QueryAsync();
            while (await rows.ReadAsync())
            {
                ct.ThrowIfCancellationRequested();
                var call = ReadCall(rows);
                report.Add(call, [.. posts[call.CallId]]);
            }
            return report.Rows();
        }, ct);

    public Task<IReadOnlyList<string>> PaidProvidersAsync(CancellationToken ct) =>
        database.ReadAsync<IReadOnlyList<string>>(async session =>
            await session["SELECT DISTINCT provider FROM api_calls WHERE counted_nanousd > 0 ORDER BY provider"].ListAsync(r => r.Text(0)), ct);

    public Task<IReadOnlyDictionary<string, DraftCounts>> DraftCountsAsync(CancellationToken ct) =>
        database.ReadAsync<IReadOnlyDictionary<string, DraftCounts>>(async session =>
            (await session[$"""
                SELECT d.project_id, sum(d.status = 'pending'), sum(d.status = 'exported'), sum(d.status = 'posted'), sum(d.status = 'skipped') FROM drafts d
                WHERE {Drafts.IsOffered} AND (d.status = 'posted' OR {Drafts.IsNewestVersion})
                GROUP BY d.project_id
                """].ListAsync(r => new ProjectCounts(r.Text(0), new DraftCounts(r.Int(1), r.Int(2), r.Int(3), r.Int(4)))))
            .ToDictionary(p => p.Project, p => p.Counts), ct);

    public Task<SpendStatus> SpendStatusAsync(DateTimeOffset day, DateTimeOffset month, CancellationToken ct) =>
        database.ReadAsync(async session =>
            (await session[Spend].Set("day", day).Set("month", month).ListAsync(r =>
                new SpendStatus(new NanoUsd(r.Long(0)), new NanoUsd(r.Long(1)), new OpenCalls(r.Int(2), new NanoUsd(r.Long(3)), r.Int(4), new NanoUsd(r.Long(5)), r.Int(6), r.Int(7)))))[0], ct);

    private static SqlStatement SetRange(SqlStatement statement, CostQuery query) =>
        statement.Set("project", query.ProjectId).Set("since", query.Since).Set("until", query.Until).Set("provider", query.Provider);

    private static SqlStatement SetJudged(SqlStatement statement, JudgedQuery query) =>
        statement.Set("project", query.ProjectId).Set("scorer", query.Scorer).Set("since", query.Since).Set("until", query.Until);

    private static CostedCall ReadCall(SqlRows r) => new()
    {
        CallId = r.Long(0),
        ProjectId = r.Text(1),
        RunId = r.Long(2),
        Model = r.Text(3),
        SentAt = r.Time(4),
        Failed = r.Bool(5),
        Unpriced = r.Bool(6),
        Tokens = new TokenUsage(r.Long(7), r.Long(8), r.Long(9), r.Long(10), r.Long(11)),
        Cost = new NanoUsd(r.Long(12)),
        Open = new NanoUsd(r.Long(13)),
        FromCache = r.Bool(14),
    };

    private static CostedPost ReadPost(SqlRows r) =>
        new(r.Long(1), r.Text(2), r.TextOrNull(3), r.LongOrNull(4) is { } share ? new NanoUsd(share) : null, r.Int(5));
}
