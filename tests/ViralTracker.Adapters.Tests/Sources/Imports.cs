using System.Text;
using ViralTracker.Adapters.Sources;
using ViralTracker.Core.Posts;
using ViralTracker.Pipeline.Importing;
using ViralTracker.Testing;
using Xunit;

namespace ViralTracker.Adapters.Tests.Sources;

/// <summary>Reads text, bytes and shared files through the one reader.</summary>
internal static class Imports
{
    public static Task<List<ImportItem>> Text(string content, ImportFormat format = ImportFormat.Auto) =>
        Bytes(Encoding.UTF8.GetBytes(content), format);

    public static Task<List<ImportItem>> Bytes(byte[] content, ImportFormat format = ImportFormat.Auto) =>
        Stream(new MemoryStream(content), format);

    public static async Task<List<ImportItem>> Shared(string path, ImportFormat format = ImportFormat.Auto)
    {
        await using var file = File.OpenRead(SharedData.Require(path));
        return await Stream(file, format);
    }

    public static async Task<List<ImportItem>> Stream(Stream stream, ImportFormat format) =>
        await new PostFileReader().Read(stream, "posts", format, TestContext.Current.CancellationToken)
            .ToListAsync(TestContext.Current.CancellationToken);

    public static List<Post> Posts(this IEnumerable<ImportItem> items) =>
        [.. items.OfType<ImportItem.Found>().Select(found => found.Post)];

    public static List<RowProblem> Warnings(this IEnumerable<ImportItem> items) =>
        [.. items.OfType<ImportItem.Found>().SelectMany(found => found.Warnings)];

    /// <summary>Posts, reposts, bad rows, nothings, notes, unreadable rests.</summary>
    public static (int, int, int, int, int, int) Counts(this IReadOnlyCollection<ImportItem> items) => (
        items.OfType<ImportItem.Found>().Count(),
        items.OfType<ImportItem.Repost>().Count(),
        items.OfType<ImportItem.BadRow>().Count(),
        items.OfType<ImportItem.Nothing>().Count(),
        items.OfType<ImportItem.Note>().Count(),
        items.OfType<ImportItem.Unreadable>().Count());
}
