using System.Text.RegularExpressions;
using ViralTracker.Core.Spending;

namespace ViralTracker.Core.Quotas;

/// <summary>
/// Quotas known for a tier; nothing is assumed where none is named, or of a model or provider of which nothing is known. Gemini's
/// free tier as observed by model, its spend limits for ten minutes as published for every model of a key, both 2026.
/// </summary>
public static partial class QuotaPresets
{
    private const string Gemini = "gemini";

    public static QuotaLimits For(QuotaKey key, string? tier) => (key.Provider, tier) switch
    {
        (Gemini, "free") when key.Model == "gemini-3.5-flash-lite" =>
            new QuotaLimits { RequestsPerMinute = 15, TokensPerMinute = 250_000, RequestsPerDay = 500 },
        (Gemini, "free") when Flash3.IsMatch(key.Model) => new QuotaLimits { RequestsPerMinute = 5, RequestsPerDay = 20 },
        (Gemini, "tier1") => Paid(10),
        (Gemini, "tier2") => Paid(50),
        (Gemini, "tier3") => Paid(200),
        _ => new QuotaLimits(),
    };

    private static QuotaLimits Paid(decimal usdPerTenMinutes) =>
        new() { SpendPerTenMinutes = NanoUsd.FromUsd(usdPerTenMinutes) };

    [GeneratedRegex(@"^gemini-3\.[0-9]+-flash\z", RegexOptions.CultureInvariant)]
    private static partial Regex Flash3 { get; }
}
