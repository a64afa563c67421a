using ViralTracker.Core.Gating;
using ViralTracker.Core.Posts;
using ViralTracker.Core.Scoring;
using ViralTracker.Pipeline.Ports;

namespace ViralTracker.Pipeline.Finding;

/// <summary>What the store knows of posts beyond themselves: earlier counts, and what became of answers to their authors.</summary>
public static class PostHistories
{
    /// <summary>One history a post, in order; one question to the store for all of them.</summary>
    public static async Task<IReadOnlyList<PostHistory>> OfAsync(
        IPostStore store, AnsweredBefore answered, IReadOnlyList<StoredPost> posts, CancellationToken ct)
    {
        var earlier = await store.EarlierSnapshotsAsync([.. posts.Select(post => post.Id)], ct).ConfigureAwait(false);
        return
        [
            .. posts.Select(post => new PostHistory
            {
                SeenAt = post.SnapshotAt,
                Previous = earlier.TryGetValue(post.Id, out var snapshots) ? Velocity.Before(post.SnapshotAt, snapshots) : null,
                Author = answered.HistoryOf(post.Post),
            }),
        ];
    }
}
