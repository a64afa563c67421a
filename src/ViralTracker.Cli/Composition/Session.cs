using System.CommandLine;
using System.CommandLine.Completions;
using Microsoft.Extensions.Logging;
using ViralTracker.Adapters.Configuration;
using ViralTracker.Adapters.Projects;
using ViralTracker.Adapters.Sources;
using ViralTracker.Adapters.Storage.Sqlite;
using ViralTracker.Cli.CommandLine;
using ViralTracker.Cli.Logging;
using ViralTracker.Cli.Screens;
using ViralTracker.Core.Projects;
using ViralTracker.Core.Spending;
using ViralTracker.Pipeline.Importing;
using ViralTracker.Pipeline.Ports;
using ViralTracker.Pipeline.Runs;

namespace ViralTracker.Cli.Composition;

/// <summary>What a verb works with: the workspace, its projects, and the database and log once they are asked for.</summary>
internal sealed class Session : IAsyncDisposable
{
    private readonly string _databasePath;
    private readonly bool _isNamed;
    private readonly string _logLevel;
    private SqliteDatabase? _store;
    private ILoggerFactory? _logs;

    private Session(Terminal terminal, Workspace workspace, string databasePath, bool isNamed, string logLevel)
    {
        Terminal = terminal;
        Workspace = workspace;
        Projects = new ProjectDirectory(workspace.Root);
        _databasePath = databasePath;
        _isNamed = isNamed;
        _logLevel = logLevel;
    }

    public Terminal Terminal { get; }
    public Workspace Workspace { get; }
    public ProjectDirectory Projects { get; }
    public TimeProvider Time { get; } = TimeProvider.System;

    /// <summary>Days and months of budgets and reports are cut here: VT_TIME_ZONE, else the machine's zone.</summary>
    /// <exception cref="UserErrorException">No such zone.</exception>
    public static TimeZoneInfo TimeZone => Environment.GetEnvironmentVariable("VT_TIME_ZONE") is not { Length: > 0 } name ? TimeZoneInfo.Local
        : TimeZoneInfo.TryFindSystemTimeZoneById(name, out var zone) ? zone
        : throw new UserErrorException($"VT_TIME_ZONE: there is no time zone '{name}'; write it as Europe/Berlin or UTC");

    /// <summary>The product's prices, overridden by the workspace's prices.yml.</summary>
    /// <exception cref="UserErrorException">prices.yml has problems.</exception>
    public PriceBook Prices()
    {
        var path = Path.Combine(Workspace.Root, "prices.yml");
        return File.Exists(path) ? OrThrow(PricesFile.Load(path, "prices.yml")) : PriceBook.Default;
    }

    /// <exception cref="UserErrorException">No workspace, a .env that cannot be read, or options that contradict each other.</exception>
    public static Session Open(ParseResult parsed, bool start = false)
    {
        if (parsed.GetValue(GlobalOptions.Quiet) && parsed.GetValue(GlobalOptions.Verbose)) throw SharedOptions.Contradiction(GlobalOptions.Quiet, GlobalOptions.Verbose);
        var option = parsed.GetValue(GlobalOptions.Workspace);
        var variable = Environment.GetEnvironmentVariable("VT_WORKSPACE");
        var here = Directory.GetCurrentDirectory();
        var found = start
            ? Workspace.FindOrStart(option, variable, here, Directory.Exists)
            : Workspace.Find(option, variable, here, Directory.Exists);
        var workspace = OrThrow(found);
        var problems = DotEnv.Apply(workspace.DotEnvFile, ".env");
        if (problems.Length > 0) throw new UserErrorException(ConfigProblemText.Render(problems));
        var (named, byVariable) = (parsed.GetValue(GlobalOptions.Database), Environment.GetEnvironmentVariable("VT_DATABASE"));
        var database = workspace.DatabasePath(named, byVariable, here);
        return new Session(new Terminal(parsed), workspace, database, !string.IsNullOrWhiteSpace(named ?? byVariable), parsed.GetRequiredValue(GlobalOptions.LogLevel));
    }

    /// <summary>The workspace's projects, for a shell to complete; none where there is no workspace.</summary>
    public static IEnumerable<CompletionItem> Slugs(CompletionContext typed)
    {
        var found = Workspace.Find(typed.ParseResult.GetValue(GlobalOptions.Workspace), Environment.GetEnvironmentVariable("VT_WORKSPACE"), Directory.GetCurrentDirectory(), Directory.Exists);
        return found.Value is { } workspace ? new ProjectDirectory(workspace.Root).Slugs().Select(slug => new CompletionItem(slug)) : [];
    }

    public async Task<IStore> StoreAsync(CancellationToken ct) =>
        _store ??= await SqliteDatabase.OpenAsync(_databasePath, ct, Terminal.Note);

    /// <summary>
    /// Whether a database exists: a verb that only reads says 'nothing yet' instead of creating one. One that may not be looked at
    /// exists, too: opening it tells what is wrong.
    /// </summary>
    public bool HasDatabase
    {
        get
        {
            try
            {
                return File.GetAttributes(_databasePath) >= 0;
            }
            catch (Exception e) when (e is IOException or UnauthorizedAccessException)
            {
                return e is not (FileNotFoundException or DirectoryNotFoundException);
            }
        }
    }

    /// <summary>The end of a sentence that there is nothing yet, where the database that was named does not exist.</summary>
    public string WithoutDatabase => _isNamed && !HasDatabase ? $": there is no database {Cells.OneLine(_databasePath)}." : ".";

    /// <summary>Reads files of posts into a project.</summary>
    public ImportRun NewImport(string slug, IStore store) => new(slug, store.Posts, new PostFileReader(), Time);

    /// <summary>Saves paid answers that an earlier process could not; a sentence about them, or null when there were none.</summary>
    public async Task<string?> ReplayAsync(CancellationToken ct)
    {
        if (_store is null) return null;
        var replay = await _store.Ledger.ReplayAsync(ct);
        var told = new List<string>();
        if (replay.Saved > 0) told.Add($"Recovered {Words.Count(replay.Saved, "paid answer")} from an earlier run.");
        if (replay.Torn > 0) told.Add($"Lost {Words.Count(replay.Torn, "paid answer")} of an earlier run, cut off on disk; the calls still count as reserved.");
        if (replay.LeftAlone.Count > 0) told.Add($"Left alone, as they belong to another database or version: {string.Join(", ", replay.LeftAlone)}");
        return told.Count == 0 ? null : string.Join('\n', told);
    }

    /// <summary>Saves paid answers that the database refused in mid-run, if it takes them now.</summary>
    /// <exception cref="StoreException">It does not; they are tried again when the session ends.</exception>
    public Task SaveKeptAsync() => _store?.Ledger.SaveKeptAsync(CancellationToken.None) ?? Task.CompletedTask;

    public ILoggerFactory Logs => _logs ??= LogFiles.Open(Workspace.LogsFolder, PrivateFolder.Create, _logLevel, Time.GetUtcNow());

    /// <exception cref="UserErrorException">The project does not exist or its file has problems: all of them are said.</exception>
    public ProjectConfig Load(string slug)
    {
        var loaded = Projects.Load(slug);
        return loaded.Value ?? throw new UserErrorException(ConfigProblemText.Render(
            loaded.Problems, loaded.Problems.Any(problem => problem.File.Length > 0) ? ConfigProblemText.NothingWasRun(slug) : null));
    }

    public async ValueTask DisposeAsync()
    {
        if (_store is not null) await _store.DisposeAsync();
        if (_store?.Ledger is { Kept: > 0 } ledger)
            Terminal.Problem($"{Words.Count(ledger.Kept, "paid answer")} could not be saved to the database and {(ledger.Kept == 1 ? "is" : "are")} kept in {ledger.KeptIn}; the next run saves {(ledger.Kept == 1 ? "it" : "them")}.");
        try
        {
            _logs?.Dispose();
        }
        catch (IOException error)
        {
            // On a full disk the last lines cannot be written; the run's outcome stands.
            Terminal.Problem($"The log is incomplete: {error.Message}");
        }
    }

    /// <exception cref="UserErrorException">There is no such file, or it is no bill.</exception>
    public static IReadOnlyList<BillLine> ReadBill(string path)
    {
        if (!File.Exists(path)) throw new UserErrorException(Words.NoFile(path));
        try
        {
            using var text = File.OpenText(path);
            return OrThrow(BillFile.Read(text, Path.GetFileName(path)));
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            throw new UserErrorException($"{path}: cannot be read: {e.Message}", ExitCode.Usage, e);
        }
    }

    /// <summary>What to do after a project was started.</summary>
    public static string AfterInit(string slug) => ProjectDirectory.AfterInit(slug);

    /// <summary>What a valid project lacks to find the right posts.</summary>
    public static IReadOnlyList<ConfigProblem> Advice(ProjectConfig project) => ProjectDirectory.Advice(project);

    public static T OrThrow<T>(Validated<T> result)
        where T : class =>
        result.Value ?? throw new UserErrorException(ConfigProblemText.Render(result.Problems));
}
