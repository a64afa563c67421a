using ViralTracker.Core.Scoring;
using ViralTracker.Core.Spending;

namespace ViralTracker.Pipeline.Ports;

public enum CostGrouping
{
    Project,
    Day,
    Model,
    Topic,
    Run,
    Tweet,
}

/// <param name="Zone">Days are cut in this zone.</param>
public sealed record CostQuery(CostGrouping By, string? ProjectId, DateTimeOffset? Since, DateTimeOffset? Until, TimeZoneInfo Zone, string? Provider = null);

/// <summary>A line of the cost report. Costs are settled ones; <see cref="Open"/> is reserved and not (or never, or without a known price) answered.</summary>
public sealed record CostRow
{
    public required string Group { get; init; }
    public required int Calls { get; init; }

    /// <summary>Calls that ended in anything but a usable answer.</summary>
    public required int FailedCalls { get; init; }
    public required int UnpricedCalls { get; init; }
    public required TokenUsage Tokens { get; init; }
    public required NanoUsd Cost { get; init; }

    /// <summary><see cref="Cost"/>; null where no call has a known price.</summary>
    public NanoUsd? KnownCost => Cost.UnlessOnlyUnpriced(UnpricedCalls);
    public required NanoUsd Open { get; init; }
    public required int Posts { get; init; }
    public required int Drafts { get; init; }
}

/// <summary>Drafts of each post's newest version; posted ones of any.</summary>
public sealed record DraftCounts(int Pending, int Exported, int Posted, int Skipped);

/// <summary>Calls whose cost is not known, or not yet: what they may have cost is their reservation.</summary>
/// <param name="Unpriced">Calls without a known price: to a model that has none, or answered by a version that has none.</param>
/// <param name="UnpricedToday">Those of them that were sent today.</param>
public sealed record OpenCalls(int Reserved, NanoUsd ReservedCost, int Unknown, NanoUsd UnknownCost, int Unpriced, int UnpricedToday);

public sealed record SpendStatus(NanoUsd Day, NanoUsd Month, OpenCalls Open)
{
    /// <summary>Null where no call of the day, or of the month, has a known price.</summary>
    public NanoUsd? KnownDay => Day.UnlessOnlyUnpriced(Open.UnpricedToday);
    public NanoUsd? KnownMonth => Month.UnlessOnlyUnpriced(Open.Unpriced);

    public static readonly SpendStatus None = new(NanoUsd.Zero, NanoUsd.Zero, new OpenCalls(0, NanoUsd.Zero, 0, NanoUsd.Zero, 0, 0));
}

/// <summary>A post's newest score, and how far the post got.</summary>
public sealed record JudgedScore(PostScore Score, PostFate Fate);

/// <param name="Scorer">Only scores of this scorer and version: others are on another scale.</param>
/// <param name="Since">Scored as of this moment or later; inclusive, as <paramref name="Until"/> is.</param>
public sealed record JudgedQuery(string ProjectId, string Scorer, DateTimeOffset Since, DateTimeOffset Until);

public interface IReportStore
{
    Task<IReadOnlyList<CostRow>> CostsAsync(CostQuery query, CancellationToken ct);

    /// <summary>Providers that calls may have to be paid to, by name.</summary>
    Task<IReadOnlyList<string>> PaidProvidersAsync(CancellationToken ct);

    /// <summary>Counts of offered drafts of newest versions by project.</summary>
    Task<IReadOnlyDictionary<string, DraftCounts>> DraftCountsAsync(CancellationToken ct);

    /// <summary>Settled spend of all projects since the beginning of a day and of its month, and the month's calls whose cost is open.</summary>
    Task<SpendStatus> SpendStatusAsync(DateTimeOffset day, DateTimeOffset month, CancellationToken ct);

    /// <summary>Newest scores of a project's posts with what people did with their drafts.</summary>
    Task<IReadOnlyList<JudgedScore>> JudgedScoresAsync(JudgedQuery query, CancellationToken ct);

    /// <summary>Posts that the query leaves out because another scorer, or another version, scored them last: how many by which, by its name.</summary>
    Task<IReadOnlyDictionary<string, int>> OtherScorersAsync(JudgedQuery query, CancellationToken ct);
}
