using FsCheck;
using FsCheck.Fluent;
using ViralTracker.Core.Spending;
using Xunit;

namespace ViralTracker.Core.Tests.Spending;

public sealed class CostTests
{
    private static readonly ModelPrice Flash15 = PriceBook.Default.Find("gemini-1.5-flash", SamplePosts.Now)!;

    private static readonly Gen<TokenUsage> Usages =
        from cached in Gen.Choose(0, 100_000)
        from fresh in Gen.Choose(0, 100_000)
        from output in Gen.Choose(0, 10_000)
        from thoughts in Gen.Choose(0, 10_000)
        from toolUse in Gen.Choose(0, 1_000)
        select new TokenUsage(cached + fresh, cached, output, thoughts, toolUse);

    private static readonly Gen<ModelPrice> Prices =
        from input in Gen.Choose(0, 99_999)
        from output in Gen.Choose(0, 99_999)
        select new ModelPrice { Model = "m", Input = input / 1000m, Output = output / 1000m, Source = "test" };

    [Fact]
    public void Cost_of_prompt_and_answer_equals_the_reference()
    {
        foreach (var (name, part) in new (string, Func<CallCost, NanoUsd>)[] { ("input_cost_usd", c => c.Input), ("output_cost_usd", c => c.Output), ("total_cost_usd", c => c.Total) })
        {
            Golden.AssertSame(Golden.Cases("calculate_cost").Select(c => (
                c,
                c.Result.Number(name),
                (double)part(Flash15.CostOf(new(c.In.GetProperty("prompt_tokens").GetInt64(), 0, c.In.GetProperty("completion_tokens").GetInt64(), 0, 0))).Usd)));
        }
    }

    [Fact]
    public void Summary_line_equals_the_reference()
    {
        // Nano-dollars hold nine decimals of the reference's floating-point totals.
        Golden.AssertSame(Golden.Cases("format_cost_summary").Select(c => (
            c,
            c.Result.GetString(),
            (string?)CostSummary.Line(new((long)Math.Round(c.In.Number("total_cost_usd") * 1e9)), c.In.GetProperty("num_tweets").GetInt64()))));
    }

    [Fact]
    public void Fault20_thinking_cached_and_tool_tokens_are_billed()
    {
        var price = new ModelPrice { Model = "gemini-3.5-flash", Input = 1.50m, Output = 9.00m, Source = "test" };
        // (10,000 − 4,000)·1.5 + 4,000·0.15 + 100·1.5 + (200 + 800)·9, in micro-dollars.
        Assert.Equal(new NanoUsd(9_000_000 + 600_000 + 150_000 + 9_000_000), price.CostOf(new(10_000, 4_000, 200, 800, 100)).Total);
    }

    /// <summary>Other services take off a half, three quarters, or nothing.</summary>
    [Theory]
    [InlineData("gemini-9-flash", null, 100)]
    [InlineData("gpt-5-mini", null, 1_000)]
    [InlineData("local-gemini-7b", null, 1_000)]
    [InlineData("gpt-5-mini", 0.25, 250)]
    [InlineData("gpt-5-mini", 0.0, 0)]
    [InlineData("gemini-9-flash", 0.5, 500)]
    public void Cached_input_without_a_price_of_its_own_is_never_booked_below_the_bill(string model, double? cacheRead, long nanoUsd) =>
        Assert.Equal(new NanoUsd(nanoUsd), new ModelPrice { Model = model, Input = 1, Output = 0, CacheRead = (decimal?)cacheRead, Source = "test" }.CostOf(new(1, 1, 0, 0, 0)).Total);

    /// <summary>A provider that counts more cached tokens than prompt tokens gives nothing back.</summary>
    [Fact]
    public void Cached_input_is_at_most_all_of_it() =>
        Assert.Equal(Flash15.CostOf(new(100, 100, 0, 0, 0)), Flash15.CostOf(new(100, 5_000, 0, 0, 0)));

    [Theory]
    [InlineData(0.0075, 8)]
    [InlineData(0.0071, 8)]
    [InlineData(0.0001, 1)]
    [InlineData(0.0070, 7)]
    public void A_fraction_of_a_nano_dollar_rounds_up(double usdPerMillion, long nanoUsd) =>
        Assert.Equal(new NanoUsd(nanoUsd), new ModelPrice { Model = "m", Input = (decimal)usdPerMillion, Output = 0, Source = "test" }.CostOf(new(1, 0, 0, 0, 0)).Total);

    [Theory]
    [InlineData(0, "$0", "$0")]
    [InlineData(1, "$0.000000001", "$0.000000001")]
    [InlineData(2_310_000, "$0.0023", "$0.0024")]
    [InlineData(2_300_000, "$0.0023", "$0.0023")]
    [InlineData(99_400_000, "$0.099", "$0.10")]
    [InlineData(1_250_000_001, "$1.25", "$1.26")]
    public void An_amount_shows_the_digits_that_matter_and_as_a_bound_none_too_little(long nano, string shown, string atMost) =>
        Assert.Equal((shown, atMost), (new NanoUsd(nano).ToString(), new NanoUsd(nano).AtMost()));

    [Fact]
    public void Shares_add_up_and_differ_by_at_most_one() => Check.QuickThrowOnFailure(Prop.ForAll(
        Gen.Choose(0, int.MaxValue).Zip(Gen.Choose(1, 200)).ToArbitrary(),
        input =>
        {
            var (amount, parts) = input;
            var shares = new NanoUsd(amount).Split(parts);
            return shares.Count == parts
                && shares.Aggregate(NanoUsd.Zero, (sum, share) => sum + share) == new NanoUsd(amount)
                && shares.Max() - shares.Min() <= new NanoUsd(1);
        }));

    [Fact]
    public void More_tokens_never_cost_less_and_more_cached_ones_never_more() => Check.QuickThrowOnFailure(Prop.ForAll(
        Prices.Zip(Usages.Zip(Usages)).ToArbitrary(),
        input =>
        {
            var (price, (usage, more)) = input;
            var cost = price.CostOf(usage).Total;
            var grown = new TokenUsage(
                usage.Prompt + more.Prompt, usage.Cached + more.Cached, usage.Output + more.Output, usage.Thoughts + more.Thoughts, usage.ToolUse + more.ToolUse);
            return cost >= NanoUsd.Zero
                && price.CostOf(grown).Total >= cost
                && price.CostOf(usage with { Cached = usage.Prompt }).Total <= cost;
        }));
}
