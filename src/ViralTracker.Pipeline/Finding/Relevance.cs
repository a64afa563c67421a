using ViralTracker.Core.Posts;
using ViralTracker.Core.Scoring;
using ViralTracker.Core.Similarity;

namespace ViralTracker.Pipeline.Finding;

/// <summary>How near a post is to the project's topics.</summary>
public interface IRelevance
{
    /// <summary>Name of the embedding model, part of an assessment's configuration.</summary>
    string Model { get; }

    /// <summary>One result a post, in order.</summary>
    Task<IReadOnlyList<TopicRelevance>> OfAsync(IReadOnlyList<EmbeddedPost> posts, CancellationToken ct);
}

/// <summary>A post with its local vector and surface form.</summary>
public sealed record EmbeddedPost(StoredPost Stored, TextKey TextKey, PreparedPost Prepared);

/// <summary>Relevance by the embedded model: calibrated against a background of ordinary posts, 0..1.</summary>
public sealed class LocalRelevance(TopicMatcher topics) : IRelevance
{
    public string Model => PostEmbedder.Model;

    public Task<IReadOnlyList<TopicRelevance>> OfAsync(IReadOnlyList<EmbeddedPost> posts, CancellationToken ct) =>
        Task.FromResult<IReadOnlyList<TopicRelevance>>(PerPost.Select(posts, Of, ct));

    private TopicRelevance Of(EmbeddedPost post)
    {
        var matches = topics.Match(post.Prepared.Vector.AsSpan(), post.Prepared.Lexical);
        return matches.Nearest is { } nearest ? new TopicRelevance(nearest.Topic, matches.Relevance, nearest.Match, matches.Margin) : TopicRelevance.Unknown;
    }
}
