using ViralTracker.Core.Quotas;
using ViralTracker.Core.Spending;

namespace ViralTracker.Adapters.Storage;

/// <summary>Answers a <see cref="UsageQuestion"/> from the ledger's rows; reads only what is asked.</summary>
internal static class LedgerUsageReader
{
    // Counting tokens is no generation: providers limit it apart.
    private const string OfKey = """
        provider = @provider AND key_fingerprint = @key AND model_requested = @model AND sent_at >= @since AND purpose <> 'count_tokens'
        """;

    private const string Window = $"""
        SELECT sent_at, counted_tokens FROM api_calls WHERE {OfKey} ORDER BY sent_at
        """;

    private const string Open = "SELECT coalesce(sum(reserved_nanousd), 0) FROM api_calls WHERE state = 'reserved' AND project_id = @project";

    public static async Task<LedgerUsage> ReadAsync(SqlSession session, UsageQuestion question) => new()
    {
        Window = question.WindowSince is { } window
            ? await OfKeySince(session, Window, question.Key, window).ListAsync(r => new SentCall(r.Time(0), r.Long(1)))
            : [],
        SentInQuotaDay = question.QuotaDaySince is { } day
            ? (int)(await OfKeySince(session, $"SELECT count(*) FROM api_calls WHERE {OfKey}", question.Key, day).NumberAsync() ?? 0)
            : 0,
        SpentInSpendWindow = question.SpendWindowSince is { } spend
            ? await MoneyAsync(OfKeySince(session, $"SELECT coalesce(sum(counted_nanousd), 0) FROM api_calls WHERE {OfKey}", question.Key, spend))
            : NanoUsd.Zero,
        SpentInRun = question.RunId is { } run
            ? await MoneyAsync(session["SELECT coalesce(sum(counted_nanousd), 0) FROM api_calls WHERE run_id = @run"].Set("run", run))
            : NanoUsd.Zero,
        SpentInDay = await OfProjectAsync(session, question.ProjectId, question.BudgetDaySince),
        SpentInMonth = await OfProjectAsync(session, question.ProjectId, question.BudgetMonthSince),
        OpenReservations = question.ProjectId is { } project
            ? await MoneyAsync(session[Open].Set("project", project))
            : NanoUsd.Zero,
    };

    private static SqlStatement OfKeySince(SqlSession session, string sql, QuotaKey key, DateTimeOffset since) =>
        session[sql].Set("provider", key.Provider).Set("key", key.KeyFingerprint).Set("model", key.Model).Set("since", since);

    private static async ValueTask<NanoUsd> OfProjectAsync(SqlSession session, string? projectId, DateTimeOffset? since) =>
        projectId is null || since is null
            ? NanoUsd.Zero
            : await MoneyAsync(session["SELECT coalesce(sum(counted_nanousd), 0) FROM api_calls WHERE project_id = @project AND sent_at >= @since"]
                .Set("project", projectId).Set("since", since));

    private static async ValueTask<NanoUsd> MoneyAsync(SqlStatement statement) => new(await statement.NumberAsync() ?? 0);
}
