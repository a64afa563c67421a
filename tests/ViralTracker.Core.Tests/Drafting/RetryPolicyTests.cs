using ViralTracker.Core.Drafting;
using Xunit;

namespace ViralTracker.Core.Tests.Drafting;

public sealed class RetryPolicyTests
{
    [Fact]
    public void Delay_doubles_from_a_second_to_half_a_minute_and_jitter_takes_at_most_half_of_it()
    {
        var ceiling = 1.0;
        for (var failed = 1; failed <= 12; failed++, ceiling = Math.Min(30, ceiling * 2))
        {
            Assert.Equal(ceiling / 2, RetryPolicy.Delay(failed, 0).TotalSeconds, 6);
            Assert.Equal(ceiling, RetryPolicy.Delay(failed, 1).TotalSeconds, 6);
        }
    }

    [Theory]
    [InlineData(36.0, 1, 36)]
    [InlineData(1.0, 1, 1)]
    [InlineData(0.0, 1, 1)]
    [InlineData(0.0, 4, 8)]
    [InlineData(1.0, 7, 30)]
    [InlineData(null, 1, 4)]
    [InlineData(null, 2, 8)]
    public void Pause_is_as_asked_and_no_shorter_than_the_back_off(double? asked, int refused, double seconds) =>
        Assert.Equal(seconds, RetryPolicy.Pause(Seconds(asked), refused, 1).TotalSeconds, 6);

    /// <summary>Else eight refusals are over before the window of a minute that refused them; the last is waited for no more.</summary>
    [Theory]
    [InlineData(null, 0)]
    [InlineData(0.0, 0)]
    [InlineData(0.0, 0.5)]
    [InlineData(1.0, 0)]
    [InlineData(1.0, 1)]
    public void Pauses_outlast_a_minute_whatever_is_asked(double? asked, double jitter) =>
        Assert.True(Enumerable.Range(1, RetryPolicy.MaxRateLimited - 1).Sum(refused => RetryPolicy.Pause(Seconds(asked), refused, jitter).TotalSeconds) > 61);

    [Theory]
    [InlineData(null, 1, 1)]
    [InlineData(0.0, 2, 2)]
    [InlineData(7.0, 1, 7)]
    [InlineData(7.0, 4, 8)]
    [InlineData(86_400.0, 1, 60)]
    public void Failure_that_names_a_delay_is_not_tried_again_before_it(double? asked, int failed, double seconds) =>
        Assert.Equal(seconds, RetryPolicy.AfterFailure(Seconds(asked), failed, 1).TotalSeconds, 6);

    private static TimeSpan? Seconds(double? seconds) => seconds is { } given ? TimeSpan.FromSeconds(given) : null;
}
