using ViralTracker.EndToEnd.Tests.Harness;
using ViralTracker.Testing;
using Xunit;

namespace ViralTracker.EndToEnd.Tests.MainJob;

/// <summary>Files and outputs that cannot be read or written, or only in part: told in a line.</summary>
public sealed class BrokenFilesTests
{
    [Theory]
    [InlineData("--help")]
    [InlineData("status")]
    [InlineData("status --json")]
    [InlineData("twitter score -p demo")]
    public async Task Output_that_is_full_exits_1_in_a_line(string line)
    {
        Assert.SkipUnless(File.Exists("/dev/full"), "there is no /dev/full");
        using var workspace = TempWorkspace.WithDemo();

        using var process = VtProcess.StartShell(workspace, new VtSetting(), $"vt {line} > /dev/full");
        var result = (await process.ResultAsync()).ShouldExit(1);

        Assert.Equal("Reading or writing failed: No space left on device", result.Error.Trim());
    }

    [Theory]
    [InlineData("status", "2> /dev/full", 0)]
    [InlineData("status", "2>&-", 0)]
    [InlineData("twitter score -p nope", "2> /dev/full", 2)]
    [InlineData("twitter score -p nope", "2>&-", 2)]
    [InlineData("twitter score -p nope", "2< /dev/null", 2)]
    [InlineData("twitter scoer -p demo", "2> /dev/full", 2)]
    [InlineData("twitter scoer -p demo", "2>&-", 2)]
    [InlineData("project validate broken", "2> /dev/full", 2)]
    public async Task Standard_error_that_cannot_be_written_changes_no_exit_code(string line, string redirected, int code)
    {
        Assert.SkipUnless(File.Exists("/dev/full"), "there is no /dev/full");
        using var workspace = TempWorkspace.WithDemo().WithProject("broken", "taxonomy: 7");

        using var process = VtProcess.StartShell(workspace, new VtSetting(), $"vt {line} {redirected}");

        (await process.ResultAsync()).ShouldExit(code);
    }

    [Fact]
    public async Task Nothing_can_be_said_where_both_outputs_are_full()
    {
        Assert.SkipUnless(File.Exists("/dev/full"), "there is no /dev/full");
        using var workspace = TempWorkspace.WithDemo();

        using var process = VtProcess.StartShell(workspace, new VtSetting(), "vt status > /dev/full 2>&1");

        (await process.ResultAsync()).ShouldExit(1);
    }

    [Fact]
    public async Task Unreadable_file_of_the_projects_folder_is_named_and_the_others_are_read()
    {
        using var workspace = TempWorkspace.WithDemo();
        File.CreateSymbolicLink(workspace.PathOf("projects", "demo", "posts", "a-dangling.json"), workspace.PathOf("nowhere.json"));

        var result = (await workspace.RunAsync("twitter", "score", "-p", "demo", "--json")).ShouldExit(0);

        Assert.StartsWith("a-dangling.json:1  cannot be read: ", result.Error, StringComparison.Ordinal);
        Assert.NotEqual(0, result.Json.GetProperty("find").GetProperty("scored").GetInt32());
    }

    [Fact]
    public async Task A_pipe_in_the_projects_folder_is_named_and_not_waited_for()
    {
        Assert.SkipWhen(OperatingSystem.IsWindows(), "needs pipes that stand among files");
        using var workspace = TempWorkspace.WithDemo();

        using var process = VtProcess.StartShell(workspace, new VtSetting(), "mkfifo projects/demo/posts/a.json && vt twitter score -p demo --json");
        var result = (await process.ResultAsync()).ShouldExit(0);

        Assert.StartsWith("a.json:1  cannot be read: it is a pipe, not a file; put a file in its place or remove it", result.Error, StringComparison.Ordinal);
        Assert.NotEqual(0, result.Json.GetProperty("find").GetProperty("scored").GetInt32());
    }

    [Theory]
    [InlineData("mkfifo pipe; cat posts.jsonl > pipe & vt twitter import -p demo pipe")]
    [InlineData("vt twitter import -p demo /dev/stdin < posts.jsonl")]
    [InlineData("cat posts.jsonl | vt twitter import -p demo /dev/fd/0")]
    public async Task A_pipe_that_the_line_names_is_read(string line)
    {
        Assert.SkipWhen(OperatingSystem.IsWindows(), "needs pipes that stand among files");
        using var workspace = TempWorkspace.WithDemo();
        MadeUpPosts.Write(workspace.PathOf("posts.jsonl"), 3);

        using var process = VtProcess.StartShell(workspace, new VtSetting(), line + " --json");

        Assert.Equal(3, (await process.ResultAsync()).ShouldExit(0).Json.GetProperty("added").GetInt32());
    }

    [Fact]
    public async Task Bad_rows_are_named_even_where_only_errors_are_asked_for()
    {
        using var workspace = TempWorkspace.WithDemo();
        File.WriteAllText(workspace.PathOf("bad.jsonl"), """{"id": "1", "text": "Without a time"}""");

        var result = (await workspace.RunAsync("twitter", "import", "-p", "demo", "-q", "bad.jsonl")).ShouldExit(1);

        Assert.StartsWith("bad.jsonl:1  ", result.Error, StringComparison.Ordinal);
    }
}
