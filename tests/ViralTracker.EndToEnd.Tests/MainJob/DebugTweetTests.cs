using System.Globalization;
using ViralTracker.EndToEnd.Tests.Harness;
using ViralTracker.GeminiStandIn;
using ViralTracker.Testing;
using Xunit;

namespace ViralTracker.EndToEnd.Tests.MainJob;

public sealed class DebugTweetTests
{
    /// <summary>Of projects/demo/posts.</summary>
    private const string Post = "1984582017436945052";

    [Fact]
    public async Task Story_of_a_demo_post_has_all_its_parts()
    {
        using var workspace = TempWorkspace.WithDemo();
        await using var gemini = await StandInServer.StartAsync();
        var setting = new VtSetting { Environment = ToolsWorkspace.Gemini(gemini) };

        var story = (await workspace.RunAsync(setting, "twitter", "generate-comments", "-p", "demo", "--debug-tweet", Post)).ShouldExit(0).Out;

        var at = 0;
        foreach (var part in new[] { "Post", "Gate", "Scores", "velocity", "relevance", "openness", "author", "total", "followers = ", "Nearest repeat", "Prompt", "# Who is speaking", "Answer", "Checks", "cost", "add_value" })
        {
            var found = story.IndexOf(part, at, StringComparison.Ordinal);
            Assert.True(found >= 0, $"'{part}' is missing, or stands before what it should follow, in\n{story}");
            at = found;
        }
        Assert.DoesNotContain(StandInOptions.DefaultKey, story, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Run_that_the_provider_stops_exits_as_any_other()
    {
        using var workspace = TempWorkspace.WithDemo();
        await using var gemini = await StandInServer.StartAsync();
        var setting = new VtSetting { Environment = new Dictionary<string, string>(ToolsWorkspace.Gemini(gemini)) { ["GEMINI_API_KEY"] = "AIzaAnotherKey0123456789" } };

        var story = (await workspace.RunAsync(setting, "twitter", "generate-comments", "-p", "demo", "--debug-tweet", Post)).ShouldExit(4).Out;

        Assert.Contains("the provider refused the key", story, StringComparison.Ordinal);
        Assert.Equal(1, new StoreFile(workspace.Database).Number("SELECT count(*) FROM runs WHERE outcome = 'refused'"));
    }

    [Fact]
    public async Task Story_as_json_holds_the_same_parts()
    {
        using var workspace = TempWorkspace.WithDemo();

        var story = (await workspace.RunAsync("twitter", "generate-comments", "-p", "demo", "--debug-tweet", Post, "--json")).ShouldExit(0).Json;

        Assert.Equal(Post, story.GetProperty("tweet_id").GetString());
        Assert.Equal(
            ["Post", "Gate", "Scores", "Nearest repeat", "Prompt", "Answer", "Checks"],
            story.GetProperty("story").EnumerateArray().Select(part => part.GetProperty("title").GetString()));
    }

    [Theory]
    [InlineData(Post)]
    [InlineData("1984571924218332169")] // about none of the topics, so that all but relevance counts less
    public async Task Told_parts_of_a_score_add_up_to_its_total(string post)
    {
        using var workspace = TempWorkspace.WithDemo();

        var story = (await workspace.RunAsync("twitter", "generate-comments", "-p", "demo", "--debug-tweet", post, "--json")).ShouldExit(0).Json;

        var scores = story.GetProperty("story").EnumerateArray().Single(part => part.GetProperty("title").GetString() == "Scores").GetProperty("facts")
            .EnumerateArray().Select(fact => fact.GetProperty("text").GetString()!).ToArray();
        var parts = scores[..4].Select(text => double.Parse(text.Split("= ")[1], CultureInfo.InvariantCulture)).Sum();
        Assert.Equal(double.Parse(scores[4].Split(' ')[0], CultureInfo.InvariantCulture), parts, 0.003);
    }

    [Fact]
    public async Task Post_drafted_before_is_told_with_its_prompt_and_drafts_and_costs_nothing()
    {
        using var workspace = TempWorkspace.WithDemo();
        (await workspace.RunAsync("twitter", "generate-comments", "-p", "demo")).ShouldExit(0);

        var story = (await workspace.RunAsync("twitter", "generate-comments", "-p", "demo", "--debug-tweet", Post, "--json")).ShouldExit(0).Json;

        Assert.Equal(
            ["Post", "Gate", "Scores", "Nearest repeat", "Prompt", "Drafted before"],
            story.GetProperty("story").EnumerateArray().Select(part => part.GetProperty("title").GetString()));
        Assert.Equal(1, new StoreFile(workspace.Database).Number("SELECT count(DISTINCT run_id) FROM api_calls"));
    }

    [Fact]
    public async Task Prompt_of_a_post_drafted_before_names_the_language_its_text_shows()
    {
        using var tools = new ToolsWorkspace();
        await tools.ImportPostsAsync(new
        {
            id = "1968000000000000001",
            author_handle = "writer_1",
            author_followers = 5_000,
            created_at = "2025-09-18T04:11:00Z",
            text = "Which coding agent would you let near a payment service, and what would you check first?",
        });
        (await tools.GenerateAsync(null)).ShouldExit(0);

        var story = (await tools.GenerateAsync(null, "--debug-tweet", "1968000000000000001")).ShouldExit(0).Out;

        Assert.Contains("\"lang\":\"en\"", story, StringComparison.Ordinal);
        Assert.Contains("Drafted before", story, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Rejected_draft_is_told_with_the_rule_that_rejected_it()
    {
        using var workspace = TempWorkspace.WithDemo();
        await using var gemini = await StandInServer.StartAsync();
        // The project asks for drafts of a length that the stand-in's never have.
        var finder = Path.Combine(workspace.Root, "projects", "demo", "finder.yml");
        File.WriteAllText(finder, File.ReadAllText(finder).Replace(
            "suggestions: [add_value, ask_question, mirror_reframe]", "suggestions: [{ kind: add_value, min_length: 270, max_length: 280 }]", StringComparison.Ordinal));

        var setting = new VtSetting { Environment = ToolsWorkspace.Gemini(gemini) };

        var story = (await workspace.RunAsync(setting, "twitter", "generate-comments", "-p", "demo", "--debug-tweet", Post)).ShouldExit(0).Out;

        Assert.Matches(@"add_value +d\d+ rejected by \w+: ", story);
    }

    [Fact]
    public async Task Dry_run_of_one_post_is_refused_and_pays_nothing()
    {
        using var workspace = TempWorkspace.WithDemo();
        await using var gemini = await StandInServer.StartAsync();
        var setting = new VtSetting { Environment = ToolsWorkspace.Gemini(gemini) };

        var dry = (await workspace.RunAsync(setting, "twitter", "generate-comments", "-p", "demo", "--debug-tweet", Post, "--dry-run")).ShouldExit(2);
        var forecast = (await workspace.RunAsync(setting, "forecast", "-p", "demo", "--debug-tweet", Post)).ShouldExit(2);

        Assert.Contains("use only one", dry.Error, StringComparison.Ordinal);
        Assert.Contains("unknown option --debug-tweet", forecast.Error, StringComparison.Ordinal);
        Assert.Empty(gemini.Log);
    }

    [Fact]
    public async Task Post_of_later_than_the_run_is_told_so()
    {
        using var tools = new ToolsWorkspace();
        await tools.ImportPostsAsync(OwnPosts.Of(1, "Which coding agent do you trust with a real code base?"));

        var story = (await tools.RunAsync("twitter", "generate-comments", "-p", ToolsWorkspace.Slug, "--as-of", "2025-09-17", "--debug-tweet", "1968000000000000001")).ShouldExit(0).Out;

        Assert.Matches(@"posted +18 Sep 04:11 UTC, not posted yet", story);
    }

    [Fact]
    public async Task Unknown_post_exits_2_and_leaves_no_run_open()
    {
        using var workspace = TempWorkspace.WithDemo();

        var result = (await workspace.RunAsync("twitter", "generate-comments", "-p", "demo", "--debug-tweet", "1")).ShouldExit(2);

        Assert.Contains("has no post '1'", result.Error, StringComparison.Ordinal);
        Assert.Equal(0, new StoreFile(workspace.Database).Number("SELECT count(*) FROM runs WHERE outcome = 'running'"));
    }

    [Fact]
    public async Task Skipped_post_says_which_rule_it_broke()
    {
        using var tools = new ToolsWorkspace();
        await tools.ImportPostsAsync(OwnPosts.Of(1, "A giveaway of three editor licences, follow and repost."));

        var story = (await tools.GenerateAsync(null, "--debug-tweet", "1968000000000000001")).ShouldExit(0).Out;

        Assert.Matches(@"skipped +with a blacklisted word \(.*giveaway.*\)", story);
    }
}
