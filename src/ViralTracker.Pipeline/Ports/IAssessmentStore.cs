using ViralTracker.Core.Gating;
using ViralTracker.Core.Posts;
using ViralTracker.Core.Scoring;

namespace ViralTracker.Pipeline.Ports;

public sealed record ScoredPost(StoredPost Stored, PostScore Score, long AssessmentId);

/// <param name="RepeatsNativeId">For a repeat: the native id of the post it repeats.</param>
public sealed record SkippedPost(StoredPost Stored, Skip Skip, string? RepeatsNativeId, DateTimeOffset At);

public interface IAssessmentStore
{
    /// <summary>Appends in one transaction; returns the new ids in order.</summary>
    Task<IReadOnlyList<long>> AppendAsync(IReadOnlyList<Assessment> assessments, CancellationToken ct);

    /// <summary>Candidates whose newest assessment is a score, best first, whatever drafting made of it. The score's raw inputs are included.</summary>
    Task<IReadOnlyList<ScoredPost>> SavedScoresAsync(CandidateQuery query, CancellationToken ct);

    /// <summary>
    /// Posts whose newest assessment is a skip, the newest post first, and those that drafting left without a draft, until it makes one or says something else:
    /// only looking at a post again, as scoring and forecasts do, takes no reason away.
    /// </summary>
    Task<IReadOnlyList<SkippedPost>> SkippedAsync(string projectId, SkipReason? reason, DateTimeOffset? since, int limit, CancellationToken ct);

    /// <summary>How many posts <see cref="SkippedAsync"/> would give without a limit, by reason.</summary>
    Task<IReadOnlyDictionary<SkipReason, int>> SkipCountsAsync(string projectId, SkipReason? reason, DateTimeOffset? since, CancellationToken ct);

    /// <summary>All assessments of one post, newest first, each as of its run's moment.</summary>
    Task<IReadOnlyList<Assessment>> HistoryAsync(string projectId, long postId, CancellationToken ct);
}
