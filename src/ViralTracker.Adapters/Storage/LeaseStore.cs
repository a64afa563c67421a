using ViralTracker.Pipeline.Ports;

namespace ViralTracker.Adapters.Storage;

internal sealed class LeaseStore(SqlDatabase database) : ILeaseStore
{
    private const string Acquire = """
        INSERT INTO leases (project_id, post_id, owner, expires_at, fence)
        VALUES (@project, @post_id, @owner, @expires_at, 1)
        ON CONFLICT (project_id, post_id) DO UPDATE SET owner = excluded.owner, expires_at = excluded.expires_at, fence = leases.fence + 1
        WHERE leases.owner IS NULL OR leases.expires_at <= @now
        RETURNING fence
        """;

    private const string IsHeld = "SELECT 1 FROM leases WHERE project_id = @project AND post_id = @post_id AND owner = @owner AND fence = @fence";

    private const string IsHandled = $"SELECT 1 FROM posts p WHERE p.post_id = @post_id AND {Candidates.Handled}";

    public Task<IReadOnlyDictionary<long, long>> AcquireAsync(
        string projectId, IReadOnlyList<long> postIds, string owner, DateTimeOffset now, DateTimeOffset expiresAt, bool includeHandled, CancellationToken ct) =>
        database.WriteAsync<IReadOnlyDictionary<long, long>>(async session =>
        {
            var taken = new Dictionary<long, long>(postIds.Count);
            foreach (var post in postIds)
            {
                if (!includeHandled && await session[IsHandled].Set("project", projectId).Set("post_id", post).NumberAsync() is not null)
                    continue;
                var fence = await session[Acquire].Set("project", projectId).Set("post_id", post)
                    .Set("owner", owner).Set("expires_at", expiresAt).Set("now", now).NumberAsync();
                if (fence is { } value) taken[post] = value;
            }
            return taken;
        }, ct);

    public Task RenewAsync(string owner, DateTimeOffset expiresAt, CancellationToken ct) =>
        database.WriteAsync(async session =>
            await session["UPDATE leases SET expires_at = @expires_at WHERE owner = @owner"]
                .Set("owner", owner).Set("expires_at", expiresAt).ExecuteAsync(), ct);

    /// <summary>Posts of the call whose lease is not its owner's any more, inside the caller's transaction.</summary>
    public static async Task<IReadOnlyList<long>> LostAsync(SqlSession session, NewCall call)
    {
        var lost = new List<long>();
        foreach (var (post, fence) in call.Fences)
            if (await session[IsHeld].Set("project", call.ProjectId).Set("post_id", post).Set("owner", call.Owner).Set("fence", fence).NumberAsync() is null)
                lost.Add(post);
        return lost;
    }

    public Task ReleaseAsync(string projectId, IReadOnlyList<long> postIds, string owner, CancellationToken ct) =>
        database.WriteAsync(async session =>
        {
            var released = 0;
            foreach (var post in postIds)
                released += await session["UPDATE leases SET owner = NULL WHERE project_id = @project AND post_id = @post_id AND owner = @owner"]
                    .Set("project", projectId).Set("post_id", post).Set("owner", owner).ExecuteAsync();
            return released;
        }, ct);

    public Task<int> FreeAsync(Func<string, bool> ownerIsGone, CancellationToken ct) =>
        Owners.ForEachGoneAsync(database, "SELECT DISTINCT owner FROM leases WHERE owner IS NOT NULL", ownerIsGone, async (session, owner) =>
            await session["UPDATE leases SET owner = NULL WHERE owner = @owner"].Set("owner", owner).ExecuteAsync(), ct);
}
