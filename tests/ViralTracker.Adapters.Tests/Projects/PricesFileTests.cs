using ViralTracker.Adapters.Projects;
using ViralTracker.Core.Projects;
using ViralTracker.Core.Spending;
using Xunit;

namespace ViralTracker.Adapters.Tests.Projects;

public sealed class PricesFileTests
{
    /// <summary>For a million tokens each of prompt, half of it cached, and of answer.</summary>
    [Theory]
    [InlineData("gemini-3.5-flash-lite", "", 2.665)]
    [InlineData("gemini-3.5-flash-lite", "{ model: gemini-3.5-flash-lite, input: 1, output: 4 }", 4.55)]
    [InlineData("gemini-3.5-flash-lite", "{ model: Gemini-3.5-Flash-Lite, input: 1, output: 4 }", 4.55)]
    [InlineData("models/gemini-3.5-flash-lite-001", "{ model: gemini-3.5-flash-lite, input: 1, output: 4 }", 4.55)]
    [InlineData("gemini-3.5-flash-lite", "{ model: gemini-3.5-flash-lite, input: 1, output: 4, cache_read: 0.5 }", 4.75)]
    [InlineData("gemini-3.5-flash-lite", "{ model: gemini-3.5-flash-lite, input: 1, output: 4, from: 2026-11-22, until: 2026-11-22 }", 4.55)]
    [InlineData("gemini-3.5-flash-lite", "{ model: gemini-3.5-flash-lite, input: 1, output: 4, from: 2026-11-23 }", 2.665)]
    [InlineData("gemini-3.5-flash-lite", "{ model: gemini-3.5-flash-lite, input: 1, output: 4, until: 2026-11-21 }", 2.665)]
    [InlineData("gemini-flash-lite-latest", "{ model: gemini-3.5-flash-lite, input: 1, output: 4 }", 4.55)]
    [InlineData("gemini-flash-lite-latest", "{ model: gemini-9-flash-lite, input: 2, output: 8 }", 9.1)]
    [InlineData("gpt-5-mini", "{ model: gpt-5-mini, input: 1, output: 4 }", 5.0)]
    public void Price_of_the_workspace_goes_before_the_products_on_its_days(string model, string price, double usd)
    {
        var book = price.Length == 0 ? PriceBook.Default : Load($"prices:\n  - {price.Replace(" }", ", source: a test }", StringComparison.Ordinal)}\n").Value!;
        var usage = new TokenUsage(1_000_000, 500_000, 1_000_000, 0, 0);

        Assert.Equal((decimal)usd, book.Find(model, new DateTimeOffset(2026, 11, 22, 12, 0, 0, TimeSpan.Zero), usage)!.CostOf(usage).Total.Usd);
    }

    [Theory]
    [InlineData("{ model: m, input: 1, output: 4, source: s, until: 2026-11-30, from: 2026-12-01 }", "until 2026-11-30 is before from 2026-12-01")]
    [InlineData("{ model: m, input: 1, output: -4, source: s }", "output")]
    [InlineData("{ model: m, input: 1, source: s }", "output")]
    [InlineData("{ model: m, inptu: 1, input: 1, output: 1, source: s }", "inptu")]
    public void Price_that_cannot_be_meant_is_told(string price, string told) =>
        Assert.Contains(told, Assert.Single(Load($"prices:\n  - {price}\n").Problems).ToString(), StringComparison.Ordinal);

    private static Validated<PriceBook> Load(string yaml)
    {
        var path = Path.GetTempFileName();
        try
        {
            File.WriteAllText(path, yaml);
            return PricesFile.Load(path, "prices.yml");
        }
        finally
        {
            File.Delete(path);
        }
    }
}
