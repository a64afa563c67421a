using ViralTracker.EndToEnd.Tests.Harness;
using ViralTracker.GeminiStandIn;
using ViralTracker.Testing;
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

    /// <summary>Without what this line gave to find them, the next one would look elsewhere for projects and drafts.</summary>
    [Theory]
    [InlineData("project list", "", "")]
    [InlineData("twitter generate-comments -p demo -q --provider offline", "", "")]
    [InlineData("twitter import -p demo ../posts.jsonl", "", "Next    vt PLACE twitter generate-comments -p demo")]
    [InlineData("twitter score -p demo", "", "Next    vt PLACE twitter generate-comments -p demo --use-saved-scores")]
    [InlineData("twitter generate-comments -p demo --provider offline", "", "        vt PLACE twitter explain -p demo ")]
    [InlineData("twitter export-comments -p demo -o -", "Next     vt PLACE twitter generate-comments -p demo", "")]
    [InlineData("twitter mark 1 --status posted", "vt PLACE twitter export-comments -p SLUG -o FILE lists them", "")]
    [InlineData("twitter mark 1 --status posted -p demo", "vt PLACE twitter export-comments -p demo -o FILE lists them", "")]
    [InlineData("twitter explain -p demo 1", "as vt PLACE twitter score -p demo --json lists them", "")]
    [InlineData("twitter skipped -p demo", "", "Next    vt PLACE twitter score -p demo")]
    [InlineData("status", "", "vt PLACE project list")]
    [InlineData("costs -p demo", "", "Next    vt PLACE twitter generate-comments -p demo")]
    [InlineData("project init new", "", "then: vt PLACE project validate new")]
    [InlineData("twitter score -p broken", "Nothing was run. Check with: vt PLACE project validate broken", "")]
    public async Task Suggested_commands_carry_the_workspace_and_database_that_were_given(string line, string error, string screen)
    {
        using var workspace = TempWorkspace.WithDemo().WithProject("broken", "taxonomy: 7");
        MadeUpPosts.Write(workspace.PathOf("posts.jsonl"), 3);
        string Placed(string said) => said.Replace("PLACE", $"--workspace {workspace.Root} --database 'my own.db'", StringComparison.Ordinal);
        Directory.CreateDirectory(workspace.PathOf("here", "x"));

        using var run = VtProcess.StartShell(workspace, new VtSetting(), $"cd here && vt {line} --workspace '{workspace.Root}' --database 'my own.db'");
        var result = await run.ResultAsync();

        Assert.Contains(Placed(error), result.Error, StringComparison.Ordinal);
        Assert.Contains(Placed(screen), result.Out, StringComparison.Ordinal);
        Assert.DoesNotMatch(@"vt (project|twitter|status|costs|forecast)", result.Out + result.Error);
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
