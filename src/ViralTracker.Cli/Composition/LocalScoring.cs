using ViralTracker.Adapters.Embeddings;
using ViralTracker.Core.Drafting;
using ViralTracker.Core.Projects;
using ViralTracker.Core.Similarity;
using ViralTracker.Pipeline.Finding;
using ViralTracker.Pipeline.Ports;

namespace ViralTracker.Cli.Composition;

/// <summary>The embedded model, opened once: vectors of posts and their relevance to a project.</summary>
internal sealed class LocalScoring
{
    private readonly Lazy<PostEmbedder> _embedder = new(LocalEmbedder.Open);
    private readonly Lazy<LocalVectors> _vectors;
    private readonly Lazy<NearestReplies?> _replies;

    public LocalScoring(ProjectConfig project, IStore store)
    {
        _vectors = new(() => new(_embedder.Value, new TopicMatcher(_embedder.Value, LocalEmbedder.OpenBackground(_embedder.Value), project.Taxonomy, project.Languages), store.Embeddings));
        _replies = new(() => project.Voice.Replies.IsEmpty ? null : new NearestReplies(_embedder.Value, project.Voice.Replies));
    }

    /// <summary>Chooses among the project's own replies; null where it has none.</summary>
    public NearestReplies? Replies => _replies.Value;

    public PostEmbedder Embedder => _embedder.Value;

    public LocalVectors Vectors => _vectors.Value;
}
