using System.Globalization;
using System.Text;
using System.Text.Json;
using ViralTracker.GeminiStandIn;
using ViralTracker.Testing;
using Xunit;

namespace ViralTracker.EndToEnd.Tests.MainJob;

/// <summary>All 500 real posts, from the file to the hand-over.</summary>
public sealed class RealPostsTests
{
    private const int Rows = 500;
    private const int Posts = 496;

    [Theory]
    [InlineData("demo_ai_tools.csv", "demo_ai_tools.jsonl")]
    [InlineData("demo_ai_tools.jsonl", "demo_ai_tools.csv")]
    public async Task Second_import_adds_nothing_whatever_the_format(string first, string second)
    {
        using var tools = new ToolsWorkspace();

        var once = await tools.ImportSharedAsync(first);
        var rows = Kept(tools);
        var again = await tools.ImportSharedAsync(first);
        var other = await tools.ImportSharedAsync(second);

        Assert.Equal((Posts, Rows - Posts, 0), (Count(once, "added"), Count(once, "unchanged"), Count(once, "bad_rows")));
        Assert.Equal((0, 0, Rows), (Count(again, "added"), Count(again, "updated"), Count(again, "unchanged")));
        Assert.Equal((0, 0, Rows), (Count(other, "added"), Count(other, "updated"), Count(other, "unchanged")));
        Assert.Equal(Posts, tools.Store.Number("SELECT count(*) FROM posts"));
        Assert.Equal(Posts, tools.Store.Number("SELECT count(*) FROM post_snapshots"));
        Assert.Equal(rows, Kept(tools));

        // All but our own ids, the raw row, and when the counts were last seen.
        static object?[][] Kept(ToolsWorkspace tools) => [.. tools.Store.Rows("SELECT * FROM posts ORDER BY native_id").Select(row => (object?[])[.. row[1..18], .. row[19..^1]])];
    }

    [Fact]
    public async Task Offline_run_agrees_on_screen_in_json_and_in_the_database()
    {
        using var tools = new ToolsWorkspace();
        await tools.ImportSharedAsync("demo_ai_tools.csv");

        var run = (await tools.GenerateAsync(null, "--json")).ShouldExit(0).Json;

        Assert.True(run.GetProperty("offline").GetBoolean());
        Assert.Equal(0, run.GetProperty("draft").GetProperty("api_cost_usd").GetDecimal());
        Agree(run, tools.Store);

        // A second run takes up only what the first one put off, such as a second post of an author, and what needs a model.
        (await tools.GenerateAsync(null)).ShouldExit(0);
        Assert.Equal(0, tools.Store.Number("SELECT count(*) FROM drafts d JOIN call_posts p ON p.post_id = d.post_id JOIN api_calls c ON c.call_id = p.call_id WHERE d.state = 'offered' AND c.run_id > d.run_id"));
    }

    [Fact]
    public async Task Gemini_run_agrees_with_the_providers_bill_everywhere()
    {
        using var tools = new ToolsWorkspace();
        await using var gemini = await StandInServer.StartAsync();
        await tools.ImportSharedAsync("demo_ai_tools.jsonl");

        var run = (await tools.GenerateAsync(gemini, "--json")).ShouldExit(0).Json;

        Agree(run, tools.Store);
        var draft = run.GetProperty("draft");
        var drafted = Count(draft, "drafted");
        Assert.Equal(Count(run.GetProperty("find"), "scored"), drafted + Count(draft, "all_rejected"));
        var bill = gemini.BilledNanoUsd / 1e9m;
        Assert.Equal(bill, draft.GetProperty("api_cost_usd").GetDecimal());
        Assert.Equal(gemini.Bill.Count, Count(draft, "calls"));

        foreach (var by in new[] { "project", "day", "model", "run" })
        {
            var costs = await tools.JsonAsync("costs", "--by", by);
            Assert.Equal(bill, costs.GetProperty("total").GetProperty("cost_usd").GetDecimal());
            Assert.Equal(bill, costs.GetProperty("rows").EnumerateArray().Sum(row => row.GetProperty("cost_usd").GetDecimal()));
            Assert.Equal(Count(draft, "calls"), Count(costs.GetProperty("total"), "calls"));
        }
        var byTweet = await tools.JsonAsync("costs", "--by", "tweet");
        Assert.Equal(bill, byTweet.GetProperty("rows").EnumerateArray().Sum(row => row.GetProperty("cost_usd").GetDecimal()));

        var status = await tools.JsonAsync("status");
        Assert.Equal(bill, status.GetProperty("spend_today_usd").GetDecimal());
        Assert.Equal(Count(draft, "drafts_offered"), Count(status.GetProperty("drafts")[0], "pending"));

        // The reference's published query, its date arithmetic in SQLite's words.
        var week = tools.Store.Rows("""
            SELECT project_id, COUNT(DISTINCT tweet_id) AS tweets, COUNT(*) AS suggestions, SUM(api_cost_usd) AS total_cost
            FROM generated_comments
            WHERE created_at >= datetime('now', '-7 days')
            GROUP BY project_id
            """);
        Assert.Equal([ToolsWorkspace.Slug, (long)drafted, (long)Count(draft, "drafts_offered")], Assert.Single(week)[..3]);
        // A call whose drafts were all rejected stands in the ledger alone.
        var withDrafts = tools.Store.Number("SELECT sum(cost_nanousd) FROM api_calls c WHERE EXISTS (SELECT 1 FROM drafts d WHERE d.call_id = c.call_id AND d.state = 'offered')");
        Assert.Equal(withDrafts / 1e9, (double)week[0][3]!, 9);
        Assert.Equal(gemini.BilledNanoUsd, tools.Store.Number("SELECT sum(cost_nanousd) FROM drafts"));
    }

    [Fact]
    public async Task Screen_says_the_numbers_of_the_database()
    {
        using var tools = new ToolsWorkspace();
        await using var gemini = await StandInServer.StartAsync();
        await tools.ImportSharedAsync("demo_ai_tools.csv");

        var screen = (await tools.GenerateAsync(gemini)).ShouldExit(0).Out;

        var (posts, drafts) = (tools.Store.Number("SELECT count(DISTINCT tweet_id) FROM generated_comments"), tools.Store.Number("SELECT count(*) FROM generated_comments"));
        var asked = tools.Store.Number("SELECT count(DISTINCT post_id) FROM call_posts");
        var scored = tools.Store.Number("SELECT count(*) FROM assessments WHERE total IS NOT NULL");
        var skipped = tools.Store.Number("SELECT count(*) FROM assessments WHERE skip_reason IS NOT NULL AND scorer <> 'draft'");
        Assert.Contains(Invariant($"Found   {Posts} posts"), screen, StringComparison.Ordinal);
        Assert.Contains(Invariant($"Skipped {skipped}   "), screen, StringComparison.Ordinal);
        Assert.Contains(Invariant($"Scored  {scored}   "), screen, StringComparison.Ordinal);
        Assert.Contains(Invariant($"Drafted {posts:N0} posts, {drafts:N0} drafts"), screen, StringComparison.Ordinal);
        Assert.Contains(Invariant($"💰 API Cost: ${gemini.BilledNanoUsd / 1e9m:F4} USD (avg ${gemini.BilledNanoUsd / 1e9m / asked:F5} per tweet)"), screen, StringComparison.Ordinal);
        Assert.DoesNotContain('\u001b', screen);
    }

    [Fact]
    public async Task Export_holds_every_drafted_post_and_marks_it_only_then()
    {
        using var tools = new ToolsWorkspace();
        await using var gemini = await StandInServer.StartAsync();
        await tools.ImportSharedAsync("demo_ai_tools.csv");
        var run = (await tools.GenerateAsync(gemini, "--json")).ShouldExit(0).Json;
        var (posts, drafts) = (Count(run.GetProperty("draft"), "drafted"), Count(run.GetProperty("draft"), "drafts_offered"));
        const string Pending = "SELECT count(*) FROM generated_comments WHERE status = 'pending'";

        (await tools.RunAsync("twitter", "export-comments", "-p", ToolsWorkspace.Slug, "-o", "no/such/folder.csv", "--limit", "1000")).ShouldExit(2);
        Assert.Equal(drafts, tools.Store.Number(Pending));

        var export = await tools.JsonAsync("twitter", "export-comments", "-p", ToolsWorkspace.Slug, "-o", "all.csv", "--limit", "1000");
        Assert.Equal((posts, drafts, drafts), (Count(export, "exported_posts"), Count(export, "exported_drafts"), Count(export, "marked_exported")));
        Assert.Equal(0, tools.Store.Number(Pending));
        Assert.Equal(drafts, tools.Store.Number("SELECT count(*) FROM generated_comments WHERE status = 'exported'"));

        var bytes = File.ReadAllBytes(tools.Files.PathOf("all.csv"));
        Assert.Equal(Encoding.UTF8.Preamble.ToArray(), bytes[..3]);
        var rows = CsvText.Parse(Encoding.UTF8.GetString(bytes[3..]));
        Assert.Equal(
            "rank,priority_score,project,tweet_id,url,author,followers,views,tweet_text,posted_at,score_total,label,topic,why,suggested_response,suggested_type,alternative_1,alt_1_type,alternative_2,alt_2_type,age_hours,reply_url",
            string.Join(',', rows[0]));
        Assert.Equal(posts, rows.Count - 1);
        Assert.All(rows, row => Assert.Equal(rows[0].Length, row.Length));
        Assert.All(rows.Skip(1).SelectMany(row => row), cell => Assert.False(IsFormula(cell), $"runs as a formula: {cell}"));
        var texts = tools.Store.Rows("SELECT DISTINCT tweet_id FROM generated_comments").Select(row => (string)row[0]!).ToHashSet();
        Assert.Equal(texts, rows.Skip(1).Select(row => row[3]).ToHashSet());
        var order = rows.Skip(1).Select(row => double.Parse(row[1], CultureInfo.InvariantCulture)).ToArray();
        Assert.Equal(order.OrderDescending(), order);

        var lines = await ExportedAsync(tools, "all.jsonl");
        var counts = lines.Split('\n', StringSplitOptions.RemoveEmptyEntries).Select(line => JsonDocument.Parse(line).RootElement.GetProperty("drafts").GetArrayLength()).ToArray();
        Assert.Equal((posts, drafts), (counts.Length, counts.Sum()));
        Assert.Contains($"{posts} posts, {drafts} drafts", await ExportedAsync(tools, "all.md"), StringComparison.Ordinal);
    }

    private static async Task<string> ExportedAsync(ToolsWorkspace tools, string file)
    {
        await tools.JsonAsync("twitter", "export-comments", "-p", ToolsWorkspace.Slug, "-o", file, "--limit", "1000", "--status", "exported");
        return File.ReadAllText(tools.Files.PathOf(file));
    }

    /// <summary>The counts of a run's document against the rows it left.</summary>
    private static void Agree(JsonElement run, StoreFile store)
    {
        var (find, draft) = (run.GetProperty("find"), run.GetProperty("draft"));
        var skipped = find.GetProperty("skipped").EnumerateObject().Sum(reason => reason.Value.GetInt32());
        Assert.Equal(Posts, Count(find, "in_window"));
        Assert.Equal(Posts, Count(find, "scored") + skipped);
        Assert.Equal(Count(find, "scored"), Count(find, "green") + Count(find, "yellow") + Count(find, "red"));
        Assert.Equal(Count(find, "scored"), store.Number("SELECT count(*) FROM assessments WHERE total IS NOT NULL"));
        Assert.Equal(Count(draft, "posts"), Count(draft, "drafted") + Count(draft, "all_rejected") + Count(draft, "nothing_to_say") + Count(draft, "blocked") + Count(draft, "failed"));
        Assert.Equal(Count(draft, "drafted"), store.Number("SELECT count(DISTINCT tweet_id) FROM generated_comments"));
        Assert.Equal(Count(draft, "drafts_offered"), store.Number("SELECT count(*) FROM generated_comments"));
        Assert.Equal(Count(draft, "drafts_rejected"), store.Number("SELECT count(*) FROM drafts WHERE state = 'rejected'"));
        Assert.Equal(Count(draft, "drafted"), run.GetProperty("posts").GetArrayLength());
        Assert.Equal(Count(draft, "calls"), store.Number("SELECT count(*) FROM api_calls"));
    }

    /// <summary>What a spreadsheet program runs; an @mention is none, for it is no function's name.</summary>
    private static bool IsFormula(string cell) =>
        cell.Length > 1 && cell[0] is '=' or '+' or '-' && !double.TryParse(cell, NumberStyles.Float, CultureInfo.InvariantCulture, out _);

    private static int Count(JsonElement element, string name) => element.GetProperty(name).GetInt32();

    private static string Invariant(FormattableString text) => FormattableString.Invariant(text);
}
