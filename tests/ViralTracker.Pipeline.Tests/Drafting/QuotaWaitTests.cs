using ViralTracker.Core.Quotas;
using ViralTracker.Pipeline.Drafting;
using Xunit;

namespace ViralTracker.Pipeline.Tests.Drafting;

public sealed class QuotaWaitTests
{
    [Theory]
    [InlineData(0, 2, "for the request quota")]
    [InlineData(1, 2, "for the request quota")]
    [InlineData(2, 1, "for the request quota, which other runs used up")]
    [InlineData(9, 1, "for the request quota, which other runs used up")]
    public async Task Wait_for_quota_says_when_none_of_it_is_the_runs_own(int others, int posts, string reason)
    {
        using var world = new EngineWorld(_ => Task.FromResult(EngineWorld.Answer()), new HurriedTime());
        for (var i = 0; i < others; i++) world.OtherRunSent();

        // The third of its own, or the first beside enough others, has to wait.
        var report = await world.DraftAsync(posts + (others == 0 ? 1 : 0), atOnce: 1, new QuotaLimits { RequestsPerMinute = 2 });

        Assert.Equal(report.Posts, report.Drafted);
        Assert.InRange(Assert.Single(world.Settled, call => call.QuotaWait > TimeSpan.Zero).QuotaWait.TotalSeconds, 50, 65);
        Assert.Equal(reason, Assert.Single(world.Events.OfType<DraftEvent.Waiting>()).Reason);
    }
}
