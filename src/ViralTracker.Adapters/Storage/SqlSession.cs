using System.Data.Common;

namespace ViralTracker.Adapters.Storage;

/// <summary>One connection with its prepared statements; used by one caller at a time.</summary>
internal abstract class SqlSession(DbConnection connection) : IAsyncDisposable
{
    // Keyed by the statement's text: the stores' texts are constants, so the set stays small.
    private readonly Dictionary<string, SqlStatement> _statements = [];

    public CancellationToken Cancellation { get; set; }

    public SqlStatement this[string sql]
    {
        get
        {
            if (_statements.TryGetValue(sql, out var statement)) return statement;
            var command = connection.CreateCommand();
            command.CommandText = sql;
            statement = new SqlStatement(this, command);
            _statements.Add(sql, statement);
            return statement;
        }
    }

    public abstract object ToValue(DateTimeOffset time);

    public abstract DateTimeOffset ToTime(DbDataReader reader, int column);

    /// <summary>A <see cref="Pipeline.Ports.StoreException"/> where people can act on it, else the exception itself.</summary>
    public abstract Exception Translate(DbException exception);

    /// <summary>Begins a transaction that may write; waits for other writers.</summary>
    public abstract ValueTask BeginAsync();

    public abstract ValueTask CommitAsync();

    /// <summary>Undoes what was not committed; nothing to do where the database already has.</summary>
    public abstract ValueTask RollbackAsync();

    public ValueTask DisposeAsync() => connection.DisposeAsync();
}
