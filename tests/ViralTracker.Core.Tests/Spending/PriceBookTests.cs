using System.Text.Json;
using ViralTracker.Core.Spending;
using Xunit;

namespace ViralTracker.Core.Tests.Spending;

public sealed class PriceBookTests
{
    private static readonly DateTimeOffset November = new(2026, 11, 22, 12, 0, 0, TimeSpan.Zero);

    [Theory]
    [InlineData("gemini-3.8-flash", 0.75, 3.75)]
    [InlineData("gemini-3.6-flash", 1.50, 7.50)]
    [InlineData("gemini-3.5-flash", 1.50, 9.00)]
    [InlineData("gemini-3.5-flash-lite", 0.30, 2.50)]
    [InlineData("gemini-3.5-flash-lite-001", 0.30, 2.50)]
    [InlineData("gemini-3.5-flash-lite-preview-09-2026", 0.30, 2.50)]
    [InlineData("gemini-3.5-flash-exp", 1.50, 9.00)]
    [InlineData("models/Gemini-3.5-Flash-Lite", 0.30, 2.50)]
    [InlineData("gemini-2.5-flash", 0.30, 2.50)]
    [InlineData("gemini-1.5-flash-002", 0.075, 0.30)]
    [InlineData("gemini-embedding-2", 0.20, 0)]
    [InlineData("gemini-embedding-2-preview", 0.20, 0)]
    public void A_model_is_found_by_the_version_that_answered(string model, double input, double output)
    {
        var price = PriceBook.Default.Find(model, November);
        Assert.Equal(((decimal)input, (decimal)output), (price?.Input, price?.Output));
    }

    [Theory]
    [InlineData("gemini-flash-latest", "gemini-3.5-flash")]
    [InlineData("models/gemini-flash-latest", "gemini-3.5-flash")]
    [InlineData("gemini-flash-lite-latest", "gemini-3.5-flash-lite")]
    [InlineData("gemini-3.6-flash-latest", "gemini-3.6-flash")]
    public void An_alias_costs_what_the_dearest_of_its_family_does(string alias, string dearest) =>
        Assert.Equal(dearest, PriceBook.Default.Find(alias, November)?.Model);

    [Theory]
    [InlineData(1_000, 100, "m-1-small")]
    [InlineData(100, 1_000, "m-2-small")]
    public void An_alias_costs_what_the_dearest_for_its_tokens_does(long input, long output, string dearest)
    {
        var book = new PriceBook(
        [
            new ModelPrice { Model = "m-1-small", Input = 10, Output = 1, Source = "dear input" },
            new ModelPrice { Model = "m-2-small", Input = 1, Output = 2, Source = "dear output" },
        ]);

        Assert.Equal(dearest, book.Find("m-small-latest", November, new TokenUsage(input, 0, output, 0, 0))?.Model);
    }

    [Fact]
    public void An_alias_costs_what_the_dearest_does_whose_price_holds_on_the_day()
    {
        var small = new ModelPrice { Model = "m-1-small", Input = 1, Output = 1, Source = "a test" };
        var book = new PriceBook(
        [
            small,
            small with { Model = "m-2-small", Input = 9, Until = new(2026, 11, 21) },
            small with { Model = "m-3-small", Input = 9, From = new(2026, 11, 23) },
        ]);

        Assert.Same(small, book.Find("m-small-latest", November, new TokenUsage(1, 0, 1, 0, 0)));
    }

    [Fact]
    public void Released_prices_carry_the_date_of_their_version() => Assert.True(DateOnly.TryParse(PriceBook.ReleasedVersion, out _));

    [Theory]
    [InlineData("gemini-9-ultra")]
    [InlineData("gemini-9-ultra-latest")]
    [InlineData("gemini-3.5-flash-image")]
    [InlineData("gemini-3.5-flash-lite-preview-tts")]
    [InlineData("gemini-3.5")]
    [InlineData("gemini-flash")]
    [InlineData("-latest")]
    [InlineData("")]
    public void An_unknown_model_has_no_price(string model) => Assert.Null(PriceBook.Default.Find(model, November));

    [Theory]
    [InlineData("2026-12-31T23:59:59Z", 3.75)]
    [InlineData("2027-01-01T00:00:00Z", 7.50)]
    [InlineData("2026-12-31T20:00:00-08:00", 7.50)]
    public void A_price_holds_on_its_days_in_utc(string at, double output) =>
        Assert.Equal((decimal)output, PriceBook.Default.Find("gemini-3.8-flash", DateTimeOffset.Parse(at, null))?.Output);

    [Theory]
    [InlineData("m", "2026-06-30T23:59:59Z", null)]
    [InlineData("m", "2026-07-01T00:00:00Z", "the last one ended on 2026-06-30")]
    [InlineData("models/M-001", "2026-07-01T00:00:00Z", "the last one ended on 2026-06-30")]
    [InlineData("m-latest", "2027-01-01T00:00:00Z", "the last one ended on 2026-06-30")]
    [InlineData("m", "2024-12-31T00:00:00Z", "the first one begins on 2025-01-01")]
    [InlineData("n", "2026-07-01T00:00:00Z", null)]
    public void A_price_of_other_days_only_is_told_by_them(string model, string at, string? told)
    {
        var first = new ModelPrice { Model = "m", Input = 2, Output = 3, From = new(2025, 1, 1), Until = new(2025, 12, 31), Source = "a test" };
        var book = new PriceBook([first with { From = new(2026, 1, 1), Until = new(2026, 6, 30) }, first]);

        Assert.Equal(told, book.OtherDays(model, DateTimeOffset.Parse(at, null)));
    }

    [Fact]
    public void A_retired_model_is_billed_as_its_successor()
    {
        var retirement = new DateTimeOffset(2026, 12, 1, 0, 0, 0, TimeSpan.Zero);
        var usage = new TokenUsage(12_345, 4_096, 678, 90, 0);
        Assert.Equal(
            PriceBook.Default.Find("gemini-3.5-flash-lite", retirement)?.CostOf(usage),
            PriceBook.Default.Find("gemini-2.5-flash", retirement)?.CostOf(usage));
        Assert.NotEqual(PriceBook.Default.Find("gemini-2.5-flash", retirement), PriceBook.Default.Find("gemini-2.5-flash", retirement.AddSeconds(-1)));
    }

    [Fact]
    public void A_price_given_for_an_alias_itself_goes_before_its_familys()
    {
        var alias = new ModelPrice { Model = "mistral-small-latest", Input = 2, Output = 3, Source = "own contract" };
        var book = new PriceBook([alias, alias with { Model = "mistral-small" }]);

        Assert.Same(alias, book.Find("mistral-small-latest", November));
        Assert.Same(alias, new PriceBook([alias]).Find("mistral-small-latest", November));
    }

    [Fact]
    public void A_later_price_overrides_an_earlier_one()
    {
        var own = new ModelPrice { Model = "m", Input = 2, Output = 3, Source = "own contract" };
        var book = new PriceBook([own with { Input = 1, Source = "list" }, own]);
        Assert.Same(own, book.Find("m", November));
    }

    [Theory]
    [InlineData("""{ "version": "v", "unit": "u", "prices": [ { "model": "m", "inptu": 1, "source": "s" } ] }""")]
    [InlineData("""{ "version": "v", "unit": "u", "prices": [ { "model": "m", "input": 1, "source": "s" } ] }""")]
    [InlineData("""{ "version": "v", "unit": "u", "prices": [ { "input": 1, "source": "s" } ] }""")]
    [InlineData("""{ "version": "v", "unit": "u" }""")]
    [InlineData("""{ "unit": "u", "prices": [] }""")]
    public void A_misspelt_price_file_is_refused(string json) => Assert.Throws<JsonException>(() => PriceFile.Read(json));
}
