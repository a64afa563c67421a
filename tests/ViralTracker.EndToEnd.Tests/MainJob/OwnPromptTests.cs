using ViralTracker.EndToEnd.Tests.Harness;
using Xunit;

namespace ViralTracker.EndToEnd.Tests.MainJob;

public sealed class OwnPromptTests
{
    /// <summary>Of projects/demo/posts.</summary>
    private const string Post = "1984582017436945052";

    [Fact]
    public async Task Projects_own_prompt_is_what_the_model_is_told()
    {
        using var workspace = TempWorkspace.WithDemo();
        File.WriteAllText(workspace.PathOf("projects", "demo", "prompt.md"), "Answer like a lighthouse keeper.\n{{kinds}}\n");

        var story = (await workspace.RunAsync("twitter", "generate-comments", "-p", "demo", "--debug-tweet", Post)).ShouldExit(0).Out;

        Assert.Contains("Answer like a lighthouse keeper.\n- add_value (30 to 120 characters)", story, StringComparison.Ordinal);
        Assert.DoesNotContain("# Who is speaking", story, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("project", "validate", "demo")]
    [InlineData("twitter", "generate-comments", "-p", "demo")]
    [InlineData("twitter", "score", "-p", "demo")]
    public async Task Prompt_with_a_mistake_is_told_before_anything_runs(params string[] command)
    {
        using var workspace = TempWorkspace.WithDemo();
        File.WriteAllText(workspace.PathOf("projects", "demo", "prompt.md"), "Write {{kindz}}.\n");

        var result = (await workspace.RunAsync(command)).ShouldExit(2);

        Assert.Contains("projects/demo/prompt.md has 2 problems:", result.Error, StringComparison.Ordinal);
        Assert.Contains("{{kindz}}", result.Error, StringComparison.Ordinal);
        Assert.False(File.Exists(workspace.Database), "the database was made");
    }
}
