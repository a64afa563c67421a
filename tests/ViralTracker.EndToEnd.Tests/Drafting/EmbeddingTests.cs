using System.Text.Json;
using System.Text.RegularExpressions;
using ViralTracker.EndToEnd.Tests.Harness;
using ViralTracker.GeminiStandIn;
using ViralTracker.Testing;
using Xunit;

namespace ViralTracker.EndToEnd.Tests.Drafting;

/// <summary>Relevance by a provider's embeddings (<c>generation.embedder: gemini</c>).</summary>
public sealed class EmbeddingTests
{
    private const string Finder = "generation: { embedder: gemini }";

    [Fact]
    public async Task Each_text_is_embedded_once_and_its_cost_stands_in_the_ledger()
    {
        await using var world = await DraftingWorld.StartAsync(5, finder: Finder);

        (await world.DraftAsync()).ShouldExit(0);
        (await world.DraftAsync("--refresh")).ShouldExit(0);

        Assert.Single(world.Provider.Log, a => a.Action == "batchEmbedContents");
        Assert.Equal(1, world.Ledger.Number("SELECT count(*) FROM api_calls WHERE purpose = 'embed' AND state = 'settled' AND cost_nanousd > 0"));
        Assert.Equal(world.Provider.BilledNanoUsd, world.Ledger.Calls.Sum(c => c.Counted));
    }

    [Theory]
    [InlineData(0)]
    [InlineData(700)]
    public async Task Runs_at_once_pay_each_text_once(int apartMs)
    {
        // Three requests; the second project has the first one's posts and fifty more.
        await using var world = await DraftingWorld.StartAsync(250, new StandInOptions { Latency = TimeSpan.FromSeconds(1) }, Finder);
        world.AddProject("more", 300, Finder);
        async Task<VtResult> ScoreAsync(string project) =>
            await world.Workspace.RunAsync(world.Setting(), "twitter", "score", "-p", project, "--max-candidates", "0");

        var first = ScoreAsync("p");
        await Task.Delay(TimeSpan.FromMilliseconds(apartMs), TimeProvider.System, TestContext.Current.CancellationToken);
        var second = ScoreAsync("p");
        var third = ScoreAsync("more");
        foreach (var run in new[] { first, second, third }) (await run).ShouldExit(0);

        const int Topics = 1;
        Assert.Equal(300 + Topics, world.Ledger.Number("SELECT count(*) FROM embeddings WHERE model = 'gemini-embedding-2'"));
        var paid = world.Provider.BilledNanoUsd;
        world.Ledger.Change("DELETE FROM embeddings");
        (await ScoreAsync("more")).ShouldExit(0);
        Assert.Equal(world.Provider.BilledNanoUsd - paid, paid);
    }

    [Fact]
    public async Task Post_that_the_gate_stops_is_not_embedded()
    {
        await using var world = await DraftingWorld.StartAsync(3, finder: Finder + $"\nsources: {{ blacklist_keywords: [{MadeUpPosts.Mark(0)}] }}");

        (await world.DraftAsync()).ShouldExit(0);

        const int Topics = 1;
        Assert.Equal(1, world.Ledger.Number("SELECT count(*) FROM assessments WHERE skip_reason = 'blacklisted_keyword'"));
        Assert.Equal(2 + Topics, world.Ledger.Number("SELECT count(*) FROM embeddings WHERE model = 'gemini-embedding-2'"));
    }

    [Fact]
    public async Task Errors_that_may_pass_are_tried_again()
    {
        await using var world = await DraftingWorld.StartAsync(2, new StandInOptions { EmbeddingScript = [Fault.Unavailable, Fault.RateLimited] }, Finder);

        (await world.DraftAsync()).ShouldExit(0);

        world.ShouldHaveDraftedRightly(2);
        Assert.Equal([1L, 2, 3], new[] { 1, 2, 3 }.Select(n => world.Ledger.Number($"SELECT attempt FROM api_calls WHERE purpose = 'embed' ORDER BY call_id LIMIT 1 OFFSET {n - 1}")));
    }

    [Theory]
    [InlineData("twitter score", "raise budget.run in finder.yml")]
    [InlineData("twitter generate-comments --provider gemini", "raise --max-cost or budget.run in finder.yml")]
    public async Task What_lets_embedding_go_on_is_said_of_options_that_the_command_has(string command, string raise)
    {
        await using var world = await DraftingWorld.StartAsync(2, finder: Finder + "\nbudget: {run: 0.000001}");

        var result = (await world.Workspace.RunAsync(world.Setting(), [.. command.Split(' '), "-p", "p"])).ShouldExit(3);

        Assert.Matches($@"the next request may cost up to \$0\.0\d+: {Regex.Escape(raise)}\.", result.Error);
    }

    [Theory]
    [InlineData]
    [InlineData("--debug-tweet", "1900000000000000001")]
    public async Task Budget_of_the_command_holds_for_embeddings_and_the_run_keeps_its_end(params string[] more)
    {
        await using var world = await DraftingWorld.StartAsync(5, finder: Finder);

        var result = (await world.DraftAsync(["--max-cost", "0.000001", .. more])).ShouldExit(3);

        Assert.Contains($"Stopped while embedding posts by the budget of this run: {(more.Length > 0 ? "1 of 1 post" : "5 of 5 posts")} left", result.Error, StringComparison.Ordinal);
        Assert.Matches(@"What was embedded is kept; the next request may cost up to \$0\.0\d+: raise --max-cost or budget\.run in finder\.yml\.", result.Error);
        Assert.Contains("Budget of the run: $0 of $0.0000010 spent; the next request does not fit", result.Error, StringComparison.Ordinal);
        Assert.Empty(world.Provider.Log);
        Assert.Equal(1, world.Ledger.Number("SELECT count(*) FROM runs WHERE outcome = 'budget' AND finished_at IS NOT NULL"));
    }

    [Theory]
    [InlineData("score")]
    [InlineData("forecast")]
    [InlineData("generate-comments")]
    [InlineData("generate-comments", "--debug-tweet", "1900000000000000001")]
    public async Task Alert_that_embedding_reaches_is_said_logged_and_posted_once(string verb, params string[] more)
    {
        await using var hook = new AlertHook();
        await using var world = await DraftingWorld.StartAsync(5, finder: $$"""
            {{Finder}}
            budget: { day: 1, alert_at: [0.000001, 0.9], webhook: "{{hook.Address}}" }
            """);

        var result = (await RunAsync(world, verb, more)).ShouldExit(0);

        var spent = world.Ledger.Number("SELECT cost_nanousd FROM api_calls WHERE purpose = 'embed'");
        Assert.Equal(2, result.Error.Split("Budget of the day: ").Length);
        Assert.Contains("the budget of the \\\"day\\\" reached", world.Logs, StringComparison.Ordinal);
        Assert.Equal(spent, (long)(JsonDocument.Parse(Assert.Single(await hook.BodiesAsync())).RootElement.GetProperty("spent_usd").GetDecimal() * 1_000_000_000));
    }

    [Theory]
    [InlineData("score")]
    [InlineData("generate-comments")]
    public async Task Budget_that_ends_embedding_is_told_with_its_alerts_and_what_is_left(string verb)
    {
        await using var world = await DraftingWorld.StartAsync(250, finder: Finder);
        (await RunAsync(world, "score")).ShouldExit(0);
        var once = world.Ledger.Calls.Max(call => call.Reserved)!.Value / 1e9m;
        world.Ledger.Change("DELETE FROM api_calls; DELETE FROM embeddings");
        world.AddProject("p", 250, Finder + FormattableString.Invariant($"\nbudget: {{ day: {once * 1.05m}, alert_at: [0.1, 1.0] }}"));

        var result = (await RunAsync(world, verb)).ShouldExit(3);

        Assert.Single(world.Ledger.Calls);
        Assert.Contains("Budget of the day: 10% reached", result.Error, StringComparison.Ordinal);
        Assert.Contains("spent; the next request does not fit", result.Error, StringComparison.Ordinal);
        // The topic is embedded first.
        Assert.Contains("Stopped while embedding posts by the budget of the day: 151 of 250 posts left", result.Error, StringComparison.Ordinal);
        Assert.Matches(@"What was embedded is kept; run the same command again after .* 00:00 UTC to go on\.", result.Error);
    }

    [Fact]
    public async Task Cost_of_a_run_holds_its_embeddings()
    {
        await using var world = await DraftingWorld.StartAsync(5, finder: Finder);

        var scored = (await RunAsync(world, "score", "--json")).ShouldExit(0).Json;
        var embedding = world.Provider.BilledNanoUsd;
        world.Ledger.Change("DELETE FROM embeddings");
        var drafted = (await world.DraftAsync("--json")).ShouldExit(0).Json;
        var both = world.Provider.BilledNanoUsd - embedding;

        Assert.Equal(embedding, NanoUsd(scored, "embedding_cost_usd"));
        Assert.Equal(both, NanoUsd(drafted.GetProperty("draft"), "api_cost_usd"));
        Assert.True(both > embedding);
    }

    [Fact]
    public async Task Errors_that_do_not_pass_are_a_failure_and_no_refusal()
    {
        await using var world = await DraftingWorld.StartAsync(2, new StandInOptions { EmbeddingScript = [.. Enumerable.Repeat<Fault?>(Fault.Unavailable, 4)] }, Finder);

        var result = (await world.DraftAsync()).ShouldExit(1);

        Assert.Contains("The provider failed: ", result.Error, StringComparison.Ordinal);
        Assert.Contains("overloaded", result.Error, StringComparison.Ordinal);
        Assert.Equal("failures", Outcome(world));
    }

    [Fact]
    public async Task Refusal_is_told_with_the_providers_words_and_the_run_keeps_its_end()
    {
        var withoutIt = new StandInOptions().Prices.Where(price => price.Key != "gemini-embedding-2").ToDictionary();
        await using var world = await DraftingWorld.StartAsync(2, new StandInOptions { Prices = withoutIt }, Finder);

        var result = (await world.DraftAsync()).ShouldExit(4);

        Assert.Contains("The provider refused: ", result.Error, StringComparison.Ordinal);
        Assert.Contains("is not found", result.Error, StringComparison.Ordinal);
        Assert.Equal("refused", Outcome(world));
    }

    [Fact]
    public async Task Limit_of_requests_is_waited_for_as_long_as_the_provider_asks_and_is_remembered()
    {
        await using var world = await DraftingWorld.StartAsync(2, new StandInOptions { EmbeddingScript = [.. Enumerable.Repeat<Fault?>(Fault.RateLimited, 5)] }, Finder);

        (await world.DraftAsync()).ShouldExit(0);

        Assert.Equal(6, world.Provider.Log.Count(a => a.Action == "batchEmbedContents"));
        Assert.Equal(1, world.Ledger.Number("SELECT count(*) FROM model_notes WHERE model = 'gemini-embedding-2' AND name LIKE 'requests_per_minute%' AND value = '1000'"));
    }

    [Fact]
    public async Task Daily_quota_with_a_short_delay_is_tried_once_more_and_then_ends_the_run()
    {
        await using var world = await DraftingWorld.StartAsync(2, new StandInOptions { EmbeddingScript = [Fault.DailyQuota, null, Fault.DailyQuota, Fault.DailyQuota] }, Finder);

        (await world.DraftAsync()).ShouldExit(0);
        world.Ledger.Change("DELETE FROM embeddings");
        var result = (await world.DraftAsync("--refresh")).ShouldExit(4);

        Assert.Contains($"by the provider's daily quota, which resets at {DraftingWorld.ResetAfter(world.Provider.Log[^1])}: 2 of 2 posts left", result.Error, StringComparison.Ordinal);
        Assert.Equal("refused", Outcome(world));
    }

    [Fact]
    public async Task Daily_quota_that_was_asked_for_ends_the_run_before_a_call_and_says_when_the_day_resets()
    {
        await using var world = await DraftingWorld.StartAsync(2, finder: Finder);
        (await world.DraftAsync("--max-rpd", "1")).ShouldExit(0);
        world.Ledger.Change("DELETE FROM embeddings");

        var result = (await world.DraftAsync("--refresh", "--max-rpd", "1")).ShouldExit(4);

        Assert.Contains($"by the limit of 1 request a day (--max-rpd), which resets at {DraftingWorld.ResetAfter(world.Provider.Log[^1])}: 2 of 2 posts left", result.Error, StringComparison.Ordinal);
        Assert.Contains("What was embedded is kept; run the same command again later to go on, or raise it.", result.Error, StringComparison.Ordinal);
        Assert.Equal(2, world.Provider.Log.Count);
    }

    [Fact]
    public async Task Waits_are_shown_and_calls_are_logged()
    {
        await using var world = await DraftingWorld.StartAsync(2, new StandInOptions { EmbeddingScript = [Fault.RateLimitedBare] }, Finder);

        var result = (await world.DraftAsync()).ShouldExit(0);

        Assert.Contains("Embedding posts: waiting", result.Error, StringComparison.Ordinal);
        Assert.Contains("waiting until", world.Logs, StringComparison.Ordinal);
        Assert.Contains("gemini-embedding-2", world.Logs, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("generate-comments")]
    [InlineData("score")]
    public async Task Interrupt_sends_nothing_new_and_saves_the_vectors_under_way(string verb)
    {
        await using var world = await DraftingWorld.StartAsync(150, new StandInOptions { Latency = TimeSpan.FromSeconds(3) }, Finder);
        using var run = VtProcess.Start(world.Workspace, world.Setting(), "twitter", verb, "-p", "p", "--max-candidates", "0");
        await world.ArrivalsAsync(1);

        run.Interrupt();
        var result = (await run.ResultAsync()).ShouldExit(130);

        Assert.Contains("Interrupted", result.Error, StringComparison.Ordinal);
        Assert.Single(world.Provider.Log);
        Assert.Equal(100, world.Ledger.Number("SELECT count(*) FROM embeddings WHERE model = 'gemini-embedding-2'"));
        Assert.Equal("settled", Assert.Single(world.Ledger.Calls).State);
        Assert.Equal(world.Provider.BilledNanoUsd, world.Ledger.Calls[0].Cost);
        Assert.Equal("interrupted", Outcome(world));
    }

    [Fact]
    public async Task Money_that_a_killed_run_reserved_is_not_waited_for()
    {
        await using var world = await DraftingWorld.StartAsync(2, new StandInOptions { Latency = TimeSpan.FromSeconds(50) }, Finder + "\nbudget: { day: 0.00002 }");
        using var first = world.Start();
        await world.ArrivalsAsync(1);
        using var second = world.Start();
        await Task.Delay(TimeSpan.FromSeconds(5), TimeProvider.System, TestContext.Current.CancellationToken);

        first.Kill();
        var result = (await second.ResultAsync()).ShouldExit(3);

        Assert.Contains("waiting for ", result.Error, StringComparison.Ordinal);
        Assert.Equal("unknown", Assert.Single(world.Ledger.Calls).State);
    }

    private static async Task<VtResult> RunAsync(DraftingWorld world, string verb, params string[] more)
    {
        if (verb == "generate-comments") return await world.DraftAsync(more);
        string[] command = verb == "score" ? ["twitter", "score"] : ["forecast", "--provider", "gemini"];
        return await world.Workspace.RunAsync(world.Setting(), [.. command, "-p", "p", "--max-candidates", "0", .. more]);
    }

    private static long NanoUsd(JsonElement of, string cost) => (long)(of.GetProperty(cost).GetDecimal() * 1_000_000_000);

    private static string? Outcome(DraftingWorld world) => (string?)world.Ledger.Rows("SELECT outcome FROM runs ORDER BY run_id DESC LIMIT 1")[0][0];
}
