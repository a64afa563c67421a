using System.Diagnostics;
using System.Globalization;
using System.Text;
using System.Text.RegularExpressions;
using ViralTracker.EndToEnd.Tests.Harness;
using ViralTracker.GeminiStandIn;
using Xunit;

namespace ViralTracker.EndToEnd.Tests.Drafting;

/// <summary>What stands in a terminal when messages came while the bar was drawn.</summary>
public sealed partial class BarTests
{
    private static readonly StandInOptions Slow = new() { Latency = TimeSpan.FromMilliseconds(300) };

    [Theory]
    [InlineData(80)]
    [InlineData(120)]
    public async Task Budget_alerts_stand_whole_on_lines_of_their_own(int columns)
    {
        await using var world = await DraftingWorld.StartAsync(30, Slow);
        using var run = InTerminal(world, columns, "--tweets-per-request 1 --max-cost 0.004");

        var screen = Screen((await run.ResultAsync()).ShouldExit(3).Out);

        Assert.Contains(screen, line => AlertLine().IsMatch(line));
        Assert.Contains(screen, line => LastAlert().IsMatch(line));
        Assert.DoesNotContain(screen, line => line.Contains('━', StringComparison.Ordinal));
    }

    [Fact]
    public async Task Interrupt_is_answered_on_lines_of_their_own()
    {
        await using var world = await DraftingWorld.StartAsync(12, Slow with { Latency = TimeSpan.FromSeconds(1) });
        using var run = InTerminal(world, 80, "--tweets-per-request 1 --batch-size 1");
        await world.ArrivalsAsync(3);

        Process.Start("kill", ["-TERM", File.ReadAllText(world.Workspace.PathOf("pid")).Trim()]).WaitForExit();
        var screen = Screen((await run.ResultAsync()).ShouldExit(130).Out);

        Assert.Contains("Interrupted; what is done is kept. Press Ctrl-C again to quit now.", screen);
        Assert.Contains("Answers under way have 20 s and will be saved.", screen);
        Assert.DoesNotContain(screen, line => line.Contains('━', StringComparison.Ordinal));
    }

    /// <summary>So that a run that waits costs next to nothing, and its seconds count down all the same.</summary>
    [Fact]
    public async Task Bar_of_a_run_that_waits_is_drawn_about_twice_a_second()
    {
        await using var world = await DraftingWorld.StartAsync(1, Slow with { Latency = TimeSpan.FromSeconds(8) });
        using var run = InTerminal(world, 80, "");

        var drawn = (await run.ResultAsync()).ShouldExit(0).Out.Split("0/1 posts  1/1 requests").Length - 1;

        Assert.InRange(drawn, 8, 20);
    }

    private static VtProcess InTerminal(DraftingWorld world, int columns, string options)
    {
        Assert.SkipUnless(File.Exists("/usr/bin/script"), "there is no script(1) to make a terminal");
        var vt = $"stty cols {columns} rows 50; echo $$ > pid; exec '{VtProcess.Executable}' twitter generate-comments -p p --provider gemini --max-rpm 0 --max-candidates 0 {options}";
        File.WriteAllText(world.Workspace.PathOf("run.sh"), vt);
        return VtProcess.StartShell(world.Workspace, world.Setting(("TERM", "xterm-256color")), "script -qec 'sh run.sh' /dev/null");
    }

    /// <summary>The lines that a terminal shows after these characters: they move up, back to the margin, and clear lines.</summary>
    private static List<string> Screen(string written)
    {
        var lines = new List<StringBuilder> { new() };
        var (row, column) = (0, 0);
        for (var i = 0; i < written.Length; i++)
        {
            if (Sequence().Match(written, i) is { Success: true } match && match.Index == i)
            {
                i += match.Length - 1;
                var count = match.Groups[1].Length == 0 ? 1 : int.Parse(match.Groups[1].Value, CultureInfo.InvariantCulture);
                if (match.Groups[2].Value == "A") row = Math.Max(0, row - count);
                if (match.Groups[2].Value == "K") lines[row].Length = match.Groups[1].Value == "2" ? 0 : Math.Min(column, lines[row].Length);
            }
            else if (written[i] == '\r') column = 0;
            else if (written[i] == '\n')
            {
                if (++row == lines.Count) lines.Add(new());
            }
            else
            {
                while (lines[row].Length <= column) lines[row].Append(' ');
                lines[row][column++] = written[i];
            }
        }
        return [.. lines.Select(line => line.ToString().TrimEnd())];
    }

    [GeneratedRegex("\u001b(?:\\[[?]?([0-9]*)[0-9;]*([A-Za-z])|[=>])")]
    private static partial Regex Sequence();

    [GeneratedRegex(@"^Budget of the run: \d+% reached, \$0\.\d+ of \$0\.0040$")]
    private static partial Regex AlertLine();

    [GeneratedRegex(@"^Budget of the run: \$0\.\d+ of \$0\.0040 spent; the next request does not fit$")]
    private static partial Regex LastAlert();
}
