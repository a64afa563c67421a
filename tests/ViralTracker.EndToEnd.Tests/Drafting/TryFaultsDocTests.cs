using System.Text.RegularExpressions;
using ViralTracker.EndToEnd.Tests.Harness;
using ViralTracker.GeminiStandIn;
using ViralTracker.Testing;
using Xunit;

namespace ViralTracker.EndToEnd.Tests.Drafting;

/// <summary><c>docs/try-faults.md</c> names only options and faults that exist, and words of posts that the demo project drafts for.</summary>
public sealed partial class TryFaultsDocTests
{
    private static readonly string Document = File.ReadAllText(Path.Combine(Repository.Root, "docs", "try-faults.md"));

    [Fact]
    public void Stand_in_takes_every_line_it_is_started_with()
    {
        var lines = StandInLine().Matches(Document).Concat(TableLine().Matches(Document)).Select(m => m.Groups[1].Value).Where(line => line != "--help").ToArray();

        Assert.True(lines.Length >= 10);
        Assert.All(lines, line => CommandLine.Parse(line.Split(' ')));
    }

    [Fact]
    public async Task Every_option_it_names_is_one_of_the_stand_ins_or_of_vt()
    {
        var known = CommandLine.Help + "--project --help" + await HelpAsync("twitter", "generate-comments");

        Assert.All(Option().Matches(Document), option => Assert.Contains(option.Value, known, StringComparison.Ordinal));
    }

    [Fact]
    public async Task Post_whose_word_it_names_is_blocked()
    {
        var line = Assert.Single(StandInLine().Matches(Document), m => m.Value.Contains("--marker", StringComparison.Ordinal)).Groups[1].Value;
        await using var provider = await StandInServer.StartAsync(CommandLine.Parse(line.Split(' ')) with { Port = 0 });
        using var workspace = TempWorkspace.WithDemo();
        var setting = new VtSetting
        {
            Environment = new Dictionary<string, string> { ["GEMINI_API_KEY"] = StandInOptions.DefaultKey, ["GOOGLE_GEMINI_BASE_URL"] = provider.Address.ToString() },
        };

        (await workspace.RunAsync(setting, "twitter", "generate-comments", "-p", "demo", "--provider", "gemini", "--max-rpm", "0")).ShouldExit(0);

        Assert.Contains(provider.Log, arrival => arrival.Fault == Fault.PromptBlocked);
        Assert.Contains("blocked by the provider", (await workspace.RunAsync("twitter", "skipped", "-p", "demo")).ShouldExit(0).Out, StringComparison.Ordinal);
    }

    private static async Task<string> HelpAsync(params string[] verb)
    {
        using var workspace = new TempWorkspace();
        return (await workspace.RunAsync([.. verb, "--help"])).ShouldExit(0).Out;
    }

    [GeneratedRegex(@"GeminiStandIn -- ([^`\n]+)")]
    private static partial Regex StandInLine();

    [GeneratedRegex(@"^\| `(--[^`]+)`", RegexOptions.Multiline)]
    private static partial Regex TableLine();

    [GeneratedRegex(@"--[a-z][a-z-]+")]
    private static partial Regex Option();
}
