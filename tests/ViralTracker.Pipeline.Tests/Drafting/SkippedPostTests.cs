using ViralTracker.Core.Gating;
using Xunit;

namespace ViralTracker.Pipeline.Tests.Drafting;

/// <summary>What a post keeps that drafting ended without a draft.</summary>
public sealed class SkippedPostTests
{
    private const string Null = """{"posts":[{"id":"p1","a":null,"b":null}]}""";
    private const string Drafts = """{"posts":[{"id":"p1","a":"Great post!","b":"Nice."}]}""";

    [Theory]
    [InlineData(Null, false, SkipReason.NothingToSay, SkipFinality.Final)]
    [InlineData(Drafts, false, SkipReason.AllRejected, SkipFinality.Final)]
    [InlineData(Null, true, SkipReason.NothingToSay, SkipFinality.RetryLater)]
    [InlineData(Drafts, true, SkipReason.AllRejected, SkipFinality.RetryLater)]
    public async Task What_a_model_answered_is_settled_and_what_was_made_offline_is_left_to_a_model(string answer, bool offline, SkipReason reason, SkipFinality finality)
    {
        var world = new EngineWorld(_ => Task.FromResult(Samples.Answer(answer)), TimeProvider.System)
        {
            Check = _ => (_, _) => new(new("generic_praise", "says nothing"), 0),
        };

        await world.DraftAsync(1, 1, offline: offline);

        var skip = Assert.Single(world.Skips);
        Assert.Equal((reason, finality), (skip.Skip!.Reason, skip.Skip.Finality));
        Assert.Equal(Samples.Now, skip.AsOf); // the run's, whatever the clock says
    }
}
