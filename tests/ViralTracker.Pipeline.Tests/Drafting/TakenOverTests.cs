using Microsoft.Extensions.AI;
using ViralTracker.Pipeline.Models;
using Xunit;

namespace ViralTracker.Pipeline.Tests.Drafting;

/// <summary>Posts that another run leased while this one stood still.</summary>
public sealed class TakenOverTests
{
    [Fact]
    public async Task Pack_goes_without_posts_that_another_run_has()
    {
        using var world = new EngineWorld(request => Task.FromResult(EngineWorld.Answer(EngineWorld.PostsIn(request))), new HurriedTime()) { TakenOver = [2, 5, 6] };

        var report = await world.DraftAsync(6, atOnce: 1, perRequest: 4);

        Assert.Equal((3, 3, 0), (report.Drafted, report.TakenOver, report.Left));
        Assert.Equal([1L, 3, 4], Assert.Single(world.Reserved).PostIds);
    }

    [Fact]
    public async Task Post_whose_blocked_pack_waits_for_one_that_another_run_has_is_asked_again()
    {
        var (taken, blocked) = (new List<long>(), Samples.Answer(""));
        blocked.AdditionalProperties = new() { [ModelAnswer.BlockReason] = "SAFETY" };
        using var world = new EngineWorld(Blocked, new HurriedTime()) { TakenOver = taken };

        var report = await world.DraftAsync(2, atOnce: 1, perRequest: 2);

        Assert.Equal((1, 1, 0), (report.Blocked, report.TakenOver, report.Left));

        Task<ChatResponse> Blocked(string request)
        {
            taken.Add(2);
            return Task.FromResult(blocked);
        }
    }

    [Fact]
    public async Task Paid_answer_costs_nothing_and_is_left_to_its_saving()
    {
        using var first = new EngineWorld(_ => Task.FromResult(EngineWorld.Answer()), new HurriedTime());
        await first.DraftAsync(1, atOnce: 1);
        using var world = new EngineWorld(_ => Task.FromResult(EngineWorld.Answer()), new HurriedTime()) { TakenOver = [1], Paid = first.Remembered };

        await world.DraftAsync(1, atOnce: 1);

        Assert.Equal([1L], Assert.Single(world.Saved).Fences.Keys);
    }
}
