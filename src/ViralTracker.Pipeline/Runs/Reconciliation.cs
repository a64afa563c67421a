using ViralTracker.Core.Spending;

namespace ViralTracker.Pipeline.Runs;

/// <summary>One line of a provider's bill.</summary>
public readonly record struct BillLine(DateOnly Day, NanoUsd Cost);

/// <summary>Days of a bill, from the first to the last; null is no bound.</summary>
public readonly record struct BillPeriod(DateOnly? First, DateOnly? Last)
{
    /// <summary>Every day that the time touches, whole: a bill tells no hours.</summary>
    /// <param name="until">Exclusive.</param>
    /// <param name="zone">The bill's days are cut in this zone.</param>
    public static BillPeriod Touching(DateTimeOffset? since, DateTimeOffset? until, TimeZoneInfo zone)
    {
        return new(Day(since), Day(until?.AddTicks(-1)));

        DateOnly? Day(DateTimeOffset? moment) => moment is { } at ? DateOnly.FromDateTime(TimeZoneInfo.ConvertTime(at, zone).DateTime) : null;
    }

    public bool Has(DateOnly day) => !(day < First || day > Last);
}

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
    public static IReadOnlyList<ReconciledDay> Compare(IEnumerable<BillLine> bill, IReadOnlyDictionary<DateOnly, (NanoUsd Cost, NanoUsd Open)> ledger, BillPeriod period)
    {
        var billed = bill.GroupBy(line => line.Day).ToDictionary(day => day.Key, day => day.Aggregate(NanoUsd.Zero, (sum, line) => sum + line.Cost));
        return [.. billed.Keys.Union(ledger.Keys).Where(period.Has).Order().Select(day =>
            new ReconciledDay(day, billed.GetValueOrDefault(day), ledger.GetValueOrDefault(day).Cost, ledger.GetValueOrDefault(day).Open))];
    }
}
