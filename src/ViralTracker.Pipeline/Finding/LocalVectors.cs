using System.Runtime.InteropServices;
using ViralTracker.Core.Posts;
using ViralTracker.Core.Scoring;
using ViralTracker.Core.Similarity;
using ViralTracker.Pipeline.Ports;

namespace ViralTracker.Pipeline.Finding;

/// <summary>A post with what follows from its local vector and surface form; those are too large to keep for every post of a run.</summary>
/// <param name="Signature">Of <see cref="PostSignature"/>.</param>
/// <param name="Topic">Relevance by the local model.</param>
public sealed record EmbeddedPost(StoredPost Stored, TextKey TextKey, byte[] Signature, TopicRelevance Topic);

/// <summary>Local vectors of posts: from the store where the text was embedded before, else computed and kept there.</summary>
public sealed class LocalVectors(PostEmbedder embedder, TopicMatcher topics, IEmbeddingStore store)
{
    private const int Batch = 4096;

    public int Dimensions => embedder.Dimensions;

    /// <summary>One result a post, in order.</summary>
    public async Task<IReadOnlyList<EmbeddedPost>> OfAsync(IReadOnlyList<StoredPost> posts, CancellationToken ct)
    {
        var keys = PerPost.Select(posts, post => TextKey.Of(post.Post.Text), ct);
        var known = await store.GetAsync(PostEmbedder.Model, keys.ToHashSet(), ct).ConfigureAwait(false);
        var results = new EmbeddedPost[posts.Count];
        var saving = Task.CompletedTask;

        // In the order of the store's table: at random, every row saved would touch another page.
        foreach (var batch in Enumerable.Range(0, posts.Count).OrderBy(i => keys[i].High).Chunk(Batch))
        {
            var fresh = PerPost.Select(batch, i => Embed(i, known.GetValueOrDefault(keys[i])), ct).OfType<KeyValuePair<TextKey, float[]>>().ToList();
            await saving.ConfigureAwait(false);
            if (fresh.Count > 0) saving = Task.Run(() => store.PutAsync(PostEmbedder.Model, fresh, ct), ct);
        }

        await saving.ConfigureAwait(false);
        return results;

        // The vector to save, if it is new.
        KeyValuePair<TextKey, float[]>? Embed(int i, float[]? stored)
        {
            var text = posts[i].Post.Text;
            var vectors = stored switch
            {
                null => embedder.Read(text),
                { Length: 0 } => new([.. new float[embedder.Dimensions]], embedder.Lexical(text)),
                _ => new(ImmutableCollectionsMarshal.AsImmutableArray(stored), embedder.Lexical(text)),
            };
            results[i] = new EmbeddedPost(posts[i], keys[i], PostSignature.Encode(vectors), RelevanceOf(vectors));
            if (stored is not null) return null;
            var dense = ImmutableCollectionsMarshal.AsArray(vectors.Dense)!;
            return new(keys[i], dense.AsSpan().ContainsAnyExcept(0f) ? dense : []);
        }
    }

    /// <summary>The post's text for <see cref="DuplicateScore"/>.</summary>
    public PreparedPost Prepare(StoredPost post) => embedder.Prepare(post.Post.Text);

    private TopicRelevance RelevanceOf(PostVectors vectors)
    {
        var matches = topics.Match(vectors);
        return matches.Nearest is { } nearest ? new TopicRelevance(nearest.Topic, matches.Relevance, nearest.Match, matches.Margin) : TopicRelevance.Unknown;
    }
}
