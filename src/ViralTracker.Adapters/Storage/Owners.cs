namespace ViralTracker.Adapters.Storage;

/// <summary>Cleaning up after processes that are gone.</summary>
internal static class Owners
{
    /// <summary>
    /// After so long without a lease, an owner nobody here can tell of (on another host, in a container) is taken for gone: far above a
    /// request's time and the grace of an interrupt, and above the 90 s that leases outlive their owner.
    /// </summary>
    private static readonly TimeSpan OverdueAfter = TimeSpan.FromMinutes(15);

    /// <summary>Runs <paramref name="clean"/> for each gone owner; returns the rows it changed. Takes the write lock only when there is one.</summary>
    public static async Task<int> ForEachGoneAsync(
        SqlDatabase database, string owners, Func<string, bool> ownerIsGone, Func<SqlSession, string, ValueTask<int>> clean, CancellationToken ct)
    {
        var found = await database.ReadAsync(async session => await session[owners].ListAsync(r => r.Text(0)), ct);
        var gone = found.Where(ownerIsGone).ToList();
        if (gone.Count == 0) return 0;
        return await database.WriteAsync(async session =>
        {
            var changed = 0;
            foreach (var owner in gone)
                changed += await clean(session, owner);
            return changed;
        }, ct);
    }

    /// <summary>Changes the rows that are overdue: <paramref name="which"/> compares with <c>@now</c> and <c>@overdue</c>. Takes the write lock only when there is one.</summary>
    public static async Task<int> CleanOverdueAsync(SqlDatabase database, string table, string change, string which, DateTimeOffset now, CancellationToken ct)
    {
        var any = await database.ReadAsync(async session => await Set(session[$"SELECT 1 FROM {table} WHERE {which} LIMIT 1"]).NumberAsync(), ct);
        return any is null ? 0 : await database.WriteAsync(async session => await Set(session[$"UPDATE {table} SET {change} WHERE {which}"]).ExecuteAsync(), ct);

        SqlStatement Set(SqlStatement statement) => statement.Set("now", now).Set("overdue", now - OverdueAfter);
    }
}
