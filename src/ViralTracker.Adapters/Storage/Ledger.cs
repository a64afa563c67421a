using ViralTracker.Core.Quotas;
using ViralTracker.Pipeline.Ports;

namespace ViralTracker.Adapters.Storage;

internal sealed class Ledger(SqlDatabase database) : ILedger
{
    private const string Insert = """
        INSERT INTO api_calls (run_id, project_id, provider, key_fingerprint, model_requested, purpose, attempt, state,
            reserved_nanousd, counted_nanousd, reserved_tokens, counted_tokens, prompt_hash, owner, sent_at)
        VALUES (@run, @project, @provider, @key, @model, @purpose, @attempt, 'reserved',
            @reserved, coalesce(@reserved, 0), @tokens, @tokens, @prompt_hash, @owner, @sent_at)
        RETURNING call_id
        """;

    public Task<Reservation> ReserveAsync(
        NewCall call, UsageQuestion question, Func<LedgerUsage, DateTimeOffset, ReserveDecision> decide, Func<DateTimeOffset> clock, CancellationToken ct) =>
        database.WriteAsync(async session =>
        {
            var sentAt = clock();
            var decision = decide(await LedgerUsageReader.ReadAsync(session, question), sentAt);
            return new Reservation(decision, decision is ReserveDecision.Granted ? await InsertAsync(session, call, sentAt) : null);
        }, ct);

    public Task<AnswerSaved> SaveAnswerAsync(AnswerToSave answer, CancellationToken ct) =>
        database.WriteAsync(session => AnswerWriter.SaveAsync(session, answer), ct);

    public Task<int> AbandonAsync(Func<string, bool> ownerIsGone, CancellationToken ct) =>
        Owners.ForEachGoneAsync(database, "SELECT DISTINCT owner FROM api_calls WHERE state = 'reserved'", ownerIsGone, async (session, owner) =>
            await session["UPDATE api_calls SET state = 'unknown' WHERE state = 'reserved' AND owner = @owner"].Set("owner", owner).ExecuteAsync(), ct);

    public Task<LedgerUsage> UsageAsync(UsageQuestion question, CancellationToken ct) =>
        database.ReadAsync(session => LedgerUsageReader.ReadAsync(session, question), ct);

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
            .Set("prompt_hash", call.PromptHash)
            .Set("owner", call.Owner)
            .Set("sent_at", sentAt)
            .NumberAsync())!;
        foreach (var post in call.PostIds)
            await session["INSERT INTO call_posts (call_id, post_id) VALUES (@call, @post_id)"].Set("call", id).Set("post_id", post).ExecuteAsync();
        return id;
    }
}
