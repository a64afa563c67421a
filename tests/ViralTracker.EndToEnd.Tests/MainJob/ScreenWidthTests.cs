using ViralTracker.EndToEnd.Tests.Drafting;
using ViralTracker.EndToEnd.Tests.Harness;
using ViralTracker.GeminiStandIn;
using Xunit;

namespace ViralTracker.EndToEnd.Tests.MainJob;

public sealed class ScreenWidthTests
{
    [Fact]
    public async Task Models_and_days_are_named_whole_at_any_width()
    {
        // A call whose connection breaks keeps its reservation, which takes a column of its own.
        await using var world = await DraftingWorld.StartAsync(1, new StandInOptions { Script = [Fault.ResetAfterBilling] });
        (await world.DraftAsync("--model", "gemini-3.5-flash")).ShouldExit(0);
        (await world.DraftAsync("--model", "gemini-3.5-flash-lite", "--refresh")).ShouldExit(0);

        foreach (var (columns, width) in new[] { (20, 60), (60, 60), (80, 80), (120, 120), (0, 120) })
        {
            var models = await LinesAsync("model");
            var days = await LinesAsync("day");

            Assert.Contains(models, line => line.StartsWith("gemini-3.5-flash ", StringComparison.Ordinal));
            Assert.Contains(models, line => line.StartsWith("gemini-3.5-flash-lite ", StringComparison.Ordinal));
            Assert.Matches(@"^\d{4}-\d\d-\d\d ", days[1]);
            Assert.All(models.Concat(days), line => Assert.True(line.Length <= width, line));

            async Task<string[]> LinesAsync(string by) =>
                (await world.Workspace.RunAsync(world.Setting(("COLUMNS", $"{columns}")), "costs", "--by", by)).ShouldExit(0).Out.Split('\n');
        }
    }

    [Fact]
    public async Task Draft_that_is_broken_goes_on_under_its_first_word()
    {
        using var workspace = TempWorkspace.WithDemo();
        var setting = new VtSetting { Environment = new Dictionary<string, string> { ["COLUMNS"] = "60" } };

        var lines = (await workspace.RunAsync(setting, "twitter", "generate-comments", "-p", "demo")).ShouldExit(0).Out.Split('\n');

        var rest = lines.SkipWhile(line => !line.StartsWith("    → ", StringComparison.Ordinal)).TakeWhile(line => line.Length > 0)
            .Where(line => line.StartsWith("    ", StringComparison.Ordinal) && line[4] == ' ').ToArray();
        Assert.NotEmpty(rest);
        Assert.All(rest, line => Assert.Matches(@"^ {6}\S", line));
        Assert.All(lines, line => Assert.True(line.Length <= 60, line));
    }

    [Fact]
    public async Task Width_below_60_is_60()
    {
        using var tools = new ToolsWorkspace();
        var setting = new VtSetting { Environment = new Dictionary<string, string> { ["COLUMNS"] = "50" } };

        var lines = (await tools.Files.RunAsync(setting, "project", "show", ToolsWorkspace.Slug)).ShouldExit(0).Out.Split('\n');

        Assert.InRange(lines.Max(line => line.Length), 50, 60);
    }
}
