using System.Globalization;
using System.Net;
using System.Text.Json;
using System.Text.RegularExpressions;
using ViralTracker.GeminiStandIn;
using ViralTracker.Testing;
using Xunit;

namespace ViralTracker.EndToEnd.Tests.Drafting;

/// <summary>What may be spent, and what is said of it.</summary>
public sealed class BudgetTests
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
    public async Task Budget_is_the_same_on_a_machine_that_writes_numbers_with_a_comma()
    {
        await using var world = await DraftingWorld.StartAsync(60);

        (await world.DraftAsync(world.Setting(("LANG", "de_DE.UTF-8"), ("LC_ALL", "de_DE.UTF-8")), "--max-cost", "0.006")).ShouldExit(3);

        Assert.InRange(world.Provider.BilledNanoUsd, 4_800_000, 6_000_000);
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
    public async Task Budget_with_no_more_room_for_the_longest_answer_possible_is_used_all_the_same()
    {
        // One post costs a seventieth of it, the longest answer possible to one three quarters.
        await using var world = await DraftingWorld.StartAsync(80, finder: "generation: { max_tokens: 4000 }");

        (await world.DraftAsync("--model", "gemini-3.5-flash", "--max-cost", "0.1", "--tweets-per-request", "1", "--max-rpm", "0")).ShouldExit(3);

        Assert.InRange(world.Provider.BilledNanoUsd, 80_000_000, 100_000_000);
        world.LedgerShouldEqualTheBill();
    }

    [Fact]
    public async Task Call_that_waits_for_the_budget_goes_as_soon_as_one_under_way_settles()
    {
        // Room for one reservation and a half, and for the costs of all.
        await using var world = await DraftingWorld.StartAsync(6, new StandInOptions { Latency = TimeSpan.FromMilliseconds(300) });
        (await world.DraftAsync("--max-cost", "1", "--tweets-per-request", "1")).ShouldExit(0);
        var most = world.Ledger.Calls.Max(call => call.Reserved)!.Value * 3 / 2 / 1e9m + world.Provider.BilledNanoUsd / 1e9m;

        (await world.DraftAsync("--refresh", "--max-cost", most.ToString(CultureInfo.InvariantCulture), "--tweets-per-request", "1")).ShouldExit(0);

        var sent = world.Provider.Log.Skip(6).Select(a => a.Elapsed).Order().ToArray();
        Assert.Equal(6, sent.Length);
        Assert.True(sent[^1] - sent[0] < TimeSpan.FromSeconds(4), $"six calls took {sent[^1] - sent[0]}");
    }

    [Fact]
    public async Task Status_cuts_the_day_in_the_workspaces_time_zone()
    {
        await using var world = await DraftingWorld.StartAsync(1);
        (await world.DraftAsync()).ShouldExit(0);
        var sent = world.Ledger.Calls[0].SentAt.AddHours(-2);
        world.Ledger.Change($"UPDATE api_calls SET sent_at = '{sent:yyyy-MM-dd HH:mm:ss.fff}'");

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

    [Theory]
    [InlineData("day")]
    [InlineData("month")]
    public async Task Budget_of_a_day_and_of_a_month_is_that_of_the_workspaces_time_zone(string period)
    {
        await using var world = await DraftingWorld.StartAsync(1, finder: $"budget: {{ {period}: 0.01 }}");
        (await world.DraftAsync()).ShouldExit(0);
        // Zones named after their distance from UTC carry it with its sign turned round.
        var zones = new[] { "Etc/GMT+12", "Etc/GMT-14" }.OrderBy(Began).ToArray();
        world.Ledger.Change($"UPDATE api_calls SET cost_nanousd = 20000000, counted_nanousd = 20000000, sent_at = '{Began(zones[1]).AddMinutes(-30):yyyy-MM-dd HH:mm:ss.fff}'");

        var within = (await world.DraftAsync(world.Setting(("VT_TIME_ZONE", zones[0])), "--refresh")).ShouldExit(3);
        (await world.DraftAsync(world.Setting(("VT_TIME_ZONE", zones[1])), "--refresh")).ShouldExit(0);

        Assert.Contains($"Stopped by the budget of the {period}", within.Out, StringComparison.Ordinal);
        var (next, east) = (Next(zones[0]), zones[0].Contains('-') ? "+14:00" : "-12:00");
        Assert.Contains(FormattableString.Invariant($"1 post left. Goes on after {next:d MMM}"), OneLine(within.Out), StringComparison.Ordinal);
        Assert.Contains($" 00:00 {east}: run the same command again then", OneLine(within.Out), StringComparison.Ordinal);
        Assert.Equal(2, world.Provider.Log.Count);

        DateTime Next(string id)
        {
            var today = TimeZoneInfo.ConvertTime(world.Provider.Log[0].At, TimeZoneInfo.FindSystemTimeZoneById(id)).Date;
            return period == "day" ? today.AddDays(1) : today.AddDays(1 - today.Day).AddMonths(1);
        }

        DateTime Began(string id)
        {
            var zone = TimeZoneInfo.FindSystemTimeZoneById(id);
            var today = TimeZoneInfo.ConvertTime(world.Provider.Log[0].At, zone).Date;
            return TimeZoneInfo.ConvertTimeToUtc(period == "day" ? today : today.AddDays(1 - today.Day), zone);
        }
    }

    [Fact]
    public async Task Budget_alerts_are_said_logged_and_posted_without_key_or_post_text()
    {
        await using var hook = new AlertHook();
        await using var world = await DraftingWorld.StartAsync(60, finder: $$"""budget: { day: 0.006, alert_at: [0.5, 0.75], webhook: "{{hook.Address}}" }""");

        var result = (await world.DraftAsync("--no-batch", "--tweets-per-request", "1")).ShouldExit(3);
        var bodies = await hook.BodiesAsync();

        Assert.Equal(["0.5", "0.75"], bodies.Select(b => JsonDocument.Parse(b).RootElement.GetProperty("share").GetRawText()).Order());
        Assert.All(bodies.Select(b => JsonElement.Parse(b)), alert =>
        {
            Assert.Equal(["event", "project", "budget", "share", "exhausted", "spent_usd", "kept_usd", "budget_usd", "at"], alert.EnumerateObject().Select(member => member.Name));
            Assert.Equal(("budget_alert", "p", "day", 0.006m, false), (Said("event"), Said("project"), Said("budget"), alert.GetProperty("budget_usd").GetDecimal(), alert.GetProperty("exhausted").GetBoolean()));
            Assert.InRange(alert.GetProperty("spent_usd").GetDecimal(), alert.GetProperty("share").GetDecimal() * 0.006m, 0.006m);
            // Times in JSON are whole seconds.
            Assert.InRange(alert.GetProperty("at").GetDateTimeOffset(), world.Provider.Log[0].At.AddSeconds(-1), world.Provider.Log[^1].At.AddMinutes(1));

            string? Said(string name) => alert.GetProperty(name).GetString();
        });
        Assert.Contains("Budget of the day: 50", result.Error, StringComparison.Ordinal);
        Assert.Contains("the budget of the \\\"day\\\" reached", world.Logs, StringComparison.Ordinal);
        Assert.DoesNotContain(DraftingWorld.Key, string.Concat(bodies), StringComparison.Ordinal);
        Assert.DoesNotContain(Enumerable.Range(0, 60), i => string.Concat(bodies).Contains(MadeUpPosts.Mark(i), StringComparison.OrdinalIgnoreCase));
        world.ShouldKeepSecrets(result, 60);
    }

    [Theory]
    [InlineData(HttpStatusCode.Found)]
    [InlineData(HttpStatusCode.MovedPermanently)]
    [InlineData(HttpStatusCode.InternalServerError)]
    [InlineData(HttpStatusCode.InternalServerError, 2)]
    public async Task Alert_that_was_not_taken_is_told_and_the_run_goes_on(HttpStatusCode status, int latency = 0)
    {
        await using var hook = new AlertHook(status, TimeSpan.FromSeconds(latency));
        await using var world = await DraftingWorld.StartAsync(2, finder: $$"""budget: { day: 1, alert_at: [0.00001], webhook: "{{hook.Address}}" }""");

        var result = (await world.DraftAsync()).ShouldExit(0);

        Assert.Contains("The budget alert did not reach 127.0.0.1", result.Error, StringComparison.Ordinal);
        Assert.Contains($"{(int)status}", result.Error, StringComparison.Ordinal);
        Assert.Single(await hook.BodiesAsync());
    }

    [Fact]
    public async Task Last_alert_says_that_the_next_call_does_not_fit_and_what_was_spent()
    {
        await using var world = await DraftingWorld.StartAsync(60, finder: "budget: { day: 0.006 }");

        var result = (await world.DraftAsync("--tweets-per-request", "1")).ShouldExit(3);

        Assert.Matches(@"Budget of the day: \$0\.005\d of \$0\.0060 spent; the next request does not fit", result.Error);
        Assert.DoesNotContain("100%", result.Error, StringComparison.Ordinal);
        Assert.Contains("Budget of the day: 50", result.Error, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("", "--max-cost", "--max-cost", "run")]
    [InlineData("budget: { run: 0.0001 }", "--max-cost", "budget.run in finder.yml", "run")]
    [InlineData("budget: { day: 0.0001 }", null, "budget.day in finder.yml", "day")]
    [InlineData("budget: { month: 0.0001 }", null, "budget.month in finder.yml", "month")]
    public async Task Budget_smaller_than_a_request_says_what_to_raise_and_how_far(string finder, string? option, string setting, string period)
    {
        await using var world = await DraftingWorld.StartAsync(6, finder: finder);

        var result = (await world.DraftAsync(option is null ? [] : [option, finder.Length > 0 ? "1" : "0.0001"])).ShouldExit(3);

        Assert.Empty(world.Provider.Log);
        Assert.Contains($"Budget of the {period}: $0 of $0.00010 spent; the next request does not fit", result.Error, StringComparison.Ordinal);
        var said = Regex.Match(OneLine(result.Out), @"6 posts left\. The next request may cost up to \$(\d[\d.]*): raise (\S+( in finder\.yml)?)");
        Assert.Equal(setting, said.Groups[2].Value);
        Assert.DoesNotContain("run the same command again", OneLine(result.Out), StringComparison.Ordinal);

        world.AddProject("p", 6);
        await world.DraftAsync("--max-cost", said.Groups[1].Value);
        Assert.NotEmpty(world.Provider.Log);
    }

    [Theory]
    [InlineData("day")]
    [InlineData("month")]
    public async Task Budget_that_unanswered_calls_use_up_says_what_is_spent_and_what_is_kept_for_them(string period)
    {
        await using var world = await DraftingWorld.StartAsync(3, finder: $"budget: {{ {period}: 0.02 }}");
        (await world.DraftAsync("--tweets-per-request", "1")).ShouldExit(0);
        world.Ledger.Change("UPDATE api_calls SET cost_nanousd = 8000000, counted_nanousd = 8000000 WHERE call_id < 3");
        world.Ledger.Change("UPDATE api_calls SET cost_nanousd = NULL, state = 'unknown', reserved_nanousd = 4400000, counted_nanousd = 4400000 WHERE call_id = 3");

        var said = (await world.DraftAsync("--refresh")).ShouldExit(3).Out;
        var json = (await world.DraftAsync("--refresh", "--json")).ShouldExit(3).Json.GetProperty("draft").GetProperty("stopped").GetString();

        var told = $"by the budget of the {period}: $0.016 spent and $0.0044 kept for calls whose cost is not known, of $0.020";
        Assert.Contains($"Stopped {told}; 3 posts left. Goes on after ", OneLine(said), StringComparison.Ordinal);
        Assert.Equal(told, json);
        Assert.Contains("but budgets count it", OneLine((await world.Workspace.RunAsync("costs")).ShouldExit(0).Out), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("", "--max-cost", "this run; 2 posts left. The next request may cost up to $", "--max-cost")]
    [InlineData("budget: { run: 0 }", null, "this run; 2 posts left. The next request may cost up to $", "budget.run in finder.yml")]
    [InlineData("budget: { day: 0 }", null, "the day: $0 spent of $0; 2 posts left. The next request may cost up to $", "budget.day in finder.yml")]
    public async Task Budget_of_nothing_is_told_as_any_other(string finder, string? option, string stopped, string setting)
    {
        await using var world = await DraftingWorld.StartAsync(2, finder: finder);

        var result = (await world.DraftAsync(option is null ? [] : [option, "0"])).ShouldExit(3);

        Assert.Empty(world.Provider.Log);
        Assert.Contains(": $0 of $0 spent; the next request does not fit", result.Error, StringComparison.Ordinal);
        Assert.DoesNotContain("%", result.Error, StringComparison.Ordinal);
        Assert.Matches(Regex.Escape($"Stopped by the budget of {stopped}") + @"[\d.]+: raise " + Regex.Escape(setting), OneLine(result.Out));
    }

    /// <summary>As read: lines are broken where the terminal ends.</summary>
    private static string OneLine(string text) => string.Join(' ', text.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries));

    [Fact]
    public async Task Alert_of_a_single_post_is_said_logged_and_posted_too()
    {
        await using var hook = new AlertHook();
        await using var world = await DraftingWorld.StartAsync(2, finder: $$"""budget: { day: 1, alert_at: [0.00001], webhook: "{{hook.Address}}" }""");

        var result = (await world.DraftAsync("--debug-tweet", "1900000000000000001")).ShouldExit(0);

        Assert.Contains("Budget of the day: 0% reached", result.Error, StringComparison.Ordinal);
        Assert.Contains("the budget of the \\\"day\\\" reached", world.Logs, StringComparison.Ordinal);
        Assert.Single(await hook.BodiesAsync());
    }

    [Theory]
    [InlineData("done", false)]
    [InlineData("crashed", true)]
    public async Task What_a_killed_run_reached_and_may_not_have_said_the_next_one_says(string outcome, bool said)
    {
        await using var world = await DraftingWorld.StartAsync(2);
        (await world.DraftAsync()).ShouldExit(0);
        world.Ledger.Change($"UPDATE runs SET outcome = '{outcome}'");
        world.AddProject("p", 2, "budget: { day: 100, month: 200, alert_at: [0.0000001, 0.5] }");

        var next = (await world.DraftAsync("--refresh")).ShouldExit(0);
        var last = (await world.DraftAsync("--refresh")).ShouldExit(0);

        Assert.Equal(said, next.Error.Contains("Budget of the day: ", StringComparison.Ordinal));
        Assert.Equal(said, next.Error.Contains("Budget of the month: ", StringComparison.Ordinal));
        Assert.DoesNotContain("Budget of ", last.Error, StringComparison.Ordinal);
    }
}
