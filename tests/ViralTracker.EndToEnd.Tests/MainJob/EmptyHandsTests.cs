using System.Globalization;
using System.Text.RegularExpressions;
using ViralTracker.EndToEnd.Tests.Harness;
using Xunit;

namespace ViralTracker.EndToEnd.Tests.MainJob;

/// <summary>A run with nothing to show says why, and what it advises helps.</summary>
public sealed partial class EmptyHandsTests
{
    private static readonly string[] Score = ["twitter", "score", "-p", ToolsWorkspace.Slug];

    [Fact]
    public async Task Without_posts_it_asks_for_an_import()
    {
        using var tools = new ToolsWorkspace();

        var screen = (await tools.RunAsync(Score)).ShouldExit(0).Out;

        Assert.Contains("No posts in this window.", screen, StringComparison.Ordinal);
        Assert.Contains($"Next    vt twitter import -p {ToolsWorkspace.Slug} FILE", screen, StringComparison.Ordinal);
    }

    [Fact]
    public async Task File_without_posts_is_told_and_names_no_run()
    {
        using var tools = new ToolsWorkspace();

        var screen = (await tools.Files.RunAsync(new VtSetting { Input = "id,text,created_at\n"u8.ToArray() }, "twitter", "import", "-p", ToolsWorkspace.Slug, "-")).ShouldExit(0).Out;

        Assert.Equal("Imported 1 file: no posts in it", screen.Trim());
    }

    [Fact]
    public async Task Wider_window_it_names_finds_what_it_promises()
    {
        using var tools = new ToolsWorkspace();
        await tools.ImportPostsAsync(OwnPosts.All);
        string[] late = [.. Score, "--as-of", "2025-09-18T20:00:00Z"];

        await PromiseHolds(tools, late, (await tools.RunAsync(late)).ShouldExit(0).Out);
    }

    [Fact]
    public async Task Posts_outside_the_window_are_counted()
    {
        using var tools = new ToolsWorkspace();
        await tools.ImportPostsAsync(OwnPosts.All);

        var screen = (await tools.RunAsync([.. Score, "--as-of", "2025-09-18T04:13:30Z", "--hours-back", "0.02"])).ShouldExit(0).Out;

        Assert.Contains("Found   1 post ", screen, StringComparison.Ordinal);
        Assert.Contains("3 older than 0.02 h   2 in the future", screen, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData(5_000, " --hours-back ")]
    [InlineData(50, " --min-followers 0")]
    public async Task Posts_that_the_usual_window_misses_are_found_by_the_command_that_skipped_names(long followers, string option)
    {
        using var tools = new ToolsWorkspace();
        await tools.ImportPostsAsync(OwnPosts.Of(1, "Which coding agent do you trust with a real code base?", followers));
        (await tools.RunAsync("twitter", "score", "-p", ToolsWorkspace.Slug)).ShouldExit(0);

        var screen = (await tools.RunAsync("twitter", "skipped", "-p", ToolsWorkspace.Slug)).ShouldExit(0).Out;
        var next = screen.Split('\n').Single(line => line.StartsWith("Next    vt ", StringComparison.Ordinal))["Next    vt ".Length..];

        Assert.Contains(option, next, StringComparison.Ordinal);
        Assert.Equal(1, (await tools.RunAsync([.. next.Split(' '), "--json"])).ShouldExit(0).Json.GetProperty("find").GetProperty("scored").GetInt32());
    }

    [Fact]
    public async Task Posts_no_run_looked_at_end_the_list_of_skipped_ones()
    {
        using var tools = new ToolsWorkspace();
        await tools.ImportPostsAsync(
            OwnPosts.Of(1, "An airdrop for everybody who answers."), OwnPosts.Of(2, "Nobody follows me, and I write about tools.", followers: 12),
            OwnPosts.Of(3, "We moved the build to the new tool."), OwnPosts.Of(4, "We moved the tests to the new tool."));
        await tools.RunAsync([.. Score, "--as-of", "2025-09-18T04:00:00Z", "--hours-back", "0.01"]);
        var before = (await tools.RunAsync("twitter", "skipped", "-p", ToolsWorkspace.Slug)).ShouldExit(0).Out;
        (await tools.RunAsync([.. Score, "--as-of", ToolsWorkspace.AsOf, "--min-followers", "100"])).ShouldExit(0);

        var screen = (await tools.RunAsync("twitter", "skipped", "-p", ToolsWorkspace.Slug)).ShouldExit(0).Out;
        var json = (await tools.RunAsync("twitter", "skipped", "-p", ToolsWorkspace.Slug, "--json")).ShouldExit(0).Json.GetProperty("not_looked_at");

        Assert.Contains("No posts were skipped.", before, StringComparison.Ordinal);
        Assert.Contains("Not looked at: 4 ", before, StringComparison.Ordinal);
        Assert.EndsWith("Not looked at: 1 under 100 followers", screen.TrimEnd(), StringComparison.Ordinal);
        Assert.Equal((1, 100, 0, 0), (Number("below_min_followers"), Number("min_followers"), Number("older"), Number("in_future")));
        var filtered = (await tools.RunAsync("twitter", "skipped", "-p", ToolsWorkspace.Slug, "--reason", "blacklisted_keyword")).ShouldExit(0).Out;
        Assert.DoesNotContain("Not looked at", filtered, StringComparison.Ordinal);
        var none = (await tools.RunAsync("twitter", "skipped", "-p", ToolsWorkspace.Slug, "--reason", "own_post")).ShouldExit(0).Out;
        Assert.StartsWith("No skipped posts match --reason.", none, StringComparison.Ordinal);

        int Number(string name) => json.GetProperty(name).GetInt32();
    }

    [Fact]
    public async Task Looser_filter_it_names_finds_what_it_promises()
    {
        using var tools = new ToolsWorkspace();
        await tools.ImportPostsAsync(OwnPosts.All);
        string[] strict = [.. Score, "--as-of", ToolsWorkspace.AsOf, "--min-followers", "1000000", "--min-likes", "3"];

        await PromiseHolds(tools, strict, (await tools.RunAsync(strict)).ShouldExit(0).Out);
    }

    [Theory]
    [InlineData("0.9", "--hours-back 24 would find 1")]
    [InlineData("24", "vt twitter export-comments -p tools -o -")]
    public async Task Looser_filter_that_would_find_nothing_is_not_advised(string hours, string next)
    {
        using var tools = new ToolsWorkspace();
        await tools.ImportPostsAsync(OwnPosts.Of(0, OwnPosts.Text(0)));
        (await tools.GenerateAsync(null)).ShouldExit(0);
        if (hours != "24")
        {
            await tools.ImportPostsAsync(OwnPosts.Of(1, OwnPosts.Text(1), followers: 2_000_000));
            tools.Store.Change($"UPDATE posts SET posted_at = '2025-09-18 02:00:00.000' WHERE native_id = '{OwnPosts.Id(1)}'");
        }

        var screen = (await tools.RunAsync([.. Score, "--as-of", ToolsWorkspace.AsOf, "--hours-back", hours, "--min-followers", "1000000", "--min-likes", "2", "--min-views", "3"])).ShouldExit(0).Out;

        Assert.Contains("The only post in this window does not pass the filters.", screen, StringComparison.Ordinal);
        Assert.Contains("Next    " + next, screen, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Nothing_new_points_to_the_drafts_there_are()
    {
        using var tools = new ToolsWorkspace();
        await tools.ImportPostsAsync(OwnPosts.All);
        (await tools.GenerateAsync(null)).ShouldExit(0);

        for (var i = 0; i < 2; i++) // pending drafts at first, exported ones then
        {
            var screen = (await tools.RunAsync("twitter", "generate-comments", "-p", ToolsWorkspace.Slug, "--as-of", ToolsWorkspace.AsOf)).ShouldExit(0).Out;

            Assert.Contains("Nothing new: every post in this window was handled before.", screen, StringComparison.Ordinal);
            var exported = (await tools.RunAsync(Advice().Match(screen).Groups[1].Value.Split(' '))).ShouldExit(0);
            Assert.Contains("Exported ", exported.Error, StringComparison.Ordinal);
        }
    }

    [Fact]
    public async Task All_skipped_points_to_the_reasons()
    {
        using var tools = new ToolsWorkspace();
        await tools.ImportPostsAsync(OwnPosts.Of(1, "An airdrop for everybody who answers."), OwnPosts.Of(2, "A giveaway of three licences."));

        var screen = (await tools.GenerateAsync(null)).ShouldExit(0).Out;

        Assert.Contains("Every candidate was skipped.", screen, StringComparison.Ordinal);
        var skipped = (await tools.RunAsync(Advice().Match(screen).Groups[1].Value.Split(' '))).ShouldExit(0).Out;
        Assert.Contains("Skipped 2   2 with a blacklisted word", skipped, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("status")]
    [InlineData("costs")]
    [InlineData("twitter score -p tools")]
    [InlineData("twitter generate-comments -p tools")]
    [InlineData("twitter export-comments -p tools -o today.csv")]
    [InlineData("twitter skipped -p tools")]
    public async Task Quiet_says_what_is_and_not_what_comes_next(string line)
    {
        using var tools = new ToolsWorkspace();

        Assert.Contains("Next", (await tools.RunAsync(line.Split(' '))).ShouldExit(0).Out, StringComparison.Ordinal);
        var quiet = (await tools.RunAsync([.. line.Split(' '), "-q"])).ShouldExit(0).Out;

        Assert.DoesNotContain("Next", quiet, StringComparison.Ordinal);
        Assert.DoesNotMatch(@"(?m)^ +vt ", quiet);
    }

    [Fact]
    public async Task Nothing_good_enough_names_the_switch_that_drafts_all()
    {
        using var tools = new ToolsWorkspace();
        await tools.ImportPostsAsync(OwnPosts.Of(1, "Rain again in the valley; the sheep do not mind.", followers: 2_000));
        string[] command = ["twitter", "generate-comments", "-p", ToolsWorkspace.Slug, "--as-of", ToolsWorkspace.AsOf];

        var screen = (await tools.RunAsync(command)).ShouldExit(0).Out;

        Assert.Contains("Next    --no-skip-low-scores", screen, StringComparison.Ordinal);
        var all = (await tools.RunAsync([.. command, "--no-skip-low-scores", "--json"])).ShouldExit(0).Json;
        Assert.Equal(1, all.GetProperty("draft").GetProperty("posts").GetInt32());
    }

    [Fact]
    public async Task Without_saved_scores_it_asks_for_a_score_which_then_is_drafted_from()
    {
        using var tools = new ToolsWorkspace();
        await tools.ImportPostsAsync(OwnPosts.All);
        File.AppendAllText(tools.Files.PathOf("projects", ToolsWorkspace.Slug, "finder.yml"), $"\nas_of: {ToolsWorkspace.AsOf}\n");
        string[] command = ["twitter", "generate-comments", "-p", ToolsWorkspace.Slug, "--use-saved-scores", "--no-skip-low-scores"];

        var screen = (await tools.RunAsync(command)).ShouldExit(0).Out;

        Assert.Contains("No saved scores in this window.", screen, StringComparison.Ordinal);
        (await tools.RunAsync(Advice().Match(screen).Groups[1].Value.Split(' '))).ShouldExit(0);
        Assert.NotEqual(0, (await tools.JsonAsync(command)).GetProperty("draft").GetProperty("posts").GetInt32());
    }

    [Fact]
    public async Task Saved_scores_of_an_earlier_version_are_named()
    {
        using var tools = new ToolsWorkspace();
        await tools.ImportPostsAsync(OwnPosts.All);
        string[] command = ["twitter", "generate-comments", "-p", ToolsWorkspace.Slug, "--as-of", ToolsWorkspace.AsOf, "--use-saved-scores", "--dry-run"];
        (await tools.ScoreAsync()).ShouldExit(0);

        Assert.DoesNotContain("without --use-saved-scores", (await tools.RunAsync(command)).ShouldExit(0).Error, StringComparison.Ordinal);
        tools.Store.Change("UPDATE assessments SET scorer = 'calibrated-1' WHERE skip_reason IS NULL");
        var scored = tools.Store.Number("SELECT count(*) FROM assessments WHERE skip_reason IS NULL");

        Assert.Contains($"{scored} saved scores by calibrated-1, not calibrated-", (await tools.RunAsync(command)).ShouldExit(0).Error, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("", "No calls have been made yet.")]
    [InlineData("-p tools", "No calls match --project.")]
    [InlineData("--since 2025-01-01 --until 2025-01-02", "No calls match --since and --until.")]
    [InlineData("-p tools --since 2025-01-01 --until 2025-01-02", "No calls match --project, --since and --until.")]
    public async Task Costs_name_the_filters_that_were_given(string filters, string said)
    {
        using var tools = new ToolsWorkspace();
        await tools.ImportPostsAsync(OwnPosts.All);

        Assert.StartsWith(said, (await tools.RunAsync(["costs", .. filters.Split(' ', StringSplitOptions.RemoveEmptyEntries)])).ShouldExit(0).Out, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("--label green", "no pending drafts match --label.")]
    [InlineData("--hours-back 1", "no pending drafts match --hours-back.")]
    [InlineData("--label green --hours-back 1", "no pending drafts match --label and --hours-back.")]
    public async Task Export_names_the_filters_that_were_given(string filters, string said)
    {
        using var tools = new ToolsWorkspace();
        await tools.ImportPostsAsync(OwnPosts.All);
        (await tools.GenerateAsync(null)).ShouldExit(0);
        File.AppendAllText(tools.Files.PathOf("projects", ToolsWorkspace.Slug, "finder.yml"), "\nas_of: 2027-01-01T00:00:00Z\n");
        tools.Store.Change("UPDATE assessments SET label = 'red' WHERE label IS NOT NULL");

        var screen = (await tools.RunAsync(["twitter", "export-comments", "-p", ToolsWorkspace.Slug, "-o", "x.csv", .. filters.Split(' ')])).ShouldExit(0).Out;

        Assert.StartsWith("Nothing to export: " + said, screen, StringComparison.Ordinal);
        Assert.Contains($"Next     export without {said["no pending drafts match ".Length..^1]}: vt twitter export-comments -p tools -o FILE", screen, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("status", "Nothing has run here yet")]
    [InlineData("costs", "No calls have been made yet")]
    [InlineData("twitter export-comments -p tools -o x.csv", "Nothing to export: tools has no drafts yet")]
    public async Task Database_that_was_named_in_vain_is_told(string line, string said)
    {
        using var tools = new ToolsWorkspace();
        var database = tools.Files.PathOf("other.db");

        var named = (await tools.RunAsync([.. line.Split(' '), "--database", database])).ShouldExit(0).Out;

        Assert.StartsWith($"{said}: there is no database {database}.", named, StringComparison.Ordinal);
        Assert.StartsWith($"{said}.", (await tools.RunAsync(line.Split(' '))).ShouldExit(0).Out, StringComparison.Ordinal);
        Assert.False(File.Exists(database), "the database was made");
    }

    [Fact]
    public async Task Greens_only_without_greens_names_what_the_option_leaves_out()
    {
        using var tools = new ToolsWorkspace();
        await tools.ImportPostsAsync(OwnPosts.All);
        File.AppendAllText(tools.Files.PathOf("projects", ToolsWorkspace.Slug, "finder.yml"), "\nthresholds: {green_min: 1, yellow_min: 0}\n");
        string[] command = ["twitter", "generate-comments", "-p", ToolsWorkspace.Slug, "--as-of", ToolsWorkspace.AsOf];

        var screen = (await tools.RunAsync([.. command, "--greens-only"])).ShouldExit(0).Out;

        var drafted = (await tools.JsonAsync(command)).GetProperty("draft").GetProperty("posts").GetInt32();
        Assert.Contains($"Next    without --greens-only it drafts {drafted} yellow posts", screen, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Greens_only_with_red_posts_alone_names_the_switch_to_use_instead()
    {
        using var tools = new ToolsWorkspace();
        await tools.ImportPostsAsync(OwnPosts.Of(1, "Rain again in the valley; the sheep do not mind.", followers: 2_000));
        string[] command = ["twitter", "generate-comments", "-p", ToolsWorkspace.Slug, "--as-of", ToolsWorkspace.AsOf];

        var screen = (await tools.RunAsync([.. command, "--greens-only"])).ShouldExit(0).Out;

        Assert.Contains("Next    --no-skip-low-scores in place of --greens-only drafts them anyway", screen, StringComparison.Ordinal);
        Assert.Equal(1, (await tools.JsonAsync([.. command, "--no-skip-low-scores"])).GetProperty("draft").GetProperty("posts").GetInt32());
    }

    private static async Task PromiseHolds(ToolsWorkspace tools, string[] command, string screen)
    {
        var promise = Promise().Match(screen);
        Assert.True(promise.Success, screen);
        var advised = promise.Groups[1].Value.Split(' ').Chunk(2).ToArray();
        // What is advised stands in the place of what was given.
        var kept = command[..4].Concat(command[4..].Chunk(2).Where(given => advised.All(a => a[0] != given[0])).SelectMany(given => given));
        var again = (await tools.RunAsync([.. kept, .. advised.SelectMany(a => a), "--json"])).ShouldExit(0).Json.GetProperty("find");
        var found = again.GetProperty("pass_filters").GetInt32() - again.GetProperty("handled_before").GetInt32();
        Assert.Equal(int.Parse(promise.Groups[2].Value, NumberStyles.AllowThousands, CultureInfo.InvariantCulture), found);
    }

    [GeneratedRegex(@"^Next +(--.+) would find ([\d,]+)\r?$", RegexOptions.Multiline)]
    private static partial Regex Promise();

    [GeneratedRegex(@"^Next +vt (.+?)\r?$", RegexOptions.Multiline)]
    private static partial Regex Advice();
}
