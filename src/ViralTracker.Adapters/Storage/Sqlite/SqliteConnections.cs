using System.Collections.Concurrent;
using SQLitePCL;

namespace ViralTracker.Adapters.Storage.Sqlite;

/// <summary>One writing connection behind a lock, and readers as needed; opened when first used and kept.</summary>
/// <param name="lockWait">How long to wait for another process's lock; 10 s where not given.</param>
internal sealed class SqliteConnections(string path, TimeSpan? lockWait = null) : SqlDatabase, IAsyncDisposable
{
    private readonly TimeSpan _lockWait = lockWait ?? TimeSpan.FromSeconds(10);
    private readonly ConcurrentBag<SqlSession> _readers = [];
    private readonly SemaphoreSlim _writing = new(1, 1);
    private SqliteSession? _writer;

    static SqliteConnections() => Batteries_V2.Init();

    public SqliteSession Open()
    {
        var result = raw.sqlite3_open_v2(path, out var connection, raw.SQLITE_OPEN_READWRITE | raw.SQLITE_OPEN_CREATE, null);
        if (result != raw.SQLITE_OK)
        {
            var error = SqliteFaults.Of(result, connection, path);
            connection.Dispose();
            throw error;
        }
        raw.sqlite3_extended_result_codes(connection, 1);
        raw.sqlite3_busy_timeout(connection, (int)_lockWait.TotalMilliseconds);
        return new SqliteSession(connection, path, _lockWait);
    }

    public override ValueTask<SqlSession> RentAsync(CancellationToken ct)
    {
        ct.ThrowIfCancellationRequested();
        var session = _readers.TryTake(out var kept) ? kept : Open();
        session.Cancellation = ct;
        return ValueTask.FromResult(session);
    }

    public override void Return(SqlSession session) => _readers.Add(session);

    protected override async ValueTask<SqlSession> RentWriterAsync(CancellationToken ct)
    {
        await _writing.WaitAsync(ct);
        try
        {
            // An open file that was removed takes every write, and all of it is lost.
            if (_writer is not null && !File.Exists(path)) throw SqliteFaults.Removed(path);
            _writer ??= OpenWriter();
            _writer.Cancellation = ct;
            return _writer;
        }
        catch
        {
            _writing.Release();
            throw;
        }
    }

    protected override void ReturnWriter(SqlSession session) => _writing.Release();

    public async ValueTask DisposeAsync()
    {
        while (_readers.TryTake(out var reader))
            await reader.DisposeAsync();
        if (_writer is not null) await _writer.DisposeAsync();
        _writing.Dispose();
    }

    private SqliteSession OpenWriter()
    {
        var session = Open();
        // With WAL, NORMAL loses nothing when the process is killed: a commit is in the operating system's hands.
        // A power failure may lose the last commits (never the file's integrity); that is out of scope.
        // The cache (KiB) holds what a large import or find writes in one transaction; unused, it costs nothing.
        session.Run("PRAGMA synchronous = NORMAL; PRAGMA foreign_keys = ON; PRAGMA cache_size = -6144");
        return session;
    }
}
