using ViralTracker.EndToEnd.Tests.Harness;
using ViralTracker.Testing;
using Xunit;

namespace ViralTracker.EndToEnd.Tests.MainJob;

/// <summary>What lies in a project's folder <c>posts/</c>.</summary>
public sealed class PostFolderTests
{
    [Fact]
    public async Task Files_that_cannot_be_read_are_told_and_the_others_imported()
    {
        using var workspace = TempWorkspace.WithDemo();
        string At(string name) => workspace.PathOf("projects", "demo", "posts", name);
        File.CreateSymbolicLink(At("0-gone.jsonl"), At("nowhere"));
        File.WriteAllBytes(At("1-cut-off.jsonl"), [0x1f, 0x8b, 8, 0, 0, 0, 0, 0, 0, 3, 0xab]);
        MadeUpPosts.Write(At("2-whole.jsonl"), 3);

        var result = (await workspace.RunAsync("twitter", "score", "-p", "demo")).ShouldExit(0);

        Assert.Contains("0-gone.jsonl", result.Error, StringComparison.Ordinal);
        Assert.Contains("1-cut-off.jsonl", result.Error, StringComparison.Ordinal);
        Assert.Equal(3, new StoreFile(workspace.Database).Number("SELECT count(*) FROM posts WHERE post_id IN (SELECT post_id FROM found_by WHERE query = '2-whole.jsonl')"));
    }
}
