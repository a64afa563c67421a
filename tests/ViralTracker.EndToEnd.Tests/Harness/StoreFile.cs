using Microsoft.Data.Sqlite;

namespace ViralTracker.EndToEnd.Tests.Harness;

/// <summary>The database as somebody with a SQL prompt sees it.</summary>
public sealed class StoreFile(string path)
{
    public long Number(string sql) => Rows(sql)[0][0] is long number ? number : throw new InvalidOperationException($"{sql} gives no whole number");

    public IReadOnlyList<object?[]> Rows(string sql)
    {
        using var connection = new SqliteConnection(new SqliteConnectionStringBuilder { DataSource = path, Mode = SqliteOpenMode.ReadOnly, Pooling = false }.ToString());
        connection.Open();
        using var command = connection.CreateCommand();
        command.CommandText = sql;
        using var reader = command.ExecuteReader();
        var rows = new List<object?[]>();
        while (reader.Read()) rows.Add([.. Enumerable.Range(0, reader.FieldCount).Select(i => reader.IsDBNull(i) ? null : reader.GetValue(i))]);
        return rows;
    }
}
