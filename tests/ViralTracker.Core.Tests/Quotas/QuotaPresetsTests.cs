using ViralTracker.Core.Projects;
using ViralTracker.Core.Quotas;
using ViralTracker.Core.Spending;
using Xunit;

namespace ViralTracker.Core.Tests.Quotas;

public sealed class QuotaPresetsTests
{
    [Theory]
    [InlineData("free", "gemini-3.5-flash-lite", 15, 250_000, 500, 0)]
    [InlineData("free", "gemini-3.5-flash", 5, 0, 20, 0)]
    [InlineData("free", "gemini-3.6-flash", 5, 0, 20, 0)]
    [InlineData("free", "gemini-3.8-flash", 5, 0, 20, 0)]
    [InlineData("tier1", "gemini-3.5-flash", 15, 0, 0, 10)]
    [InlineData("tier2", "gemini-3.5-flash", 15, 0, 0, 50)]
    [InlineData("tier3", "gemini-3.5-flash-lite", 15, 0, 0, 200)]
    [InlineData("tier1", "gemini-embedding-2", 15, 0, 0, 10)]
    public void Tier_sets_what_is_known_of_it(string tier, string model, int rpm, long tpm, int rpd, int usdPerTenMinutes) =>
        Assert.Equal(
            new QuotaLimits { RequestsPerMinute = rpm, TokensPerMinute = tpm, RequestsPerDay = rpd, SpendPerTenMinutes = NanoUsd.FromUsd(usdPerTenMinutes) },
            QuotaPresets.For(new QuotaKey("gemini", "k", model), tier));

    [Theory]
    [InlineData(null, "gemini", "gemini-3.5-flash")]
    [InlineData(null, "gemini", "gemini-3.5-flash-lite")]
    [InlineData("free", "gemini", "gemini-2.5-flash")]
    [InlineData("free", "gemini", "gemini-2.5-flash-lite")]
    [InlineData("free", "gemini", "gemini-3.1-flash-lite")]
    [InlineData("free", "gemini", "gemini-3.1-pro")]
    [InlineData("free", "gemini", "gemini-3.5-flash-image")]
    [InlineData("free", "gemini", "gemini-3.5-flash-lite-preview-09-2026")]
    [InlineData("free", "gemini", "gemini-flash-latest")]
    [InlineData("free", "gemini", "gemini-embedding-2")]
    [InlineData("free", "openai", "gpt-5-mini")]
    [InlineData("free", "openai", "gemini-3.5-flash-lite")]
    [InlineData("free", "openai", "local-7b")]
    [InlineData("tier1", "openai", "gpt-5-mini")]
    [InlineData("tier2", "openai", "gpt-5-mini")]
    [InlineData("tier3", "openai", "gpt-5-mini")]
    [InlineData("tier1", "offline", "templates")]
    public void Nothing_is_assumed_where_nothing_is_known(string? tier, string provider, string model) =>
        Assert.Equal(new QuotaLimits(), QuotaPresets.For(new QuotaKey(provider, "k", model), tier));

    [Fact]
    public void What_a_project_says_goes_before_its_tier()
    {
        var preset = QuotaPresets.For(new QuotaKey("gemini", "k", "gemini-3.5-flash-lite"), "tier1");

        Assert.Equal(preset, new QuotaConfig().Over(preset));
        Assert.Equal(
            new QuotaLimits { RequestsPerMinute = 60, TokensPerMinute = 1_000, RequestsPerDay = 7, RequestsPerDayFrom = LimitSource.Project, SpendPerTenMinutes = new NanoUsd(2_500_000_000), Margin = TimeSpan.FromSeconds(2.5) },
            new QuotaConfig { MaxRpm = 60, MaxTpm = 1_000, MaxRpd = 7, MaxSpend10Min = 2.5, MarginSeconds = 2.5 }.Over(preset));
        Assert.Equal(NanoUsd.Zero, new QuotaConfig { MaxSpend10Min = 0 }.Over(preset).SpendPerTenMinutes);
    }
}
