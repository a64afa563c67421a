using ViralTracker.Pipeline.Runs;
using Xunit;

namespace ViralTracker.Pipeline.Tests.Runs;

public sealed class RunClockTests
{
    private sealed class TwoClocks : TimeProvider
    {
        public DateTimeOffset Wall { get; set; } = new(2026, 3, 1, 12, 0, 0, TimeSpan.Zero);

        public long Ticks { get; set; }

        public override long TimestampFrequency => TimeSpan.TicksPerSecond;

        public override DateTimeOffset GetUtcNow() => Wall;

        public override long GetTimestamp() => Ticks;
    }

    [Fact]
    public void Wall_clock_set_back_an_hour_does_not_move_a_runs_time()
    {
        var time = new TwoClocks();
        var clock = new RunClock(time);
        var began = clock.Now;

        time.Ticks += 5 * TimeSpan.TicksPerSecond;
        time.Wall -= TimeSpan.FromHours(1);

        Assert.Equal(began.AddSeconds(5), clock.Now);
    }

    [Fact]
    public void Clock_goes_on_with_the_wall_clock_after_the_machine_slept()
    {
        var time = new TwoClocks();
        var clock = new RunClock(time);
        var began = clock.Now;

        time.Ticks += 5 * TimeSpan.TicksPerSecond;
        time.Wall += TimeSpan.FromHours(8);
        Assert.Equal(began.AddHours(8), clock.Now);
        Assert.Equal(TimeSpan.FromSeconds(5), clock.Elapsed);

        time.Ticks += 2 * TimeSpan.TicksPerSecond;
        Assert.Equal(began.AddHours(8).AddSeconds(2), clock.Now);
    }

    [Fact]
    public void Wall_clock_that_runs_a_little_ahead_does_not_move_a_runs_time()
    {
        var time = new TwoClocks();
        var clock = new RunClock(time);
        var began = clock.Now;

        time.Wall += TimeSpan.FromSeconds(5);

        Assert.Equal(began, clock.Now);
    }

    [Fact]
    public void Wall_clock_set_forward_by_mistake_and_back_does_not_stall_a_runs_time()
    {
        var time = new TwoClocks();
        var clock = new RunClock(time);
        var began = clock.Now;

        time.Wall += TimeSpan.FromDays(1);
        Assert.Equal(began.AddDays(1), clock.Now);
        time.Wall -= TimeSpan.FromDays(1);
        time.Ticks += TimeSpan.TicksPerMinute;

        Assert.Equal(began.AddDays(1).AddMinutes(1), clock.Now);
    }

    [Theory]
    [InlineData("Atlantic/Azores", "2026-10-25T00:30:00Z", "2026-10-25T00:00:00Z")] // from 01:00 back to 00:00
    [InlineData("Atlantic/Azores", "2026-10-25T01:30:00Z", "2026-10-25T00:00:00Z")]
    [InlineData("America/Havana", "2026-11-01T04:30:00Z", "2026-11-01T04:00:00Z")]
    public void Day_that_has_midnight_twice_begins_at_the_first(string zone, string now, string began) =>
        Assert.Equal(Utc(began), QuotaDay.StartOfDay(Utc(now), TimeZoneInfo.FindSystemTimeZoneById(zone)));

    [Fact]
    public void Month_that_begins_with_midnight_twice_begins_at_the_first() =>
        Assert.Equal(Utc("2026-11-01T04:00:00Z"), QuotaDay.StartOfMonth(Utc("2026-11-01T04:30:00Z"), TimeZoneInfo.FindSystemTimeZoneById("America/Havana")));

    [Theory]
    [InlineData("2026-11-23T10:00:00Z", "2026-11-30T23:00:00Z")]
    [InlineData("2026-10-31T23:30:00Z", "2026-11-30T23:00:00Z")] // there it is November
    [InlineData("2026-12-31T10:00:00Z", "2026-12-31T23:00:00Z")]
    public void Next_month_begins_at_midnight_in_the_zone(string now, string next) =>
        Assert.Equal(Utc(next), QuotaDay.StartOfNextMonth(Utc(now), TimeZoneInfo.FindSystemTimeZoneById("Europe/Berlin")));

    [Theory]
    [InlineData("2026-03-08T08:30:00Z", "2026-03-08T08:00:00Z", "2026-03-09T07:00:00Z")] // the day has 23 hours
    [InlineData("2026-11-01T20:00:00Z", "2026-11-01T07:00:00Z", "2026-11-02T08:00:00Z")] // the day has 25 hours
    [InlineData("2026-06-15T06:59:59Z", "2026-06-14T07:00:00Z", "2026-06-15T07:00:00Z")]
    public void Quota_day_begins_and_ends_at_midnight_pacific(string now, string began, string ends)
    {
        Assert.Equal(Utc(began), QuotaDay.StartOfDay(Utc(now), QuotaDay.Pacific));
        Assert.Equal(Utc(ends), QuotaDay.StartOfNextDay(Utc(now), QuotaDay.Pacific));
    }

    /// <summary>No moment belongs to two days or to none, whatever clocks do there; and months are made of whole days.</summary>
    [Theory]
    [InlineData("America/New_York", 2026)]
    [InlineData("America/Los_Angeles", 2027)]
    [InlineData("Pacific/Apia", 2026)]
    [InlineData("Asia/Kolkata", 2026)]
    [InlineData("Asia/Kathmandu", 2026)]
    [InlineData("Australia/Lord_Howe", 2026)] // by half an hour
    [InlineData("America/Sao_Paulo", 2018)] // at midnight
    [InlineData("Africa/Cairo", 2026)]
    [InlineData("America/Havana", 2026)]
    public void Days_and_months_follow_each_other_without_gap_or_overlap(string name, int year)
    {
        var zone = TimeZoneInfo.FindSystemTimeZoneById(name);
        var end = new DateTimeOffset(year + 1, 1, 2, 0, 0, 0, TimeSpan.Zero);
        for (var now = new DateTimeOffset(year, 1, 1, 0, 0, 0, TimeSpan.Zero); now < end; now += TimeSpan.FromMinutes(15))
        {
            var (day, next, month) = (QuotaDay.StartOfDay(now, zone), QuotaDay.StartOfNextDay(now, zone), QuotaDay.StartOfMonth(now, zone));
            Assert.True(day <= now && now < next, $"{now:O} is not in {day:O}..{next:O}");
            Assert.Equal(day, QuotaDay.StartOfDay(next.AddTicks(-1), zone));
            Assert.Equal(next, QuotaDay.StartOfDay(next, zone));
            Assert.InRange(next - day, TimeSpan.FromHours(23), TimeSpan.FromHours(25));
            Assert.True(month <= day && next <= QuotaDay.StartOfNextMonth(now, zone), $"the day of {now:O} is not within its month");
            Assert.Equal(month, QuotaDay.StartOfDay(month, zone));
        }
    }

    private static DateTimeOffset Utc(string text) => DateTimeOffset.Parse(text, System.Globalization.CultureInfo.InvariantCulture);
}
