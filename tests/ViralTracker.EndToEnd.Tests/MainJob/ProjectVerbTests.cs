using System.Text.Json;
using ViralTracker.EndToEnd.Tests.Harness;
using ViralTracker.Testing;
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
        var valid = (await workspace.RunAsync("project", "validate", "acme")).ShouldExit(0);
        Assert.Contains("projects/acme is valid", valid.Out, StringComparison.Ordinal);
        Assert.Contains("is still the template's 'first topic'", valid.Error, StringComparison.Ordinal);
        (await workspace.RunAsync("project", "init", "acme")).ShouldExit(2);
        Assert.Contains("still holds the template's words", (await workspace.RunAsync("twitter", "score", "-p", "acme")).ShouldExit(0).Error, StringComparison.Ordinal);
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
    public async Task Every_key_of_finder_yml_is_shown_under_its_name_with_its_value()
    {
        using var workspace = TempWorkspace.WithDemo();
        using var schema = JsonDocument.Parse(File.ReadAllText(Path.Combine(Repository.Root, "docs", "finder.schema.json")));

        var shown = (await workspace.RunAsync("project", "show", "demo", "--json")).ShouldExit(0).Json;

        ShouldHold(schema.RootElement, shown);
        Assert.Equal(1_000, shown.GetProperty("authors").GetProperty("min_followers").GetInt32());
        Assert.Equal([0.5, 0.8, 1], shown.GetProperty("budget").GetProperty("alert_at").EnumerateArray().Select(at => at.GetDouble()));
        Assert.Equal("onboarding", shown.GetProperty("taxonomy")[0].GetProperty("label").GetString());

        static void ShouldHold(JsonElement keys, JsonElement shown)
        {
            foreach (var key in keys.GetProperty("properties").EnumerateObject())
            {
                Assert.True(shown.TryGetProperty(key.Name, out var value), $"{key.Name} is not shown");
                if (key.Value.TryGetProperty("properties", out _)) ShouldHold(key.Value, value);
            }
        }
    }

    [Fact]
    public async Task Screen_of_a_project_has_a_line_for_every_limit_and_alert()
    {
        using var workspace = TempWorkspace.WithDemo();

        var screen = (await workspace.RunAsync("project", "show", "demo")).ShouldExit(0).Out;

        Assert.Matches(@"(?m)^voice\.examples\.good +\S", screen);
        Assert.Matches(@"(?m)^voice\.allow_profanity +false$", screen);
        Assert.Matches(@"(?m)^quota\.max_rpm +the tier's, else 15$", screen);
        Assert.Matches(@"(?m)^quota\.max_spend_10min +the tier's, else none$", screen);
        Assert.Matches(@"(?m)^quota\.margin_seconds +1$", screen);
        Assert.Matches(@"(?m)^budget\.alert_at +50%, 80%, 100%$", screen);
        Assert.Matches(@"(?m)^budget\.webhook +none$", screen);
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
