using Microsoft.Extensions.AI;
using ViralTracker.Pipeline.Drafting;
using ViralTracker.Pipeline.Models;
using ViralTracker.Pipeline.Ports;
using Xunit;

namespace ViralTracker.Pipeline.Tests.Drafting;

public sealed class TokenCountsTests
{
    /// <summary>How often the provider is asked, and for how many seconds is waited at most.</summary>
    [Theory]
    [InlineData(CallOutcome.ServerError, null, 1, 2, 1)]
    [InlineData(CallOutcome.RateLimited, null, 1, 2, 1)]
    [InlineData(CallOutcome.RateLimited, 20, 1, 2, 20)]
    [InlineData(CallOutcome.Network, null, 2, 2, 1)]
    [InlineData(CallOutcome.RateLimited, 61, 1, 1, 0)]
    [InlineData(CallOutcome.DailyQuota, 20, 1, 1, 0)]
    [InlineData(CallOutcome.Unauthorized, null, 1, 1, 0)]
    public async Task What_may_pass_soon_is_tried_once_more(CallOutcome outcome, int? retryAfter, int failures, int asked, int waited)
    {
        var time = new HurriedTime();
        using var world = new EngineWorld(_ => throw new NotSupportedException(), time);
        var provider = new Provider(failures, () => new(outcome, "no") { RetryAfter = retryAfter is { } s ? TimeSpan.FromSeconds(s) : null });
        var began = time.Passed;

        var count = new TokenCounts(provider, world.Setup.Calls).OfAsync(Samples.Request(Samples.Pack(1)), TestContext.Current.CancellationToken);

        if (failures < asked) Assert.Equal(7, await count);
        else Assert.Equal(outcome, (await Assert.ThrowsAsync<ModelCallException>(() => count)).Outcome);
        Assert.Equal(asked, provider.Asked);
        Assert.InRange((time.Passed - began).TotalSeconds, waited / 2.0, waited + 0.01);
    }

    private sealed class Provider(int failures, Func<ModelCallException> failure) : ITokenCounter
    {
        public int Asked { get; private set; }

        public Task<long> CountTokensAsync(IEnumerable<ChatMessage> messages, ChatOptions? options, CancellationToken ct) =>
            ++Asked <= failures ? Task.FromException<long>(failure()) : Task.FromResult(7L);
    }
}
