namespace ViralTracker.Pipeline.Ports;

/// <summary>Guards (project, post) from choosing to saving: at most one live owner.</summary>
public interface ILeaseStore
{
    /// <summary>Takes the free or expired leases among <paramref name="postIds"/>; returns post → fence for those taken.</summary>
    /// <param name="includeHandled">
    /// False: posts that another run drafted or settled between choosing and now are not taken, so that nothing is paid twice.
    /// </param>
    Task<IReadOnlyDictionary<long, long>> AcquireAsync(string projectId, IReadOnlyList<long> postIds, string owner, DateTimeOffset now, DateTimeOffset expiresAt, bool includeHandled, CancellationToken ct);

    Task RenewAsync(string owner, DateTimeOffset expiresAt, CancellationToken ct);

    Task ReleaseAsync(string projectId, IReadOnlyList<long> postIds, string owner, CancellationToken ct);

    /// <summary>Frees the leases of owners that are gone; returns how many.</summary>
    Task<int> FreeAsync(Func<string, bool> ownerIsGone, CancellationToken ct);
}
