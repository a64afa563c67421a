using System.Text.RegularExpressions;
using Microsoft.Extensions.AI;
using ViralTracker.Pipeline.Models;
using ViralTracker.Pipeline.Ports;
using Xunit;

namespace ViralTracker.Pipeline.Tests.Drafting;

public sealed class RetryTests
{
    /// <summary>What a provider that answers nothing else is asked, for how long, and how that ends.</summary>
    [Theory]
    [InlineData(CallOutcome.ServerError, null, 4, 3.5, 8, "failed")]
    [InlineData(CallOutcome.Timeout, null, 4, 3.5, 8, "failed")]
    [InlineData(CallOutcome.Network, null, 4, 3.5, 8, "failed")]
    [InlineData(CallOutcome.Unparsable, null, 4, 3.5, 8, "failed")]
    [InlineData(CallOutcome.ServerError, 20.0, 4, 60, 61, "failed")]
    [InlineData(CallOutcome.BadRequest, null, 1, 0, 0, "Refused")]
    [InlineData(CallOutcome.Unauthorized, null, 1, 0, 0, "Refused")]
    [InlineData(CallOutcome.NotFound, null, 1, 0, 0, "Refused")]
    [InlineData(CallOutcome.NoCredit, 20.0, 1, 0, 0, "Refused")]
    [InlineData(CallOutcome.SchemaRefused, null, 3, 0, 0, "Refused")]
    [InlineData(CallOutcome.DailyQuota, null, 1, 0, 0, "DailyQuota")]
    [InlineData(CallOutcome.DailyQuota, 20.0, 2, 20, 21, "DailyQuota")]
    [InlineData(CallOutcome.DailyQuota, 3_600.0, 1, 0, 0, "DailyQuota")]
    [InlineData(CallOutcome.RateLimited, 7_200.0, 1, 0, 0, "TooManyRequests")]
    public async Task Failure_is_tried_again_as_often_as_it_may_pass(CallOutcome outcome, double? retryAfter, int calls, double from, double to, string end)
    {
        var time = new HurriedTime();
        var failure = new ModelCallException(outcome, "No.") { HttpStatus = 400, RetryAfter = retryAfter is { } seconds ? TimeSpan.FromSeconds(seconds) : null };
        var asked = 0;
        using var world = new EngineWorld(_ => ++asked > 20 ? throw new NotSupportedException("asked again and again") : Task.FromException<ChatResponse>(failure), time);

        var report = await world.DraftAsync(posts: 1, atOnce: 1);

        Assert.Equal((calls, calls), (asked, world.Settled.Count));
        Assert.InRange(time.Passed.TotalSeconds, from, to);
        Assert.Equal((end == "failed" ? 1 : 0, end == "failed" ? 0 : 1), (report.Failed, report.Left));
        Assert.Equal(end == "failed" ? null : end, report.Stopped?.GetType().Name);
    }

    /// <summary>A pack that is too much for the provider passes in halves: too long to wait for, or more tokens than it takes in a minute.</summary>
    [Theory]
    [InlineData(CallOutcome.Timeout, null)]
    [InlineData(CallOutcome.RateLimited, "GenerateContentInputTokensPerModelPerMinute")]
    public async Task Pack_that_is_too_large_goes_again_in_halves(CallOutcome outcome, string? quota)
    {
        var calls = 0;
        using var world = new EngineWorld(
            request => ++calls > 20 ? throw new NotSupportedException("asked again and again")
                : Regex.Count(request, "Post number") > 2 ? Task.FromException<ChatResponse>(new ModelCallException(outcome, "No.") { QuotaId = quota, QuotaLimit = quota is null ? null : 300 })
                : Task.FromResult(Samples.Answer("""{"posts":[{"id":"p1","a":"A draft.","b":null},{"id":"p2","a":"Another one.","b":null}]}""")),
            new HurriedTime());

        var report = await EngineWorld.DraftAsync(8, world.Setup with { Options = world.Setup.Options with { TweetsPerRequest = 8 } });

        Assert.Equal((8, 0, null), (report.Drafted, report.Failed, report.Stopped));
    }

    [Theory]
    [InlineData(1, 1)]
    [InlineData(3, 1)]
    [InlineData(3, 5)]
    public async Task Posts_each_more_than_the_provider_takes_in_a_minute_fail_and_the_run_ends(int posts, int atOnce)
    {
        var calls = 0;
        var failure = new ModelCallException(CallOutcome.RateLimited, "No.") { QuotaId = "InputTokensPerMinute", QuotaLimit = 10 };
        using var world = new EngineWorld(_ => ++calls > 100 ? throw new NotSupportedException("asked again and again") : Task.FromException<ChatResponse>(failure), new HurriedTime());

        var report = await world.DraftAsync(posts, atOnce);

        Assert.Equal((posts, null), (report.Failed, report.Stopped));
    }

    [Fact]
    public async Task Wall_clock_set_back_an_hour_delays_no_pack_that_waits_to_be_tried_again()
    {
        var time = new HurriedTime();
        var calls = 0;
        using var world = new EngineWorld(
            _ =>
            {
                if (++calls == 1) return Task.FromException<ChatResponse>(new ModelCallException(CallOutcome.ServerError, "No."));
                time.SetBack = TimeSpan.FromHours(1);
                return Task.FromResult(EngineWorld.Answer());
            },
            time);

        var report = await world.DraftAsync(posts: 2, atOnce: 1);

        Assert.Equal((2, 3), (report.Drafted, calls));
        Assert.InRange(time.Passed.TotalSeconds, 0.4, 5);
    }
}
