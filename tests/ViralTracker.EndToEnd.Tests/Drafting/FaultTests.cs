using System.Globalization;
using ViralTracker.GeminiStandIn;
using ViralTracker.Testing;
using Xunit;

namespace ViralTracker.EndToEnd.Tests.Drafting;

/// <summary>Each fault of a provider, alone, in the first request of a run of two packs: the run still drafts every post.</summary>
public sealed class FaultTests
{
    private const int Posts = 6;

    [Theory]
    [InlineData(Fault.RateLimited, "refused")]
    [InlineData(Fault.RateLimitedBare, "refused")]
    [InlineData(Fault.RateLimitedHelpOnly, "refused")]
    [InlineData(Fault.DailyQuota, "refused")]
    [InlineData(Fault.InternalError, "refused")]
    [InlineData(Fault.Unavailable, "refused")]
    [InlineData(Fault.BadGateway, "unknown")]
    [InlineData(Fault.ResetBeforeBilling, "unknown")]
    [InlineData(Fault.ResetAfterBilling, "unknown")]
    [InlineData(Fault.Hang, "unknown")]
    [InlineData(Fault.MalformedBody, "unknown")]
    [InlineData(Fault.BrokenGzip, "unknown")]
    [InlineData(Fault.MalformedAnswer, "settled")]
    [InlineData(Fault.FencedAnswer, "settled")]
    [InlineData(Fault.TruncatedAnswer, "settled")]
    [InlineData(Fault.EmptyAnswer, "settled")]
    [InlineData(Fault.MissingItem, "settled")]
    [InlineData(Fault.RepeatedItem, "settled")]
    [InlineData(Fault.UnknownId, "settled")]
    [InlineData(Fault.NullField, "settled")]
    [InlineData(Fault.OverlongItem, "settled")]
    [InlineData(Fault.PromptBlocked, "settled")]
    [InlineData(Fault.AnswerBlocked, "settled")]
    [InlineData(Fault.TotalDiffers, "settled")]
    [InlineData(Fault.SchemaRefusedByBounds, "refused")]
    [InlineData(Fault.SchemaRefusedByEnum, "refused")]
    public async Task Fault_of_one_call_leaves_every_post_drafted_and_the_ledger_equal_to_the_bill(Fault fault, string state)
    {
        await using var world = await DraftingWorld.StartAsync(Posts, new StandInOptions { Script = [fault] });

        var result = (await world.DraftAsync("--tweets-per-request", "3", "--timeout", "3")).ShouldExit(0);

        world.ShouldHaveDraftedRightly(Posts);
        world.LedgerShouldEqualTheBill();
        world.ShouldKeepSecrets(result, Posts);
        Assert.Equal(fault, Assert.Single(world.Provider.Log, a => a.Fault is not null).Fault);
        if (state != "settled") Assert.Equal(state, Assert.Single(world.Ledger.Calls, c => c.State != "settled").State);
    }

    [Fact]
    public async Task Missing_repeated_and_unknown_parts_are_asked_again_and_the_others_saved_at_once()
    {
        await using var world = await DraftingWorld.StartAsync(5, new StandInOptions { Script = [Fault.MissingItem] });

        (await world.DraftAsync("--tweets-per-request", "5")).ShouldExit(0);

        Assert.Equal([5, 1], world.Ledger.Calls.Select(c => c.Posts));
    }

    [Fact]
    public async Task Pack_that_takes_too_long_goes_again_in_halves()
    {
        await using var world = await DraftingWorld.StartAsync(4, new StandInOptions { LatencyPerPost = TimeSpan.FromSeconds(1) });

        (await world.DraftAsync("--tweets-per-request", "4", "--timeout", "3")).ShouldExit(0);

        Assert.Equal([4, 2, 2], world.Ledger.Calls.Select(c => c.Posts));
        world.ShouldHaveDraftedRightly(4);
        world.LedgerShouldEqualTheBill();
    }

    [Fact]
    public async Task Pack_of_16_with_one_blocked_post_costs_8_more_calls_and_stores_it_as_blocked()
    {
        await using var world = await DraftingWorld.StartAsync(16, new StandInOptions
        {
            Markers = new Dictionary<string, Fault> { [MadeUpPosts.Mark(5)] = Fault.PromptBlocked },
        });

        (await world.DraftAsync("--tweets-per-request", "16")).ShouldExit(0);

        world.ShouldHaveDraftedRightly(15);
        Assert.Equal(1, world.Ledger.Blocked);
        Assert.InRange(world.Ledger.Calls.Count, 2, 9);
        world.LedgerShouldEqualTheBill();
    }

    [Fact]
    public async Task Blocked_post_is_not_asked_again_by_the_next_run()
    {
        await using var world = await DraftingWorld.StartAsync(2, new StandInOptions
        {
            Markers = new Dictionary<string, Fault> { [MadeUpPosts.Mark(1)] = Fault.PromptBlocked },
        });
        (await world.DraftAsync()).ShouldExit(0);
        var calls = world.Ledger.Calls.Count;

        (await world.DraftAsync()).ShouldExit(0);

        Assert.Equal(calls, world.Ledger.Calls.Count);
    }

    [Fact]
    public async Task Schema_rung_is_remembered_for_the_model()
    {
        await using var world = await DraftingWorld.StartAsync(1, new StandInOptions { FaultRates = new Dictionary<Fault, double> { [Fault.SchemaRefusedByBounds] = 1 } });
        (await world.DraftAsync()).ShouldExit(0);
        Assert.Equal(2, world.Ledger.Calls.Count);

        (await world.DraftAsync("--refresh")).ShouldExit(0);

        Assert.Equal(3, world.Ledger.Calls.Count);
    }

    [Fact]
    public async Task Model_that_refuses_every_schema_exits_4_with_the_providers_words()
    {
        await using var world = await DraftingWorld.StartAsync(3, new StandInOptions { FaultRates = new Dictionary<Fault, double> { [Fault.SchemaRefused] = 1 } });

        var result = (await world.DraftAsync("--no-batch")).ShouldExit(4);

        Assert.Contains("Request contains an invalid argument.", result.Out + result.Error, StringComparison.Ordinal);
        Assert.Equal(3, world.Provider.Log.Count);
        Assert.Equal(0, world.Ledger.Calls.Sum(c => c.Counted));
    }

    [Fact]
    public async Task Packs_in_flight_together_take_the_next_rung_once_and_try_it_with_one_call()
    {
        await using var world = await DraftingWorld.StartAsync(3, new StandInOptions
        {
            FaultRates = new Dictionary<Fault, double> { [Fault.SchemaRefused] = 1 },
            Latency = TimeSpan.FromMilliseconds(500),
        });

        (await world.DraftAsync("--tweets-per-request", "1", "--batch-size", "3")).ShouldExit(4);

        // At most all three with the first schema, then one with each of the two below.
        Assert.InRange(world.Provider.Log.Count, 3, 5);
    }

    [Theory]
    [InlineData(Fault.SchemaRefused, 4)]
    [InlineData(Fault.AnyFormatRefused, 5)]
    public async Task Compatible_service_without_schemas_gets_less_until_it_answers_and_the_next_run_starts_there(Fault fault, int calls)
    {
        await using var world = await DraftingWorld.StartAsync(2, new StandInOptions { FaultRates = new Dictionary<Fault, double> { [fault] = 1 } });
        var setting = world.Setting(("OPENAI_API_KEY", DraftingWorld.Key), ("OPENAI_BASE_URL", world.Provider.OpenAiAddress.ToString()));
        string[] options = ["--openai", "--model", "gpt-5-mini", "--allow-unpriced", "--tweets-per-request", "2"];

        (await world.DraftAsync(setting, options)).ShouldExit(0);

        world.ShouldHaveDraftedRightly(2);
        Assert.Equal(calls, world.Provider.Log.Count);
        (await world.DraftAsync(setting, [.. options, "--refresh"])).ShouldExit(0);
        Assert.Equal(calls + 1, world.Provider.Log.Count);
    }

    [Fact]
    public async Task Lone_post_blocked_once_is_asked_again_and_drafted()
    {
        await using var world = await DraftingWorld.StartAsync(1, new StandInOptions { Script = [Fault.PromptBlocked] });

        (await world.DraftAsync()).ShouldExit(0);

        world.ShouldHaveDraftedRightly(1);
        Assert.Equal(2, world.Ledger.Calls.Count);
        world.LedgerShouldEqualTheBill();
    }

    [Theory]
    [InlineData(2, 0)]
    [InlineData(3, 1)]
    public async Task Lone_post_blocked_three_times_is_stored_as_blocked(int blocks, int stored)
    {
        await using var world = await DraftingWorld.StartAsync(1, new StandInOptions { Script = [.. Enumerable.Repeat(Fault.PromptBlocked, blocks)] });

        (await world.DraftAsync()).ShouldExit(0);

        Assert.Equal(stored, world.Ledger.Blocked);
        Assert.Equal(1 - stored, world.Ledger.Drafted);
        Assert.Equal(3, world.Ledger.Calls.Count);
    }

    [Fact]
    public async Task Answerable_post_of_a_pair_that_is_blocked_once_alone_is_drafted_all_the_same()
    {
        await using var world = await DraftingWorld.StartAsync(2, new StandInOptions
        {
            Script = [Fault.PromptBlocked, Fault.PromptBlocked, Fault.PromptBlocked],
            Markers = new Dictionary<string, Fault> { [MadeUpPosts.Mark(1)] = Fault.PromptBlocked },
        });

        (await world.DraftAsync("--tweets-per-request", "2")).ShouldExit(0);

        Assert.Contains(MadeUpPosts.Mark(1), Assert.Single(world.Ledger.BlockedPosts), StringComparison.Ordinal);
        world.ShouldHaveDraftedRightly(1);
        // Together, each alone, and again each alone; the third block of the one settles it.
        Assert.Equal(6, world.Ledger.Calls.Count);
        world.LedgerShouldEqualTheBill();
    }

    [Fact]
    public async Task Wrong_key_exits_4_after_one_call_with_the_providers_words()
    {
        await using var world = await DraftingWorld.StartAsync(3);

        var result = (await world.DraftAsync(world.Setting() with
        {
            Environment = new Dictionary<string, string>(world.Setting().Environment) { ["GEMINI_API_KEY"] = "AIzaWrongKey000" },
        }, "--no-batch")).ShouldExit(4);

        Assert.Contains("API key not valid", result.Out + result.Error, StringComparison.Ordinal);
        Assert.DoesNotContain("AIzaWrongKey000", result.Out + result.Error + world.Logs, StringComparison.Ordinal);
        Assert.Single(world.Provider.Log);
    }

    [Theory]
    [InlineData(null, "models/gemini-3.5-flash is not found")]
    [InlineData(Fault.Forbidden, "Your project has been denied access.")]
    [InlineData(Fault.InvalidRequest, "The input token count exceeds the maximum")]
    public async Task Refusal_for_good_exits_4_after_one_call_with_the_providers_words(Fault? fault, string words)
    {
        // The model has a price, but this provider does not know it.
        var provider = fault is null ? new StandInOptions { Prices = new Dictionary<string, Price>() } : new StandInOptions { Script = [fault] };
        await using var world = await DraftingWorld.StartAsync(3, provider);

        var result = (await world.DraftAsync("--no-batch", "--tweets-per-request", "1", "--model", "gemini-3.5-flash")).ShouldExit(4);

        Assert.Contains(words, string.Join(' ', result.Out.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries)), StringComparison.Ordinal);
        Assert.Single(world.Provider.Log);
        Assert.Equal("refused", Assert.Single(world.Ledger.Calls).State);
    }

    [Fact]
    public async Task Delay_that_the_provider_names_is_waited_by_every_pack_and_no_longer()
    {
        await using var world = await DraftingWorld.StartAsync(2, new StandInOptions { Script = [Fault.RateLimited] });

        (await world.DraftAsync("--no-batch", "--tweets-per-request", "1")).ShouldExit(0);

        // A second; without its words the back-off is 2 s at least.
        Assert.InRange(world.Provider.Log[1].Elapsed - world.Provider.Log[0].Elapsed, TimeSpan.FromSeconds(1), TimeSpan.FromSeconds(2));
        world.ShouldHaveDraftedRightly(2);
    }

    [Fact]
    public async Task Daily_quota_without_a_delay_exits_4_and_says_when_the_day_resets()
    {
        await using var world = await DraftingWorld.StartAsync(4, new StandInOptions { Script = [null, Fault.DailyQuotaFinal] });

        var result = (await world.DraftAsync("--no-batch", "--tweets-per-request", "1")).ShouldExit(4);

        var pacific = TimeZoneInfo.FindSystemTimeZoneById("America/Los_Angeles");
        var midnight = TimeZoneInfo.ConvertTime(world.Provider.Log[1].At, pacific).Date.AddDays(1);
        var resets = TimeZoneInfo.ConvertTimeToUtc(midnight, pacific).ToString("d MMM HH:mm", CultureInfo.InvariantCulture);
        Assert.Contains($"daily quota, which resets at {resets} UTC", result.Out, StringComparison.Ordinal);
        Assert.Contains("3 posts left", result.Out, StringComparison.Ordinal);
        world.ShouldHaveDraftedRightly(1);
    }

    [Fact]
    public async Task Same_daily_quota_twice_stops_although_a_delay_was_given()
    {
        await using var world = await DraftingWorld.StartAsync(2, new StandInOptions { Script = [Fault.DailyQuota, Fault.DailyQuota] });

        (await world.DraftAsync("--no-batch")).ShouldExit(4);

        Assert.Equal(2, world.Provider.Log.Count);
        Assert.True(world.Provider.Log[1].Elapsed - world.Provider.Log[0].Elapsed >= TimeSpan.FromSeconds(1), "the second call did not wait the second it was asked to");
    }

    [Fact]
    public async Task Daily_quota_that_refuses_calls_in_flight_together_is_honoured_as_one()
    {
        await using var world = await DraftingWorld.StartAsync(3, new StandInOptions { Script = [Fault.DailyQuota, Fault.DailyQuota], Latency = TimeSpan.FromMilliseconds(200) });

        (await world.DraftAsync("--batch-size", "2", "--tweets-per-request", "1")).ShouldExit(0);

        world.ShouldHaveDraftedRightly(3);
    }

    [Fact]
    public async Task Overloaded_provider_gets_fewer_calls_at_once_and_then_more_again()
    {
        await using var world = await DraftingWorld.StartAsync(40, new StandInOptions
        {
            Script = [Fault.Unavailable, Fault.Unavailable, Fault.Unavailable, Fault.Unavailable],
            Latency = TimeSpan.FromMilliseconds(300),
        });

        (await world.DraftAsync("--batch-size", "4", "--tweets-per-request", "1")).ShouldExit(0);

        var sent = world.Provider.Log.Select(a => a.Elapsed).Order().Skip(4).ToArray();
        // One at a time after the four refusals, later several within the time of one answer.
        Assert.True(sent[1] - sent[0] > TimeSpan.FromMilliseconds(250), $"the second call came {sent[1] - sent[0]} after the first");
        Assert.Contains(sent.Zip(sent.Skip(2)), pair => pair.Second - pair.First < TimeSpan.FromMilliseconds(300));
        world.ShouldHaveDraftedRightly(40);
    }

    [Fact]
    public async Task Pack_that_fails_four_times_exits_1_and_says_why()
    {
        await using var world = await DraftingWorld.StartAsync(2, new StandInOptions { FaultRates = new Dictionary<Fault, double> { [Fault.InternalError] = 1 } });

        var result = (await world.DraftAsync("--tweets-per-request", "2")).ShouldExit(1);

        Assert.Contains("2 posts failed", result.Out, StringComparison.Ordinal);
        Assert.Contains("An internal error has occurred", result.Out, StringComparison.Ordinal);
        Assert.Equal(4, world.Provider.Log.Count);
    }

    [Fact]
    public async Task Every_fault_by_chance_leaves_each_answerable_post_drafted_after_one_rerun()
    {
        var rates = Enum.GetValues<Fault>()
            .Where(f => f is not (Fault.DailyQuota or Fault.DailyQuotaFinal or Fault.Forbidden or Fault.InvalidRequest or Fault.MissingVector or Fault.SchemaRefused or Fault.FormatRefused or Fault.AnyFormatRefused))
            .ToDictionary(f => f, _ => 0.02);
        var provider = new StandInOptions { FaultRates = rates, BlockedPostShare = 0.03, Seed = 3 };
        await using var world = await DraftingWorld.StartAsync(100, provider);

        var result = await world.DraftAsync("--tweets-per-request", "4", "--batch-size", "16", "--timeout", "2");
        if (result.ExitCode != 0) (await world.DraftAsync("--tweets-per-request", "4", "--batch-size", "16", "--timeout", "2")).ShouldExit(0);

        var blocked = Enumerable.Range(0, 100).Select(MadeUpPosts.Text).Where(provider.Blocks).ToArray();
        Assert.NotEmpty(blocked);
        Assert.Empty(blocked.Except(world.Ledger.BlockedPosts));
        // Chance may block an answerable post as often as a post that is blocked for good: once in a few hundred runs.
        Assert.InRange(world.Ledger.Blocked, blocked.Length, blocked.Length + 1);
        world.ShouldHaveDraftedRightly(100 - world.Ledger.Blocked);
        world.LedgerShouldEqualTheBill();
        world.ShouldKeepSecrets(result, 100);
    }
}
