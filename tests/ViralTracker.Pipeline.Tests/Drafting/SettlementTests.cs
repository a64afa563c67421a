using Microsoft.Extensions.AI;
using ViralTracker.Pipeline.Ports;
using Xunit;

namespace ViralTracker.Pipeline.Tests.Drafting;

public sealed class SettlementTests
{
    [Theory]
    [InlineData(true, CallState.Settled)]
    [InlineData(false, CallState.Unknown)]
    public async Task Answer_without_a_count_of_its_tokens_is_drafted_from_and_keeps_its_reservation(bool counted, CallState state)
    {
        var answer = EngineWorld.Answer();
        answer.Usage = counted ? new UsageDetails { InputTokenCount = 100, OutputTokenCount = 20 } : null;
        using var world = new EngineWorld(_ => Task.FromResult(answer), new HurriedTime());

        var report = await world.DraftAsync(posts: 1, atOnce: 1);

        Assert.Equal(1, report.Drafted);
        Assert.Equal(state, Assert.Single(world.Settled).State);
    }
}
