namespace ViralTracker.Adapters.Storage;

/// <summary>One connection with its prepared statements; used by one caller at a time.</summary>
internal abstract class SqlSession : IAsyncDisposable
{
    // Keyed by the statement's text: the stores build their texts from constants only, so the set stays small.
    private readonly Dictionary<string, SqlStatement> _statements = [];

    public CancellationToken Cancellation { get; set; }

    protected IEnumerable<SqlStatement> Statements => _statements.Values;

    public SqlStatement this[string sql]
    {
        get
        {
            if (_statements.TryGetValue(sql, out var statement)) return statement;
            statement = Prepare(sql);
            _statements.Add(sql, statement);
            return statement;
        }
    }

    /// <summary>Begins a transaction that may write; waits for other writers.</summary>
    public abstract ValueTask BeginAsync();

    public abstract ValueTask CommitAsync();

    /// <summary>Undoes what was not committed; nothing to do where the database already has.</summary>
    public abstract ValueTask RollbackAsync();

    public abstract ValueTask DisposeAsync();

    protected abstract SqlStatement Prepare(string sql);
}
