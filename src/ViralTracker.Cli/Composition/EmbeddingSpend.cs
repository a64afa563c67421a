using ViralTracker.Core.Spending;
using ViralTracker.Pipeline.Drafting;

namespace ViralTracker.Cli.Composition;

/// <summary>Counts what a run's requests for embeddings cost.</summary>
internal sealed class EmbeddingSpend : IDraftObserver
{
    public int Requests { get; private set; }

    /// <summary>Of those that were settled.</summary>
    public NanoUsd Cost { get; private set; }

    public void On(DraftEvent happened)
    {
        if (happened is not DraftEvent.Answered answered) return;
        Requests++;
        Cost += answered.Settlement.Cost ?? NanoUsd.Zero;
    }
}
