using ViralTracker.Adapters.Export;
using ViralTracker.Adapters.Tests.Storage;
using Xunit;

namespace ViralTracker.Adapters.Tests.Export;

public sealed class ReplacedFileTests
{
    [Theory]
    [InlineData(UnixFileMode.UserRead | UnixFileMode.UserWrite)]
    [InlineData(UnixFileMode.UserRead | UnixFileMode.UserWrite | UnixFileMode.GroupRead | UnixFileMode.GroupWrite)]
    public async Task File_that_is_replaced_keeps_who_may_read_it(UnixFileMode mode)
    {
        if (OperatingSystem.IsWindows()) return;
        using var folder = new TemporaryFolder();
        var file = Path.Combine(folder.Path, "today.csv");
        await File.WriteAllTextAsync(file, "old", TestContext.Current.CancellationToken);
        File.SetUnixFileMode(file, mode);

        await ReplacedFile.WriteAsync(file, stream => stream.WriteAsync("new"u8.ToArray()).AsTask());

        Assert.Equal("new", await File.ReadAllTextAsync(file, TestContext.Current.CancellationToken));
        Assert.Equal(mode, File.GetUnixFileMode(file));
    }

    [Fact]
    public async Task Longer_file_in_memory_is_replaced_as_a_whole()
    {
        if (!Directory.Exists("/dev/shm")) return;
        var file = Path.Combine("/dev/shm", Path.GetRandomFileName());
        try
        {
            await File.WriteAllTextAsync(file, "much longer", TestContext.Current.CancellationToken);
            await ReplacedFile.WriteAsync(file, stream => stream.WriteAsync("new"u8.ToArray()).AsTask());
            Assert.Equal("new", await File.ReadAllTextAsync(file, TestContext.Current.CancellationToken));
        }
        finally
        {
            File.Delete(file);
        }
    }
}
