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
    [InlineData("twiter", "unknown command 'twiter'; did you mean 'twitter'?", "vt")]
    [InlineData("twitter generate-coments -p acme", "unknown command 'generate-coments'; did you mean 'generate-comments'?", "vt twitter")]
    [InlineData("twitter score --hours-bck 3", "unknown option --hours-bck; did you mean '--hours-back'?", "vt twitter score")]
    [InlineData("twitter score -p acme extra", "unexpected argument 'extra'", "vt twitter score")]
    [InlineData("twitter score -p acme --max-candidates ten", "--max-candidates: 'ten' is not a whole number", "vt twitter score")]
    [InlineData("twitter score -p acme --hours-back NaN", "--hours-back: must be at least 0.01", "vt twitter score")]
    [InlineData("twitter score -p acme --hours-back 20000000", "--hours-back: must be at most 1000000", "vt twitter score")]
    [InlineData("twitter skipped -p acme --hours-back 0", "--hours-back: must be at least 0.01", "vt twitter skipped")]
    [InlineData("twitter export-comments -p acme -o x.csv --hours-back -1", "--hours-back: must be at least 0.01", "vt twitter export-comments")]
    [InlineData("twitter generate-comments -p acme --timeout 1e9", "--timeout: must be at most 86400", "vt twitter generate-comments")]
    [InlineData("twitter generate-comments -p acme --max-cost 1e20", "--max-cost: '1e20' is not a number", "vt twitter generate-comments")]
    [InlineData("twitter generate-comments -p acme --max-cost 9999999", "--max-cost: must be at most 1000000", "vt twitter generate-comments")]
    [InlineData("twitter generate-comments -p acme --max-rpm -1", "--max-rpm: must be at least 0", "vt twitter generate-comments")]
    [InlineData("project tune -p acme --weeks Infinity", "--weeks: must be at most 1000", "vt project tune")]
    [InlineData("twitter score", "--project is required", "vt twitter score")]
    [InlineData("twitter score -p", "-p needs a value", "vt twitter score")]
    [InlineData("project show", "SLUG is missing", "vt project show")]
    [InlineData("twitter generate-comments -p acme --provider nobody", "--provider: 'nobody' is unknown; use one of gemini, openai, offline", "vt twitter generate-comments")]
    [InlineData("status --log-level loud", "--log-level: 'loud' is unknown; use one of debug, info, warning, error", "vt status")]
    [InlineData("completion tcsh", "SHELL: 'tcsh' is unknown; use one of bash, zsh, fish, pwsh", "vt completion")]
    [InlineData("twitter generate-comments -p acme --max-cost much", "--max-cost: 'much' is not a number", "vt twitter generate-comments")]
    [InlineData("twitter generate-comments -p acme --max-cost=-1", "--max-cost: must be at least 0", "vt twitter generate-comments")]
    [InlineData("costs --bill-zone Mars", "--bill-zone: 'Mars' is not a time zone; write it as America/Los_Angeles or UTC", "vt costs")]
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
