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

    [Theory]
    [InlineData("2026-03-08T08:30:00Z", "2026-03-08T08:00:00Z", "2026-03-09T07:00:00Z")] // the day has 23 hours
    [InlineData("2026-11-01T20:00:00Z", "2026-11-01T07:00:00Z", "2026-11-02T08:00:00Z")] // the day has 25 hours
    [InlineData("2026-06-15T06:59:59Z", "2026-06-14T07:00:00Z", "2026-06-15T07:00:00Z")]
    public void Quota_day_begins_and_ends_at_midnight_pacific(string now, string began, string ends)
    {
        Assert.Equal(Utc(began), QuotaDay.StartOfDay(Utc(now), QuotaDay.Pacific));
        Assert.Equal(Utc(ends), QuotaDay.StartOfNextDay(Utc(now), QuotaDay.Pacific));

        static DateTimeOffset Utc(string text) => DateTimeOffset.Parse(text, System.Globalization.CultureInfo.InvariantCulture);
    }
}
