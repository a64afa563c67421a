using ViralTracker.EndToEnd.Tests.Harness;
using ViralTracker.GeminiStandIn;
using Xunit;

namespace ViralTracker.EndToEnd.Tests.Drafting;

/// <summary>The engine's first benchmarks at a smaller size: the quota is used, and never overshot.</summary>
public sealed class QuotaUseTests
{
    private const int Limit = 5;

    [Fact]
    public async Task Run_over_two_windows_ends_within_a_tenth_of_the_ideal_schedule_and_never_overshoots()
    {
        await using var world = await DraftingWorld.StartAsync(2 * Limit, new StandInOptions { RequestsPerMinute = Limit, Latency = TimeSpan.FromSeconds(2), LatencyJitter = 0.2 });

        (await world.DraftAsync("--max-rpm", $"{Limit}", "--tweets-per-request", "1")).ShouldExit(0);

        var sent = world.Provider.Log.Select(a => a.Elapsed).Order().ToArray();
        Assert.All(world.Provider.Log, a => Assert.Equal(200, a.Status));
        Assert.All(sent.Zip(sent.Skip(Limit)), pair => Assert.True(pair.Second - pair.First >= TimeSpan.FromMinutes(1), $"{Limit + 1} requests within {pair.Second - pair.First}"));
        // Ideal: the first five at once, the others 60 s later, and the last answer.
        Assert.InRange((sent[^1] - sent[0]).TotalSeconds, 60, 1.1 * 60);
        world.ShouldHaveDraftedRightly(2 * Limit);
    }

    [Fact]
    public async Task Packing_takes_less_than_half_of_the_prompt_tokens_a_post()
    {
        await using var world = await DraftingWorld.StartAsync(10);

        (await world.DraftAsync("--tweets-per-request", "10")).ShouldExit(0);
        var packed = Tokens();
        (await world.DraftAsync("--tweets-per-request", "1", "--refresh")).ShouldExit(0);

        Assert.True(packed <= 0.5 * (Tokens() - packed), $"{packed} of {Tokens() - packed} tokens");

        long Tokens() => world.Ledger.Number("SELECT sum(prompt_tokens) FROM api_calls");
    }

    [Fact]
    public async Task Run_without_a_quota_keeps_64_requests_under_way_in_little_memory()
    {
        await using var world = await DraftingWorld.StartAsync(640, new StandInOptions { Latency = TimeSpan.FromMilliseconds(200) });
        using var run = world.Start("--tweets-per-request", "5", "--batch-size", "64");
        var peak = PeakMemory.WatchAsync(run.Id);

        (await run.ResultAsync()).ShouldExit(0);

        var log = world.Provider.Log;
        Assert.Equal(128, log.Count);
        Assert.InRange(log.Max(a => log.Count(b => b.At <= a.At && b.AnsweredAt > a.At)), 48, 64);
        Assert.InRange(log.Max(a => a.At) - log.Min(a => a.At), TimeSpan.FromMilliseconds(200), TimeSpan.FromSeconds(10));
        Assert.InRange(await peak, 1, 200_000_000);
        world.ShouldHaveDraftedRightly(640);
        world.LedgerShouldEqualTheBill();
    }
}
