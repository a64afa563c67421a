using ViralTracker.Adapters.Embeddings;
using ViralTracker.Core.Projects;
using ViralTracker.Core.Similarity;
using ViralTracker.Pipeline.Finding;
using ViralTracker.Pipeline.Ports;

namespace ViralTracker.Cli.Composition;

/// <summary>The embedded model, opened once: vectors of posts and their relevance to a project.</summary>
internal sealed class LocalScoring(ProjectConfig project, IStore store)
{
    private readonly Lazy<PostEmbedder> _embedder = new(LocalEmbedder.Open);

    public LocalVectors Vectors => new(_embedder.Value, store.Embeddings);

    public IRelevance Relevance =>
        new LocalRelevance(new TopicMatcher(_embedder.Value, LocalEmbedder.OpenBackground(_embedder.Value), project.Taxonomy));
}
