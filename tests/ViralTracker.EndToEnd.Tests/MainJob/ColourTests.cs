using System.Text.RegularExpressions;
using ViralTracker.EndToEnd.Tests.Harness;
using Xunit;

namespace ViralTracker.EndToEnd.Tests.MainJob;

public sealed partial class ColourTests
{
    private const char Escape = '\u001b';

    private static readonly string[][] Screens =
        [["twitter", "generate-comments", "-p", "demo"], ["status"], ["costs"], ["project", "list"], ["twitter", "skipped", "-p", "demo"]];

    [Theory]
    [InlineData("")]
    [InlineData("NO_COLOR")]
    public async Task Piped_screens_have_no_escape(string variable)
    {
        using var workspace = TempWorkspace.WithDemo();
        var setting = new VtSetting { Environment = variable.Length > 0 ? new() { [variable] = "1" } : new Dictionary<string, string> { ["TERM"] = "xterm-256color" } };
        foreach (var screen in Screens)
        {
            var result = (await workspace.RunAsync(setting, screen)).ShouldExit(0);
            Assert.DoesNotContain(Escape, result.Out + result.Error);
            if (variable.Length > 0) Assert.DoesNotMatch("💰|🟢|🟡|🔴", result.Out);
        }
    }

    [Theory]
    [InlineData("vt", true)]
    [InlineData("vt --no-color", false)]
    [InlineData("NO_COLOR=1 vt", false)]
    [InlineData("TERM=dumb vt", false)]
    public async Task Terminal_has_colour_unless_it_is_switched_off(string start, bool coloured)
    {
        Assert.SkipUnless(File.Exists("/usr/bin/script"), "there is no script(1) to make a terminal");
        using var workspace = TempWorkspace.WithDemo();
        (await workspace.RunAsync("twitter", "score", "-p", "demo")).ShouldExit(0);
        var line = $"script -qec \"{start.Replace("vt", $"'{VtProcess.Executable}'", StringComparison.Ordinal)} status\" /dev/null";

        using var run = VtProcess.StartShell(workspace, new VtSetting { Environment = new Dictionary<string, string> { ["TERM"] = "xterm-256color" } }, line);

        Assert.Equal(coloured, Painted().IsMatch((await run.ResultAsync()).ShouldExit(0).Out));
    }

    // .NET itself sets the keypad's mode of a terminal with an escape of another kind.
    [GeneratedRegex("\u001b\\[[0-9;]*m")]
    private static partial Regex Painted();
}
