using ViralTracker.Core.Spending;

namespace ViralTracker.Pipeline.Drafting;

/// <summary>Prices from the book.</summary>
public sealed class BookPricing(PriceBook book) : IPricing
{
    public NanoUsd? Cost(string modelVersion, TokenUsage usage, DateTimeOffset at) => book.Find(modelVersion, at, usage)?.CostOf(usage).Total;
}

/// <summary>For a drafter that runs here and bills nobody.</summary>
public sealed class FreePricing : IPricing
{
    public NanoUsd? Cost(string modelVersion, TokenUsage usage, DateTimeOffset at) => NanoUsd.Zero;
}
