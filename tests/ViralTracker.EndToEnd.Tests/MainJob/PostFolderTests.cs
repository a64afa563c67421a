using System.IO.Compression;
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

    [Fact]
    public async Task Files_of_any_name_are_imported_and_what_holds_no_posts_is_named()
    {
        using var workspace = TempWorkspace.WithDemo();
        string At(string name) => workspace.PathOf("projects", "demo", "posts", name);
        MadeUpPosts.Write(At("plain"), 1, first: 10);
        MadeUpPosts.Write(At("lines.txt"), 2, first: 20);
        MadeUpPosts.Write(At("swap.jsonl~"), 4, first: 40);
        MadeUpPosts.Write(At(".hidden.jsonl"), 4, first: 50);
        File.WriteAllText(At("table.TSV"), "created_at\ttext\tauthor\n2025-11-01T10:00:00Z\tA kettle, a candle and a quarry.\tmira\n");
        File.WriteAllText(At("notes.md"), "# What lies here\nExports of October.\n");
        MadeUpPosts.Write(At("packed.jsonl"), 3, first: 30);
        using (var packed = new GZipStream(File.Create(At("packed.jsonl.gz")), CompressionLevel.Fastest))
            packed.Write(await File.ReadAllBytesAsync(At("packed.jsonl"), TestContext.Current.CancellationToken));
        File.Delete(At("packed.jsonl"));

        var result = (await workspace.RunAsync("twitter", "score", "-p", "demo")).ShouldExit(0);

        Assert.Equal(
            [("lines.txt", 2L), ("packed.jsonl.gz", 3L), ("plain", 1L), ("table.TSV", 1L)],
            new StoreFile(workspace.Database).Rows("SELECT query, count(*) FROM found_by WHERE query NOT LIKE 'apify-%' GROUP BY query ORDER BY query").Select(row => ((string)row[0]!, (long)row[1]!)));
        Assert.Contains("notes.md:1  neither JSON nor a table", result.Error, StringComparison.Ordinal);
        Assert.Matches(@"(?m)^Imported \d+ files: .* · 1 file not read to the end$", result.Out);
        Assert.DoesNotContain("swap", result.Error, StringComparison.Ordinal);
        Assert.DoesNotContain("hidden", result.Error, StringComparison.Ordinal);
    }
}
