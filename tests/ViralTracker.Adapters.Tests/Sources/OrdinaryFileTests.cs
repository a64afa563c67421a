using System.Diagnostics;
using ViralTracker.Adapters.Projects;
using ViralTracker.Adapters.Sources;
using Xunit;

namespace ViralTracker.Adapters.Tests.Sources;

/// <summary>What stands in a project's folder where a file is expected, and is none: a run neither waits for it nor reads it without end.</summary>
public sealed class OrdinaryFileTests : IDisposable
{
    private static readonly TimeSpan LongEnough = TimeSpan.FromSeconds(20);

    private readonly string _workspace = Directory.CreateTempSubdirectory("vt-files-").FullName;

    private string Folder => Path.Combine(_workspace, "projects", "acme");

    public OrdinaryFileTests()
    {
        Assert.SkipWhen(OperatingSystem.IsWindows(), "needs pipes and devices that stand among files");
        Directory.CreateDirectory(Folder);
        File.WriteAllText(Path.Combine(Folder, "finder.yml"), "taxonomy: [{label: a, description: b, exemplars: [c]}]\nvoice: {persona: me, replies_file: mine.txt}");
        File.WriteAllText(Path.Combine(Folder, "mine.txt"), "Fine.");
    }

    public void Dispose() => Directory.Delete(_workspace, recursive: true);

    [Theory]
    [InlineData("pipe", "it is a pipe, not a file; put a file in its place or remove it")]
    [InlineData("link to a pipe", "it is a pipe, not a file; put a file in its place or remove it")]
    [InlineData("device", "it is a device, not a file; put a file in its place or remove it")]
    [InlineData("link to itself", "link")]
    public async Task In_the_folder_of_posts_it_is_refused(string kind, string said)
    {
        var posts = Directory.CreateDirectory(Path.Combine(Folder, "posts")).FullName;
        Make(Path.Combine(posts, "a.json"), kind);

        var file = Assert.Single(new PostFileReader().Files(posts));

        Assert.Contains(said, (await Assert.ThrowsAnyAsync<IOException>(() => InTime(file.Open))).Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_link_to_a_file_is_that_file()
    {
        var posts = Directory.CreateDirectory(Path.Combine(Folder, "posts")).FullName;
        File.CreateSymbolicLink(Path.Combine(posts, "a.json"), Path.Combine(Folder, "mine.txt"));

        await using var stream = await InTime(Assert.Single(new PostFileReader().Files(posts)).Open);

        Assert.Equal(5, stream.Length);
    }

    [Theory]
    [InlineData("finder.yml", "pipe")]
    [InlineData("finder.yml", "device")]
    [InlineData("prompt.md", "pipe")]
    [InlineData("mine.txt", "link to a pipe")]
    public async Task For_a_file_of_the_project_it_is_a_problem_that_names_it(string name, string kind)
    {
        File.Delete(Path.Combine(Folder, name));
        Make(Path.Combine(Folder, name), kind);

        var problem = Assert.Single((await InTime(() => new ProjectDirectory(_workspace).Load("acme"))).Problems);

        Assert.Equal(
            ($"projects/acme/{name}", $"cannot be read: it is a {kind.Split(' ')[^1]}, not a file; put a file in its place or remove it"),
            (problem.File, problem.Message));
    }

    [Fact]
    public async Task For_the_prices_it_is_a_problem()
    {
        var path = Path.Combine(_workspace, "prices.yml");
        Make(path, "pipe");
        Assert.Contains("it is a pipe", Assert.Single((await InTime(() => PricesFile.Load(path, "prices.yml"))).Problems).Message, StringComparison.Ordinal);
    }

    private static void Make(string path, string kind)
    {
        if (kind == "pipe") Process.Start("mkfifo", [path]).WaitForExit();
        else if (kind == "link to a pipe")
        {
            Make(path + "-target", "pipe");
            File.Move(path + "-target", Path.Combine(Directory.CreateDirectory(Path.Combine(Path.GetDirectoryName(path)!, "elsewhere")).FullName, "target"));
            File.CreateSymbolicLink(path, Path.Combine("elsewhere", "target"));
        }
        else if (kind == "device") File.CreateSymbolicLink(path, "/dev/zero");
        else File.CreateSymbolicLink(path, path);
    }

    /// <summary>A test that waits for a pipe would wait for ever.</summary>
    private static Task<T> InTime<T>(Func<T> act) =>
        Task.Run(act, TestContext.Current.CancellationToken).WaitAsync(LongEnough, TimeProvider.System, TestContext.Current.CancellationToken);
}
