using System.Runtime.InteropServices;
using ViralTracker.Core.Posts;
using ViralTracker.Core.Similarity;
using ViralTracker.Pipeline.Ports;

namespace ViralTracker.Pipeline.Finding;

/// <summary>Local vectors of posts: from the store where the text was embedded before, else computed and kept.</summary>
public sealed class LocalVectors(PostEmbedder embedder, IEmbeddingStore store)
{
    public async Task<IReadOnlyList<EmbeddedPost>> OfAsync(IReadOnlyList<StoredPost> posts, CancellationToken ct)
    {
        var keys = PerPost.Select(posts, post => TextKey.Of(post.Post.Text), ct);
        var known = await store.GetAsync(PostEmbedder.Model, keys.ToHashSet(), ct).ConfigureAwait(false);
        var result = PerPost.Select(Enumerable.Range(0, keys.Length).ToArray(), i =>
        {
            var text = posts[i].Post.Text;
            return new EmbeddedPost(posts[i], keys[i], Prepare(text, known.TryGetValue(keys[i], out var vector) ? vector : Embed(text)));
        }, ct);
        var fresh = new Dictionary<TextKey, float[]>();
        foreach (var post in result)
            if (!known.ContainsKey(post.TextKey)) fresh[post.TextKey] = ImmutableCollectionsMarshal.AsArray(post.Prepared.Vector)!;
        if (fresh.Count > 0) await store.PutAsync(PostEmbedder.Model, fresh, ct).ConfigureAwait(false);
        return result;
    }

    private float[] Embed(string text)
    {
        var vector = new float[embedder.Dimensions];
        return embedder.TryEmbed(text, vector) ? vector : [];
    }

    private PreparedPost Prepare(string text, float[] vector)
    {
        var dense = vector.Length > 0 ? vector : new float[embedder.Dimensions];
        return new PreparedPost(text, ImmutableCollectionsMarshal.AsImmutableArray(dense), embedder.Lexical(text), NumberSet.Of(text));
    }
}
