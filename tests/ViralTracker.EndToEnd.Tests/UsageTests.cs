using ViralTracker.EndToEnd.Tests.Harness;
using Xunit;

namespace ViralTracker.EndToEnd.Tests;

public sealed class UsageTests
{
    [Fact]
    public async Task Help_names_the_commands_on_standard_output()
    {
        using var workspace = new TempWorkspace();

        var help = (await workspace.RunAsync("--help")).ShouldExit(0);

        Assert.Contains("twitter", help.Out, StringComparison.Ordinal);
        Assert.Equal("", help.Error);
    }

    [Theory]
    [InlineData("twitter")]
    [InlineData("project")]
    public async Task Group_of_commands_alone_shows_its_help_on_standard_error(string group)
    {
        using var workspace = new TempWorkspace();

        var alone = (await workspace.RunAsync(group)).ShouldExit(2);

        Assert.Equal((await workspace.RunAsync(group, "--help")).Out, alone.Error);
        Assert.Equal("", alone.Out);
    }

    [Theory]
    [InlineData("twiter", "'twiter' is no command of vt; did you mean 'twitter'?", "vt")]
    [InlineData("twitter generate-coments -p acme", "'generate-coments' is no command of vt twitter; did you mean 'generate-comments'?", "vt twitter")]
    [InlineData("twitter score --hours-bck 3", "--hours-bck is no option of vt twitter score; did you mean '--hours-back'?", "vt twitter score")]
    [InlineData("twitter score -p acme extra", "'extra' is more than vt twitter score takes", "vt twitter score")]
    [InlineData("twitter score -p acme --max-candidates ten", "--max-candidates: 'ten' is no whole number", "vt twitter score")]
    [InlineData("twitter generate-comments -p acme --max-cost much", "--max-cost: 'much' is no number", "vt twitter generate-comments")]
    [InlineData("twitter generate-comments -p acme --max-cost=-1", "--max-cost: -1 is not between 0 and 1000000", "vt twitter generate-comments")]
    [InlineData("twitter generate-comments -p acme --max-cost 99999999999999999", "--max-cost: 99999999999999999 is not between 0 and 1000000", "vt twitter generate-comments")]
    [InlineData("costs --bill-zone Mars", "--bill-zone: 'Mars' is no time zone; write it as America/Los_Angeles or UTC", "vt costs")]
    public async Task Mistyped_line_is_told_in_one_line_with_where_to_read_on(string typed, string said, string command)
    {
        using var workspace = new TempWorkspace();

        var result = (await workspace.RunAsync(typed.Split(' '))).ShouldExit(2);

        Assert.Equal("", result.Out);
        Assert.Equal([said, $"See: {command} --help"], result.Error.Split('\n', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries));
    }

    [Fact]
    public async Task Database_that_is_a_folder_is_told_so()
    {
        using var workspace = TempWorkspace.WithDemo();

        var result = (await workspace.RunAsync("status", "--database", workspace.Home)).ShouldExit(2);

        Assert.Contains("cannot be opened", result.Error, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Project_that_is_missing_exits_2_and_names_those_there_are()
    {
        using var workspace = TempWorkspace.WithDemo();

        var result = (await workspace.RunAsync("twitter", "score", "-p", "dmo")).ShouldExit(2);

        Assert.Contains("Did you mean 'demo'?", result.Error, StringComparison.Ordinal);
    }
}
