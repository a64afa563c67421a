using ViralTracker.EndToEnd.Tests.Harness;
using Xunit;

namespace ViralTracker.EndToEnd.Tests.MainJob;

public sealed class ProjectVerbTests
{
    private const string ThreeProblems = """
        taxonomy:
          - label: tools
            description: Tools for programming
        voice:
          persona: Somebody
        weights:
          velocty: 0.35
        thresholds:
          green_min: 0.72
          yellow_min: 0.8
        generation:
          provider: nobody
        """;

    [Fact]
    public async Task Project_is_started_listed_shown_and_valid()
    {
        using var workspace = new TempWorkspace();

        (await workspace.RunAsync("project", "init", "acme")).ShouldExit(0);
        var file = File.ReadAllBytes(workspace.PathOf("projects", "acme", "finder.yml"));

        Assert.Contains("acme", (await workspace.RunAsync("project", "list")).ShouldExit(0).Out, StringComparison.Ordinal);
        Assert.Contains("first topic", (await workspace.RunAsync("project", "show", "acme")).ShouldExit(0).Out, StringComparison.Ordinal);
        (await workspace.RunAsync("project", "validate", "acme")).ShouldExit(0);
        (await workspace.RunAsync("project", "init", "acme")).ShouldExit(2);
        (await workspace.RunAsync("twitter", "score", "-p", "acme")).ShouldExit(0);
        Assert.Equal(file, File.ReadAllBytes(workspace.PathOf("projects", "acme", "finder.yml")));
    }

    [Fact]
    public async Task First_project_starts_a_workspace_in_an_empty_folder()
    {
        using var workspace = new TempWorkspace();
        Directory.Delete(workspace.PathOf("projects"));

        (await workspace.RunAsync("project", "list")).ShouldExit(2);
        (await workspace.RunAsync("project", "init", "acme")).ShouldExit(0);

        (await workspace.RunAsync("project", "show", "acme")).ShouldExit(0);
    }

    [Theory]
    [InlineData("project", "validate", "acme")]
    [InlineData("project", "show", "acme")]
    [InlineData("twitter", "generate-comments", "-p", "acme")]
    [InlineData("twitter", "score", "-p", "acme")]
    [InlineData("twitter", "import", "-p", "acme", "-")]
    [InlineData("twitter", "export-comments", "-p", "acme", "-o", "x.csv")]
    [InlineData("twitter", "skipped", "-p", "acme")]
    [InlineData("forecast", "-p", "acme")]
    public async Task Every_command_says_all_problems_at_once_and_runs_nothing(params string[] command)
    {
        using var workspace = new TempWorkspace().WithProject("acme", ThreeProblems);

        var result = (await workspace.RunAsync(command)).ShouldExit(2);

        Assert.Equal("", result.Out);
        Assert.Contains("projects/acme/finder.yml has 3 problems:", result.Error, StringComparison.Ordinal);
        Assert.Matches(@"line 7 +weights\.velocty +.*did you mean 'velocity'\?", result.Error);
        Assert.Matches(@"line 9 +thresholds +yellow_min 0\.8 is above green_min 0\.72", result.Error);
        Assert.Matches(@"line 12 +generation\.provider .*'nobody'.*gemini", result.Error);
        Assert.False(File.Exists(workspace.Database), "the database was made");
    }

    [Fact]
    public async Task Validate_without_a_name_checks_every_project()
    {
        using var workspace = TempWorkspace.WithDemo().WithProject("acme", ThreeProblems);

        var result = (await workspace.RunAsync("project", "validate", "--json")).ShouldExit(2);

        Assert.Equal(3, result.Json.GetProperty("problems").GetArrayLength());
        Assert.Equal(7, result.Json.GetProperty("problems")[0].GetProperty("line").GetInt32());
    }
}
