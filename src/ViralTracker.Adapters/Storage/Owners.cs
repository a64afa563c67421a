namespace ViralTracker.Adapters.Storage;

/// <summary>Cleaning up after processes that are gone.</summary>
internal static class Owners
{
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
}
