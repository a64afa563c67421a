using Microsoft.Extensions.AI;
using ViralTracker.Core.Drafting;
using ViralTracker.Core.Quotas;
using ViralTracker.Core.Spending;

namespace ViralTracker.Pipeline.Drafting;

/// <summary>The model a run drafts with, and what is known of it.</summary>
public sealed record DraftModel
{
    public required IChatClient Client { get; init; }

    /// <summary>Provider, key and model: what quotas hold for.</summary>
    public required QuotaKey Key { get; init; }

    /// <summary>The environment variable that holds the key, or would; null where none is needed.</summary>
    public string? KeyVariable { get; init; }

    /// <summary>True for the drafter that needs no key and costs nothing.</summary>
    public bool Offline { get; init; }

    /// <summary>Tokens the model can give in one answer, thinking included.</summary>
    public long OutputLimit { get; init; } = 65_536;

    /// <summary>The least that requests may pin of the answer before a refusal is final.</summary>
    public SchemaRung LastRung { get; init; } = SchemaRung.Plain;

    /// <summary>Where the provider's quota day ends at midnight; null where it does not say.</summary>
    public TimeZoneInfo? QuotaZone { get; init; }

    public required IPricing Pricing { get; init; }
}

/// <summary>What calls cost.</summary>
public interface IPricing
{
    /// <summary>Upper bound for a call, at the dearest price an alias may stand for; null when the model has no known price.</summary>
    NanoUsd? WorstCase(string model, long inputTokens, long outputTokens, DateTimeOffset at) => Cost(model, new TokenUsage(inputTokens, 0, outputTokens, 0, 0), at);

    /// <summary>Cost by the model that answered; null when unpriced.</summary>
    NanoUsd? Cost(string modelVersion, TokenUsage usage, DateTimeOffset at);
}

public sealed record DraftOptions
{
    /// <summary>The most requests at once: a provider's client has as many connections, so that what is reserved does not queue for one.</summary>
    public const int MaxConcurrency = 1_000;

    /// <summary>Time that calls in flight get after the first interrupt.</summary>
    public static readonly TimeSpan Grace = TimeSpan.FromSeconds(20);

    /// <summary>Requests at once.</summary>
    public int Concurrency { get; init; } = 5;
    public QuotaLimits Quota { get; init; } = new();
    public BudgetLimits Budget { get; init; } = new();

    /// <summary>Posts a request; null chooses by quota, latency and how packs fared.</summary>
    public int? TweetsPerRequest { get; init; }
    public int MaxTweetsPerRequest { get; init; } = 20;

    /// <summary>Go on although what a call costs is not known.</summary>
    public bool AllowUnpriced { get; init; }
}
