using ViralTracker.Core.Spending;

namespace ViralTracker.Core.Quotas;

/// <summary>Where a limit comes from.</summary>
public enum LimitSource
{
    Tier,
    Project,
    Command,
}

/// <summary>Limits of a key and model; 0 is none.</summary>
public sealed record QuotaLimits
{
    /// <summary>Where neither project, command nor tier says: the free tier of a flash-lite model.</summary>
    public int RequestsPerMinute { get; init; } = 15;

    public long TokensPerMinute { get; init; }
    public int RequestsPerDay { get; init; }

    /// <summary>Who set <see cref="RequestsPerDay"/>.</summary>
    public LimitSource RequestsPerDayFrom { get; init; }
    public NanoUsd SpendPerTenMinutes { get; init; }

    /// <summary>
    /// Two calls sent 60 s apart may arrive closer together when the first one's way to the server was slower. A second is more than
    /// connections to a provider vary by while they are alive.
    /// </summary>
    public TimeSpan Margin { get; init; } = TimeSpan.FromSeconds(1);

    /// <summary>So long a call counts.</summary>
    public TimeSpan Window => TimeSpan.FromMinutes(1) + Margin;

    public static QuotaLimits None { get; } = new() { RequestsPerMinute = 0 };
}

/// <summary>Money a run, and a project in its day and month, may spend; null is no bound.</summary>
public sealed record BudgetLimits(NanoUsd? Run = null, NanoUsd? Day = null, NanoUsd? Month = null)
{
    public bool Any => Run is not null || Day is not null || Month is not null;

    public NanoUsd? Of(ExhaustedLimit limit) => limit switch
    {
        ExhaustedLimit.RunBudget => Run,
        ExhaustedLimit.DayBudget => Day,
        ExhaustedLimit.MonthBudget => Month,
        _ => null,
    };
}

/// <summary>Whether one more call fits the quota and the budget now. Pure; the ledger asks it inside the transaction that writes the call.</summary>
public static class QuotaDecider
{
    /// <param name="reserve">Worst-case cost; null when unpriced, which no budget can bound.</param>
    /// <param name="tokens">Estimated input tokens.</param>
    public static ReserveDecision Decide(
        QuotaLimits limits, BudgetLimits budgets, LedgerUsage usage, NanoUsd? reserve, long tokens, DateTimeOffset now)
    {
        if (Budget(budgets, usage, reserve ?? NanoUsd.Zero) is { } exhausted) return exhausted;
        if (limits.RequestsPerDay > 0 && usage.SentInQuotaDay >= limits.RequestsPerDay)
            return new ReserveDecision.Exhausted(ExhaustedLimit.RequestsPerDay, MayFreeUp: false);
        if (RequestsFreeAt(limits, usage) is { } requestsAt && requestsAt > now)
            return new ReserveDecision.WaitFor(requestsAt, WaitReason.RequestsPerMinute);
        if (TokensFreeAt(limits, usage, tokens) is { } tokensAt && tokensAt > now)
            return new ReserveDecision.WaitFor(tokensAt, WaitReason.TokensPerMinute);
        if (limits.SpendPerTenMinutes > NanoUsd.Zero && usage.SpentInSpendWindow > NanoUsd.Zero
            && usage.SpentInSpendWindow + (reserve ?? NanoUsd.Zero) > limits.SpendPerTenMinutes)
            return new ReserveDecision.WaitFor(SpendFreeAt(usage, now), WaitReason.SpendPerTenMinutes);
        return ReserveDecision.Yes;
    }

    /// <summary>The moment from which the request window has a free place; null when it has one.</summary>
    private static DateTimeOffset? RequestsFreeAt(QuotaLimits limits, LedgerUsage usage) =>
        limits.RequestsPerMinute > 0 && usage.Window.Count >= limits.RequestsPerMinute
            ? usage.Window[^limits.RequestsPerMinute].SentAt + limits.Window + usage.GivenWay
            : null;

    /// <summary>The moment from which <paramref name="tokens"/> fit; a call larger than the whole limit goes alone.</summary>
    private static DateTimeOffset? TokensFreeAt(QuotaLimits limits, LedgerUsage usage, long tokens)
    {
        if (limits.TokensPerMinute <= 0) return null;
        var sum = usage.Window.Sum(call => call.Tokens);
        foreach (var call in usage.Window)
        {
            if (sum + tokens <= limits.TokensPerMinute) return null;
            sum -= call.Tokens;
            if (sum + tokens <= limits.TokensPerMinute || sum == 0) return call.SentAt + limits.Window + usage.GivenWay;
        }
        return null;
    }

    /// <summary>The moment from which the spend fits; a call dated ahead by another clock is waited for one window at most.</summary>
    private static DateTimeOffset SpendFreeAt(LedgerUsage usage, DateTimeOffset now) =>
        (usage.SpendFreedBy is { } sent && sent < now ? sent : now) + LedgerView.SpendWindow;

    private static ReserveDecision.Exhausted? Budget(BudgetLimits budgets, LedgerUsage usage, NanoUsd reserve)
    {
        if (budgets.Run is { } run && usage.SpentInRun + reserve > run)
            return new ReserveDecision.Exhausted(ExhaustedLimit.RunBudget, MayFreeUp: usage.OpenInRun > NanoUsd.Zero);
        var mayFreeUp = usage.OpenReservations > NanoUsd.Zero;
        if (budgets.Day is { } day && usage.SpentInDay + reserve > day)
            return new ReserveDecision.Exhausted(ExhaustedLimit.DayBudget, mayFreeUp);
        if (budgets.Month is { } month && usage.SpentInMonth + reserve > month)
            return new ReserveDecision.Exhausted(ExhaustedLimit.MonthBudget, mayFreeUp);
        return null;
    }
}
