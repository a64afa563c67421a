using ViralTracker.EndToEnd.Tests.Harness;
using Xunit;

namespace ViralTracker.EndToEnd.Tests.MainJob;

public sealed class MisuseTests
{
    [Theory]
    [InlineData("twitter generate-comments")]
    [InlineData("twitter generate-comments -p demo --batch-size 0")]
    [InlineData("twitter generate-comments -p demo --batch-size many")]
    [InlineData("twitter generate-comments -p demo --max-rpm -1")]
    [InlineData("twitter generate-comments -p demo --hours-back 0")]
    [InlineData("twitter generate-comments -p demo --hours-back -6")]
    [InlineData("twitter generate-comments -p demo --as-of yesterday")]
    [InlineData("twitter generate-comments -p demo --use-gate --no-use-gate")]
    [InlineData("twitter generate-comments -p demo --provider nobody")]
    [InlineData("twitter generate-comments -p demo --provider gemini")]
    [InlineData("twitter generate-comments -p demo --tweets-per-request 0")]
    [InlineData("twitter generate-comments -p demo --debug-tweet 1")]
    [InlineData("twitter generate-comments -p ../demo")]
    [InlineData("twitter import -p demo")]
    [InlineData("twitter import -p demo nothing.csv")]
    [InlineData("twitter import -p demo projects/demo/finder.yml --format yaml")]
    [InlineData("twitter export-comments -p demo")]
    [InlineData("twitter export-comments -p demo -o x.csv --limit 0")]
    [InlineData("twitter export-comments -p demo -o x.csv --hours-back 0")]
    [InlineData("twitter export-comments -p demo -o x.csv --sort-by taste")]
    [InlineData("twitter mark d1")]
    [InlineData("twitter mark d1 --status liked")]
    [InlineData("twitter mark d1 --status posted")]
    [InlineData("twitter skipped -p demo --reason weather")]
    [InlineData("twitter")]
    [InlineData("project show nobody")]
    [InlineData("project init demo")]
    [InlineData("project init .hidden")]
    [InlineData("costs --by colour")]
    [InlineData("costs --since 2025-02-02 --until 2025-02-01")]
    [InlineData("status --workspace nowhere")]
    [InlineData("status --unknown")]
    [InlineData("completion tcsh")]
    public async Task Bad_usage_exits_2_and_says_why_in_a_line(string line)
    {
        using var workspace = TempWorkspace.WithDemo();

        var result = (await workspace.RunAsync(line.Split(' '))).ShouldExit(2);

        Assert.Equal("", result.Out);
        Assert.NotEqual("", result.Error.Trim());
        Assert.DoesNotContain("   at ", result.Error, StringComparison.Ordinal);
        Assert.DoesNotContain("Exception", result.Error, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Search_is_not_mentioned_yet()
    {
        using var workspace = new TempWorkspace();

        var help = (await workspace.RunAsync("twitter", "--help")).ShouldExit(0);

        Assert.Contains("generate-comments", help.Out, StringComparison.Ordinal);
        Assert.DoesNotContain("search", help.Out, StringComparison.Ordinal);
    }
}
