using System.Data.Common;
using Microsoft.Data.Sqlite;
using SQLitePCL;

namespace ViralTracker.Adapters.Storage.Sqlite;

internal sealed class SqliteSession(SqliteConnection connection, string path) : SqlSession(connection)
{
    public override object ToValue(DateTimeOffset time) => SqliteTime.Text(time);

    public override DateTimeOffset ToTime(DbDataReader reader, int column) => SqliteTime.Parse(reader.GetString(column));

    public override Exception Translate(DbException exception) =>
        exception is SqliteException e && SqliteFaults.Of(e, path) is { } known ? known : exception;

    /// <summary>Takes the write lock at once: a lock asked for in the middle of a transaction can fail without waiting.</summary>
    public override async ValueTask BeginAsync() => await this["BEGIN IMMEDIATE"].ExecuteAsync();

    public override async ValueTask CommitAsync() => await this["COMMIT"].ExecuteAsync();

    public override async ValueTask RollbackAsync()
    {
        // SQLite itself rolls back on a full disk and on some IO errors.
        if (raw.sqlite3_get_autocommit(connection.Handle!) != 0) return;
        await this["ROLLBACK"].ExecuteAsync();
    }
}
