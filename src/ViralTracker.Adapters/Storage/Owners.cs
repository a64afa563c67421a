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
    public static Task<int> ForEachGoneAsync(
        SqlDatabase database, string owners, Func<string, bool> ownerIsGone, Func<SqlSession, string, ValueTask<int>> clean, CancellationToken ct) =>
        ForEachGoneAsync(database, session => session[owners], ownerIsGone, clean, ct);

    private static async Task<int> ForEachGoneAsync(
        SqlDatabase database, Func<SqlSession, SqlStatement> owners, Func<string, bool> ownerIsGone, Func<SqlSession, string, ValueTask<int>> clean, CancellationToken ct)
    {
        var found = await database.ReadAsync(async session => await owners(session).ListAsync(r => r.Text(0)), ct);
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

    /// <summary>
    /// Changes the rows that are overdue, but of no owner that <paramref name="ownerLives"/>: <paramref name="which"/> compares with <c>@now</c> and <c>@overdue</c>.
    /// Takes the write lock only when there is one.
    /// </summary>
    public static Task<int> CleanOverdueAsync(
        SqlDatabase database, string table, string change, string which, Func<string, bool> ownerLives, DateTimeOffset now, CancellationToken ct)
    {
        return ForEachGoneAsync(
            database, session => Set(session[$"SELECT DISTINCT owner FROM {table} WHERE {which}"]), owner => !ownerLives(owner),
            async (session, owner) => await Set(session[$"UPDATE {table} SET {change} WHERE owner = @owner AND {which}"]).Set("owner", owner).ExecuteAsync(), ct);

        SqlStatement Set(SqlStatement statement) => statement.Set("now", now).Set("overdue", now - OverdueAfter);
    }
}
