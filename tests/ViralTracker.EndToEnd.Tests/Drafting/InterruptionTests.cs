using System.Diagnostics;
using ViralTracker.EndToEnd.Tests.Harness;
using ViralTracker.GeminiStandIn;
using ViralTracker.Testing;
using Xunit;

namespace ViralTracker.EndToEnd.Tests.Drafting;

public sealed class InterruptionTests
{
    private static readonly StandInOptions Slow = new() { Latency = TimeSpan.FromMilliseconds(700) };

    [Theory]
    [InlineData("INT")]
    [InlineData("TERM")]
    [InlineData("HUP")]
    public async Task Signal_sends_nothing_new_saves_what_is_answered_and_exits_130(string signal)
    {
        await using var world = await DraftingWorld.StartAsync(12, Slow);
        using var run = world.Start("--tweets-per-request", "1", "--batch-size", "3");
        await world.ArrivalsAsync(4);

        Send(signal, run);
        var signalled = TimeProvider.System.GetUtcNow();
        var result = (await run.ResultAsync()).ShouldExit(130);

        Assert.InRange(world.Provider.Log.Count, 4, 7);
        Assert.All(world.Provider.Log, a => Assert.True(a.At < signalled + TimeSpan.FromMilliseconds(300), $"a request came {a.At - signalled} after the signal"));
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

        Assert.InRange(Stopwatch.GetElapsedTime(asked), TimeSpan.Zero, TimeSpan.FromSeconds(3));
        Assert.Equal(2, world.Ledger.Calls.Count(c => c.State is "unknown" or "reserved" && c.Counted == c.Reserved));
    }

    [Fact]
    public async Task Answers_that_do_not_come_are_given_up_after_20_seconds()
    {
        await using var world = await DraftingWorld.StartAsync(2, new StandInOptions { FaultRates = new Dictionary<Fault, double> { [Fault.Hang] = 1 } });
        using var run = world.Start("--tweets-per-request", "1");
        await world.ArrivalsAsync(2);
        var asked = Stopwatch.GetTimestamp();

        Send("INT", run);
        (await run.ResultAsync()).ShouldExit(130);

        Assert.InRange(Stopwatch.GetElapsedTime(asked).TotalSeconds, 19, 40);
        Assert.All(world.Ledger.Calls, call => Assert.Equal("unknown", call.State));
    }

    [Fact]
    public async Task Money_held_by_a_killed_run_is_not_waited_for()
    {
        await using var world = await DraftingWorld.StartAsync(1, new StandInOptions { FaultRates = new Dictionary<Fault, double> { [Fault.Hang] = 1 } }, "budget: { day: 0.003 }");
        using var first = world.Start();
        await world.ArrivalsAsync(1);
        MadeUpPosts.Write(world.Workspace.PathOf("projects", "p", "posts", "more.jsonl"), 1, first: 100);
        using var second = world.Start();
        await Task.Delay(TimeSpan.FromSeconds(8), TimeProvider.System, TestContext.Current.CancellationToken);

        first.Kill();

        (await second.ResultAsync()).ShouldExit(3);
        Assert.Equal("unknown", Assert.Single(world.Ledger.Calls).State);
    }

    [Theory]
    [InlineData("status")]
    [InlineData("costs")]
    public async Task Killed_run_and_its_open_calls_are_shown_as_what_they_are_at_once(string command)
    {
        await using var world = await DraftingWorld.StartAsync(2, new StandInOptions { Latency = TimeSpan.FromSeconds(60) });
        using (var run = world.Start("--tweets-per-request", "1"))
        {
            await world.ArrivalsAsync(2);
            run.Kill();
            await run.ResultAsync();
        }

        (await world.Workspace.RunAsync(world.Setting(), command)).ShouldExit(0);

        var status = (await world.Workspace.RunAsync(world.Setting(), "status")).ShouldExit(0).Out;
        Assert.Matches("generate-comments +crashed", status);
        Assert.DoesNotContain("under way", status, StringComparison.Ordinal);
        Assert.Contains("for 2 calls this month that never got an answer", status, StringComparison.Ordinal);
        Assert.All(world.Ledger.Calls, call => Assert.Equal("unknown", call.State));
    }

    [Fact]
    public async Task Database_that_another_program_locks_loses_no_paid_answer_and_says_so()
    {
        await using var world = await DraftingWorld.StartAsync(6, Slow with { Latency = TimeSpan.FromSeconds(2) });
        using var run = world.Start("--tweets-per-request", "1", "--batch-size", "2");
        await world.ArrivalsAsync(2);
        // An answer comes after 2 s and waits 10 s for the lock, perhaps behind a lease that is renewed and waits as long.
        using (world.Ledger.Lock()) await Task.Delay(TimeSpan.FromSeconds(26), TimeProvider.System, TestContext.Current.CancellationToken);
        var locked = (await run.ResultAsync()).ShouldExit(1);

        Assert.Contains("is locked by another program", locked.Out + locked.Error, StringComparison.Ordinal);
        // The lock is gone before the run ends: nothing is left to save, and what was paid is shown.
        Assert.DoesNotContain("next run", locked.Out + locked.Error, StringComparison.Ordinal);
        Assert.DoesNotContain("next start", locked.Out + locked.Error, StringComparison.Ordinal);
        Assert.Contains("vt twitter explain -p p 19000", locked.Out, StringComparison.Ordinal);
        (await world.DraftAsync("--tweets-per-request", "1")).ShouldExit(0);
        world.ShouldHaveDraftedRightly(6);
        Assert.Equal(6, world.Provider.Bill.Count);
        world.LedgerShouldEqualTheBill();
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

    [Theory]
    [InlineData("INT")]
    [InlineData("TERM")]
    public async Task Score_that_is_interrupted_exits_130_and_its_run_is_stored_as_such(string signal)
    {
        await using var world = await DraftingWorld.StartAsync(2, new StandInOptions { Latency = TimeSpan.FromSeconds(60) }, "generation: { embedder: gemini }");
        using var run = VtProcess.Start(world.Workspace, world.Setting(), "twitter", "score", "-p", "p");
        await world.ArrivalsAsync(1);

        Send(signal, run);
        var result = (await run.ResultAsync()).ShouldExit(130);

        Assert.Contains("Interrupted; what is done is kept.", result.Error, StringComparison.Ordinal);
        Assert.Equal(1, world.Ledger.Number("SELECT count(*) FROM runs WHERE outcome = 'interrupted' AND finished_at IS NOT NULL"));
    }

    [Fact]
    public async Task Import_that_is_interrupted_exits_130_and_keeps_what_it_read()
    {
        const int Posts = 100_000;
        using var workspace = TempWorkspace.WithDemo();
        (await workspace.RunAsync("twitter", "score", "-p", "demo")).ShouldExit(0);
        var store = new StoreFile(workspace.Database);
        var before = store.Number("SELECT count(*) FROM posts");
        MadeUpPosts.Write(workspace.PathOf("many.jsonl"), Posts);
        using var run = VtProcess.Start(workspace, new VtSetting(), "twitter", "import", "-p", "demo", "many.jsonl");
        await Wait.UntilAsync(() => store.Number("SELECT count(*) FROM posts") > before, "the import stored a post");

        Send("TERM", run);
        var result = (await run.ResultAsync()).ShouldExit(130);

        Assert.Contains("Interrupted; what is done is kept.", result.Error, StringComparison.Ordinal);
        Assert.InRange(store.Number("SELECT count(*) FROM posts") - before, 1_000, Posts - 1);
    }

    [Fact]
    public async Task Import_that_waits_for_standard_input_ends_at_the_first_signal()
    {
        using var workspace = TempWorkspace.WithDemo();
        using var run = VtProcess.StartShell(workspace, new VtSetting(), $"""
            mkfifo idle; sleep 30 > idle & writer=$!
            '{VtProcess.Executable}' twitter import -p demo - < idle & vt=$!
            until [ -f .viraltracker/viraltracker.db ]; do sleep 0.1; done; sleep 0.5
            kill -TERM $vt; wait $vt; code=$?; kill $writer; exit $code
            """);

        (await run.ResultAsync()).ShouldExit(130);
    }

    private static void Send(string signal, VtProcess run) => Process.Start("kill", [$"-{signal}", $"{run.Id}"]).WaitForExit();
}
