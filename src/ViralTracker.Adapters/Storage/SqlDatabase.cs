namespace ViralTracker.Adapters.Storage;

/// <summary>Hands out sessions: many to read, one at a time to write.</summary>
internal abstract class SqlDatabase
{
    /// <summary>A session for reading; give it back with <see cref="Return"/>.</summary>
    public abstract ValueTask<SqlSession> RentAsync(CancellationToken ct);

    public abstract void Return(SqlSession session);

    protected abstract ValueTask<SqlSession> RentWriterAsync(CancellationToken ct);

    protected abstract void ReturnWriter(SqlSession session);

    public async Task<T> ReadAsync<T>(Func<SqlSession, Task<T>> work, CancellationToken ct)
    {
        var session = await RentAsync(ct);
        try
        {
            return await work(session);
        }
        finally
        {
            Return(session);
        }
    }

    /// <summary>Runs <paramref name="work"/> in one transaction: committed when it returns, undone when it throws.</summary>
    public async Task<T> WriteAsync<T>(Func<SqlSession, Task<T>> work, CancellationToken ct)
    {
        var session = await RentWriterAsync(ct);
        try
        {
            await session.BeginAsync();
            try
            {
                var result = await work(session);
                await session.CommitAsync();
                return result;
            }
            catch
            {
                session.Cancellation = CancellationToken.None;
                await session.RollbackAsync();
                throw;
            }
        }
        finally
        {
            ReturnWriter(session);
        }
    }
}
