using System.Text.Json;
using ViralTracker.GeminiStandIn;
using Xunit;

namespace ViralTracker.EndToEnd.Tests.MainJob;

public sealed class CooldownTests
{
    [Fact]
    public async Task Author_who_was_answered_is_left_alone_for_the_projects_cooldown()
    {
        using var tools = new ToolsWorkspace();
        tools.Files.WithProject(ToolsWorkspace.Slug, ToolsWorkspace.Finder + "\naccount: { handles: [me_here], cooldown_hours: 40 }\n");
        await using var gemini = await StandInServer.StartAsync();
        await tools.ImportPostsAsync(By("one", 1, "Which coding agent would you let near a payment service, and what would you check first?"));
        (await tools.GenerateAsync(gemini)).ShouldExit(0);
        await tools.JsonAsync("twitter", "mark", $"d{tools.Store.Number("SELECT min(draft_id) FROM drafts WHERE status = 'pending'")}", "--status", "posted");
        tools.Store.Change("UPDATE review_events SET at = (SELECT as_of FROM runs LIMIT 1)");
        await tools.ImportPostsAsync(By("one", 2, "The cheap plan of my AI editor ran dry on the ninth of the month. Again."));

        var after25Hours = await FindAsync(tools, "2025-09-19T06:00:00Z");
        var after41Hours = await FindAsync(tools, "2025-09-19T22:00:00Z");

        Assert.Equal((0, 1), (after25Hours.GetProperty("scored").GetInt32(), after25Hours.GetProperty("skipped").GetProperty("author_cooldown").GetInt32()));
        Assert.Equal((1, "{}"), (after41Hours.GetProperty("scored").GetInt32(), after41Hours.GetProperty("skipped").ToString()));
    }

    private static async Task<JsonElement> FindAsync(ToolsWorkspace tools, string asOf) =>
        (await tools.JsonAsync("twitter", "score", "-p", ToolsWorkspace.Slug, "--as-of", asOf, "--hours-back", "72")).GetProperty("find");

    private static object By(string author, int number, string text) => new
    {
        id = $"{1_968_000_000_000_000_000 + number}",
        author_handle = author,
        author_followers = 5_000,
        created_at = $"2025-09-18T04:{10 + number}:00Z",
        lang = "en",
        text,
        likes = 12,
    };
}
