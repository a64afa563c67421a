using ViralTracker.Core.Spending;
using ViralTracker.Pipeline.Runs;
using Xunit;

namespace ViralTracker.Pipeline.Tests.Runs;

public sealed class ReconciliationTests
{
    private static readonly NanoUsd Dollar = new(1_000_000_000);

    [Theory]
    [InlineData(null, null, "UTC", "1 2 3 4 5")]
    [InlineData("2026-01-03", null, "UTC", "3 4 5")]
    [InlineData(null, "2026-01-03", "UTC", "1 2")]
    [InlineData("2026-01-02", "2026-01-04", "UTC", "2 3")]
    [InlineData("2026-01-02T12:00Z", "2026-01-04T12:00Z", "UTC", "2 3 4")]
    [InlineData("2026-01-02T23:59:59Z", "2026-01-04T00:00:01Z", "UTC", "2 3 4")]
    [InlineData("2026-01-03T00:00-08:00", "2026-01-05T00:00-08:00", "America/Los_Angeles", "3 4")]
    [InlineData("2026-01-03T00:00Z", "2026-01-05T00:00Z", "America/Los_Angeles", "2 3 4")]
    [InlineData("2026-01-03T00:00Z", "2026-01-04T00:00Z", "Pacific/Kiritimati", "3 4")]
    [InlineData("2027-01-01", null, "UTC", "")]
    [InlineData(null, "9999-12-31T23:59Z", "Pacific/Kiritimati", "1 2 3 4 5")]
    [InlineData("9999-12-31T23:59Z", null, "Pacific/Kiritimati", "")]
    public void Days_that_a_period_touches_are_compared_whole_and_others_are_left_out(string? since, string? until, string zone, string days)
    {
        var all = Enumerable.Range(1, 5).Select(day => new DateOnly(2026, 1, day)).ToArray();
        var period = BillPeriod.Touching(Moment(since), Moment(until), TimeZoneInfo.FindSystemTimeZoneById(zone));

        var compared = Reconciliation.Compare(all.Select(day => new BillLine(day, Dollar)), all.ToDictionary(day => day, _ => (Dollar, NanoUsd.Zero)), period);

        Assert.Equal(days, string.Join(' ', compared.Select(day => day.Day.Day)));
        Assert.All(compared, day => Assert.Equal(NanoUsd.Zero, day.Difference));
    }

    [Fact]
    public void Days_of_the_bill_or_of_the_ledger_alone_are_shown()
    {
        var (first, second) = (new DateOnly(2026, 1, 1), new DateOnly(2026, 1, 2));

        var days = Reconciliation.Compare([new(first, Dollar), new(first, Dollar)], new Dictionary<DateOnly, (NanoUsd, NanoUsd)> { [second] = (Dollar, Dollar) }, default);

        Assert.Equal(
            [new(first, Dollar + Dollar, NanoUsd.Zero, NanoUsd.Zero), new(second, NanoUsd.Zero, Dollar, Dollar)],
            days);
    }

    [Fact]
    public void Days_stand_in_their_order_whatever_that_of_the_bill_is()
    {
        var day = new DateOnly(2026, 1, 1);

        var days = Reconciliation.Compare(new[] { 3, 0, 2 }.Select(i => new BillLine(day.AddDays(i), Dollar)), new Dictionary<DateOnly, (NanoUsd, NanoUsd)> { [day.AddDays(1)] = default }, default);

        Assert.Equal([1, 2, 3, 4], days.Select(compared => compared.Day.Day));
    }

    [Theory]
    [InlineData(10, 10, 0, 0, true)]
    [InlineData(12, 10, 0, 2, false)]
    [InlineData(12, 10, 1, 2, false)]
    [InlineData(12, 10, 2, 2, true)]
    [InlineData(12, 10, 9, 2, true)]
    [InlineData(9, 10, 9, -1, false)]
    public void Unanswered_calls_explain_what_the_bill_has_more_and_no_more_than_they_may_have_cost(long bill, long ledger, long open, long difference, bool explained)
    {
        var day = new ReconciledDay(default, new NanoUsd(bill), new NanoUsd(ledger), new NanoUsd(open));

        Assert.Equal((difference, explained), (day.Difference.Value, day.IsExplained));
    }

    private static DateTimeOffset? Moment(string? text) =>
        text is null ? null : DateTimeOffset.Parse(text, System.Globalization.CultureInfo.InvariantCulture, System.Globalization.DateTimeStyles.AssumeUniversal);
}
