using ViralTracker.Core.Quotas;
using ViralTracker.Core.Spending;

namespace ViralTracker.Pipeline.Drafting;

/// <summary>Says once for each budget and threshold that it was reached. Spend is what was settled: reservations may come back.</summary>
internal sealed class BudgetWatch(BudgetLimits budget, IReadOnlyList<double> thresholds)
{
    private readonly HashSet<(string Budget, double Share)> _given = [];

    /// <summary>What was reached before this run began gives no alert.</summary>
    public void Begin(LedgerUsage usage) => Reached(usage with { SpentInRun = NanoUsd.Zero });

    public IReadOnlyList<DraftEvent.BudgetAlert> Reached(LedgerUsage usage)
    {
        var alerts = new List<DraftEvent.BudgetAlert>();
        foreach (var (name, limit, spent, open) in new[]
            {
                ("run", budget.Run, usage.SpentInRun, usage.OpenInRun),
                ("day", budget.Day, usage.SpentInDay, usage.OpenReservations),
                ("month", budget.Month, usage.SpentInMonth, usage.OpenReservations),
            })
        {
            if (limit is not { Value: > 0 } most) continue;
            var settled = spent > open ? spent - open : NanoUsd.Zero;
            foreach (var share in thresholds)
                if (settled.Value >= most.Value * share && _given.Add((name, share)))
                    alerts.Add(new DraftEvent.BudgetAlert(name, share, settled, most));
        }
        // Several thresholds passed at once are one piece of news: the highest.
        return [.. alerts.GroupBy(a => a.Budget).Select(g => g.MaxBy(a => a.Share)!)];
    }
}
