using System.Text.Json.Nodes;
using Xunit;

namespace ViralTracker.Pipeline.Tests.Drafting;

public sealed class RememberedAnswerTests
{
    [Fact]
    public async Task Answer_is_remembered_only_when_nothing_is_asked_of_its_post_any_more_and_then_with_all_its_drafts()
    {
        var answers = new Queue<string>(["""{"posts":[{"id":"p1","a":"A draft of its own."}]}""", """{"posts":[{"id":"p1","b":"Is it a question?"}]}"""]);
        using var world = new EngineWorld(_ => Task.FromResult(Samples.Answer(answers.Dequeue())), new HurriedTime());

        await world.DraftAsync(posts: 1, atOnce: 1);

        var remembered = Assert.Single(world.Remembered);
        Assert.Equal(world.Settled[1].CallId, remembered.CallId);
        Assert.Equal(("A draft of its own.", "Is it a question?"), ((string?)JsonNode.Parse(remembered.Json)!["a"], (string?)JsonNode.Parse(remembered.Json)!["b"]));
    }
}
