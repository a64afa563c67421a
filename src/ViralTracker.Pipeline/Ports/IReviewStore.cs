using ViralTracker.Core.Posts;
using ViralTracker.Core.Scoring;
using ViralTracker.Core.Spending;

namespace ViralTracker.Pipeline.Ports;

public enum DraftStatus
{
    Pending,
    Exported,
    Posted,
    Skipped,
}

public sealed record OfferedDraft(long DraftId, string Kind, string Text, int Rank, DraftStatus Status, NanoUsd? Cost, DateTimeOffset CreatedAt)
{
    /// <summary>What a person should look at before using it; null for nothing.</summary>
    public string? Mark { get; init; }
}

/// <summary>A draft as the store holds it.</summary>
/// <param name="Rule">The rule that rejected it; null where it was offered.</param>
/// <param name="Detail">What the rule found, or what a person should look at.</param>
/// <param name="Status">Null where it was rejected.</param>
public sealed record KeptDraft(long DraftId, int Version, string Kind, string Text, string? Rule, string? Detail, DraftStatus? Status, NanoUsd? Cost);

/// <summary>A post with its newest score and the offered drafts of its newest version, best first.</summary>
public sealed record Opportunity(StoredPost Stored, PostScore Score, IReadOnlyList<OfferedDraft> Drafts);

/// <param name="Since">Only posts dated at or after this moment.</param>
/// <param name="RunId">Only drafts of this run.</param>
/// <param name="Limit">The best so many posts; null for all.</param>
public sealed record OpportunityQuery(string ProjectId, ScoreLabel? Label, DraftStatus? Status, DateTimeOffset? Since, long? RunId, int? Limit = null);

/// <param name="Target">A post's native id, alone or as <c>x:123</c>, or URL, or a draft's id written <c>d17</c>.</param>
public sealed record MarkRequest(string? ProjectId, string Target, DraftStatus Status, string? FinalText, string Actor, DateTimeOffset At);

/// <summary>What a mark did. A closed set.</summary>
public abstract record MarkResult
{
    private MarkResult() { }

    public sealed record Marked(string ProjectId, PostKey Post, long DraftId, DraftStatus Status, int SiblingsClosed) : MarkResult;

    public sealed record NotFound(string Target) : MarkResult;

    /// <summary>The target names a post of several projects: one of <paramref name="Choices"/> must be named.</summary>
    public sealed record Ambiguous(string Target, IReadOnlyList<string> Choices) : MarkResult;
}

/// <summary>What people do with drafts: append-only events, and the status they see as a projection in the same transaction.</summary>
public interface IReviewStore
{
    Task<IReadOnlyList<Opportunity>> OpportunitiesAsync(OpportunityQuery query, CancellationToken ct);

    /// <summary>Every model draft of one post, rejected ones too: the newest version first, then by rank.</summary>
    Task<IReadOnlyList<KeptDraft>> DraftsOfAsync(string projectId, long postId, CancellationToken ct);

    /// <summary>
    /// What the project's account has answered: every post, whenever it was, and up to a moment the authors of those answered since
    /// <paramref name="cooldownSince"/>, whether authors answered in turn, and which drafts of the project made since then (by their run's <c>as of</c>)
    /// are pending or exported.
    /// </summary>
    Task<Core.Gating.AnsweredBefore> AnsweredAsync(string projectId, DateTimeOffset cooldownSince, DateTimeOffset until, CancellationToken ct);

    /// <summary>What was offered or posted as the project's account since a moment, in every version.</summary>
    Task<IReadOnlyList<Core.Quality.PastDraft>> SaidSinceAsync(string projectId, DateTimeOffset since, CancellationToken ct);

    /// <summary>Pending drafts become exported; other states stay. Safe to repeat. Returns how many changed.</summary>
    Task<int> MarkExportedAsync(string projectId, IReadOnlyList<long> draftIds, string actor, DateTimeOffset at, CancellationToken ct);

    /// <summary>
    /// Posted closes the draft's siblings, also those that wait in other projects of the account; a final text becomes a new row that points to the draft. Safe to repeat.
    /// A post as target means all its newest drafts; for posted, the one whose text was posted, else the best.
    /// </summary>
    Task<MarkResult> MarkAsync(MarkRequest request, CancellationToken ct);
}
