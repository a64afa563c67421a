using ViralTracker.Core.Texts;
using Xunit;

namespace ViralTracker.Core.Tests.Texts;

public sealed class UtcTextTests
{
    [Theory]
    [InlineData("2025-11-01", "2025-11-01T00:00:00Z")]
    [InlineData("2025-11-01T12:00", "2025-11-01T12:00:00Z")]
    [InlineData("2025-11-01 12:00Z", "2025-11-01T12:00:00Z")]
    [InlineData("2025-11-01T12:00:00.5+02:00", "2025-11-01T10:00:00Z")]
    [InlineData("2025-11-01 12:00:59.999", "2025-11-01T12:00:59Z")]
    public void Times_are_utc_where_no_zone_is_given_and_told_to_the_second(string typed, string told)
    {
        Assert.True(UtcText.TryParse(typed, out var time));
        Assert.Equal(told, UtcText.Of(time));
    }

    [Theory]
    [InlineData("")]
    [InlineData("yesterday")]
    [InlineData("2025-13-01")]
    [InlineData("11/01/2025")]
    [InlineData("2025-11-01T12")]
    [InlineData("1969-12-31")]
    public void Anything_else_is_no_time(string typed) => Assert.False(UtcText.TryParse(typed, out _));
}
