using ViralTracker.Core.Spending;

namespace ViralTracker.Core.Quotas;

/// <summary>
/// Quotas known for a tier; nothing is assumed where none is named. Gemini's free tier as observed, its spend limits for ten
/// minutes as published, both 2026.
/// </summary>
public static class QuotaPresets
{
    public static QuotaLimits For(string model, string? tier) => tier switch
    {
        "free" when model.Contains("flash-lite", StringComparison.Ordinal) =>
            new QuotaLimits { RequestsPerMinute = 15, TokensPerMinute = 250_000, RequestsPerDay = 500 },
        "free" => new QuotaLimits { RequestsPerMinute = 5, RequestsPerDay = 20 },
        "tier1" => Paid(10),
        "tier2" => Paid(50),
        "tier3" => Paid(200),
        _ => new QuotaLimits(),
    };

    private static QuotaLimits Paid(decimal usdPerTenMinutes) =>
        new() { SpendPerTenMinutes = NanoUsd.FromUsd(usdPerTenMinutes) };
}
