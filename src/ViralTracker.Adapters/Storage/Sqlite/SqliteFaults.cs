using System.Data.Common;
using SQLitePCL;
using ViralTracker.Pipeline.Ports;

namespace ViralTracker.Adapters.Storage.Sqlite;

/// <summary>SQLite's own words for an error that no person can mend: a bug of ours, such as a wrong statement.</summary>
/// <param name="code">The extended result code.</param>
internal sealed class SqliteError(string message, int code) : DbException($"SQLite: {message} (code {code})")
{
    /// <summary>The primary result code.</summary>
    public int Code { get; } = code & 0xff;
}

/// <summary>What SQLite's result codes mean for a person.</summary>
internal static class SqliteFaults
{
    /// <summary>The exception for a result that is an error.</summary>
    public static Exception Of(int result, sqlite3 connection, string path)
    {
        var error = new SqliteError(connection.IsInvalid ? raw.sqlite3_errstr(result).utf8_to_string() : raw.sqlite3_errmsg(connection).utf8_to_string(), result);
        return (Exception?)Of(error, path) ?? error;
    }

    /// <summary>Null for errors that are bugs of ours (a constraint, a wrong statement).</summary>
    public static StoreException? Of(SqliteError e, string path) => e.Code switch
    {
        raw.SQLITE_BUSY or raw.SQLITE_LOCKED => new(StoreFault.Busy,
            $"The database {path} is locked by another program. Close it or wait for it, then try again.", e),
        raw.SQLITE_FULL => new(StoreFault.DiskFull,
            $"The disk that holds {path} is full. Free some space, then try again.", e),
        raw.SQLITE_READONLY or raw.SQLITE_PERM or raw.SQLITE_AUTH => new(StoreFault.ReadOnly,
            $"The database {path} cannot be written. Check the permissions of the file and of its folder, or choose another with --database.", e),
        raw.SQLITE_CANTOPEN => new(StoreFault.CannotOpen,
            $"The database {path} cannot be opened or created. Check the path and its permissions, or choose another with --database.", e),
        raw.SQLITE_NOTADB => NotOurs(path, e),
        raw.SQLITE_CORRUPT => new(StoreFault.NotADatabase,
            $"The database {path} is damaged. Move it away, together with a {Path.GetFileName(path)}-wal beside it; then put a backup in its place, or start with an empty one.", e),
        raw.SQLITE_IOERR => new(StoreFault.Io,
            $"Reading or writing {path} failed. Check the disk (network folders do not work well with SQLite), then try again.", e),
        _ => null,
    };

    public static StoreException NotOurs(string path, Exception? inner = null) => new(StoreFault.NotADatabase,
        $"{path} is not a ViralTracker database. Choose another with --database, or move the file away.", inner);

    public static StoreException Removed(string path) => new(StoreFault.CannotOpen,
        $"The database {path} was removed or renamed while it was in use. Put it back, or start again with an empty one.");

    public static StoreException Newer(string path, long found, int known) => new(StoreFault.NewerSchema,
        $"The database {path} was written by a newer version of vt (schema {found}; this one knows {known}). Update vt, or choose another with --database.");
}
