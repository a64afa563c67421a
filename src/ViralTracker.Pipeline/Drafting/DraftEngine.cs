using ViralTracker.Core.Drafting;
using ViralTracker.Core.Projects;
using ViralTracker.Core.Quotas;
using ViralTracker.Core.Spending;
using ViralTracker.Pipeline.Models;
using ViralTracker.Pipeline.Ports;
using ViralTracker.Pipeline.Runs;

namespace ViralTracker.Pipeline.Drafting;

/// <summary>What a run hands the engine; everything that touches the world comes in here.</summary>
public sealed record DraftSetup
{
    public required ProjectConfig Project { get; init; }
    public required string PromptTemplate { get; init; }
    public required DraftModel Model { get; init; }
    public required DraftOptions Options { get; init; }
    public required ILedger Ledger { get; init; }
    public required ILeaseStore Leases { get; init; }
    public required IModelNotes Notes { get; init; }
    public required IAnswerCache Answers { get; init; }
    public required DraftCheck Check { get; init; }
    public required DraftOrder Order { get; init; }

    /// <summary>Chooses the person's own replies shown beside each post; null: there are none.</summary>
    public NearestReplies? Replies { get; init; }
    public required IDraftObserver Observer { get; init; }
    public required RunClock Clock { get; init; }
    public required Random Random { get; init; }

    /// <summary>Host, process id and process start.</summary>
    public required string Owner { get; init; }

    /// <summary>Whether the process of that name has ended.</summary>
    public required Func<string, bool> OwnerIsGone { get; init; }
    public required TimeZoneInfo BudgetZone { get; init; }

    /// <summary>Take answers that were paid for before; false asks anew.</summary>
    public bool UseCache { get; init; } = true;
}

/// <summary>
/// Drafts many posts at a time. Workers take turns at one gate, in order: there the next pack is chosen, reserved in the ledger
/// (which is where quota and budget say yes, wait or stop) and sent; answers are judged and saved as they arrive.
/// </summary>
public sealed partial class DraftEngine : IDisposable
{
    private const int MaxAsks = 4;
    private static readonly TimeSpan LeaseTime = TimeSpan.FromSeconds(90);
    private static readonly TimeSpan ShortRetry = TimeSpan.FromMinutes(2);

    private readonly DraftSetup _setup;
    private readonly long _runId;
    private readonly RequestBuilder _requests;
    private readonly Tally _tally;
    private WorkQueue _queue;
    private readonly IReadOnlyList<DraftTask> _tasks;
    private readonly SemaphoreSlim _gate = new(1, 1);
    private readonly Lock _lock = new();
    private readonly ThinkingRoom _thinking = new();
    private TaskCompletionSource _changed = NewSignal();
    private QuotaLimits _limits;
    private SchemaRung _rung;
    private DateTimeOffset _pausedUntil;
    private string? _dailyQuotaSeen;
    private StopReason? _stop;
    private int _inFlight;
    private int _allowed;
    private int _successes;
    private int _packSize;
    private readonly BudgetWatch _budgets;
    private readonly DateTimeOffset _began;

    private DraftEngine(DraftSetup setup, long runId, IReadOnlyList<DraftTask> tasks)
    {
        _setup = setup;
        _runId = runId;
        _tasks = tasks;
        _requests = new RequestBuilder(setup.Project, setup.Model, setup.PromptTemplate);
        _tally = new Tally(tasks.Count);
        _queue = new WorkQueue(tasks.Select(PackItem.Fresh));
        _limits = setup.Model.Offline ? QuotaLimits.None : setup.Options.Quota;
        _allowed = setup.Options.Concurrency;
        _budgets = new BudgetWatch(setup.Options.Budget, setup.Options.AlertAt);
        _began = setup.Clock.Now;
    }

    /// <param name="interrupted">First interrupt: no new calls; those in flight get the grace period.</param>
    /// <param name="killed">Second interrupt: calls in flight are given up at once and stay unknown.</param>
    public static async Task<DraftReport> RunAsync(
        DraftSetup setup, long runId, IReadOnlyList<DraftTask> tasks, CancellationToken interrupted, CancellationToken killed)
    {
        using var engine = new DraftEngine(setup, runId, tasks);
        return await engine.RunAsync(interrupted, killed).ConfigureAwait(false);
    }

    public void Dispose() => _gate.Dispose();

    private DateTimeOffset Now => _setup.Clock.Now;

    private async Task<DraftReport> RunAsync(CancellationToken interrupted, CancellationToken killed)
    {
        if (_tasks.Count == 0) return _tally.Report(null);
        using var abandon = CancellationTokenSource.CreateLinkedTokenSource(killed);
        using var onInterrupt = interrupted.Register(() =>
        {
            Stop(new StopReason.Interrupted());
            _setup.Clock.Time.CreateTimer(_ => Cancel(abandon), null, _setup.Options.Grace, Timeout.InfiniteTimeSpan);
        });
        await TakePaidAnswersAsync().ConfigureAwait(false);
        await PlanAsync().ConfigureAwait(false);
        using var renewing = new CancellationTokenSource();
        var renewal = RenewLeasesAsync(renewing.Token);
        try
        {
            await Task.WhenAll(Enumerable.Range(0, _setup.Options.Concurrency).Select(_ => WorkAsync(abandon.Token))).ConfigureAwait(false);
        }
        finally
        {
            await renewing.CancelAsync().ConfigureAwait(false);
            await renewal.ConfigureAwait(false);
            if (_setup.Options.Budget.Any)
                Alert(await _setup.Ledger.UsageAsync(QuotaQuestion.Of(_setup, _limits, _runId, Now), CancellationToken.None).ConfigureAwait(false));
            await ReleaseLeasesAsync().ConfigureAwait(false);
        }
        return _tally.Report(_stop);
    }

    /// <summary>Chooses the pack size from what is known of the model and left of the quota.</summary>
    private async Task PlanAsync()
    {
        var plan = await RunPlan.MakeAsync(_setup, _requests, _tasks, _limits).ConfigureAwait(false);
        _packSize = plan.Choice.Size;
        (_rung, _limits) = (plan.Rung, plan.Limits);
        _budgets.Begin(plan.Usage);
        foreach (var thoughts in plan.Experience.Thoughts) _thinking.Saw(thoughts, truncated: false);
        _setup.Observer.On(new DraftEvent.Planned(_tasks.Count, plan.Choice));
    }

    private async Task WorkAsync(CancellationToken abandoned)
    {
        while (await NextAsync().ConfigureAwait(false) is { } call)
        {
            try
            {
                await SendAsync(call, abandoned).ConfigureAwait(false);
            }
            finally
            {
                lock (_lock) _inFlight--;
                Changed();
            }
        }
    }

    /// <param name="FromCache">The answer was paid by an earlier call.</param>
    private sealed record Call(Pack Pack, DraftRequest Request, long CallId, TimeSpan Waited, bool FromCache = false);

    /// <summary>The next call, reserved; null when nothing is left to send. One worker at a time, in the order they came.</summary>
    private async Task<Call?> NextAsync()
    {
        await _gate.WaitAsync().ConfigureAwait(false);
        try
        {
            while (true)
            {
                var changed = _changed.Task;
                Pack? pack = null;
                DateTimeOffset? next;
                lock (_lock)
                {
                    if (_stop is not null) return null;
                    if (_inFlight < _allowed && _queue.TryTake(_packSize, Now, out var taken)) pack = taken;
                    else if (_queue.IsEmpty && _inFlight == 0) return null;
                    next = _inFlight < _allowed ? _queue.NextAt : null;
                }
                if (pack is null)
                    await WaitAsync(changed, next).ConfigureAwait(false);
                else if (await ReserveOrStopAsync(pack).ConfigureAwait(false) is { } call)
                    return call;
            }
        }
        finally
        {
            _gate.Release();
        }
    }

    /// <summary>A store that cannot take a reservation ends the run: nothing may be sent that could not be kept.</summary>
    private async Task<Call?> ReserveOrStopAsync(Pack pack)
    {
        try
        {
            return await ReserveAsync(pack).ConfigureAwait(false);
        }
        catch (StoreException error)
        {
            PutBack(pack);
            Stop(new StopReason.StoreFailed(error.Message));
            return null;
        }
    }

    /// <summary>Waits until quota and budget grant the pack; null when it was split, or the run stops (the pack is back in the queue).</summary>
    private async Task<Call?> ReserveAsync(Pack pack)
    {
        var asked = Now;
        while (true)
        {
            var changed = _changed.Task;
            var now = Now;
            if (_stop is not null)
            {
                PutBack(pack);
                return null;
            }
            if (_pausedUntil > now)
            {
                _setup.Observer.On(new DraftEvent.Waiting(_pausedUntil, "the provider asked to wait"));
                await WaitAsync(changed, _pausedUntil).ConfigureAwait(false);
                continue;
            }
            var request = _requests.Build(pack, _rung, _thinking.Tokens, now);
            LedgerUsage? seen = null;
            var reservation = await _setup.Ledger.ReserveAsync(
                NewCall(pack, request), QuotaQuestion.Of(_setup, _limits, _runId, now), (usage, at) => Decide(seen = usage, request, at),
                () => Now, CancellationToken.None).ConfigureAwait(false);
            if (seen is not null) Alert(seen);
            switch (reservation.Decision)
            {
                case ReserveDecision.Granted:
                    lock (_lock) _inFlight++;
                    return new Call(pack, request, reservation.CallId!.Value, Now - asked);
                case ReserveDecision.WaitFor wait:
                    _setup.Observer.On(new DraftEvent.Waiting(wait.Until, Describe(wait.Reason)));
                    await WaitAsync(changed, wait.Until).ConfigureAwait(false);
                    break;
                case ReserveDecision.Exhausted { MayFreeUp: true }:
                    // Another process may settle its calls without a sign to this one: look again soon.
                    await WaitAsync(changed, now + TimeSpan.FromMilliseconds(200)).ConfigureAwait(false);
                    break;
                case ReserveDecision.Exhausted { Limit: not ExhaustedLimit.RequestsPerDay } when _thinking.Tighten():
                    break;
                case ReserveDecision.Exhausted { Limit: not ExhaustedLimit.RequestsPerDay } when pack.Items.Length > 1:
                    lock (_lock)
                        foreach (var half in pack.Halves()) _queue.SendAgain(half, now);
                    return null;
                case ReserveDecision.Exhausted exhausted:
                    PutBack(pack);
                    Stop(exhausted.Limit == ExhaustedLimit.RequestsPerDay
                        ? new StopReason.DailyQuota(QuotaDay.StartOfNextDay(now, QuotaDay.Pacific))
                        : new StopReason.Budget(exhausted.Limit));
                    return null;
            }
        }
    }

    private ReserveDecision Decide(LedgerUsage usage, DraftRequest request, DateTimeOffset now) => QuotaDecider.Decide(
        _limits, _setup.Options.Budget, usage with { Window = QuotaWindow.At(usage.Window, _limits.Window, _began, now) },
        request.WorstCase, request.InputTokens, now);

    private void Alert(LedgerUsage usage)
    {
        foreach (var alert in _budgets.Reached(usage)) _setup.Observer.On(alert);
    }

    private async Task SendAsync(Call call, CancellationToken abandoned)
    {
        _setup.Observer.On(new DraftEvent.Sent(call.CallId, call.Pack.Items.Length, call.Pack.Attempt));
        var started = _setup.Clock.Time.GetTimestamp();
        try
        {
            var response = await _setup.Model.Client.GetResponseAsync(call.Request.Messages, call.Request.Options, abandoned).ConfigureAwait(false);
            await AnsweredAsync(call, response, _setup.Clock.Time.GetElapsedTime(started)).ConfigureAwait(false);
        }
        catch (ModelCallException failure)
        {
            await FailedAsync(call, failure, _setup.Clock.Time.GetElapsedTime(started)).ConfigureAwait(false);
        }
        catch (OperationCanceledException) when (abandoned.IsCancellationRequested)
        {
            await SettleAsync(call, new CallSettlement
            {
                CallId = call.CallId,
                State = CallState.Unknown,
                Outcome = CallOutcome.Cancelled,
                AnsweredAt = Now,
                Latency = _setup.Clock.Time.GetElapsedTime(started),
                QuotaWait = call.Waited,
            }).ConfigureAwait(false);
        }
    }

    private async Task SettleAsync(Call call, CallSettlement settlement)
    {
        await _setup.Ledger.SaveAnswerAsync(new AnswerToSave
        {
            ProjectId = _setup.Project.Slug,
            RunId = _runId,
            Settlement = settlement,
            Shares = [.. call.Pack.Items.Select(item => new PostShare(item.Task.PostId, NanoUsd.Zero))],
        }, CancellationToken.None).ConfigureAwait(false);
        Count(call, settlement);
    }

    private Task NoteAsync(string name, string value) =>
        _setup.Notes.SetAsync(_setup.Model.Key.Provider, _setup.Model.Key.Model, name, value, Now, CancellationToken.None);

    private void Count(Call call, CallSettlement settlement)
    {
        _tally.Called(settlement, call.Request.WorstCase);
        _setup.Observer.On(new DraftEvent.Answered(call.CallId, _setup.Model.Key, call.Pack.Items.Length, call.Pack.Attempt, settlement));
    }

    private void Fail(Pack pack, string why)
    {
        foreach (var item in pack.Items) Done(item, PostEnd.Failed, why);
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
        lock (_lock) _stop ??= reason;
        Changed();
    }

    private void Changed() => Interlocked.Exchange(ref _changed, NewSignal()).TrySetResult();

    private static TaskCompletionSource NewSignal() => new(TaskCreationOptions.RunContinuationsAsynchronously);

    /// <summary>Waits for a change, at most until the moment; costs nothing while it waits.</summary>
    private async Task WaitAsync(Task changed, DateTimeOffset? until)
    {
        if (until is not { } at)
        {
            await changed.ConfigureAwait(false);
            return;
        }
        var delay = at - Now;
        if (delay <= TimeSpan.Zero) return;
        using var over = new CancellationTokenSource();
        await Task.WhenAny(changed, Task.Delay(delay, _setup.Clock.Time, over.Token)).ConfigureAwait(false);
        await over.CancelAsync().ConfigureAwait(false);
    }

    private async Task RenewLeasesAsync(CancellationToken done)
    {
        try
        {
            using var timer = new PeriodicTimer(LeaseTime / 3, _setup.Clock.Time);
            while (await timer.WaitForNextTickAsync(done).ConfigureAwait(false))
            {
                await _setup.Leases.RenewAsync(_setup.Owner, Now + LeaseTime, CancellationToken.None).ConfigureAwait(false);
                // A process that was killed meanwhile never settles its calls: nobody shall wait for the money they hold.
                await _setup.Ledger.AbandonAsync(_setup.OwnerIsGone, CancellationToken.None).ConfigureAwait(false);
            }
        }
        catch (StoreException error)
        {
            Stop(new StopReason.StoreFailed(error.Message));
        }
        catch (OperationCanceledException) when (done.IsCancellationRequested)
        {
            // The run is over.
        }
    }

    private async Task ReleaseLeasesAsync()
    {
        try
        {
            await _setup.Leases.ReleaseAsync(_setup.Project.Slug, [.. _tasks.Select(t => t.PostId)], _setup.Owner, CancellationToken.None).ConfigureAwait(false);
        }
        catch (StoreException error)
        {
            // They expire by themselves, and the next start on this host frees them at once.
            Stop(new StopReason.StoreFailed(error.Message));
        }
    }

    private static void Cancel(CancellationTokenSource source)
    {
        try
        {
            source.Cancel();
        }
        catch (ObjectDisposedException)
        {
            // The run ended within the grace period.
        }
    }

    private NewCall NewCall(Pack pack, DraftRequest request) => new()
    {
        RunId = _runId,
        ProjectId = _setup.Project.Slug,
        Key = _setup.Model.Key,
        Purpose = CallPurpose.Draft,
        Attempt = pack.Attempt,
        Reserved = request.WorstCase,
        ReservedTokens = request.InputTokens,
        PostIds = [.. pack.Items.Select(item => item.Task.PostId)],
        PromptHash = request.PromptHash,
        Owner = _setup.Owner,
    };

    private static string Describe(WaitReason reason) => reason switch
    {
        WaitReason.RequestsPerMinute => "for the request quota",
        WaitReason.TokensPerMinute => "for the token quota",
        _ => "for the spend limit of ten minutes",
    };
}
