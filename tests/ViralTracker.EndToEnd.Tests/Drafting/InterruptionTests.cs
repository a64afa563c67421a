using System.Diagnostics;
using ViralTracker.EndToEnd.Tests.Harness;
using ViralTracker.GeminiStandIn;
using Xunit;

namespace ViralTracker.EndToEnd.Tests.Drafting;

public sealed class InterruptionTests
{
    private static readonly StandInOptions Slow = new() { Latency = TimeSpan.FromMilliseconds(700) };

    [Theory]
    [InlineData("INT")]
    [InlineData("TERM")]
    public async Task Signal_sends_nothing_new_saves_what_is_answered_and_exits_130(string signal)
    {
        await using var world = await DraftingWorld.StartAsync(12, Slow);
        using var run = world.Start("--tweets-per-request", "1", "--batch-size", "3");
        await world.ArrivalsAsync(4);

        Send(signal, run);
        var result = (await run.ResultAsync()).ShouldExit(130);

        Assert.InRange(world.Provider.Log.Count, 4, 8);
        Assert.Equal(world.Provider.Log.Count, world.Ledger.Drafted);
        Assert.Contains("left: run the same command again", result.Out, StringComparison.Ordinal);
        Assert.All(world.Ledger.Calls, call => Assert.Equal("settled", call.State));
        (await world.DraftAsync("--tweets-per-request", "3")).ShouldExit(0);
        world.ShouldHaveDraftedRightly(12);
        world.LedgerShouldEqualTheBill();
    }

    [Fact]
    public async Task Second_signal_ends_at_once_and_the_open_calls_stay_counted()
    {
        await using var world = await DraftingWorld.StartAsync(4, new StandInOptions { Latency = TimeSpan.FromSeconds(60) });
        using var run = world.Start("--tweets-per-request", "1", "--batch-size", "2");
        await world.ArrivalsAsync(2);

        Send("INT", run);
        await Task.Delay(TimeSpan.FromMilliseconds(300), TimeProvider.System, TestContext.Current.CancellationToken);
        var asked = Stopwatch.GetTimestamp();
        Send("INT", run);
        (await run.ResultAsync()).ShouldExit(130);

        Assert.InRange(Stopwatch.GetElapsedTime(asked), TimeSpan.Zero, TimeSpan.FromSeconds(10));
        Assert.Equal(2, world.Ledger.Calls.Count(c => c.State is "unknown" or "reserved" && c.Counted == c.Reserved));
    }

    [Fact]
    public async Task Killed_run_goes_on_at_once_and_drafts_nothing_twice()
    {
        await using var world = await DraftingWorld.StartAsync(24, Slow with { Latency = TimeSpan.FromMilliseconds(250) });
        for (var i = 0; i < 3; i++)
        {
            using var run = world.Start("--tweets-per-request", "1", "--batch-size", "3");
            await world.ArrivalsAsync(world.Provider.Log.Count + 3 + i);
            run.Kill();
            await run.ResultAsync();
        }
        var before = world.Provider.Log.Count;

        (await world.DraftAsync("--tweets-per-request", "2")).ShouldExit(0);

        world.ShouldHaveDraftedRightly(24);
        Assert.Equal(0, world.Ledger.AnsweredTwice);
        Assert.InRange(world.Ledger.Calls.Count(c => c.State == "unknown"), 1, 9);
        Assert.DoesNotContain(world.Ledger.Calls, c => c.State == "reserved");
        world.LedgerShouldEqualTheBill();
        Assert.InRange(before, 3, 23);
    }

    private static void Send(string signal, VtProcess run) => Process.Start("kill", [$"-{signal}", $"{run.Id}"]).WaitForExit();
}
