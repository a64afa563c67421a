using Microsoft.Extensions.AI;
using ViralTracker.Core.Gating;
using ViralTracker.Pipeline.Models;
using ViralTracker.Pipeline.Ports;
using Xunit;

namespace ViralTracker.Pipeline.Tests.Drafting;

public sealed class BlockedPackTests
{
    [Theory]
    [InlineData(1)]
    [InlineData(2)]
    [InlineData(7)]
    [InlineData(8)]
    [InlineData(15)]
    [InlineData(16)]
    public async Task Blocked_post_of_16_is_found_by_8_more_calls_and_stored_under_its_lease_with_the_providers_word(int blocked)
    {
        using var world = new EngineWorld(request => Task.FromResult(Holds(request, blocked) ? Blocked() : Answer()), new HurriedTime());

        var report = await EngineWorld.DraftAsync(16, world.Setup with { Options = world.Setup.Options with { TweetsPerRequest = 16 } });

        Assert.Equal((15, 1, 9), (report.Drafted, report.Blocked, world.Settled.Count));
        var saved = Assert.Single(world.Saved, answer => answer.Skips.Count > 0);
        var skip = Assert.Single(saved.Skips);
        Assert.Equal((blocked, SkipReason.BlockedByProvider, "SAFETY"), (skip.PostId, skip.Skip!.Reason, skip.Skip.Detail));
        Assert.Contains(skip.PostId, saved.Fences.Keys);
    }

    [Fact]
    public async Task Blocked_post_whose_other_half_is_given_up_is_asked_until_it_is_known_to_be_blocked()
    {
        using var world = new EngineWorld(
            request => !Holds(request, 2) || Holds(request, 1) ? Task.FromResult(Blocked())
                : Task.FromException<ChatResponse>(new ModelCallException(CallOutcome.ServerError, "No.")),
            new HurriedTime());

        var report = await EngineWorld.DraftAsync(2, world.Setup with { Options = world.Setup.Options with { TweetsPerRequest = 2 } });

        Assert.Equal((1, 1, 0), (report.Blocked, report.Failed, report.Left));
    }

    private static bool Holds(string request, int post) => request.Contains($"Post number {post}\"", StringComparison.Ordinal);

    private static ChatResponse Blocked()
    {
        var answer = Samples.Answer("");
        answer.AdditionalProperties = new() { [ModelAnswer.BlockReason] = "SAFETY" };
        return answer;
    }

    /// <summary>For as many posts as are asked for.</summary>
    private static ChatResponse Answer() =>
        Samples.Answer($$"""{"posts":[{{string.Join(',', Enumerable.Range(1, 16).Select(i => $$"""{"id":"p{{i}}","a":"Draft {{i}}.","b":null}"""))}}]}""");
}
