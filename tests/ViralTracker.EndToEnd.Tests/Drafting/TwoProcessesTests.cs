using System.ComponentModel;
using System.Diagnostics;
using ViralTracker.GeminiStandIn;
using Xunit;

namespace ViralTracker.EndToEnd.Tests.Drafting;

public sealed class TwoProcessesTests
{
    [Fact]
    public async Task Two_runs_of_a_project_at_once_never_draft_the_same_post()
    {
        await using var world = await DraftingWorld.StartAsync(40, new StandInOptions { Latency = TimeSpan.FromMilliseconds(200) });
        using var first = world.Start("--tweets-per-request", "1");
        using var second = world.Start("--tweets-per-request", "1");

        (await first.ResultAsync()).ShouldExit(0);
        (await second.ResultAsync()).ShouldExit(0);

        world.ShouldHaveDraftedRightly(40);
        Assert.Equal(40, world.Provider.Log.Count);
        Assert.Equal(0, world.Ledger.AnsweredTwice);
        world.LedgerShouldEqualTheBill();
    }

    [Fact]
    public async Task Posts_of_a_run_stay_its_own_longer_than_a_lease_lasts()
    {
        await using var world = await DraftingWorld.StartAsync(3);
        string[] oneAMinute = ["--max-rpm", "1", "--tweets-per-request", "1"];
        using var first = world.Start(oneAMinute);
        await world.ArrivalsAsync(2);
        await Task.Delay(TimeSpan.FromSeconds(10), TimeProvider.System, TestContext.Current.CancellationToken);
        using var waiting = Process.GetProcessById(first.Id);
        var worked = waiting.TotalProcessorTime;
        await Task.Delay(TimeSpan.FromSeconds(25), TimeProvider.System, TestContext.Current.CancellationToken);
        waiting.Refresh();
        Assert.InRange(waiting.TotalProcessorTime - worked, TimeSpan.Zero, TimeSpan.FromMilliseconds(250));

        var second = (await world.DraftAsync(oneAMinute)).ShouldExit(0);

        Assert.Contains("1 post drafted by another run", second.Out, StringComparison.Ordinal);
        (await first.ResultAsync()).ShouldExit(0);
        world.ShouldHaveDraftedRightly(3);
        Assert.Equal(3, world.Provider.Log.Count);
    }

    [Fact]
    public async Task Run_whose_posts_another_one_drafts_says_so_and_not_that_they_score_low()
    {
        await using var world = await DraftingWorld.StartAsync(3, new StandInOptions { Latency = TimeSpan.FromSeconds(60) });
        using var first = world.Start("--batch-size", "3");
        await world.ArrivalsAsync(1);

        var second = (await world.DraftAsync()).ShouldExit(0);

        Assert.Contains("3 posts drafted by another run", second.Out, StringComparison.Ordinal);
        Assert.DoesNotContain("high enough", second.Out, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public async Task Living_run_is_not_taken_for_dead_where_its_process_id_means_nothing(bool firstWithin)
    {
        var within = AnotherNamespace();
        Assert.SkipWhen(within is null, "unshare may not make a namespace of process ids here");
        await using var world = await DraftingWorld.StartAsync(6, new StandInOptions { Latency = TimeSpan.FromSeconds(15) });
        using var first = world.Start(world.Setting() with { Under = firstWithin ? within : [] }, "--tweets-per-request", "1", "--batch-size", "6");
        await world.ArrivalsAsync(6);

        var second = (await world.DraftAsync(world.Setting() with { Under = firstWithin ? [] : within }, "--tweets-per-request", "1")).ShouldExit(0);

        Assert.Contains("6 posts drafted by another run", second.Out, StringComparison.Ordinal);
        Assert.Equal("running", world.Ledger.Rows("SELECT outcome FROM runs ORDER BY run_id LIMIT 1")[0][0]);
        (await first.ResultAsync()).ShouldExit(0);
        world.ShouldHaveDraftedRightly(6);
        Assert.Equal(6, world.Provider.Log.Count);
        world.LedgerShouldEqualTheBill();
    }

    [Fact]
    public async Task Drafts_of_posts_that_another_run_took_over_are_not_counted()
    {
        await using var world = await DraftingWorld.StartAsync(3, new StandInOptions { Latency = TimeSpan.FromSeconds(5) });
        using var run = world.Start("--tweets-per-request", "1", "--batch-size", "3");
        await world.ArrivalsAsync(3);

        world.Ledger.Change("UPDATE leases SET fence = fence + 1 WHERE post_id <> (SELECT min(post_id) FROM leases)");
        var result = (await run.ResultAsync()).ShouldExit(0);

        Assert.Equal(1, world.Ledger.Drafted);
        Assert.Contains($"Drafted 1 post, {world.Ledger.Drafts.Count} drafts · 2 posts drafted by another run", result.Out, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Posts_that_another_run_took_over_are_not_paid_for()
    {
        await using var world = await DraftingWorld.StartAsync(7, new StandInOptions { Latency = TimeSpan.FromSeconds(3) });
        using var run = world.Start("--tweets-per-request", "3", "--batch-size", "1");
        await world.ArrivalsAsync(1);

        world.Ledger.Change("UPDATE leases SET owner = 'another/1/1', fence = fence + 1 WHERE post_id NOT IN (SELECT max(post_id) FROM leases UNION SELECT post_id FROM call_posts)");
        var result = (await run.ResultAsync()).ShouldExit(0);

        Assert.Contains("Drafted 4 posts", result.Out, StringComparison.Ordinal);
        Assert.Contains("3 posts drafted by another run", result.Out, StringComparison.Ordinal);
        Assert.Equal(2, world.Provider.Log.Count);
        Assert.Equal(4, world.Ledger.Number("SELECT count(*) FROM call_posts"));
        world.LedgerShouldEqualTheBill();
    }

    [Fact]
    public async Task Day_budget_holds_for_two_runs_at_once_and_is_used()
    {
        for (var repeat = 0; repeat < 3; repeat++)
        {
            await using var world = await DraftingWorld.StartAsync(120, new StandInOptions { Latency = TimeSpan.FromMilliseconds(20), Seed = repeat }, "budget: { day: 0.01 }");
            using var first = world.Start("--batch-size", "64");
            using var second = world.Start("--batch-size", "64");

            int[] exits = [(await first.ResultAsync()).ExitCode, (await second.ResultAsync()).ExitCode];

            Assert.Contains(3, exits);
            Assert.All(exits, exit => Assert.True(exit is 0 or 3, $"exit {exit}"));
            Assert.InRange(world.Provider.BilledNanoUsd, 8_000_000, 10_000_000);
            Assert.Equal(0, world.Ledger.DraftedTwice);
            world.LedgerShouldEqualTheBill();
        }
    }

    /// <summary>A command that runs another in a namespace of process ids of its own, on the same host; null where none may be made.</summary>
    private static string[]? AnotherNamespace()
    {
        string[] unshare = ["unshare", "--pid", "--fork", "--kill-child", "--mount-proc"];
        return OperatingSystem.IsLinux() ? new[] { unshare, [.. unshare, "--user", "--map-root-user"] }.FirstOrDefault(Works) : null;

        static bool Works(string[] command)
        {
            try
            {
                using var probe = Process.Start(new ProcessStartInfo(command[0], [.. command[1..], "true"]) { RedirectStandardError = true })!;
                probe.WaitForExit();
                return probe.ExitCode == 0;
            }
            catch (Win32Exception)
            {
                return false;
            }
        }
    }
}
