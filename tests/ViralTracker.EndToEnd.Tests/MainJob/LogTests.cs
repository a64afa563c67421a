using System.Text.Json;
using ViralTracker.GeminiStandIn;
using Xunit;

namespace ViralTracker.EndToEnd.Tests.MainJob;

public sealed class LogTests
{
    [Theory]
    [InlineData("info", false)]
    [InlineData("debug", true)]
    public async Task Log_holds_each_call_and_stage_and_post_text_only_when_debugging(string level, bool withText)
    {
        using var tools = new ToolsWorkspace();
        await using var gemini = await StandInServer.StartAsync();
        await tools.ImportPostsAsync(OwnPosts.All);

        (await tools.GenerateAsync(gemini, "--log-level", level)).ShouldExit(0);

        var text = string.Concat(Directory.GetFiles(tools.Files.PathOf(".viraltracker", "logs", "x")[..^1], "vt-*.jsonl").Select(File.ReadAllText));
        var events = text.Split('\n', StringSplitOptions.RemoveEmptyEntries).Select(line => JsonDocument.Parse(line).RootElement).ToArray();
        var calls = events.Where(e => Id(e) == 104).Select(e => e.GetProperty("Properties")).ToArray();
        Assert.Equal(gemini.Log.Count, calls.Length);
        Assert.Equal(gemini.BilledNanoUsd, calls.Sum(call => call.GetProperty("CostNanoUsd").GetInt64()));
        Assert.All(calls, call => Assert.All(
            new[] { "RunId", "CallId", "Attempt", "QuotaWaitMs", "LatencyMs", "PromptTokens", "OutputTokens", "FinishReason" },
            name => Assert.True(call.TryGetProperty(name, out _), $"{name} is missing")));
        Assert.Equal(
            ["gate", "embed", "repeats", "score", "store"],
            events.Where(e => Id(e) == 101).Select(e => e.GetProperty("Properties").GetProperty("Stage").GetString()));
        Assert.DoesNotContain(StandInOptions.DefaultKey, text, StringComparison.Ordinal);
        Assert.Equal(withText, text.Contains("payment service", StringComparison.Ordinal));
    }

    private static int Id(JsonElement logged) =>
        logged.GetProperty("Properties").TryGetProperty("EventId", out var id) ? id.GetProperty("Id").GetInt32() : 0;
}
