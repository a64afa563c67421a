using ViralTracker.Testing;
using Xunit;

namespace ViralTracker.EndToEnd.Tests.Drafting;

/// <summary>Two runs of two projects wait for the same quota, whose places come free one by one.</summary>
public sealed class FairOrderTests
{
    private const int Limit = 9;

    [Fact]
    public async Task Calls_that_waited_go_best_post_first_and_runs_that_wait_share_the_quota()
    {
        await using var world = await DraftingWorld.StartAsync(Limit + 1);
        AddProject("before", Limit, first: 200);
        AddProject("twin", Limit + 1, first: 100);
        string[] options = ["--max-rpm", $"{Limit}", "--tweets-per-request", "1"];
        (await world.DraftAsync([.. options, "-p", "before"])).ShouldExit(0);
        // The window frees its first place 12 s from now, when both runs wait for it, and each further one half a second later.
        world.Ledger.Change("UPDATE api_calls SET sent_at = strftime('%Y-%m-%d %H:%M:%f', 'now', '-49 seconds', (call_id * 0.5) || ' seconds')");

        using var first = world.Start(options);
        using var second = world.Start([.. options, "-p", "twin"]);
        await world.ArrivalsAsync(2 * Limit);
        first.Interrupt();
        second.Interrupt();
        (await first.ResultAsync()).ShouldExit(130);
        (await second.ResultAsync()).ShouldExit(130);

        var arrived = world.Provider.Log.Skip(Limit).ToArray();
        Assert.Equal(Limit, arrived.Length);
        string[][] runs = [Ranked("p"), Ranked("twin")];
        Assert.All(runs, ranked =>
        {
            var sent = arrived.Select(call => ranked.SingleOrDefault(text => call.User.Contains(text, StringComparison.Ordinal))).OfType<string>().ToArray();
            Assert.True(sent.Length >= Limit / 3, $"{sent.Length} of {Limit}");
            Assert.Equal(ranked.Take(sent.Length), sent);
        });

        void AddProject(string slug, int posts, int first)
        {
            world.AddProject(slug, 0);
            MadeUpPosts.Write(world.Workspace.PathOf("projects", slug, "posts", "more.jsonl"), posts, first);
        }

        string[] Ranked(string project) =>
            [.. world.Ledger.Rows($"SELECT p.text FROM assessments a JOIN posts p USING (post_id) WHERE a.project_id = '{project}' ORDER BY a.total DESC, p.posted_at DESC").Select(row => (string)row[0]!)];
    }
}
