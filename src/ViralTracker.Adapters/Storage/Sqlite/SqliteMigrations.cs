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

    /// <exception cref="StoreException">The schema is newer than the newest migration, or the file is another program's.</exception>
    public static async Task ApplyAsync(SqliteSession session, string path, IReadOnlyList<Migration> migrations)
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
        foreach (var migration in migrations)
            await ApplyAsync(session, migration);
    }

    private static async Task ApplyAsync(SqliteSession session, Migration migration)
    {
        await session.BeginAsync();
        try
        {
            // Asked again under the lock: another process may have applied it meanwhile.
            if (Version(session) < migration.Version)
            {
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
