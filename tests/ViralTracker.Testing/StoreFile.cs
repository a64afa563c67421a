using Microsoft.Data.Sqlite;
using Xunit;

namespace ViralTracker.Testing;

/// <summary>The database as somebody with a SQL prompt sees it.</summary>
public class StoreFile(string path)
{
    public long Number(string sql) => Query(sql, row => row.GetInt64(0))[0];

    public IReadOnlyList<object?[]> Rows(string sql) =>
        Query(sql, row => (object?[])[.. Enumerable.Range(0, row.FieldCount).Select(i => row.IsDBNull(i) ? null : row.GetValue(i))]);

    /// <summary>Changes the database between runs, as only time could.</summary>
    public void Change(string sql)
    {
        using var connection = Open(SqliteOpenMode.ReadWrite);
        using var command = new SqliteCommand(sql, connection);
        Assert.NotEqual(0, command.ExecuteNonQuery());
    }

    /// <summary>Keeps everybody else from writing until it is disposed.</summary>
    public IDisposable Lock()
    {
        var connection = Open(SqliteOpenMode.ReadWrite);
        using var begin = new SqliteCommand("BEGIN EXCLUSIVE", connection);
        begin.ExecuteNonQuery();
        return connection;
    }

    protected List<T> Query<T>(string sql, Func<SqliteDataReader, T> read)
    {
        using var connection = Open(SqliteOpenMode.ReadOnly);
        using var command = new SqliteCommand(sql, connection);
        using var reader = command.ExecuteReader();
        var rows = new List<T>();
        while (reader.Read()) rows.Add(read(reader));
        return rows;
    }

    private SqliteConnection Open(SqliteOpenMode mode)
    {
        var connection = new SqliteConnection(new SqliteConnectionStringBuilder { DataSource = path, Mode = mode, Pooling = false }.ToString());
        connection.Open();
        return connection;
    }
}
