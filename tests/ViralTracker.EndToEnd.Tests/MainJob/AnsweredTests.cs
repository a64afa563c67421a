using System.Text.Json;
using Xunit;

namespace ViralTracker.EndToEnd.Tests.MainJob;

/// <summary>What the account answered, and what runs make of it. Marks are made at the real time, so the posts are new.</summary>
public sealed class AnsweredTests
{
    private static readonly DateTimeOffset Now = TimeProvider.System.GetUtcNow();

    [Fact]
    public async Task Author_who_was_answered_waits_for_as_long_as_the_project_says()
    {
        using var tools = new ToolsWorkspace();
        await AnswerAsync(tools, ByAda(1, "Which coding agent would you let near a payment service, and what would you check first?"));
        await tools.ImportPostsAsync(ByAda(2, "Our editor's completion started to suggest the names of colleagues who left years ago."));

        Assert.Equal((0, 1), await ScoreAsync(tools, ToolsWorkspace.Slug, "author_cooldown", hours: 1));
        Assert.Equal((1, 0), await ScoreAsync(tools, ToolsWorkspace.Slug, "author_cooldown", hours: 25));
        tools.Files.WithProject(ToolsWorkspace.Slug, ToolsWorkspace.Finder + "\naccount: {handles: [me_here], cooldown_hours: 30}\n");
        Assert.Equal((0, 1), await ScoreAsync(tools, ToolsWorkspace.Slug, "author_cooldown", hours: 25));
        Assert.Equal((1, 0), await ScoreAsync(tools, ToolsWorkspace.Slug, "author_cooldown", hours: 31));
    }

    [Fact]
    public async Task Post_that_the_account_answered_for_another_project_is_not_answered_again()
    {
        using var tools = new ToolsWorkspace();
        tools.Files.WithProject("sister", ToolsWorkspace.Finder);
        var post = ByAda(1, "Which coding agent would you let near a payment service, and what would you check first?");
        await AnswerAsync(tools, post);
        File.WriteAllText(tools.Files.PathOf("projects", "sister", "posts", "same.jsonl"), JsonSerializer.Serialize(post));

        Assert.Equal((0, 1), await ScoreAsync(tools, "sister", "already_answered", hours: 48));
    }

    [Fact]
    public async Task Answered_post_is_not_drafted_again_by_a_refresh_as_of_an_earlier_moment()
    {
        using var tools = new ToolsWorkspace();
        await AnswerAsync(tools, ByAda(1, "Which coding agent would you let near a payment service, and what would you check first?"));

        var again = await tools.RunAsync("twitter", "generate-comments", "-p", ToolsWorkspace.Slug, "--no-skip-low-scores", "--refresh", "--as-of", $"{Now.AddMinutes(-30):yyyy-MM-ddTHH:mm}");

        again.ShouldExit(0);
        Assert.Matches(@"Skipped 1 +1 answered before\b", again.Out);
        Assert.Matches(@"tools +0 +0 +1 +2\b", (await tools.RunAsync("status")).ShouldExit(0).Out);
    }

    [Fact]
    public async Task Explain_tells_how_drafts_were_marked_and_advises_only_what_drafts_the_post_again()
    {
        using var tools = new ToolsWorkspace();
        await AnswerAsync(tools, ByAda(1, "Which coding agent would you let near a payment service, and what would you check first?"));
        Assert.Matches(@"(?m)^Drafts   \d+ offered, you marked one as posted\n^Gate     skipped: answered before", await DraftsAsync());
        Assert.Equal("posted", (await tools.JsonAsync("twitter", "explain", "-p", ToolsWorkspace.Slug, "1968000000000000001")).GetProperty("marked").GetString());

        await tools.JsonAsync("twitter", "mark", "1968000000000000001", "--status", "skipped");
        Assert.Matches(@"(?m)^Drafts   \d+ offered, you marked them as skipped; --refresh( --no-skip-low-scores)? drafts it again$", await DraftsAsync());
        var advice = (await DraftsAsync()).Split('\n').Single(line => line.StartsWith("Drafts", StringComparison.Ordinal)).Split("; ")[1].Split(" drafts")[0];
        (await tools.RunAsync(["twitter", "generate-comments", "-p", ToolsWorkspace.Slug, .. advice.Split(' ')])).ShouldExit(0);
        Assert.Equal(2, tools.Store.Number("SELECT max(version) FROM drafts"));
        Assert.Matches(@"(?m)^Drafts   \d+ offered; --refresh", await DraftsAsync());

        async Task<string> DraftsAsync() => (await tools.RunAsync("twitter", "explain", "-p", ToolsWorkspace.Slug, "1968000000000000001")).ShouldExit(0).Out;
    }

    [Fact]
    public async Task Saved_scores_are_not_drafted_of_posts_answered_since()
    {
        using var tools = new ToolsWorkspace();
        tools.Files.WithProject("sister", ToolsWorkspace.Finder);
        var post = ByAda(1, "Which coding agent would you let near a payment service, and what would you check first?");
        File.WriteAllText(tools.Files.PathOf("projects", "sister", "posts", "same.jsonl"), JsonSerializer.Serialize(post));
        await tools.JsonAsync("twitter", "score", "-p", "sister");
        await AnswerAsync(tools, post);

        await SavedAreSkippedAsync(tools, "sister", "already_answered");
    }

    [Fact]
    public async Task Saved_scores_are_not_drafted_of_authors_whose_drafts_wait_since()
    {
        using var tools = new ToolsWorkspace();
        await tools.ImportPostsAsync(ByAda(1, "Which coding agent would you let near a payment service, and what would you check first?"));
        await tools.JsonAsync("twitter", "score", "-p", ToolsWorkspace.Slug);
        await tools.ImportPostsAsync(ByAda(50, "Our editor's completion started to suggest the names of colleagues who left years ago."));
        var newer = await tools.JsonAsync("twitter", "generate-comments", "-p", ToolsWorkspace.Slug, "--hours-back", "0.5", "--no-skip-low-scores");
        Assert.Equal(1, newer.GetProperty("draft").GetProperty("drafted").GetInt32());

        await SavedAreSkippedAsync(tools, ToolsWorkspace.Slug, "author_cooldown");
    }

    [Fact]
    public async Task Saved_scores_are_not_drafted_of_authors_blacklisted_since()
    {
        using var tools = new ToolsWorkspace();
        await tools.ImportPostsAsync(ByAda(1, "Which coding agent would you let near a payment service, and what would you check first?"));
        await tools.JsonAsync("twitter", "score", "-p", ToolsWorkspace.Slug);
        tools.Files.WithProject(ToolsWorkspace.Slug, ToolsWorkspace.Finder + "\n  blacklist_handles: [ada_writes]\n");

        await SavedAreSkippedAsync(tools, ToolsWorkspace.Slug, "blacklisted_handle");
    }

    private static async Task SavedAreSkippedAsync(ToolsWorkspace tools, string project, string reason)
    {
        var run = await tools.JsonAsync("twitter", "generate-comments", "-p", project, "--use-saved-scores", "--no-skip-low-scores");

        Assert.Equal(1, run.GetProperty("find").GetProperty("skipped").GetProperty(reason).GetInt32());
        Assert.Equal(0, run.GetProperty("draft").GetProperty("posts").GetInt32());
        Assert.Equal(1, (await tools.JsonAsync("twitter", "skipped", "-p", project, "--reason", reason)).GetProperty("total").GetInt32());
    }

    private static object ByAda(int number, string text) => new
    {
        id = $"{1_968_000_000_000_000_000 + number}",
        author_handle = "ada_writes",
        author_followers = 5_000,
        created_at = Now.AddMinutes(-60 + number),
        lang = "en",
        text,
        likes = 12,
    };

    private static async Task AnswerAsync(ToolsWorkspace tools, object post)
    {
        await tools.ImportPostsAsync(post);
        (await tools.RunAsync("twitter", "generate-comments", "-p", ToolsWorkspace.Slug, "--no-skip-low-scores")).ShouldExit(0);
        (await tools.RunAsync("twitter", "mark", "1968000000000000001", "--status", "posted")).ShouldExit(0);
    }

    /// <returns>Posts scored, and posts skipped for the reason.</returns>
    private static async Task<(int Scored, int Skipped)> ScoreAsync(ToolsWorkspace tools, string project, string reason, int hours)
    {
        var find = (await tools.JsonAsync("twitter", "score", "-p", project, "--as-of", $"{Now.AddHours(hours):yyyy-MM-ddTHH:mm}", "--hours-back", "72")).GetProperty("find");
        return (find.GetProperty("scored").GetInt32(), find.GetProperty("skipped").TryGetProperty(reason, out var skipped) ? skipped.GetInt32() : 0);
    }
}
