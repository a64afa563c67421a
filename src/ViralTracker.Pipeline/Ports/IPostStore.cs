using ViralTracker.Core.Posts;
using ViralTracker.Core.Scoring;

namespace ViralTracker.Pipeline.Ports;

/// <summary>Which stored posts a run may consider. Filters apply before any limit; an unknown count fails a filter above 0.</summary>
/// <param name="Since">Inclusive.</param>
/// <param name="Until">Inclusive; posts dated later do not exist for this run.</param>
/// <param name="IncludeHandled">Also posts that already have drafts, or were settled for good without one.</param>
public sealed record CandidateQuery(
    string ProjectId,
    DateTimeOffset Since,
    DateTimeOffset Until,
    long MinFollowers,
    long MinLikes,
    long MinViews,
    bool IncludeHandled);

/// <param name="InWindow">Posts of the project between the two moments.</param>
/// <param name="PassFilters">Those that also pass the count filters, handled ones included.</param>
/// <param name="Candidates">Those of <paramref name="PassFilters"/> not handled before.</param>
/// <param name="Older">Posts of the project before the first moment.</param>
/// <param name="Later">Posts of the project after the last moment.</param>
public readonly record struct CandidateCounts(int InWindow, int PassFilters, int Candidates, int Older, int Later);

/// <summary>Posts of a project that no run has looked at, each counted once, by the first thing that keeps it from a query.</summary>
/// <param name="Older">Posts before the first moment.</param>
/// <param name="Later">Posts after the last moment.</param>
/// <param name="FewFollowers">Posts below the minimum of followers, and likewise of likes and views.</param>
/// <param name="Left">Posts that the query finds: beyond a run's bound, or stored since.</param>
public readonly record struct UnseenCounts(int Older, int Later, int FewFollowers, int FewLikes, int FewViews, int Left)
{
    public int All => Older + Later + FewFollowers + FewLikes + FewViews + Left;
}

/// <param name="Added">New to every project.</param>
/// <param name="Updated">Known to the project, with new counts.</param>
public readonly record struct UpsertCounts(int Added, int Updated, int Unchanged)
{
    /// <summary>New to this project, known from another one.</summary>
    public int Joined { get; init; }

    /// <summary>Those of <see cref="Unchanged"/> that came before from the same source at the same moment.</summary>
    public int Repeated { get; init; }

    public static UpsertCounts operator +(UpsertCounts a, UpsertCounts b) =>
        new(a.Added + b.Added, a.Updated + b.Updated, a.Unchanged + b.Unchanged) { Joined = a.Joined + b.Joined, Repeated = a.Repeated + b.Repeated };
}

public interface IPostStore
{
    /// <summary>
    /// Adds posts to a project in one transaction. A known post gets the new metrics, and a row of metric history if they changed.
    /// Unchanged ones are noted as seen again. Safe to repeat.
    /// </summary>
    /// <param name="foundBy">The file or search that found them.</param>
    Task<UpsertCounts> UpsertAsync(string projectId, IReadOnlyList<Post> posts, string foundBy, DateTimeOffset seenAt, CancellationToken ct);

    /// <summary>As <see cref="UpsertAsync"/>, for content that was imported before: what was seen of a post since then stays, and only what is missing is added.</summary>
    Task<UpsertCounts> UpsertAgainAsync(string projectId, IReadOnlyList<Post> posts, string foundBy, DateTimeOffset seenAt, CancellationToken ct);

    /// <summary>Candidates, newest first, without their raw rows.</summary>
    IAsyncEnumerable<StoredPost> SelectAsync(CandidateQuery query, CancellationToken ct);

    Task<CandidateCounts> CountAsync(CandidateQuery query, CancellationToken ct);

    /// <summary>Posts without any assessment, score or skip.</summary>
    Task<UnseenCounts> CountUnseenAsync(CandidateQuery query, CancellationToken ct);

    Task<IReadOnlyList<StoredPost>> GetAsync(IReadOnlyCollection<long> postIds, CancellationToken ct);

    /// <summary>Finds a post of a project by native id, alone or as <c>x:123</c>, or by URL; its raw row is read too.</summary>
    Task<StoredPost?> FindAsync(string projectId, string idOrUrl, CancellationToken ct);

    /// <summary>Counts of posts as they were seen before their present ones; posts seen once are absent. One question however many posts.</summary>
    Task<IReadOnlyDictionary<long, IReadOnlyList<MetricsSnapshot>>> EarlierSnapshotsAsync(IReadOnlyCollection<long> postIds, CancellationToken ct);

    /// <summary>Texts of stored replies to each post, the most liked first.</summary>
    /// <param name="most">Of one post.</param>
    Task<ILookup<long, string>> RepliesAsync(IReadOnlyCollection<long> postIds, int most, CancellationToken ct);

    /// <summary>Posts of the project that have drafts and are dated at or before a moment, for the search for repeats.</summary>
    /// <param name="form">Of the signatures that count as known.</param>
    IAsyncEnumerable<HandledPost> HandledAsync(string projectId, DateTimeOffset before, string form, CancellationToken ct);

    /// <summary>Keeps signatures of one form for later runs, except of posts whose text is no longer the one signed.</summary>
    Task SignAsync(string form, IReadOnlyCollection<HandledPost> posts, CancellationToken ct);

    /// <summary>Whether this content was already imported into the project; see <see cref="RememberImportAsync"/>.</summary>
    Task<bool> WasImportedAsync(string projectId, string contentHash, CancellationToken ct);

    /// <summary>When this content was first imported, into whichever project; null: never.</summary>
    Task<DateTimeOffset?> ImportedAtAsync(string contentHash, CancellationToken ct);

    Task RememberImportAsync(string projectId, string path, string contentHash, DateTimeOffset at, CancellationToken ct);
}

/// <param name="Signature">A <see cref="Core.Similarity.PostSignature"/>; null where none of the form is kept.</param>
public sealed record HandledPost(long PostId, string Text, byte[]? Signature = null);
