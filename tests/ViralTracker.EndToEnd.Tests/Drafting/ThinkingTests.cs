using Xunit;

namespace ViralTracker.EndToEnd.Tests.Drafting;

/// <summary><c>generation.thinking</c>: how long the model thinks.</summary>
public sealed class ThinkingTests
{
    private static readonly string[] OpenAi = ["--openai", "--model", "gpt-5-mini", "--allow-unpriced"];

    [Theory]
    [InlineData("low")]
    [InlineData("512")]
    public async Task Level_or_number_of_tokens_goes_with_every_request(string thinking)
    {
        await using var world = await DraftingWorld.StartAsync(4, finder: $"generation: {{ thinking: {thinking} }}");

        (await world.DraftAsync("--tweets-per-request", "2")).ShouldExit(0);

        Assert.Equal([thinking, thinking], world.Provider.Log.Select(a => a.Thinking));
    }

    [Fact]
    public async Task Services_of_OpenAIs_kind_take_a_level_and_no_number()
    {
        await using var world = await DraftingWorld.StartAsync(1, finder: "generation: { thinking: high }");
        var setting = world.Setting(("OPENAI_API_KEY", DraftingWorld.Key), ("OPENAI_BASE_URL", world.Provider.OpenAiAddress.ToString()));
        (await world.DraftAsync(setting, OpenAi)).ShouldExit(0);
        Assert.Equal("high", Assert.Single(world.Provider.Log).Thinking);

        world.AddProject("q", 1, "generation: { thinking: 512 }");
        var result = (await world.DraftAsync(setting, [.. OpenAi, "-p", "q"])).ShouldExit(2);
        Assert.Contains("generation.thinking: 512 is a number of tokens", result.Error, StringComparison.Ordinal);
        Assert.Single(world.Provider.Log);
    }
}
