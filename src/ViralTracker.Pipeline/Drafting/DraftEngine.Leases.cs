using ViralTracker.Pipeline.Ports;

namespace ViralTracker.Pipeline.Drafting;

/// <summary>The leases of a run: kept while it goes, given back at its end.</summary>
public sealed partial class DraftEngine
{
    internal static readonly TimeSpan LeaseTime = TimeSpan.FromSeconds(90);

    /// <param name="timer">Disposed at the run's end.</param>
    private async Task RenewLeasesAsync(PeriodicTimer timer)
    {
        try
        {
            while (await timer.WaitForNextTickAsync())
            {
                await _setup.Leases.RenewAsync(_calls.Owner, Now + LeaseTime, CancellationToken.None);
                // A process that was killed meanwhile never settles its calls: nobody shall wait for the money they hold.
                await _calls.Ledger.AbandonAsync(_calls.OwnerIsGone, Now, CancellationToken.None);
            }
        }
        catch (StoreException error)
        {
            Stop(new StopReason.StoreFailed(error.Message));
        }
        catch
        {
            // Leases that lapse let another process pay for the same posts.
            Stop(new StopReason.Interrupted());
            throw;
        }
    }

    /// <summary>Another run has these posts now, since this one stood still for longer than a lease lasts; the others go on.</summary>
    private void TakenOver(Pack pack, IReadOnlyList<long> posts)
    {
        foreach (var item in pack.Items.Where(item => posts.Contains(item.Task.PostId))) Done(item, PostEnd.TakenOver);
        var left = pack with { Items = pack.Items.RemoveAll(item => posts.Contains(item.Task.PostId)) };
        lock (_lock)
            if ((left.Items.IsEmpty ? Halving.GivenUp(pack) : left) is { } next) _queue.SendAgain(next, Now);
    }

    private async Task ReleaseLeasesAsync()
    {
        try
        {
            await _setup.Leases.ReleaseAsync(_calls.ProjectId, _postIds, _calls.Owner, CancellationToken.None);
        }
        catch (StoreException error)
        {
            // They expire by themselves, and the next start on this host frees them at once.
            Stop(new StopReason.StoreFailed(error.Message));
        }
    }
}
