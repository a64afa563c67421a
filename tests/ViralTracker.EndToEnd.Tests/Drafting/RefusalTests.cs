using ViralTracker.EndToEnd.Tests.Harness;
using ViralTracker.GeminiStandIn;
using Xunit;

namespace ViralTracker.EndToEnd.Tests.Drafting;

/// <summary>Refusals that name their terms: a delay, the end of a day's quota, or for good.</summary>
public sealed class RefusalTests
{
    [Fact]
    public async Task Wrong_key_exits_4_after_one_call_with_the_providers_words()
    {
        await using var world = await DraftingWorld.StartAsync(3);

        var result = (await world.DraftAsync(world.Setting() with
        {
            Environment = new Dictionary<string, string>(world.Setting().Environment) { ["GEMINI_API_KEY"] = "AIzaWrongKey000" },
        }, "--no-batch")).ShouldExit(4);

        Assert.Contains("API key not valid", result.Out + result.Error, StringComparison.Ordinal);
        Assert.Contains("Please pass a valid API key. 3 posts left: correct GEMINI_API_KEY and run the same command again", OneLine(result.Out), StringComparison.Ordinal);
        Assert.DoesNotContain("AIzaWrongKey000", result.Out + result.Error + world.Logs, StringComparison.Ordinal);
        Assert.Single(world.Provider.Log);
    }

    [Fact]
    public async Task Key_that_no_header_can_carry_is_named_with_its_line_and_not_shown()
    {
        await using var world = await DraftingWorld.StartAsync(1);
        File.WriteAllText(world.Workspace.PathOf(".env"), "# keys\nGEMINI_API_KEY=AIzaSecret…\n");
        var dotEnv = new VtSetting();
        string[] run = ["twitter", "generate-comments", "-p", "p"];

        var filed = (await world.Workspace.RunAsync(dotEnv, run)).ShouldExit(2);
        var exported = (await world.Workspace.RunAsync(new VtSetting { Environment = new Dictionary<string, string> { ["GEMINI_API_KEY"] = "AIzaSecret secret" } }, run)).ShouldExit(2);

        Assert.Equal(".env has 1 problem:\n  line 2  GEMINI_API_KEY  holds a character no key has ('…'): paste the key from your provider", filed.Error.Trim());
        Assert.Equal("GEMINI_API_KEY holds a character no key has (a space): paste the key from your provider", exported.Error.Trim());
        Assert.DoesNotContain("Secret", filed.Out + exported.Out, StringComparison.Ordinal);
        (await world.Workspace.RunAsync(dotEnv, [.. run, "--provider", "offline"])).ShouldExit(0);
    }

    [Theory]
    [InlineData(null, "models/gemini-3.5-flash is not found", "choose another with --model, or generation.model in finder.yml")]
    [InlineData(Fault.Forbidden, "Your project has been denied access.", "correct GEMINI_API_KEY and run the same command again")]
    [InlineData(Fault.InvalidRequest, "Please use a valid role: user, model.", "the same request would be refused again. Choose another model with --model, or another --provider")]
    public async Task Refusal_for_good_exits_4_after_one_call_with_the_providers_words_and_what_helps(Fault? fault, string words, string advice)
    {
        // The model has a price, but this provider does not know it.
        var provider = fault is null ? new StandInOptions { Prices = new Dictionary<string, Price>() } : new StandInOptions { Script = [fault] };
        await using var world = await DraftingWorld.StartAsync(3, provider);

        var result = (await world.DraftAsync("--no-batch", "--tweets-per-request", "1", "--model", "gemini-3.5-flash")).ShouldExit(4);

        Assert.Contains(words, OneLine(result.Out), StringComparison.Ordinal);
        Assert.Contains($"3 posts left: {advice}", OneLine(result.Out), StringComparison.Ordinal);
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

    /// <summary>Nor does anything wait for it later: the next run asks again.</summary>
    [Fact]
    public async Task Delay_of_hours_is_not_waited_for_but_told_with_exit_4()
    {
        await using var world = await DraftingWorld.StartAsync(2, new StandInOptions { Script = [Fault.RateLimitedForLong] });

        var result = (await world.DraftAsync("--no-batch", "--tweets-per-request", "1")).ShouldExit(4);

        Assert.Contains("the provider asks to wait until", OneLine(result.Out), StringComparison.Ordinal);
        Assert.Contains("2 posts left: run the same command again then", OneLine(result.Out), StringComparison.Ordinal);
        Assert.Single(world.Provider.Log);
        (await world.DraftAsync("--no-batch", "--tweets-per-request", "1")).ShouldExit(0);
        world.ShouldHaveDraftedRightly(2);
    }

    [Fact]
    public async Task Daily_quota_without_a_delay_exits_4_and_says_when_the_day_resets()
    {
        await using var world = await DraftingWorld.StartAsync(4, new StandInOptions { Script = [null, Fault.DailyQuotaFinal] });

        var result = (await world.DraftAsync("--no-batch", "--tweets-per-request", "1")).ShouldExit(4);

        Assert.Contains($"daily quota, which resets at {DraftingWorld.ResetAfter(world.Provider.Log[1])}", result.Out, StringComparison.Ordinal);
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

    /// <summary>As read: lines are broken where the terminal ends.</summary>
    private static string OneLine(string text) => string.Join(' ', text.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries));
}
