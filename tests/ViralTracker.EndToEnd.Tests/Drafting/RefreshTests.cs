using System.Diagnostics;
using ViralTracker.GeminiStandIn;
using ViralTracker.Testing;
using Xunit;

namespace ViralTracker.EndToEnd.Tests.Drafting;

/// <summary>Drafting again what was drafted, stopped and gone on with.</summary>
public sealed class RefreshTests
{
    private const string Again = "--refresh";
    private const string GoesOn = "Refresh goes on: ";

    [Fact]
    public async Task Refresh_that_a_budget_stops_goes_on_with_the_same_command_until_all_is_paid_once()
    {
        await using var world = await DraftedAsync(21);
        string[] command = [Again, "--max-cost", "0.0033", "--tweets-per-request", "2"];

        var first = (await world.DraftAsync(command)).ShouldExit(3);
        var paid = Sent(world);
        var forecast = (await world.ForecastAsync(command)).Out;
        var second = await world.DraftAsync(command);
        var runs = 2;
        for (; second.ExitCode == 3; runs++) second = await world.DraftAsync(command);
        second.ShouldExit(0);

        Assert.DoesNotContain(GoesOn, first.Out, StringComparison.Ordinal);
        Assert.InRange(paid.Length, 2, 20);
        Assert.Contains($"{GoesOn}{paid.Length} posts were handled again by run 2", forecast, StringComparison.Ordinal);
        Assert.Contains($"Plan    {21 - paid.Length} posts", forecast, StringComparison.Ordinal);
        Assert.Contains($"{GoesOn}", second.Out, StringComparison.Ordinal);
        Assert.InRange(runs, 2, 10);
        Assert.Equal(21, Sent(world).Length);
        Assert.Equal(21, Sent(world).Distinct().Count());
        Assert.Equal(21, world.Ledger.Number("SELECT count(DISTINCT post_id) FROM drafts WHERE version = 2"));
        Assert.Equal(0, world.Ledger.Number("SELECT count(*) FROM drafts WHERE version > 2"));
        world.LedgerShouldEqualTheBill();

        var anew = (await world.DraftAsync(Again)).ShouldExit(0);
        Assert.DoesNotContain(GoesOn, anew.Out, StringComparison.Ordinal);
        Assert.Equal(42, Sent(world).Length);
    }

    [Theory]
    [InlineData("INT", 130)]
    [InlineData("KILL", null)]
    public async Task Refresh_that_is_interrupted_or_killed_goes_on(string signal, int? exit)
    {
        await using var world = await DraftedAsync(12, new StandInOptions { Latency = TimeSpan.FromMilliseconds(500) });
        using var run = world.Start(Again, "--tweets-per-request", "1", "--batch-size", "2");
        await world.ArrivalsAsync(world.Provider.Log.Count + 5);
        Process.Start("kill", [$"-{signal}", $"{run.Id}"]).WaitForExit();
        var stopped = await run.ResultAsync();
        if (exit is { } code) stopped.ShouldExit(code);
        var done = (int)world.Ledger.Number("SELECT count(DISTINCT post_id) FROM drafts WHERE version = 2");

        var json = (await world.DraftAsync(Again, "--json")).ShouldExit(0).Json;

        Assert.InRange(done, 2, 8);
        var draft = json.GetProperty("draft");
        Assert.Equal((done, 12 - done), (draft.GetProperty("refresh_goes_on").GetProperty("posts").GetInt32(), draft.GetProperty("posts").GetInt32()));
        Assert.Equal("[2]", draft.GetProperty("refresh_goes_on").GetProperty("runs").ToString().Replace(" ", "", StringComparison.Ordinal).ReplaceLineEndings(""));
        Assert.Equal(12, world.Ledger.Number("SELECT count(DISTINCT post_id) FROM drafts WHERE version = 2"));
        Assert.Equal(0, world.Ledger.Number("SELECT count(*) FROM drafts WHERE version > 2"));
        Assert.Equal(exit is null ? "crashed" : "interrupted", world.Ledger.Rows("SELECT outcome FROM runs WHERE run_id = 2")[0][0]);
    }

    [Fact]
    public async Task Refresh_that_was_stopped_after_its_last_post_has_nothing_left_and_the_next_begins_anew()
    {
        await using var world = await DraftedAsync(3);
        (await world.DraftAsync(Again)).ShouldExit(0);
        world.Ledger.Change("UPDATE runs SET outcome = 'crashed' WHERE run_id = 2");

        var rest = (await world.DraftAsync(Again)).ShouldExit(0);
        var sent = Sent(world).Length;
        (await world.DraftAsync(Again)).ShouldExit(0);

        Assert.Contains($"{GoesOn}3 posts were handled again by run 2", rest.Out, StringComparison.Ordinal);
        Assert.Contains("Nothing is left of this refresh. The next --refresh begins anew.", rest.Out, StringComparison.Ordinal);
        Assert.Equal((3, 6), (sent, Sent(world).Length));
    }

    [Theory]
    [InlineData("persona: A neighbour who has repaired most of it once.", "persona: A locksmith.")]
    [InlineData("suggestions: [", "generation: { temperature: 0.4 }\nsuggestions: [")]
    [InlineData("Things people keep at home", "Things people keep in a shed")]
    [InlineData("", "--model")]
    public async Task Refresh_that_would_ask_something_else_begins_anew(string old, string changed)
    {
        await using var world = await DraftedAsync(8);
        await StopAsync(world);
        var finder = world.Workspace.PathOf("projects", "p", "finder.yml");
        var text = await File.ReadAllTextAsync(finder, TestContext.Current.CancellationToken);
        if (old.Length > 0) await File.WriteAllTextAsync(finder, text.Replace(old, changed, StringComparison.Ordinal), TestContext.Current.CancellationToken);

        var anew = (await world.DraftAsync([Again, .. old.Length > 0 ? (string[])[] : [changed, "gemini-3.5-flash"]])).ShouldExit(0);

        Assert.DoesNotContain(GoesOn, anew.Out, StringComparison.Ordinal);
        Assert.Contains("Drafted 8 posts", anew.Out, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("suggestions: [", "budget: { run: 1 }\nquota: { max_rpm: 50 }\nthresholds: { green_min: 0.1, yellow_min: 0 }\nsuggestions: [")]
    [InlineData("", "")]
    public async Task Refresh_goes_on_where_more_may_be_spent_or_other_posts_are_green(string old, string changed)
    {
        await using var world = await DraftedAsync(8);
        await StopAsync(world);
        var finder = world.Workspace.PathOf("projects", "p", "finder.yml");
        var text = await File.ReadAllTextAsync(finder, TestContext.Current.CancellationToken);
        if (old.Length > 0) await File.WriteAllTextAsync(finder, text.Replace("thresholds: { green_min: 0, yellow_min: 0 }\n", "", StringComparison.Ordinal).Replace(old, changed, StringComparison.Ordinal), TestContext.Current.CancellationToken);

        var rest = (await world.DraftAsync(Again, "--max-cost", "1", "--tweets-per-request", "1")).ShouldExit(0);

        Assert.Contains(GoesOn, rest.Out, StringComparison.Ordinal);
        Assert.Equal(8, Sent(world).Length);
    }

    [Fact]
    public async Task Refresh_stopped_before_goes_on_without_posts_that_ended_without_a_draft()
    {
        await using var world = await DraftedAsync(8, new StandInOptions { Markers = new Dictionary<string, Fault> { [MadeUpPosts.Mark(1)] = Fault.PromptBlocked } });
        await StopAsync(world);
        world.Ledger.Change("UPDATE runs SET outcome = 'crashed' WHERE run_id = 2");
        (await world.DraftAsync(Again)).ShouldExit(0);
        world.Ledger.Change("UPDATE runs SET outcome = 'crashed' WHERE run_id = 3");
        var sent = world.Provider.Log.Count;

        (await world.DraftAsync(Again)).ShouldExit(0);

        Assert.Equal(sent, world.Provider.Log.Count);
    }

    /// <summary>A world whose posts were drafted by run 1.</summary>
    private static async Task<DraftingWorld> DraftedAsync(int posts, StandInOptions? provider = null)
    {
        var world = await DraftingWorld.StartAsync(posts, provider);
        (await world.DraftAsync("--tweets-per-request", "5")).ShouldExit(0);
        return world;
    }

    private static async Task StopAsync(DraftingWorld world, string budget = "0.0012")
    {
        (await world.DraftAsync(Again, "--max-cost", budget, "--tweets-per-request", "1", "--no-batch")).ShouldExit(3);
        Assert.InRange(world.Ledger.Number("SELECT count(DISTINCT post_id) FROM drafts WHERE version = 2"), 1, 7);
    }

    /// <summary>Posts asked for after the first run, as often as they were.</summary>
    private static long[] Sent(DraftingWorld world) => [.. world.Ledger.Rows("SELECT post_id FROM call_posts JOIN api_calls USING (call_id) WHERE run_id > 1").Select(row => (long)row[0]!)];
}
