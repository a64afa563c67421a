using ViralTracker.Pipeline.Ports;

namespace ViralTracker.Adapters.Storage;

internal sealed class RunStore(SqlDatabase database) : IRunStore
{
    // A living run of another host that only waits is marked too soon and loses nothing: its end is written over the mark.
    private const string Overdue = """
        outcome = 'running' AND started_at < @overdue
        AND NOT EXISTS (SELECT 1 FROM leases WHERE leases.owner = runs.owner AND leases.expires_at > @now)
        AND NOT EXISTS (SELECT 1 FROM api_calls WHERE api_calls.run_id = runs.run_id AND api_calls.sent_at >= @overdue)
        """;

    private const string Columns = """
        run_id, project_id, command, started_at, finished_at, outcome, counts, as_of, arguments,
        CASE outcome WHEN 'running' THEN coalesce((SELECT max(sent_at) FROM api_calls WHERE api_calls.run_id = runs.run_id), started_at) END
        """;

    // In this order, which CROSS JOIN says: not all that was ever settled for each call.
    internal const string Settled = $"""
        SELECT d.post_id, json_extract(d.provenance, '$.question')
        FROM api_calls c JOIN drafts d ON d.call_id = c.call_id
        WHERE c.run_id = @run AND {Drafts.IsOffered}
        UNION
        SELECT s.post_id, s.config_hash
        FROM api_calls c CROSS JOIN call_posts a ON a.call_id = c.call_id CROSS JOIN assessments s ON s.project_id = c.project_id AND s.post_id = a.post_id AND s.run_id = c.run_id
        WHERE c.run_id = @run AND {AssessmentRow.IsSettled}
        """;

    public Task<long> BeginAsync(NewRun run, CancellationToken ct) =>
        database.WriteAsync(async session =>
        {
            await Projects.EnsureAsync(session, run.ProjectId);
            await Projects.PostAsAsync(session, run.ProjectId, run.AccountId);
            return (long)(await session["""
                INSERT INTO runs (project_id, command, arguments, owner, started_at, as_of, outcome)
                VALUES (@project, @command, @arguments, @owner, @started_at, @as_of, @outcome) RETURNING run_id
                """]
                .Set("project", run.ProjectId).Set("command", run.Command).Set("arguments", run.ArgumentsJson).Set("owner", run.Owner)
                .Set("started_at", run.StartedAt).Set("as_of", run.AsOf).Set("outcome", RunOutcome.Running).NumberAsync())!;
        }, ct);

    public Task FinishAsync(long runId, RunOutcome outcome, string countsJson, DateTimeOffset at, CancellationToken ct) =>
        database.WriteAsync(async session =>
            await session["UPDATE runs SET outcome = @outcome, counts = @counts, finished_at = @at WHERE run_id = @run"]
                .Set("run", runId).Set("outcome", outcome).Set("counts", countsJson).Set("at", at).ExecuteAsync(), ct);

    public async Task<int> AbandonAsync(Func<string, bool> ownerIsGone, Func<string, bool> ownerLives, DateTimeOffset at, CancellationToken ct) =>
        await Owners.ForEachGoneAsync(database, "SELECT DISTINCT owner FROM runs WHERE outcome = 'running'", ownerIsGone, async (session, owner) =>
            await session["UPDATE runs SET outcome = 'crashed', finished_at = @at WHERE outcome = 'running' AND owner = @owner"]
                .Set("owner", owner).Set("at", at).ExecuteAsync(), ct)
        + await Owners.CleanOverdueAsync(database, "runs", "outcome = 'crashed', finished_at = @now", Overdue, ownerLives, at, ct);

    public Task<IReadOnlyList<RunRecord>> LatestAsync(string? projectId, int count, CancellationToken ct) =>
        database.ReadAsync<IReadOnlyList<RunRecord>>(async session =>
            await session[$"SELECT {Columns} FROM runs WHERE {(projectId is null ? "@project IS NULL" : "project_id = @project")} ORDER BY run_id DESC LIMIT @count"]
                .Set("project", projectId).Set("count", count).ListAsync(Read), ct);

    public Task<IReadOnlyList<RunRecord>> SinceAsync(string projectId, string command, DateTimeOffset since, CancellationToken ct) =>
        database.ReadAsync<IReadOnlyList<RunRecord>>(async session =>
            await session[$"SELECT {Columns} FROM runs WHERE project_id = @project AND command = @command AND started_at >= @since ORDER BY run_id DESC"]
                .Set("project", projectId).Set("command", command).Set("since", since).ListAsync(Read), ct);

    public Task<IReadOnlyList<SettledPost>> SettledAsync(IReadOnlyCollection<long> runIds, CancellationToken ct) =>
        database.ReadAsync<IReadOnlyList<SettledPost>>(async session =>
        {
            var posts = new List<SettledPost>();
            foreach (var run in runIds)
                posts.AddRange(await session[Settled].Set("run", run).ListAsync(r => new SettledPost(r.Long(0), run, r.TextOrNull(1))));
            return posts;
        }, ct);

    private static RunRecord Read(SqlRows r) =>
        new(r.Long(0), r.Text(1), r.Text(2), r.Time(3), r.TimeOrNull(4), r.Enum<RunOutcome>(5), r.TextOrNull(6), r.Time(7), r.Text(8)) { LastSign = r.TimeOrNull(9) };
}
