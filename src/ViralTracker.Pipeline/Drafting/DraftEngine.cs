using System.Collections.Immutable;
using ViralTracker.Core.Drafting;
using ViralTracker.Core.Quotas;
using ViralTracker.Core.Spending;
using ViralTracker.Pipeline.Models;
using ViralTracker.Pipeline.Ports;
using ViralTracker.Pipeline.Runs;

namespace ViralTracker.Pipeline.Drafting;

/// <summary>
/// Drafts many posts at a time. Workers take turns, in order: the one whose turn it is chooses the next pack, reserves it in the
/// ledger (which is where quota and budget say yes, wait or stop) and sends it; answers are judged and saved as they arrive.
/// </summary>
public sealed partial class DraftEngine : IDisposable
{
    private readonly DraftSetup _setup;
    private readonly CallSetup _calls;
    private readonly long[] _postIds;

    // Safe for many threads.
    private readonly RequestBuilder _requests;
    private readonly PaidAnswers _paid;
    private readonly RefusalNotes _notes;
    private readonly Tally _tally;
    private readonly ThinkingRoom _thinking = new();
    private volatile StopReason? _stop;
    private volatile TaskCompletionSource _changed = NewSignal();

    // Of the worker whose turn it is.
    private readonly SemaphoreSlim _turn = new(1, 1);
    private readonly LedgerView _view = new();
    private int _packSize;

    // Guarded by the lock; limits and ladder are exchanged whole.
    private readonly Lock _lock = new();
    private readonly WorkQueue _queue = new();
    private readonly CallsAtOnce _atOnce;
    private readonly HashSet<long> _underWay = [];
    private SchemaLadder _ladder = new(SchemaRung.EnumWithBounds, SchemaRung.Plain);
    private QuotaLimits _limits;
    private KeyPause _pause;
    private DateTimeOffset? _dailyQuotaAt;
    private DateTimeOffset _refusedAt;
    private int _refusedInARow;
    private int _mostPosts = int.MaxValue;
    private bool _answered;
    private (ImmutableArray<PackItem> Items, int Times) _refusedAlone;

    private DraftEngine(DraftSetup setup, List<DraftTask> tasks)
    {
        _setup = setup;
        _calls = setup.Calls;
        _postIds = [.. tasks.Select(task => task.PostId)];
        _requests = new RequestBuilder(setup.Project, setup.Model);
        _paid = new PaidAnswers(setup, _requests.SystemHash);
        _notes = new RefusalNotes(_calls.Notes, setup.Model.Key);
        _tally = new Tally(_postIds.Length);
        _limits = setup.Model.Offline ? QuotaLimits.None : setup.Options.Quota;
        _atOnce = new CallsAtOnce(setup.Options.Concurrency);
    }

    /// <param name="tasks">Is emptied: each post is let go when it is done.</param>
    /// <param name="interrupted">First interrupt: no new calls; those in flight get the grace period.</param>
    public static async Task<DraftReport> RunAsync(DraftSetup setup, List<DraftTask> tasks, CancellationToken interrupted)
    {
        using var engine = new DraftEngine(setup, tasks);
        return await engine.RunAsync(tasks, interrupted);
    }

    public void Dispose() => _turn.Dispose();

    private DateTimeOffset Now => _calls.Clock.Now;

    private async Task<DraftReport> RunAsync(List<DraftTask> tasks, CancellationToken interrupted)
    {
        if (tasks.Count == 0) return _tally.Report(null);
        using var abandon = new CancellationTokenSource(Timeout.InfiniteTimeSpan, _calls.Clock.Time);
        using var onInterrupt = interrupted.Register(() =>
        {
            Stop(new StopReason.Interrupted());
            abandon.CancelAfter(DraftOptions.Grace);
        });
        using var renewing = new PeriodicTimer(LeaseTime / 3, _calls.Clock.Time);
        var renewal = RenewLeasesAsync(renewing);
        try
        {
            await PlanAsync(await TakePaidAnswersAsync(tasks));
            tasks.Clear();
            await Task.WhenAll(Enumerable.Range(0, _setup.Options.Concurrency).Select(_ => WorkAsync(abandon.Token)));
            if (_setup.Options.Budget.Any)
                Alert(await _calls.Ledger.UsageAsync(QuotaQuestion.Of(_setup, _limits, Now), CancellationToken.None));
        }
        catch (StoreException error)
        {
            Stop(new StopReason.StoreFailed(error.Message));
        }
        finally
        {
            renewing.Dispose();
            await renewal;
            await ReleaseLeasesAsync();
        }
        return _tally.Report(_stop);
    }

    /// <summary>Chooses the pack size from what is known of the model and left of the quota.</summary>
    private async Task PlanAsync(IReadOnlyList<DraftTask> unpaid)
    {
        var plan = await RunPlan.MakeAsync(_setup, _requests, unpaid, _limits);
        _packSize = plan.Choice.Size;
        _queue.Add(unpaid);
        (_ladder, _limits) = (new SchemaLadder(plan.Rung, _setup.Model.LastRung), plan.Limits);
        _requests.AnsweredBy(plan.Experience.AnsweredBy);
        foreach (var thoughts in plan.Experience.Thoughts) _thinking.Saw(thoughts, truncated: false);
        _setup.Observer.On(new DraftEvent.Planned(_postIds.Length, plan.Choice));
    }

    private async Task WorkAsync(CancellationToken abandoned)
    {
        try
        {
            while (await NextAsync() is { } call)
            {
                try
                {
                    await SendAsync(call, abandoned);
                }
                finally
                {
                    lock (_lock) _underWay.Remove(call.CallId);
                    Changed();
                }
            }
        }
        catch (StoreException error)
        {
            // Nothing may be sent that could not be kept.
            Stop(new StopReason.StoreFailed(error.Message));
        }
        catch
        {
            // The others shall not go on paying after a bug of ours.
            Stop(new StopReason.Interrupted());
            throw;
        }
    }

    /// <param name="Refusals">Refusals before it was sent, for <see cref="CallsAtOnce"/>.</param>
    /// <param name="FromCache">The answer was paid by an earlier call.</param>
    private sealed record Call(Pack Pack, DraftRequest Request, long CallId, DateTimeOffset SentAt, TimeSpan Waited, int Refusals = 0, bool FromCache = false);

    private async Task SendAsync(Call call, CancellationToken abandoned)
    {
        _setup.Observer.On(new DraftEvent.Sent());
        var started = _calls.Clock.Time.GetTimestamp();
        try
        {
            var response = await _setup.Model.Client.GetResponseAsync(call.Request.Messages, call.Request.Options, abandoned);
            await AnsweredAsync(call, response, _calls.Clock.Time.GetElapsedTime(started));
        }
        catch (ModelCallException failure)
        {
            await FailedAsync(call, failure, _calls.Clock.Time.GetElapsedTime(started));
        }
        catch (OperationCanceledException) when (abandoned.IsCancellationRequested)
        {
            await SettleAsync(call, new CallSettlement
            {
                CallId = call.CallId,
                State = CallState.Unknown,
                Outcome = CallOutcome.Cancelled,
                AnsweredAt = Now,
                Latency = _calls.Clock.Time.GetElapsedTime(started),
                QuotaWait = call.Waited,
            });
        }
    }

    private async Task SettleAsync(Call call, CallSettlement settlement)
    {
        await _calls.Ledger.SaveAnswerAsync(new AnswerToSave
        {
            ProjectId = _calls.ProjectId,
            RunId = _calls.RunId,
            Settlement = settlement,
            Shares = [.. call.Pack.Items.Select(item => new PostShare(item.Task.PostId, NanoUsd.Zero))],
        }, CancellationToken.None);
        Count(call, settlement);
    }

    private void Count(Call call, CallSettlement settlement)
    {
        _tally.Called(settlement, call.Request.WorstCase);
        _setup.Observer.On(new DraftEvent.Answered(call.CallId, _setup.Model.Key, call.Pack.Items.Length, call.Pack.Attempt, settlement));
    }

    private void Fail(Pack pack, string why)
    {
        foreach (var item in pack.Items) Done(item, PostEnd.Failed, why);
        lock (_lock)
            if (Halving.GivenUp(pack) is { } waiting) _queue.SendAgain(waiting, Now);
    }

    private void Done(PackItem item, PostEnd end, string? failure = null) =>
        _setup.Observer.On(_tally.Done(item.Task.PostId, end, failure));

    private void PutBack(Pack pack) => SendAgain(pack, Now);

    private void SendAgain(Pack pack, DateTimeOffset notBefore)
    {
        lock (_lock) _queue.SendAgain(pack, notBefore);
    }

    private void Stop(StopReason reason)
    {
        Interlocked.CompareExchange(ref _stop, reason, null);
        Changed();
    }

    private void Changed() => Interlocked.Exchange(ref _changed, NewSignal()).TrySetResult();

    private static TaskCompletionSource NewSignal() => new(TaskCreationOptions.RunContinuationsAsynchronously);
}
