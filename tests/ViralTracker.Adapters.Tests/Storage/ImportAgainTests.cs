using System.Text;
using ViralTracker.Adapters.Sources;
using ViralTracker.Adapters.Storage.Sqlite;
using ViralTracker.Pipeline.Importing;
using ViralTracker.Pipeline.Ports;
using Xunit;

namespace ViralTracker.Adapters.Tests.Storage;

/// <summary>Files that were imported before, in a real store.</summary>
public sealed class ImportAgainTests : IDisposable
{
    private const string Older = """{"id":"1","text":"Which one?","created_at":"2025-09-18T04:00:00Z","author_handle":"ada","likes":3,"views":100}""";
    private const string Newer = """{"id":"1","text":"Which one now?","created_at":"2025-09-18T04:00:00Z","author_handle":"ada","likes":9}""";

    private readonly TemporaryFolder _folder = new();

    [Theory]
    [InlineData("p")]
    [InlineData("another project")]
    public async Task Older_file_again_takes_nothing_back(string project)
    {
        var ct = TestContext.Current.CancellationToken;
        await using var store = await SqliteDatabase.OpenAsync(Path.Combine(_folder.Path, "vt.db"), ct);
        await ImportAsync(store, "p", Older);
        await ImportAsync(store, "p", Newer);
        var before = (await store.Posts.FindAsync("p", "1", ct))!;

        var again = await ImportAsync(store, project, Older);

        var stored = (await store.Posts.FindAsync(project, "1", ct))!;
        Assert.Equal((9, 100, "Which one now?"), (stored.Post.Metrics.Likes, stored.Post.Metrics.Views, stored.Post.Text));
        Assert.Equal(before.SnapshotAt, stored.SnapshotAt);
        Assert.Equal(project == "p" ? new UpsertCounts(0, 0, 1) : new UpsertCounts { Joined = 1 }, again.Posts);
        Assert.Equal(3, Assert.Single((await store.Posts.EarlierSnapshotsAsync([stored.Id], ct))[stored.Id]).Metrics.Likes);
    }

    [Fact]
    public async Task Row_that_stands_twice_is_repeated_in_each_project_and_known_when_it_comes_again()
    {
        await using var store = await SqliteDatabase.OpenAsync(Path.Combine(_folder.Path, "vt.db"), TestContext.Current.CancellationToken);
        var twice = Older + "\n" + Older;

        Assert.Equal(new UpsertCounts(1, 0, 1) { Repeated = 1 }, (await ImportAsync(store, "p", twice)).Posts);
        Assert.Equal(new UpsertCounts(0, 0, 1) { Joined = 1, Repeated = 1 }, (await ImportAsync(store, "another project", twice)).Posts);
        Assert.Equal(new UpsertCounts(0, 0, 2), (await ImportAsync(store, "another project", twice)).Posts);
    }

    [Fact]
    public async Task Older_file_again_adds_what_is_missing()
    {
        var ct = TestContext.Current.CancellationToken;
        await using var store = await SqliteDatabase.OpenAsync(Path.Combine(_folder.Path, "vt.db"), ct);
        await ImportAsync(store, "p", Older);
        await ImportAsync(store, "p", Newer);
        Sqlite.Execute(Path.Combine(_folder.Path, "vt.db"), "UPDATE posts SET views = NULL");

        await ImportAsync(store, "p", Older);

        Assert.Equal((9, 100), ((await store.Posts.FindAsync("p", "1", ct))!.Post.Metrics is var now ? (now.Likes, now.Views) : default));
    }

    /// <summary>A hash of it would never come to an end.</summary>
    [Theory]
    [InlineData("/dev/zero", 1)]
    [InlineData("/dev/null", 0)]
    public async Task A_device_is_read_as_it_comes(string path, int unreadable)
    {
        Assert.SkipUnless(File.Exists(path), $"there is no {path}");
        var ct = TestContext.Current.CancellationToken;
        await using var store = await SqliteDatabase.OpenAsync(Path.Combine(_folder.Path, "vt.db"), ct);
        var import = new ImportRun("p", store.Posts, new PostFileReader(), TimeProvider.System);
        using var late = CancellationTokenSource.CreateLinkedTokenSource(ct);
        late.CancelAfter(TimeSpan.FromSeconds(20));
        await using var device = File.OpenRead(path);

        await import.ImportAsync(device, path, ImportFormat.Auto, late.Token);

        Assert.Equal(unreadable, import.Report.Unreadable);
    }

    public void Dispose() => _folder.Dispose();

    private static async Task<ImportReport> ImportAsync(SqliteDatabase store, string project, string file)
    {
        var import = new ImportRun(project, store.Posts, new PostFileReader(), TimeProvider.System);
        // The store keeps milliseconds.
        await Task.Delay(TimeSpan.FromMilliseconds(5), TimeProvider.System, TestContext.Current.CancellationToken);
        using var stream = new MemoryStream(Encoding.UTF8.GetBytes(file));
        await import.ImportAsync(stream, "posts.jsonl", ImportFormat.Auto, TestContext.Current.CancellationToken);
        return import.Report;
    }
}
