using ViralTracker.Core.Posts;
using ViralTracker.Core.Spending;

namespace ViralTracker.Core.Quotas;

/// <summary>Limits hold per provider, key and model, over all projects.</summary>
/// <param name="KeyFingerprint">First 8 hex digits of the key's SHA-256; empty where there is no key.</param>
/// <param name="Model">The model asked for. An alias and the model that answers it have one quota; the ledger tells which those are.</param>
public sealed record QuotaKey(string Provider, string KeyFingerprint, string Model)
{
    /// <summary>Calls of this provider in the ledger are answers paid for before; they cost nothing and touch no quota.</summary>
    public const string Cache = "cache";
}

/// <summary>
/// What to read from the ledger before deciding on a call. Moments are wall-clock UTC.
/// Null: there is no such limit, and its part of the answer is empty without being read.
/// </summary>
public sealed record UsageQuestion
{
    public required QuotaKey Key { get; init; }

    /// <summary>Start of the rolling window for requests and tokens (now − 60 s − margin).</summary>
    public DateTimeOffset? WindowSince { get; init; }

    /// <summary>Calls written after this one belong to the window whatever their date: <see cref="LedgerView.Newest"/>. Null: dates decide.</summary>
    public long? AfterCall { get; init; }

    /// <summary>When the provider's quota day began (midnight Pacific).</summary>
    public DateTimeOffset? QuotaDaySince { get; init; }

    /// <summary>Start of the rolling window for spend (now − 10 min).</summary>
    public DateTimeOffset? SpendWindowSince { get; init; }

    /// <summary>Calls dated later do not count in the window for spend: <see cref="LedgerView.SpendUntil"/>. Null: all do.</summary>
    public DateTimeOffset? SpendWindowUntil { get; init; }

    /// <summary>Spend that may stay in that window beside the next call; may be negative. Null: nobody asks when it will be so little.</summary>
    public NanoUsd? SpendRoom { get; init; }

    public string? ProjectId { get; init; }
    public long? RunId { get; init; }

    /// <summary>Start of the budget's day and month in the workspace's time zone.</summary>
    public DateTimeOffset? BudgetDaySince { get; init; }
    public DateTimeOffset? BudgetMonthSince { get; init; }

    /// <summary>
    /// The project's spend without that of killed runs after which no run with calls of its own has come to its end: nobody may have said
    /// what budgets they reached.
    /// </summary>
    public bool SeenByRuns { get; init; }

    /// <summary>Also how much of the spend of run, day and month is settled: for saying why a run stops.</summary>
    public bool Settled { get; init; }

    /// <summary>Texts that the key's model is to embed. Null: the call is for something else.</summary>
    public IReadOnlyCollection<TextKey>? Texts { get; init; }
}

/// <summary>One call inside the rolling window.</summary>
/// <param name="Id">Ids grow in the order in which calls were sent, whatever the clocks of their senders say.</param>
/// <param name="Tokens">Input tokens: as settled, else as reserved.</param>
public readonly record struct SentCall(long Id, DateTimeOffset SentAt, long Tokens);

/// <summary>What the ledger says. Spend counts settled costs, and the reservation of calls that are open, unknown or answered without a price.</summary>
public sealed record LedgerUsage
{
    /// <summary>Calls of the key sent in the window, oldest first; refused ones included.</summary>
    public required IReadOnlyList<SentCall> Window { get; init; }

    /// <summary>Id of the newest call of all keys, 0 without one; null where the window was not asked for.</summary>
    public long? NewestCall { get; init; }

    /// <summary>The names of models whose calls those are, in order; empty where the window was not asked for.</summary>
    public IReadOnlyList<string> Models { get; init; } = [];

    /// <summary>How much longer calls stay in the window for this process than for one that sent none of them.</summary>
    public TimeSpan GivenWay { get; init; }
    public required int SentInQuotaDay { get; init; }
    public required NanoUsd SpentInSpendWindow { get; init; }

    /// <summary>When the call was sent that leaves <see cref="UsageQuestion.SpendRoom"/> as it leaves the window; null: there is room, or nobody asked.</summary>
    public DateTimeOffset? SpendFreedBy { get; init; }
    public required NanoUsd SpentInRun { get; init; }

    /// <summary>Of the project, in the budget's day and month.</summary>
    public required NanoUsd SpentInDay { get; init; }
    public required NanoUsd SpentInMonth { get; init; }

    /// <summary>The part of the project's spend that is only reserved: it may come back.</summary>
    public required NanoUsd OpenReservations { get; init; }

    /// <summary>The part of <see cref="OpenReservations"/> that is the run's own.</summary>
    public required NanoUsd OpenInRun { get; init; }

    /// <summary>The part of each spend whose cost is known; the rest is kept for calls that may have cost as much. Null: nobody asked.</summary>
    public SettledSpend? Settled { get; init; }

    /// <summary>One of <see cref="UsageQuestion.Texts"/> has a vector of the model by now, whoever paid for it.</summary>
    public bool IsEmbedded { get; init; }

    /// <summary>The newest call under way for embeddings of the model, with whichever key: it may be for one of those texts.</summary>
    public long? Embedding { get; init; }

    /// <summary>What counts against a budget, and the part of it that is settled: where nobody asked, all but what may come back.</summary>
    public BudgetUse Of(ExhaustedLimit budget) => budget switch
    {
        ExhaustedLimit.RunBudget => new(SpentInRun, Settled?.InRun ?? Without(SpentInRun, OpenInRun)),
        ExhaustedLimit.DayBudget => new(SpentInDay, Settled?.InDay ?? Without(SpentInDay, OpenReservations)),
        _ => new(SpentInMonth, Settled?.InMonth ?? Without(SpentInMonth, OpenReservations)),
    };

    /// <summary>Reservations may be older than the day or month that is asked for.</summary>
    private static NanoUsd Without(NanoUsd spent, NanoUsd open) => spent > open ? spent - open : NanoUsd.Zero;
}

public readonly record struct SettledSpend(NanoUsd InRun, NanoUsd InDay, NanoUsd InMonth);

/// <param name="Counted">Settled costs, and what is kept.</param>
public readonly record struct BudgetUse(NanoUsd Counted, NanoUsd Settled)
{
    /// <summary>For calls whose cost is not known: under way, never answered, or without a price.</summary>
    public NanoUsd Kept => Counted > Settled ? Counted - Settled : NanoUsd.Zero;
}

/// <summary>Whether a call may be sent now.</summary>
public abstract record ReserveDecision
{
    private ReserveDecision() { }

    public sealed record Granted : ReserveDecision;

    /// <summary>Ask again at <paramref name="Until"/>.</summary>
    public sealed record WaitFor(DateTimeOffset Until, WaitReason Reason) : ReserveDecision;

    /// <summary>It will not fit before reservations settle or at all; the reason says which limit.</summary>
    public sealed record Exhausted(ExhaustedLimit Limit, bool MayFreeUp) : ReserveDecision;

    /// <summary>These posts are no longer the caller's to draft.</summary>
    public sealed record LeasesLost(IReadOnlyList<long> Posts) : ReserveDecision;

    public static ReserveDecision Yes { get; } = new Granted();
}

public enum WaitReason
{
    RequestsPerMinute,
    TokensPerMinute,
    SpendPerTenMinutes,

    /// <summary>What another run has paid for, or is paying for.</summary>
    OtherRun,
}

public enum ExhaustedLimit
{
    RequestsPerDay,
    RunBudget,
    DayBudget,
    MonthBudget,
}
