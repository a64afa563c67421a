using Microsoft.Extensions.AI;
using ViralTracker.Core.Spending;
using ViralTracker.Pipeline.Drafting;
using ViralTracker.Pipeline.Models;
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

    private const string TwoOfThree = """{"posts":[{"id":"p1","a":"One.","b":"Two?"},{"id":"p2","a":null,"b":null},{"id":"p3","a":"Three.","b":null}]}""";

    /// <summary>100 tokens of prompt at $1.50 and 20 of answer at $9.00 or, of the older version, $7.50 a million.</summary>
    [Theory]
    [InlineData("gemini-3.5-flash", TwoOfThree, 3, "165000 0 165000")]
    [InlineData("gemini-3.6-flash", TwoOfThree, 3, "150000 0 150000")]
    [InlineData("gemini-3.5-flash", """{"posts":[{"id":"p2","a":"Two.","b":null}]}""", 1, "0 330000 0")]
    [InlineData("gemini-3.5-flash", "Sorry, no.", 0, "110000 110000 110000")]
    public async Task Answer_costs_what_its_version_does_and_that_falls_on_the_posts_it_drafts(string version, string text, int answered, string shares)
    {
        var answers = new Queue<string>([text]);
        using var world = new EngineWorld(_ => Task.FromResult(Paid(version, answers.TryDequeue(out var first) ? first : "[]")), new HurriedTime());

        var report = await EngineWorld.DraftAsync(3, world.Setup with { Options = world.Setup.Options with { TweetsPerRequest = 3 } });

        var saved = world.Saved[0];
        Assert.Equal(shares, string.Join(' ', saved.Shares.Select(share => share.Cost.Value)));
        Assert.Equal(saved.Shares.Where(_ => saved.Drafts.Count > 0).Sum(share => share.Cost.Value), saved.Drafts.Sum(draft => draft.Cost.Value));
        Assert.Equal((new NanoUsd(saved.Shares.Sum(share => share.Cost.Value)), answered), (saved.Settlement.Cost, saved.Settlement.PostsAnswered));
        Assert.Equal(world.Settled.Sum(call => call.Cost!.Value.Value), report.Cost.Value);
    }

    /// <summary>Of three posts the first; "Long." is over its kind's length, "Bad." breaks another rule.</summary>
    [Theory]
    [InlineData("""{"id":"p1","a":"One.","b":"Two?"}""", 3, 0)]
    [InlineData("""{"id":"p1","a":null,"b":null}""", 3, 0)]
    [InlineData("""{"id":"p1","a":"Bad.","b":"Two?"}""", 3, 1)]
    [InlineData("""{"id":"p1","a":"Bad.","b":"Bad."}""", 3, 1)]
    [InlineData("""{"id":"p1","a":"One."}""", 2, 1)]
    [InlineData("""{"id":"p1","a":"Bad."}""", 2, 1)]
    [InlineData("""{"id":"p1","a":null}""", 2, 1)]
    [InlineData("""{"id":"p1","a":"One.","b":7}""", 2, 1)]
    [InlineData("""{"id":"p1","a":"Long.","b":"Two?"}""", 2, 1)]
    [InlineData("""{"id":"p1","a":"One.","b":"Two?"},{"id":"p1","a":"Another.","b":"Two?"}""", 2, 1)]
    [InlineData("""{"id":"p4","a":"One.","b":"Two?"}""", 2, 1)]
    public async Task Post_is_answered_where_its_part_is_whole_and_asked_again_for_rejected_drafts_too(string part, int answered, int again)
    {
        var answers = new Queue<string>([$$"""{"posts":[{{part}},{"id":"p2","a":"One.","b":"Two?"},{"id":"p3","a":null,"b":"Two?"}]}"""]);
        using var world = new EngineWorld(_ => Task.FromResult(Paid("gemini-3.5-flash", answers.TryDequeue(out var first) ? first : "[]")), new HurriedTime())
        {
            Check = _ => (_, text) => new(text switch { "Long." => new DraftFinding("too_long", "600 characters"), "Bad." => new DraftFinding("empty", "nothing"), _ => null }, 0),
        };

        await world.DraftAsync(3, atOnce: 1, perRequest: 3);

        Assert.Equal((answered, again), (world.Settled[0].PostsAnswered, world.Settled[0].PostsAskedAgain));
    }

    [Theory]
    [InlineData(true, CallState.Unknown)]
    [InlineData(false, CallState.Refused)]
    public async Task Failed_call_keeps_its_reservation_only_where_it_may_have_been_billed(bool mayHaveBeenBilled, CallState state)
    {
        var failure = new ModelCallException(CallOutcome.ServerError, "No.") { HttpStatus = 502, MayHaveBeenBilled = mayHaveBeenBilled };
        using var world = new EngineWorld(_ => Task.FromException<ChatResponse>(failure), new HurriedTime());

        var report = await world.DraftAsync(posts: 1, atOnce: 1);

        Assert.Equal(Enumerable.Repeat(state, 4), world.Settled.Select(call => call.State));
        Assert.Equal(mayHaveBeenBilled ? world.Reserved.Sum(call => call.Reserved!.Value.Value) : 0, report.Unknown.Value);
    }

    /// <summary>The one that answers is dearer or cheaper than the one asked for, or the same.</summary>
    [Theory]
    [InlineData("gemini-3.5-flash-lite", "gemini-3.5-flash", "gemini-3.5-flash")]
    [InlineData("gemini-3.5-flash", "gemini-3.5-flash-lite", "gemini-3.5-flash")]
    [InlineData("gemini-3.5-flash", "gemini-3.5-flash", "gemini-3.5-flash")]
    public async Task Reservations_after_an_answer_are_at_the_dearest_price_seen(string asked, string answering, string priced)
    {
        var (first, later) = await ReservedAsync(asked, answering);

        Assert.Equal((await ReservedAsync(asked, asked)).First, first);
        Assert.Equal((await ReservedAsync(priced, priced)).Later, later);
    }

    [Fact]
    public async Task First_reservation_is_at_the_price_of_the_dearer_version_that_answered_an_earlier_run()
    {
        const string Lite = "gemini-3.5-flash-lite";
        Assert.Equal((await ReservedAsync(Samples.Model.Key.Model, Lite)).First, (await ReservedAsync(Lite, Lite, before: Samples.Model.Key.Model)).First);
    }

    private static async Task<(NanoUsd First, NanoUsd Later)> ReservedAsync(string asked, string answering, string? before = null)
    {
        var earlier = new PastCall(1, 1, 0, TimeSpan.FromSeconds(1), 100, default, before);
        using var world = new EngineWorld(_ => Task.FromResult(Paid(answering, """{"posts":[{"id":"p1","a":"One.","b":"Two?"}]}""")), new HurriedTime()) { History = before is null ? [] : [earlier] };
        await EngineWorld.DraftAsync(2, world.Setup with { Model = world.Setup.Model with { Key = world.Setup.Model.Key with { Model = asked } } });
        return (world.Reserved[0].Reserved!.Value, world.Reserved[1].Reserved!.Value);
    }

    private static ChatResponse Paid(string version, string text)
    {
        var answer = Samples.Answer(text);
        (answer.ModelId, answer.Usage) = (version, new UsageDetails { InputTokenCount = 100, OutputTokenCount = 20 });
        return answer;
    }
}
