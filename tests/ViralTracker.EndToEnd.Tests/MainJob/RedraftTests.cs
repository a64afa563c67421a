using ViralTracker.GeminiStandIn;
using Xunit;

namespace ViralTracker.EndToEnd.Tests.MainJob;

public sealed class RedraftTests
{
    private const string Drafts = "SELECT draft_id, text, status, review_status FROM drafts WHERE version = 1 ORDER BY draft_id";

    [Fact]
    public async Task Saved_scores_are_drafted_without_scoring_again()
    {
        using var tools = new ToolsWorkspace();
        await tools.ImportPostsAsync(OwnPosts.All);
        (await tools.ScoreAsync()).ShouldExit(0);
        var scored = tools.Store.Number("SELECT count(*) FROM assessments");

        var run = (await tools.GenerateAsync(null, "--use-saved-scores", "--json")).ShouldExit(0).Json;

        Assert.Equal(scored, tools.Store.Number("SELECT count(*) FROM assessments WHERE skip_reason IS NULL OR skip_reason <> 'nothing_to_say'"));
        Assert.Equal(OwnPosts.All.Length, run.GetProperty("draft").GetProperty("posts").GetInt32());
        Assert.Equal(scored, tools.Store.Number("SELECT count(*) FROM runs r JOIN assessments a USING (run_id) WHERE r.command = 'score'"));
    }

    [Fact]
    public async Task Next_command_that_score_names_drafts_what_it_scored()
    {
        using var tools = new ToolsWorkspace();
        await tools.ImportPostsAsync(OwnPosts.All);
        var screen = (await tools.ScoreAsync()).ShouldExit(0).Out;
        var next = screen.Split('\n').Last(line => line.StartsWith("Next    vt ", StringComparison.Ordinal))["Next    vt ".Length..];

        var run = (await tools.RunAsync([.. next.Split(' '), "--no-skip-low-scores", "--json"])).ShouldExit(0).Json;

        Assert.Equal(OwnPosts.All.Length, run.GetProperty("draft").GetProperty("posts").GetInt32());
    }

    [Fact]
    public async Task Fault18_second_run_leaves_exported_posted_skipped_and_edited_drafts_as_they_are()
    {
        using var tools = new ToolsWorkspace();
        await using var gemini = await StandInServer.StartAsync();
        await tools.ImportPostsAsync(OwnPosts.All);
        (await tools.GenerateAsync(gemini)).ShouldExit(0);
        await tools.JsonAsync("twitter", "export-comments", "-p", ToolsWorkspace.Slug, "-o", "a.csv", "--limit", "2");
        var pending = tools.Store.Rows("SELECT min(draft_id), tweet_id FROM drafts d JOIN (SELECT post_id, native_id AS tweet_id FROM posts) USING (post_id) WHERE status = 'pending' GROUP BY post_id ORDER BY 1");
        await tools.JsonAsync("twitter", "mark", $"d{pending[0][0]}", "--status", "posted");
        await tools.JsonAsync("twitter", "mark", $"d{pending[1][0]}", "--status", "posted", "--text", "In words of my own, after all.");
        await tools.JsonAsync("twitter", "mark", (string)pending[2][1]!, "--status", "skipped");
        var before = tools.Store.Rows(Drafts);
        Assert.Equal(["exported", "pending", "posted", "skipped"], before.Select(row => (string)row[2]!).Distinct().Order());
        Assert.Contains("edited", before.Select(row => (string)row[3]!).Concat(tools.Store.Rows("SELECT origin FROM drafts").Select(row => (string)row[0]! == "posted" ? "edited" : "")));

        var again = (await tools.GenerateAsync(gemini)).ShouldExit(0).Out;
        Assert.Contains("Nothing new", again, StringComparison.Ordinal);
        Assert.Equal(before, tools.Store.Rows(Drafts));

        (await tools.GenerateAsync(gemini, "--refresh")).ShouldExit(0);
        Assert.Equal(before, tools.Store.Rows(Drafts));
        Assert.True(tools.Store.Number("SELECT count(*) FROM drafts WHERE version = 2") > 0, "nothing was drafted again");
    }

    [Fact]
    public async Task Posts_and_drafts_of_a_refreshed_run_add_up()
    {
        using var tools = new ToolsWorkspace();
        await tools.ImportPostsAsync(OwnPosts.All);
        (await tools.GenerateAsync(null)).ShouldExit(0);
        var before = (await tools.GenerateAsync(null)).ShouldExit(0).Out;

        var refreshed = (await tools.GenerateAsync(null, "--refresh")).ShouldExit(0).Out;
        var forecast = (await tools.RunAsync("forecast", "-p", ToolsWorkspace.Slug, "--as-of", ToolsWorkspace.AsOf, "--hours-back", "30000", "--min-followers", "0", "--refresh")).ShouldExit(0).Out;

        var handled = $"{OwnPosts.All.Length} handled before";
        Assert.Matches($"(?m){handled}$", before);
        Assert.Contains($"{handled}, taken again", refreshed, StringComparison.Ordinal);
        Assert.Contains($"{handled}, taken again", forecast, StringComparison.Ordinal);
        Assert.Contains($"Scored  {OwnPosts.All.Length} ", refreshed, StringComparison.Ordinal);
        var post = (string)tools.Store.Rows("SELECT native_id FROM posts JOIN drafts USING (post_id) WHERE version = 2 AND state = 'offered' LIMIT 1")[0][0]!;
        var held = tools.Store.Number($"SELECT count(*) FROM drafts JOIN posts USING (post_id) WHERE native_id = '{post}' AND version = 2 AND state = 'offered'");
        Assert.True(tools.Store.Number($"SELECT count(*) FROM drafts JOIN posts USING (post_id) WHERE native_id = '{post}' AND state = 'offered'") > held);
        Assert.Contains($"Drafts   {held} offered;", (await tools.RunAsync("twitter", "explain", "-p", ToolsWorkspace.Slug, post, "--as-of", ToolsWorkspace.AsOf)).ShouldExit(0).Out, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Fault17_identical_posts_are_one_paid_post_and_failed_ones_stay_eligible()
    {
        using var tools = new ToolsWorkspace();
        const string Same = "Which coding agent survives a monorepo with two thousand packages?";
        await tools.ImportPostsAsync([.. Enumerable.Range(0, 5).Select(i => OwnPosts.Of(i, Same)), OwnPosts.Of(9, "The editor froze while I was refactoring a parser by hand.")]);
        await using var broken = await StandInServer.StartAsync(new StandInOptions { Script = [.. Enumerable.Repeat((Fault?)Fault.MalformedAnswer, 50)] });
        await using var gemini = await StandInServer.StartAsync();

        (await tools.GenerateAsync(broken)).ShouldExit(1);
        var run = (await tools.GenerateAsync(gemini, "--json")).ShouldExit(0).Json;

        Assert.Equal(4, run.GetProperty("find").GetProperty("skipped").GetProperty("repeat").GetInt32());
        Assert.Equal(2, run.GetProperty("draft").GetProperty("drafted").GetInt32());
        Assert.Equal(2, gemini.Log.Sum(arrival => arrival.Ids.Count));
        Assert.Equal(4, tools.Store.Number("SELECT count(*) FROM assessments WHERE run_id = 2 AND skip_reason = 'repeat' AND repeats_post_id IS NOT NULL"));
    }
}
