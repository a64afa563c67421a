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
            Packs = [new(5, 1_000), new(5, 1_000)],
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
        var call = new PastCall(5, 5, 0, TimeSpan.FromSeconds(3), 1_000, new TokenUsage(900, 0, 400, 100, 0));

        var forecast = Make(ModelExperience.From([call, call], [], LatencyModel.Default));

        Assert.Equal((1_800L, 1_000L, 2), (forecast.InputTokens, forecast.OutputTokens, forecast.BasedOnCalls));
    }

    [Fact]
    public void Alias_is_likely_to_cost_what_the_version_that_answered_last_does_and_at_worst_what_the_dearest_does()
    {
        var call = new PastCall(5, 5, 0, TimeSpan.FromSeconds(3), 1_000, new TokenUsage(900, 0, 400, 100, 0), "gemini-3.6-flash");
        var experience = ModelExperience.From([call, call with { ModelVersion = "gemini-3.5-flash" }], [], LatencyModel.Default);

        var (alias, version, dearest) = (Make(experience, model: "gemini-flash-latest"), Make(experience, model: "gemini-3.6-flash"), Make(experience, model: "gemini-3.5-flash"));

        Assert.Equal(version.CostP50, alias.CostP50);
        Assert.Equal(dearest.CostP90, alias.CostP90);
        Assert.True(version.CostP90 < alias.CostP90);
    }

    [Fact]
    public void Repeats_of_the_past_raise_requests_and_tokens()
    {
        var call = new PastCall(5, 4, 1, TimeSpan.FromSeconds(3), 1_000, new TokenUsage(900, 0, 400, 100, 0));

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

    /// <summary>In millions of nano-dollars: the sample run costs more than 10 and less than 14 at worst.</summary>
    [Theory]
    [InlineData(10, 0, 0, "RunBudget 10, DayBudget 10, MonthBudget 10")]
    [InlineData(15, 0, 0, "")]
    [InlineData(15, 6, 0, "DayBudget 9")]
    [InlineData(15, 0, 7, "MonthBudget 8")]
    [InlineData(15, 6, 20, "DayBudget 9, MonthBudget 0")]
    public void Budgets_are_short_by_what_was_spent_of_each(int budget, int inDay, int inMonth, string shortOf)
    {
        NanoUsd Million(int amount) => new(amount * 1_000_000L);

        var forecast = Make(budget: new BudgetLimits(Million(budget), Million(budget), Million(budget)), usage: Unused with { SpentInRun = Million(9), SpentInDay = Million(inDay), SpentInMonth = Million(inMonth) });

        Assert.InRange(forecast.CostP90!.Value.Value, 10_000_001, 14_000_000);
        Assert.Equal(shortOf, string.Join(", ", forecast.ShortBudgets.Select(left => $"{left.Limit} {left.Left.Value / 1_000_000}")));
    }

    /// <summary>Of the same mean: a guess is less sure than history, and calls that differ are less sure than calls that are alike.</summary>
    [Fact]
    public void Worst_case_is_the_farther_off_the_less_is_known()
    {
        static PastCall Call(int output) => new(5, 5, 0, TimeSpan.FromSeconds(3), 1_000, new TokenUsage(1_000, 0, output, 0, 0));
        var alike = Make(ModelExperience.From([Call(300), Call(300)], [], LatencyModel.Default));
        var unlike = Make(ModelExperience.From([Call(100), Call(500)], [], LatencyModel.Default));
        var guess = Make();

        Assert.Equal((guess.CostP50, guess.CostP50), (alike.CostP50, unlike.CostP50));
        Assert.True(alike.CostP50 < alike.CostP90 && alike.CostP90 < unlike.CostP90 && unlike.CostP90 < guess.CostP90);
    }

    [Fact]
    public void Worst_case_of_what_gives_no_output_is_above_the_likely_one_too()
    {
        var forecast = Make(model: "gemini-embedding-2");

        Assert.True(forecast.CostP50 < forecast.CostP90);
    }

    [Fact]
    public void Input_that_was_cached_of_late_is_likely_to_be_cached_again()
    {
        PastCall Call(long cached) => new(5, 5, 0, TimeSpan.FromSeconds(3), 1_000, new TokenUsage(1_000, cached, 300, 0, 0));

        // 2,000 tokens at $1.50 a million, half of them at a tenth of it.
        Assert.Equal(1_350_000, Make(ModelExperience.From([Call(0)], [], LatencyModel.Default)).CostP50!.Value.Value
            - Make(ModelExperience.From([Call(500)], [], LatencyModel.Default)).CostP50!.Value.Value);
    }

    [Fact]
    public void Short_requests_of_the_day_are_named()
    {
        var repeats = ModelExperience.From([new PastCall(10, 5, 5, TimeSpan.FromSeconds(3), 1_000, new TokenUsage(900, 0, 400, 100, 0))], [], LatencyModel.Default);
        Assert.Equal((3, null), (Make(repeats, left: 3).ShortRequests, Make(repeats, left: 4).ShortRequests));
        Assert.Equal(1, Make(left: 1).ShortRequests);
        Assert.Null(Make(left: 2).ShortRequests);
    }

    [Fact]
    public void Offline_there_are_no_tokens_whatever_history_there_is()
    {
        var call = new PastCall(5, 5, 0, TimeSpan.FromSeconds(3), 1_000, new TokenUsage(900, 0, 400, 100, 0));

        foreach (var forecast in new[] { Make(offline: true), Make(ModelExperience.From([call], [], LatencyModel.Offline), offline: true) })
            Assert.Equal((10, 0L, 0L, NanoUsd.Zero, NanoUsd.Zero), (forecast.Posts, forecast.InputTokens, forecast.OutputTokens, forecast.CostP50, forecast.CostP90));
    }

    [Fact]
    public void Unknown_price_gives_no_cost_rather_than_none() => Assert.Null(Make(model: "nobody-knows").CostP50);
}
