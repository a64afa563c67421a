using SQLitePCL;

namespace ViralTracker.Adapters.Storage.Sqlite;

/// <summary>
/// A connection used through SQLite's own functions: ADO's commands cost several times the work of the small statements here,
/// and every call to a provider passes through them; opening an ADO connection doubles the time of <c>vt status</c>.
/// </summary>
internal sealed class SqliteSession(sqlite3 connection, string path, TimeSpan lockWait) : SqlSession
{
    private static readonly TimeProvider Time = TimeProvider.System;
    private static readonly TimeSpan LockPoll = TimeSpan.FromMilliseconds(2);

    /// <summary>From here on a person asks what is going on.</summary>
    private static readonly TimeSpan Noticeable = TimeSpan.FromSeconds(1);

    /// <summary>Runs statements without parameters and results.</summary>
    public void Run(string script) => Check(raw.sqlite3_exec(connection, script));

    /// <summary>The first column of the first row. Plain code: awaiting a number is compiled at start-up.</summary>
    public long Number(string sql)
    {
        Check(raw.sqlite3_prepare_v2(connection, sql, out var statement));
        using (statement)
        {
            Check(raw.sqlite3_step(statement));
            return raw.sqlite3_column_int64(statement, 0);
        }
    }

    /// <summary>Takes the write lock at once: a lock asked for in the middle of a transaction can fail without waiting.</summary>
    public override ValueTask BeginAsync() => RunWhenFreeAsync("BEGIN IMMEDIATE");

    /// <param name="longest">In place of the wait of every other statement.</param>
    /// <param name="waits">Is called once the wait is noticeable.</param>
    public ValueTask BeginAsync(TimeSpan longest, Action waits) => RunWhenFreeAsync("BEGIN IMMEDIATE", longest, waits);

    /// <summary>
    /// Runs a statement as soon as no other holds the lock it needs. Waits by itself: SQLite's own wait blocks a thread, cannot be cancelled,
    /// starves one process while another is busy, and is left out where two could wait for each other, as for a change of the journal's mode.
    /// </summary>
    public async ValueTask RunWhenFreeAsync(string statement, TimeSpan? longest = null, Action? waits = null)
    {
        var start = Time.GetTimestamp();
        while (true)
        {
            Cancellation.ThrowIfCancellationRequested();
            raw.sqlite3_busy_timeout(connection, 0);
            var result = raw.sqlite3_exec(connection, statement);
            raw.sqlite3_busy_timeout(connection, (int)lockWait.TotalMilliseconds);
            if (result == raw.SQLITE_OK) return;
            var waited = Time.GetElapsedTime(start);
            if (result != raw.SQLITE_BUSY || waited >= (longest ?? lockWait)) Check(result);
            if (waited >= Noticeable && waits is not null)
            {
                waits();
                waits = null;
            }
            await Task.Delay(LockPoll, Time, Cancellation);
        }
    }

    public override ValueTask CommitAsync()
    {
        Run("COMMIT");
        return ValueTask.CompletedTask;
    }

    public override ValueTask RollbackAsync()
    {
        // SQLite itself rolls back on a full disk and on some IO errors.
        if (raw.sqlite3_get_autocommit(connection) == 0) Run("ROLLBACK");
        return ValueTask.CompletedTask;
    }

    public override ValueTask DisposeAsync()
    {
        foreach (var statement in Statements.OfType<SqliteStatement>())
            statement.Dispose();
        connection.Dispose();
        return ValueTask.CompletedTask;
    }

    /// <exception cref="Pipeline.Ports.StoreException">Something people can act on.</exception>
    /// <exception cref="SqliteError">A bug of ours.</exception>
    public void Check(int result)
    {
        if (result is raw.SQLITE_OK or raw.SQLITE_ROW or raw.SQLITE_DONE) return;
        throw SqliteFaults.Of(result, connection, path);
    }

    public int Changes() => raw.sqlite3_changes(connection);

    protected override SqlStatement Prepare(string sql)
    {
        Check(raw.sqlite3_prepare_v2(connection, sql, out var statement));
        return new SqliteStatement(this, statement);
    }
}
