using FsCheck;
using FsCheck.Fluent;
using ViralTracker.Core.Quotas;
using ViralTracker.Core.Spending;
using Xunit;

namespace ViralTracker.Core.Tests.Quotas;

public sealed class QuotaDeciderTests
{
    private static readonly DateTimeOffset Start = new(2026, 3, 1, 12, 0, 0, TimeSpan.Zero);
    private static readonly BudgetLimits NoBudget = new();

    private static readonly LedgerUsage Nothing = new()
    {
        Window = [],
        SentInQuotaDay = 0,
        SpentInSpendWindow = NanoUsd.Zero,
        SpentInRun = NanoUsd.Zero,
        SpentInDay = NanoUsd.Zero,
        SpentInMonth = NanoUsd.Zero,
        OpenReservations = NanoUsd.Zero,
        OpenInRun = NanoUsd.Zero,
    };

    private static ReserveDecision Decide(QuotaLimits limits, LedgerUsage usage, long reserve = 0, long tokens = 100, BudgetLimits? budget = null) =>
        QuotaDecider.Decide(limits, budget ?? NoBudget, usage, new NanoUsd(reserve), tokens, Start);

    private static readonly Gen<(int Rpm, int Tpm, (int PauseMs, int DelayMs, int Tokens)[] Calls)> Schedules =
        from rpm in Gen.Choose(1, 20)
        from tpm in Gen.Frequency((1, Gen.Constant(0)), (1, Gen.Choose(1_000, 5_000)))
        from calls in (
            from pause in Gen.Frequency((5, Gen.Constant(0)), (1, Gen.Choose(0, 20_000)))
            from delay in Gen.Choose(0, 999)
            from tokens in Gen.Choose(50, 900)
            select (pause, delay, tokens)).ArrayOf(80)
        select (rpm, tpm, calls);

    /// <summary>Plays callers that always ask again when they are told to; each call reaches the server after a delay of its own, below the margin.</summary>
    private static List<(DateTimeOffset At, long Tokens)> Arrivals(int rpm, int tpm, (int PauseMs, int DelayMs, int Tokens)[] calls)
    {
        var limits = new QuotaLimits { RequestsPerMinute = rpm, TokensPerMinute = tpm };
        var sent = new List<SentCall>();
        var arrivals = new List<(DateTimeOffset, long)>();
        var now = Start;
        foreach (var call in calls)
        {
            now += TimeSpan.FromMilliseconds(call.PauseMs);
            while (true)
            {
                var window = sent.Where(s => s.SentAt + limits.Window > now).ToArray();
                var decision = QuotaDecider.Decide(limits, NoBudget, Nothing with { Window = window }, null, call.Tokens, now);
                if (decision is ReserveDecision.Granted) break;
                var until = Assert.IsType<ReserveDecision.WaitFor>(decision).Until;
                Assert.True(until > now);
                Assert.True(until <= now + limits.Window);
                now = until;
            }
            sent.Add(new SentCall(sent.Count + 1, now, call.Tokens));
            arrivals.Add((now + TimeSpan.FromMilliseconds(call.DelayMs), call.Tokens));
        }
        return [.. arrivals.OrderBy(a => a.Item1)];
    }

    [Fact]
    public void Arrivals_of_any_minute_stay_within_requests_and_tokens_although_delays_vary() =>
        Prop.ForAll(Arb.From(Schedules), schedule =>
        {
            var arrivals = Arrivals(schedule.Rpm, schedule.Tpm, schedule.Calls);
            foreach (var (at, _) in arrivals)
            {
                var minute = arrivals.Where(a => a.At >= at && a.At < at + TimeSpan.FromMinutes(1)).ToArray();
                Assert.InRange(minute.Length, 1, schedule.Rpm);
                if (schedule.Tpm > 0) Assert.InRange(minute.Sum(a => a.Tokens), 1, schedule.Tpm);
            }
        }).QuickCheckThrowOnFailure();

    [Fact]
    public void Limit_is_used_to_the_last_request()
    {
        var arrivals = Arrivals(15, 0, [.. Enumerable.Repeat((0, 0, 100), 15)]);

        Assert.All(arrivals, a => Assert.Equal(Start, a.At));
    }

    /// <summary>As after a refusal that named a lower limit.</summary>
    [Fact]
    public void Where_more_were_sent_than_the_limit_allows_the_wait_is_until_enough_have_left()
    {
        var limits = new QuotaLimits { RequestsPerMinute = 2 };

        var wait = Decide(limits, Nothing with { Window = [new(1, Start.AddSeconds(-30), 10), new(2, Start.AddSeconds(-20), 10), new(3, Start.AddSeconds(-10), 10)] });

        Assert.Equal(new ReserveDecision.WaitFor(Start.AddSeconds(-20) + limits.Window, WaitReason.RequestsPerMinute), wait);
    }

    [Theory]
    [InlineData(0)]
    [InlineData(1)]
    [InlineData(2.5)]
    [InlineData(30)]
    public void Call_counts_for_a_minute_and_the_margin(double margin)
    {
        SentCall[] sent = [new(1, Start, 10)];
        var byRequests = new QuotaLimits { RequestsPerMinute = 1, Margin = TimeSpan.FromSeconds(margin) };
        var byTokens = byRequests with { RequestsPerMinute = 0, TokensPerMinute = 12 };

        var until = Start.AddSeconds(60 + margin);
        Assert.Equal(new ReserveDecision.WaitFor(until, WaitReason.RequestsPerMinute), Decide(byRequests, Nothing with { Window = sent }));
        Assert.Equal(new ReserveDecision.WaitFor(until, WaitReason.TokensPerMinute), Decide(byTokens, Nothing with { Window = sent }, tokens: 5));
    }

    [Fact]
    public void Call_larger_than_the_token_limit_goes_alone()
    {
        var limits = new QuotaLimits { RequestsPerMinute = 0, TokensPerMinute = 1_000 };

        Assert.IsType<ReserveDecision.Granted>(Decide(limits, Nothing, tokens: 5_000));
        var wait = Decide(limits, Nothing with { Window = [new SentCall(1, Start.AddSeconds(-10), 10), new SentCall(2, Start.AddSeconds(-5), 10)] }, tokens: 5_000);
        Assert.Equal(Start.AddSeconds(-5) + limits.Window, Assert.IsType<ReserveDecision.WaitFor>(wait).Until);
    }

    [Theory]
    [InlineData(9, true)]
    [InlineData(10, false)]
    public void Requests_of_the_day_are_granted_up_to_the_limit(int sent, bool granted)
    {
        var decision = Decide(new QuotaLimits { RequestsPerDay = 10 }, Nothing with { SentInQuotaDay = sent });

        Assert.Equal(granted, decision is ReserveDecision.Granted);
        if (!granted) Assert.Equal(new ReserveDecision.Exhausted(ExhaustedLimit.RequestsPerDay, MayFreeUp: false), decision);
    }

    [Fact]
    public void Spend_of_ten_minutes_makes_calls_wait_but_never_the_first()
    {
        var limits = new QuotaLimits { SpendPerTenMinutes = new NanoUsd(100) };

        Assert.IsType<ReserveDecision.Granted>(Decide(limits, Nothing, reserve: 500));
        Assert.IsType<ReserveDecision.Granted>(Decide(limits, Nothing with { SpentInSpendWindow = new NanoUsd(60) }, reserve: 40));
        Assert.IsType<ReserveDecision.WaitFor>(Decide(limits, Nothing with { SpentInSpendWindow = new NanoUsd(60) }, reserve: 41));
    }

    [Theory]
    [InlineData(-120, 480)]
    [InlineData(3_600, 600)]
    [InlineData(null, 600)]
    public void Spend_is_waited_for_until_the_call_that_frees_it_leaves_the_window(int? sent, int until)
    {
        var usage = Nothing with { SpentInSpendWindow = new NanoUsd(100), SpendFreedBy = sent is { } second ? Start.AddSeconds(second) : null };

        var decision = Decide(new QuotaLimits { SpendPerTenMinutes = new NanoUsd(100) }, usage, reserve: 1);

        Assert.Equal(new ReserveDecision.WaitFor(Start.AddSeconds(until), WaitReason.SpendPerTenMinutes), decision);
    }

    [Fact]
    public void Budgets_are_never_exceeded_whatever_is_reserved_and_settled_in_whatever_order()
    {
        var steps =
            from reserve in Gen.Choose(1, 400)
            from share in Gen.Choose(0, 100)
            from settleFirst in Gen.Choose(0, 3)
            select (reserve, share, settleFirst);
        Prop.ForAll(Arb.From(steps.ArrayOf(100)), calls =>
        {
            var budget = new BudgetLimits(new NanoUsd(1_000), new NanoUsd(1_500), new NanoUsd(900));
            var open = new Queue<(long Reserved, long Cost)>();
            long settled = 0;
            foreach (var (reserve, share, settleFirst) in calls)
            {
                for (var i = 0; i < settleFirst && open.TryDequeue(out var done); i++) settled += done.Cost;
                var reserved = open.Sum(o => o.Reserved);
                var spent = new NanoUsd(settled + reserved);
                var usage = Nothing with { SpentInRun = spent, SpentInDay = spent, SpentInMonth = spent, OpenReservations = new NanoUsd(reserved), OpenInRun = new NanoUsd(reserved) };
                switch (Decide(QuotaLimits.None, usage, reserve, budget: budget))
                {
                    case ReserveDecision.Granted:
                        open.Enqueue((reserve, reserve * share / 100));
                        break;
                    case ReserveDecision.Exhausted refused:
                        Assert.Equal(open.Count > 0 && reserved > 0, refused.MayFreeUp);
                        Assert.True(spent.Value + reserve > 900);
                        break;
                }
                Assert.True(settled + open.Sum(o => o.Reserved) <= 900);
            }
        }).QuickCheckThrowOnFailure();
    }

    [Theory]
    [InlineData(0, false)]
    [InlineData(5, true)]
    public void Budget_of_a_run_waits_for_its_own_reservations_only(long ownOpen, bool mayFreeUp)
    {
        var usage = Nothing with { SpentInRun = new NanoUsd(10), OpenReservations = new NanoUsd(500), OpenInRun = new NanoUsd(ownOpen) };

        Assert.Equal(new ReserveDecision.Exhausted(ExhaustedLimit.RunBudget, mayFreeUp), Decide(QuotaLimits.None, usage, reserve: 1, budget: new BudgetLimits(Run: new NanoUsd(10))));
    }

    [Theory]
    [InlineData(10L, null, null, ExhaustedLimit.RunBudget)]
    [InlineData(null, 10L, null, ExhaustedLimit.DayBudget)]
    [InlineData(null, null, 10L, ExhaustedLimit.MonthBudget)]
    public void Exhausted_budget_is_named(long? run, long? day, long? month, ExhaustedLimit limit)
    {
        var budget = new BudgetLimits(Of(run), Of(day), Of(month));

        Assert.Equal(new ReserveDecision.Exhausted(limit, MayFreeUp: false), Decide(QuotaLimits.None, Nothing, reserve: 11, budget: budget));
        Assert.IsType<ReserveDecision.Granted>(Decide(QuotaLimits.None, Nothing, reserve: 10, budget: budget));

        static NanoUsd? Of(long? value) => value is { } v ? new NanoUsd(v) : null;
    }
}
