using ViralTracker.GeminiStandIn;
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

    [Fact]
    public async Task Errors_that_may_pass_are_tried_again()
    {
        await using var world = await DraftingWorld.StartAsync(2, new StandInOptions { EmbeddingScript = [Fault.Unavailable, Fault.RateLimited] }, Finder);

        (await world.DraftAsync()).ShouldExit(0);

        world.ShouldHaveDraftedRightly(2);
        Assert.Equal([1L, 2, 3], new[] { 1, 2, 3 }.Select(n => world.Ledger.Number($"SELECT attempt FROM api_calls WHERE purpose = 'embed' ORDER BY call_id LIMIT 1 OFFSET {n - 1}")));
    }

    [Theory]
    [InlineData]
    [InlineData("--debug-tweet", "1900000000000000001")]
    public async Task Budget_of_the_command_holds_for_embeddings_and_the_run_keeps_its_end(params string[] more)
    {
        await using var world = await DraftingWorld.StartAsync(5, finder: Finder);

        var result = (await world.DraftAsync(["--max-cost", "0.000001", .. more])).ShouldExit(3);

        Assert.Contains("while embedding posts", result.Error, StringComparison.Ordinal);
        Assert.Empty(world.Provider.Log);
        Assert.Equal(1, world.Ledger.Number("SELECT count(*) FROM runs WHERE outcome = 'budget' AND finished_at IS NOT NULL"));
    }

    [Fact]
    public async Task Service_that_stays_down_is_a_failure_and_no_refusal()
    {
        await using var world = await DraftingWorld.StartAsync(2, new StandInOptions { EmbeddingScript = [.. Enumerable.Repeat<Fault?>(Fault.Unavailable, 10)] }, Finder);

        var result = (await world.DraftAsync()).ShouldExit(1);

        Assert.Contains("The provider failed: ", result.Error, StringComparison.Ordinal);
        Assert.Equal(1, world.Ledger.Number("SELECT count(*) FROM runs WHERE outcome = 'failures' AND finished_at IS NOT NULL"));
    }

    [Fact]
    public async Task Key_that_is_refused_while_embedding_ends_the_run_as_refused()
    {
        await using var world = await DraftingWorld.StartAsync(2, finder: Finder);
        var setting = world.Setting();
        setting = setting with { Environment = new Dictionary<string, string>(setting.Environment) { ["GEMINI_API_KEY"] = "AIzaAnotherKey0123456789" } };

        var result = (await world.DraftAsync(setting)).ShouldExit(4);

        Assert.Contains("The provider refused: ", result.Error, StringComparison.Ordinal);
        Assert.Equal(1, world.Ledger.Number("SELECT count(*) FROM runs WHERE outcome = 'refused' AND finished_at IS NOT NULL"));
    }
}
