using System.Collections.Immutable;
using Microsoft.Extensions.AI;
using ViralTracker.Core.Drafting;
using ViralTracker.Core.Gating;
using ViralTracker.Core.Projects;
using ViralTracker.Core.Quotas;
using ViralTracker.Core.Scoring;
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
    public required DraftCheck Check { get; init; }
    public required DraftOrder Order { get; init; }
    public required IDraftObserver Observer { get; init; }
    public required RunClock Clock { get; init; }
    public required Random Random { get; init; }

    /// <summary>Host, process id and process start.</summary>
    public required string Owner { get; init; }
    public required TimeZoneInfo BudgetZone { get; init; }
}

/// <summary>
/// Drafts many posts at a time. Workers take turns at one gate, in order: there the next pack is chosen, reserved in the ledger
/// (which is where quota and budget say yes, wait or stop) and sent; answers are judged and saved as they arrive.
/// </summary>
public sealed class DraftEngine : IDisposable
{
    private const int MaxAsks = 4;
    private static readonly TimeSpan LeaseTime = TimeSpan.FromSeconds(90);
    private static readonly TimeSpan ShortRetry = TimeSpan.FromMinutes(2);

    private readonly DraftSetup _setup;
    private readonly long _runId;
    private readonly RequestBuilder _requests;
    private readonly Tally _tally;
    private readonly WorkQueue _queue;
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

    private DraftEngine(DraftSetup setup, long runId, IReadOnlyList<DraftTask> tasks)
    {
        _setup = setup;
        _runId = runId;
        _tasks = tasks;
        _requests = new RequestBuilder(setup.Project, setup.Model, setup.PromptTemplate);
        _tally = new Tally(tasks.Count);
        _queue = new WorkQueue(tasks.Select(task => new PackItem(task, ImmutableSortedDictionary<string, string>.Empty, 0, Reasked: false)));
        _limits = setup.Model.Offline ? QuotaLimits.None : setup.Options.Quota;
        _allowed = setup.Options.Concurrency;
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
            await _setup.Leases.ReleaseAsync(_setup.Project.Slug, [.. _tasks.Select(t => t.PostId)], _setup.Owner, CancellationToken.None).ConfigureAwait(false);
        }
        return _tally.Report(_stop);
    }

    private async Task PlanAsync()
    {
        var now = Now;
        var usage = await _setup.Ledger.UsageAsync(Question(now), CancellationToken.None).ConfigureAwait(false);
        var choice = Packing.Choose(new PackingInput
        {
            Posts = _tasks.Count,
            Concurrency = _setup.Options.Concurrency,
            Limits = _limits,
            Sent = [.. usage.Window.Select(call => new SentAgo(now - call.SentAt, call.Tokens))],
            RequestsLeftToday = _limits.RequestsPerDay > 0 ? Math.Max(0, _limits.RequestsPerDay - usage.SentInQuotaDay) : null,
            Latency = LatencyModel.Default,
            FixedTokens = _requests.FixedTokens,
            TokensPerPost = (long)_tasks.Average(RequestBuilder.TypicalTokens),
            OutputPerPost = _requests.OutputPerPost,
            OutputLimit = _setup.Model.OutputLimit - _thinking.Tokens,
            MaxPerRequest = _setup.Options.TweetsPerRequest ?? _setup.Options.MaxTweetsPerRequest,
        });
        if (_setup.Options.TweetsPerRequest is { } fixedSize) choice = choice with { Size = fixedSize, Reason = $"{fixedSize} a request, as asked" };
        _packSize = choice.Size;
        _setup.Observer.On(new DraftEvent.Planned(_tasks.Count, choice));
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

    private sealed record Call(Pack Pack, DraftRequest Request, long CallId, TimeSpan Waited);

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
                else if (await ReserveAsync(pack).ConfigureAwait(false) is { } call)
                    return call;
            }
        }
        finally
        {
            _gate.Release();
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
            var reservation = await _setup.Ledger.ReserveAsync(
                NewCall(pack, request), Question(now),
                usage => QuotaDecider.Decide(_limits, _setup.Options.Budget, usage, request.WorstCase, request.InputTokens, now),
                now, CancellationToken.None).ConfigureAwait(false);
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
                case ReserveDecision.Exhausted when pack.Items.Length > 1:
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

    private async Task AnsweredAsync(Call call, ChatResponse response, TimeSpan latency)
    {
        var read = AnswerReader.Read(call.Pack, call.Request, response, _setup.Project, _setup.Check, _setup.Order);
        var usage = ModelAnswer.UsageOf(response);
        var version = response.ModelId ?? _setup.Model.Key.Model;
        var cost = usage is { } u ? _setup.Model.Pricing.Cost(version, u, Now) : null;
        if (usage is { } seen) _thinking.Saw(seen.Thoughts, truncated: read.Outcome == CallOutcome.Truncated);
        var settlement = new CallSettlement
        {
            CallId = call.CallId,
            // Without a count of tokens nobody knows the cost: the reservation stays.
            State = usage is null ? CallState.Unknown : CallState.Settled,
            Outcome = read.Outcome,
            Usage = usage,
            Cost = cost,
            ModelVersion = version,
            ResponseId = response.ResponseId,
            FinishReason = response.AdditionalProperties?.GetValueOrDefault(ModelAnswer.BlockReason)?.ToString()
                ?? response.AdditionalProperties?.GetValueOrDefault(ModelAnswer.FinishReason)?.ToString(),
            AnsweredAt = Now,
            Latency = latency,
            QuotaWait = call.Waited,
        };
        var blockedAlone = read.Outcome == CallOutcome.Blocked && call.Pack.Items.Length == 1;
        var (draftCosts, shares) = AnswerReader.Share(cost ?? NanoUsd.Zero, call.Pack, read.Parts);
        var saved = await _setup.Ledger.SaveAnswerAsync(new AnswerToSave
        {
            ProjectId = _setup.Project.Slug,
            RunId = _runId,
            Settlement = settlement,
            Drafts = [.. read.Parts.SelectMany(part => part.Drafts.Select(draft => NewDraft(call, part, draft, version, draftCosts)))],
            Shares = shares,
            Skips = blockedAlone
                ? [SkipOf(call.Pack.Items[0], new Skip(SkipReason.BlockedByProvider, settlement.FinishReason ?? "blocked"))]
                : [.. read.Parts.Where(p => p.NothingToSay).Select(p => SkipOf(p.Item, new Skip(SkipReason.NothingToSay, "the model found nothing worth saying")))],
            Fences = call.Pack.Items.ToDictionary(item => item.Task.PostId, item => item.Task.Fence),
        }, CancellationToken.None).ConfigureAwait(false);
        Count(call, settlement);
        Succeeded();

        if (read.Outcome == CallOutcome.Blocked) Blocked(call.Pack);
        var costs = shares.ToDictionary(s => s.PostId, s => s.Cost);
        foreach (var part in read.Parts) Close(part, call.Pack, saved.FencedOut, costs);
    }

    private void Blocked(Pack pack)
    {
        if (pack.Items.Length == 1)
        {
            Done(pack.Items[0], PostEnd.Blocked);
            return;
        }
        lock (_lock)
            foreach (var half in pack.Halves()) _queue.SendAgain(half with { Failed = 0 }, Now);
    }

    private void Close(ReadPart part, Pack pack, IReadOnlyList<long> fencedOut, Dictionary<long, NanoUsd> costs)
    {
        _tally.Judged(part, costs.GetValueOrDefault(part.Item.Task.PostId));
        if (fencedOut.Contains(part.Item.Task.PostId))
            Done(part.Item, PostEnd.TakenOver);
        else if (part.AskAgain.IsEmpty)
            Done(part.Item, part.NothingToSay ? PostEnd.NothingToSay : part.Drafts.Count > 0 ? PostEnd.AllRejected : PostEnd.NothingToSay);
        else if (part.Item.Asks + 1 >= MaxAsks)
            Done(part.Item, PostEnd.Failed, "the model left it out of every answer");
        else
            lock (_lock)
                _queue.AskAgain(part.Item with { Wanted = part.AskAgain, Asks = part.Item.Asks + 1, Reasked = part.Reasked, Offered = part.Item.Offered + part.Offered }, Math.Max(1, pack.Items.Length / 2));
    }

    private async Task FailedAsync(Call call, ModelCallException failure, TimeSpan latency)
    {
        // An error the provider answered with is not billed; silence may be, so its reservation stays counted.
        var silent = failure.Outcome is CallOutcome.Timeout or CallOutcome.Network or CallOutcome.Unparsable;
        await SettleAsync(call, new CallSettlement
        {
            CallId = call.CallId,
            State = silent && failure.MayHaveBeenBilled ? CallState.Unknown : CallState.Refused,
            Outcome = failure.Outcome,
            HttpStatus = failure.HttpStatus,
            Error = failure.Message,
            AnsweredAt = Now,
            Latency = latency,
            QuotaWait = call.Waited,
        }).ConfigureAwait(false);
        switch (failure.Outcome)
        {
            case CallOutcome.RateLimited:
                RateLimited(call.Pack, failure);
                break;
            case CallOutcome.DailyQuota:
                DailyQuota(call.Pack, failure);
                break;
            case CallOutcome.SchemaRefused when _rung < SchemaRung.Plain:
                lock (_lock) _rung++;
                PutBack(call.Pack);
                break;
            case CallOutcome.ServerError or CallOutcome.Timeout or CallOutcome.Network or CallOutcome.Unparsable:
                Retry(call.Pack, failure);
                break;
            default:
                PutBack(call.Pack);
                Stop(new StopReason.Refused(failure.Outcome, failure.Message));
                break;
        }
    }

    private void RateLimited(Pack pack, ModelCallException failure)
    {
        var until = Now + (failure.RetryAfter ?? RetryPolicy.Delay(pack.RateLimited + 3, _setup.Random.NextDouble()));
        lock (_lock)
        {
            if (until > _pausedUntil) _pausedUntil = until;
            if (failure is { QuotaLimit: > 0 and var named, QuotaId: { } id } && id.Contains("Requests", StringComparison.Ordinal)
                && (_limits.RequestsPerMinute == 0 || named < _limits.RequestsPerMinute))
                _limits = _limits with { RequestsPerMinute = (int)named };
        }
        if (pack.RateLimited + 1 >= RetryPolicy.MaxRateLimited) Fail(pack, "the provider kept answering 'too many requests'");
        else SendAgain(pack with { RateLimited = pack.RateLimited + 1 }, until);
    }

    private void DailyQuota(Pack pack, ModelCallException failure)
    {
        // Providers send the daily quota with a short delay both when it is spent and when it is not: honour it once.
        if (failure.RetryAfter is { } delay && delay <= ShortRetry && _dailyQuotaSeen != failure.QuotaId)
        {
            _dailyQuotaSeen = failure.QuotaId;
            lock (_lock) _pausedUntil = Now + delay;
            SendAgain(pack with { RateLimited = pack.RateLimited + 1 }, Now + delay);
            return;
        }
        PutBack(pack);
        Stop(new StopReason.DailyQuota(QuotaDay.StartOfNextDay(Now, QuotaDay.Pacific)));
    }

    private void Retry(Pack pack, ModelCallException failure)
    {
        lock (_lock)
        {
            if (failure.HttpStatus == 503) _allowed = Math.Max(1, _allowed / 2);
            _successes = 0;
        }
        if (pack.Failed + 1 >= RetryPolicy.MaxTries)
        {
            Fail(pack, failure.Message);
            return;
        }
        var at = Now + RetryPolicy.Delay(pack.Failed + 1, _setup.Random.NextDouble());
        var again = pack with { Failed = pack.Failed + 1 };
        // A pack that is too much for the provider times out every time: halves may pass.
        if (failure.Outcome == CallOutcome.Timeout && pack.Items.Length > 1)
            foreach (var half in again.Halves()) SendAgain(half, at);
        else
            SendAgain(again, at);
    }

    private void Succeeded()
    {
        lock (_lock)
        {
            if (_allowed >= _setup.Options.Concurrency || ++_successes < _allowed) return;
            _successes = 0;
            _allowed++;
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
                await _setup.Leases.RenewAsync(_setup.Owner, Now + LeaseTime, CancellationToken.None).ConfigureAwait(false);
        }
        catch (OperationCanceledException) when (done.IsCancellationRequested)
        {
            // The run is over.
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

    private UsageQuestion Question(DateTimeOffset now)
    {
        var budget = _setup.Options.Budget;
        return new UsageQuestion
        {
            Key = _setup.Model.Key,
            WindowSince = _limits.RequestsPerMinute > 0 || _limits.TokensPerMinute > 0 ? now - _limits.Window : null,
            QuotaDaySince = _limits.RequestsPerDay > 0 ? QuotaDay.StartOfDay(now, QuotaDay.Pacific) : null,
            SpendWindowSince = _limits.SpendPerTenMinutes > NanoUsd.Zero ? now - TimeSpan.FromMinutes(10) : null,
            ProjectId = _setup.Project.Slug,
            RunId = budget.Run is null ? null : _runId,
            BudgetDaySince = budget.Day is null ? null : QuotaDay.StartOfDay(now, _setup.BudgetZone),
            BudgetMonthSince = budget.Month is null ? null : QuotaDay.StartOfMonth(now, _setup.BudgetZone),
        };
    }

    private NewDraft NewDraft(
        Call call, ReadPart part, JudgedDraft draft, string modelVersion, IReadOnlyDictionary<(long, string), NanoUsd> costs) => new()
        {
            PostId = part.Item.Task.PostId,
            Kind = draft.Kind,
            Text = draft.Text,
            State = draft.Rejection is null ? DraftState.Offered : DraftState.Rejected,
            Rule = draft.Finding?.Rule,
            RuleDetail = draft.Finding?.Detail,
            Rank = draft.Rank,
            AssessmentId = part.Item.Task.Scored.AssessmentId,
            Cost = costs.GetValueOrDefault((part.Item.Task.PostId, draft.Kind)),
            ProvenanceJson = Provenance.Json(call.Request.PromptHash, _requests.SystemHash, modelVersion, part.Item.Task.Scored.Stored.SnapshotAt),
        };

    private Assessment SkipOf(PackItem item, Skip skip) => new()
    {
        ProjectId = _setup.Project.Slug,
        PostId = item.Task.PostId,
        RunId = _runId,
        Scorer = "draft",
        ConfigHash = _requests.SystemHash,
        SnapshotAt = item.Task.Scored.Stored.SnapshotAt,
        AsOf = Now,
        Skip = skip,
    };

    private static string Describe(WaitReason reason) => reason switch
    {
        WaitReason.RequestsPerMinute => "for the request quota",
        WaitReason.TokensPerMinute => "for the token quota",
        _ => "for the spend limit of ten minutes",
    };
}
