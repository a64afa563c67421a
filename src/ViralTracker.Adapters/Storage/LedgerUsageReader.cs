using ViralTracker.Core.Quotas;
using ViralTracker.Core.Spending;

namespace ViralTracker.Adapters.Storage;

/// <summary>Answers a <see cref="UsageQuestion"/> from the ledger's rows; reads only what is asked.</summary>
internal static class LedgerUsageReader
{
    private const string OfKey = $"provider = @provider AND key_fingerprint = @key AND model_requested IN ({ModelNames.OfTheSame})";

    private const string OfKeySince = $"{OfKey} AND sent_at >= @since";

    private const string Window = $"SELECT call_id, sent_at, counted_tokens FROM api_calls WHERE {OfKeySince} ORDER BY sent_at";

    // By id: the few newest rows, which the index on dates would not find among those of an hour before.
    private const string DatedBefore = $"SELECT call_id, sent_at, counted_tokens FROM api_calls NOT INDEXED WHERE call_id > @after AND {OfKey} AND sent_at < @since";

    private const string InSpendWindow = $"{OfKeySince} AND (@until IS NULL OR sent_at <= @until)";

    private const string SpendWindow = $"SELECT coalesce(sum(counted_nanousd), 0) FROM api_calls WHERE {InSpendWindow}";

    // From the newest call back: the first with which the spend is more than may stay.
    private const string FreedBy = $"""
        SELECT sent_at FROM (SELECT sent_at, sum(counted_nanousd) OVER (ORDER BY sent_at DESC, call_id DESC) AS spent FROM api_calls WHERE {InSpendWindow})
        WHERE spent > @room ORDER BY spent, sent_at DESC LIMIT 1
        """;

    private const string Open = """
        SELECT coalesce(sum(reserved_nanousd), 0), coalesce(sum(CASE WHEN run_id = @run THEN reserved_nanousd END), 0)
        FROM api_calls WHERE state = 'reserved' AND project_id = @project
        """;

    private const string OfProject = "SELECT coalesce(sum(counted_nanousd), 0) FROM api_calls WHERE project_id = @project AND sent_at >= @since";

    // Through the runs, which are few: the project's calls are summed from an index alone, and it does not hold their runs.
    private const string OfUnfollowed = """
        SELECT coalesce(sum(counted_nanousd), 0) FROM api_calls
        WHERE sent_at >= @since AND run_id IN (
            SELECT run_id FROM runs WHERE project_id = @project AND outcome = 'crashed' AND run_id > coalesce((
                SELECT run_id FROM runs r
                WHERE project_id = @project AND outcome NOT IN ('running', 'crashed') AND EXISTS (SELECT 1 FROM api_calls c WHERE c.run_id = r.run_id)
                ORDER BY run_id DESC LIMIT 1), 0))
        """;

    private const string Embedding = "SELECT max(call_id) FROM api_calls WHERE state = 'reserved' AND purpose = 'embed' AND model_requested = @model";

    public static async Task<LedgerUsage> ReadAsync(SqlSession session, UsageQuestion question)
    {
        var spent = question.SpendWindowSince is { } spend
            ? await MoneyAsync(Of(session[SpendWindow], question.Key, spend).Set("until", question.SpendWindowUntil))
            : NanoUsd.Zero;
        var (open, openInRun) = await OpenAsync(session, question.ProjectId, question.RunId);
        return new()
        {
            Window = question.WindowSince is { } window ? await WindowAsync(session, question, window) : [],
            NewestCall = question.WindowSince is null ? null : await session["SELECT max(call_id) FROM api_calls"].NumberAsync() ?? 0,
            Models = question.WindowSince is null ? [] : await ModelNames.OfAsync(session, question.Key),
            SentInQuotaDay = question.QuotaDaySince is { } day
                ? (int)(await Of(session[$"SELECT count(*) FROM api_calls WHERE {OfKeySince}"], question.Key, day).NumberAsync() ?? 0)
                : 0,
            SpentInSpendWindow = spent,
            SpendFreedBy = question.SpendRoom is { } room && spent > room ? await FreedByAsync(session, question, room) : null,
            SpentInRun = question.RunId is { } run
                ? await MoneyAsync(session["SELECT coalesce(sum(counted_nanousd), 0) FROM api_calls WHERE run_id = @run"].Set("run", run))
                : NanoUsd.Zero,
            SpentInDay = await OfProjectAsync(session, question, question.BudgetDaySince),
            SpentInMonth = await OfProjectAsync(session, question, question.BudgetMonthSince),
            OpenReservations = open,
            OpenInRun = openInRun,
            Settled = question.Settled ? await SettledAsync(session, question) : null,
            IsEmbedded = question.Texts is { } texts && await EmbeddingStore.HasAnyAsync(session, question.Key.Model, texts),
            Embedding = question.Texts is null ? null : await session[Embedding].Set("model", question.Key.Model).NumberAsync(),
        };
    }

    private static async ValueTask<SettledSpend> SettledAsync(SqlSession session, UsageQuestion question)
    {
        return new(
            question.RunId is { } run ? await MoneyAsync(session["SELECT coalesce(sum(cost_nanousd), 0) FROM api_calls WHERE run_id = @run"].Set("run", run)) : NanoUsd.Zero,
            await SinceAsync(question.BudgetDaySince), await SinceAsync(question.BudgetMonthSince));

        async ValueTask<NanoUsd> SinceAsync(DateTimeOffset? since) => question.ProjectId is null || since is null ? NanoUsd.Zero
            : await MoneyAsync(session["SELECT coalesce(sum(cost_nanousd), 0) FROM api_calls WHERE project_id = @project AND sent_at >= @since"].Set("project", question.ProjectId).Set("since", since));
    }

    private static async ValueTask<IReadOnlyList<SentCall>> WindowAsync(SqlSession session, UsageQuestion question, DateTimeOffset since)
    {
        var calls = await Of(session[Window], question.Key, since).ListAsync(Read);
        if (question.AfterCall is { } after)
            calls.InsertRange(0, await Of(session[DatedBefore], question.Key, since).Set("after", after).ListAsync(Read));
        return calls;

        static SentCall Read(SqlRows r) => new(r.Long(0), r.Time(1), r.Long(2));
    }

    private static async ValueTask<DateTimeOffset?> FreedByAsync(SqlSession session, UsageQuestion question, NanoUsd room) =>
        question.SpendWindowSince is { } since
        && await Of(session[FreedBy], question.Key, since).Set("until", question.SpendWindowUntil).Set("room", room.Value).ListAsync(r => r.Time(0)) is [var sent] ? sent : null;

    private static SqlStatement Of(SqlStatement statement, QuotaKey key, DateTimeOffset since) =>
        statement.Set("provider", key.Provider).Set("key", key.KeyFingerprint).Set("model", key.Model).Set("since", since);

    private static async ValueTask<(NanoUsd Project, NanoUsd Run)> OpenAsync(SqlSession session, string? projectId, long? runId) =>
        projectId is null
            ? default
            : (await session[Open].Set("project", projectId).Set("run", runId).ListAsync(r => (new NanoUsd(r.Long(0)), new NanoUsd(r.Long(1)))))[0];

    private static async ValueTask<NanoUsd> OfProjectAsync(SqlSession session, UsageQuestion question, DateTimeOffset? since)
    {
        if (question.ProjectId is null || since is null) return NanoUsd.Zero;
        var spent = await SumAsync(OfProject);
        return question.SeenByRuns ? spent - await SumAsync(OfUnfollowed) : spent;

        ValueTask<NanoUsd> SumAsync(string sum) => MoneyAsync(session[sum].Set("project", question.ProjectId).Set("since", since));
    }

    private static async ValueTask<NanoUsd> MoneyAsync(SqlStatement statement) => new(await statement.NumberAsync() ?? 0);
}
