using ViralTracker.Core.Quotas;
using ViralTracker.Core.Spending;
using ViralTracker.Pipeline.Ports;
using ViralTracker.Pipeline.Runs;

namespace ViralTracker.Pipeline.Drafting;

/// <summary>Why the engine stopped before every post was done. A closed set.</summary>
public abstract record StopReason
{
    private StopReason() { }

    /// <param name="Next">What the request that did not fit may cost; zero where no price is known.</param>
    /// <param name="Whole">The budget.</param>
    /// <param name="Use">What there was of it.</param>
    /// <param name="RenewedAt">When its next day or month begins; null: every run has its own.</param>
    public sealed record Budget(ExhaustedLimit Limit, NanoUsd Next, NanoUsd Whole, BudgetUse Use, DateTimeOffset? RenewedAt) : StopReason
    {
        /// <summary>Not even an untouched budget has room for the request.</summary>
        public bool NeverFits => Next > Whole;
    }

    /// <summary>What the ledger's no to a call means.</summary>
    /// <param name="next">Its worst case; null where no price is known.</param>
    internal static StopReason Of(ExhaustedLimit limit, NanoUsd? next, QuotaLimits quota, BudgetLimits budget, LedgerUsage usage, TimeZoneInfo budgetZone, DateTimeOffset now) => limit switch
    {
        ExhaustedLimit.RequestsPerDay => new RequestLimit(quota.RequestsPerDay, quota.RequestsPerDayFrom, QuotaDay.StartOfNextDay(now, QuotaDay.Pacific)),
        _ => new Budget(limit, next ?? NanoUsd.Zero, budget.Of(limit) ?? NanoUsd.Zero, usage.Of(limit), QuotaDay.NewBudget(limit, now, budgetZone)),
    };

    /// <summary>The provider refused a call for its daily quota.</summary>
    /// <param name="ResetsAt">Null: the provider does not say.</param>
    public sealed record DailyQuota(DateTimeOffset? ResetsAt) : StopReason;

    /// <summary>As many requests were sent today as may be: nothing was sent beyond them.</summary>
    public sealed record RequestLimit(int Requests, LimitSource From, DateTimeOffset ResetsAt) : StopReason;

    /// <summary>The provider takes no more requests for longer than a run waits.</summary>
    /// <param name="Until">As it asked to wait; null: it refused one request after the other.</param>
    /// <param name="Message">The provider's words.</param>
    public sealed record TooManyRequests(DateTimeOffset? Until, string Message) : StopReason;

    /// <summary>A version answered whose price nobody knows: what more of it would cost cannot be bounded.</summary>
    public sealed record Unpriced(string Model) : StopReason;

    /// <param name="Message">The provider's words.</param>
    public sealed record Refused(CallOutcome Outcome, string Message) : StopReason;

    public sealed record Interrupted : StopReason;

    /// <summary>The store takes nothing more; what was paid is kept.</summary>
    /// <param name="Message">What is wrong, for people.</param>
    public sealed record StoreFailed(string Message) : StopReason;
}

/// <summary>What a drafting run came to. Counts are of posts unless said otherwise.</summary>
public sealed record DraftReport
{
    public required int Posts { get; init; }
    public int Drafted { get; init; }
    public int AllRejected { get; init; }
    public int NothingToSay { get; init; }
    public int Blocked { get; init; }
    public int Failed { get; init; }
    public int TakenOver { get; init; }

    /// <summary>Not reached, because the run stopped first.</summary>
    public int Left { get; init; }
    public int DraftsOffered { get; init; }
    public int DraftsRejected { get; init; }
    public IReadOnlyDictionary<string, int> RejectedByRule { get; init; } = new Dictionary<string, int>();

    /// <summary>Calls sent, retries included.</summary>
    public int Calls { get; init; }
    public int FailedCalls { get; init; }
    public int UnpricedCalls { get; init; }

    /// <summary>Of all calls of the run, those for embeddings too.</summary>
    public NanoUsd Cost { get; init; }

    /// <summary><see cref="Cost"/>; null where no call has a known price.</summary>
    public NanoUsd? KnownCost => Cost.UnlessOnlyUnpriced(UnpricedCalls);

    /// <summary>Reserved for calls that were sent and never answered.</summary>
    public NanoUsd Unknown { get; init; }
    public TokenUsage Tokens { get; init; }

    /// <summary>Failed posts by what went wrong, for the summary.</summary>
    public IReadOnlyDictionary<string, int> Failures { get; init; } = new Dictionary<string, int>();
    public StopReason? Stopped { get; init; }

    /// <summary>With what the run's other calls came to.</summary>
    public DraftReport With(RunCost other) => this with { Cost = Cost + other.Cost, Unknown = Unknown + other.Unknown, UnpricedCalls = UnpricedCalls + other.Unpriced };
}
