using ViralTracker.Core.Similarity;
using ViralTracker.Pipeline.Ports;

namespace ViralTracker.Pipeline.Finding;

/// <summary>Posts the project has drafted for, ready for the search for repeats.</summary>
/// <param name="Index">Rows in the order of the posts.</param>
internal sealed record HandledHistory(IReadOnlyList<(long Id, string Text)> Posts, DuplicateIndex Index)
{
    /// <summary>Texts are read where no run before has left their signatures; then these are kept.</summary>
    /// <param name="without">Posts of the present run.</param>
    public static async Task<HandledHistory> ReadAsync(
        IPostStore store, LocalVectors vectors, string projectId, DateTimeOffset before, IReadOnlySet<long> without, CancellationToken ct)
    {
        var posts = new List<HandledPost>();
        await foreach (var post in store.HandledAsync(projectId, before, PostEmbedder.SignatureForm, ct))
            if (!without.Contains(post.PostId)) posts.Add(post);

        var fresh = PerPost.Select([.. posts.Where(post => post.Signature is null)], post => post with { Signature = vectors.Sign(post.Text) }, ct);
        if (fresh.Length > 0) await store.SignAsync(PostEmbedder.SignatureForm, fresh, ct);

        var index = vectors.Index(posts.Count);
        var next = 0;
        for (var row = 0; row < posts.Count; row++) index.Set(row, (posts[row].Signature ?? fresh[next++].Signature)!);
        return new([.. posts.Select(post => (post.PostId, post.Text))], index);
    }
}
