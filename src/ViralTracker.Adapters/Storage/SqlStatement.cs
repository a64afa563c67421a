using System.Data.Common;
using System.Text;

namespace ViralTracker.Adapters.Storage;

/// <summary>A prepared command whose parameters are set by name before each use. Unset parameters keep their last value.</summary>
internal sealed class SqlStatement(SqlSession session, DbCommand command)
{
    private readonly Dictionary<string, DbParameter> _parameters = [];

    public SqlStatement Set(string name, string? value) => SetRaw(name, value is null ? null : WellFormed(value));
    public SqlStatement Set(string name, long? value) => SetRaw(name, value);
    public SqlStatement Set(string name, double? value) => SetRaw(name, value);
    public SqlStatement Set(string name, bool? value) => SetRaw(name, value is { } v ? v ? 1L : 0L : null);
    public SqlStatement Set(string name, byte[]? value) => SetRaw(name, value);
    public SqlStatement Set(string name, DateTimeOffset? value) => SetRaw(name, value is { } v ? session.ToValue(v) : null);
    public SqlStatement Set<T>(string name, T value) where T : struct, Enum => SetRaw(name, EnumText<T>.Of(value));

    /// <summary>Returns the number of rows changed.</summary>
    public async ValueTask<int> ExecuteAsync()
    {
        try
        {
            return await command.ExecuteNonQueryAsync(session.Cancellation);
        }
        catch (DbException e)
        {
            throw session.Translate(e);
        }
    }

    /// <summary>The first column of the first row; null when there is no row.</summary>
    public async ValueTask<long?> NumberAsync()
    {
        try
        {
            return await command.ExecuteScalarAsync(session.Cancellation) as long?;
        }
        catch (DbException e)
        {
            throw session.Translate(e);
        }
    }

    public async ValueTask<SqlRows> QueryAsync()
    {
        try
        {
            return new SqlRows(session, await command.ExecuteReaderAsync(session.Cancellation));
        }
        catch (DbException e)
        {
            throw session.Translate(e);
        }
    }

    public async Task<List<T>> ListAsync<T>(Func<SqlRows, T> read)
    {
        var list = new List<T>();
        await using var rows = await QueryAsync();
        while (await rows.ReadAsync())
            list.Add(read(rows));
        return list;
    }

    /// <summary>Every text reaches the store as valid Unicode: lone surrogates become U+FFFD.</summary>
    internal static string WellFormed(string text) =>
        text.AsSpan().IndexOfAnyInRange('\uD800', '\uDFFF') < 0 ? text : Encoding.UTF8.GetString(Encoding.UTF8.GetBytes(text));

    private SqlStatement SetRaw(string name, object? value)
    {
        if (!_parameters.TryGetValue(name, out var parameter))
        {
            parameter = command.CreateParameter();
            parameter.ParameterName = "@" + name;
            command.Parameters.Add(parameter);
            _parameters.Add(name, parameter);
        }
        parameter.Value = value ?? DBNull.Value;
        return this;
    }
}
