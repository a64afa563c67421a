using System.Text;
using SQLitePCL;

namespace ViralTracker.Adapters.Storage.Sqlite;

internal sealed class SqliteRows(SqliteStatement owner, sqlite3_stmt statement) : SqlRows
{
    public override ValueTask<bool> ReadAsync() => ValueTask.FromResult(owner.Step());

    public override bool IsNull(int column) => raw.sqlite3_column_type(statement, column) == raw.SQLITE_NULL;

    // As bytes: a text may hold a nul, at which SQLite's own text would seem to end.
    public override string Text(int column) => Encoding.UTF8.GetString(raw.sqlite3_column_blob(statement, column));

    public override long Long(int column) => raw.sqlite3_column_int64(statement, column);

    public override double Double(int column) => raw.sqlite3_column_double(statement, column);

    public override byte[] Bytes(int column) => raw.sqlite3_column_blob(statement, column).ToArray();

    public override DateTimeOffset Time(int column) => SqliteTime.Parse(raw.sqlite3_column_blob(statement, column));

    public override ValueTask DisposeAsync()
    {
        owner.Reset();
        return ValueTask.CompletedTask;
    }
}
