using System.Globalization;
using System.Reflection;
using ViralTracker.Pipeline.Ports;

namespace ViralTracker.Adapters.Storage.Sqlite;

/// <param name="Version">What <c>PRAGMA user_version</c> says once it is applied.</param>
internal sealed record Migration(int Version, Func<string> Sql);

/// <summary>Brings a database's schema up to this program's.</summary>
internal static class SqliteMigrations
{
    /// <summary>The embedded <c>Migrations/NNNN_name.sql</c>, by version.</summary>
    public static IReadOnlyList<Migration> Embedded { get; } = Find();

    /// <summary>Above it a migration takes long enough to be asked what is going on.</summary>
    private const long Large = 16 << 20;

    /// <summary>
    /// A process that migrates holds the lock until it is done or dies, and this one waits for either. No migration takes so long by far: then another program holds it.
    /// </summary>
    private static readonly TimeSpan LongestWait = TimeSpan.FromMinutes(10);

    /// <param name="tell">Is told what makes a person wait.</param>
    /// <exception cref="StoreException">The schema is newer than the newest migration, or the file is another program's.</exception>
    public static async Task ApplyAsync(SqliteSession session, string path, IReadOnlyList<Migration> migrations, Action<string> tell)
    {
        var known = migrations[^1].Version;
        var version = Version(session);
        if (version > known) throw SqliteFaults.Newer(path, version, known);
        if (version == known) return;
        // In this order: another process may create the schema between the two questions.
        if (session.Number("SELECT count(*) FROM sqlite_schema") > 0 && Version(session) == 0)
            throw SqliteFaults.NotOurs(path);

        // Kept in the file. Readers never wait for the writer.
        await session.RunWhenFreeAsync("PRAGMA journal_mode = WAL");
        // A migration may build a table anew that others refer to. Cannot be set inside a transaction, and this session only reads afterwards.
        session.Run("PRAGMA foreign_keys = OFF");
        var (waits, works) = (
            Once(() => $"Another process is writing to the database {path}, probably to bring it up to date; waiting until it is done, at most {LongestWait.TotalMinutes} minutes."),
            Once(() => $"Bringing the database {path} up to date; this may take a minute."));
        foreach (var migration in migrations)
            await ApplyAsync(session, migration, waits, works);

        Action Once(Func<string> line)
        {
            var told = false;
            return () =>
            {
                if (!told) tell(line());
                told = true;
            };
        }
    }

    private static async Task ApplyAsync(SqliteSession session, Migration migration, Action waits, Action works)
    {
        await session.BeginAsync(LongestWait, waits);
        try
        {
            // Asked again under the lock: another process may have applied it meanwhile.
            if (Version(session) < migration.Version)
            {
                if (session.Number("PRAGMA page_count") * session.Number("PRAGMA page_size") >= Large) works();
                session.Run(migration.Sql());
                session.Run(string.Create(CultureInfo.InvariantCulture, $"PRAGMA user_version = {migration.Version}"));
            }
            await session.CommitAsync();
        }
        catch
        {
            await session.RollbackAsync();
            throw;
        }
    }

    private static long Version(SqliteSession session) => session.Number("PRAGMA user_version");

    private static Migration[] Find()
    {
        var assembly = Assembly.GetExecutingAssembly();
        var prefix = typeof(SqliteMigrations).Namespace + ".Migrations.";
        return [.. assembly.GetManifestResourceNames()
            .Where(name => name.StartsWith(prefix, StringComparison.Ordinal))
            .Select(name => new Migration(int.Parse(name.AsSpan(prefix.Length, 4), CultureInfo.InvariantCulture), () => Read(assembly, name)))
            .OrderBy(m => m.Version)];
    }

    private static string Read(Assembly assembly, string name)
    {
        using var reader = new StreamReader(assembly.GetManifestResourceStream(name)!);
        return reader.ReadToEnd();
    }
}
