using System.Diagnostics;
using System.Text;
using Microsoft.Data.Sqlite;
using ViralTracker.Adapters.Storage;
using ViralTracker.Adapters.Storage.Spill;
using ViralTracker.Adapters.Storage.Sqlite;
using ViralTracker.Core.Posts;
using ViralTracker.Core.Quotas;
using ViralTracker.Core.Spending;
using ViralTracker.Pipeline.Ports;
using Xunit;

namespace ViralTracker.Adapters.Tests.Storage.Spill;

/// <summary>Real SQLite files that are full, read-only or locked.</summary>
public sealed class SpillingLedgerTests : IAsyncLifetime
{
    private const string Project = "acme";
    private const string Me = "host/1/1";
    private static readonly DateTimeOffset Noon = new(2025, 11, 1, 12, 0, 0, TimeSpan.Zero);
    private static readonly QuotaKey Key = new("gemini", "0a1b2c3d", "flash");
    private readonly TemporaryFolder _folder = new();
    private readonly HurriedTime _time = new();
    private SqliteConnections _connections = null!;
    private SpillingLedger _ledger = null!;
    private IReadOnlyList<long> _posts = [];
    private long _run;

    private static CancellationToken Ct => TestContext.Current.CancellationToken;

    private string DatabasePath => Path.Combine(_folder.Path, "vt.db");
    private string[] SpillFiles => Directory.GetFiles(_folder.Path, SpillFile.Pattern);

    public async ValueTask InitializeAsync()
    {
        await using (var db = await SqliteDatabase.OpenAsync(DatabasePath, Ct))
        {
            await db.Posts.UpsertAsync(Project, [.. Enumerable.Range(1, 70).Select(APost)], "a.jsonl", Noon, Ct);
            _run = await db.Runs.BeginAsync(new NewRun(Project, "default", "generate-comments", "{}", Me, Noon, Noon), Ct);
            _posts = [.. Enumerable.Range(1, 70).Select(i => (long)i)];
        }
        _connections = new SqliteConnections(DatabasePath, TimeSpan.FromMilliseconds(300));
        _ledger = NewLedger(SpillFile.Create);
    }

    public async ValueTask DisposeAsync()
    {
        await _ledger.DisposeAsync();
        await _connections.DisposeAsync();
        _folder.Dispose();
    }

    [Fact]
    public async Task Clean_end_leaves_no_file_behind()
    {
        await SaveAsync(await ReserveAsync(), 0);
        Assert.Single(SpillFiles);
        Assert.Equal(DBNull.Value, One("SELECT probe FROM store") ?? DBNull.Value);
        await _ledger.DisposeAsync();

        Assert.Empty(SpillFiles);
        Assert.Equal(0, _ledger.Kept);
        Assert.Equal("settled", One("SELECT state FROM api_calls"));
    }

    [Fact]
    public async Task Removed_database_takes_no_call_and_its_answers_are_saved_when_it_is_back()
    {
        Assert.SkipWhen(OperatingSystem.IsWindows(), "An open file cannot be removed on Windows.");
        var call = await ReserveAsync();
        var files = Directory.GetFiles(_folder.Path, "vt.db*");
        foreach (var file in files) File.Move(file, file + "-away");

        await SaveAsync(call, 0);
        Assert.Equal(1, _ledger.Kept);
        var refused = await Assert.ThrowsAsync<StoreException>(ReserveAsync);
        Assert.Contains("was removed or renamed while it was in use", refused.Message, StringComparison.Ordinal);

        foreach (var file in files) File.Move(file + "-away", file);
        await ReserveAsync();
        Assert.Equal(0, _ledger.Kept);
        Assert.Equal(1L, One("SELECT count(*) FROM api_calls WHERE state = 'settled'"));
    }

    [Fact]
    public async Task Answer_that_neither_database_nor_file_takes_since_both_were_removed_is_told_as_lost()
    {
        Assert.SkipWhen(OperatingSystem.IsWindows(), "An open file cannot be removed on Windows.");
        var call = await ReserveAsync();
        foreach (var file in Directory.GetFiles(_folder.Path)) File.Delete(file);

        var lost = await Assert.ThrowsAsync<StoreException>(() => SaveAsync(call, 0));

        Assert.Contains("is lost", lost.Message, StringComparison.Ordinal);
        Assert.Equal(0, _ledger.Kept);
    }

    [Fact]
    public async Task Full_database_keeps_the_answer_refuses_new_calls_and_saves_it_when_there_is_room()
    {
        var (first, second) = (await ReserveAsync(), await ReserveAsync());
        await FillAsync();

        Assert.Empty((await SaveAsync(first, 0)).FencedOut);
        Assert.Empty((await SaveAsync(second, 1, size: 10)).FencedOut);
        var e = await Assert.ThrowsAsync<StoreException>(ReserveAsync);

        Assert.Equal(StoreFault.DiskFull, e.Fault);
        // Whether it is still so when people read it, nobody knows yet.
        Assert.DoesNotContain(_ledger.KeptIn!, e.Message, StringComparison.Ordinal);
        Assert.Equal([100, 400, 1000], _time.Waits);
        Assert.Equal((2, 2L, 0L), (_ledger.Kept, One("SELECT count(*) FROM api_calls WHERE state = 'reserved'"), One("SELECT count(*) FROM drafts")));

        await FreeAsync();
        await ReserveAsync();

        Assert.Equal((0, null, 2L), (_ledger.Kept, _ledger.KeptIn, One("SELECT count(*) FROM drafts")));
        Assert.Equal(2000L, One("SELECT sum(cost_nanousd) FROM api_calls WHERE state = 'settled'"));
    }

    [Fact]
    public async Task Answer_that_was_saved_when_there_was_room_is_not_kept_for_the_next_start()
    {
        var (first, second) = (await ReserveAsync(), await ReserveAsync());
        using (Lock()) await SaveAsync(first, 0);
        await _ledger.SaveKeptAsync(Ct);
        using (Lock())
        {
            await SaveAsync(second, 1);
            await _ledger.DisposeAsync();
        }

        await using var db = await SqliteDatabase.OpenAsync(DatabasePath, Ct);
        AssertReplay(1, 0, 0, await db.Ledger.ReplayAsync(Ct));
        Assert.Equal(2L, One("SELECT count(*) FROM drafts"));
    }

    [Fact]
    public async Task Fault_that_passes_is_waited_for()
    {
        var call = await ReserveAsync();
        await FillAsync();
        _time.OnWait = count => count == 2 ? FreeAsync() : Task.CompletedTask;

        await SaveAsync(call, 0);

        Assert.Equal([100, 400], _time.Waits);
        Assert.Equal((0, "settled"), (_ledger.Kept, One("SELECT state FROM api_calls")));
    }

    [Fact]
    public async Task Database_that_cannot_be_written_is_found_out_before_the_first_call()
    {
        await using var readOnly = new SqliteConnections(DatabasePath);
        await readOnly.WriteAsync(async s => await s["PRAGMA query_only = 1"].ExecuteAsync(), Ct);
        await using var ledger = new SpillingLedger(new Adapters.Storage.Ledger(readOnly), new StoreIdentity(readOnly), _folder.Path, _time);
        Assert.Equal(StoreFault.ReadOnly, (await Assert.ThrowsAsync<StoreException>(() => ReserveAsync(ledger))).Fault);
        await FillAsync();
        Assert.Equal(StoreFault.DiskFull, (await Assert.ThrowsAsync<StoreException>(ReserveAsync)).Fault);

        Assert.Empty(SpillFiles);
        Assert.Equal(0L, One("SELECT count(*) FROM api_calls"));
        await FreeAsync();
        await ReserveAsync();
    }

    [Fact]
    public async Task Read_only_database_keeps_the_answer_for_the_next_start()
    {
        var call = await ReserveAsync();
        await _connections.WriteAsync(async s => await s["PRAGMA query_only = 1"].ExecuteAsync(), Ct);
        await SaveAsync(call, 0);
        await _ledger.DisposeAsync();
        Assert.Equal(1, _ledger.Kept);

        await AssertNextStartSettlesAsync();
    }

    [Fact]
    public async Task Locked_database_is_waited_for_once_by_all_the_answers_together()
    {
        var calls = new List<long>();
        for (var i = 0; i < 64; i++) calls.Add(await ReserveAsync());
        using (var other = Lock())
        {
            var start = Stopwatch.GetTimestamp();
            await Task.WhenAll(calls.Select((call, i) => SaveAsync(call, i, size: 100)));
            Assert.InRange(Stopwatch.GetElapsedTime(start).TotalMilliseconds, 250, 5000);
            Assert.Equal(64, _ledger.Kept);
            Assert.Equal(StoreFault.Busy, (await Assert.ThrowsAsync<StoreException>(ReserveAsync)).Fault);
        }
        await _ledger.DisposeAsync();

        Assert.Equal((0, 64L), (_ledger.Kept, One("SELECT count(*) FROM drafts")));
        Assert.Empty(_time.Waits);
        Assert.Empty(SpillFiles);
    }

    [Fact]
    public async Task Kept_answers_are_saved_before_the_end_where_the_database_is_well_again_and_else_wait_on()
    {
        var call = await ReserveAsync();
        using (Lock())
        {
            await SaveAsync(call, 0);
            Assert.Equal(StoreFault.Busy, (await Assert.ThrowsAsync<StoreException>(() => _ledger.SaveKeptAsync(Ct))).Fault);
            Assert.Equal(1, _ledger.Kept);
        }

        await _ledger.SaveKeptAsync(Ct);

        Assert.Equal((0, 1L, "settled"), (_ledger.Kept, One("SELECT count(*) FROM drafts"), One("SELECT state FROM api_calls")));
    }

    [Fact]
    public async Task Calls_of_a_kept_answer_are_settled_even_when_they_were_given_up_first()
    {
        var call = await ReserveAsync();
        using (Lock())
        {
            await SaveAsync(call, 0);
            await _ledger.DisposeAsync();
        }
        Assert.Equal(1, await new Adapters.Storage.Ledger(_connections).AbandonAsync(_ => true, Noon, Ct));

        await AssertNextStartSettlesAsync();
    }

    [Fact]
    public async Task Replay_leaves_a_living_process_its_file_and_another_database_its_answers()
    {
        var call = await ReserveAsync();
        await FillAsync();
        await SaveAsync(call, 0);
        await using (var db = await SqliteDatabase.OpenAsync(DatabasePath, Ct))
            AssertReplay(0, 0, 0, await db.Ledger.ReplayAsync(Ct));
        await _ledger.DisposeAsync();

        await using (var other = await SqliteDatabase.OpenAsync(Path.Combine(_folder.Path, "other.db"), Ct))
            AssertReplay(0, 0, 1, await other.Ledger.ReplayAsync(Ct));
        await AssertNextStartSettlesAsync();
    }

    /// <summary>A later version's answers are paid, too; a file whose process ended as it made it holds none.</summary>
    [Theory]
    [InlineData("vtspill2", 0, 1)]
    [InlineData("vtspill1", 20, 0)]
    [InlineData("", 0, 0)]
    [InlineData("\0\0\0\0\0\0\0\0", 0, 0)]
    public async Task File_of_another_version_is_left_alone_and_one_that_was_never_begun_is_removed(string magic, int cutAt, int leftAlone)
    {
        var header = magic.Length == 0 ? [] : Encoding.ASCII.GetBytes(magic + (magic[0] == '\0' ? new string('\0', 64) : $"{One("SELECT store_id FROM store")}{new string('0', 32)}"));
        await File.WriteAllBytesAsync(Path.Combine(_folder.Path, "spill-0.bin"), cutAt > 0 ? header[..cutAt] : header, Ct);

        await using (var db = await SqliteDatabase.OpenAsync(DatabasePath, Ct))
            AssertReplay(0, 0, leftAlone, await db.Ledger.ReplayAsync(Ct));

        Assert.Equal(leftAlone, SpillFiles.Length);
    }

    [Fact]
    public async Task Answer_that_breaks_a_constraint_is_left_alone_and_the_next_start_goes_on()
    {
        var call = await ReserveAsync();
        using (Lock())
        {
            await SaveAsync(call, 0);
            await _ledger.DisposeAsync();
        }
        // The post its draft is for is gone: no version of this program can save it.
        Sqlite.Execute(DatabasePath, $"PRAGMA foreign_keys = OFF; DELETE FROM found_by WHERE post_id = {_posts[0]}; DELETE FROM posts WHERE post_id = {_posts[0]}");

        await using var db = await SqliteDatabase.OpenAsync(DatabasePath, Ct);
        AssertReplay(0, 0, 1, await db.Ledger.ReplayAsync(Ct));

        Assert.Single(SpillFiles);
        Assert.Equal("reserved", One("SELECT state FROM api_calls"));
    }

    [Fact]
    public async Task Answer_torn_by_the_end_of_its_process_is_told_and_its_call_stays_counted()
    {
        var (first, second) = (await ReserveAsync(), await ReserveAsync());
        using (Lock())
        {
            await SaveAsync(first, 0, size: 100);
            await SaveAsync(second, 1, size: 6 << 20);
            await _ledger.DisposeAsync();
        }
        var file = new FileInfo(Assert.Single(SpillFiles));
        using (var stream = file.OpenWrite()) stream.SetLength(file.Length - 100);

        await using var db = await SqliteDatabase.OpenAsync(DatabasePath, Ct);
        AssertReplay(1, 1, 0, await db.Ledger.ReplayAsync(Ct));
        Assert.Equal(1, await db.Ledger.AbandonAsync(owner => owner == Me, Noon, Ct));

        Assert.Empty(SpillFiles);
        Assert.Equal(6000L, One("SELECT sum(counted_nanousd) FROM api_calls"));
    }

    [Fact]
    public async Task Folder_without_room_stops_the_run_before_the_first_call()
    {
        await using var ledger = new SpillingLedger(
            new Adapters.Storage.Ledger(_connections), new StoreIdentity(_connections), Path.Combine(_folder.Path, "missing"), _time);

        var e = await Assert.ThrowsAsync<StoreException>(() => ReserveAsync(ledger));

        Assert.Contains("Nothing was sent", e.Message, StringComparison.Ordinal);
        Assert.Equal(0L, One("SELECT count(*) FROM api_calls"));
    }

    [Fact]
    public async Task Answer_that_can_be_kept_nowhere_is_told_with_what_is_lost()
    {
        Assert.SkipUnless(File.Exists("/dev/full"), "needs a device that is always full");
        // By a link: the ledger removes its file at the end.
        var full = Path.Combine(_folder.Path, "full");
        File.CreateSymbolicLink(full, "/dev/full");
        await using var ledger = NewLedger((_, _) => SpillFile.TryOpen(full)!);
        var call = await ReserveAsync(ledger);
        using var other = Lock();

        var e = await Assert.ThrowsAsync<StoreException>(() => SaveAsync(call, 0, ledger: ledger));

        Assert.Contains($"call {call} is lost (posts: 1, drafts: 1, cost: $0.0000010)", e.Message, StringComparison.Ordinal);
        Assert.Equal(0, ledger.Kept);
    }

    [Fact]
    public async Task New_file_that_another_start_took_for_a_dead_ones_is_made_again()
    {
        var tries = 0;
        await using var ledger = NewLedger((folder, store) => tries++ == 0 ? throw new IOException("in use by another process") : SpillFile.Create(folder, store));

        await ReserveAsync(ledger);

        Assert.Single(SpillFiles);
    }

    private SpillingLedger NewLedger(Func<string, string, SpillFile> create) =>
        new(new Adapters.Storage.Ledger(_connections), new StoreIdentity(_connections), _folder.Path, _time) { CreateFile = create };

    private async Task AssertNextStartSettlesAsync()
    {
        Assert.Single(SpillFiles);
        await using var db = await SqliteDatabase.OpenAsync(DatabasePath, Ct);
        Assert.Equal(0, await db.Ledger.AbandonAsync(owner => owner == Me, Noon, Ct));
        Assert.Equal(("settled", 1000L, 1L), (One("SELECT state FROM api_calls"), One("SELECT cost_nanousd FROM api_calls"), One("SELECT count(*) FROM drafts")));
        Assert.Single(await db.Answers.GetAsync(["k0"], Ct));
        Assert.Empty(SpillFiles);
    }

    private static void AssertReplay(int saved, int torn, int leftAlone, SpillReplay replay) =>
        Assert.Equal((saved, torn, leftAlone), (replay.Saved, replay.Torn, replay.LeftAlone.Count));

    private Task<long> ReserveAsync() => ReserveAsync(_ledger);

    private async Task<long> ReserveAsync(SpillingLedger ledger) => (await ledger.ReserveAsync(
        new NewCall
        {
            RunId = _run,
            ProjectId = Project,
            Key = Key,
            Purpose = CallPurpose.Draft,
            Attempt = 1,
            Reserved = new NanoUsd(5000),
            ReservedTokens = 900,
            PostIds = [_posts[0]],
            PromptHash = "beef",
            Owner = Me,
        },
        new UsageQuestion { Key = Key }, (_, _) => ReserveDecision.Yes, () => Noon, Ct)).CallId!.Value;

    private Task<AnswerSaved> SaveAsync(long call, int n, int size = 200_000, ILedger? ledger = null) => (ledger ?? _ledger).SaveAnswerAsync(
        new AnswerToSave
        {
            ProjectId = Project,
            RunId = _run,
            Settlement = new CallSettlement
            {
                CallId = call,
                State = CallState.Settled,
                Outcome = CallOutcome.Ok,
                Usage = new TokenUsage(700, 0, 101, 7, 0),
                Cost = new NanoUsd(1000),
                AnsweredAt = Noon.AddSeconds(5),
                Latency = TimeSpan.FromSeconds(4.5),
            },
            Drafts = [new NewDraft { PostId = _posts[n], Kind = "add_value", Text = new string('x', size), State = DraftState.Offered, Rank = 1, Cost = new NanoUsd(1000) }],
            Shares = [new PostShare(_posts[n], new NanoUsd(1000))],
            Cache = [new CachedAnswer($"k{n}", call, "{}")],
        },
        Ct);

    private Task<int> FillAsync() => _connections.WriteAsync(async s => await s["PRAGMA max_page_count = 1"].ExecuteAsync(), Ct);

    private Task<int> FreeAsync() => _connections.WriteAsync(async s => await s["PRAGMA max_page_count = 1000000"].ExecuteAsync(), Ct);

    private object? One(string sql) => Sqlite.Query(DatabasePath, sql)[0][0];

    private SqliteConnection Lock()
    {
        var other = Sqlite.Open(DatabasePath);
        using var begin = other.CreateCommand();
        begin.CommandText = "BEGIN EXCLUSIVE";
        begin.ExecuteNonQuery();
        return other;
    }

    private static Post APost(int i) => new()
    {
        Key = new PostKey("x", $"{i}"),
        Author = new Author { Handle = "w" },
        Text = $"Post {i} says something of its own.",
        PostedAt = Noon,
    };

    /// <summary>Waits are written down, in milliseconds, and over at once.</summary>
    private sealed class HurriedTime : TimeProvider
    {
        public List<double> Waits { get; } = [];
        public Func<int, Task> OnWait { get; set; } = _ => Task.CompletedTask;

        public override ITimer CreateTimer(TimerCallback callback, object? state, TimeSpan dueTime, TimeSpan period)
        {
            Waits.Add(dueTime.TotalMilliseconds);
            OnWait(Waits.Count).GetAwaiter().GetResult();
            return base.CreateTimer(callback, state, TimeSpan.Zero, period);
        }
    }
}
