using ViralTracker.Adapters.Configuration;
using ViralTracker.Adapters.Storage.Sqlite;
using Xunit;

namespace ViralTracker.Adapters.Tests.Storage;

public sealed class PrivateFolderTests
{
    private const UnixFileMode Owner = UnixFileMode.UserRead | UnixFileMode.UserWrite | UnixFileMode.UserExecute;

    [Fact]
    public async Task Database_and_logs_are_their_owners_alone()
    {
        if (OperatingSystem.IsWindows()) return;
        using var folder = new TemporaryFolder();
        var kept = Path.Combine(folder.Path, ".viraltracker");

        await using (await SqliteDatabase.OpenAsync(Path.Combine(kept, "vt.db"), TestContext.Current.CancellationToken)) { }
        Assert.Equal(Owner, Mode(kept));

        Directory.Delete(kept, recursive: true);
        PrivateFolder.Create(Path.Combine(kept, "logs"));
        Assert.Equal((Owner, Owner), (Mode(kept), Mode(Path.Combine(kept, "logs"))));
    }

    [Fact]
    public void A_folder_that_exists_keeps_who_may_read_it()
    {
        if (OperatingSystem.IsWindows()) return;
        using var folder = new TemporaryFolder();
        const UnixFileMode Shared = Owner | UnixFileMode.GroupRead | UnixFileMode.GroupExecute;
        File.SetUnixFileMode(folder.Path, Shared);

        PrivateFolder.Create(folder.Path);

        Assert.Equal(Shared, Mode(folder.Path));
    }

    private static UnixFileMode Mode(string path) => OperatingSystem.IsWindows() ? default : File.GetUnixFileMode(path);
}
