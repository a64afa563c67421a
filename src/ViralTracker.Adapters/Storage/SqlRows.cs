namespace ViralTracker.Adapters.Storage;

/// <summary>A forward-only result, read by column number.</summary>
internal abstract class SqlRows : IAsyncDisposable
{
    public abstract ValueTask<bool> ReadAsync();
    public abstract bool IsNull(int column);
    public abstract string Text(int column);
    public abstract long Long(int column);
    public abstract double Double(int column);
    public abstract byte[] Bytes(int column);
    public abstract DateTimeOffset Time(int column);
    public abstract ValueTask DisposeAsync();

    public virtual string? TextOrNull(int column) => IsNull(column) ? null : Text(column);
    public virtual long? LongOrNull(int column) => IsNull(column) ? null : Long(column);
    public int Int(int column) => checked((int)Long(column));
    public bool Bool(int column) => Long(column) != 0;
    public bool? BoolOrNull(int column) => IsNull(column) ? null : Bool(column);
    public DateTimeOffset? TimeOrNull(int column) => IsNull(column) ? null : Time(column);
    public T Enum<T>(int column) where T : struct, Enum => EnumText<T>.Parse(Text(column));
}
