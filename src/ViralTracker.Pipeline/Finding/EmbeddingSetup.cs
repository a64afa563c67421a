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
public sealed record EmbeddingSetup(EmbeddingModel Model, IEmbeddingStore Store, IDraftObserver Observer, CallSetup Calls);
