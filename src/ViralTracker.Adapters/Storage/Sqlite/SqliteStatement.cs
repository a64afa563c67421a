using System.Text;
using SQLitePCL;

namespace ViralTracker.Adapters.Storage.Sqlite;

internal sealed class SqliteStatement(SqliteSession session, sqlite3_stmt statement) : SqlStatement, IDisposable
{
    private const int StackBytes = 1024;
    private readonly Dictionary<string, int> _parameters = [];

    public override ValueTask<int> ExecuteAsync()
    {
        int result;
        do
            result = raw.sqlite3_step(statement);
        while (result == raw.SQLITE_ROW);
        var changes = session.Changes();
        Finish(result);
        return ValueTask.FromResult(changes);
    }

    public override ValueTask<SqlRows> QueryAsync() => ValueTask.FromResult<SqlRows>(new SqliteRows(this, statement));

    /// <summary>Returns whether there is a row.</summary>
    public bool Step()
    {
        var result = raw.sqlite3_step(statement);
        if (result == raw.SQLITE_ROW) return true;
        Finish(result);
        return false;
    }

    public void Reset() => raw.sqlite3_reset(statement);

    public void Dispose() => statement.Dispose();

    protected override void SetNull(string name) => session.Check(raw.sqlite3_bind_null(statement, Index(name)));

    protected override void SetLong(string name, long value) => session.Check(raw.sqlite3_bind_int64(statement, Index(name), value));

    protected override void SetDouble(string name, double value) => session.Check(raw.sqlite3_bind_double(statement, Index(name), value));

    protected override void SetBytes(string name, byte[] value) => session.Check(raw.sqlite3_bind_blob(statement, Index(name), value));

    protected override void SetTime(string name, DateTimeOffset value)
    {
        Span<byte> utf8 = stackalloc byte[SqliteTime.Length];
        SqliteTime.Format(value, utf8);
        session.Check(raw.sqlite3_bind_text(statement, Index(name), utf8));
    }

    protected override void SetText(string name, string value)
    {
        var size = Encoding.UTF8.GetMaxByteCount(value.Length);
        Span<byte> utf8 = size <= StackBytes ? stackalloc byte[StackBytes] : new byte[size];
        var length = Encoding.UTF8.GetBytes(value, utf8);
        session.Check(raw.sqlite3_bind_text(statement, Index(name), utf8[..length]));
    }

    // The step's own result is the error; resetting only repeats it.
    private void Finish(int result)
    {
        try
        {
            session.Check(result);
        }
        finally
        {
            Reset();
        }
    }

    private int Index(string name)
    {
        if (_parameters.TryGetValue(name, out var index)) return index;
        index = raw.sqlite3_bind_parameter_index(statement, "@" + name);
        if (index == 0) throw new ArgumentException($"The statement has no parameter @{name}.", nameof(name));
        _parameters.Add(name, index);
        return index;
    }
}
