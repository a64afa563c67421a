using System.Text.Json;
using ViralTracker.Testing;
using Xunit;

namespace ViralTracker.EndToEnd.Tests.Drafting;

public sealed class OthersRepliesTests
{
    [Fact]
    public async Task A_draft_that_another_reply_has_said_already_is_offered_last()
    {
        await using var world = await DraftingWorld.StartAsync(2);
        (await world.DraftAsync()).ShouldExit(0);
        var first = Ranked(version: 1);
        var post = Store().Rows("SELECT native_id FROM posts WHERE post_id = 2")[0][0];
        File.WriteAllText(world.Workspace.PathOf("projects", "p", "posts", "reply.jsonl"), JsonSerializer.Serialize(new
        {
            id = "1999999999999999999",
            author_handle = "quick",
            created_at = MadeUpPosts.AsOf,
            lang = "en",
            text = first[0],
            parent_id = post,
            conversation_id = post,
        }));

        (await world.DraftAsync("--refresh", "--min-followers", "1")).ShouldExit(0);

        Assert.Equal(first.Reverse(), Ranked(version: 2));

        StoreFile Store() => new(world.Workspace.Database);

        string[] Ranked(int version) =>
            [.. Store().Rows($"SELECT text FROM drafts WHERE state = 'offered' AND version = {version} AND post_id = 2 ORDER BY rank").Select(row => (string)row[0]!)];
    }
}
