using ViralTracker.Adapters.Embeddings;
using ViralTracker.Core.Similarity;
using ViralTracker.Testing;
using Xunit;

namespace ViralTracker.Adapters.Tests.Embeddings;

public class LocalEmbedderTests
{
    [Fact]
    public void Embedded_asset_embeds_as_the_file_does()
    {
        var file = new PostEmbedder(File.ReadAllBytes(Path.Combine(Repository.Root, "src/ViralTracker.Adapters/Embeddings/post-embed-192.twe")));
        var (expected, actual) = (new float[file.Dimensions], new float[file.Dimensions]);
        Assert.True(file.TryEmbed("An agent that reviews pull requests", expected));
        Assert.True(LocalEmbedder.Open().TryEmbed("An agent that reviews pull requests", actual));
        Assert.Equal(expected, actual);
    }

    [Fact]
    public void Background_has_the_embedders_dimensions()
    {
        var embedder = LocalEmbedder.Open();
        Assert.Equal(embedder.Dimensions, LocalEmbedder.OpenBackground(embedder).Dimensions);
    }

    [Fact]
    public void Notices_stand_beside_the_product()
    {
        var notices = Path.Combine(AppContext.BaseDirectory, "notices");
        Assert.Equal(
            new HashSet<string> { "LICENSE-USE-lite-Apache-2.0.txt", "NOTICE", "NOTICE-GloVe-PDDL.md" },
            new HashSet<string>(Directory.GetFiles(notices).Select(f => Path.GetFileName(f)!)));
    }
}
