using ViralTracker.EndToEnd.Tests.MainJob;
using ViralTracker.GeminiStandIn;
using Xunit;

namespace ViralTracker.EndToEnd.Tests.Drafting;

public sealed class SaidBeforeTests
{
    private const string Answer = "The agent in our second team rewrote old checklists before lunch, so refunds slowed.";

    [Theory]
    [InlineData(29, false)]
    [InlineData(31, true)]
    public async Task What_was_said_to_another_post_is_offered_again_only_after_thirty_days(int days, bool offered)
    {
        using var tools = new ToolsWorkspace();
        await using var gemini = await StandInServer.StartAsync(new StandInOptions { Obedient = _ => Answer });
        await tools.ImportPostsAsync(OwnPosts.Of(1, "Which coding agent would you let near a payment service, and what would you check first?"));
        (await tools.GenerateAsync(gemini)).ShouldExit(0);
        Assert.NotEqual(0, tools.Store.Number("SELECT count(*) FROM drafts WHERE state = 'offered'"));
        tools.Store.Change($"UPDATE drafts SET created_at = strftime('%Y-%m-%d %H:%M:%f', created_at, '-{days} days')");
        await tools.ImportPostsAsync(OwnPosts.Of(2, "I asked the agent for a small fix and got a new build system. Has anyone tamed this?"));

        (await tools.GenerateAsync(gemini)).ShouldExit(0);

        const string Second = "FROM drafts JOIN posts USING (post_id) WHERE native_id = '1968000000000000002'";
        Assert.Equal(offered, tools.Store.Number($"SELECT count(*) {Second} AND state = 'offered'") > 0);
    }
}
