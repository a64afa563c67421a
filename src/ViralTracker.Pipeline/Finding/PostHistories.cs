using ViralTracker.Core.Gating;
using ViralTracker.Core.Posts;
using ViralTracker.Core.Scoring;
using ViralTracker.Pipeline.Ports;

namespace ViralTracker.Pipeline.Finding;

/// <summary>What the store knows of posts beyond themselves: earlier counts, and what became of answers to their authors.</summary>
public sealed class PostHistories
{
    private readonly AnsweredBefore _answered;
    private readonly IReadOnlyDictionary<long, IReadOnlyList<MetricsSnapshot>> _earlier;

    private PostHistories(AnsweredBefore answered, IReadOnlyDictionary<long, IReadOnlyList<MetricsSnapshot>> earlier) =>
        (_answered, _earlier) = (answered, earlier);

    /// <summary>One question to the store for all posts.</summary>
    public static async Task<PostHistories> ReadAsync(IPostStore store, AnsweredBefore answered, IReadOnlyCollection<long> postIds, CancellationToken ct) =>
        new(answered, await store.EarlierSnapshotsAsync(postIds, ct));

    /// <summary>Of a post that was asked for.</summary>
    public PostHistory Of(StoredPost post) => new()
    {
        SeenAt = post.SnapshotAt,
        Previous = _earlier.TryGetValue(post.Id, out var snapshots) ? Velocity.Before(post.SnapshotAt, snapshots) : null,
        Author = _answered.HistoryOf(post.Post),
    };
}
