using System.Collections.Immutable;
using System.Globalization;
using ViralTracker.Adapters.Projects.Keys;
using ViralTracker.Core.Projects;
using ViralTracker.Core.Spending;

namespace ViralTracker.Adapters.Projects;

/// <summary>The workspace's prices.yml: prices that go before the product's own, for the same model and day.</summary>
public static class PricesFile
{
    private sealed record Document(ImmutableArray<ModelPrice> Prices);

    private static readonly ScalarType<double> UsdPerMillion = Scalars.Number(0, 100_000);

    private static readonly Section<ModelPrice> PriceKeys = new Section<ModelPrice>(new ModelPrice { Model = "", Input = 0, Output = 0, Source = "" })
        .Key("model", Scalars.Model, "The provider's model id.", p => p.Model, (p, v) => p with { Model = v }, required: true)
        .Key("input", UsdPerMillion, "USD per million input tokens.", p => (double)p.Input, (p, v) => p with { Input = (decimal)v }, required: true)
        .Key("output", UsdPerMillion, "USD per million output tokens, thinking included.", p => (double)p.Output, (p, v) => p with { Output = (decimal)v }, required: true)
        .Key("cache_read", UsdPerMillion, "USD per million input tokens read from a cache; without it a tenth of input for gemini-…, all of it for others.",
            _ => null, (p, v) => p with { CacheRead = (decimal)v })
        .Key("from", Scalars.Instant, "First day of validity.", _ => null, (p, v) => p with { From = DateOnly.FromDateTime(v.UtcDateTime) })
        .Key("until", Scalars.Instant, "Last day of validity.", _ => null, (p, v) => p with { Until = DateOnly.FromDateTime(v.UtcDateTime) })
        .Key("source", Scalars.Text, "Where the price was read, and when.", p => p.Source, (p, v) => p with { Source = v }, required: true)
        .Rule((p, _) => !(p.Until < p.From) ? null : string.Create(CultureInfo.InvariantCulture, $"until {p.Until:yyyy-MM-dd} is before from {p.From:yyyy-MM-dd}"));

    private static readonly Section<Document> Root = new Section<Document>(new Document([]), "give 'prices'")
        .Key("prices", new ListType<ModelPrice>(PriceKeys, "prices (model, input, output, source)", minItems: 1), "Prices in USD per million tokens.",
            _ => null, (d, v) => d with { Prices = v }, required: true);

    private static readonly WrittenFile Prices = new(1 << 20, "is larger than 1 MB; a file of prices is a few KB");

    /// <summary>The product's prices with the file's after them, so that the file's win.</summary>
    /// <param name="shownAs">The path as messages name it.</param>
    public static Validated<PriceBook> Load(string path, string shownAs)
    {
        var read = Prices.Load(path, shownAs, yaml => Root.ReadDocument(yaml, shownAs));
        return read.Value is { } document ? new(new PriceBook([.. PriceBook.ReleasedPrices, .. document.Prices])) : new(read.Problems);
    }
}
