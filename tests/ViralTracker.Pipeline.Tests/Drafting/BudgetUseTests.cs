using System.Text.RegularExpressions;
using ViralTracker.Core.Quotas;
using ViralTracker.Core.Spending;
using ViralTracker.Pipeline.Drafting;
using Xunit;

namespace ViralTracker.Pipeline.Tests.Drafting;

public sealed class BudgetUseTests
{
    /// <summary>A request costs $0.0006 and $0.0006 for each post in it; the longest answer possible to one is many times as dear.</summary>
    [Theory]
    [InlineData(1, 1, 400, 0.02)]
    [InlineData(1, 8, 400, 0.02)]
    [InlineData(8, 1, 400, 0.02)]
    [InlineData(8, 8, 400, 0.02)]
    [InlineData(20, 8, 400, 0.05)]
    [InlineData(1, 1, 4_000, 0.1)]
    public async Task Budget_is_never_exceeded_and_used_to_four_fifths(int packSize, int atOnce, int maxTokens, double usd)
    {
        var budget = NanoUsd.FromUsd((decimal)usd);
        var time = new FastTime(100);
        using var world = new EngineWorld(
            async request =>
            {
                await Task.Delay(TimeSpan.FromMilliseconds(500), time, CancellationToken.None);
                var posts = Regex.Count(request, "Post number");
                var answer = Samples.Answer($$"""{"posts":[{{string.Join(',', Enumerable.Range(1, posts).Select(i => $$"""{"id":"p{{i}}","a":"Draft {{i}}.","b":null}"""))}}]}""");
                answer.Usage = new() { InputTokenCount = 400 + 40 * posts, OutputTokenCount = 60 * posts };
                return answer;
            },
            time);

        var report = await EngineWorld.DraftAsync(200, world.Setup with
        {
            Project = Samples.Project with { Generation = Samples.Project.Generation with { MaxTokens = maxTokens } },
            Options = world.Setup.Options with { TweetsPerRequest = packSize, Concurrency = atOnce, Budget = new BudgetLimits(Run: budget) },
        });

        Assert.IsType<StopReason.Budget>(report.Stopped);
        Assert.InRange(report.Cost.Value, budget.Value * 4 / 5, budget.Value);
        Assert.Equal(200, report.Drafted + report.Left);
    }
}
