using ViralTracker.Core.Spending;
using ViralTracker.Pipeline.Drafting;
using Xunit;

namespace ViralTracker.Pipeline.Tests.Drafting;

public sealed class PricingTests
{
    private static readonly IPricing Pricing = new BookPricing(new PriceBook(
    [
        new ModelPrice { Model = "m-1-small", Input = 10, Output = 1, Source = "dear input" },
        new ModelPrice { Model = "m-2-small", Input = 1, Output = 2, Source = "dear output" },
    ]));

    [Theory]
    [InlineData(1_000, 100, 10_100_000)]
    [InlineData(100, 1_000, 2_100_000)]
    [InlineData(0, 1_000, 2_000_000)]
    public void Alias_reserves_what_the_dearest_of_its_family_asks_for_so_many_tokens(long input, long output, long nanoUsd) =>
        Assert.Equal(new NanoUsd(nanoUsd), Pricing.WorstCase("m-small-latest", input, output, Samples.Now));

    [Fact]
    public void Answer_costs_what_its_version_asks_and_of_one_without_a_price_nobody_knows()
    {
        Assert.Equal(new NanoUsd(1_100_000 + 100_000), Pricing.Cost("m-2-small", new TokenUsage(1_100, 0, 50, 0, 0), Samples.Now));
        Assert.Null(Pricing.Cost("m-9-large", new TokenUsage(1, 0, 1, 0, 0), Samples.Now));
    }
}
