using System.Text.Json;
using ViralTracker.EndToEnd.Tests.MainJob;
using ViralTracker.GeminiStandIn;
using Xunit;

namespace ViralTracker.EndToEnd.Tests.Drafting;

public sealed class OwnRepliesTests
{
    private const string OnTests = "I let the agent write the failing tests first, then I read only those.";
    private const string OnPrices = "Our small team split two editor seats at that price and swapped by the week.";

    [Fact]
    public async Task Replies_nearest_to_a_post_travel_beside_it_and_nowhere_else()
    {
        using var tools = new ToolsWorkspace();
        tools.Files.WithProject(ToolsWorkspace.Slug, ToolsWorkspace.Finder.Replace("voice:", "voice:\n  replies_file: best.jsonl", StringComparison.Ordinal));
        string[] fillers = [.. Enumerable.Range(1, 8).Select(i => $"Bread number {i} needs rye, salt and a warm kitchen.")];
        File.WriteAllLines(tools.Files.PathOf("projects", ToolsWorkspace.Slug, "best.jsonl"), [.. fillers.Append(OnTests).Append(OnPrices).Select(r => JsonSerializer.Serialize(new { reply = r }))]);
        await tools.ImportPostsAsync(
            OwnPosts.Of(1, "Does anyone let the coding agent write the failing tests before the code?"),
            OwnPosts.Of(2, "Is that editor worth the price for a small team of two?"));
        await using var gemini = await StandInServer.StartAsync();

        (await tools.GenerateAsync(gemini, "--tweets-per-request", "1")).ShouldExit(0);

        var requests = gemini.Log.Where(a => a.Action == "generateContent").ToArray();
        Assert.Equal(2, requests.Length);
        Assert.Single(requests.Select(r => r.System).Distinct());
        Assert.DoesNotContain("failing tests first", requests[0].System, StringComparison.Ordinal);
        foreach (var post in requests.Select(r => JsonElement.Parse(r.User).GetProperty("posts")[0]))
        {
            var replies = post.GetProperty("replies").EnumerateArray().Select(r => r.GetString()).ToArray();
            Assert.Equal(8, replies.Length);
            Assert.Equal(post.GetProperty("text").GetString()!.Contains("editor", StringComparison.Ordinal) ? OnPrices : OnTests, replies[0]);
        }
    }

    [Fact]
    public async Task A_bad_replies_file_stops_every_verb_before_anything_runs()
    {
        using var tools = new ToolsWorkspace();
        tools.Files.WithProject(ToolsWorkspace.Slug, ToolsWorkspace.Finder.Replace("voice:", "voice:\n  replies_file: best.csv", StringComparison.Ordinal));
        File.WriteAllText(tools.Files.PathOf("projects", ToolsWorkspace.Slug, "best.csv"), "reply,post\nFine.,a\n,b\n");

        var result = (await tools.RunAsync("project", "validate", ToolsWorkspace.Slug)).ShouldExit(2);

        Assert.Contains("projects/tools/best.csv has 1 problem:", result.Error, StringComparison.Ordinal);
        Assert.Matches(@"line 3 +has no reply", result.Error);
    }
}
