using ViralTracker.EndToEnd.Tests.Harness;
using Xunit;

namespace ViralTracker.EndToEnd.Tests.MainJob;

public sealed class CompletionTests
{
    [Theory]
    [InlineData("vt twi", "twitter")]
    [InlineData("vt twitter gen", "generate-comments")]
    [InlineData("vt twitter export-comments --sort-by ", "balanced")]
    [InlineData("vt twitter import --format ", "apify")]
    [InlineData("vt twitter mark d1 --status ", "posted")]
    [InlineData("vt twitter generate-comments --prov", "--provider")]
    public async Task Suggestions_follow_what_is_typed(string typed, string expected)
    {
        using var workspace = new TempWorkspace();

        var result = (await workspace.RunAsync($"[suggest:{typed.Length}]", typed)).ShouldExit(0);

        Assert.Contains(expected, result.Out.Split('\n').Select(line => line.Trim()));
    }

    [Theory]
    [InlineData("vt twitter export-comments --status ", "exported pending posted skipped")]
    [InlineData("vt twitter export-comments --format ", "csv jsonl md")]
    [InlineData("vt costs --by ", "day model project run topic tweet")]
    [InlineData("vt twitter import --format ", "apify auto bluesky csv jsonl x-v1.1 x-v2")]
    [InlineData("vt status --log-level ", "debug error info warning")]
    [InlineData("vt ", "completion costs forecast project status twitter")]
    [InlineData("vt --json tw", "twitter")]
    [InlineData("vt twitter score --json --ho", "--hours-back")]
    [InlineData("vt costs --by=d", "--by=day")]
    [InlineData("vt costs --by d", "day")]
    [InlineData("vt status ", "--database --help --json --log-level --no-color --quiet --verbose --workspace")]
    [InlineData("vt twitter import -p acme ", "")]
    [InlineData("vt twitter export-comments -o ", "")]
    [InlineData("vt costs --nothing=x", "")]
    public async Task Suggestions_are_the_values_that_are_taken_and_no_others(string typed, string values)
    {
        using var workspace = new TempWorkspace();

        var result = (await workspace.RunAsync($"[suggest:{typed.Length}]", typed)).ShouldExit(0);

        Assert.Equal(values, string.Join(' ', result.Out.Split('\n', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries).Order(StringComparer.Ordinal)));
    }

    [Theory]
    [InlineData("[suggest]", "vt twi")]
    [InlineData("[suggest:6]", "vt twitter score")]
    [InlineData("[suggest:99]", "vt twi")]
    [InlineData("[suggest:here]", "vt twi")]
    public async Task Suggestions_are_of_the_line_up_to_a_position_whatever_position_is_given(string directive, string line)
    {
        using var workspace = new TempWorkspace();

        Assert.Equal("twitter", (await workspace.RunAsync(directive, line)).ShouldExit(0).Out.Trim());
    }

    [Theory]
    [InlineData("vt twitter score -p ")]
    [InlineData("vt costs --project ")]
    [InlineData("vt project validate ")]
    public async Task Projects_of_the_workspace_are_suggested(string typed)
    {
        using var workspace = TempWorkspace.WithDemo().WithProject("acme", "name: Acme");

        var result = (await workspace.RunAsync($"[suggest:{typed.Length}]", typed)).ShouldExit(0);

        var suggested = result.Out.Split('\n', StringSplitOptions.TrimEntries);
        Assert.Contains("acme", suggested);
        Assert.Contains("demo", suggested);
    }

    [Theory]
    [InlineData("bash")]
    [InlineData("zsh")]
    [InlineData("fish")]
    [InlineData("pwsh")]
    public async Task Script_of_each_shell_asks_the_program(string shell)
    {
        using var workspace = new TempWorkspace();

        var result = (await workspace.RunAsync("completion", shell)).ShouldExit(0);

        Assert.Contains("[suggest:", result.Out, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("vt twitter expo", "vt twitter expo", "export-comments")]
    [InlineData("vt costs --by=d", "vt costs --by = d", "day")]
    [InlineData("vt costs --by=", "vt costs --by =", "day model project run topic tweet")]
    [InlineData("vt twitter score --hou", "vt twitter score --hou", "--hours-back")]
    public async Task Bash_completes_with_the_script(string line, string words, string expected)
    {
        Assert.SkipUnless(File.Exists("/bin/bash"), "there is no bash");
        using var workspace = new TempWorkspace();
        var script = $$"""
            PATH="$(dirname '{{VtProcess.Executable}}'):$PATH" bash -c '
            eval "$(vt completion bash)"
            COMP_WORDS=({{words}}) COMP_CWORD=$((${#COMP_WORDS[@]} - 1)) COMP_LINE="{{line}}" COMP_POINT={{line.Length}}
            _vt_complete && echo "${COMPREPLY[@]}"'
            """;

        using var run = VtProcess.StartShell(workspace, new VtSetting(), script);

        Assert.Equal(expected, (await run.ResultAsync()).ShouldExit(0).Out.Trim());
    }

    [Theory]
    [InlineData("vt twitter expo", "export-comments")]
    [InlineData("cd /; and vt twitter expo", "export-comments")]
    [InlineData("vt costs --by=d", "--by=day")]
    [InlineData("vt twitter import -p acme pro", "projects/")]
    public async Task Fish_completes_with_the_script(string line, string expected)
    {
        Assert.SkipUnless(File.Exists("/usr/bin/fish"), "there is no fish");
        using var workspace = new TempWorkspace();
        var script = $"PATH=\"$(dirname '{VtProcess.Executable}'):$PATH\" fish -c 'vt completion fish | source; complete -C \"{line}\"'";

        using var run = VtProcess.StartShell(workspace, new VtSetting(), script);

        Assert.Equal(expected, (await run.ResultAsync()).ShouldExit(0).Out.Trim());
    }
}
