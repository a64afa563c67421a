using System.Text.Json;
using ViralTracker.EndToEnd.Tests.Harness;
using ViralTracker.GeminiStandIn;
using ViralTracker.Testing;
using Xunit;

namespace ViralTracker.EndToEnd.Tests.Drafting;

public sealed class QuotaTests
{
    [Fact]
    public async Task Rerun_straight_after_a_run_keeps_the_limit_of_a_minute()
    {
        await using var world = await DraftingWorld.StartAsync(8, new StandInOptions { RequestsPerMinute = 6 });
        // Six of eight at once; the interrupt ends the wait for the seventh.
        using (var first = world.Start("--max-rpm", "6", "--tweets-per-request", "1"))
        {
            await world.ArrivalsAsync(6);
            await Task.Delay(TimeSpan.FromMilliseconds(500), TimeProvider.System, TestContext.Current.CancellationToken);
            first.Interrupt();
            (await first.ResultAsync()).ShouldExit(130);
        }

        (await world.DraftAsync("--max-rpm", "6", "--tweets-per-request", "1")).ShouldExit(0);

        Assert.Equal(8, world.Provider.Log.Count);
        Assert.All(world.Provider.Log, a => Assert.Equal(200, a.Status));
        Assert.InRange(world.Provider.Log[6].Elapsed - world.Provider.Log[0].Elapsed, TimeSpan.FromSeconds(60), TimeSpan.FromSeconds(75));
        world.ShouldHaveDraftedRightly(8);
    }

    /// <summary>What is reserved is sent: it does not queue for a connection while its time runs.</summary>
    [Fact]
    public async Task As_many_requests_are_under_way_as_were_asked_for()
    {
        const int AtOnce = 300;
        await using var world = await DraftingWorld.StartAsync(AtOnce, new StandInOptions { Latency = TimeSpan.FromSeconds(12) });

        (await world.DraftAsync("--batch-size", $"{AtOnce}", "--tweets-per-request", "1")).ShouldExit(0);

        Assert.Equal(AtOnce, world.Provider.Log.Count(a => a.At < world.Provider.Log.Min(first => first.AnsweredAt)));
    }

    [Fact]
    public async Task Requests_of_a_day_are_kept_over_runs_and_stop_with_exit_4()
    {
        await using var world = await DraftingWorld.StartAsync(6);
        (await world.DraftAsync("--max-rpd", "2", "--tweets-per-request", "1")).ShouldExit(4);

        var again = (await world.DraftAsync("--max-rpd", "2", "--tweets-per-request", "1")).ShouldExit(4);

        Assert.Equal(2, world.Provider.Log.Count);
        Assert.Contains($"by the limit of 2 requests a day (--max-rpd), which resets at {DraftingWorld.ResetAfter(world.Provider.Log[1])}; 4 posts left: run the same command again then, or raise it", OneLine(again.Out), StringComparison.Ordinal);
        Assert.DoesNotContain("the provider", again.Out + again.Error, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("quota: { max_rpd: 3 }", null, "limit of 3 requests a day (quota.max_rpd in finder.yml)", "then, or raise it")]
    [InlineData("quota: { max_rpd: 1 }", "2", "limit of 2 requests a day (--max-rpd)", "then, or raise it")]
    [InlineData("generation: { tier: free }", null, "limit of 20 requests a day (from generation.tier in finder.yml)", "then, or set quota.max_rpd in finder.yml if your key may send more")]
    public async Task Limit_of_requests_a_day_names_what_set_it(string finder, string? option, string limit, string advice)
    {
        await using var world = await DraftingWorld.StartAsync(22, finder: finder);

        var result = (await world.DraftAsync(["--model", "gemini-3.5-flash", "--tweets-per-request", "1", "--json", .. option is null ? (string[])[] : ["--max-rpd", option]])).ShouldExit(4);

        Assert.All(world.Provider.Log, arrival => Assert.Equal(200, arrival.Status));
        Assert.StartsWith($"by the {limit}, which resets at ", result.Json.GetProperty("draft").GetProperty("stopped").GetString(), StringComparison.Ordinal);
        var said = (await world.DraftAsync(["--model", "gemini-3.5-flash", "--tweets-per-request", "1", .. option is null ? (string[])[] : ["--max-rpd", option]])).ShouldExit(4);
        Assert.Contains(advice, OneLine(said.Out), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Alias_and_the_model_that_answers_it_share_the_requests_of_a_day()
    {
        await using var world = await DraftingWorld.StartAsync(6);
        (await world.DraftAsync("--model", "gemini-flash-latest", "--max-rpd", "2", "--tweets-per-request", "1")).ShouldExit(4);

        (await world.DraftAsync("--model", "gemini-3.6-flash", "--max-rpd", "3", "--tweets-per-request", "1")).ShouldExit(4);

        Assert.Equal(["gemini-flash-latest", "gemini-flash-latest", "gemini-3.6-flash"],
            world.Ledger.Rows("SELECT model_requested FROM api_calls ORDER BY call_id").Select(row => (string)row[0]!));
    }

    [Fact]
    public async Task Alias_waits_for_the_requests_of_the_model_as_soon_as_its_first_answer_names_it()
    {
        await using var world = await DraftingWorld.StartAsync(5);
        (await world.DraftAsync("--model", "gemini-3.6-flash", "--max-rpm", "4", "--max-rpd", "3", "--tweets-per-request", "1")).ShouldExit(4);

        (await world.DraftAsync("--model", "gemini-flash-latest", "--max-rpm", "4", "--tweets-per-request", "1", "--batch-size", "1")).ShouldExit(0);

        Assert.Equal(5, world.Provider.Log.Count);
        Assert.InRange(world.Provider.Log[4].Elapsed - world.Provider.Log[0].Elapsed, TimeSpan.FromSeconds(60), TimeSpan.FromSeconds(80));
    }

    [Theory]
    [InlineData("requests_per_minute", 2, null)]
    [InlineData("tokens_per_minute", null, 1500)]
    public async Task Limit_that_the_provider_names_is_learned_and_kept_by_the_next_run(string note, int? rpm, int? tpm)
    {
        await using var world = await DraftingWorld.StartAsync(6, new StandInOptions { RequestsPerMinute = rpm, TokensPerMinute = tpm });
        string[] options = ["--max-rpm", "15", "--tweets-per-request", "1"];
        using (var first = world.Start(options)) await InterruptAsync(first, () => Refused() > 0, "the provider refused a request");
        Assert.Equal((rpm ?? tpm)!.Value, world.Ledger.Number($"SELECT CAST(value AS INTEGER) FROM model_notes WHERE name LIKE '{note}:%'"));
        var refused = Refused();
        Assert.InRange(refused, 1, 5);

        using (var second = world.Start(options)) Assert.Contains("waiting", (await InterruptAsync(second, () => world.Ledger.Number("SELECT count(*) FROM runs") == 2, "the second run began")).Error, StringComparison.Ordinal);

        Assert.Equal(refused, Refused());

        int Refused() => world.Provider.Log.Count(a => a.Status == 429);

        static async Task<VtResult> InterruptAsync(VtProcess run, Func<bool> began, string what)
        {
            await Wait.UntilAsync(began, what);
            await Task.Delay(TimeSpan.FromSeconds(4), TimeProvider.System, TestContext.Current.CancellationToken);
            run.Interrupt();
            return (await run.ResultAsync()).ShouldExit(130);
        }
    }

    [Fact]
    public async Task Pause_after_a_refusal_binds_the_next_process_too()
    {
        await using var world = await DraftingWorld.StartAsync(1, new StandInOptions { Script = [Fault.RateLimitedBare] });
        using (var first = world.Start())
        {
            await world.ArrivalsAsync(1);
            await Wait.UntilAsync(() => Noted() > 0, "the run noted its pause");
            first.Kill();
        }

        (await world.DraftAsync()).ShouldExit(0);

        Assert.InRange(Noted(), world.Provider.Log[0].At.ToUnixTimeSeconds() + 2, world.Provider.Log[1].At.ToUnixTimeSeconds());

        // What follows the time says that the provider did not ask for it.
        long Noted() => world.Ledger.Number("SELECT coalesce(max(unixepoch(substr(value, 1, length('2025-11-01T12:00:00.0000000+00:00')))), 0) FROM model_notes WHERE name LIKE 'paused_until:%'");
    }

    [Fact]
    public async Task Packs_grow_when_the_quota_of_the_day_is_short()
    {
        await using var world = await DraftingWorld.StartAsync(20);

        (await world.DraftAsync("--max-rpd", "2")).ShouldExit(0);

        Assert.Equal([10, 10], world.Ledger.Calls.Select(c => c.Posts));
    }

    [Fact]
    public async Task Two_projects_at_once_keep_one_limit_of_a_minute()
    {
        const int Limit = 5;
        await using var world = await DraftingWorld.StartAsync(Limit + 1, new StandInOptions { RequestsPerMinute = Limit });
        world.AddProject("twin", 0);
        MadeUpPosts.Write(world.Workspace.PathOf("projects", "twin", "posts", "more.jsonl"), Limit + 1, first: 100);
        string[] options = ["--max-rpm", $"{Limit}", "--tweets-per-request", "1"];
        using var first = world.Start(options);
        using var second = world.Start([.. options, "-p", "twin"]);

        await WaitingAsync(world, "for the request quota", runs: 2);

        Assert.Equal(Limit, world.Provider.Log.Count);
        Assert.All(world.Provider.Log, a => Assert.Equal(200, a.Status));
        first.Interrupt();
        second.Interrupt();
        (await first.ResultAsync()).ShouldExit(130);
        (await second.ResultAsync()).ShouldExit(130);
    }

    [Theory]
    [InlineData("", "for the token quota", 3, "--max-tpm", "2000", "--max-rpm", "0")]
    [InlineData("quota: { max_spend_10min: 0.0001 }", "for the spend limit of ten minutes", 1, "--max-rpm", "0")]
    [InlineData("generation: { tier: free }", "for the request quota", 5, "--model", "gemini-3.6-flash")]
    public async Task Limits_of_tokens_of_spend_and_of_a_tier_are_kept(string finder, string wait, int calls, params string[] options)
    {
        await using var world = await DraftingWorld.StartAsync(7, new StandInOptions { TokensPerMinute = calls == 3 ? 2000 : null }, finder);
        string[] command = ["twitter", "generate-comments", "-p", "p", "--provider", "gemini", "--max-candidates", "0", "--tweets-per-request", "1", "--no-batch"];
        using var run = VtProcess.Start(world.Workspace, world.Setting(), [.. command, .. options]);

        await WaitingAsync(world, wait, runs: 1);

        Assert.Equal(calls, world.Provider.Log.Count);
        // The stand-in would have refused tokens above its limit.
        Assert.All(world.Provider.Log, a => Assert.Equal(200, a.Status));
        run.Interrupt();
        (await run.ResultAsync()).ShouldExit(130);
    }

    [Fact]
    public async Task Packs_shrink_below_a_size_that_fared_badly_and_log_and_forecast_say_why()
    {
        const string Why = "2 per request; the most that has worked well with this model";
        await using var world = await DraftingWorld.StartAsync(15, new StandInOptions { Script = [.. Enumerable.Repeat((Fault?)Fault.MissingItem, 5)] });
        (await world.DraftAsync("--tweets-per-request", "3", "--batch-size", "5")).ShouldExit(0);
        Assert.Contains("3 per request, as asked", world.Logs, StringComparison.Ordinal);
        MadeUpPosts.Write(world.Workspace.PathOf("projects", "p", "posts", "more.jsonl"), 6, first: 100);
        var calls = world.Ledger.Calls.Count;
        string[] threeLeft = ["--max-rpd", $"{calls + 3}"];

        Assert.Contains(Why, (await world.ForecastAsync(threeLeft)).Out, StringComparison.Ordinal);
        (await world.DraftAsync(threeLeft)).ShouldExit(0);

        Assert.Contains(Why, world.Logs, StringComparison.Ordinal);
        Assert.Equal([2, 2, 2], world.Ledger.Calls.Skip(calls).Select(c => c.Posts));
    }

    /// <summary>Until so many runs said they wait, and then long enough for a call that does not.</summary>
    private static async Task WaitingAsync(DraftingWorld world, string why, int runs)
    {
        Directory.CreateDirectory(world.Workspace.PathOf(".viraltracker", "logs"));
        await Wait.UntilAsync(
            () =>
            {
                Assert.False(File.Exists(world.Workspace.Database) && world.Ledger.Number("SELECT count(*) FROM sqlite_master WHERE name = 'runs'") == 1
                    && world.Ledger.Number("SELECT count(*) FROM runs WHERE finished_at IS NOT NULL") > 0, $"a run ended that never waited {why}");
                return Waiting() >= runs;
            },
            $"{runs} runs waited {why}");
        await Task.Delay(TimeSpan.FromSeconds(1.5), TimeProvider.System, TestContext.Current.CancellationToken);

        int Waiting() => world.Logs.Split('\n').Where(line => line.Contains(why, StringComparison.Ordinal)).Select(line => JsonElement.Parse(line).GetProperty("Properties").GetProperty("RunId").GetInt64()).Distinct().Count();
    }

    /// <summary>As read: lines are broken where the terminal ends.</summary>
    private static string OneLine(string text) => string.Join(' ', text.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries));
}
