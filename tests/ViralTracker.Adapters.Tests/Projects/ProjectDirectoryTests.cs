using ViralTracker.Adapters.Models.Gemini;
using ViralTracker.Adapters.Projects;
using ViralTracker.Core.Projects;
using Xunit;

namespace ViralTracker.Adapters.Tests.Projects;

public sealed class ProjectDirectoryTests : IDisposable
{
    private readonly string _workspace = Directory.CreateTempSubdirectory("vt-projects-").FullName;

    private ProjectDirectory Projects => new(_workspace);

    public void Dispose() => Directory.Delete(_workspace, recursive: true);

    [Fact]
    public void Init_writes_a_template_that_is_valid_itself()
    {
        var path = Projects.Init("acme").Value!;
        Assert.Equal(Path.Combine(_workspace, "projects", "acme", "finder.yml"), path);
        var loaded = Projects.Load("acme");
        Assert.Equal([], loaded.Problems);
        Assert.Equal("acme", loaded.Value!.Slug);
        Assert.Contains("vt project validate acme", File.ReadAllText(path));
    }

    [Fact]
    public void The_template_with_every_commented_value_switched_on_still_means_the_defaults()
    {
        var path = Projects.Init("acme").Value!;
        string[] switchedOff = ["# account:", "# languages:", "# weights:", "# thresholds:", "# suggestions:", "# generation:", "#   provider:", "#   model:", "#   max_tokens:"];
        var lines = File.ReadAllLines(path);
        Assert.All(switchedOff, start => Assert.Contains(lines, line => line.StartsWith(start, StringComparison.Ordinal)));
        File.WriteAllLines(path, lines.Select(line => switchedOff.Any(line.StartsWith) ? line[2..] : line));
        var loaded = Projects.Load("acme");
        Assert.Equal([], loaded.Problems);
        var (config, defaults) = (loaded.Value!, new ProjectConfig { Slug = "acme", Path = path });
        Assert.Equal((defaults.AccountId, defaults.CooldownHours), (config.AccountId, config.CooldownHours));
        Assert.Equal(defaults.Languages, config.Languages);
        Assert.Equal(defaults.Weights, config.Weights);
        Assert.Equal(defaults.Thresholds, config.Thresholds);
        Assert.Equal(defaults.Suggestions, config.Suggestions);
        Assert.Equal(defaults.Generation with { Provider = "gemini", Model = GeminiOptions.DefaultModel }, config.Generation);
    }

    [Fact]
    public void Template_is_told_from_a_project_until_all_of_it_is_written_anew()
    {
        var path = Projects.Init("acme").Value!;
        Assert.Equal(
            ["taxonomy[1].label", "taxonomy[1].description", "taxonomy[1].exemplars[1]", "taxonomy[1].exemplars[2]", "voice.persona", "voice.examples.good[1]"],
            ProjectDirectory.Advice(Projects.Load("acme").Value!).Select(advice => advice.Key));

        File.WriteAllText(path, File.ReadAllText(path).Replace("first topic", "onboarding", StringComparison.Ordinal));
        Assert.Contains("voice.persona", ProjectDirectory.TemplateNote(Projects.Load("acme").Value!), StringComparison.Ordinal);
        Assert.DoesNotContain("taxonomy[1].label", ProjectDirectory.TemplateNote(Projects.Load("acme").Value!), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("{voice: {persona: me}}", "taxonomy")]
    [InlineData("{taxonomy: [{label: a}, {label: b, description: c, exemplars: [d]}]}", "taxonomy[1]")]
    [InlineData("{taxonomy: [{label: a, description: c, exemplars: []}]}", "taxonomy[1]")]
    [InlineData("{taxonomy: [{label: a, exemplars: [c]}]}", null)]
    public void Topics_that_match_poorly_are_advised_on_and_stop_nothing(string yaml, string? key)
    {
        File.WriteAllText(Projects.Init("acme").Value!, yaml);
        var project = Projects.Load("acme").Value!;
        Assert.Equal(key is null ? [] : [key], ProjectDirectory.Advice(project).Select(advice => advice.Key));
        Assert.Null(ProjectDirectory.TemplateNote(project));
    }

    [Theory]
    [InlineData("{voice: {persona: me}}", "projects/acme/finder.yml has no topic, so no post is relevant and all score 0; give at least one.")]
    [InlineData("{scoring: classic}", "projects/acme/finder.yml has no topic, so relevance adds nothing to any score; give at least one.")]
    [InlineData("{taxonomy: [{label: a, exemplars: [c]}]}", null)]
    public void Project_without_topics_is_told_before_a_run_what_that_means(string yaml, string? note)
    {
        File.WriteAllText(Projects.Init("acme").Value!, yaml);

        Assert.Equal(note, ProjectDirectory.TopicNote(Projects.Load("acme").Value!));
    }

    [Fact]
    public void Init_never_touches_an_existing_project()
    {
        var path = Projects.Init("acme").Value!;
        File.WriteAllText(path, "name: mine # kept\n");
        Assert.Contains("exists already", Assert.Single(Projects.Init("acme").Problems).Message);
        Assert.Equal("name: mine # kept\n", File.ReadAllText(path));
    }

    [Theory]
    [InlineData("../acme")]
    [InlineData("a/b")]
    [InlineData("Acme")]
    [InlineData("")]
    [InlineData("..")]
    [InlineData("-p")]
    [InlineData("acme\n")]
    [InlineData("müsli")]
    public void A_slug_that_could_leave_the_folder_or_confuse_a_shell_is_refused(string slug)
    {
        Assert.Contains("cannot name a project", Assert.Single(Projects.Init(slug).Problems).Message);
        Assert.Contains("There is no project", Assert.Single(Projects.Load(slug).Problems).Message);
        Assert.Empty(Directory.EnumerateFileSystemEntries(_workspace));
    }

    [Fact]
    public void Projects_are_the_folders_with_a_finder_file_in_order()
    {
        Assert.Empty(Projects.Slugs());
        Projects.Init("zoo");
        Projects.Init("acme");
        Directory.CreateDirectory(Path.Combine(_workspace, "projects", "empty"));
        Assert.Equal(["acme", "zoo"], Projects.Slugs());
    }

    [Fact]
    public void A_missing_project_is_answered_with_the_ones_there_are()
    {
        Assert.Contains("vt project init", Assert.Single(Projects.Load("acme").Problems).Message);
        Projects.Init("acme");
        Projects.Init("zoo");
        Assert.Equal("There is no project 'acne'. Did you mean 'acme'? Projects here: acme, zoo.", Assert.Single(Projects.Load("acne").Problems).Message);
    }
}
