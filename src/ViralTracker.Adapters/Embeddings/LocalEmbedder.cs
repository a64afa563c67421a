using ViralTracker.Core.Similarity;

namespace ViralTracker.Adapters.Embeddings;

/// <summary>The local embedder from the assets built into this assembly. Opening one takes a few milliseconds.</summary>
public static class LocalEmbedder
{
    public static PostEmbedder Open() => new(new ResourceMemory(Resource("post-embed-192.twe")).Memory);

    /// <summary>Mean and covariance of ordinary English posts' vectors.</summary>
    public static EmbeddingBackground OpenBackground(PostEmbedder embedder)
    {
        ArgumentNullException.ThrowIfNull(embedder);
        return new(new ResourceMemory(Resource("background-192.bin")).GetSpan(), embedder.Dimensions);
    }

    private static UnmanagedMemoryStream Resource(string name) =>
        (UnmanagedMemoryStream)typeof(LocalEmbedder).Assembly.GetManifestResourceStream(name)!;
}
