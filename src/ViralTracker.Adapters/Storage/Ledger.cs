using ViralTracker.Core.Quotas;
using ViralTracker.Core.Spending;
using ViralTracker.Pipeline.Ports;

namespace ViralTracker.Adapters.Storage;

internal sealed class Ledger(SqlDatabase database) : ILedger
{
    private const string Insert = """
        INSERT INTO api_calls (run_id, project_id, provider, key_fingerprint, model_requested, purpose, attempt, state,
            reserved_nanousd, counted_nanousd, reserved_tokens, counted_tokens, typical_tokens, posts, prompt_hash, owner, sent_at)
        VALUES (@run, @project, @provider, @key, @model, @purpose, @attempt, 'reserved',
            @reserved, coalesce(@reserved, 0), @tokens, @tokens, @typical, @posts, @prompt_hash, @owner, @sent_at)
        RETURNING call_id
        """;

    private const string HistoryColumns = """
        posts, posts_answered, coalesce(posts_asked_again, posts - posts_answered), latency_ms, typical_tokens, prompt_tokens, cached_tokens, output_tokens, thoughts_tokens, tool_tokens, model_version,
        outcome = 'blocked'
        """;

    private const string OfModel = """
        provider = @provider AND model_requested = @model AND state = 'settled' AND purpose = 'draft' AND prompt_tokens IS NOT NULL
        ORDER BY call_id DESC LIMIT @count
        """;

    internal const string History = $"SELECT {HistoryColumns} FROM api_calls WHERE {OfModel}";

    internal const string ProjectHistory = $"SELECT {HistoryColumns} FROM api_calls WHERE project_id = @project AND {OfModel}";

    // Longer time-outs do no harm: a living drafter holds leases, and a late answer settles its call.
    private const string Overdue = """
        state = 'reserved' AND sent_at < @overdue
        AND NOT EXISTS (SELECT 1 FROM leases WHERE leases.owner = api_calls.owner AND leases.expires_at > @now)
        """;

    private const string CostOfRun = """
        SELECT count(*), coalesce(sum(cost_nanousd), 0), coalesce(sum(CASE state WHEN 'unknown' THEN counted_nanousd END), 0),
               coalesce(sum(state = 'settled' AND cost_nanousd IS NULL), 0)
        FROM api_calls WHERE run_id = @run AND purpose = @purpose
        """;

    public Task<Reservation> ReserveAsync(
        NewCall call, UsageQuestion question, Func<LedgerUsage, DateTimeOffset, ReserveDecision> decide, Func<DateTimeOffset> clock, CancellationToken ct) =>
        database.WriteAsync(async session =>
        {
            var sentAt = clock();
            var decision = decide(await LedgerUsageReader.ReadAsync(session, question), sentAt);
            if (decision is ReserveDecision.Granted && await LeaseStore.LostAsync(session, call) is { Count: > 0 } lost) decision = new ReserveDecision.LeasesLost(lost);
            return new Reservation(decision, decision is ReserveDecision.Granted ? await InsertAsync(session, call, sentAt) : null);
        }, ct);

    public Task<AnswerSaved> SaveAnswerAsync(AnswerToSave answer, CancellationToken ct) =>
        database.WriteAsync(session => AnswerWriter.SaveAsync(session, answer), ct);

    public async Task<int> AbandonAsync(Func<string, bool> ownerIsGone, DateTimeOffset now, CancellationToken ct) =>
        await Owners.ForEachGoneAsync(database, "SELECT DISTINCT owner FROM api_calls WHERE state = 'reserved'", ownerIsGone, async (session, owner) =>
            await session["UPDATE api_calls SET state = 'unknown' WHERE state = 'reserved' AND owner = @owner"].Set("owner", owner).ExecuteAsync(), ct)
        + await Owners.CleanOverdueAsync(database, "api_calls", "state = 'unknown'", Overdue, _ => false, now, ct);

    public Task<IReadOnlyList<PastCall>> HistoryAsync(string provider, string model, string? projectId, int count, CancellationToken ct) =>
        database.ReadAsync<IReadOnlyList<PastCall>>(async session =>
            await (projectId is null ? session[History] : session[ProjectHistory].Set("project", projectId))
                .Set("provider", provider).Set("model", model).Set("count", count)
                .ListAsync(r => new PastCall(
                    r.Int(0), r.Int(1), r.Int(2), TimeSpan.FromMilliseconds(r.Long(3)), r.LongOrNull(4),
                    new TokenUsage(r.Long(5), r.Long(6), r.Long(7), r.Long(8), r.Long(9)), r.TextOrNull(10), r.Bool(11))), ct);

    public Task<LedgerUsage> UsageAsync(UsageQuestion question, CancellationToken ct) =>
        database.ReadAsync(session => LedgerUsageReader.ReadAsync(session, question), ct);

    public Task<RunCost> CostAsync(long runId, CallPurpose purpose, CancellationToken ct) =>
        database.ReadAsync(async session => (await session[CostOfRun].Set("run", runId).Set("purpose", purpose)
            .ListAsync(r => new RunCost(r.Int(0), new NanoUsd(r.Long(1)), new NanoUsd(r.Long(2)), r.Int(3))))[0], ct);

    private static async ValueTask<long> InsertAsync(SqlSession session, NewCall call, DateTimeOffset sentAt)
    {
        var id = (long)(await session[Insert]
            .Set("run", call.RunId)
            .Set("project", call.ProjectId)
            .Set("provider", call.Key.Provider)
            .Set("key", call.Key.KeyFingerprint)
            .Set("model", call.Key.Model)
            .Set("purpose", call.Purpose)
            .Set("attempt", call.Attempt)
            .Set("reserved", call.Reserved?.Value)
            .Set("tokens", call.ReservedTokens)
            .Set("typical", call.TypicalTokens)
            .Set("posts", call.PostIds.Count)
            .Set("prompt_hash", call.PromptHash)
            .Set("owner", call.Owner)
            .Set("sent_at", sentAt)
            .NumberAsync())!;
        foreach (var post in call.PostIds)
            await session["INSERT INTO call_posts (call_id, post_id) VALUES (@call, @post_id)"].Set("call", id).Set("post_id", post).ExecuteAsync();
        return id;
    }
}
