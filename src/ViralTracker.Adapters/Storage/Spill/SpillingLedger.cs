using System.Data.Common;
using System.Globalization;
using ViralTracker.Core.Quotas;
using ViralTracker.Pipeline.Ports;

namespace ViralTracker.Adapters.Storage.Spill;

/// <summary>
/// A ledger that keeps what was paid when its database cannot be written. Before the first call it writes to the database to see that
/// it can, and sets space aside on the disk. An answer the database refuses goes there, and so do those after it, until a reservation
/// finds the database well again and saves them all; as long as it is not, no call is reserved. What is left at the end waits for the
/// next start. Meanwhile the calls stay reserved in the database, so that no budget is exceeded.
/// </summary>
public sealed class SpillingLedger : ILedger, IAsyncDisposable
{
    private static readonly TimeSpan[] RetryAfter = [TimeSpan.FromMilliseconds(100), TimeSpan.FromMilliseconds(400), TimeSpan.FromSeconds(1)];

    private readonly ILedger _inner;
    private readonly StoreIdentity _identity;
    private readonly string _folder;
    private readonly TimeProvider _time;
    // One save at a time (the database takes no more): so that the first to meet a fault spares the others its retries.
    private readonly SemaphoreSlim _saving = new(1, 1);
    private volatile SpillFile? _file;
    private volatile int _kept;
    private bool _disposed;

    internal SpillingLedger(ILedger inner, StoreIdentity identity, string folder, TimeProvider time) =>
        (_inner, _identity, _folder, _time) = (inner, identity, folder, time);

    /// <summary>Answers that are in the file and not in the database; still told after disposal.</summary>
    public int Kept => _kept;

    /// <summary>Where they are.</summary>
    public string? KeptIn => _kept == 0 ? null : _file?.Path;

    /// <summary>From folder and database to the file that space is set aside in.</summary>
    internal Func<string, string, SpillFile> CreateFile { get; init; } = SpillFile.Create;

    /// <summary>Saves what processes that are gone had to leave in their files.</summary>
    /// <exception cref="StoreException">The database still cannot be written; the files stay.</exception>
    public async Task<SpillReplay> ReplayAsync(CancellationToken ct) =>
        await SpillReplay.RunAsync(_folder, await _identity.ReadAsync(ct), _inner, ct);

    /// <exception cref="StoreException">
    /// The database cannot be written, or there is no space to set aside: nothing was reserved, and nothing may be sent.
    /// </exception>
    public async Task<Reservation> ReserveAsync(
        NewCall call, UsageQuestion question, Func<LedgerUsage, DateTimeOffset, ReserveDecision> decide, Func<DateTimeOffset> clock, CancellationToken ct)
    {
        if (_file is null || _kept > 0) await BeReadyAsync(ct);
        return await _inner.ReserveAsync(call, question, decide, clock, ct);
    }

    /// <summary>An answer that is kept aside counts as saved; whether a fence moved on shows when it reaches the database.</summary>
    /// <exception cref="StoreException">It could be kept nowhere, and is lost.</exception>
    public async Task<AnswerSaved> SaveAnswerAsync(AnswerToSave answer, CancellationToken ct)
    {
        await _saving.WaitAsync(ct);
        try
        {
            if (_kept > 0) return Keep(answer, null);
            for (var tries = 0; ; tries++)
            {
                try
                {
                    return await _inner.SaveAnswerAsync(answer, ct);
                }
                catch (StoreException e) when (_file is not null)
                {
                    // A busy database was waited for already.
                    if (tries == RetryAfter.Length || e.Fault == StoreFault.Busy) return Keep(answer, e);
                    await Task.Delay(RetryAfter[tries], _time, ct);
                }
            }
        }
        finally
        {
            _saving.Release();
        }
    }

    /// <summary>
    /// Replays first: calls whose answers wait in a file are settled, not unknown. (An answer that comes later still settles its call.)
    /// </summary>
    public async Task<int> AbandonAsync(Func<string, bool> ownerIsGone, DateTimeOffset now, CancellationToken ct)
    {
        await ReplayAsync(ct);
        return await _inner.AbandonAsync(ownerIsGone, now, ct);
    }

    public Task<IReadOnlyList<PastCall>> HistoryAsync(string provider, string model, string? projectId, int count, CancellationToken ct) =>
        _inner.HistoryAsync(provider, model, projectId, count, ct);

    public Task<LedgerUsage> UsageAsync(UsageQuestion question, CancellationToken ct) => _inner.UsageAsync(question, ct);

    public Task<RunCost> CostAsync(long runId, CallPurpose purpose, CancellationToken ct) => _inner.CostAsync(runId, purpose, ct);

    /// <summary>Saves what was kept aside, for who is about to tell what came of it.</summary>
    /// <exception cref="StoreException">The database still cannot be written; the answers stay where they are.</exception>
    public async Task SaveKeptAsync(CancellationToken ct)
    {
        if (_kept > 0) await BeReadyAsync(ct);
    }

    /// <summary>Tries once more to save what was kept aside; an empty file is removed.</summary>
    public async ValueTask DisposeAsync()
    {
        if (_disposed) return;
        _disposed = true;
        if (_file is { } file)
        {
            try
            {
                if (_kept > 0) await DrainAsync(file, CancellationToken.None);
                file.Delete();
            }
            catch (Exception e) when (e is StoreException or DbException)
            {
                // The file stays for the next start.
                file.Dispose();
            }
        }
        _saving.Dispose();
    }

    private async Task BeReadyAsync(CancellationToken ct)
    {
        await _saving.WaitAsync(ct);
        try
        {
            if (_file is null) _file = SetAside(await _identity.ProbeAsync(ct));
            else if (_kept > 0) await DrainAsync(_file, ct);
        }
        finally
        {
            _saving.Release();
        }
    }

    private SpillFile SetAside(string storeId)
    {
        try
        {
            try
            {
                return CreateFile(_folder, storeId);
            }
            catch (IOException)
            {
                // Before the new file was locked, another start may have taken it for a dead process's and removed it.
                return CreateFile(_folder, storeId);
            }
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            throw new StoreException(FaultOf(e), $"Nothing was sent: no space could be set aside in {_folder} for answers the database might not take. {e.Message}", e);
        }
    }

    private AnswerSaved Keep(AnswerToSave answer, StoreException? cause)
    {
        try
        {
            _file!.Append(answer);
            _kept++;
            return new AnswerSaved([]);
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            var call = answer.Settlement;
            throw new StoreException(cause?.Fault ?? FaultOf(e), string.Create(CultureInfo.InvariantCulture,
                $"The answer to call {call.CallId} is lost (posts: {answer.Shares.Count}, drafts: {answer.Drafts.Count}, cost: {call.Cost?.ToString() ?? "unknown"}): neither the database nor {_file!.Path} could be written. {cause?.Message} {e.Message} The call stays counted as reserved."), e);
        }
    }

    private async Task DrainAsync(SpillFile file, CancellationToken ct)
    {
        try
        {
            foreach (var answer in file.Read(out _))
                await _inner.SaveAnswerAsync(answer, ct);
            file.Clear();
        }
        catch (IOException e)
        {
            throw new StoreException(FaultOf(e), e.Message, e);
        }
        _kept = 0;
    }

    private static StoreFault FaultOf(Exception e) => e switch
    {
        UnauthorizedAccessException => StoreFault.ReadOnly,
        // ENOSPC, ERROR_HANDLE_DISK_FULL, ERROR_DISK_FULL
        { HResult: 28 or unchecked((int)0x80070027) or unchecked((int)0x80070070) } => StoreFault.DiskFull,
        _ => StoreFault.Io,
    };
}
