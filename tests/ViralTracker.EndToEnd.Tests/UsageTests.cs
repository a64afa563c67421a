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

    [Fact]
    public async Task Misspelt_command_exits_2_with_nothing_on_standard_output()
    {
        using var workspace = new TempWorkspace();

        var result = (await workspace.RunAsync("twiter")).ShouldExit(2);

        Assert.Equal("", result.Out);
        Assert.Contains("--help", result.Error, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Project_that_is_missing_exits_2_and_names_those_there_are()
    {
        using var workspace = TempWorkspace.WithDemo();

        var result = (await workspace.RunAsync("twitter", "score", "-p", "dmo")).ShouldExit(2);

        Assert.Contains("Did you mean 'demo'?", result.Error, StringComparison.Ordinal);
    }
}
