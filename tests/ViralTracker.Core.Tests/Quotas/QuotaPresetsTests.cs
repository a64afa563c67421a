using ViralTracker.Core.Projects;
using ViralTracker.Core.Quotas;
using ViralTracker.Core.Spending;
using Xunit;

namespace ViralTracker.Core.Tests.Quotas;

public sealed class QuotaPresetsTests
{
    [Theory]
    [InlineData(null, "gemini-3.5-flash", 15, 0, 0, 0)]
    [InlineData("free", "gemini-3.5-flash-lite", 15, 250_000, 500, 0)]
    [InlineData("free", "gemini-3.5-flash", 5, 0, 20, 0)]
    [InlineData("tier1", "gemini-3.5-flash", 15, 0, 0, 10)]
    [InlineData("tier2", "gemini-3.5-flash", 15, 0, 0, 50)]
    [InlineData("tier3", "gemini-3.5-flash-lite", 15, 0, 0, 200)]
    public void Tier_sets_what_is_known_of_it_and_nothing_is_assumed_without_one(string? tier, string model, int rpm, long tpm, int rpd, int usdPerTenMinutes) =>
        Assert.Equal(
            new QuotaLimits { RequestsPerMinute = rpm, TokensPerMinute = tpm, RequestsPerDay = rpd, SpendPerTenMinutes = NanoUsd.FromUsd(usdPerTenMinutes) },
            QuotaPresets.For(model, tier));

    [Fact]
    public void What_a_project_says_goes_before_its_tier()
    {
        var preset = QuotaPresets.For("gemini-3.5-flash-lite", "tier1");

        Assert.Equal(preset, new QuotaConfig().Over(preset));
        Assert.Equal(
            new QuotaLimits { RequestsPerMinute = 60, TokensPerMinute = 1_000, RequestsPerDay = 7, SpendPerTenMinutes = new NanoUsd(2_500_000_000) },
            new QuotaConfig { MaxRpm = 60, MaxTpm = 1_000, MaxRpd = 7, MaxSpend10Min = 2.5 }.Over(preset));
        Assert.Equal(NanoUsd.Zero, new QuotaConfig { MaxSpend10Min = 0 }.Over(preset).SpendPerTenMinutes);
    }
}
