using ViralTracker.Core.Quotas;
using ViralTracker.Core.Spending;
using ViralTracker.Pipeline.Ports;

namespace ViralTracker.Pipeline.Drafting;

/// <summary>
/// Says once for each budget and threshold that it was reached, whichever calls of the run reached it. Spend is what was settled:
/// reservations may come back.
/// </summary>
public sealed class BudgetWatch(BudgetLimits budget, IReadOnlyList<double> thresholds)
{
    private readonly HashSet<(ExhaustedLimit Budget, double Share)> _given = [];
    private readonly Dictionary<ExhaustedLimit, NanoUsd> _last = [];

    private readonly record struct Level(ExhaustedLimit Budget, string Name, NanoUsd Limit, BudgetUse Use)
    {
        public NanoUsd Settled => Use.Settled;
    }

    /// <summary>A run's watch, from before its first call.</summary>
    public static async Task<BudgetWatch> BeginAsync(
        ILedger ledger, string projectId, BudgetLimits budget, IReadOnlyList<double> thresholds, TimeZoneInfo zone, DateTimeOffset now, CancellationToken ct)
    {
        var watch = new BudgetWatch(budget, thresholds);
        if (budget.Day is null && budget.Month is null) return watch;
        watch.Begin(await ledger.UsageAsync(QuotaQuestion.OfBudget(projectId, budget, zone, now) with { SeenByRuns = true }, ct));
        return watch;
    }

    /// <summary>What was reached before this run began gives no alert.</summary>
    public void Begin(LedgerUsage usage) => Reached(usage);

    public IReadOnlyList<DraftEvent.BudgetAlert> Reached(LedgerUsage usage)
    {
        var alerts = new List<DraftEvent.BudgetAlert>();
        // Nothing has no shares.
        foreach (var level in Levels(usage).Where(level => level.Limit > NanoUsd.Zero))
        {
            // Spend only falls where a new day or month has begun.
            if (_last.TryGetValue(level.Budget, out var last) && level.Settled < last) _given.RemoveWhere(given => given.Budget == level.Budget);
            _last[level.Budget] = level.Settled;
            var passed = thresholds.Where(share => level.Settled.Value >= level.Limit.Value * share && _given.Add((level.Budget, share))).ToArray();
            // Several thresholds passed at once are one piece of news: the highest.
            if (passed.Length > 0) alerts.Add(new(level.Name, passed.Max(), level.Settled, level.Limit));
        }
        return alerts;
    }

    /// <summary>The alert at the whole budget: a run stops where the next call no longer fits, a little below it.</summary>
    public DraftEvent.BudgetAlert? Exhausted(ExhaustedLimit limit, LedgerUsage usage)
    {
        const double whole = 1.0;
        var level = Levels(usage).FirstOrDefault(level => level.Budget == limit);
        return thresholds.Contains(whole) && level.Name is not null && _given.Add((limit, whole)) ? new(level.Name, whole, level.Settled, level.Limit, Exhausted: true) { Kept = level.Use.Kept } : null;
    }

    private IEnumerable<Level> Levels(LedgerUsage usage)
    {
        (ExhaustedLimit, string)[] all = [(ExhaustedLimit.RunBudget, "run"), (ExhaustedLimit.DayBudget, "day"), (ExhaustedLimit.MonthBudget, "month")];
        foreach (var (limit, name) in all)
            if (budget.Of(limit) is { } bound)
                yield return new(limit, name, bound, usage.Of(limit));
    }
}
