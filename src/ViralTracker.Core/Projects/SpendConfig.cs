using System.Collections.Immutable;
using ViralTracker.Core.Quotas;
using ViralTracker.Core.Spending;

namespace ViralTracker.Core.Projects;

/// <summary>Money a project may spend, in USD; null is no bound. Days and months are cut in the workspace's time zone.</summary>
public sealed record BudgetConfig
{
    public double? Run { get; init; }
    public double? Day { get; init; }
    public double? Month { get; init; }

    /// <summary>Shares of each budget at which an alert is given, ascending.</summary>
    public ImmutableArray<double> AlertAt { get; init; } = [0.5, 0.8, 1.0];

    /// <summary>Alerts are also posted here as JSON.</summary>
    public string? Webhook { get; init; }
}

/// <summary>Limits of the provider's key and model; 0 is none, null leaves it to the tier or the default.</summary>
public sealed record QuotaConfig
{
    public int? MaxRpm { get; init; }
    public int? MaxTpm { get; init; }
    public int? MaxRpd { get; init; }

    /// <summary>USD in any ten minutes.</summary>
    public double? MaxSpend10Min { get; init; }

    /// <inheritdoc cref="QuotaLimits.Margin"/>
    public double MarginSeconds { get; init; } = new QuotaLimits().Margin.TotalSeconds;

    /// <summary>The limits, with <paramref name="preset"/> where this says nothing.</summary>
    public QuotaLimits Over(QuotaLimits preset) => preset with
    {
        RequestsPerMinute = MaxRpm ?? preset.RequestsPerMinute,
        TokensPerMinute = MaxTpm ?? preset.TokensPerMinute,
        RequestsPerDay = MaxRpd ?? preset.RequestsPerDay,
        RequestsPerDayFrom = MaxRpd is null ? preset.RequestsPerDayFrom : LimitSource.Project,
        SpendPerTenMinutes = NanoUsd.Of(MaxSpend10Min) ?? preset.SpendPerTenMinutes,
        Margin = TimeSpan.FromSeconds(MarginSeconds),
    };
}
