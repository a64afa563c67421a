using Microsoft.Extensions.AI;
using ViralTracker.Core.Quotas;
using ViralTracker.Pipeline.Models;
using ViralTracker.Pipeline.Ports;
using Xunit;

namespace ViralTracker.Pipeline.Tests.Drafting;

public sealed class RefusalNoteTests
{
    [Theory]
    [InlineData(CallOutcome.RateLimited, "GenerateRequestsPerMinutePerProjectPerModel", "requests_per_minute:k", "5")]
    [InlineData(CallOutcome.RateLimited, "GenerateContentInputTokensPerModelPerMinute", "tokens_per_minute:k", "5")]
    [InlineData(CallOutcome.RateLimited, null, "paused_until:k", "2026-03-01T12:00:20")]
    [InlineData(CallOutcome.DailyQuota, "GenerateRequestsPerDayPerProjectPerModel", "paused_until:k", "2026-03-01T12:00:20")]
    [InlineData(CallOutcome.SchemaRefused, null, "schema_rung", "Enum")]
    public async Task What_a_refusal_teaches_is_noted(CallOutcome outcome, string? quota, string name, string value)
    {
        var refusal = new ModelCallException(outcome, "No.") { QuotaId = quota, QuotaLimit = quota is null ? null : 5, RetryAfter = TimeSpan.FromSeconds(20) };
        var calls = 0;
        using var world = new EngineWorld(_ => calls++ == 0 ? Task.FromException<ChatResponse>(refusal) : Task.FromResult(EngineWorld.Answer()), new HurriedTime());

        await world.DraftAsync(posts: 1, atOnce: 1, new QuotaLimits { RequestsPerMinute = 15 });

        Assert.StartsWith(value, world.Notes[name].Value, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("requests_per_minute:k", "1", 61)]
    [InlineData("requests_per_minute:another", "1", 0)]
    [InlineData("paused_until:k", "2026-03-01T12:00:30Z", 30)]
    [InlineData("paused_until:another", "2026-03-01T12:00:30Z", 0)]
    public async Task What_is_noted_holds_for_the_next_run_with_the_key(string name, string value, double seconds)
    {
        var time = new HurriedTime();
        using var world = new EngineWorld(_ => Task.FromResult(EngineWorld.Answer()), time);
        world.Notes[name] = new ModelNote(value, Samples.Now);

        var report = await world.DraftAsync(posts: 2, atOnce: 1, new QuotaLimits { RequestsPerMinute = 15 });

        Assert.Equal(2, report.Drafted);
        Assert.InRange(time.Passed.TotalSeconds, seconds, seconds + 1);
    }

    /// <summary>What requests pin of the answer is part of their tokens.</summary>
    [Fact]
    public async Task Schema_that_is_noted_is_the_first_that_the_next_run_sends()
    {
        var tokens = new List<long>();
        foreach (var rung in new[] { "EnumWithBounds", "Enum", "Plain" })
        {
            using var world = new EngineWorld(_ => Task.FromResult(EngineWorld.Answer()), new HurriedTime());
            world.Notes["schema_rung"] = new ModelNote(rung, Samples.Now);
            await world.DraftAsync(posts: 1, atOnce: 1);
            tokens.Add(Assert.Single(world.Reserved).ReservedTokens);
        }

        Assert.Equal(tokens.OrderDescending(), tokens);
        Assert.Equal(3, tokens.Distinct().Count());
    }
}
