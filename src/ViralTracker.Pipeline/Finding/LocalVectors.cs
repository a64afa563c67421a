using System.Runtime.InteropServices;
using ViralTracker.Core.Posts;
using ViralTracker.Core.Scoring;
using ViralTracker.Core.Similarity;
using ViralTracker.Core.Texts;
using ViralTracker.Pipeline.Ports;

namespace ViralTracker.Pipeline.Finding;

/// <summary>A post and its relevance by the local model.</summary>
/// <param name="Own">What it is about: <see cref="OwnWords.OrAll"/> of its text.</param>
public sealed record EmbeddedPost(StoredPost Stored, string Own, TopicRelevance Topic);

/// <summary>Posts with what follows from their vectors and surface forms, which are too large to keep for all of them.</summary>
/// <param name="Index">Rows in the order of the posts.</param>
public sealed record EmbeddedPosts(IReadOnlyList<EmbeddedPost> Posts, DuplicateIndex Index);

/// <summary>Local vectors of posts: from the store where the text was embedded before, else computed and kept there.</summary>
public sealed class LocalVectors(PostEmbedder embedder, TopicMatcher topics, IEmbeddingStore store)
{
    // Few enough that their vectors are saved before the collector copies them.
    private const int Batch = 1024;

    /// <summary>In the order of the posts.</summary>
    public async Task<EmbeddedPosts> OfAsync(IReadOnlyList<StoredPost> posts, CancellationToken ct)
    {
        var keys = PerPost.Select(posts, post => TextKey.Of(post.Post.Text), ct);
        var known = await store.GetAsync(PostEmbedder.Model, keys.ToHashSet(), ct);
        var embedded = new EmbeddedPost[posts.Count];
        var index = Index(posts.Count);
        var saving = Task.CompletedTask;

        // In the order of the store's table: at random, every row saved would touch another page.
        foreach (var batch in Enumerable.Range(0, posts.Count).OrderBy(i => keys[i].High).Chunk(Batch))
        {
            var results = PerPost.Select(batch, Embed, ct);
            await saving;
            saving = Task.Run(() => KeepAsync(results), ct);
        }

        await saving;
        return new(embedded, index);

        Result Embed(int i)
        {
            var text = posts[i].Post.Text;
            var stored = known.GetValueOrDefault(keys[i]);
            var vectors = stored switch
            {
                null => embedder.Read(text),
                { Length: 0 } => new([.. new float[embedder.Dimensions]], embedder.Lexical(text)),
                _ => new(ImmutableCollectionsMarshal.AsImmutableArray(stored), embedder.Lexical(text)),
            };
            // Copies are found by the whole text, topics by the author's words.
            var own = OwnWords.OrAll(text);
            embedded[i] = new EmbeddedPost(posts[i], own, RelevanceOf(own, ReferenceEquals(own, text) ? vectors : embedder.Read(own), posts[i].Post.Language));
            var dense = ImmutableCollectionsMarshal.AsArray(vectors.Dense)!;
            return new(i, PostSignature.Encode(vectors), stored is not null ? null : dense.AsSpan().ContainsAnyExcept(0f) ? dense : []);
        }

        async Task KeepAsync(Result[] results)
        {
            foreach (var result in results) index.Set(result.Row, result.Signature);
            var fresh = results.Where(result => result.Fresh is not null).Select(result => KeyValuePair.Create(keys[result.Row], result.Fresh!)).ToList();
            if (fresh.Count > 0) await store.PutAsync(PostEmbedder.Model, fresh, ct);
        }
    }

    /// <summary>The text for <see cref="DuplicateScore"/>.</summary>
    public PreparedPost Prepare(string text) => embedder.Prepare(text);

    /// <summary>A <see cref="PostSignature"/> of the form <see cref="PostEmbedder.SignatureForm"/>.</summary>
    public byte[] Sign(string text) => PostSignature.Encode(embedder.Read(text));

    public DuplicateIndex Index(int rows) => new(rows, embedder.Dimensions);

    private TopicRelevance RelevanceOf(string own, PostVectors vectors, string? marked)
    {
        var matches = topics.Match(own, vectors, marked);
        return matches is { Nearest: { } nearest, MostRelevant: { } relevant }
            ? new TopicRelevance(nearest.Topic, matches.Relevance, nearest.Match, matches.Margin) { RelevantTo = relevant.Topic, OfTopic = nearest.Relevance }
            : TopicRelevance.Unknown;
    }

    /// <param name="Fresh">The vector, if the store does not have it.</param>
    private sealed record Result(int Row, byte[] Signature, float[]? Fresh);
}
