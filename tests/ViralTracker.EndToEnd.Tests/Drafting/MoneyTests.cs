using System.Net;
using System.Text.Json;
using ViralTracker.GeminiStandIn;
using ViralTracker.Testing;
using Xunit;

namespace ViralTracker.EndToEnd.Tests.Drafting;

public sealed class MoneyTests
{
    [Fact]
    public async Task Budget_of_a_run_stops_with_exit_3_says_what_is_left_and_is_used()
    {
        await using var world = await DraftingWorld.StartAsync(60);

        var result = (await world.DraftAsync("--max-cost", "0.006")).ShouldExit(3);

        Assert.InRange(world.Provider.BilledNanoUsd, 4_800_000, 6_000_000);
        Assert.Contains($"Stopped by the budget of this run; {60 - world.Ledger.Drafted} posts left: run the same command again", result.Out, StringComparison.Ordinal);
        world.ShouldHaveDraftedRightly(world.Ledger.Drafted);
        world.LedgerShouldEqualTheBill();
    }

    [Fact]
    public async Task Budget_of_a_few_calls_of_a_dear_model_is_used_too()
    {
        // One post costs about a fifteenth of it, the longest answer possible to one a third.
        await using var world = await DraftingWorld.StartAsync(60);

        (await world.DraftAsync("--model", "gemini-3.5-flash", "--max-cost", "0.02", "--tweets-per-request", "1")).ShouldExit(3);

        Assert.InRange(world.Provider.BilledNanoUsd, 16_000_000, 20_000_000);
        world.LedgerShouldEqualTheBill();
    }

    [Fact]
    public async Task Answers_by_a_version_without_a_price_never_take_a_run_above_its_budget()
    {
        await using var world = await DraftingWorld.StartAsync(60, WithUnpriced with { ModelVersions = new Dictionary<string, string> { ["gemini-3.6-flash"] = "gemini-9-flash" } });

        await world.DraftAsync("--model", "gemini-3.6-flash", "--max-cost", "0.02", "--tweets-per-request", "1");

        Assert.InRange(world.Provider.BilledNanoUsd, 1, 20_000_000);
        Assert.InRange(world.Ledger.Calls.Sum(c => c.Counted), world.Provider.BilledNanoUsd, 20_000_000);
    }

    [Theory]
    [InlineData("America/Los_Angeles")]
    [InlineData("Pacific/Kiritimati", "--bill-zone", "Pacific/Kiritimati")]
    public async Task Bill_beside_the_ledger_shows_the_difference_by_the_providers_day(string zone, params string[] option)
    {
        await using var world = await DraftingWorld.StartAsync(4);
        (await world.DraftAsync()).ShouldExit(0);
        var cost = world.Provider.BilledNanoUsd / 1e9m;
        var day = DateOnly.FromDateTime(TimeZoneInfo.ConvertTime(world.Provider.Log[0].At, TimeZoneInfo.FindSystemTimeZoneById(zone)).DateTime);
        var bill = world.Workspace.PathOf("bill.csv");
        await File.WriteAllTextAsync(bill, FormattableString.Invariant(
            $"Date,Model,Cost\n{day:yyyy-MM-dd},gemini-3.8-flash,{cost - 0.0001m}\n{day:yyyy-MM-dd},gemini-3.8-flash,0.0001\n2026-01-02,gemini-3.8-flash,$0.25\n"), TestContext.Current.CancellationToken);

        var shown = (await world.Workspace.RunAsync(world.Setting(), ["costs", "--reconcile", "bill.csv", .. option])).ShouldExit(0);
        var days = (await world.Workspace.RunAsync(world.Setting(), ["costs", "--reconcile", "bill.csv", "--json", .. option])).ShouldExit(0).Json.GetProperty("days").EnumerateArray()
            .ToDictionary(d => d.GetProperty("day").GetString()!, d => d.GetProperty("difference_usd").GetDecimal());

        Assert.Equal(0.25m, days["2026-01-02"]);
        Assert.Equal(0m, days[day.ToString("yyyy-MM-dd", System.Globalization.CultureInfo.InvariantCulture)]);
        Assert.Contains("equal", shown.Out, StringComparison.Ordinal);
        Assert.Contains("2026-01-02", shown.Out, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Bill_is_not_compared_with_one_project()
    {
        await using var world = await DraftingWorld.StartAsync(1);
        await File.WriteAllTextAsync(world.Workspace.PathOf("bill.csv"), "date,cost\n2026-01-03,1\n", TestContext.Current.CancellationToken);

        var result = (await world.Workspace.RunAsync(world.Setting(), "costs", "-p", "p", "--reconcile", "bill.csv")).ShouldExit(2);

        Assert.Contains("use --reconcile without -p", result.Error, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Status_cuts_the_day_in_the_workspaces_time_zone()
    {
        await using var world = await DraftingWorld.StartAsync(1);
        (await world.DraftAsync()).ShouldExit(0);
        var sent = world.Ledger.Calls[0].SentAt.AddHours(-2);
        world.Workspace.Change($"UPDATE api_calls SET sent_at = '{sent:yyyy-MM-dd HH:mm:ss.fff}'");

        Assert.Equal(0, await SpentToday(hourThere: 0));
        Assert.True(await SpentToday(hourThere: 12) > 0);
        Assert.Contains("VT_TIME_ZONE", (await world.Workspace.RunAsync(world.Setting(("VT_TIME_ZONE", "Mars/Olympus")), "status")).ShouldExit(2).Error, StringComparison.Ordinal);

        async Task<decimal> SpentToday(int hourThere)
        {
            // Zones named after their distance from UTC carry it with its sign turned round.
            var east = (hourThere - sent.AddHours(2).Hour + 36) % 24 - 12;
            var zone = FormattableString.Invariant($"Etc/GMT{-east:+0;-0;+0}");
            return (await world.Workspace.RunAsync(world.Setting(("VT_TIME_ZONE", zone)), "status", "--json")).ShouldExit(0).Json.GetProperty("spend_today_usd").GetDecimal();
        }
    }

    [Fact]
    public async Task Forecast_says_enough_only_of_limits_that_are_set()
    {
        await using var world = await DraftingWorld.StartAsync(2);

        Assert.DoesNotContain("Enough", (await world.ForecastAsync()).Out, StringComparison.Ordinal);
        var limited = (await world.ForecastAsync("--max-cost", "1", "--max-rpd", "100")).Out;

        Assert.Contains("Enough  within the budget and the daily quota", limited, StringComparison.Ordinal);
        Assert.Matches(@"Cost    about \$[\d.]+ \(at most \$[\d.]+ in 9 of 10 runs\)", limited);
    }

    [Fact]
    public async Task Bad_rows_of_a_bill_are_all_named_by_file_line_and_field()
    {
        await using var world = await DraftingWorld.StartAsync(1);
        await File.WriteAllTextAsync(world.Workspace.PathOf("bill.csv"), "date,model,cost\nsoon,m,1\n2026-01-02,m,much\n2026-01-03,m,1\n", TestContext.Current.CancellationToken);

        var result = (await world.Workspace.RunAsync(world.Setting(), "costs", "--reconcile", "bill.csv")).ShouldExit(2);

        Assert.Contains("line 2  date", result.Error, StringComparison.Ordinal);
        Assert.Contains("bill.csv has 2 problems", result.Error, StringComparison.Ordinal);
        Assert.Contains("'soon' is not a date", result.Error, StringComparison.Ordinal);
        Assert.Contains("line 3  cost", result.Error, StringComparison.Ordinal);
        Assert.Contains("'much' is not an amount", result.Error, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Budget_alerts_are_said_logged_and_posted_without_key_or_post_text()
    {
        using var webhook = new HttpListener();
        var address = $"http://127.0.0.1:{FreePort()}/alert/";
        webhook.Prefixes.Add(address);
        webhook.Start();
        var bodies = new List<string>();
        var listening = ListenAsync(webhook, bodies);
        await using var world = await DraftingWorld.StartAsync(60, finder: $$"""budget: { day: 0.006, alert_at: [0.5, 0.75], webhook: "{{address}}" }""");

        var result = (await world.DraftAsync("--no-batch", "--tweets-per-request", "1")).ShouldExit(3);
        webhook.Stop();
        await listening;

        Assert.Equal(["0.5", "0.75"], bodies.Select(b => JsonDocument.Parse(b).RootElement.GetProperty("share").GetRawText()).Order());
        Assert.Contains("Budget of the day: 50", result.Error, StringComparison.Ordinal);
        Assert.Contains("the budget of the \\\"day\\\" reached", world.Logs, StringComparison.Ordinal);
        Assert.DoesNotContain(DraftingWorld.Key, string.Concat(bodies), StringComparison.Ordinal);
        Assert.DoesNotContain(Enumerable.Range(0, 60), i => string.Concat(bodies).Contains(MadeUpPosts.Mark(i), StringComparison.OrdinalIgnoreCase));
        world.ShouldKeepSecrets(result, 60);
    }

    [Fact]
    public async Task Alert_at_the_whole_budget_comes_when_the_next_call_no_longer_fits()
    {
        await using var world = await DraftingWorld.StartAsync(60, finder: "budget: { day: 0.006 }");

        var result = (await world.DraftAsync("--tweets-per-request", "1")).ShouldExit(3);

        Assert.Contains("Budget of the day: 100", result.Error, StringComparison.Ordinal);
        Assert.Contains("Budget of the day: 50", result.Error, StringComparison.Ordinal);
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
        Assert.Equal(10, world.Ledger.Scalar("SELECT count(DISTINCT post_id) FROM drafts WHERE project_id = 'twin' AND state = 'offered'"));
        Assert.Equal(0, world.Ledger.DraftedTwice);
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

    private static async Task ForecastShouldHoldAsync(int thoughts, Func<DraftingWorld, Task> between)
    {
        await using var world = await DraftingWorld.StartAsync(20, new StandInOptions { ThoughtTokensPerPost = thoughts, Latency = TimeSpan.FromMilliseconds(50) });
        (await world.DraftAsync()).ShouldExit(0);
        await between(world);
        MadeUpPosts.Write(world.Workspace.PathOf("projects", "p", "posts", "more.jsonl"), 30, first: 100);
        var forecast = (await world.ForecastAsync("--json")).Json.GetProperty("forecast");
        var before = world.Provider.BilledNanoUsd;

        (await world.DraftAsync()).ShouldExit(0);

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
    public async Task Counted_forecast_asks_the_provider_and_costs_nothing()
    {
        await using var world = await DraftingWorld.StartAsync(4);

        var result = await world.ForecastAsync("--count-tokens");

        Assert.All(world.Provider.Log, a => Assert.Equal("countTokens", a.Action));
        Assert.NotEmpty(world.Provider.Log);
        Assert.Contains("(counted by the provider)", result.Out, StringComparison.Ordinal);
    }

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
    public async Task Version_without_a_price_stops_the_run_that_was_priced_for_another()
    {
        await using var world = await DraftingWorld.StartAsync(10, WithUnpriced with { ModelVersions = new Dictionary<string, string> { ["gemini-3.6-flash"] = "gemini-9-flash" } });

        var result = (await world.DraftAsync("--model", "gemini-3.6-flash", "--no-batch", "--tweets-per-request", "1", "--max-cost", "0.05")).ShouldExit(3);

        Assert.Contains("gemini-9-flash answered, whose price is not known", result.Out, StringComparison.Ordinal);
        Assert.Contains("9 posts left", result.Out, StringComparison.Ordinal);
        Assert.Single(world.Provider.Log);
    }

    [Fact]
    public async Task Allowed_unpriced_calls_show_as_unpriced_and_never_as_free()
    {
        await using var world = await DraftingWorld.StartAsync(2, WithUnpriced);

        var result = (await world.DraftAsync("--model", "gemini-9-flash", "--allow-unpriced", "--tweets-per-request", "2")).ShouldExit(0);

        Assert.Contains("Unpriced 1 call", result.Out, StringComparison.Ordinal);
        Assert.Null(Assert.Single(world.Ledger.Calls).Cost);
        var costs = (await world.Workspace.RunAsync("costs")).ShouldExit(0);
        Assert.Contains("unpriced", costs.Out, StringComparison.OrdinalIgnoreCase);
    }

    [Fact]
    public async Task Prices_of_the_workspace_override_the_products()
    {
        await using var world = await DraftingWorld.StartAsync(2, WithUnpriced);
        await File.WriteAllTextAsync(world.Workspace.PathOf("prices.yml"), "prices:\n  - { model: gemini-9-flash, input: 1, output: 4, source: a test }\n", TestContext.Current.CancellationToken);

        (await world.DraftAsync("--model", "gemini-9-flash")).ShouldExit(0);

        world.LedgerShouldEqualTheBill();
    }

    [Fact]
    public async Task Alias_reserves_at_the_dearest_of_its_family_and_settles_by_the_version_that_answered()
    {
        await using var world = await DraftingWorld.StartAsync(2);

        (await world.DraftAsync("--model", "gemini-flash-latest", "--tweets-per-request", "2")).ShouldExit(0);
        (await world.DraftAsync("--model", "gemini-3.6-flash", "--refresh", "--tweets-per-request", "2")).ShouldExit(0);

        var (alias, plain) = (world.Ledger.Calls[0], world.Ledger.Calls[1]);
        Assert.Equal("gemini-3.6-flash", alias.Version);
        Assert.True(alias.Reserved > plain.Reserved);
        world.LedgerShouldEqualTheBill();
    }

    [Fact]
    public async Task Compatible_service_is_drafted_with_and_paid_like_any_other()
    {
        await using var world = await DraftingWorld.StartAsync(4, new StandInOptions { Script = [Fault.MissingItem] });
        var setting = world.Setting(("OPENAI_API_KEY", DraftingWorld.Key), ("OPENAI_BASE_URL", world.Provider.OpenAiAddress.ToString()));

        var result = (await world.DraftAsync(setting, "--openai", "--model", "gpt-5-mini", "--allow-unpriced")).ShouldExit(0);

        Assert.All(world.Provider.Log, a => Assert.Equal("chat", a.Action));
        world.ShouldHaveDraftedRightly(4);
        world.ShouldKeepSecrets(result, 4);
    }

    private static async Task ListenAsync(HttpListener listener, List<string> bodies)
    {
        try
        {
            while (true)
            {
                var context = await listener.GetContextAsync();
                using var reader = new StreamReader(context.Request.InputStream);
                bodies.Add(await reader.ReadToEndAsync(TestContext.Current.CancellationToken));
                context.Response.Close();
            }
        }
        catch (Exception e) when (e is HttpListenerException or ObjectDisposedException)
        {
            // Stopped by the test.
        }
    }

    private static int FreePort()
    {
        using var socket = new System.Net.Sockets.TcpListener(IPAddress.Loopback, 0);
        socket.Start();
        return ((IPEndPoint)socket.LocalEndpoint).Port;
    }
}
