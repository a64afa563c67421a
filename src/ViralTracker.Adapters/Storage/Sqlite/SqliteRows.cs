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

    // Null reads as empty or 0, so the type is asked for only then: rows have many columns that may be null.
    public override string? TextOrNull(int column)
    {
        var utf8 = raw.sqlite3_column_blob(statement, column);
        return utf8.IsEmpty && IsNull(column) ? null : Encoding.UTF8.GetString(utf8);
    }

    public override long? LongOrNull(int column)
    {
        var value = Long(column);
        return value == 0 && IsNull(column) ? null : value;
    }

    public override double Double(int column) => raw.sqlite3_column_double(statement, column);

    public override byte[] Bytes(int column) => raw.sqlite3_column_blob(statement, column).ToArray();

    public override DateTimeOffset Time(int column) => SqliteTime.Parse(raw.sqlite3_column_blob(statement, column));

    public override ValueTask DisposeAsync()
    {
        owner.Reset();
        return ValueTask.CompletedTask;
    }
}
