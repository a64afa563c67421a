using ViralTracker.Core.Drafting;
using ViralTracker.Core.Quotas;
using ViralTracker.Pipeline.Ports;

namespace ViralTracker.Pipeline.Drafting;

/// <summary>Turns: which pack goes next, and when.</summary>
public sealed partial class DraftEngine
{
    /// <summary>Own calls settle in about that time; a longer wait is for another process.</summary>
    private static readonly TimeSpan LongForBudget = TimeSpan.FromSeconds(5);

    /// <summary>Another process settles its calls without a sign to this one.</summary>
    internal static readonly TimeSpan LookAgain = TimeSpan.FromSeconds(1);

    /// <summary>Asked with the lock.</summary>
    private bool MaySend => _underWay.Count < (_ladder.Probing ? 1 : _atOnce.Allowed);

    /// <summary>The next call, reserved; null when nothing is left to send. One worker at a time, in the order they came.</summary>
    private async Task<Call?> NextAsync()
    {
        await _turn.WaitAsync();
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
                    if (MaySend && _queue.TryTake(Math.Min(_packSize, _mostPosts), Now, out var taken))
                    {
                        if (taken.Items.Length > _mostPosts)
                        {
                            foreach (var half in taken.Halves()) _queue.SendAgain(half, Now);
                            continue;
                        }
                        pack = taken;
                    }
                    else if (_queue.IsEmpty && _underWay.Count == 0) return null;
                    next = MaySend ? _queue.NextAt : null;
                }
                if (pack is null)
                {
                    if (next is { } at) _setup.Observer.On(new DraftEvent.Waiting(at, "before trying again"));
                    await WaitAsync(changed, next);
                }
                else if (await ReserveAsync(pack) is { } call)
                    return call;
            }
        }
        finally
        {
            _turn.Release();
        }
    }

    /// <summary>Waits until quota and budget grant the pack; null when it was split (what is left of it is in the queue), or the run stops, which ends all work in memory.</summary>
    private async Task<Call?> ReserveAsync(Pack pack)
    {
        var asked = Now;
        var told = false;
        var changed = _changed.Task;
        DraftRequest? request = null;
        DateTimeOffset? shown = null;
        while (true)
        {
            // Answers teach tighter bounds, and refusals other schemas.
            if (changed.IsCompleted) (changed, request) = (_changed.Task, null);
            var now = Now;
            if (_stop is not null) return null;
            if (await PauseAsync(now) is var pause && pause.Until > now)
            {
                _setup.Observer.On(new DraftEvent.Waiting(pause.Until, pause.Why));
                await WaitAsync(changed, pause.Until);
                continue;
            }
            QuotaLimits limits;
            SchemaRung rung;
            lock (_lock) (limits, rung) = (_limits, _ladder.Rung);
            request ??= _requests.Build(pack, rung, _thinking.Tokens, now);
            LedgerUsage? seen = null;
            var reservation = await _calls.Ledger.ReserveAsync(
                NewCall(pack, request), QuotaQuestion.Of(_setup, limits, now, _view, request.WorstCase), (usage, at) => Decide(limits, seen = _view.Of(usage, limits.Window, at, _calls.Clock.Elapsed), request, at),
                () => Now, CancellationToken.None);
            if (seen is not null) Alert(seen);
            switch (reservation.Decision)
            {
                case ReserveDecision.Granted:
                    _view.Sent(reservation.CallId!.Value);
                    lock (_lock)
                    {
                        _underWay.Add(reservation.CallId.Value);
                        return new Call(pack, request, reservation.CallId.Value, Now, Now - asked, _atOnce.Refusals);
                    }
                case ReserveDecision.LeasesLost lost:
                    TakenOver(pack, lost.Posts);
                    return null;
                case ReserveDecision.WaitFor wait:
                    if (wait.Until != shown) _setup.Observer.On(new DraftEvent.Waiting(wait.Until, Describe(wait.Reason, seen!)));
                    shown = wait.Until;
                    await WaitAsync(changed, wait.Reason == WaitReason.SpendPerTenMinutes && now + LongForBudget < wait.Until ? now + LongForBudget : wait.Until);
                    break;
                case ReserveDecision.Exhausted { MayFreeUp: true }:
                    if (!told && now - asked > LongForBudget)
                    {
                        told = true;
                        _setup.Observer.On(new DraftEvent.Waiting(null, "for what calls under way leave of the budget"));
                    }
                    await WaitAsync(changed, now + LookAgain);
                    break;
                case ReserveDecision.Exhausted { Limit: not ExhaustedLimit.RequestsPerDay } when _thinking.Tighten():
                    request = null;
                    break;
                case ReserveDecision.Exhausted { Limit: not ExhaustedLimit.RequestsPerDay } when !pack.Squeezed && _requests.CanSqueeze:
                    (pack, request) = (pack with { Squeezed = true }, null);
                    break;
                case ReserveDecision.Exhausted { Limit: not ExhaustedLimit.RequestsPerDay } when pack.Items.Length > 1:
                    lock (_lock)
                        foreach (var half in pack.Halves()) _queue.SendAgain(half, now);
                    return null;
                case ReserveDecision.Exhausted exhausted:
                    await ExhaustedAsync(exhausted.Limit, limits, request, now);
                    return null;
            }
        }
    }

    private async Task ExhaustedAsync(ExhaustedLimit limit, QuotaLimits limits, DraftRequest request, DateTimeOffset now)
    {
        var usage = await _calls.Ledger.UsageAsync(QuotaQuestion.Of(_setup, limits, now) with { Settled = true }, CancellationToken.None);
        if (_calls.Budgets.Exhausted(limit, usage) is { } alert) _setup.Observer.On(alert);
        Stop(StopReason.Of(limit, request.WorstCase, limits, _setup.Options.Budget, usage, _calls.BudgetZone, now));
    }

    private ReserveDecision Decide(QuotaLimits limits, LedgerUsage usage, DraftRequest request, DateTimeOffset now) =>
        QuotaDecider.Decide(limits, _setup.Options.Budget, usage, request.WorstCase, request.InputTokens, now);

    private void Alert(LedgerUsage usage)
    {
        foreach (var alert in _calls.Budgets.Reached(usage)) _setup.Observer.On(alert);
    }

    private NewCall NewCall(Pack pack, DraftRequest request) => new()
    {
        RunId = _calls.RunId,
        ProjectId = _calls.ProjectId,
        Key = _setup.Model.Key,
        Purpose = CallPurpose.Draft,
        Attempt = pack.Attempt,
        Reserved = request.WorstCase,
        ReservedTokens = request.InputTokens,
        TypicalTokens = request.TypicalInputTokens,
        PostIds = [.. pack.Items.Select(item => item.Task.PostId)],
        Fences = pack.Items.ToDictionary(item => item.Task.PostId, item => item.Task.Fence),
        PromptHash = request.PromptHash,
        Owner = _calls.Owner,
    };

    /// <summary>Waits for a change, at most until the moment; costs nothing while it waits.</summary>
    private async Task WaitAsync(Task changed, DateTimeOffset? until)
    {
        if (until is not { } at)
        {
            await changed;
            return;
        }
        var delay = at - Now;
        if (delay <= TimeSpan.Zero) return;
        using var over = new CancellationTokenSource();
        await Task.WhenAny(changed, Task.Delay(delay < RetryPolicy.LongestWait ? delay : RetryPolicy.LongestWait, _calls.Clock.Time, over.Token));
        await over.CancelAsync();
    }

    private static string Describe(WaitReason reason, LedgerUsage usage) => reason switch
    {
        WaitReason.RequestsPerMinute => "for the request quota" + UsedUp(usage),
        WaitReason.TokensPerMinute => "for the token quota" + UsedUp(usage),
        _ => "for the spend limit of ten minutes",
    };

    /// <summary>A run with a lower limit than another on its key waits until that one is slower.</summary>
    private static string UsedUp(LedgerUsage usage) => usage.GivenWay == TimeSpan.Zero ? ", which other runs used up" : "";
}
