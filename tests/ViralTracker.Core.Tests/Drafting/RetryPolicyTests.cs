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
}
