using System.Text.Json;
using ViralTracker.GeminiStandIn;
using Xunit;

namespace ViralTracker.EndToEnd.Tests.Drafting;

/// <summary>What a call costs by the model that answered.</summary>
public sealed class PriceTests
{
    private static readonly StandInOptions WithUnpriced = new()
    {
        Prices = new Dictionary<string, Price> { ["gemini-9-flash"] = new(1m, 4m), ["gemini-3.6-flash"] = new(1.50m, 7.50m) },
    };

    [Fact]
    public async Task Unknown_price_stops_before_the_first_call()
    {
        await using var world = await DraftingWorld.StartAsync(2, WithUnpriced);

        var result = (await world.DraftAsync("--model", "gemini-9-flash")).ShouldExit(2);

        Assert.Contains("--allow-unpriced", result.Error, StringComparison.Ordinal);
        Assert.Empty(world.Provider.Log);
    }

    [Fact]
    public async Task Price_that_ended_is_told_with_its_last_day()
    {
        await using var world = await DraftingWorld.StartAsync(2, WithUnpriced);
        await WritePricesAsync(world, "prices:\n  - { model: gemini-9-flash, input: 1, output: 4, until: 2026-01-31, source: a test }\n");

        var result = (await world.DraftAsync("--model", "gemini-9-flash")).ShouldExit(2);

        Assert.Contains("gemini-9-flash has no known price (the last one ended on 2026-01-31)", result.Error, StringComparison.Ordinal);
        Assert.Empty(world.Provider.Log);
    }

    [Fact]
    public async Task Version_without_a_price_stops_the_run_that_was_priced_for_another()
    {
        await using var world = await DraftingWorld.StartAsync(10, WithUnpriced with { ModelVersions = new Dictionary<string, string> { ["gemini-3.6-flash"] = "gemini-9-flash" } });

        var result = (await world.DraftAsync("--model", "gemini-3.6-flash", "--no-batch", "--tweets-per-request", "1", "--max-cost", "0.05")).ShouldExit(3);

        Assert.Contains("gemini-9-flash answered, whose price is not known", result.Out, StringComparison.Ordinal);
        Assert.Contains("9 posts left", result.Out, StringComparison.Ordinal);
        Assert.Single(world.Provider.Log);
    }

    [Fact]
    public async Task Answers_by_a_version_without_a_price_never_take_a_run_above_its_budget()
    {
        await using var world = await DraftingWorld.StartAsync(60, WithUnpriced with { ModelVersions = new Dictionary<string, string> { ["gemini-3.6-flash"] = "gemini-9-flash" } });

        await world.DraftAsync("--model", "gemini-3.6-flash", "--max-cost", "0.02", "--tweets-per-request", "1");

        Assert.InRange(world.Provider.BilledNanoUsd, 1, 20_000_000);
        Assert.InRange(world.Ledger.Calls.Sum(c => c.Counted), world.Provider.BilledNanoUsd, 20_000_000);
    }

    [Fact]
    public async Task Allowed_unpriced_calls_show_as_unpriced_and_never_as_free()
    {
        await using var world = await DraftingWorld.StartAsync(4, WithUnpriced);
        string[] options = ["--model", "gemini-9-flash", "--allow-unpriced", "--tweets-per-request", "2", "--max-cost", "1"];
        var forecast = await world.ForecastAsync(options);

        var result = (await world.DraftAsync(options)).ShouldExit(0);
        var json = (await world.DraftAsync([.. options, "--refresh", "--json"])).ShouldExit(0).Json;
        var status = (await world.Workspace.RunAsync("status")).ShouldExit(0);
        var costs = (await world.Workspace.RunAsync("costs")).ShouldExit(0);

        foreach (var screen in new[] { forecast.Out, result.Out, status.Out, costs.Out }) Assert.DoesNotContain("$0", screen, StringComparison.Ordinal);
        Assert.Contains("API Cost: unpriced", result.Out, StringComparison.Ordinal);
        Assert.Contains("Unpriced 2 calls", result.Out, StringComparison.Ordinal);
        Assert.Contains("no budget or spend limit holds", result.Error, StringComparison.Ordinal);
        Assert.DoesNotContain("Enough", forecast.Out, StringComparison.Ordinal);
        Assert.Contains("unpriced today, unpriced this month", status.Out, StringComparison.Ordinal);
        Assert.Contains("unpriced", costs.Out, StringComparison.OrdinalIgnoreCase);
        Assert.Equal(JsonValueKind.Null, json.GetProperty("draft").GetProperty("api_cost_usd").ValueKind);
        Assert.All(json.GetProperty("posts").EnumerateArray().SelectMany(post => post.GetProperty("drafts").EnumerateArray()),
            draft => Assert.Equal(JsonValueKind.Null, draft.GetProperty("api_cost_usd").ValueKind));
        Assert.All(world.Ledger.Calls, call => Assert.Null(call.Cost));
    }

    [Fact]
    public async Task Prices_of_the_workspace_override_the_products()
    {
        await using var world = await DraftingWorld.StartAsync(2, WithUnpriced);
        await WritePricesAsync(world, "prices:\n  - { model: gemini-9-flash, input: 1, output: 4, source: a test }\n");

        (await world.DraftAsync("--model", "gemini-9-flash")).ShouldExit(0);

        world.LedgerShouldEqualTheBill();
    }

    [Fact]
    public async Task Alias_reserves_at_the_dearest_of_its_family_and_settles_by_the_version_that_answered()
    {
        await using var world = await DraftingWorld.StartAsync(2);

        (await world.DraftAsync("--model", "gemini-flash-latest", "--tweets-per-request", "2")).ShouldExit(0);
        (await world.DraftAsync("--model", "models/gemini-3.5-flash", "--refresh", "--tweets-per-request", "2")).ShouldExit(0);

        var (alias, dearest) = (world.Ledger.Calls[0], world.Ledger.Calls[1]);
        Assert.Equal("gemini-3.6-flash", alias.Version);
        Assert.Equal(dearest.Reserved, alias.Reserved);
        Assert.Equal(["gemini-flash-latest", "gemini-3.5-flash"], world.Ledger.Rows("SELECT model_requested FROM api_calls ORDER BY call_id").Select(row => (string)row[0]!));
        world.LedgerShouldEqualTheBill();
    }

    [Fact]
    public async Task Compatible_service_is_drafted_with_and_paid_like_any_other()
    {
        await using var world = await DraftingWorld.StartAsync(4, new StandInOptions { Script = [Fault.MissingItem] });
        await WritePricesAsync(world, "prices:\n  - { model: gpt-5-mini, input: 0.25, output: 2, source: a test }\n");
        var setting = world.Setting(("OPENAI_API_KEY", DraftingWorld.Key), ("OPENAI_BASE_URL", world.Provider.OpenAiAddress.ToString()));

        var result = (await world.DraftAsync(setting, "--openai", "--model", "gpt-5-mini")).ShouldExit(0);

        world.LedgerShouldEqualTheBill();
        Assert.All(world.Provider.Log, a => Assert.Equal("chat", a.Action));
        world.ShouldHaveDraftedRightly(4);
        world.ShouldKeepSecrets(result, 4);
    }

    [Fact]
    public async Task Problems_of_the_workspaces_prices_are_all_named_by_line_before_the_first_call()
    {
        await using var world = await DraftingWorld.StartAsync(1);
        await WritePricesAsync(world, """
            prices:
              - { model: gemini-9-flash, inputs: 1, input: 1, output: 4, source: a test }
              - { model: gemini-8-flash, input: -1, output: 4, source: a test }
              - { model: gemini-7-flash, input: 1, output: 4 }
              - { model: gemini-6-flash, input: 1, output: 4, source: a test, from: 2026-12-01, until: 2026-11-30 }
            """);

        var result = (await world.DraftAsync()).ShouldExit(2);

        Assert.Contains("prices.yml has 4 problems", result.Error, StringComparison.Ordinal);
        Assert.Matches("line 2 .*inputs", result.Error);
        Assert.Matches("line 3 .*input", result.Error);
        Assert.Matches("line 4 .*source", result.Error);
        Assert.Matches("line 5 .*until 2026-11-30 is before from 2026-12-01", result.Error);
        Assert.Empty(world.Provider.Log);
    }

    [Fact]
    public async Task Input_that_the_provider_cached_is_paid_as_it_bills_it()
    {
        await using var world = await DraftingWorld.StartAsync(3);
        var finder = world.Workspace.PathOf("projects", "p", "finder.yml");
        var persona = string.Join(' ', Enumerable.Range(0, 4_000).Select(i => $"word{i:0000}"));
        var text = await File.ReadAllTextAsync(finder, TestContext.Current.CancellationToken);
        await File.WriteAllTextAsync(finder, text.Replace("A neighbour", persona + " A neighbour", StringComparison.Ordinal), TestContext.Current.CancellationToken);

        (await world.DraftAsync("--no-batch", "--tweets-per-request", "1")).ShouldExit(0);

        Assert.Equal(2, world.Ledger.Number("SELECT count(*) FROM api_calls WHERE cached_tokens >= 4096"));
        Assert.Equal(world.Provider.Bill.Sum(row => (long)row.Tokens.Cached), world.Ledger.Number("SELECT sum(cached_tokens) FROM api_calls"));
        world.LedgerShouldEqualTheBill();
    }

    private static Task WritePricesAsync(DraftingWorld world, string yaml) =>
        File.WriteAllTextAsync(world.Workspace.PathOf("prices.yml"), yaml, TestContext.Current.CancellationToken);
}
