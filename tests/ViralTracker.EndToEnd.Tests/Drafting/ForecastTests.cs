using System.Globalization;
using System.Net;
using ViralTracker.Core.Spending;
using ViralTracker.EndToEnd.Tests.Harness;
using ViralTracker.GeminiStandIn;
using ViralTracker.Testing;
using Xunit;

namespace ViralTracker.EndToEnd.Tests.Drafting;

/// <summary>What a run is said to take, beside what it then takes.</summary>
public sealed class ForecastTests
{
    [Fact]
    public async Task Forecast_says_enough_only_of_limits_that_are_set()
    {
        await using var world = await DraftingWorld.StartAsync(2);

        Assert.DoesNotContain("Enough", (await world.ForecastAsync()).Out, StringComparison.Ordinal);
        var limited = (await world.ForecastAsync("--max-cost", "1", "--max-rpd", "100")).Out;

        Assert.Contains("Enough  within the budget and the daily quota", limited, StringComparison.Ordinal);
        Assert.Matches(@"Cost    about \$[\d.]+ \(at most \$[\d.]+ in 9 of 10 runs\)", limited);
    }

    [Theory]
    [InlineData(0)]
    [InlineData(30)]
    public Task Forecast_after_the_first_run_is_within_15_percent_of_what_the_next_costs(int thoughts) =>
        ForecastShouldHoldAsync(thoughts, _ => Task.CompletedTask);

    [Fact]
    public Task Forecast_rests_on_the_projects_own_calls_where_another_asks_for_more_kinds() => ForecastShouldHoldAsync(0, async world =>
    {
        world.AddProject("other", 60);
        var finder = world.Workspace.PathOf("projects", "other", "finder.yml");
        var text = await File.ReadAllTextAsync(finder, TestContext.Current.CancellationToken);
        await File.WriteAllTextAsync(finder, text.Replace("ask_question]", "ask_question, funny, debate, relate]", StringComparison.Ordinal), TestContext.Current.CancellationToken);
        (await world.DraftAsync("-p", "other")).ShouldExit(0);
    });

    /// <summary>A third of the posts.</summary>
    [Fact]
    public Task Forecast_tells_the_cost_of_asking_again_for_rejected_drafts() =>
        ForecastShouldHoldAsync(0, _ => Task.CompletedTask, post => post.Length % 3 == 0 ? "Great post, thanks for sharing!" : null);

    [Theory]
    [InlineData(1, 0)]
    [InlineData(1, 500)]
    [InlineData(2, 0)]
    [InlineData(2, 500)]
    public Task Forecast_of_small_packs_holds_whatever_the_length_of_the_shared_text(int perRequest, int sentences) => ForecastShouldHoldAsync(
        0, _ => Task.CompletedTask, posts: 60, shared: string.Concat(Enumerable.Repeat("Say something of use. ", sentences)), more: ["--tweets-per-request", $"{perRequest}"]);

    private static async Task ForecastShouldHoldAsync(
        int thoughts, Func<DraftingWorld, Task> between, Func<string, string?>? obedient = null, int posts = 20, string shared = "", params string[] more)
    {
        await using var world = await DraftingWorld.StartAsync(posts, new StandInOptions { ThoughtTokensPerPost = thoughts, Latency = TimeSpan.FromMilliseconds(50), Obedient = obedient });
        if (shared.Length > 0) await File.WriteAllTextAsync(world.Workspace.PathOf("projects", "p", "prompt.md"), shared + "{{kinds}}", TestContext.Current.CancellationToken);
        (await world.DraftAsync(more)).ShouldExit(0);
        await between(world);
        MadeUpPosts.Write(world.Workspace.PathOf("projects", "p", "posts", "more.jsonl"), 30, first: 100);
        var forecast = (await world.ForecastAsync(["--json", .. more])).Json.GetProperty("forecast");
        var before = world.Provider.BilledNanoUsd;

        (await world.DraftAsync(more)).ShouldExit(0);

        var cost = (world.Provider.BilledNanoUsd - before) / 1e9;
        Assert.Equal(30, forecast.GetProperty("posts").GetInt32());
        Assert.InRange(forecast.GetProperty("cost_p50_usd").GetDouble() / cost, 0.85, 1.15);
        Assert.True(forecast.GetProperty("cost_p90_usd").GetDouble() >= forecast.GetProperty("cost_p50_usd").GetDouble());
    }

    [Fact]
    public async Task Forecast_sends_nothing_and_says_what_is_short()
    {
        await using var world = await DraftingWorld.StartAsync(30, finder: "budget: { day: 0.0001 }");

        var result = await world.ForecastAsync("--max-rpd", "1", "--tweets-per-request", "5");

        Assert.Empty(world.Provider.Log);
        Assert.Contains("Short   the budget of the day has $0.00010 left", result.Out, StringComparison.Ordinal);
        Assert.Contains("Short   only 1 request left today", result.Out, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Forecast_without_a_model_tells_no_tokens_and_next_to_no_time_before_and_after_the_first_run()
    {
        using var workspace = TempWorkspace.WithDemo();

        await ForecastAsync("forecast", "-p", "demo");
        (await workspace.RunAsync("twitter", "generate-comments", "-p", "demo")).ShouldExit(0);
        await ForecastAsync("forecast", "-p", "demo", "--refresh");

        async Task ForecastAsync(params string[] command)
        {
            var said = (await workspace.RunAsync(command)).ShouldExit(0).Out;
            var json = (await workspace.RunAsync([.. command, "--json"])).ShouldExit(0).Json.GetProperty("forecast");

            Assert.Contains("Cost    none", said, StringComparison.Ordinal);
            Assert.Contains("Time    less than a second, done by ", said, StringComparison.Ordinal);
            Assert.DoesNotContain("Tokens", said, StringComparison.Ordinal);
            Assert.DoesNotContain("Basis", said, StringComparison.Ordinal);
            Assert.Equal((0, 0), (json.GetProperty("input_tokens").GetInt64(), json.GetProperty("output_tokens").GetInt64()));
            Assert.InRange(json.GetProperty("time_p90_s").GetDouble(), 0, 1);
        }
    }

    [Theory]
    [InlineData(0.5, "the budget of the run has {0} left, which is not enough")]
    [InlineData(1.01, "the budget of the run has {0} left, which may not be enough")]
    [InlineData(0, "nothing is left of the budget of the run\n")]
    public async Task Budget_below_what_is_likely_is_not_enough_and_a_little_above_it_may_not_be(double share, string said)
    {
        await using var world = await DraftingWorld.StartAsync(30);
        var likely = (await world.ForecastAsync("--json")).Json.GetProperty("forecast").GetProperty("cost_p50_usd").GetDecimal();
        var budget = likely * (decimal)share;

        var result = await world.ForecastAsync("--max-cost", budget.ToString(CultureInfo.InvariantCulture));

        Assert.Contains("Short   " + said.Replace("{0}", new NanoUsd((long)(budget * 1_000_000_000)).ToString(), StringComparison.Ordinal), result.Out, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Forecast_on_a_day_that_is_used_up_says_when_the_next_begins()
    {
        await using var world = await DraftingWorld.StartAsync(3, finder: "budget: { day: 0.01, month: 0.02 }");
        (await world.DraftAsync()).ShouldExit(0);
        world.Ledger.Change("UPDATE api_calls SET cost_nanousd = 30000000, counted_nanousd = 30000000");

        var result = (await world.ForecastAsync("--refresh", "--max-rpd", "1")).Out;

        Assert.Matches(@"Short   nothing is left of the budget of the day, which begins anew \d+ \w+ .*00:00 UTC", result);
        Assert.Matches(@"Short   nothing is left of the budget of the month, which begins anew 1 \w+ .*00:00 UTC", result);
        Assert.Contains($"Short   no request is left today; more from {DraftingWorld.ResetAfter(world.Provider.Log[0])}", result, StringComparison.Ordinal);
        Assert.Contains("no request is left today", result[..result.IndexOf("Tokens", StringComparison.Ordinal)], StringComparison.Ordinal);
    }

    [Fact]
    public async Task Forecast_waits_out_what_the_provider_asked_an_earlier_run_to_wait()
    {
        await using var world = await DraftingWorld.StartAsync(3);
        (await world.DraftAsync()).ShouldExit(0);
        world.Ledger.Change("""
            INSERT INTO model_notes
            SELECT provider, model_requested, 'paused_until:' || key_fingerprint, strftime('%Y-%m-%dT%H:%M:%fZ', 'now', '+20 minutes'), strftime('%Y-%m-%d %H:%M:%f', 'now') FROM api_calls LIMIT 1
            """);

        var said = (await world.ForecastAsync("--refresh")).Out;
        var json = (await world.ForecastAsync("--refresh", "--json")).Json.GetProperty("forecast");

        Assert.Matches(@"Waits   until .+, as the provider asked\nTime    about (19|20):", said);
        Assert.InRange(json.GetProperty("waits_s").GetDouble(), 1_000, 1_200);
        Assert.InRange(json.GetProperty("time_p90_s").GetDouble(), json.GetProperty("waits_s").GetDouble(), 1_300);
        Assert.DoesNotContain("Waits", (await world.ForecastAsync()).Out, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Forecast_that_paid_for_embeddings_says_what_they_cost()
    {
        await using var world = await DraftingWorld.StartAsync(3, finder: "generation: { embedder: gemini }");

        var first = await world.ForecastAsync();
        var cost = world.Provider.BilledNanoUsd / 1e9m;
        var again = await world.ForecastAsync();
        MadeUpPosts.Write(world.Workspace.PathOf("projects", "p", "posts", "more.jsonl"), 2, first: 100);
        var json = (await world.ForecastAsync("--json")).Json.GetProperty("forecast");

        Assert.Contains($"Spent   {new NanoUsd((long)(cost * 1e9m))} on embeddings, in 1 request; they are kept and not paid again", first.Out, StringComparison.Ordinal);
        Assert.DoesNotContain("Spent", again.Out, StringComparison.Ordinal);
        Assert.Equal(1, json.GetProperty("embedding_requests").GetInt32());
        Assert.Equal(world.Provider.BilledNanoUsd / 1e9m - cost, json.GetProperty("embedding_cost_usd").GetDecimal());
        Assert.Equal(2, world.Provider.Log.Count);
    }

    [Fact]
    public async Task Forecast_leaves_out_posts_whose_answer_is_paid_already()
    {
        await using var world = await DraftingWorld.StartAsync(3);
        (await world.DraftAsync()).ShouldExit(0);
        world.AddProject("twin", 5);

        var twin = (await world.ForecastAsync("-p", "twin", "--json")).Json.GetProperty("forecast");
        var said = (await world.ForecastAsync("-p", "twin")).Out;
        var refreshed = (await world.ForecastAsync("--refresh", "--json")).Json.GetProperty("forecast");

        Assert.Equal((2, 3), (twin.GetProperty("posts").GetInt32(), twin.GetProperty("posts_paid_before").GetInt32()));
        Assert.Contains("Paid    3 posts answered before", said, StringComparison.Ordinal);
        Assert.Equal((3, 0), (refreshed.GetProperty("posts").GetInt32(), refreshed.GetProperty("posts_paid_before").GetInt32()));
    }

    [Fact]
    public async Task Counted_forecast_asks_the_provider_and_costs_nothing()
    {
        await using var world = await DraftingWorld.StartAsync(4);

        var result = await world.ForecastAsync("--count-tokens");

        Assert.All(world.Provider.Log, a => Assert.Equal("countTokens", a.Action));
        Assert.NotEmpty(world.Provider.Log);
        Assert.Contains("(counted by the provider)", result.Out, StringComparison.Ordinal);
        var dry = (await world.DraftAsync("--count-tokens")).ShouldExit(2);
        Assert.Contains("use it with --dry-run or vt forecast", dry.Error, StringComparison.Ordinal);
        var compatible = world.Setting(("OPENAI_API_KEY", DraftingWorld.Key), ("OPENAI_BASE_URL", world.Provider.OpenAiAddress.ToString()));
        var estimated = (await world.DraftAsync(compatible, "--openai", "--allow-unpriced", "--dry-run", "--count-tokens")).ShouldExit(0);
        Assert.Contains("openai does not count tokens", estimated.Error, StringComparison.Ordinal);
    }

    /// <summary>As drafting ends whose requests are all refused so; a provider that is down is a failure.</summary>
    [Theory]
    [InlineData(HttpStatusCode.TooManyRequests, 4, "The provider refused")]
    [InlineData(HttpStatusCode.ServiceUnavailable, 1, "The provider failed")]
    public async Task Too_many_requests_are_a_refusal(HttpStatusCode status, int exit, string said)
    {
        await using var refusing = new AlertHook(status);
        await using var world = await DraftingWorld.StartAsync(1);
        var setting = world.Setting();
        setting = setting with { Environment = new Dictionary<string, string>(setting.Environment) { ["GOOGLE_GEMINI_BASE_URL"] = refusing.Address } };

        var result = (await world.DraftAsync(setting, "--dry-run", "--count-tokens")).ShouldExit(exit);

        Assert.Contains($"{said}: Gemini answered {(int)status}", result.Error, StringComparison.Ordinal);
        Assert.Equal(2, (await refusing.BodiesAsync()).Count);
    }
}
