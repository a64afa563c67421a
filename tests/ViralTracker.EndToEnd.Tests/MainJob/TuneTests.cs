using ViralTracker.EndToEnd.Tests.Harness;
using Xunit;

namespace ViralTracker.EndToEnd.Tests.MainJob;

public sealed class TuneTests
{
    private static readonly string[] Subjects = ["agents", "editors", "code review", "tests", "prompts", "refactoring", "completion", "chat"];
    private static readonly string[] Forms =
    [
        "Which of you still trusts {0} after the last release, and what for?", "{0} again today.", "My notes on {0} in number {1}: slower, calmer, better.",
        "How do you teach {0} to a team of {1}?", "Nothing to see, only {0} and rain.", "Does anyone have a good way to measure {0}?",
        "Our {0} broke on day {1} and I learned to like it.", "{0}, lunch, sleep.",
    ];

    [Fact]
    public async Task Without_history_it_says_so_and_proposes_nothing()
    {
        using var tools = new ToolsWorkspace();

        var told = (await tools.RunAsync("project", "tune", "-p", ToolsWorkspace.Slug)).ShouldExit(0);

        Assert.Contains("Too little history: 0 scored posts", told.Out, StringComparison.Ordinal);
        Assert.False(File.Exists(tools.Files.Database), "the database was made");
    }

    [Fact]
    public async Task Thresholds_are_proposed_from_scores_and_marks_and_nothing_is_written()
    {
        using var tools = new ToolsWorkspace();
        await tools.ImportPostsAsync([.. Subjects.SelectMany((subject, i) => Forms.Select((form, j) => OwnPosts.Of((8 * i) + j, string.Format(null, form, subject, (8 * i) + j), followers: 1_000 << j)))]);
        (await tools.GenerateAsync(null)).ShouldExit(0);
        var drafted = tools.Store.Rows("SELECT DISTINCT p.native_id FROM drafts d JOIN posts p USING (post_id) WHERE d.state = 'offered'").Select(r => (string)r[0]!).ToArray();
        (await tools.RunAsync("twitter", "mark", drafted[0], "--status", "posted")).ShouldExit(0);
        (await tools.RunAsync("twitter", "mark", drafted[1], "--status", "skipped")).ShouldExit(0);
        var (finder, scores) = (File.ReadAllText(Finder(tools)), tools.Store.Number("SELECT count(*) FROM assessments"));

        var json = await tools.JsonAsync("project", "tune", "-p", ToolsWorkspace.Slug, "--as-of", ToolsWorkspace.AsOf);
        var told = (await tools.RunAsync("project", "tune", "-p", ToolsWorkspace.Slug, "--as-of", ToolsWorkspace.AsOf)).ShouldExit(0).Out;

        Assert.True(json.GetProperty("posts").GetInt32() >= 50);
        var groups = json.GetProperty("groups").EnumerateArray().ToDictionary(g => g.GetProperty("posts_that_were").GetString()!);
        Assert.Equal((1, 1), (groups["posted"].GetProperty("posts").GetInt32(), groups["skipped"].GetProperty("posts").GetInt32()));
        var proposed = json.GetProperty("proposed");
        var (all, shares) = (groups["all"].GetProperty("posts").GetDouble(), groups["all"].GetProperty("proposed"));
        Assert.InRange(shares.GetProperty("green").GetDouble() / all, 0.05, 0.15);
        Assert.InRange(shares.GetProperty("yellow").GetDouble() / all, 0.15, 0.35);
        Assert.Contains(FormattableString.Invariant($"green ≥ {proposed.GetProperty("green_min").GetDouble():0.##}"), told, StringComparison.Ordinal);
        Assert.Contains("posted", told, StringComparison.Ordinal);
        Assert.Equal((finder, scores), (File.ReadAllText(Finder(tools)), tools.Store.Number("SELECT count(*) FROM assessments")));
        Assert.Equal(0, (await tools.JsonAsync("project", "tune", "-p", ToolsWorkspace.Slug, "--as-of", "2025-12-01")).GetProperty("posts").GetInt32());

        Assert.Contains($"To use them, add to projects/{ToolsWorkspace.Slug}/finder.yml:\nthresholds: {{green_min: ", told, StringComparison.Ordinal);
        File.AppendAllText(Finder(tools), "\nthresholds: {green_min: 0.9, yellow_min: 0.8}\n");
        var place = File.ReadLines(Finder(tools)).Index().Single(line => line.Item.StartsWith("thresholds", StringComparison.Ordinal)).Index + 1;
        foreach (var width in new[] { 60, 80, 120 })
        {
            var setting = new VtSetting { Environment = new Dictionary<string, string> { ["COLUMNS"] = $"{width}" } };
            var lines = (await tools.Files.RunAsync(setting, "project", "tune", "-p", ToolsWorkspace.Slug, "--as-of", ToolsWorkspace.AsOf)).ShouldExit(0).Out.Split('\n');
            Assert.Contains($"change thresholds on line {place} of projects/{ToolsWorkspace.Slug}/finder.yml to: thresholds: {{green_min: ", string.Join(' ', lines), StringComparison.Ordinal);
            Assert.Contains("green ≥ 0.9 ", string.Join(' ', lines), StringComparison.Ordinal);
            Assert.All(lines, line => Assert.True(line.Length <= width, line));
        }
    }

    [Fact]
    public async Task History_of_an_earlier_version_is_named_and_left_out()
    {
        using var tools = new ToolsWorkspace();
        await tools.ImportPostsAsync([.. Forms.Select((form, i) => OwnPosts.Of(i, string.Format(null, form, "agents", i)))]);
        (await tools.ScoreAsync()).ShouldExit(0);
        tools.Store.Change("UPDATE assessments SET scorer = 'calibrated-1'");
        var scored = tools.Store.Number("SELECT count(*) FROM assessments WHERE skip_reason IS NULL");

        var told = (await tools.RunAsync("project", "tune", "-p", ToolsWorkspace.Slug, "--as-of", ToolsWorkspace.AsOf)).ShouldExit(0).Out;

        Assert.Contains("Too little history: 0 scored posts", told, StringComparison.Ordinal);
        Assert.Contains($"Left out, as totals of another scorer or version do not compare: {scored} posts scored by calibrated-1.", told, StringComparison.Ordinal);
    }

    private static string Finder(ToolsWorkspace tools) => tools.Files.PathOf("projects", ToolsWorkspace.Slug, "finder.yml");
}
