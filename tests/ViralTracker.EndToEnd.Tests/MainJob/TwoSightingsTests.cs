using System.Globalization;
using System.Text.Json;
using Microsoft.Data.Sqlite;
using Xunit;

namespace ViralTracker.EndToEnd.Tests.MainJob;

/// <summary>Posts imported twice: what grew in between is worth more than what stood still.</summary>
public sealed class TwoSightingsTests
{
    private const string First = "2025-09-18 04:15:00.000";
    private const string Second = "2025-09-18 04:45:00.000";

    [Fact]
    public async Task A_post_that_grew_between_two_imports_beats_one_that_did_not()
    {
        using var tools = new ToolsWorkspace();
        await tools.ImportPostsAsync(Post(1, likes: 10), Post(2, likes: 60), Post(3, likes: 60));
        // The test cannot wait for half an hour.
        Rewrite(tools, $"UPDATE posts SET snapshot_at = '{First}'; UPDATE post_snapshots SET seen_at = '{First}'");
        await tools.ImportPostsAsync(Post(1, likes: 60), Post(2, likes: 60));
        Rewrite(tools, $"UPDATE posts SET snapshot_at = '{Second}' WHERE snapshot_at > '{First}'; UPDATE post_snapshots SET seen_at = '{Second}' WHERE seen_at > '{First}'");

        var (grown, flat, once) = (await ExplainAsync(tools, 1), await ExplainAsync(tools, 2), await ExplainAsync(tools, 3));

        Assert.Equal((50, 30), (Input(grown, "engagement_gained"), Input(grown, "minutes_between_counts")));
        Assert.Equal((0, 30), (Input(flat, "engagement_gained"), Input(flat, "minutes_between_counts")));
        Assert.False(once.GetProperty("inputs").TryGetProperty("engagement_gained", out _));
        Assert.True(Velocity(grown) > Velocity(flat));
        var run = (await tools.ScoreAsync("--json")).ShouldExit(0).Json.GetProperty("posts").EnumerateArray().ToDictionary(p => p.GetProperty("author").GetString()!);
        Assert.Equal(Velocity(grown), run["writer_1"].GetProperty("velocity").GetDouble(), 3);
        Assert.Equal(Velocity(flat), run["writer_2"].GetProperty("velocity").GetDouble(), 3);
        Assert.Contains("engagement gained", (await tools.RunAsync("twitter", "explain", Id(1), "-p", ToolsWorkspace.Slug, "--as-of", ToolsWorkspace.AsOf)).ShouldExit(0).Out, StringComparison.Ordinal);
    }

    [Fact]
    public async Task The_same_file_again_is_no_second_sighting()
    {
        using var tools = new ToolsWorkspace();
        await tools.ImportPostsAsync(Post(1, likes: 10));
        var before = tools.Store.Rows("SELECT snapshot_at FROM posts")[0][0];

        await tools.ImportPostsAsync(Post(1, likes: 10));

        Assert.Equal(before, tools.Store.Rows("SELECT snapshot_at FROM posts")[0][0]);
    }

    private static object Post(int number, long likes) => new
    {
        id = Id(number),
        author_handle = $"writer_{number}",
        author_followers = 5_000,
        created_at = "2025-09-18T04:00:00Z",
        lang = "en",
        text = $"Which editor would you give to apprentice number {number}, and why that one?",
        likes,
    };

    private static string Id(int number) => (1_968_000_000_000_000_000 + number).ToString(CultureInfo.InvariantCulture);

    private static Task<JsonElement> ExplainAsync(ToolsWorkspace tools, int number) =>
        tools.JsonAsync("twitter", "explain", Id(number), "-p", ToolsWorkspace.Slug, "--as-of", ToolsWorkspace.AsOf);

    private static double Input(JsonElement explained, string name) => explained.GetProperty("inputs").GetProperty(name).GetDouble();

    private static double Velocity(JsonElement explained) => explained.GetProperty("components")[0].GetProperty("value").GetDouble();

    private static void Rewrite(ToolsWorkspace tools, string sql)
    {
        using var connection = new SqliteConnection(new SqliteConnectionStringBuilder { DataSource = tools.Files.Database, Pooling = false }.ToString());
        connection.Open();
        using var command = connection.CreateCommand();
        command.CommandText = sql;
        command.ExecuteNonQuery();
    }
}
