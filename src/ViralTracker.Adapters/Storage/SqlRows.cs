using System.Data.Common;

namespace ViralTracker.Adapters.Storage;

/// <summary>A forward-only result, read by column number.</summary>
internal sealed class SqlRows(SqlSession session, DbDataReader reader) : IAsyncDisposable
{
    public async ValueTask<bool> ReadAsync()
    {
        try
        {
            return await reader.ReadAsync(session.Cancellation);
        }
        catch (DbException e)
        {
            throw session.Translate(e);
        }
    }

    public bool IsNull(int column) => reader.IsDBNull(column);
    public string Text(int column) => reader.GetString(column);
    public string? TextOrNull(int column) => reader.IsDBNull(column) ? null : reader.GetString(column);
    public long Long(int column) => reader.GetInt64(column);
    public long? LongOrNull(int column) => reader.IsDBNull(column) ? null : reader.GetInt64(column);
    public int Int(int column) => reader.GetInt32(column);
    public double Double(int column) => reader.GetDouble(column);
    public bool Bool(int column) => reader.GetInt64(column) != 0;
    public bool? BoolOrNull(int column) => reader.IsDBNull(column) ? null : reader.GetInt64(column) != 0;
    public byte[] Bytes(int column) => reader.GetFieldValue<byte[]>(column);
    public DateTimeOffset Time(int column) => session.ToTime(reader, column);
    public DateTimeOffset? TimeOrNull(int column) => reader.IsDBNull(column) ? null : session.ToTime(reader, column);
    public T Enum<T>(int column) where T : struct, Enum => EnumText<T>.Parse(reader.GetString(column));

    public ValueTask DisposeAsync() => reader.DisposeAsync();
}
