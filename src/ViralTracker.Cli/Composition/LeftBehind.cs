using ViralTracker.Adapters.Processes;
using ViralTracker.Pipeline.Ports;

namespace ViralTracker.Cli.Composition;

/// <summary>What dead processes left: calls without an answer, leases, runs without an end.</summary>
internal static class LeftBehind
{
    public static async Task CleanAsync(IStore store, DateTimeOffset now, CancellationToken ct)
    {
        await store.Ledger.AbandonAsync(ProcessOwner.IsGone, now, ct);
        await store.Leases.FreeAsync(ProcessOwner.IsGone, ct);
        await store.Runs.AbandonAsync(ProcessOwner.IsGone, ProcessOwner.IsAlive, now, ct);
    }

    /// <summary>For who only shows what there is: a store that cannot be written, or is busy, is shown as it stands.</summary>
    public static async Task TryCleanAsync(IStore store, DateTimeOffset now, CancellationToken ct)
    {
        try
        {
            await CleanAsync(store, now, ct);
        }
        catch (StoreException)
        {
            // What cannot be read either is told of by what is read next.
        }
    }
}
