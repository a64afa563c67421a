using ViralTracker.Pipeline.Ports;

namespace ViralTracker.Adapters.Tests.Storage;

/// <summary>One opened instance of a store, as the compliance suite sees it.</summary>
public sealed record StoreUnderTest(
    IPostStore Posts,
    IEmbeddingStore Embeddings,
    IAssessmentStore Assessments,
    IRunStore Runs,
    ILeaseStore Leases,
    ILedger Ledger,
    IReviewStore Reviews,
    IReportStore Reports,
    IModelNotes Notes,
    IAnswerCache Answers,
    IAsyncDisposable Owner);
