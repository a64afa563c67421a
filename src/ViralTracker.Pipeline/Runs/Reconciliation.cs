using ViralTracker.Core.Spending;

namespace ViralTracker.Pipeline.Runs;

/// <summary>One line of a provider's bill.</summary>
public readonly record struct BillLine(DateOnly Day, NanoUsd Cost);

/// <summary>A day of the bill beside the same day of the ledger.</summary>
/// <param name="Open">Reserved for calls that were never answered: the bill may hold them.</param>
public sealed record ReconciledDay(DateOnly Day, NanoUsd Bill, NanoUsd Ledger, NanoUsd Open)
{
    public NanoUsd Difference => Bill - Ledger;

    /// <summary>A difference that unanswered calls can explain is no error of the ledger.</summary>
    public bool IsExplained => Difference >= NanoUsd.Zero && Difference <= Open;
}

/// <summary>Compares a provider's bill with the ledger, day by day. Pure.</summary>
public static class Reconciliation
{
    public static IReadOnlyList<ReconciledDay> Compare(IEnumerable<BillLine> bill, IReadOnlyDictionary<DateOnly, (NanoUsd Cost, NanoUsd Open)> ledger)
    {
        var billed = bill.GroupBy(line => line.Day).ToDictionary(day => day.Key, day => day.Aggregate(NanoUsd.Zero, (sum, line) => sum + line.Cost));
        return [.. billed.Keys.Union(ledger.Keys).Order().Select(day =>
            new ReconciledDay(day, billed.GetValueOrDefault(day), ledger.GetValueOrDefault(day).Cost, ledger.GetValueOrDefault(day).Open))];
    }
}
