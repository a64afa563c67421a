using ViralTracker.GeminiStandIn;
using Xunit;

namespace ViralTracker.EndToEnd.Tests.Drafting;

/// <summary>What is asked again and what is never paid twice, over the end of a run and over projects.</summary>
public sealed class AskedAgainTests
{
    private const string Empty = "Great post, thanks for sharing!";

    [Fact]
    public async Task Post_whose_drafts_are_all_rejected_is_asked_once_more_and_then_never_again()
    {
        await using var world = await DraftingWorld.StartAsync(2, new StandInOptions { Obedient = _ => Empty });
        (await world.DraftAsync("--tweets-per-request", "2")).ShouldExit(0);
        var calls = world.Ledger.Calls.Count;

        (await world.DraftAsync()).ShouldExit(0);

        Assert.Equal(calls, world.Ledger.Calls.Count);
        Assert.Equal(2, world.Ledger.Number("SELECT count(*) FROM assessments WHERE skip_reason = 'all_rejected' AND skip_detail <> ''"));
    }

    [Fact]
    public async Task Run_that_stops_before_rejected_drafts_come_back_leaves_their_posts_to_the_same_command()
    {
        var rejected = true;
        await using var world = await DraftingWorld.StartAsync(3, new StandInOptions { Obedient = _ => rejected ? Empty : null });

        var first = (await world.DraftAsync("--tweets-per-request", "3", "--max-rpd", "1")).ShouldExit(4);
        rejected = false;
        (await world.DraftAsync("--tweets-per-request", "3")).ShouldExit(0);

        // As read: lines are broken where the terminal ends.
        Assert.Contains("3 posts left: run the same command again", string.Join(' ', first.Out.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries)), StringComparison.Ordinal);
        world.ShouldHaveDraftedRightly(3);
    }

    [Fact]
    public async Task Paid_answer_of_another_project_is_asked_again_only_for_what_is_rejected_there()
    {
        await using var world = await DraftingWorld.StartAsync(6);
        (await world.DraftAsync()).ShouldExit(0);
        world.AddProject("twin", 6);
        var arrivals = world.Provider.Log.Count;
        world.Ledger.Change($"UPDATE answers SET answer = json_set(answer, '$.add_value', '{Empty}') WHERE cache_key = (SELECT min(cache_key) FROM answers)");

        (await world.DraftAsync("-p", "twin")).ShouldExit(0);

        Assert.Equal(arrivals + 1, world.Provider.Log.Count);
        Assert.Equal(12, world.Ledger.Number("SELECT count(*) FROM drafts WHERE project_id = 'twin' AND state = 'offered'"));
    }

    [Fact]
    public async Task Answer_to_what_was_asked_again_is_paid_once_for_both_projects()
    {
        await using var world = await DraftingWorld.StartAsync(3, new StandInOptions { Script = [Fault.MissingItem] });
        (await world.DraftAsync("--tweets-per-request", "3")).ShouldExit(0);
        world.AddProject("twin", 3);
        var arrivals = world.Provider.Log.Count;

        (await world.DraftAsync("-p", "twin")).ShouldExit(0);

        Assert.Equal(arrivals, world.Provider.Log.Count);
        Assert.Equal(6, world.Ledger.Number("SELECT count(*) FROM drafts WHERE project_id = 'twin' AND state = 'offered'"));
    }

    [Fact]
    public async Task Second_project_with_the_same_questions_pays_nothing()
    {
        await using var world = await DraftingWorld.StartAsync(10);
        (await world.DraftAsync()).ShouldExit(0);
        world.AddProject("twin", 10);
        var arrivals = world.Provider.Log.Count;

        (await world.DraftAsync("-p", "twin")).ShouldExit(0);

        Assert.Equal(arrivals, world.Provider.Log.Count);
        Assert.Equal(world.Provider.BilledNanoUsd, world.Ledger.Calls.Sum(c => c.Counted));
        Assert.Equal(10, world.Ledger.Number("SELECT count(DISTINCT post_id) FROM drafts WHERE project_id = 'twin' AND state = 'offered'"));
        Assert.Equal(0, world.Ledger.DraftedTwice);
    }
}
