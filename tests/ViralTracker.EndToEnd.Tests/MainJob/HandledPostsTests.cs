using Xunit;

namespace ViralTracker.EndToEnd.Tests.MainJob;

/// <summary>Copies of posts that have drafts already: found without reading those posts again in every run.</summary>
public sealed class HandledPostsTests
{
    private const string Skips = "SELECT p.native_id FROM assessments a JOIN posts p USING (post_id) WHERE a.run_id = (SELECT max(run_id) FROM runs) AND skip_reason = 'repeat' ORDER BY 1";

    [Fact]
    public async Task Copies_of_handled_posts_are_found_by_the_signatures_kept_of_them()
    {
        using var tools = new ToolsWorkspace();
        await tools.ImportPostsAsync(OwnPosts.All);
        (await tools.GenerateAsync(null)).ShouldExit(0);
        await tools.ImportPostsAsync(OwnPosts.Of(20, OwnPosts.Text(0) + " Anyone?"), OwnPosts.Of(21, OwnPosts.Text(2) + " #agents"));

        (await tools.ScoreAsync()).ShouldExit(0);

        Assert.Equal([OwnPosts.Id(20), OwnPosts.Id(21)], tools.Store.Rows(Skips).Select(row => (string)row[0]!));
        var kept = tools.Store.Number("SELECT count(*) FROM post_signatures");
        Assert.Equal(tools.Store.Number("SELECT count(DISTINCT post_id) FROM drafts WHERE state = 'offered'"), kept);
        Assert.True(kept > 2, $"{kept} signatures");

        // What is kept is what is compared: with another post's signature in its place, a copy of the first is not found.
        tools.Store.Change("""
            UPDATE post_signatures SET signature = (SELECT s.signature FROM post_signatures s JOIN posts p USING (post_id) WHERE p.text LIKE 'The cheap plan%')
            WHERE post_id = (SELECT post_id FROM posts WHERE text LIKE 'Which coding agent%')
            """);
        (await tools.ScoreAsync()).ShouldExit(0);

        Assert.Equal([OwnPosts.Id(21)], tools.Store.Rows(Skips).Select(row => (string)row[0]!));
        Assert.Equal(kept, tools.Store.Number("SELECT count(*) FROM post_signatures"));
    }
}
