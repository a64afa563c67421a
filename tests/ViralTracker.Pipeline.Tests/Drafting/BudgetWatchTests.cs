using ViralTracker.Core.Quotas;
using ViralTracker.Core.Spending;
using ViralTracker.Pipeline.Drafting;
using Xunit;

namespace ViralTracker.Pipeline.Tests.Drafting;

public sealed class BudgetWatchTests
{
    private static LedgerUsage Spent(long run, long day, long open = 0, long openInRun = 0) => new()
    {
        Window = [],
        SentInQuotaDay = 0,
        SpentInSpendWindow = default,
        SpentInRun = new NanoUsd(run),
        SpentInDay = new NanoUsd(day),
        SpentInMonth = default,
        OpenReservations = new NanoUsd(open),
        OpenInRun = new NanoUsd(openInRun),
    };

    [Fact]
    public void Each_share_is_told_once_and_of_several_passed_at_once_the_highest()
    {
        var watch = new BudgetWatch(new BudgetLimits(Day: new NanoUsd(100)), [0.5, 0.8, 1.0]);
        watch.Begin(Spent(0, 0));

        Assert.Empty(watch.Reached(Spent(0, 49)));
        Assert.Equal(0.5, Assert.Single(watch.Reached(Spent(0, 50))).Share);
        Assert.Empty(watch.Reached(Spent(0, 79)));
        var whole = Assert.Single(watch.Reached(Spent(0, 100)));
        Assert.Equal((1.0, false), (whole.Share, whole.Exhausted));
        Assert.Empty(watch.Reached(Spent(0, 100)));
    }

    [Fact]
    public void What_was_reached_before_the_run_is_no_news()
    {
        var watch = new BudgetWatch(new BudgetLimits(Run: new NanoUsd(100), Day: new NanoUsd(100)), [0.5]);
        watch.Begin(Spent(0, 60));

        Assert.Equal("run", Assert.Single(watch.Reached(Spent(50, 110))).Budget);
    }

    [Fact]
    public void Run_that_stops_below_its_budget_tells_so_once()
    {
        var watch = new BudgetWatch(new BudgetLimits(Day: new NanoUsd(100)), [0.5, 1.0]);

        Assert.Equal(("day", 1.0, 96L, true), Told(watch.Exhausted(ExhaustedLimit.DayBudget, Spent(0, 96))));
        Assert.Null(watch.Exhausted(ExhaustedLimit.DayBudget, Spent(0, 96)));
        Assert.Null(watch.Exhausted(ExhaustedLimit.RunBudget, Spent(0, 96)));
        Assert.Null(new BudgetWatch(new BudgetLimits(Day: new NanoUsd(100)), [0.5]).Exhausted(ExhaustedLimit.DayBudget, Spent(0, 96)));

        static (string, double, long, bool) Told(DraftEvent.BudgetAlert? alert) => (alert!.Budget, alert.Share, alert.Spent.Value, alert.Exhausted);
    }

    [Theory]
    [InlineData(null, 96, 0)]
    [InlineData(96, 96, 0)]
    [InlineData(70, 70, 26)]
    public void Run_that_stops_tells_what_is_settled_and_what_is_kept(int? settled, long spent, long kept)
    {
        var watch = new BudgetWatch(new BudgetLimits(Day: new NanoUsd(100)), [1.0]);

        var alert = watch.Exhausted(ExhaustedLimit.DayBudget, Spent(0, 96) with { Settled = settled is { } known ? new(default, new NanoUsd(known), default) : null });

        Assert.Equal((spent, kept), (alert!.Spent.Value, alert.Kept.Value));
    }

    [Fact]
    public void Budget_of_nothing_has_no_shares_and_is_told_when_the_run_stops()
    {
        var watch = new BudgetWatch(new BudgetLimits(Run: NanoUsd.Zero, Day: NanoUsd.Zero), [0.5, 1.0]);

        Assert.Empty(watch.Reached(Spent(0, 0)));
        Assert.Equal("run", watch.Exhausted(ExhaustedLimit.RunBudget, Spent(0, 0))!.Budget);
        Assert.Equal("day", watch.Exhausted(ExhaustedLimit.DayBudget, Spent(0, 0))!.Budget);
    }

    [Fact]
    public void New_day_is_told_of_anew()
    {
        var watch = new BudgetWatch(new BudgetLimits(Day: new NanoUsd(100)), [0.5]);
        watch.Reached(Spent(0, 60));

        Assert.Empty(watch.Reached(Spent(0, 10)));
        Assert.Single(watch.Reached(Spent(0, 55)));
    }

    [Fact]
    public void New_day_leaves_the_month_as_it_was_told()
    {
        var watch = new BudgetWatch(new BudgetLimits(Day: new NanoUsd(100), Month: new NanoUsd(100)), [0.5]);
        watch.Reached(Spent(0, 60) with { SpentInMonth = new NanoUsd(60) });

        Assert.Empty(watch.Reached(Spent(0, 10) with { SpentInMonth = new NanoUsd(70) }));
        Assert.Equal("day", Assert.Single(watch.Reached(Spent(0, 55) with { SpentInMonth = new NanoUsd(75) })).Budget);
    }

    [Theory]
    [InlineData("day", 100L, null)]
    [InlineData("month", null, 100L)]
    public async Task What_earlier_runs_reached_of_a_day_or_of_a_month_alone_is_not_told_again(string name, long? day, long? month)
    {
        using var ledger = new EngineWorld(_ => throw new NotSupportedException(), new HurriedTime()) { Usage = Spent(0, 60) with { SpentInMonth = new NanoUsd(60) } };
        var budget = new BudgetLimits(Day: day is { } d ? new NanoUsd(d) : null, Month: month is { } m ? new NanoUsd(m) : null);

        var watch = await BudgetWatch.BeginAsync(ledger, "p", budget, [0.5, 0.8], TimeZoneInfo.Utc, Samples.Now, TestContext.Current.CancellationToken);

        Assert.Empty(watch.Reached(Spent(20, 70) with { SpentInMonth = new NanoUsd(70) }));
        var next = Assert.Single(watch.Reached(Spent(40, 90) with { SpentInMonth = new NanoUsd(90) }));
        Assert.Equal((name, 0.8), (next.Budget, next.Share));
    }

    [Fact]
    public void Open_reservations_are_not_spent_yet()
    {
        var watch = new BudgetWatch(new BudgetLimits(Day: new NanoUsd(100)), [0.5]);

        Assert.Empty(watch.Reached(Spent(0, 90, open: 60)));
        Assert.Equal(50, Assert.Single(watch.Reached(Spent(0, 90, open: 40))).Spent.Value);
    }

    [Fact]
    public void Reservations_of_other_runs_do_not_delay_the_alerts_of_a_run()
    {
        var watch = new BudgetWatch(new BudgetLimits(Run: new NanoUsd(100)), [0.5]);

        Assert.Empty(watch.Reached(Spent(60, 90, open: 40, openInRun: 20)));
        Assert.Equal(50, Assert.Single(watch.Reached(Spent(60, 90, open: 40, openInRun: 10))).Spent.Value);
    }
}
