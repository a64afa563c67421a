namespace ViralTracker.Adapters.Storage;

/// <summary>Which database this is, and whether it can be written.</summary>
internal sealed class StoreIdentity(SqlDatabase database)
{
    // Room for the answers of some packs, so that a disk with a few bytes left is found out.
    private const int ProbeBytes = 64 * 1024;

    /// <summary>32 hexadecimal digits, drawn when the database was created: ids of rows mean nothing in another.</summary>
    public Task<string> ReadAsync(CancellationToken ct) =>
        database.ReadAsync(async session => (await session["SELECT store_id FROM store"].ListAsync(r => r.Text(0)))[0], ct);

    /// <summary>Really writes, and commits: a transaction that is undone may never reach the disk.</summary>
    /// <exception cref="Pipeline.Ports.StoreException">The database cannot be written.</exception>
    public async Task<string> ProbeAsync(CancellationToken ct)
    {
        await database.WriteAsync(session => Write(session, new byte[ProbeBytes]), ct);
        await database.WriteAsync(session => Write(session, null), ct);
        return await ReadAsync(ct);

        static Task<int> Write(SqlSession session, byte[]? probe) =>
            session["UPDATE store SET probe = @probe"].Set("probe", probe).ExecuteAsync().AsTask();
    }
}
