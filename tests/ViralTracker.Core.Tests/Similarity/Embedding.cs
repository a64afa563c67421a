using ViralTracker.Core.Similarity;
using ViralTracker.Testing;

namespace ViralTracker.Core.Tests.Similarity;

/// <summary>The product's embedder and background, read once from the checkout.</summary>
internal static class Embedding
{
    private static readonly string Folder = Path.Combine(Repository.Root, "src", "ViralTracker.Adapters", "Embeddings");

    public static byte[] Asset { get; } = File.ReadAllBytes(Path.Combine(Folder, "post-embed-192.twe"));

    public static PostEmbedder Embedder { get; } = new(Asset);

    public static EmbeddingBackground Background { get; } =
        new(File.ReadAllBytes(Path.Combine(Folder, "background-192.bin")), Embedder.Dimensions);

    public static (bool Known, float[] Vector) Embed(string text)
    {
        var vector = new float[Embedder.Dimensions];
        return (Embedder.TryEmbed(text, vector), vector);
    }
}
