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

/// <summary>Relevance by the embedded model: calibrated against a background of ordinary posts, 0..1.</summary>
public sealed class LocalRelevance : IRelevance
{
    public string Model => PostEmbedder.Model;

    public Task<IReadOnlyList<TopicRelevance>> OfAsync(IReadOnlyList<EmbeddedPost> posts, CancellationToken ct) =>
        Task.FromResult<IReadOnlyList<TopicRelevance>>([.. posts.Select(post => post.Topic)]);
}
