using System.Diagnostics;
using Microsoft.Extensions.AI;
using ViralTracker.Core.Drafting;
using ViralTracker.Core.Quotas;
using ViralTracker.Pipeline.Drafting;
using ViralTracker.Pipeline.Models;
using ViralTracker.Pipeline.Ports;
using Xunit;

namespace ViralTracker.Pipeline.Tests.Drafting;

public sealed class TooManyRequestsTests
{
    [Theory]
    [InlineData(1, 1)]
    [InlineData(3, 1)]
    [InlineData(6, 5)]
    public async Task Provider_that_refuses_whatever_is_sent_ends_the_run_after_eight_refusals_and_more_than_a_minute(int posts, int atOnce)
    {
        var time = new HurriedTime();
        using var world = new EngineWorld(_ => Task.FromException<ChatResponse>(EngineWorld.TooMany()), time);

        var report = await world.DraftAsync(posts, atOnce);

        var stopped = Assert.IsType<StopReason.TooManyRequests>(report.Stopped);
        Assert.Equal((null, "Too many requests."), (stopped.Until, stopped.Message));
        Assert.Equal((posts, 0), (report.Left, report.Failed));
        Assert.InRange(time.Passed.TotalSeconds, 61, 200);
        // Those beside a refusal of a call that is alone show nothing more.
        Assert.InRange(world.Settled.Count, RetryPolicy.MaxRateLimited, RetryPolicy.MaxRateLimited * atOnce);
        Assert.All(world.Settled, call => Assert.Equal(CallState.Refused, call.State));
    }

    [Fact]
    public async Task Answer_between_refusals_begins_their_count_anew()
    {
        var time = new HurriedTime();
        var calls = 0;
        using var world = new EngineWorld(_ => ++calls == 8 ? Task.FromResult(EngineWorld.Answer()) : Task.FromException<ChatResponse>(EngineWorld.TooMany()), time);

        var report = await world.DraftAsync(posts: 9, atOnce: 1);

        Assert.Equal((1, 8, 0), (report.Drafted, report.Left, report.Failed));
        Assert.IsType<StopReason.TooManyRequests>(report.Stopped);
        Assert.Equal(8 + RetryPolicy.MaxRateLimited, world.Settled.Count);
    }

    [Theory]
    [InlineData(null, "after 'too many requests'")]
    [InlineData(0, "after 'too many requests'")]
    [InlineData(20, "as the provider asked")]
    public async Task Pause_is_told_as_the_providers_only_where_it_asked_for_it(int? asked, string told)
    {
        var calls = 0;
        using var world = new EngineWorld(
            _ => ++calls == 1 ? Task.FromException<ChatResponse>(EngineWorld.TooMany(asked is { } seconds ? TimeSpan.FromSeconds(seconds) : null)) : Task.FromResult(EngineWorld.Answer()), new HurriedTime());

        Assert.Equal(2, (await world.DraftAsync(posts: 2, atOnce: 1)).Drafted);

        Assert.Equal([told], world.Events.OfType<DraftEvent.Waiting>().Select(wait => wait.Reason).Where(reason => reason != "before trying again").Distinct());
    }

    [Fact]
    public async Task Limit_that_a_refusal_names_is_kept_by_the_rest_of_the_run()
    {
        const int limit = 5;
        var time = new HurriedTime();
        var taken = new Queue<TimeSpan>();
        using var world = new EngineWorld(
            _ =>
            {
                while (taken.TryPeek(out var first) && first + TimeSpan.FromMinutes(1) <= time.Passed) taken.Dequeue();
                if (taken.Count >= limit)
                    return Task.FromException<ChatResponse>(new ModelCallException(CallOutcome.RateLimited, "Too many requests.")
                    {
                        HttpStatus = 429,
                        QuotaId = "GenerateRequestsPerMinutePerProjectPerModel-FreeTier",
                        QuotaLimit = limit,
                        RetryAfter = taken.Peek() + TimeSpan.FromMinutes(1) - time.Passed,
                    });
                taken.Enqueue(time.Passed);
                return Task.FromResult(EngineWorld.Answer());
            },
            time);

        var report = await world.DraftAsync(posts: 20, atOnce: 1, new QuotaLimits { RequestsPerMinute = 15 });

        Assert.Equal(20, report.Drafted);
        Assert.Single(world.Settled, call => call.Outcome == CallOutcome.RateLimited);
    }

    [Theory]
    [InlineData(1)]
    [InlineData(5)]
    public async Task Pack_that_alone_is_refused_fails_alone(int atOnce)
    {
        using var world = new EngineWorld(
            post => post.Contains("number 3\"", StringComparison.Ordinal) ? Task.FromException<ChatResponse>(EngineWorld.TooMany()) : Task.FromResult(EngineWorld.Answer()), new HurriedTime());

        var report = await world.DraftAsync(posts: 40, atOnce);

        Assert.Null(report.Stopped);
        Assert.Equal((39, 1), (report.Drafted, report.Failed));
    }

    [Theory]
    [InlineData(5, 3, false)]
    [InlineData(12, 2, false)]
    [InlineData(64, 1, false)]
    [InlineData(8, 3, true)]
    [InlineData(64, 10, true)]
    public async Task Provider_that_takes_so_many_calls_at_once_drafts_every_post_with_few_refusals(int atOnce, int taken, bool saysWhenToTryAgain)
    {
        var underWay = 0;
        using var world = new EngineWorld(
            async _ =>
            {
                if (Interlocked.Increment(ref underWay) > taken)
                {
                    Interlocked.Decrement(ref underWay);
                    throw EngineWorld.TooMany(saysWhenToTryAgain ? TimeSpan.FromMilliseconds(50) : null);
                }
                await Task.Delay(TimeSpan.FromMilliseconds(20), TimeProvider.System, CancellationToken.None);
                Interlocked.Decrement(ref underWay);
                return EngineWorld.Answer();
            },
            TimeProvider.System);
        var began = Stopwatch.GetTimestamp();

        var report = await world.DraftAsync(posts: 100, atOnce);

        Assert.Equal((100, 0), (report.Drafted, report.Failed));
        Assert.Null(report.Stopped);
        Assert.InRange(world.Settled.Count(call => call.Outcome == CallOutcome.RateLimited), 1, atOnce + 12);
        if (!saysWhenToTryAgain) Assert.InRange(Stopwatch.GetElapsedTime(began).TotalSeconds, 0, 20);
    }

    [Theory]
    [InlineData(15, false, 5, 60)]
    [InlineData(15, false, 64, 60)]
    [InlineData(60, false, 64, 150)]
    [InlineData(15, true, 5, 45)]
    [InlineData(15, true, 64, 45)]
    [InlineData(5, true, 5, 15)]
    public async Task Provider_that_takes_so_many_calls_a_minute_and_does_not_say_so_drafts_every_post_with_few_refusals(int perMinute, bool countsRefused, int atOnce, int posts)
    {
        var time = new FastTime(100);
        var taken = new Queue<TimeSpan>();
        using var world = new EngineWorld(
            async _ =>
            {
                lock (taken)
                {
                    while (taken.TryPeek(out var first) && first + TimeSpan.FromMinutes(1) <= time.Passed) taken.Dequeue();
                    var refused = taken.Count >= perMinute;
                    if (!refused || countsRefused) taken.Enqueue(time.Passed);
                    if (refused) throw EngineWorld.TooMany();
                }
                await Task.Delay(TimeSpan.FromSeconds(2), time, CancellationToken.None);
                return EngineWorld.Answer();
            },
            time);

        var report = await world.DraftAsync(posts, atOnce);

        Assert.Null(report.Stopped);
        Assert.Equal((posts, 0), (report.Drafted, report.Failed));
        // The first requests go together; after that a dozen in a minute.
        Assert.InRange(world.Settled.Count(call => call.Outcome == CallOutcome.RateLimited), 1, atOnce + 12 * (1 + (int)time.Passed.TotalMinutes));
    }

    [Fact]
    public async Task Packs_of_a_provider_that_takes_a_call_now_and_then_fail_for_no_refusal()
    {
        var time = new FastTime(200);
        var (taken, next) = (new Lock(), TimeSpan.Zero);
        using var world = new EngineWorld(
            async _ =>
            {
                lock (taken)
                {
                    if (time.Passed < next) throw EngineWorld.TooMany();
                    next = time.Passed + TimeSpan.FromSeconds(20);
                }
                await Task.Delay(TimeSpan.FromSeconds(1), time, CancellationToken.None);
                return EngineWorld.Answer();
            },
            time);

        var report = await world.DraftAsync(posts: 20, atOnce: 64);

        Assert.Null(report.Stopped);
        Assert.Equal((20, 0), (report.Drafted, report.Failed));
    }
}
