using ViralTracker.Pipeline.Ports;

namespace ViralTracker.Adapters.Storage;

internal sealed class RunStore(SqlDatabase database) : IRunStore
{
    // A living run that only waits is marked too soon and loses nothing: its end is written over the mark.
    private const string Overdue = """
        outcome = 'running' AND started_at < @overdue
        AND NOT EXISTS (SELECT 1 FROM leases WHERE leases.owner = runs.owner AND leases.expires_at > @now)
        AND NOT EXISTS (SELECT 1 FROM api_calls WHERE api_calls.run_id = runs.run_id AND api_calls.sent_at >= @overdue)
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

    public async Task<int> AbandonAsync(Func<string, bool> ownerIsGone, DateTimeOffset at, CancellationToken ct) =>
        await Owners.ForEachGoneAsync(database, "SELECT DISTINCT owner FROM runs WHERE outcome = 'running'", ownerIsGone, async (session, owner) =>
            await session["UPDATE runs SET outcome = 'crashed', finished_at = @at WHERE outcome = 'running' AND owner = @owner"]
                .Set("owner", owner).Set("at", at).ExecuteAsync(), ct)
        + await Owners.CleanOverdueAsync(database, "runs", "outcome = 'crashed', finished_at = @now", Overdue, at, ct);

    public Task<IReadOnlyList<RunRecord>> LatestAsync(string? projectId, int count, CancellationToken ct) =>
        database.ReadAsync<IReadOnlyList<RunRecord>>(async session =>
            await session[$"""
                SELECT run_id, project_id, command, started_at, finished_at, outcome, counts, as_of, arguments FROM runs
                WHERE {(projectId is null ? "@project IS NULL" : "project_id = @project")} ORDER BY run_id DESC LIMIT @count
                """]
                .Set("project", projectId).Set("count", count)
                .ListAsync(r => new RunRecord(r.Long(0), r.Text(1), r.Text(2), r.Time(3), r.TimeOrNull(4), r.Enum<RunOutcome>(5), r.TextOrNull(6), r.Time(7), r.Text(8))), ct);
}
