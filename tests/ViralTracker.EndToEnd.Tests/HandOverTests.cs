using System.Text.Json;
using ViralTracker.EndToEnd.Tests.Harness;
using ViralTracker.Testing;
using Xunit;

namespace ViralTracker.EndToEnd.Tests;

/// <summary>From drafts to what became of them: export, mark, status, skipped.</summary>
public sealed class HandOverTests
{
    [Fact]
    public async Task Export_writes_a_ranked_csv_and_then_marks_it_exported()
    {
        using var workspace = await DraftedAsync();
        var pending = (await DraftsAsync(workspace)).GetProperty("pending").GetInt32();
        var csv = workspace.PathOf("out", "today.csv");

        var summary = (await workspace.RunAsync("twitter", "export-comments", "-p", "demo", "-o", csv, "--json")).ShouldExit(0).Json;

        Assert.Equal(pending, summary.GetProperty("marked_exported").GetInt32());
        Assert.Equal([0xEF, 0xBB, 0xBF], (await File.ReadAllBytesAsync(csv, Ct))[..3]);
        Assert.StartsWith("rank,priority_score,project,tweet_id,url,author,", await File.ReadAllTextAsync(csv, Ct), StringComparison.Ordinal);
        Assert.Single(Directory.GetFiles(Path.GetDirectoryName(csv)!));
        Assert.Equal((0, pending), ((await DraftsAsync(workspace)).GetProperty("pending").GetInt32(), (await DraftsAsync(workspace)).GetProperty("exported").GetInt32()));
    }

    [Fact]
    public async Task Second_export_finds_nothing_and_leaves_the_file_alone()
    {
        using var workspace = await DraftedAsync();
        var csv = workspace.PathOf("today.csv");
        (await workspace.RunAsync("twitter", "export-comments", "-p", "demo", "-o", csv)).ShouldExit(0);
        var before = await File.ReadAllBytesAsync(csv, Ct);

        var again = (await workspace.RunAsync("twitter", "export-comments", "-p", "demo", "-o", csv)).ShouldExit(0);

        Assert.Contains("--status exported", again.Out, StringComparison.Ordinal);
        Assert.Equal(before, await File.ReadAllBytesAsync(csv, Ct));
    }

    [Fact]
    public async Task Closed_pipe_marks_nothing_and_shows_no_stack_trace()
    {
        using var workspace = await DraftedAsync();
        var before = (await DraftsAsync(workspace)).GetProperty("pending").GetInt32();

        using var process = VtProcess.StartShell(workspace, new VtSetting(), "{ vt twitter export-comments -p demo -o -; echo $? > code; } | { exec 0<&-; sleep 5; }");
        var result = await process.ResultAsync();

        Assert.Equal("1", (await File.ReadAllTextAsync(workspace.PathOf("code"), Ct)).Trim());
        Assert.Contains("Nothing was marked exported", result.Error, StringComparison.Ordinal);
        Assert.DoesNotContain("   at ", result.Error, StringComparison.Ordinal);
        Assert.Equal(before, (await DraftsAsync(workspace)).GetProperty("pending").GetInt32());
    }

    [Fact]
    public async Task Standard_output_holds_the_rows_alone()
    {
        using var workspace = await DraftedAsync();

        var lines = (await workspace.RunAsync("twitter", "export-comments", "-p", "demo", "-o", "-", "--format", "jsonl", "--limit", "2")).ShouldExit(0);
        var document = (await workspace.RunAsync("twitter", "export-comments", "-p", "demo", "-o", "-", "--json", "--limit", "2")).ShouldExit(0).Json;

        Assert.Equal([1, 2], lines.Out.Split('\n', StringSplitOptions.RemoveEmptyEntries).Select(l => JsonDocument.Parse(l).RootElement.GetProperty("rank").GetInt32()));
        Assert.Contains("Exported 2 posts", lines.Error, StringComparison.Ordinal);
        Assert.Equal(2, document.GetProperty("posts").GetArrayLength());
        Assert.Equal(JsonValueKind.Null, document.GetProperty("marked_exported").ValueKind);
    }

    [Fact]
    public async Task Export_appended_by_the_shell_stays_in_order()
    {
        using var workspace = await DraftedAsync();

        using var process = VtProcess.StartShell(workspace, new VtSetting(), "{ echo before; vt twitter export-comments -p demo -o - --format md --limit 1 -q; echo after; } > page");
        await process.ResultAsync();

        var page = await File.ReadAllTextAsync(workspace.PathOf("page"), Ct);
        Assert.StartsWith("before\n# Reply opportunities", page, StringComparison.Ordinal);
        Assert.EndsWith("\nafter\n", page, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Mark_does_what_it_can_and_lists_what_it_cannot()
    {
        using var workspace = await DraftedAsync();
        var posts = (await workspace.RunAsync("twitter", "export-comments", "-p", "demo", "-o", "-", "--json", "--limit", "2")).Json.GetProperty("posts");
        var (first, second) = (posts[0].GetProperty("drafts")[0].GetProperty("draft_id").GetString()!, posts[1].GetProperty("url").GetString()!);

        var result = (await workspace.RunAsync("twitter", "mark", first, "d999999", second, "--status", "posted")).ShouldExit(1);

        Assert.Equal(2, result.Out.Split('\n', StringSplitOptions.RemoveEmptyEntries).Length);
        Assert.StartsWith("d999999: ", result.Error, StringComparison.Ordinal);
        Assert.Equal(2, (await DraftsAsync(workspace)).GetProperty("posted").GetInt32());
    }

    [Fact]
    public async Task Posted_text_may_begin_with_a_handle()
    {
        using var workspace = await DraftedAsync();

        (await workspace.RunAsync("twitter", "mark", "d1", "--status", "posted", "--text", "@alice thanks")).ShouldExit(0);

        Assert.Equal(1, new StoreFile(workspace.Database).Number("SELECT count(*) FROM drafts WHERE origin = 'posted' AND text = '@alice thanks'"));
    }

    [Fact]
    public async Task Mark_says_the_same_of_an_unknown_draft_with_and_without_a_database()
    {
        using var workspace = TempWorkspace.WithDemo();
        string[] mark = ["twitter", "mark", "d999999", "--status", "posted"];

        var without = (await workspace.RunAsync(mark)).ShouldExit(1);
        Assert.False(File.Exists(workspace.Database), "the database was made");
        (await workspace.RunAsync("twitter", "score", "-p", "demo")).ShouldExit(0);

        Assert.StartsWith("d999999: no draft or drafted post with this id", without.Error, StringComparison.Ordinal);
        Assert.Equal(without.Error, (await workspace.RunAsync(mark)).ShouldExit(1).Error);
    }

    [Fact]
    public async Task A_name_of_another_format_is_refused_and_the_order_is_told()
    {
        using var workspace = await DraftedAsync();
        var pending = (await DraftsAsync(workspace)).GetProperty("pending").GetInt32();

        var refused = (await workspace.RunAsync("twitter", "export-comments", "-p", "demo", "-o", "today.xlsx")).ShouldExit(2);

        Assert.Equal("--out: today.xlsx: exports are .csv, .jsonl or .md files; name it so, or say which of them it shall be with --format.", refused.Error.TrimEnd());
        Assert.Equal(pending, (await DraftsAsync(workspace)).GetProperty("pending").GetInt32());
        var told = (await workspace.RunAsync("twitter", "export-comments", "-p", "demo", "-o", "today.xlsx", "--format", "csv")).ShouldExit(0);
        Assert.Contains("Order    score × √views; --sort-by score ranks as the run's table does", told.Out, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Export_into_a_folder_that_is_missing_marks_nothing()
    {
        using var workspace = await DraftedAsync();
        var before = (await DraftsAsync(workspace)).GetProperty("pending").GetInt32();

        var result = (await workspace.RunAsync("twitter", "export-comments", "-p", "demo", "-o", "missing/today.csv")).ShouldExit(2);

        Assert.Equal("missing/today.csv: no such folder. Nothing was written or marked exported.", result.Error.TrimEnd());
        Assert.Equal("", result.Out);
        Assert.Equal(before, (await DraftsAsync(workspace)).GetProperty("pending").GetInt32());
    }

    [Theory]
    [InlineData("/dev/full", 1, "/dev/full: cannot be written: No space left on device")]
    [InlineData("projects", 2, "projects: a folder, not a file. Nothing was written or marked exported.")]
    public async Task Export_that_cannot_be_written_marks_nothing(string output, int code, string said)
    {
        Assert.SkipUnless(OperatingSystem.IsLinux(), "needs a device that is always full");
        using var workspace = await DraftedAsync();
        var before = (await DraftsAsync(workspace)).GetProperty("pending").GetInt32();

        var result = (await workspace.RunAsync("twitter", "export-comments", "-p", "demo", "-o", output)).ShouldExit(code);

        Assert.StartsWith(said, result.Error, StringComparison.Ordinal);
        Assert.Equal("", result.Out);
        Assert.Equal(before, (await DraftsAsync(workspace)).GetProperty("pending").GetInt32());
    }

    [Theory]
    [InlineData("ln -s real.csv link.csv; echo old > real.csv", "link.csv", "[ -L link.csv ] && head -c 8 real.csv")]
    [InlineData("ln -s real.csv link.csv", "link.csv", "[ -L link.csv ] && head -c 8 real.csv")]
    [InlineData("mkfifo pipe; cat pipe > got & :", "pipe", "wait; [ -p pipe ] && head -c 8 got")]
    [InlineData("true", "/dev/stdout", "true")]
    [InlineData("true", "/dev/fd/3", "true")]
    public async Task Export_goes_where_a_link_or_a_pipe_leads(string before, string output, string after)
    {
        Assert.SkipUnless(OperatingSystem.IsLinux(), "needs links and pipes");
        using var workspace = await DraftedAsync();

        using var process = VtProcess.StartShell(workspace, new VtSetting(), $"{before}\nvt twitter export-comments -p demo -o {output} --format csv 3>&1 | cat && {after}");
        var result = (await process.ResultAsync()).ShouldExit(0);

        Assert.Contains("\uFEFFrank", result.Out, StringComparison.Ordinal);
        Assert.Equal("", result.Error);
    }

    [Fact]
    public async Task Export_to_a_full_standard_output_says_so_and_marks_nothing()
    {
        Assert.SkipUnless(OperatingSystem.IsLinux(), "needs a device that is always full");
        using var workspace = await DraftedAsync();
        var before = (await DraftsAsync(workspace)).GetProperty("pending").GetInt32();

        using var process = VtProcess.StartShell(workspace, new VtSetting(), "vt twitter export-comments -p demo -o - > /dev/full");
        var result = (await process.ResultAsync()).ShouldExit(1);

        Assert.Equal("Standard output took not all of it: No space left on device\nNothing was marked exported.", result.Error.TrimEnd());
        Assert.Equal(before, (await DraftsAsync(workspace)).GetProperty("pending").GetInt32());
    }

    [Theory]
    [InlineData("1.96842E+18", "1.96842E+18: no draft or drafted post with this id, which a spreadsheet seems to have rounded; give the post's URL")]
    [InlineData("1968416152704410000", "1968416152704410000: no draft or drafted post with this id, which a spreadsheet seems to have rounded; give the post's URL")]
    [InlineData("1968416152704410001", "1968416152704410001: no draft or drafted post with this id; vt twitter export-comments -p SLUG -o FILE lists them")]
    [InlineData("", "'': no draft or drafted post with this id; vt twitter export-comments -p SLUG -o FILE lists them")]
    public async Task Mark_says_of_an_id_that_it_was_rounded(string id, string said)
    {
        using var workspace = TempWorkspace.WithDemo();

        Assert.Equal(said, (await workspace.RunAsync("twitter", "mark", id, "--status", "posted")).ShouldExit(1).Error.TrimEnd());
    }

    [Fact]
    public async Task Run_is_stored_with_the_options_it_was_given()
    {
        using var workspace = TempWorkspace.WithDemo();
        (await workspace.RunAsync("twitter", "generate-comments", "-p", "demo", "--hours-back", "48", "--no-use-gate", "--max-cost", "0.5")).ShouldExit(0);
        (await workspace.RunAsync("twitter", "score", "-p", "demo")).ShouldExit(0);

        var arguments = new StoreFile(workspace.Database).Rows("SELECT arguments FROM runs ORDER BY run_id");

        Assert.Equal(
            ["{\"--project\":\"demo\",\"--hours-back\":\"48\",\"--no-use-gate\":true,\"--max-cost\":\"0.5\"}", "{\"--project\":\"demo\"}"],
            arguments.Select(row => (string?)row[0]));
    }

    [Fact]
    public async Task Looking_at_an_empty_workspace_creates_nothing()
    {
        using var workspace = TempWorkspace.WithDemo();

        foreach (var arguments in new[] { new[] { "status" }, ["costs"], ["twitter", "skipped", "-p", "demo"], ["twitter", "export-comments", "-p", "demo", "-o", "x.csv"] })
            Assert.Contains("Next", (await workspace.RunAsync(arguments)).ShouldExit(0).Out, StringComparison.Ordinal);

        Assert.Equal(["projects"], Directory.GetFileSystemEntries(workspace.Root).Select(Path.GetFileName));
    }

    [Fact]
    public async Task Skipped_posts_are_counted_by_reason_whatever_the_limit()
    {
        using var workspace = await DraftedAsync();

        var all = (await workspace.RunAsync("twitter", "skipped", "-p", "demo", "--json", "--limit", "1")).ShouldExit(0).Json;
        var repeats = (await workspace.RunAsync("twitter", "skipped", "-p", "demo", "--json", "--reason", "repeat")).ShouldExit(0).Json;

        Assert.Equal(all.GetProperty("total").GetInt32(), all.GetProperty("by_reason").EnumerateObject().Sum(r => r.Value.GetInt32()));
        Assert.Equal(1, all.GetProperty("posts").GetArrayLength());
        Assert.Equal(all.GetProperty("by_reason").GetProperty("repeat").GetInt32(), repeats.GetProperty("total").GetInt32());
        Assert.All(repeats.GetProperty("posts").EnumerateArray(), post => Assert.NotNull(post.GetProperty("repeats").GetString()));
    }

    private static CancellationToken Ct => TestContext.Current.CancellationToken;

    private static async Task<TempWorkspace> DraftedAsync()
    {
        var workspace = TempWorkspace.WithDemo();
        (await workspace.RunAsync("twitter", "generate-comments", "-p", "demo", "-q")).ShouldExit(0);
        return workspace;
    }

    private static async Task<JsonElement> DraftsAsync(TempWorkspace workspace) =>
        (await workspace.RunAsync("status", "--json")).ShouldExit(0).Json.GetProperty("drafts")[0];
}
