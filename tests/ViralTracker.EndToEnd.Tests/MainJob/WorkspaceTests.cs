using ViralTracker.EndToEnd.Tests.Harness;
using ViralTracker.GeminiStandIn;
using Xunit;

namespace ViralTracker.EndToEnd.Tests.MainJob;

public sealed class WorkspaceTests
{
    [Fact]
    public async Task Workspace_is_the_nearest_parent_with_projects()
    {
        using var workspace = TempWorkspace.WithDemo();
        Directory.CreateDirectory(workspace.PathOf("notes", "deep", "er"));

        using var run = VtProcess.StartShell(workspace, new VtSetting(), "cd notes/deep && vt twitter score -p demo -q");

        (await run.ResultAsync()).ShouldExit(0);
        Assert.True(File.Exists(workspace.Database));
    }

    [Fact]
    public async Task Option_goes_before_variable_and_both_before_the_folder()
    {
        using var here = TempWorkspace.WithDemo();
        using var named = new TempWorkspace().WithProject("named", ToolsWorkspace.Finder);
        using var given = new TempWorkspace().WithProject("given", ToolsWorkspace.Finder);
        var setting = new VtSetting { Environment = new Dictionary<string, string> { ["VT_WORKSPACE"] = named.Root } };

        Assert.Contains("named", (await here.RunAsync(setting, "project", "list")).ShouldExit(0).Out, StringComparison.Ordinal);
        Assert.Contains("given", (await here.RunAsync(setting, "project", "list", "--workspace", given.Root)).ShouldExit(0).Out, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Database_can_be_named_by_option_and_variable()
    {
        using var workspace = TempWorkspace.WithDemo();
        var setting = new VtSetting { Environment = new Dictionary<string, string> { ["VT_DATABASE"] = workspace.PathOf("variable.db") } };

        (await workspace.RunAsync(setting, "twitter", "score", "-p", "demo")).ShouldExit(0);
        (await workspace.RunAsync(setting, "twitter", "score", "-p", "demo", "--database", "option.db")).ShouldExit(0);

        Assert.True(File.Exists(workspace.PathOf("variable.db")));
        Assert.True(File.Exists(workspace.PathOf("option.db")));
        Assert.False(File.Exists(workspace.Database));
    }

    [Fact]
    public async Task Key_of_dotenv_is_used_and_never_overrides_the_environment()
    {
        using var tools = new ToolsWorkspace();
        await using var gemini = await StandInServer.StartAsync();
        await tools.ImportPostsAsync(OwnPosts.All);
        File.WriteAllText(tools.Files.PathOf(".env"), $"# the key\nGEMINI_API_KEY={StandInOptions.DefaultKey}\nGOOGLE_GEMINI_BASE_URL={gemini.Address}\n");

        (await tools.GenerateAsync(null)).ShouldExit(0);
        Assert.NotEmpty(gemini.Log);
        var sent = gemini.Log.Count;

        var wrong = new VtSetting { Environment = new Dictionary<string, string> { ["GEMINI_API_KEY"] = "wrong-key-of-the-environment" } };
        var refused = (await tools.Files.RunAsync(wrong, "twitter", "generate-comments", "-p", ToolsWorkspace.Slug, "--as-of", ToolsWorkspace.AsOf, "--refresh", "--no-skip-low-scores")).ShouldExit(4);
        Assert.True(gemini.Log.Count > sent);
        Assert.DoesNotContain("wrong-key-of-the-environment", refused.Out + refused.Error, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Newer_database_is_refused_in_a_line()
    {
        using var workspace = TempWorkspace.WithDemo();
        (await workspace.RunAsync("twitter", "score", "-p", "demo")).ShouldExit(0);
        using (var connection = new Microsoft.Data.Sqlite.SqliteConnection($"Data Source={workspace.Database};Pooling=False"))
        {
            connection.Open();
            using var command = connection.CreateCommand();
            command.CommandText = "PRAGMA user_version = 999";
            command.ExecuteNonQuery();
        }

        var result = (await workspace.RunAsync("status")).ShouldExit(2);

        Assert.Single(result.Error.Trim().Split('\n'));
        Assert.Contains("newer", result.Error, StringComparison.Ordinal);
    }
}
