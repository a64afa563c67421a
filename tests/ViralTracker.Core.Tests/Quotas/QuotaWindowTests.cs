using ViralTracker.Core.Quotas;
using Xunit;

namespace ViralTracker.Core.Tests.Quotas;

public sealed class QuotaWindowTests
{
    private static readonly TimeSpan Window = TimeSpan.FromSeconds(61);
    private static readonly DateTimeOffset Began = new(2026, 3, 1, 12, 0, 0, TimeSpan.Zero);

    [Fact]
    public void Call_leaves_the_window_when_it_is_as_old_as_the_window()
    {
        SentCall[] sent = [new(Began, 1), new(Began.AddSeconds(10), 2)];

        Assert.Equal(2, QuotaWindow.At(sent, Window, Began, Began + Window - TimeSpan.FromTicks(1)).Count);
        Assert.Equal(2, Assert.Single(QuotaWindow.At(sent, Window, Began, Began + Window)).Tokens);
    }

    [Fact]
    public void Fault16_wall_clock_set_back_an_hour_waits_at_most_one_window_and_never_bursts()
    {
        // Fifteen calls of a run before the clock was set back: dated in this process's future.
        var limits = new QuotaLimits { RequestsPerMinute = 15 };
        SentCall[] sent = [.. Enumerable.Range(0, 15).Select(i => new SentCall(Began.AddHours(1).AddSeconds(-i), 1)).Reverse()];

        var usage = QuotaWindow.At(sent, limits.Window, Began, Began.AddSeconds(1));
        var decision = QuotaDecider.Decide(limits, new BudgetLimits(), Usage(usage), null, 1, Began.AddSeconds(1));

        Assert.Equal(Began + limits.Window, Assert.IsType<ReserveDecision.WaitFor>(decision).Until);
        Assert.Empty(QuotaWindow.At(sent, limits.Window, Began, Began + limits.Window));
    }

    [Fact]
    public void Own_calls_after_the_clock_was_set_back_count_beside_those_of_before()
    {
        SentCall[] sent = [new(Began.AddSeconds(30), 1), new(Began.AddHours(1), 2)];

        var counted = QuotaWindow.At(sent, Window, Began, Began.AddSeconds(40));

        Assert.Equal([Began, Began.AddSeconds(30)], counted.Select(c => c.SentAt));
    }

    private static LedgerUsage Usage(IReadOnlyList<SentCall> window) => new()
    {
        Window = window,
        SentInQuotaDay = 0,
        SpentInSpendWindow = default,
        SpentInRun = default,
        SpentInDay = default,
        SpentInMonth = default,
        OpenReservations = default,
    };
}
