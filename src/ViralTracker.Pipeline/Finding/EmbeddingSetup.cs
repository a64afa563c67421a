using Microsoft.Extensions.AI;
using ViralTracker.Core.Quotas;
using ViralTracker.Pipeline.Drafting;
using ViralTracker.Pipeline.Ports;
using ViralTracker.Pipeline.Runs;

namespace ViralTracker.Pipeline.Finding;

/// <summary>An embedding model of a provider, and what its calls may take.</summary>
public sealed record EmbeddingModel(
    IEmbeddingGenerator<string, Embedding<float>> Generator, QuotaKey Key, IPricing Pricing, QuotaLimits Limits, BudgetLimits Budget, int TextsPerRequest);

/// <summary>What a run hands to its calls for embeddings.</summary>
public sealed record EmbeddingSetup
{
    public required EmbeddingModel Model { get; init; }
    public required string ProjectId { get; init; }
    public required long RunId { get; init; }
    public required IEmbeddingStore Store { get; init; }
    public required ILedger Ledger { get; init; }
    public required IModelNotes Notes { get; init; }
    public required IDraftObserver Observer { get; init; }

    /// <summary>The run's, which sees its drafts too.</summary>
    public required BudgetWatch Budgets { get; init; }
    public required RunClock Clock { get; init; }
    public required Random Random { get; init; }

    /// <summary>Host, process id and process start.</summary>
    public required string Owner { get; init; }

    /// <summary>Whether the process of that name has ended.</summary>
    public required Func<string, bool> OwnerIsGone { get; init; }
    public required TimeZoneInfo BudgetZone { get; init; }
}
