using System.Data.Common;
using Microsoft.Data.Sqlite;
using SQLitePCL;

namespace ViralTracker.Adapters.Storage.Sqlite;

internal sealed class SqliteSession(SqliteConnection connection, string path, TimeSpan lockWait) : SqlSession(connection)
{
    private static readonly TimeProvider Time = TimeProvider.System;
    private static readonly TimeSpan LockPoll = TimeSpan.FromMilliseconds(2);

    public override object ToValue(DateTimeOffset time) => SqliteTime.Text(time);

    public override DateTimeOffset ToTime(DbDataReader reader, int column) => SqliteTime.Parse(reader.GetString(column));

    public override Exception Translate(DbException exception) =>
        exception is SqliteException e && SqliteFaults.Of(e, path) is { } known ? known : exception;

    /// <summary>
    /// Takes the write lock at once: a lock asked for in the middle of a transaction can fail without waiting.
    /// Waits by itself, since SQLite's own wait blocks a thread, cannot be cancelled, and starves one process while another is busy.
    /// </summary>
    public override async ValueTask BeginAsync()
    {
        var handle = connection.Handle!;
        var start = Time.GetTimestamp();
        while (true)
        {
            Cancellation.ThrowIfCancellationRequested();
            raw.sqlite3_busy_timeout(handle, 0);
            var result = raw.sqlite3_exec(handle, "BEGIN IMMEDIATE");
            raw.sqlite3_busy_timeout(handle, (int)lockWait.TotalMilliseconds);
            if (result == raw.SQLITE_OK) return;
            if (result != raw.SQLITE_BUSY || Time.GetElapsedTime(start) >= lockWait)
                throw Translate(new SqliteException(raw.sqlite3_errmsg(handle).utf8_to_string(), result));
            await Task.Delay(LockPoll, Time, Cancellation);
        }
    }

    public override async ValueTask CommitAsync() => await this["COMMIT"].ExecuteAsync();

    public override async ValueTask RollbackAsync()
    {
        // SQLite itself rolls back on a full disk and on some IO errors.
        if (raw.sqlite3_get_autocommit(connection.Handle!) != 0) return;
        await this["ROLLBACK"].ExecuteAsync();
    }
}
