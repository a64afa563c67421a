using ViralTracker.Core.Projects;
using Xunit;

namespace ViralTracker.Core.Tests.Projects;

public sealed class ConfigProblemTextTests
{
    private const string File = "projects/acme/finder.yml";

    [Fact]
    public void Problems_of_a_file_stand_in_columns_and_end_with_the_next_step()
    {
        var text = ConfigProblemText.Render(
            [
                new(File, 31, "voice", "is empty; give at least 'persona'"),
                new(File, 8, "weights.velocty", "unknown key; did you mean 'velocity'?"),
            ],
            ConfigProblemText.NothingWasRun("acme"));
        Assert.Equal(
            """
            projects/acme/finder.yml has 2 problems:
              line 8   weights.velocty  unknown key; did you mean 'velocity'?
              line 31  voice            is empty; give at least 'persona'
            Nothing was run. Check with: vt project validate acme
            """,
            text,
            ignoreLineEndingDifferences: true);
    }

    [Fact]
    public void A_problem_of_the_whole_file_has_no_empty_columns() =>
        Assert.Equal(
            "projects/acme/finder.yml has 1 problem:\n  is empty",
            ConfigProblemText.Render([new(File, null, "", "is empty")]),
            ignoreLineEndingDifferences: true);

    [Fact]
    public void A_problem_of_no_file_is_its_sentence() =>
        Assert.Equal("There is no project 'x'.", ConfigProblemText.Render([ConfigProblem.Of("There is no project 'x'.")]));

    [Theory]
    [InlineData("velocty", "velocity")]
    [InlineData("Exemplar", "exemplars")]
    [InlineData("author-quality", "author_quality")]
    [InlineData("nmae", "name")]
    [InlineData("velo", "velocity")]
    [InlineData("Author-", "author_quality")]
    [InlineData("na", null)]
    [InlineData("budget", null)]
    [InlineData("", null)]
    public void The_nearest_name_is_offered_only_when_it_is_near(string typed, string? expected) =>
        Assert.Equal(expected, NearestName.Of(typed, ["velocity", "exemplars", "author_quality", "name"]));
}
