using ViralTracker.Core.Quotas;
using ViralTracker.Core.Spending;
using Xunit;

namespace ViralTracker.Core.Tests.Quotas;

public sealed class ClockSetBackTests
{
    private static readonly DateTimeOffset Began = new(2025, 11, 2, 1, 0, 0, TimeSpan.Zero);
    private static readonly QuotaLimits Limits = new() { RequestsPerMinute = 15 };

    [Theory]
    [InlineData(1)]
    [InlineData(24)]
    public void Fault16_calls_dated_ahead_by_a_clock_since_set_back_are_waited_for_one_window_at_most(int hoursAhead)
    {
        var sent = Enumerable.Range(0, 15).Select(i => new SentCall(Began.AddHours(hoursAhead).AddSeconds(i), 100)).ToArray();

        var first = Assert.IsType<ReserveDecision.WaitFor>(Decide(sent, Began.AddSeconds(1)));

        Assert.InRange(first.Until - Began, TimeSpan.Zero, Limits.Window);
        Assert.IsType<ReserveDecision.Granted>(Decide(sent, first.Until));
    }

    private static ReserveDecision Decide(SentCall[] sent, DateTimeOffset now)
    {
        var usage = new LedgerUsage
        {
            Window = QuotaWindow.At(sent, Limits.Window, Began, now),
            SentInQuotaDay = 0,
            SpentInSpendWindow = NanoUsd.Zero,
            SpentInRun = NanoUsd.Zero,
            SpentInDay = NanoUsd.Zero,
            SpentInMonth = NanoUsd.Zero,
            OpenReservations = NanoUsd.Zero,
        };
        return QuotaDecider.Decide(Limits, new BudgetLimits(), usage, NanoUsd.Zero, 100, now);
    }
}
