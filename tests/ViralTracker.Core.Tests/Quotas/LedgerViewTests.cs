using FsCheck;
using FsCheck.Fluent;
using ViralTracker.Core.Quotas;
using ViralTracker.Core.Spending;
using Xunit;

namespace ViralTracker.Core.Tests.Quotas;

public sealed class LedgerViewTests
{
    private static readonly QuotaLimits Limits = new() { RequestsPerMinute = 15 };
    private static readonly TimeSpan Window = Limits.Window;
    private static readonly DateTimeOffset Began = new(2025, 11, 2, 1, 0, 0, TimeSpan.Zero);

    [Fact]
    public void Call_leaves_the_window_when_it_is_as_old_as_the_window()
    {
        var view = new LedgerView();
        view.Of(Usage([new(1, Began, 1), new(2, Began.AddSeconds(10), 2)]), Window, Began.AddSeconds(10), Seconds(10));

        Assert.Equal(2, view.Of(Usage([], newest: 2), Window, Began + Window - TimeSpan.FromTicks(1), Window - TimeSpan.FromTicks(1)).Window.Count);
        Assert.Equal(2, Assert.Single(view.Of(Usage([], newest: 2), Window, Began + Window, Window).Window).Id);
    }

    [Theory]
    [InlineData(15, 0, 0, 0)]
    [InlineData(15, 0, 5, 67)]
    [InlineData(15, 0, 15, 200)]
    [InlineData(0, 1_500, 5, 67)]
    [InlineData(0, 1_500, 15, 200)]
    public void Process_sees_a_free_place_the_later_the_more_of_the_window_it_sent(int requests, long tokens, int own, int milliseconds)
    {
        var limits = new QuotaLimits { RequestsPerMinute = requests, TokensPerMinute = tokens };
        SentCall[] sent = [.. Enumerable.Range(0, 15).Select(i => new SentCall(i + 1, Began.AddSeconds(i), 100))];
        var view = new LedgerView();
        view.Of(Usage([], newest: 0), Window, Began, Seconds(0));
        foreach (var call in sent[..own]) view.Sent(call.Id);

        var wait = Assert.IsType<ReserveDecision.WaitFor>(Decide(view, sent, Began.AddSeconds(20), Seconds(20), limits));

        Assert.Equal(milliseconds, (wait.Until - Began - Window).TotalMilliseconds, 0.5);
        var justBefore = wait.Until - TimeSpan.FromTicks(1);
        Assert.IsType<ReserveDecision.WaitFor>(Decide(view, sent[1..], justBefore, justBefore - Began, limits));
        Assert.IsType<ReserveDecision.Granted>(Decide(view, sent[1..], wait.Until, wait.Until - Began, limits));
    }

    [Fact]
    public void Calls_of_a_name_that_joins_the_quota_count_though_they_were_there_before()
    {
        var view = new LedgerView();
        SentCall[] all = [new(1, Began, 1), new(2, Began.AddSeconds(1), 1), new(3, Began.AddSeconds(2), 1)];
        view.Of(Usage([all[2]]) with { Models = ["alias"] }, Window, Began.AddSeconds(2), Seconds(2));

        var joined = view.Of(Usage(all) with { Models = ["alias", "model"] }, Window, Began.AddSeconds(3), Seconds(3));

        Assert.Equal(all, joined.Window);
        Assert.Equal(all[1..], view.Of(Usage([], newest: 3) with { Models = ["alias", "model"] }, Window, Began + Window, Window).Window);
    }

    [Fact]
    public void Calls_of_this_process_that_left_the_window_put_it_behind_nobody()
    {
        var view = new LedgerView();
        view.Of(Usage([], newest: 0), Window, Began, Seconds(0));
        view.Sent(1);
        Assert.NotEqual(TimeSpan.Zero, view.Of(Usage([new(1, Began, 1)]), Window, Began, Seconds(0)).GivenWay);

        Assert.Equal(TimeSpan.Zero, view.Of(Usage([new(2, Began.AddSeconds(70), 1)]), Window, Began.AddSeconds(70), Seconds(70)).GivenWay);
    }

    [Theory]
    [InlineData(1)]
    [InlineData(24)]
    public void Fault16_calls_dated_ahead_by_a_clock_since_set_back_are_waited_for_one_window_at_most(int hoursAhead)
    {
        SentCall[] sent = [.. Enumerable.Range(0, 15).Select(i => new SentCall(i + 1, Began.AddHours(hoursAhead).AddSeconds(i), 100))];
        var view = new LedgerView();

        var first = Assert.IsType<ReserveDecision.WaitFor>(Decide(view, sent, Began.AddSeconds(1), Seconds(1)));

        Assert.InRange(first.Until - Began, TimeSpan.Zero, Window + Seconds(1));
        Assert.IsType<ReserveDecision.Granted>(Decide(view, sent, first.Until, first.Until - Began));
    }

    [Fact]
    public void Tokens_of_a_call_count_as_settled_once_they_are()
    {
        var view = new LedgerView();
        view.Of(Usage([new(1, Began, 900)]), Window, Began, Seconds(0));

        Assert.Equal(700, Assert.Single(view.Of(Usage([new(1, Began, 700)]), Window, Began.AddSeconds(5), Seconds(5)).Window).Tokens);
    }

    [Fact]
    public void Limit_learned_during_a_run_takes_calls_of_before_by_their_dates()
    {
        var view = new LedgerView();
        view.Of(Usage([]) with { NewestCall = null }, Window, Began, Seconds(0));

        Assert.Null(view.Newest);
        Assert.Equal(Began, Assert.Single(view.Of(Usage([new(7, Began, 1)]), Window, Began.AddSeconds(30), Seconds(30)).Window).SentAt);
    }

    [Fact]
    public void Spend_dated_ahead_counts_for_ten_minutes_and_no_longer()
    {
        var view = new LedgerView();
        view.Of(Usage([]), Window, Began, Seconds(0));
        view.Of(Usage([]), Window, Began.AddSeconds(599), Seconds(599));
        Assert.Null(view.SpendUntil(Began.AddSeconds(599)));

        view.Of(Usage([]), Window, Began.AddSeconds(600), Seconds(600));

        Assert.Equal(Began.AddSeconds(660), view.SpendUntil(Began.AddSeconds(600)));
    }

    private static readonly Gen<(bool Second, int PauseMs, int Jump)[]> Steps = (
        from second in Gen.Elements(false, true)
        from pause in Gen.Frequency((6, Gen.Choose(0, 50)), (1, Gen.Choose(0, 30_000)))
        from jump in Gen.Frequency((12, Gen.Constant(0)), (1, Gen.Constant(3600)))
        select (second, pause, jump)).ArrayOf(150);

    [Fact]
    public void Fault16_two_processes_whose_clocks_differ_by_an_hour_and_are_set_ahead_keep_one_limit_and_wait_a_window_at_most() =>
        Prop.ForAll(Arb.From(Steps), steps =>
        {
            var ledger = new List<SentCall>();
            var arrivals = new List<TimeSpan>();
            // The first one began before the clock was set back an hour, the second after.
            var (first, second) = (new Caller(TimeSpan.FromHours(1)), new Caller(TimeSpan.Zero));
            var time = TimeSpan.Zero;
            first.Ask(ledger, time);
            foreach (var (bySecond, pause, jump) in steps)
            {
                time += TimeSpan.FromMilliseconds(pause);
                var caller = bySecond ? second : first;
                caller.Ahead += Seconds(jump);
                if (caller.Ask(ledger, time) is not { } granted) continue;
                ledger.Add(granted);
                arrivals.Add(time);
            }
            foreach (var at in arrivals) Assert.InRange(arrivals.Count(a => a >= at && a < at + TimeSpan.FromMinutes(1)), 1, 5);
            // Nobody sends any more: what a caller has not seen yet counts as sent when it looks.
            foreach (var caller in new[] { first, second })
            {
                caller.Ask(ledger, time);
                Assert.NotNull(caller.Ask(ledger, time += Window));
            }
        }).QuickCheckThrowOnFailure();

    /// <summary>A process: asks the ledger as <see cref="UsageQuestion"/> says, by a clock that is ahead.</summary>
    private sealed class Caller(TimeSpan ahead)
    {
        private static readonly QuotaLimits Five = new() { RequestsPerMinute = 5 };
        private readonly LedgerView _view = new();

        public TimeSpan Ahead { get; set; } = ahead;

        public SentCall? Ask(List<SentCall> ledger, TimeSpan time)
        {
            var now = Began + time + Ahead;
            var rows = ledger.Where(call => call.SentAt >= now - Five.Window || call.Id > _view.Newest).ToArray();
            switch (QuotaDecider.Decide(Five, new BudgetLimits(), _view.Of(Usage(rows, ledger.Count), Five.Window, now, time), null, 1, now))
            {
                case ReserveDecision.Granted:
                    return new SentCall(ledger.Count + 1, now, 1);
                case ReserveDecision.WaitFor wait:
                    Assert.InRange(wait.Until - now, TimeSpan.FromTicks(1), Five.Window);
                    break;
            }
            return null;
        }
    }

    private static TimeSpan Seconds(double seconds) => TimeSpan.FromSeconds(seconds);

    private static ReserveDecision Decide(LedgerView view, SentCall[] sent, DateTimeOffset now, TimeSpan elapsed, QuotaLimits? limits = null) =>
        QuotaDecider.Decide(limits ?? Limits, new BudgetLimits(), view.Of(Usage(sent), Window, now, elapsed), NanoUsd.Zero, 100, now);

    private static LedgerUsage Usage(IReadOnlyList<SentCall> window, long newest = 0) => new()
    {
        Window = window,
        NewestCall = Math.Max(newest, window.Select(call => call.Id).DefaultIfEmpty().Max()),
        SentInQuotaDay = 0,
        SpentInSpendWindow = NanoUsd.Zero,
        SpentInRun = NanoUsd.Zero,
        SpentInDay = NanoUsd.Zero,
        SpentInMonth = NanoUsd.Zero,
        OpenReservations = NanoUsd.Zero,
        OpenInRun = NanoUsd.Zero,
    };
}
