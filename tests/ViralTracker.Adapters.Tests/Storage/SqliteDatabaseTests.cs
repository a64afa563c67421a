using System.Diagnostics;
using ViralTracker.Adapters.Storage.Sqlite;
using ViralTracker.Core.Posts;
using ViralTracker.Pipeline.Ports;
using Xunit;

namespace ViralTracker.Adapters.Tests.Storage;

/// <summary>Opening, migrating, and what goes wrong with files.</summary>
public sealed class SqliteDatabaseTests : IDisposable
{
    private readonly TemporaryFolder _folder = new();

    private static CancellationToken Ct => TestContext.Current.CancellationToken;

    private static int Newest => SqliteMigrations.Embedded[^1].Version;

    private string DatabasePath => Path.Combine(_folder.Path, "a", "b", "vt.db");

    public void Dispose() => _folder.Dispose();

    [Fact]
    public async Task Open_creates_folder_and_file_in_wal_at_the_newest_schema()
    {
        await using (await SqliteDatabase.OpenAsync(DatabasePath, Ct))
        {
        }

        Assert.Equal("wal", Sqlite.Query(DatabasePath, "PRAGMA journal_mode")[0][0]);
        Assert.Equal((long)Newest, Sqlite.Query(DatabasePath, "PRAGMA user_version")[0][0]);
    }

    [Fact]
    public async Task Open_of_an_up_to_date_database_takes_under_10_ms()
    {
        await OpenAndCloseAsync();
        var times = new List<double>();
        for (var i = 0; i < 20; i++)
        {
            var start = Stopwatch.GetTimestamp();
            await OpenAndCloseAsync();
            times.Add(Stopwatch.GetElapsedTime(start).TotalMilliseconds);
        }

        Assert.True(times.Order().ElementAt(10) < 10, $"median {times.Order().ElementAt(10):F1} ms");
    }

    [Fact]
    public async Task Open_by_many_at_once_migrates_once()
    {
        await Task.WhenAll(Enumerable.Range(0, 8).Select(_ => Task.Run(OpenAndCloseAsync, Ct)));

        Assert.Equal(1L, Sqlite.Query(DatabasePath, "SELECT count(*) FROM accounts")[0][0]);
    }

    [Fact]
    public async Task Open_of_a_newer_schema_is_refused_with_both_versions()
    {
        await OpenAndCloseAsync();
        Sqlite.Execute(DatabasePath, "PRAGMA user_version = 99");

        var e = await Assert.ThrowsAsync<StoreException>(OpenAndCloseAsync);

        Assert.Equal(StoreFault.NewerSchema, e.Fault);
        Assert.Contains($"schema 99; this one knows {Newest}", e.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Migration_that_fails_leaves_the_schema_before_it()
    {
        Migration[] migrations = [.. SqliteMigrations.Embedded, new(Newest + 1, () => "CREATE TABLE extra (x); INSERT INTO missing VALUES (1)")];
        await Assert.ThrowsAsync<SqliteError>(() => SqliteDatabase.OpenAsync(DatabasePath, migrations, Ct));

        Assert.Equal((long)Newest, Sqlite.Query(DatabasePath, "PRAGMA user_version")[0][0]);
        Assert.Empty(Sqlite.Query(DatabasePath, "SELECT * FROM sqlite_schema WHERE name = 'extra'"));

        migrations[^1] = new(Newest + 1, () => "CREATE TABLE extra (x)");
        await using (await SqliteDatabase.OpenAsync(DatabasePath, migrations, Ct))
        {
        }
        Assert.Equal(Newest + 1L, Sqlite.Query(DatabasePath, "PRAGMA user_version")[0][0]);
    }

    [Theory]
    [InlineData(1, false)]
    [InlineData(20, true)]
    public async Task Migration_of_a_large_database_is_told_once(int megabytes, bool isTold)
    {
        await using (await SqliteDatabase.OpenAsync(DatabasePath, [SqliteMigrations.Embedded[0]], Ct))
        {
        }
        Sqlite.Execute(DatabasePath, $"CREATE TABLE weight (x); INSERT INTO weight VALUES (zeroblob({megabytes << 20}))");
        var told = new List<string>();

        await using (await SqliteDatabase.OpenAsync(DatabasePath, Ct, told.Add))
        {
        }
        await using (await SqliteDatabase.OpenAsync(DatabasePath, Ct, told.Add))
        {
        }

        Assert.Equal(isTold ? [$"Bringing the database {DatabasePath} up to date; this may take a minute."] : [], told);
    }

    [Fact]
    public async Task Who_comes_while_another_migrates_waits_longer_than_for_other_locks_and_says_so()
    {
        await using (await SqliteDatabase.OpenAsync(DatabasePath, [SqliteMigrations.Embedded[0]], Ct))
        {
        }
        var told = new List<string>();
        await using var other = new SqliteConnections(DatabasePath);
        var migrating = other.Open();
        await migrating.BeginAsync();

        var opening = SqliteDatabase.OpenAsync(DatabasePath, SqliteMigrations.Embedded, Ct, told.Add, lockWait: TimeSpan.FromMilliseconds(100));
        await Task.Delay(TimeSpan.FromSeconds(1.5), TimeProvider.System, Ct);
        Assert.False(opening.IsCompleted);
        await migrating.RollbackAsync();
        await migrating.DisposeAsync();
        await (await opening).DisposeAsync();

        Assert.Equal((long)Newest, Sqlite.Query(DatabasePath, "PRAGMA user_version")[0][0]);
        Assert.StartsWith($"Another process is writing to the database {DatabasePath}", Assert.Single(told), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Waiting_for_a_migration_can_be_broken_off()
    {
        await using (await SqliteDatabase.OpenAsync(DatabasePath, [SqliteMigrations.Embedded[0]], Ct))
        {
        }
        await using var other = new SqliteConnections(DatabasePath);
        await using var migrating = other.Open();
        await migrating.BeginAsync();
        using var interrupt = CancellationTokenSource.CreateLinkedTokenSource(Ct);
        interrupt.CancelAfter(TimeSpan.FromMilliseconds(100));

        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => SqliteDatabase.OpenAsync(DatabasePath, interrupt.Token));
    }

    [Fact]
    public async Task Calls_answered_without_a_price_count_their_reservation_once_an_older_database_is_opened()
    {
        await using (await SqliteDatabase.OpenAsync(DatabasePath, [SqliteMigrations.Embedded[0]], Ct))
        {
        }
        Sqlite.Execute(DatabasePath, """
            INSERT INTO projects (project_id) VALUES ('p');
            INSERT INTO posts (post_id, source, native_id, posted_at, text, text_key, snapshot_at, linkable) VALUES (1, 'x', '1', '2026-01-01', 't', x'00', '2026-01-01', 1);
            INSERT INTO runs (run_id, project_id, command, arguments, owner, started_at, as_of, outcome) VALUES (1, 'p', 'c', '{}', 'o', '2026-01-01', '2026-01-01', 'done');
            INSERT INTO api_calls (call_id, run_id, project_id, provider, key_fingerprint, model_requested, purpose, attempt, state, reserved_nanousd, cost_nanousd,
                reserved_tokens, counted_tokens, prompt_hash, owner, sent_at, posts, counted_nanousd)
            VALUES (1, 1, 'p', 'g', 'k', 'm', 'draft', 1, 'settled', 5000, NULL, 9, 9, 'h', 'o', '2026-01-01', 1, 0),
                   (2, 1, 'p', 'g', 'k', 'm', 'draft', 1, 'settled', 5000, 1000, 9, 9, 'h', 'o', '2026-01-01', 1, 1000),
                   (3, 1, 'p', 'g', 'k', 'm', 'draft', 1, 'refused', 5000, NULL, 9, 9, 'h', 'o', '2026-01-01', 1, 0),
                   (4, 1, 'p', 'g', 'k', 'm', 'draft', 1, 'unknown', 5000, NULL, 9, 9, 'h', 'o', '2026-01-01', 1, 5000);
            INSERT INTO call_posts (call_id, post_id) VALUES (1, 1), (2, 1);
            """);

        await OpenAndCloseAsync();

        Assert.Equal([5000L, 1000L, 0L, 5000L], Sqlite.Query(DatabasePath, "SELECT counted_nanousd FROM api_calls ORDER BY call_id").Select(r => r[0]));
        Assert.Equal(2, Sqlite.Query(DatabasePath, "SELECT * FROM call_posts").Count);
        Assert.Empty(Sqlite.Query(DatabasePath, "PRAGMA foreign_key_check"));
    }

    [Fact]
    public async Task Posts_that_offline_drafts_settled_are_open_again_once_an_older_database_is_opened()
    {
        await using (await SqliteDatabase.OpenAsync(DatabasePath, [.. SqliteMigrations.Embedded.TakeWhile(m => m.Version < 10)], Ct))
        {
        }
        Sqlite.Execute(DatabasePath, """
            INSERT INTO projects (project_id) VALUES ('p');
            INSERT INTO posts (post_id, source, native_id, posted_at, text, snapshot_at, linkable)
            VALUES (1, 'x', '1', '2026-01-01', 't', '2026-01-01', 1), (2, 'x', '2', '2026-01-01', 't', '2026-01-01', 1);
            INSERT INTO runs (run_id, project_id, command, arguments, owner, started_at, as_of, outcome)
            VALUES (1, 'p', 'c', '{}', 'o', '2026-01-01', '2023-01-01', 'done'), (2, 'p', 'c', '{}', 'o', '2026-01-01', '2026-01-01', 'done');
            INSERT INTO api_calls (call_id, run_id, project_id, provider, key_fingerprint, model_requested, purpose, attempt, state, reserved_nanousd, cost_nanousd,
                reserved_tokens, counted_tokens, prompt_hash, owner, sent_at, posts, counted_nanousd)
            VALUES (1, 1, 'p', 'offline', '', 'offline', 'draft', 1, 'settled', 0, 0, 9, 9, 'h', 'o', '2026-01-01', 2, 0),
                   (2, 2, 'p', 'gemini', 'k', 'm', 'draft', 1, 'settled', 0, 0, 9, 9, 'h', 'o', '2026-01-01', 1, 0);
            INSERT INTO call_posts (call_id, post_id) VALUES (1, 1), (1, 2), (2, 2);
            INSERT INTO assessments (assessment_id, project_id, post_id, run_id, scorer, config_hash, snapshot_at, as_of, skip_reason, skip_detail, skip_finality)
            VALUES (1, 'p', 1, 1, 'gate', 'h', '2026-01-01', '2026-01-01', 'spam', 'd', 'final'),
                   (2, 'p', 1, 1, 'draft', 'h', '2026-01-01', '2026-01-01', 'nothing_to_say', 'd', 'final'),
                   (3, 'p', 2, 1, 'draft', 'h', '2026-01-01', '2026-01-01', 'all_rejected', 'd', 'final'),
                   (4, 'p', 2, 2, 'draft', 'h', '2026-01-01', '2026-01-01', 'nothing_to_say', 'd', 'final');
            """);

        await OpenAndCloseAsync();

        Assert.Equal(["final", "retry_later", "retry_later", "final"], Sqlite.Query(DatabasePath, "SELECT skip_finality FROM assessments ORDER BY assessment_id").Select(r => r[0]));
        Assert.Equal(["2026-01-01", "2023-01-01", "2023-01-01", "2026-01-01"], Sqlite.Query(DatabasePath, "SELECT as_of FROM assessments ORDER BY assessment_id").Select(r => r[0]));
    }

    [Fact]
    public async Task Open_of_a_file_that_is_no_database_says_so()
    {
        Directory.CreateDirectory(Path.GetDirectoryName(DatabasePath)!);
        await File.WriteAllTextAsync(DatabasePath, string.Concat(Enumerable.Repeat("This is a text file. ", 200)), Ct);

        var e = await Assert.ThrowsAsync<StoreException>(OpenAndCloseAsync);

        Assert.Equal(StoreFault.NotADatabase, e.Fault);
        Assert.Contains(DatabasePath, e.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Open_of_another_programs_database_leaves_it_alone()
    {
        Directory.CreateDirectory(Path.GetDirectoryName(DatabasePath)!);
        Sqlite.Execute(DatabasePath, "CREATE TABLE theirs (x)");

        Assert.Equal(StoreFault.NotADatabase, (await Assert.ThrowsAsync<StoreException>(OpenAndCloseAsync)).Fault);
        Assert.Equal("theirs", Assert.Single(Sqlite.Query(DatabasePath, "SELECT name FROM sqlite_schema"))[0]);
    }

    [Fact]
    public async Task Damaged_pages_are_reported_as_a_damaged_database()
    {
        await using (var db = await SqliteDatabase.OpenAsync(DatabasePath, Ct))
            await db.Posts.UpsertAsync("acme", [.. Enumerable.Range(0, 500).Select(APost)], "a.jsonl", DateTimeOffset.UnixEpoch, Ct);
        using (var file = File.OpenWrite(DatabasePath))
        {
            file.Position = 4096;
            file.Write(new byte[file.Length - 4096]);
        }

        var e = await Assert.ThrowsAsync<StoreException>(async () =>
        {
            await using var db = await SqliteDatabase.OpenAsync(DatabasePath, Ct);
            await db.Posts.UpsertAsync("acme", [APost(0)], "a.jsonl", DateTimeOffset.UnixEpoch, Ct);
        });

        Assert.Equal(StoreFault.NotADatabase, e.Fault);
    }

    [Fact]
    public async Task Path_that_is_a_folder_or_below_a_file_cannot_be_opened()
    {
        var file = Path.Combine(_folder.Path, "file");
        await File.WriteAllTextAsync(file, "", Ct);

        foreach (var path in new[] { _folder.Path, Path.Combine(file, "vt.db") })
            Assert.Equal(StoreFault.CannotOpen, (await Assert.ThrowsAsync<StoreException>(() => SqliteDatabase.OpenAsync(path, Ct))).Fault);
    }

    [Fact]
    public async Task Read_only_file_can_be_read_and_refuses_to_be_written_with_a_clear_line()
    {
        Assert.SkipWhen(Environment.IsPrivilegedProcess, "root may write to any file");
        await OpenAndCloseAsync();
        File.SetAttributes(DatabasePath, FileAttributes.ReadOnly);

        await using var db = await SqliteDatabase.OpenAsync(DatabasePath, Ct);
        Assert.Empty(await db.Runs.LatestAsync(null, 1, Ct));
        var e = await Assert.ThrowsAsync<StoreException>(() => db.Posts.UpsertAsync("acme", [], "a", DateTimeOffset.UnixEpoch, Ct));

        Assert.Equal(StoreFault.ReadOnly, e.Fault);
    }

    [Fact]
    public async Task Full_database_keeps_what_it_has_and_says_so()
    {
        await OpenAndCloseAsync();
        await using var connections = new SqliteConnections(DatabasePath);
        await connections.WriteAsync(async s => await s["PRAGMA max_page_count = 60"].ExecuteAsync(), Ct);
        var posts = new Adapters.Storage.PostStore(connections);

        var e = await Assert.ThrowsAsync<StoreException>(() =>
            posts.UpsertAsync("acme", [.. Enumerable.Range(0, 5000).Select(APost)], "a.jsonl", DateTimeOffset.UnixEpoch, Ct));

        Assert.Equal(StoreFault.DiskFull, e.Fault);
        Assert.Equal(1, (await posts.UpsertAsync("acme", [APost(0)], "a.jsonl", DateTimeOffset.UnixEpoch, Ct)).Added);
    }

    [Fact]
    public async Task Lock_held_by_another_program_is_reported_after_the_wait_and_reading_goes_on()
    {
        await OpenAndCloseAsync();
        using var other = Sqlite.Open(DatabasePath);
        using var begin = other.CreateCommand();
        begin.CommandText = "BEGIN IMMEDIATE";
        begin.ExecuteNonQuery();
        await using var connections = new SqliteConnections(DatabasePath, TimeSpan.FromMilliseconds(200));

        var start = Stopwatch.GetTimestamp();
        var e = await Assert.ThrowsAsync<StoreException>(() =>
            new Adapters.Storage.PostStore(connections).UpsertAsync("acme", [APost(0)], "a", DateTimeOffset.UnixEpoch, Ct));

        Assert.Equal(StoreFault.Busy, e.Fault);
        Assert.InRange(Stopwatch.GetElapsedTime(start).TotalMilliseconds, 190, 5000);
        Assert.Empty(await new Adapters.Storage.RunStore(connections).LatestAsync(null, 1, Ct));
    }

    [Fact]
    public async Task Waiting_for_a_lock_ends_at_once_when_cancelled()
    {
        await OpenAndCloseAsync();
        using var other = Sqlite.Open(DatabasePath);
        using var begin = other.CreateCommand();
        begin.CommandText = "BEGIN IMMEDIATE";
        begin.ExecuteNonQuery();
        await using var db = await SqliteDatabase.OpenAsync(DatabasePath, Ct);
        using var stop = new CancellationTokenSource(TimeSpan.FromMilliseconds(100));

        var start = Stopwatch.GetTimestamp();
        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => db.Posts.UpsertAsync("acme", [], "a", DateTimeOffset.UnixEpoch, stop.Token));

        Assert.True(Stopwatch.GetElapsedTime(start) < TimeSpan.FromSeconds(5));
    }

    [Theory]
    [InlineData(5, StoreFault.Busy)]
    [InlineData(8, StoreFault.ReadOnly)]
    [InlineData(10, StoreFault.Io)]
    [InlineData(11, StoreFault.NotADatabase)]
    [InlineData(13, StoreFault.DiskFull)]
    [InlineData(14, StoreFault.CannotOpen)]
    [InlineData(26, StoreFault.NotADatabase)]
    public void Fault_is_named_with_the_path_and_what_to_do(int code, StoreFault fault)
    {
        var e = SqliteFaults.Of(new SqliteError("x", code), "/data/vt.db")!;

        Assert.Equal(fault, e.Fault);
        Assert.Contains("/data/vt.db", e.Message, StringComparison.Ordinal);
        Assert.Null(SqliteFaults.Of(new SqliteError("constraint", 19), "/data/vt.db"));
    }

    private static Post APost(int i) => new()
    {
        Key = new PostKey("x", $"{i}"),
        Author = new Author { Handle = "w" },
        Text = $"Post {i} says something of its own.",
        PostedAt = DateTimeOffset.UnixEpoch,
    };

    private async Task OpenAndCloseAsync()
    {
        await using var db = await SqliteDatabase.OpenAsync(DatabasePath, Ct);
    }
}
