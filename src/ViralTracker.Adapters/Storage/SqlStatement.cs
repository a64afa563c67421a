using ViralTracker.Core.Texts;

namespace ViralTracker.Adapters.Storage;

/// <summary>A prepared statement whose parameters are set by name before each use. Unset parameters keep their last value.</summary>
internal abstract class SqlStatement
{
    public SqlStatement Set(string name, string? value)
    {
        if (value is null) SetNull(name);
        else SetText(name, UnicodeForms.WellFormed(value));
        return this;
    }

    public SqlStatement Set(string name, long? value)
    {
        if (value is { } v) SetLong(name, v);
        else SetNull(name);
        return this;
    }

    public SqlStatement Set(string name, double? value)
    {
        if (value is { } v) SetDouble(name, v);
        else SetNull(name);
        return this;
    }

    public SqlStatement Set(string name, byte[]? value)
    {
        if (value is null) SetNull(name);
        else SetBytes(name, value);
        return this;
    }

    public SqlStatement Set(string name, DateTimeOffset? value)
    {
        if (value is { } v) SetTime(name, v);
        else SetNull(name);
        return this;
    }

    public SqlStatement Set(string name, bool? value) => Set(name, value is { } v ? v ? 1L : 0L : null);

    public SqlStatement Set<T>(string name, T value) where T : struct, Enum => Set(name, EnumText<T>.Of(value));

    public SqlStatement Set<T>(string name, T? value) where T : struct, Enum => Set(name, value is { } v ? EnumText<T>.Of(v) : null);

    /// <summary>Returns the number of rows changed.</summary>
    public abstract ValueTask<int> ExecuteAsync();

    /// <summary>Dispose the rows before the statement is used again.</summary>
    public abstract ValueTask<SqlRows> QueryAsync();

    /// <summary>The first column of the first row; null when there is no row.</summary>
    public async ValueTask<long?> NumberAsync()
    {
        await using var rows = await QueryAsync();
        return await rows.ReadAsync() ? rows.LongOrNull(0) : null;
    }

    public async Task<List<T>> ListAsync<T>(Func<SqlRows, T> read)
    {
        var list = new List<T>();
        await using var rows = await QueryAsync();
        while (await rows.ReadAsync())
            list.Add(read(rows));
        return list;
    }

    protected abstract void SetNull(string name);
    protected abstract void SetText(string name, string value);
    protected abstract void SetLong(string name, long value);
    protected abstract void SetDouble(string name, double value);
    protected abstract void SetBytes(string name, byte[] value);
    protected abstract void SetTime(string name, DateTimeOffset value);
}
