using System.Globalization;
using ViralTracker.Core.Quotas;
using ViralTracker.Core.Spending;
using ViralTracker.Pipeline.Drafting;
using Xunit;

namespace ViralTracker.Pipeline.Tests.Drafting;

public sealed class QuotaQuestionTests
{
    private static readonly EngineWorld Nobody = new(_ => throw new NotSupportedException(), new HurriedTime());
    private static readonly TimeZoneInfo Berlin = TimeZoneInfo.FindSystemTimeZoneById("Europe/Berlin");

    /// <summary>Quota days are the provider's, days and months of a budget the workspace's; both change their clocks, not in the same night.</summary>
    [Theory]
    [InlineData("2026-03-08T07:59Z", "2026-03-07T08:00Z", "2026-03-07T23:00Z", "2026-02-28T23:00Z")]
    [InlineData("2026-03-08T08:00Z", "2026-03-08T08:00Z", "2026-03-07T23:00Z", "2026-02-28T23:00Z")]
    [InlineData("2026-03-09T06:59Z", "2026-03-08T08:00Z", "2026-03-08T23:00Z", "2026-02-28T23:00Z")]
    [InlineData("2026-03-09T07:00Z", "2026-03-09T07:00Z", "2026-03-08T23:00Z", "2026-02-28T23:00Z")]
    [InlineData("2026-03-31T22:00Z", "2026-03-31T07:00Z", "2026-03-31T22:00Z", "2026-03-31T22:00Z")]
    [InlineData("2026-11-01T07:00Z", "2026-11-01T07:00Z", "2026-10-31T23:00Z", "2026-10-31T23:00Z")]
    [InlineData("2026-11-02T07:59Z", "2026-11-01T07:00Z", "2026-11-01T23:00Z", "2026-10-31T23:00Z")]
    [InlineData("2026-11-02T08:00Z", "2026-11-02T08:00Z", "2026-11-01T23:00Z", "2026-10-31T23:00Z")]
    public void Days_are_the_providers_for_its_quota_and_the_workspaces_for_a_budget(string now, string quotaDay, string budgetDay, string budgetMonth)
    {
        var question = Ask(new QuotaLimits { RequestsPerDay = 1 }, new BudgetLimits(Day: new NanoUsd(1), Month: new NanoUsd(1)), Utc(now));

        Assert.Equal((Utc(quotaDay), Utc(budgetDay), Utc(budgetMonth)), (question.QuotaDaySince, question.BudgetDaySince, question.BudgetMonthSince));
    }

    /// <summary>Seconds since when calls are asked for: of the minute's window, of the ten minutes'; then whether the project's and the run's spend is.</summary>
    [Theory]
    [InlineData(0, 0, 0, "", "", false, false)]
    [InlineData(15, 0, 0, "", "61", false, false)]
    [InlineData(0, 1000, 0, "", "61", false, false)]
    [InlineData(0, 0, 1, "", "600", false, false)]
    [InlineData(0, 0, 0, "run", "", true, true)]
    [InlineData(0, 0, 0, "day", "", true, false)]
    [InlineData(0, 0, 0, "month", "", true, false)]
    public void Ledger_is_asked_for_what_the_limits_need(int rpm, long tpm, long spend, string budget, string windows, bool project, bool run)
    {
        NanoUsd? Of(string name) => budget == name ? new NanoUsd(1) : null;
        var limits = new QuotaLimits { RequestsPerMinute = rpm, TokensPerMinute = tpm, SpendPerTenMinutes = new NanoUsd(spend) };

        var question = Ask(limits, new BudgetLimits(Of("run"), Of("day"), Of("month")), Samples.Now);

        Assert.Equal(windows, string.Join(' ', new[] { question.WindowSince, question.SpendWindowSince }.OfType<DateTimeOffset>().Select(since => (Samples.Now - since).TotalSeconds)));
        Assert.Equal((project, run), (question.ProjectId is not null, question.RunId is not null));
        Assert.Null(question.QuotaDaySince);
    }

    [Fact]
    public void Room_for_spend_is_what_the_next_call_leaves_of_it() =>
        Assert.Equal(new NanoUsd(70), QuotaQuestion.Of(Nobody.Setup, new QuotaLimits { SpendPerTenMinutes = new NanoUsd(100) }, Samples.Now, new LedgerView(), new NanoUsd(30)).SpendRoom);

    /// <summary>By the clocks of others they may be an hour old, or still to come.</summary>
    [Fact]
    public void Calls_written_since_the_last_look_are_asked_for_whatever_their_dates()
    {
        var (view, limits) = (new LedgerView(), new QuotaLimits { SpendPerTenMinutes = new NanoUsd(100) });
        view.Of(Nobody.Usage with { NewestCall = 7 }, limits.Window, Samples.Now, TimeSpan.Zero);
        var first = QuotaQuestion.Of(Nobody.Setup, limits, Samples.Now, view);
        view.Of(Nobody.Usage with { NewestCall = 9 }, limits.Window, Samples.Now, TimeSpan.FromMinutes(11));
        var later = QuotaQuestion.Of(Nobody.Setup, limits, Samples.Now, view);

        Assert.Equal((7L, null), (first.AfterCall, first.SpendWindowUntil));
        Assert.Equal((9L, Samples.Now.AddMinutes(1)), (later.AfterCall, later.SpendWindowUntil));
    }

    private static UsageQuestion Ask(QuotaLimits limits, BudgetLimits budget, DateTimeOffset now)
    {
        var setup = Nobody.Setup;
        return QuotaQuestion.Of(setup with { Calls = setup.Calls with { BudgetZone = Berlin }, Options = setup.Options with { Budget = budget } }, limits, now);
    }

    private static DateTimeOffset Utc(string text) => DateTimeOffset.Parse(text, CultureInfo.InvariantCulture);
}
