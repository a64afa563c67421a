using System.IO.Compression;
using System.Text.Json;
using ViralTracker.EndToEnd.Tests.Harness;
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

    [Fact]
    public async Task Files_of_earlier_days_are_compressed_and_old_ones_deleted()
    {
        using var workspace = TempWorkspace.WithDemo();
        var (earlier, old) = (Log(workspace, "vt-20250101.jsonl"), Log(workspace, "vt-20241201.jsonl.gz"));
        File.WriteAllText(earlier, "{}\n");
        File.WriteAllText(old, "");
        File.SetLastWriteTimeUtc(old, DateTime.UnixEpoch.AddYears(50));

        (await workspace.RunAsync("twitter", "score", "-p", "demo")).ShouldExit(0);

        using var unpacked = new StreamReader(new GZipStream(File.OpenRead(earlier + ".gz"), CompressionMode.Decompress));
        Assert.Equal("{}\n", await unpacked.ReadToEndAsync(TestContext.Current.CancellationToken));
        Assert.False(File.Exists(earlier), "the plain file is left");
        Assert.False(File.Exists(old), "the old file is left");
    }

    [Fact]
    public async Task Earlier_file_that_cannot_be_compressed_takes_nothing_from_the_log_of_today()
    {
        using var workspace = TempWorkspace.WithDemo();
        var earlier = Log(workspace, "vt-20250101.jsonl");
        File.WriteAllText(earlier, "{}\n");
        // Where the compressed text would be written first.
        Directory.CreateDirectory(earlier + ".gz.tmp");

        (await workspace.RunAsync("twitter", "score", "-p", "demo")).ShouldExit(0);

        var today = Assert.Single(Directory.GetFiles(Path.GetDirectoryName(earlier)!, "vt-*.jsonl"), path => path != earlier);
        Assert.Contains("stage", await File.ReadAllTextAsync(today, TestContext.Current.CancellationToken), StringComparison.Ordinal);
    }

    private static string Log(TempWorkspace workspace, string name)
    {
        var path = workspace.PathOf(".viraltracker", "logs", name);
        Directory.CreateDirectory(Path.GetDirectoryName(path)!);
        return path;
    }

    private static int Id(JsonElement logged) =>
        logged.GetProperty("Properties").TryGetProperty("EventId", out var id) ? id.GetProperty("Id").GetInt32() : 0;
}
