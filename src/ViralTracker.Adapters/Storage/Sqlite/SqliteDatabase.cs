using ViralTracker.Adapters.Configuration;
using ViralTracker.Adapters.Storage.Spill;
using ViralTracker.Pipeline.Ports;

namespace ViralTracker.Adapters.Storage.Sqlite;

/// <summary>The store in one SQLite file. Safe for many threads and processes; dispose it to give the file back.</summary>
public sealed class SqliteDatabase : IStore
{
    private readonly SqliteConnections _connections;

    private SqliteDatabase(SqliteConnections connections, string folder)
    {
        _connections = connections;
        Posts = new PostStore(connections);
        Embeddings = new EmbeddingStore(connections);
        Assessments = new AssessmentStore(connections);
        Runs = new RunStore(connections);
        Leases = new LeaseStore(connections);
        Ledger = new SpillingLedger(new Ledger(connections), new StoreIdentity(connections), folder, TimeProvider.System);
        Reviews = new ReviewStore(connections);
        Reports = new ReportStore(connections);
        Notes = new ModelNotes(connections);
        Answers = new AnswerCache(connections);
    }

    public IPostStore Posts { get; }
    public IEmbeddingStore Embeddings { get; }
    public IAssessmentStore Assessments { get; }
    public IRunStore Runs { get; }
    public ILeaseStore Leases { get; }
    public SpillingLedger Ledger { get; }
    ILedger IStore.Ledger => Ledger;
    public IReviewStore Reviews { get; }
    public IReportStore Reports { get; }
    public IModelNotes Notes { get; }
    public IAnswerCache Answers { get; }

    /// <summary>Opens the file, creating it and its folder where they are missing, and brings its schema up to date.</summary>
    /// <param name="tell">Is told what takes long.</param>
    /// <exception cref="StoreException">It cannot be opened, is no database of ours, or is newer than this program.</exception>
    public static Task<SqliteDatabase> OpenAsync(string path, CancellationToken ct, Action<string>? tell = null) =>
        OpenAsync(path, SqliteMigrations.Embedded, ct, tell);

    internal static async Task<SqliteDatabase> OpenAsync(
        string path, IReadOnlyList<Migration> migrations, CancellationToken ct, Action<string>? tell = null, TimeSpan? lockWait = null)
    {
        ct.ThrowIfCancellationRequested();
        path = Path.GetFullPath(path);
        CreateFolder(path);
        var connections = new SqliteConnections(path, lockWait);
        try
        {
            var session = connections.Open();
            session.Cancellation = ct;
            connections.Return(session);
            await SqliteMigrations.ApplyAsync(session, path, migrations, tell ?? (_ => { }));
            return new SqliteDatabase(connections, Path.GetDirectoryName(path)!);
        }
        catch
        {
            await connections.DisposeAsync();
            throw;
        }
    }

    public async ValueTask DisposeAsync()
    {
        await Ledger.DisposeAsync();
        await _connections.DisposeAsync();
    }

    private static void CreateFolder(string path)
    {
        try
        {
            PrivateFolder.Create(Path.GetDirectoryName(path)!);
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            throw new StoreException(StoreFault.CannotOpen, $"The folder of the database {path} cannot be created: {e.Message} Choose another with --database.", e);
        }
    }
}
