using ViralTracker.GeminiStandIn;
using ViralTracker.Testing;
using Xunit;

namespace ViralTracker.EndToEnd.Tests.Drafting;

/// <summary>Posts that the provider blocks, for good or by chance: which are stored as blocked, and what finding them costs.</summary>
public sealed class BlockedPostTests
{
    [Fact]
    public async Task Pack_of_16_with_one_blocked_post_costs_8_more_calls_and_stores_it_as_blocked()
    {
        await using var world = await DraftingWorld.StartAsync(16, new StandInOptions
        {
            Markers = new Dictionary<string, Fault> { [MadeUpPosts.Mark(5)] = Fault.PromptBlocked },
        });

        (await world.DraftAsync("--tweets-per-request", "16")).ShouldExit(0);

        world.ShouldHaveDraftedRightly(15);
        Assert.Equal(1, world.Ledger.Blocked);
        Assert.InRange(world.Ledger.Calls.Count, 2, 9);
        world.LedgerShouldEqualTheBill();
    }

    [Fact]
    public async Task Blocked_post_is_not_asked_again_by_the_next_run()
    {
        await using var world = await DraftingWorld.StartAsync(2, new StandInOptions
        {
            Markers = new Dictionary<string, Fault> { [MadeUpPosts.Mark(1)] = Fault.PromptBlocked },
        });
        (await world.DraftAsync()).ShouldExit(0);
        var calls = world.Ledger.Calls.Count;

        (await world.DraftAsync()).ShouldExit(0);

        Assert.Equal(calls, world.Ledger.Calls.Count);
    }

    [Theory]
    [InlineData("forecast")]
    [InlineData("twitter generate-comments --dry-run")]
    public async Task Forecast_of_drafting_again_settles_and_unsettles_nothing(string forecast)
    {
        await using var world = await DraftingWorld.StartAsync(2, new StandInOptions
        {
            Markers = new Dictionary<string, Fault> { [MadeUpPosts.Mark(1)] = Fault.PromptBlocked },
        });
        (await world.DraftAsync()).ShouldExit(0);
        var calls = world.Ledger.Calls.Count;

        var said = (await world.Workspace.RunAsync(world.Setting(), [.. forecast.Split(' '), "-p", "p", "--refresh", "--json"])).ShouldExit(0).Json;
        (await world.DraftAsync()).ShouldExit(0);

        Assert.Equal(2, said.GetProperty("forecast").GetProperty("posts").GetInt32());
        Assert.Equal(calls, world.Ledger.Calls.Count);
        (await world.DraftAsync("--refresh", "--tweets-per-request", "1")).ShouldExit(0);
        Assert.True(world.Ledger.Calls.Count >= calls + 2, "nothing was drafted again");
    }

    [Fact]
    public async Task Lone_post_blocked_once_is_asked_again_and_drafted()
    {
        await using var world = await DraftingWorld.StartAsync(1, new StandInOptions { Script = [Fault.PromptBlocked] });

        (await world.DraftAsync()).ShouldExit(0);

        world.ShouldHaveDraftedRightly(1);
        Assert.Equal(2, world.Ledger.Calls.Count);
        world.LedgerShouldEqualTheBill();
    }

    [Theory]
    [InlineData(2, 0)]
    [InlineData(3, 1)]
    public async Task Lone_post_blocked_three_times_is_stored_as_blocked(int blocks, int stored)
    {
        await using var world = await DraftingWorld.StartAsync(1, new StandInOptions { Script = [.. Enumerable.Repeat(Fault.PromptBlocked, blocks)] });

        (await world.DraftAsync()).ShouldExit(0);

        Assert.Equal(stored, world.Ledger.Blocked);
        Assert.Equal(1 - stored, world.Ledger.Drafted);
        Assert.Equal(3, world.Ledger.Calls.Count);
    }

    [Fact]
    public async Task Answerable_post_of_a_pair_that_is_blocked_once_alone_is_drafted_all_the_same()
    {
        await using var world = await DraftingWorld.StartAsync(2, new StandInOptions
        {
            Script = [Fault.PromptBlocked, Fault.PromptBlocked, Fault.PromptBlocked],
            Markers = new Dictionary<string, Fault> { [MadeUpPosts.Mark(1)] = Fault.PromptBlocked },
        });

        (await world.DraftAsync("--tweets-per-request", "2")).ShouldExit(0);

        Assert.Contains(MadeUpPosts.Mark(1), Assert.Single(world.Ledger.BlockedPosts), StringComparison.Ordinal);
        world.ShouldHaveDraftedRightly(1);
        // Together, each alone, and again each alone; the third block of the one settles it.
        Assert.Equal(6, world.Ledger.Calls.Count);
        world.LedgerShouldEqualTheBill();
    }
}
