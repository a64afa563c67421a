using Microsoft.Data.Sqlite;
using SQLitePCL;

namespace ViralTracker.Adapters.Storage.Sqlite;

/// <summary>
/// A connection used through SQLite's own statements: ADO's commands cost several times the work of the small statements here,
/// and every call to a provider passes through them.
/// </summary>
internal sealed class SqliteSession(SqliteConnection connection, string path, TimeSpan lockWait) : SqlSession
{
    private static readonly TimeProvider Time = TimeProvider.System;
    private static readonly TimeSpan LockPoll = TimeSpan.FromMilliseconds(2);
    private readonly sqlite3 _handle = connection.Handle!;

    /// <summary>Runs statements without parameters and results.</summary>
    public void Run(string script) => Check(raw.sqlite3_exec(_handle, script));

    /// <summary>
    /// Takes the write lock at once: a lock asked for in the middle of a transaction can fail without waiting.
    /// Waits by itself, since SQLite's own wait blocks a thread, cannot be cancelled, and starves one process while another is busy.
    /// </summary>
    public override async ValueTask BeginAsync()
    {
        var start = Time.GetTimestamp();
        while (true)
        {
            Cancellation.ThrowIfCancellationRequested();
            raw.sqlite3_busy_timeout(_handle, 0);
            var result = raw.sqlite3_exec(_handle, "BEGIN IMMEDIATE");
            raw.sqlite3_busy_timeout(_handle, (int)lockWait.TotalMilliseconds);
            if (result == raw.SQLITE_OK) return;
            if (result != raw.SQLITE_BUSY || Time.GetElapsedTime(start) >= lockWait) Check(result);
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
        if (raw.sqlite3_get_autocommit(_handle) == 0) Run("ROLLBACK");
        return ValueTask.CompletedTask;
    }

    public override ValueTask DisposeAsync()
    {
        foreach (var statement in Statements.OfType<SqliteStatement>())
            statement.Dispose();
        return connection.DisposeAsync();
    }

    /// <exception cref="Pipeline.Ports.StoreException">Something people can act on.</exception>
    /// <exception cref="SqliteException">A bug of ours.</exception>
    public void Check(int result)
    {
        if (result is raw.SQLITE_OK or raw.SQLITE_ROW or raw.SQLITE_DONE) return;
        var e = new SqliteException(raw.sqlite3_errmsg(_handle).utf8_to_string(), result & 0xff, result);
        throw (Exception?)SqliteFaults.Of(e, path) ?? e;
    }

    public int Changes() => raw.sqlite3_changes(_handle);

    protected override SqlStatement Prepare(string sql)
    {
        Check(raw.sqlite3_prepare_v2(_handle, sql, out var statement));
        return new SqliteStatement(this, statement);
    }
}
