using Microsoft.Extensions.AI;
using ViralTracker.Core.Quotas;
using ViralTracker.Pipeline.Drafting;
using ViralTracker.Pipeline.Models;
using ViralTracker.Pipeline.Ports;
using Xunit;

namespace ViralTracker.Pipeline.Tests.Drafting;

public sealed class TooLargeTests
{
    private static ModelCallException TooLarge() => new(CallOutcome.BadRequest, "The context is full.") { HttpStatus = 400, TooLarge = true };

    /// <summary>A model that takes so many posts at once.</summary>
    private static Func<string, Task<ChatResponse>> Taking(int posts, Func<string, bool>? never = null) => request =>
        EngineWorld.PostsIn(request) is var asked && (asked > posts || never?.Invoke(request) == true)
            ? Task.FromException<ChatResponse>(TooLarge()) : Task.FromResult(EngineWorld.Answer(asked));

    /// <summary>Refusals are free, but use up quota: what was learned is not asked again.</summary>
    [Theory]
    [InlineData(20, 20, 20, 1, 0)]
    [InlineData(40, 20, 10, 1, 1)]
    [InlineData(40, 20, 5, 1, 2)]
    [InlineData(40, 20, 1, 1, 5)]
    [InlineData(100, 20, 5, 5, 10)]
    public async Task Requests_shrink_until_they_fit_and_stay_so(int posts, int perRequest, int taken, int atOnce, int mostRefusals)
    {
        using var world = new EngineWorld(Taking(taken), new HurriedTime());

        var report = await world.DraftAsync(posts, atOnce, perRequest: perRequest);

        Assert.Equal((posts, 0, null), (report.Drafted, report.Failed, report.Stopped));
        Assert.InRange(world.Settled.Count(call => call.Outcome == CallOutcome.BadRequest), 0, mostRefusals);
    }

    [Fact]
    public async Task Post_that_does_not_fit_alone_fails_alone()
    {
        using var world = new EngineWorld(Taking(4, request => request.Contains("number 6\"", StringComparison.Ordinal)), new HurriedTime());

        var report = await world.DraftAsync(posts: 8, atOnce: 1, perRequest: 4);

        Assert.Equal((7, 1, null), (report.Drafted, report.Failed, report.Stopped));
        Assert.Equal(["The context is full."], report.Failures.Keys);
    }

    [Fact]
    public async Task Model_that_takes_not_even_one_post_ends_the_run()
    {
        using var world = new EngineWorld(Taking(0), new HurriedTime());

        var report = await world.DraftAsync(posts: 8, atOnce: 1, perRequest: 4);

        Assert.Equal(new StopReason.Refused(CallOutcome.BadRequest, "The context is full."), report.Stopped);
        Assert.Equal((8, 0), (report.Left, report.Failed));
        Assert.InRange(world.Settled.Count, 3, 6);
    }

    /// <summary>Where it is a limit of tokens a minute, later requests wait for it.</summary>
    [Fact]
    public async Task Limit_that_the_refusal_names_is_kept()
    {
        const int limit = 1_000;
        using var world = new EngineWorld(
            request => EngineWorld.PostsIn(request) is var asked && asked > 2
                ? Task.FromException<ChatResponse>(new ModelCallException(CallOutcome.BadRequest, "Too large.") { TooLarge = true, QuotaId = "TokensPerMinute", QuotaLimit = limit })
                : Task.FromResult(EngineWorld.Answer(asked)),
            new HurriedTime());

        await world.DraftAsync(posts: 8, atOnce: 1, QuotaLimits.None, perRequest: 8);

        Assert.Equal("1000", world.Notes["tokens_per_minute:k"].Value);
    }

    /// <summary>The client would send it in another way: without a second try nobody learns whether that passes.</summary>
    [Theory]
    [InlineData(1, 2, 0)]
    [InlineData(99, 0, 2)]
    public async Task Call_that_the_client_adapts_is_sent_again_a_few_times(int refusals, int drafted, int failed)
    {
        var calls = 0;
        using var world = new EngineWorld(
            _ => ++calls <= refusals
                ? Task.FromException<ChatResponse>(new ModelCallException(CallOutcome.BadRequest, "No such parameter.") { HttpStatus = 400, Adapted = true })
                : Task.FromResult(EngineWorld.Answer()),
            new HurriedTime());

        var report = await world.DraftAsync(posts: 2, atOnce: 1);

        Assert.Equal((drafted, failed, null), (report.Drafted, report.Failed, report.Stopped));
    }
}
