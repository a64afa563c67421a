using ViralTracker.EndToEnd.Tests.Harness;
using Xunit;

namespace ViralTracker.EndToEnd.Tests;

public sealed class UsageTests
{
    [Fact]
    public async Task Help_names_the_commands_on_standard_output()
    {
        using var workspace = new TempWorkspace();

        var help = (await workspace.RunAsync("--help")).ShouldExit(0);

        Assert.Contains("twitter", help.Out, StringComparison.Ordinal);
        Assert.Equal("", help.Error);
    }

    [Theory]
    [InlineData("vt twitter export-comments -p <SLUG> -o <FILE> [options]")]
    [InlineData("vt twitter mark ID… --status <posted|skipped|pending> [options]")]
    [InlineData("vt project validate [SLUG] [options]")]
    [InlineData("vt status [options]")]
    public async Task Help_shows_a_line_with_all_that_is_required(string line)
    {
        using var workspace = new TempWorkspace();
        string[] words = [.. line.Split(' ').Skip(1).TakeWhile(word => word.All(c => char.IsAsciiLetterLower(c) || c == '-') && word[0] != '-')];

        var help = (await workspace.RunAsync([.. words, "--help"])).ShouldExit(0);

        Assert.Contains($"Usage\n  {line}\n", help.Out, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("-q")]
    [InlineData("-v")]
    [InlineData("--no-color")]
    [InlineData("--log-level debug")]
    public async Task Version_is_told_beside_any_option_of_every_command(string options)
    {
        using var workspace = new TempWorkspace();

        var version = (await workspace.RunAsync("--version")).ShouldExit(0);
        var beside = (await workspace.RunAsync([.. options.Split(' '), "--version"])).ShouldExit(0);

        Assert.Matches(@"^\d+\.\d+\.\d+", version.Out);
        Assert.Equal((version.Out, ""), (beside.Out, beside.Error));
    }

    [Theory]
    [InlineData("twitter")]
    [InlineData("project")]
    public async Task Group_of_commands_alone_shows_its_help_on_standard_error(string group)
    {
        using var workspace = new TempWorkspace();

        var alone = (await workspace.RunAsync(group)).ShouldExit(2);

        Assert.Equal((await workspace.RunAsync(group, "--help")).Out, alone.Error);
        Assert.Equal("", alone.Out);
    }

    [Theory]
    [InlineData("twiter", "unknown command 'twiter'; did you mean 'twitter'?", "vt")]
    [InlineData("twitter generate-coments -p acme", "unknown command 'generate-coments'; did you mean 'generate-comments'?", "vt twitter")]
    [InlineData("twitter score --hours-bck 3", "unknown option --hours-bck; did you mean '--hours-back'?", "vt twitter score")]
    [InlineData("twitter export -p acme", "unknown command 'export'; did you mean 'export-comments'?", "vt twitter")]
    [InlineData("twitter status", "unknown command 'status'; did you mean 'vt status'?", "vt twitter")]
    [InlineData("import -p acme posts.csv", "unknown command 'import'; did you mean 'vt twitter import'?", "vt")]
    [InlineData("generate -p acme", "unknown command 'generate'; did you mean 'vt twitter generate-comments'?", "vt")]
    [InlineData("inti acme", "unknown command 'inti'; did you mean 'vt project init'?", "vt")]
    [InlineData("weather", "unknown command 'weather'", "vt")]
    [InlineData("twitter score -p acme --hours 3", "unknown option --hours; did you mean '--hours-back'?", "vt twitter score")]
    [InlineData("twitter mark d1 --note Mine --status posted", "unknown option --note", "vt twitter mark")]
    [InlineData("twitter mark d1 --staus posted", "unknown option --staus; did you mean '--status'?", "vt twitter mark")]
    [InlineData("twitter import -p acme --formt csv posts.csv", "unknown option --formt; did you mean '--format'?", "vt twitter import")]
    [InlineData("twitter explain -p acme --hours-back 48 123", "unknown option --hours-back", "vt twitter explain")]
    [InlineData("project init -x", "unknown option -x", "vt project init")]
    [InlineData("project show --jsn", "unknown option --jsn; did you mean '--json'?", "vt project show")]
    [InlineData("twitter -p acme score", "-p must stand after 'score'", "vt twitter score")]
    [InlineData("--max-cost 1 twitter generate-comments -p acme", "--max-cost must stand after 'generate-comments'", "vt twitter generate-comments")]
    [InlineData("-p acme status", "unknown option -p", "vt status")]
    [InlineData("twitter score -p acme -p demo", "-p takes one value, and 2 are given", "vt twitter score")]
    [InlineData("twitter score -p acme extra", "unexpected argument 'extra'", "vt twitter score")]
    [InlineData("twitter score -p acme --max-candidates ten", "--max-candidates: 'ten' is not a whole number", "vt twitter score")]
    [InlineData("twitter generate-comments -p acme --batch-size 0", "--batch-size: must be at least 1", "vt twitter generate-comments")]
    [InlineData("twitter generate-comments -p acme --batch-size many", "--batch-size: 'many' is not a whole number", "vt twitter generate-comments")]
    [InlineData("twitter generate-comments -p acme --tweets-per-request 0", "--tweets-per-request: '0' is neither auto nor a whole number from 1 to 100", "vt twitter generate-comments")]
    [InlineData("twitter generate-comments -p acme --hours-back -6", "--hours-back: must be at least 0.01", "vt twitter generate-comments")]
    [InlineData("twitter score -p acme --hours-back NaN", "--hours-back: must be at least 0.01", "vt twitter score")]
    [InlineData("twitter score -p acme --hours-back 20000000", "--hours-back: must be at most 1000000", "vt twitter score")]
    [InlineData("twitter skipped -p acme --hours-back 0", "--hours-back: must be at least 0.01", "vt twitter skipped")]
    [InlineData("twitter export-comments -p acme -o x.csv --hours-back -1", "--hours-back: must be at least 0.01", "vt twitter export-comments")]
    [InlineData("twitter generate-comments -p acme --timeout 1e9", "--timeout: must be at most 86400", "vt twitter generate-comments")]
    [InlineData("twitter generate-comments -p acme --max-cost 1e20", "--max-cost: must be at most 1000000", "vt twitter generate-comments")]
    [InlineData("twitter generate-comments -p acme --max-cost 9999999", "--max-cost: must be at most 1000000", "vt twitter generate-comments")]
    [InlineData("twitter generate-comments -p acme --max-rpm -1", "--max-rpm: must be at least 0", "vt twitter generate-comments")]
    [InlineData("twitter generate-comments -p acme --as-of yesterday", "--as-of: 'yesterday' is not a time from 1970 on; write 2025-11-01, 2025-11-01T12:00 or 2025-11-01T12:00:00+01:00 (UTC unless a zone is given)", "vt twitter generate-comments")]
    [InlineData("twitter import -p acme x --format yaml", "--format: 'yaml' is unknown; use one of auto, apify, x-v2, x-v1.1, bluesky, csv, jsonl", "vt twitter import")]
    [InlineData("twitter import -p acme", "FILE is missing", "vt twitter import")]
    [InlineData("twitter export-comments -p acme", "--out is required", "vt twitter export-comments")]
    [InlineData("twitter export-comments -p acme -o ", "--out: must name a file, or - for standard output", "vt twitter export-comments")]
    [InlineData("twitter export-comments -p acme -o x.csv --limit 0", "--limit: must be at least 1", "vt twitter export-comments")]
    [InlineData("twitter export-comments -p acme -o x.csv --sort-by taste", "--sort-by: 'taste' is unknown; use one of balanced, score, views", "vt twitter export-comments")]
    [InlineData("twitter mark d1", "--status is required", "vt twitter mark")]
    [InlineData("twitter mark d1 --status exported", "--status: 'exported' is unknown; use one of posted, skipped, pending", "vt twitter mark")]
    [InlineData("twitter skipped -p acme --reason weather", "--reason: 'weather' is unknown; use one of empty_text, language, blacklisted_keyword, blacklisted_handle, replies_restricted, own_post, repost, author_cooldown, already_answered, sensitive_subject, spam, repeat, blocked_by_provider, nothing_to_say, all_rejected", "vt twitter skipped")]
    [InlineData("costs --by colour", "--by: 'colour' is unknown; use one of project, day, model, topic, run, tweet", "vt costs")]
    [InlineData("status --unknown", "unknown option --unknown", "vt status")]
    [InlineData("forecast -p acme --debug-tweet 1", "unknown option --debug-tweet", "vt forecast")]
    [InlineData("project tune -p acme --weeks Infinity", "--weeks: must be at most 1000", "vt project tune")]
    [InlineData("twitter score", "--project is required", "vt twitter score")]
    [InlineData("twitter score -p", "-p needs a value", "vt twitter score")]
    [InlineData("project show", "SLUG is missing", "vt project show")]
    [InlineData("twitter generate-comments -p acme --provider nobody", "--provider: 'nobody' is unknown; use one of gemini, openai, offline", "vt twitter generate-comments")]
    [InlineData("status --log-level loud", "--log-level: 'loud' is unknown; use one of debug, info, warning, error", "vt status")]
    [InlineData("--log-level loud", "--log-level: 'loud' is unknown; use one of debug, info, warning, error", "vt")]
    [InlineData("twitter --database", "--database needs a value", "vt twitter")]
    [InlineData("completion tcsh", "SHELL: 'tcsh' is unknown; use one of bash, zsh, fish, pwsh", "vt completion")]
    [InlineData("twitter generate-comments -p acme --max-cost much", "--max-cost: 'much' is not a number", "vt twitter generate-comments")]
    [InlineData("twitter generate-comments -p acme --max-cost=-1", "--max-cost: must be at least 0", "vt twitter generate-comments")]
    [InlineData("twitter generate-comments -p acme --max-cost 1,5", "--max-cost: '1,5' is not a number; write 1.5", "vt twitter generate-comments")]
    [InlineData("twitter generate-comments -p acme --max-cost", "--max-cost needs a value", "vt twitter generate-comments")]
    [InlineData("twitter generate-comments -p acme --batch-size", "--batch-size needs a value", "vt twitter generate-comments")]
    [InlineData("twitter generate-comments -p acme --batch-size 1,000", "--batch-size: '1,000' is not a whole number", "vt twitter generate-comments")]
    [InlineData("costs --bill-zone Mars", "--bill-zone: 'Mars' is not a time zone; write it as America/Los_Angeles or UTC", "vt costs")]
    public async Task Mistyped_line_is_told_in_one_line_with_where_to_read_on(string typed, string said, string command)
    {
        using var workspace = new TempWorkspace();

        var result = (await workspace.RunAsync(typed.Split(' '))).ShouldExit(2);

        Assert.Equal("", result.Out);
        Assert.Equal([said, $"See: {command} --help"], result.Error.Split('\n', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries));
    }

    [Theory]
    [InlineData("twitter generate-comments -p demo --use-gate --no-use-gate", "--use-gate and --no-use-gate contradict each other; use only one")]
    [InlineData("twitter generate-comments -p demo --greens-only --no-skip-low-scores", "--greens-only and --no-skip-low-scores contradict each other; use only one")]
    [InlineData("forecast -p demo --skip-low-scores --no-skip-low-scores", "--skip-low-scores and --no-skip-low-scores contradict each other; use only one")]
    [InlineData("twitter generate-comments -p demo --no-batch --batch-size 4", "--no-batch and --batch-size contradict each other; use only one")]
    [InlineData("status -q -v", "--quiet and --verbose contradict each other; use only one")]
    [InlineData("project list -v -q --json", "--quiet and --verbose contradict each other; use only one")]
    [InlineData("twitter generate-comments -p demo --debug-tweet 1 --dry-run", "--debug-tweet drafts the post, and --dry-run drafts nothing; use only one")]
    [InlineData("twitter generate-comments -p demo --provider gemini", "Gemini needs a key, and none is set. Put GEMINI_API_KEY=… into the workspace's .env, or draft without a key: --provider offline")]
    [InlineData("forecast -p demo --provider openai", "An OpenAI-compatible service needs a key or an address. Set OPENAI_API_KEY, or OPENAI_BASE_URL for a server without a key, in the workspace's .env.")]
    [InlineData("twitter generate-comments -p ../demo", "There is no project '../demo'. Projects here: demo.")]
    [InlineData("twitter import -p demo nothing.csv", "nothing.csv: no such file\nNothing was imported.")]
    [InlineData("twitter import -p demo -- -nothing.csv", "-nothing.csv: no such file\nNothing was imported.")]
    [InlineData("twitter import -p demo .", ".: a folder, not a file\nNothing was imported.")]
    [InlineData("twitter import -p demo  nothing.csv", "'' names no file\nnothing.csv: no such file\nNothing was imported.")]
    [InlineData("costs --reconcile .", ".: a folder, not a file")]
    [InlineData("costs --reconcile ", "'' names no file")]
    [InlineData("costs --reconcile bill.csv", "bill.csv: no such file")]
    [InlineData("twitter mark d1 d2 --status posted --text Mine", "--text needs exactly one ID and --status posted")]
    [InlineData("twitter mark d1 --status skipped --text Mine", "--text needs exactly one ID and --status posted")]
    [InlineData("project show nobody", "There is no project 'nobody'. Projects here: demo.")]
    [InlineData("project init demo", "The project 'demo' exists already: projects/demo/finder.yml. Nothing was changed.")]
    [InlineData("project init .hidden", "'.hidden' cannot name a project: use at most 64 lower-case letters, digits, - and _, starting with a letter or digit.")]
    [InlineData("costs -p dmo", "There is no project 'dmo'. Did you mean 'demo'? Projects here: demo.")]
    [InlineData("costs -p dmo --json", "There is no project 'dmo'. Did you mean 'demo'? Projects here: demo.")]
    [InlineData("twitter mark -p dmo d1 --status posted", "There is no project 'dmo'. Did you mean 'demo'? Projects here: demo.")]
    [InlineData("costs --since 2025-02-02 --until 2025-02-01", "--since must be before --until")]
    public async Task Line_that_asks_for_what_cannot_be_is_told_why_and_runs_nothing(string typed, string said)
    {
        using var workspace = TempWorkspace.WithDemo();

        var result = (await workspace.RunAsync(typed.Split(' '))).ShouldExit(2);

        Assert.Equal("", result.Out);
        Assert.Equal(said, result.Error.TrimEnd());
        Assert.False(File.Exists(workspace.Database), "the database was made");
    }

    [Fact]
    public async Task Control_sequences_in_what_was_typed_or_read_never_reach_the_terminal()
    {
        const string Red = "\u001b[31m";
        using var workspace = TempWorkspace.WithDemo();
        var posts = workspace.PathOf($"bad{Red}.csv");
        File.WriteAllText(posts, $"created_at,text,author,{Red}likes\nbad{Red}time,One.,a\n2025-11-01T10:00:00Z,\"Two {Red}lines.\",m{Red}ira\n");
        File.WriteAllText(workspace.PathOf($"no{Red}.csv"), $"{Red}nothing\n");
        string[][] lines =
        [
            ["twitter", "import", "-p", "demo", posts],
            ["twitter", "import", "-p", "demo", $"no{Red}.csv"],
            ["twitter", "import", "-p", "demo", $"{Red}.csv"],
            ["twitter", "score", "-p", $"de{Red}mo"],
            ["project", "show", $"de{Red}mo"],
            ["project", "validate", $"de{Red}mo"],
            ["project", "init", $"de{Red}mo"],
            ["twitter", "explain", "-p", "demo", Red],
            ["twitter", "mark", Red, "--status", "posted"],
            ["twitter", "generate-comments", "-p", "demo", "-q"],
            ["twitter", "export-comments", "-p", "demo", "-o", $"{Red}.csv"],
            ["twitter", "export-comments", "-p", "demo", "-o", $"no{Red}/x.csv"],
            ["costs", "-p", Red],
            ["costs", "--reconcile", Red],
            ["status", Red],
            ["status", $"--{Red}"],
            ["status", "--log-level", Red],
            ["status", "--workspace", Red],
            ["status", "--database", $"{Red}.db"],
        ];

        foreach (var line in lines)
        {
            var result = await workspace.RunAsync(line);
            var told = string.Join(' ', line).Replace("\u001b", "ESC", StringComparison.Ordinal);
            Assert.False((result.Out + result.Error).Contains('\u001b', StringComparison.Ordinal), $"vt {told} steers the terminal:\n{(result.Out + result.Error).Replace("\u001b", "ESC", StringComparison.Ordinal)}");
        }
    }

    [Theory]
    [InlineData("forecast -p demo --model foo", "--model foo is not used: drafts are made offline, without a model.")]
    [InlineData("forecast -p demo --no-batch --batch-size 1 --greens-only --skip-low-scores", "")]
    [InlineData("costs --reconcile bill.csv --by model", "--by is not used with --reconcile: a bill is compared day by day.")]
    [InlineData("costs --reconcile bill.csv --by day --bill-zone UTC", "")]
    [InlineData("costs --bill-zone UTC", "--bill-zone is not used without --reconcile.")]
    public async Task Option_that_is_not_used_is_told_on_standard_error(string typed, string said)
    {
        using var workspace = TempWorkspace.WithDemo();
        File.WriteAllText(workspace.PathOf("bill.csv"), "date,model,cost\n2025-11-01,gemini-2.5-flash,0.01\n");

        var result = (await workspace.RunAsync(typed.Split(' '))).ShouldExit(0);

        Assert.Equal(said, result.Error.TrimEnd());
        Assert.Equal("", (await workspace.RunAsync([.. typed.Split(' '), "-q"])).ShouldExit(0).Error);
    }

    [Fact]
    public async Task Workspace_that_is_no_folder_is_told_with_its_whole_path()
    {
        using var workspace = TempWorkspace.WithDemo();

        var result = (await workspace.RunAsync("status", "--workspace", "nowhere")).ShouldExit(2);

        Assert.Equal($"The workspace that --workspace names is not a folder: {Path.Combine(workspace.Root, "nowhere")}", result.Error.TrimEnd());
        Assert.Equal("", result.Out);
    }

    [Fact]
    public async Task Database_that_is_a_folder_is_told_so()
    {
        using var workspace = TempWorkspace.WithDemo();

        var result = (await workspace.RunAsync("status", "--database", workspace.Home)).ShouldExit(2);

        Assert.Contains("cannot be opened", result.Error, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("status")]
    [InlineData("costs")]
    [InlineData("costs --reconcile bill.csv")]
    [InlineData("twitter skipped -p demo")]
    [InlineData("twitter explain -p demo 1984582017436945052")]
    [InlineData("twitter export-comments -p demo -o a.csv")]
    [InlineData("twitter mark d1 --status posted")]
    [InlineData("project tune -p demo")]
    [InlineData("twitter score -p demo")]
    public async Task Database_that_may_not_be_looked_at_is_not_taken_for_missing(string typed)
    {
        Assert.SkipUnless(OperatingSystem.IsLinux(), "needs links");
        using var workspace = TempWorkspace.WithDemo();
        File.WriteAllText(workspace.PathOf("bill.csv"), "Date,Cost\n2026-01-02,0.25\n");
        // Closed to root as well, whom no permission stops.
        var loop = workspace.PathOf("loop");
        File.CreateSymbolicLink(loop, loop);
        var database = Path.Combine(loop, "vt.db");

        var result = (await workspace.RunAsync([.. typed.Split(' '), "--database", database])).ShouldExit(2);

        Assert.Contains($"database {database} cannot be", result.Error, StringComparison.Ordinal);
        Assert.Equal("", result.Out);
    }

    [Fact]
    public async Task Project_that_is_missing_exits_2_and_names_those_there_are()
    {
        using var workspace = TempWorkspace.WithDemo();

        var result = (await workspace.RunAsync("twitter", "score", "-p", "dmo")).ShouldExit(2);

        Assert.Contains("Did you mean 'demo'?", result.Error, StringComparison.Ordinal);
    }
}
