namespace ViralTracker.Pipeline.Ports;

/// <summary>Everything that is kept, behind one handle. Safe for many threads; other processes may use the same store.</summary>
public interface IStore : IAsyncDisposable
{
    IPostStore Posts { get; }
    IEmbeddingStore Embeddings { get; }
    IAssessmentStore Assessments { get; }
    IRunStore Runs { get; }
    ILeaseStore Leases { get; }
    ILedger Ledger { get; }
    IReviewStore Reviews { get; }
    IReportStore Reports { get; }
    IModelNotes Notes { get; }
    IAnswerCache Answers { get; }
}
