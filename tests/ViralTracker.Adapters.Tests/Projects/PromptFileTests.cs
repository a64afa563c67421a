using ViralTracker.Adapters.Projects;
using ViralTracker.Core.Drafting;
using ViralTracker.Core.Projects;
using ViralTracker.Testing;
using Xunit;

namespace ViralTracker.Adapters.Tests.Projects;

public sealed class PromptFileTests : IDisposable
{
    private readonly string _workspace = Directory.CreateTempSubdirectory("vt-prompt-").FullName;

    public void Dispose() => Directory.Delete(_workspace, recursive: true);

    private Validated<ProjectConfig> With(string prompt, string finder = "voice: {persona: A baker}\n")
    {
        var projects = new ProjectDirectory(_workspace);
        File.WriteAllText(projects.Init("acme").Value!, finder);
        File.WriteAllText(Path.Combine(_workspace, "projects", "acme", "prompt.md"), prompt);
        return projects.Load("acme");
    }

    [Fact]
    public void A_template_is_read_with_its_project() =>
        Assert.Equal("Speak as {{persona}}.\n{{kinds}}\n", With("Speak as {{persona}}.\r\n{{kinds}}\r\n").Value!.PromptTemplate);

    [Fact]
    public void The_built_in_template_is_a_valid_one() => Assert.Equal([], With(DraftPrompt.DefaultTemplate).Problems);

    [Theory]
    [InlineData("{{kinds}}\n{{person}}", 2, "{{person}}", "unknown placeholder; did you mean 'persona'?")]
    [InlineData("{{kinds}} {{weather}}", 1, "{{weather}}", "unknown placeholder; known: persona, constraints, good_examples, bad_examples, topics, kinds")]
    [InlineData("{{ kinds }}", 1, "{{ kinds }}", "write it without spaces: {{kinds}}")]
    [InlineData("Just write.", null, "", "needs {{kinds}}: without it the model is not told which drafts to write")]
    public void A_mistake_is_named_with_its_line(string prompt, int? line, string key, string message) =>
        Assert.Equal(new ConfigProblem("projects/acme/prompt.md", line, key, message), Assert.Single(With(prompt).Problems));

    [Fact]
    public void Problems_of_both_files_are_said_at_once() =>
        Assert.Equal(["projects/acme/finder.yml", "projects/acme/prompt.md", "projects/acme/prompt.md"], With("{{kindz}}", "nam: x").Problems.Select(p => p.File));

    [Fact]
    public void The_page_about_prompts_names_every_placeholder()
    {
        var page = File.ReadAllText(Path.Combine(Repository.Root, "docs", "prompt.md"));
        Assert.All(DraftPrompt.Placeholders, name => Assert.Contains($"`{{{{{name}}}}}`", page));
    }
}
