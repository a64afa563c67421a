using System.Globalization;
using System.Text.RegularExpressions;
using Microsoft.Data.Sqlite;
using ViralTracker.Adapters.Storage.Sqlite;
using Xunit;

namespace ViralTracker.Adapters.Tests.Storage;

public sealed class SqliteStoreTests : StoreCompliance
{
    private readonly TemporaryFolder _folder = new();

    private string DatabasePath => Path.Combine(_folder.Path, ".viraltracker", "viraltracker.db");

    protected override async Task<StoreUnderTest> OpenAsync()
    {
        var db = await SqliteDatabase.OpenAsync(DatabasePath, Ct);
        return new StoreUnderTest(db.Posts, db.Embeddings, db.Assessments, db.Runs, db.Leases, db.Ledger, db.Reviews, db.Reports, db.Notes, db.Answers, db);
    }

    protected override Task<IReadOnlyList<object?[]>> QueryAsync(string sql) => Task.FromResult(Sqlite.Query(DatabasePath, sql));

    public override async ValueTask DisposeAsync()
    {
        await base.DisposeAsync();
        _folder.Dispose();
    }

    [Fact]
    public async Task Published_seven_day_cost_query_runs_on_the_view()
    {
        var ids = await AddPostsAsync(APost("1"), APost("2"), APost("3"));
        await DraftAsync(ids[0], 1001);
        await DraftAsync(ids[1], 2000);
        await DraftAsync(ids[2], 4000);
        var (recent, old) = (TimeProvider.System.GetUtcNow().AddDays(-6.99), TimeProvider.System.GetUtcNow().AddDays(-7.01));
        Sqlite.Execute(DatabasePath, $"UPDATE drafts SET created_at = '{Text(recent)}' WHERE post_id <> {ids[2]}");
        Sqlite.Execute(DatabasePath, $"UPDATE drafts SET created_at = '{Text(old)}' WHERE post_id = {ids[2]}");

        var row = Assert.Single(await QueryAsync("""
            SELECT project_id, SUM(api_cost_usd) AS total_cost_usd, COUNT(DISTINCT tweet_id) AS tweets, COUNT(*) AS suggestions
            FROM generated_comments WHERE created_at >= datetime('now','-7 days') GROUP BY project_id
            """));

        Assert.Equal((Project, 2L, 4L), (row[0], row[2], row[3]));
        Assert.Equal(3001, Math.Round((double)row[1]! * 1e9));
    }

    [Fact]
    public void Usage_queries_read_indexes_only()
    {
        foreach (var sql in new[]
        {
            "SELECT sum(counted_nanousd) FROM api_calls WHERE project_id = 'a' AND sent_at >= '2025'",
            "SELECT sum(counted_nanousd) FROM api_calls WHERE run_id = 1",
            "SELECT sum(reserved_nanousd), sum(CASE WHEN run_id = 1 THEN reserved_nanousd END) FROM api_calls WHERE state = 'reserved' AND project_id = 'a'",
            "SELECT call_id, sent_at, counted_tokens FROM api_calls WHERE provider = 'a' AND key_fingerprint = 'b' AND model_requested = 'c' AND sent_at >= '2025' AND purpose <> 'd' ORDER BY sent_at",
        })
            Assert.Contains("COVERING INDEX", (string)Sqlite.Query(DatabasePath, "EXPLAIN QUERY PLAN " + sql)[0][3]!, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData(Adapters.Storage.Ledger.History, "api_calls_history")]
    [InlineData(Adapters.Storage.Ledger.ProjectHistory, "api_calls_project_history")]
    public void History_reads_only_its_index_newest_first(string sql, string index)
    {
        var plan = Sqlite.Query(DatabasePath, "EXPLAIN QUERY PLAN " + sql
            .Replace("@project", "'p'", StringComparison.Ordinal).Replace("@provider", "'a'", StringComparison.Ordinal).Replace("@model", "'b'", StringComparison.Ordinal).Replace("@count", "200", StringComparison.Ordinal));

        Assert.Contains("USING INDEX " + index, (string)Assert.Single(plan)[3]!, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData(Adapters.Storage.ReviewStore.Waiting, "USING COVERING INDEX drafts_waiting")]
    [InlineData(Adapters.Storage.ReviewStore.Said, "USING INDEX drafts_said (project_id=? AND created_at>?)")]
    [InlineData(Adapters.Storage.ReviewStore.Answered, "USING COVERING INDEX review_events_posted")]
    public void Questions_of_a_runs_start_scan_no_table(string sql, string index)
    {
        var plan = Plan(sql);

        Assert.Contains(plan, step => step.Contains(index, StringComparison.Ordinal));
        Assert.DoesNotContain(plan, step => step is "SCAN d" or "SCAN e" or "SCAN p");
    }

    [Theory]
    [InlineData("123")]
    [InlineData("x:123")]
    [InlineData("https://bsky.app/profile/me/post/1")]
    public void Drafts_to_mark_are_found_by_their_post(string target) =>
        Assert.Contains(Plan(Adapters.Storage.ReviewMark.OfferedFor(Adapters.Storage.PostAddress.Of(target))), step => step.Contains("SEARCH d USING INDEX drafts_post (project_id=? AND post_id=?)", StringComparison.Ordinal));

    [Fact]
    public void Text_finally_posted_is_looked_for_among_the_drafts_of_its_post_only() =>
        Assert.DoesNotContain("SCAN f", Plan(Adapters.Storage.ReviewMark.AddFinalText));

    [Fact]
    public void What_a_run_settled_is_looked_up_by_the_posts_of_its_calls() =>
        Assert.Contains(Plan(Adapters.Storage.RunStore.Settled), step => step.Contains("assessments_settled (project_id=? AND post_id=?", StringComparison.Ordinal));

    [Fact]
    public void Spend_of_a_month_reads_no_older_calls() =>
        Assert.Contains("SEARCH c USING INDEX api_calls_project (project_id=? AND sent_at>?)", Plan(Adapters.Storage.ReportStore.Spend));

    [Fact]
    public void Handled_posts_are_told_by_indexes_in_one_look_however_often_they_were_assessed()
    {
        var plan = Sqlite.Query(DatabasePath, "EXPLAIN QUERY PLAN SELECT 1 FROM posts p WHERE " + Adapters.Storage.Candidates.Handled.Replace("@project", "'x'", StringComparison.Ordinal));

        Assert.Contains(plan, step => ((string)step[3]!).Contains("COVERING INDEX assessments_settled (project_id=? AND post_id=? AND skip_reason=?)", StringComparison.Ordinal));
    }

    private List<string> Plan(string sql) =>
        [.. Sqlite.Query(DatabasePath, "EXPLAIN QUERY PLAN " + Regex.Replace(sql, @"@\w+", "'x'")).Select(row => (string)row[3]!)];

    private static string Text(DateTimeOffset time) => time.ToString("yyyy-MM-dd HH:mm:ss.fff", CultureInfo.InvariantCulture);
}

/// <summary>Plain access to a file, apart from the product's code.</summary>
internal static class Sqlite
{
    public static IReadOnlyList<object?[]> Query(string path, string sql)
    {
        using var connection = Open(path);
        using var command = connection.CreateCommand();
        command.CommandText = sql;
        using var reader = command.ExecuteReader();
        var rows = new List<object?[]>();
        while (reader.Read())
        {
            var row = new object?[reader.FieldCount];
            reader.GetValues(row!);
            rows.Add([.. row.Select(v => v is DBNull ? null : v)]);
        }
        return rows;
    }

    public static void Execute(string path, string sql) => Query(path, sql);

    public static SqliteConnection Open(string path)
    {
        var connection = new SqliteConnection($"Data Source={path};Pooling=False");
        connection.Open();
        return connection;
    }
}
