using ViralTracker.Core.Drafting;
using ViralTracker.Core.Quotas;
using ViralTracker.Core.Spending;
using ViralTracker.Pipeline.Drafting;
using ViralTracker.Pipeline.Ports;
using Xunit;

namespace ViralTracker.Pipeline.Tests.Drafting;

public sealed class ForecasterTests
{
    private static readonly PackingChoice Choice = new(5, 2, TimeSpan.FromSeconds(30), "because");

    private static readonly LedgerUsage Unused = new()
    {
        Window = [],
        SentInQuotaDay = 0,
        SpentInSpendWindow = default,
        SpentInRun = default,
        SpentInDay = default,
        SpentInMonth = default,
        OpenReservations = default,
        OpenInRun = default,
    };

    private static Forecast Make(ModelExperience? experience = null, BudgetLimits? budget = null, LedgerUsage? usage = null, int? left = null, long? counted = null, string model = "gemini-3.5-flash", bool offline = false, TimeSpan pause = default) =>
        Forecaster.Make(new ForecastInput
        {
            Packs = [new(5, 2_000, 1_000), new(5, 2_000, 1_000)],
            Choice = Choice,
            Experience = experience ?? ModelExperience.None,
            TypicalOutputPerPost = 60,
            Pricing = new BookPricing(PriceBook.Default),
            Model = model,
            Budget = budget ?? new(),
            Usage = usage ?? Unused,
            RequestsLeft = left,
            Pause = pause,
            CountedInput = counted,
            Offline = offline,
            Now = Samples.Now,
        });

    [Fact]
    public void Without_history_it_rests_on_the_prompts_size_and_typical_answers()
    {
        var forecast = Make();

        Assert.Equal((10, 2, 2_000L, 600L, 0), (forecast.Posts, forecast.Requests, forecast.InputTokens, forecast.OutputTokens, forecast.BasedOnCalls));
        // 2,000 tokens at $1.50 and 600 at $9.00 a million.
        Assert.Equal(8_400_000, forecast.CostP50!.Value.Value);
        Assert.True(forecast.CostP90 > forecast.CostP50);
    }

    [Fact]
    public void Pause_that_the_provider_asked_for_is_part_of_the_time_and_no_longer_at_worst()
    {
        var pause = TimeSpan.FromSeconds(20);

        var forecast = Make(pause: pause);

        // Ten of the choice's 30 seconds are more than that.
        Assert.Equal((pause, TimeSpan.FromSeconds(30), TimeSpan.FromSeconds(32.5)), (forecast.Pause, forecast.TimeP50, forecast.TimeP90));
    }

    [Fact]
    public void With_history_it_rests_on_what_calls_used()
    {
        var call = new PastCall(5, 5, TimeSpan.FromSeconds(3), 2_000, new TokenUsage(900, 0, 400, 100, 0));

        var forecast = Make(ModelExperience.From([call, call], [], LatencyModel.Default));

        Assert.Equal((1_800L, 1_000L, 2), (forecast.InputTokens, forecast.OutputTokens, forecast.BasedOnCalls));
    }

    [Fact]
    public void Alias_is_likely_to_cost_what_the_version_that_answered_last_does_and_at_worst_what_the_dearest_does()
    {
        var call = new PastCall(5, 5, TimeSpan.FromSeconds(3), 2_000, new TokenUsage(900, 0, 400, 100, 0), "gemini-3.6-flash");
        var experience = ModelExperience.From([call, call with { ModelVersion = "gemini-3.5-flash" }], [], LatencyModel.Default);

        var (alias, version, dearest) = (Make(experience, model: "gemini-flash-latest"), Make(experience, model: "gemini-3.6-flash"), Make(experience, model: "gemini-3.5-flash"));

        Assert.Equal(version.CostP50, alias.CostP50);
        Assert.Equal(dearest.CostP90, alias.CostP90);
        Assert.True(version.CostP90 < alias.CostP90);
    }

    [Fact]
    public void Repeats_of_the_past_raise_requests_and_tokens()
    {
        var call = new PastCall(5, 4, TimeSpan.FromSeconds(3), 2_000, new TokenUsage(900, 0, 400, 100, 0));

        Assert.Equal(3, Make(ModelExperience.From([call], [], LatencyModel.Default)).Requests);
    }

    [Fact]
    public void Counted_tokens_replace_the_estimate() => Assert.Equal(1_234, Make(counted: 1_234).InputTokens);

    [Fact]
    public void Short_budgets_are_named_with_what_is_left()
    {
        var forecast = Make(budget: new BudgetLimits(Day: new NanoUsd(9_000_000), Month: NanoUsd.FromUsd(5)), usage: Unused with { SpentInDay = new NanoUsd(8_000_000) });

        Assert.Equal([(ExhaustedLimit.DayBudget, new NanoUsd(1_000_000))], forecast.ShortBudgets);
    }

    [Fact]
    public void Short_requests_of_the_day_are_named()
    {
        Assert.Equal(1, Make(left: 1).ShortRequests);
        Assert.Null(Make(left: 2).ShortRequests);
    }

    [Fact]
    public void Offline_there_are_no_tokens_whatever_history_there_is()
    {
        var call = new PastCall(5, 5, TimeSpan.FromSeconds(3), 2_000, new TokenUsage(900, 0, 400, 100, 0));

        foreach (var forecast in new[] { Make(offline: true), Make(ModelExperience.From([call], [], LatencyModel.Offline), offline: true) })
            Assert.Equal((10, 0L, 0L, NanoUsd.Zero, NanoUsd.Zero), (forecast.Posts, forecast.InputTokens, forecast.OutputTokens, forecast.CostP50, forecast.CostP90));
    }

    [Fact]
    public void Unknown_price_gives_no_cost_rather_than_none() => Assert.Null(Make(model: "nobody-knows").CostP50);
}
