using ViralTracker.Adapters.Configuration;
using Xunit;

namespace ViralTracker.Adapters.Tests.Configuration;

public sealed class WorkspaceTests
{
    private static Func<string, bool> Folders(params string[] existing) => existing.Contains;

    [Fact]
    public void The_nearest_folder_upwards_with_projects_is_the_workspace() =>
        Assert.Equal("/home/a/work", Workspace.Find(
            null, "", "/home/a/work/notes/today", Folders("/home/a/work/projects", "/home/projects")).Value!.Root);

    [Fact]
    public void The_option_wins_over_the_variable_and_the_variable_over_the_search()
    {
        var folders = Folders("/w/option", "/variable", "/w/projects");
        Assert.Equal("/w/option", Workspace.Find("option/", "/variable", "/w", folders).Value!.Root);
        Assert.Equal("/variable", Workspace.Find(null, "/variable", "/w", folders).Value!.Root);
        Assert.Equal("/w", Workspace.Find(null, null, "/w", folders).Value!.Root);
    }

    [Fact]
    public void A_named_workspace_that_does_not_exist_is_named_back() =>
        Assert.Equal("The workspace that VT_WORKSPACE names is not a folder: /gone",
            Assert.Single(Workspace.Find(null, "/gone", "/w", Folders("/w/projects")).Problems).Message);

    [Fact]
    public void Without_any_workspace_the_message_says_what_was_looked_for_and_how_to_start()
    {
        var message = Assert.Single(Workspace.Find(null, null, "/w", Folders()).Problems).Message;
        Assert.Contains("/w", message);
        Assert.Contains("VT_WORKSPACE", message);
        Assert.Contains("vt project init", message);
    }

    [Fact]
    public void A_first_project_makes_the_current_folder_a_workspace()
    {
        Assert.Equal("/w", Workspace.FindOrStart(null, null, "/w", Folders()).Value!.Root);
        Assert.Null(Workspace.FindOrStart("/gone", null, "/w", Folders()).Value);
    }

    [Theory]
    [InlineData(null, null, "/w/.viraltracker/viraltracker.db")]
    [InlineData(null, "data/a.db", "/w/data/a.db")]
    [InlineData("b.db", "data/a.db", "/w/notes/b.db")]
    [InlineData("/var/b.db", null, "/var/b.db")]
    public void The_database_is_named_by_option_then_variable_then_place(string? option, string? variable, string expected) =>
        Assert.Equal(expected, new Workspace("/w").DatabasePath(option, variable, "/w/notes"));
}
