using ViralTracker.Core.Projects;
using ViralTracker.Core.Quotas;
using ViralTracker.Core.Spending;

namespace ViralTracker.Cli.Composition;

/// <summary>Quota and budget of a run: what the command says goes before what the project says, and that before the tier.</summary>
internal sealed record ProjectLimits(QuotaLimits Quota, BudgetLimits Budget)
{
    public static ProjectLimits Of(ProjectConfig project, QuotaKey key, int? maxRpm = null, long? maxTpm = null, int? maxRpd = null, decimal? maxCost = null)
    {
        var quota = project.Quota.Over(QuotaPresets.For(key, project.Generation.Tier));
        var budget = project.Budget;
        return new(
            quota with
            {
                RequestsPerMinute = maxRpm ?? quota.RequestsPerMinute,
                TokensPerMinute = maxTpm ?? quota.TokensPerMinute,
                RequestsPerDay = maxRpd ?? quota.RequestsPerDay,
                RequestsPerDayFrom = maxRpd is null ? quota.RequestsPerDayFrom : LimitSource.Command,
            },
            new(Least(maxCost is { } usd ? NanoUsd.FromUsd(usd) : null, NanoUsd.Of(budget.Run)), NanoUsd.Of(budget.Day), NanoUsd.Of(budget.Month)));
    }

    private static NanoUsd? Least(NanoUsd? a, NanoUsd? b) => a is { } one && b is { } other ? (one < other ? one : other) : a ?? b;
}
