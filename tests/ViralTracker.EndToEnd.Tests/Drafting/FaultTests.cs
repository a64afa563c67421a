using ViralTracker.GeminiStandIn;
using ViralTracker.Testing;
using Xunit;

namespace ViralTracker.EndToEnd.Tests.Drafting;

/// <summary>Each fault of a provider, alone, in the first request of a run of two packs: the run still drafts every post.</summary>
public sealed class FaultTests
{
    private const int Posts = 6;

    [Theory]
    [InlineData(Fault.RateLimited, "refused")]
    [InlineData(Fault.RateLimitedBare, "refused")]
    [InlineData(Fault.RateLimitedHelpOnly, "refused")]
    [InlineData(Fault.DailyQuota, "refused")]
    [InlineData(Fault.InternalError, "refused")]
    [InlineData(Fault.Unavailable, "refused")]
    [InlineData(Fault.BadGateway, "unknown")]
    [InlineData(Fault.ResetBeforeBilling, "unknown")]
    [InlineData(Fault.ResetAfterBilling, "unknown")]
    [InlineData(Fault.Hang, "unknown")]
    [InlineData(Fault.MalformedBody, "unknown")]
    [InlineData(Fault.BrokenGzip, "unknown")]
    [InlineData(Fault.MalformedAnswer, "settled")]
    [InlineData(Fault.FencedAnswer, "settled")]
    [InlineData(Fault.TruncatedAnswer, "settled")]
    [InlineData(Fault.EmptyAnswer, "settled")]
    [InlineData(Fault.MissingItem, "settled")]
    [InlineData(Fault.RepeatedItem, "settled")]
    [InlineData(Fault.UnknownId, "settled")]
    [InlineData(Fault.NullField, "settled")]
    [InlineData(Fault.OverlongItem, "settled")]
    [InlineData(Fault.PromptBlocked, "settled")]
    [InlineData(Fault.AnswerBlocked, "settled")]
    [InlineData(Fault.TotalDiffers, "settled")]
    [InlineData(Fault.SchemaRefusedByBounds, "refused")]
    [InlineData(Fault.SchemaRefusedByEnum, "refused")]
    public async Task Fault_of_one_call_leaves_every_post_drafted_and_the_ledger_equal_to_the_bill(Fault fault, string state)
    {
        await using var world = await DraftingWorld.StartAsync(Posts, new StandInOptions { Script = [fault] });

        var result = (await world.DraftAsync("--tweets-per-request", "3", "--timeout", "3")).ShouldExit(0);

        world.ShouldHaveDraftedRightly(Posts);
        world.LedgerShouldEqualTheBill();
        world.ShouldKeepSecrets(result, Posts);
        Assert.Equal(fault, Assert.Single(world.Provider.Log, a => a.Fault is not null).Fault);
        if (state != "settled") Assert.Equal(state, Assert.Single(world.Ledger.Calls, c => c.State != "settled").State);
    }

    [Fact]
    public async Task Missing_repeated_and_unknown_parts_are_asked_again_and_the_others_saved_at_once()
    {
        await using var world = await DraftingWorld.StartAsync(5, new StandInOptions { Script = [Fault.MissingItem] });

        (await world.DraftAsync("--tweets-per-request", "5")).ShouldExit(0);

        Assert.Equal([5, 1], world.Ledger.Calls.Select(c => c.Posts));
    }

    [Fact]
    public async Task Pack_that_takes_too_long_goes_again_in_halves()
    {
        await using var world = await DraftingWorld.StartAsync(4, new StandInOptions { LatencyPerPost = TimeSpan.FromSeconds(1) });

        (await world.DraftAsync("--tweets-per-request", "4", "--timeout", "3")).ShouldExit(0);

        Assert.Equal([4, 2, 2], world.Ledger.Calls.Select(c => c.Posts));
        world.ShouldHaveDraftedRightly(4);
        world.LedgerShouldEqualTheBill();
    }

    [Fact]
    public async Task Overloaded_provider_gets_fewer_calls_at_once_and_then_more_again()
    {
        await using var world = await DraftingWorld.StartAsync(40, new StandInOptions
        {
            Script = [Fault.Unavailable, Fault.Unavailable, Fault.Unavailable, Fault.Unavailable],
            Latency = TimeSpan.FromMilliseconds(300),
        });

        (await world.DraftAsync("--batch-size", "4", "--tweets-per-request", "1")).ShouldExit(0);

        var sent = world.Provider.Log.Select(a => a.Elapsed).Order().Skip(4).ToArray();
        // One at a time after the four refusals, later several within the time of one answer.
        Assert.True(sent[1] - sent[0] > TimeSpan.FromMilliseconds(250), $"the second call came {sent[1] - sent[0]} after the first");
        Assert.Contains(sent.Zip(sent.Skip(2)), pair => pair.Second - pair.First < TimeSpan.FromMilliseconds(300));
        world.ShouldHaveDraftedRightly(40);
    }

    [Fact]
    public async Task Pack_that_fails_four_times_exits_1_and_says_why()
    {
        await using var world = await DraftingWorld.StartAsync(2, new StandInOptions { FaultRates = new Dictionary<Fault, double> { [Fault.InternalError] = 1 } });

        var result = (await world.DraftAsync("--tweets-per-request", "2")).ShouldExit(1);

        Assert.Contains("2 posts failed", result.Out, StringComparison.Ordinal);
        Assert.Contains("An internal error has occurred", result.Out, StringComparison.Ordinal);
        Assert.Equal(4, world.Provider.Log.Count);
    }

    [Fact]
    public async Task Every_fault_by_chance_leaves_each_answerable_post_drafted_after_one_rerun()
    {
        var rates = Enum.GetValues<Fault>()
            .Where(f => f is not (Fault.RateLimitedForLong or Fault.DailyQuota or Fault.DailyQuotaFinal or Fault.Forbidden or Fault.InvalidRequest or Fault.MissingVector or Fault.SchemaRefused or Fault.FormatRefused or Fault.AnyFormatRefused))
            .ToDictionary(f => f, _ => 0.02);
        var provider = new StandInOptions { FaultRates = rates, BlockedPostShare = 0.03, Seed = 3 };
        await using var world = await DraftingWorld.StartAsync(100, provider);

        var result = await world.DraftAsync("--tweets-per-request", "4", "--batch-size", "16", "--timeout", "2");
        if (result.ExitCode != 0) (await world.DraftAsync("--tweets-per-request", "4", "--batch-size", "16", "--timeout", "2")).ShouldExit(0);

        var blocked = Enumerable.Range(0, 100).Select(MadeUpPosts.Text).Where(provider.Blocks).ToArray();
        Assert.NotEmpty(blocked);
        Assert.Empty(blocked.Except(world.Ledger.BlockedPosts));
        // Chance may block an answerable post as often as a post that is blocked for good: once in a few hundred runs.
        Assert.InRange(world.Ledger.Blocked, blocked.Length, blocked.Length + 1);
        world.ShouldHaveDraftedRightly(100 - world.Ledger.Blocked);
        world.LedgerShouldEqualTheBill();
        world.ShouldKeepSecrets(result, 100);
    }
}
