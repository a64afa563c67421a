using ViralTracker.Core.Drafting;
using ViralTracker.Core.Quotas;
using ViralTracker.Pipeline.Ports;

namespace ViralTracker.Pipeline.Drafting;

/// <summary>Turns: which pack goes next, and when.</summary>
public sealed partial class DraftEngine
{
    /// <summary>Room for an answer beside the longest one seen, where the budget has none for the longest possible.</summary>
    private const int SqueezeMargin = 2;

    /// <summary>Own calls settle in about that time; a longer wait is for another process.</summary>
    private static readonly TimeSpan LongForBudget = TimeSpan.FromSeconds(5);

    /// <summary>Another process settles its calls without a sign to this one.</summary>
    internal static readonly TimeSpan LookAgain = TimeSpan.FromSeconds(1);

    private int Allowed => _ladder.Probing ? 1 : _atOnce.Allowed;

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
                    if (_underWay.Count < Allowed && _queue.TryTake(_packSize, Now, out var taken)) pack = taken;
                    else if (_queue.IsEmpty && _underWay.Count == 0) return null;
                    next = _underWay.Count < Allowed ? _queue.NextAt : null;
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

    /// <summary>Waits until quota and budget grant the pack; null when it was split, or the run stops (the pack is back in the queue).</summary>
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
            if (_stop is not null)
            {
                PutBack(pack);
                return null;
            }
            if (await PausedUntilAsync(now) is var paused && paused > now)
            {
                _setup.Observer.On(new DraftEvent.Waiting(paused, "as the provider asked"));
                await WaitAsync(changed, paused);
                continue;
            }
            request ??= _requests.Build(pack, _ladder.Rung, _thinking.Tokens, now, pack.Squeezed ? _mostOutputPerPost * SqueezeMargin : null);
            LedgerUsage? seen = null;
            var reservation = await _setup.Ledger.ReserveAsync(
                NewCall(pack, request), QuotaQuestion.Of(_setup, _limits, _runId, now, _view, request.WorstCase), (usage, at) => Decide(seen = _view.Of(usage, _limits.Window, at, _setup.Clock.Elapsed), request, at),
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
                case ReserveDecision.Exhausted { Limit: not ExhaustedLimit.RequestsPerDay } when !pack.Squeezed && _mostOutputPerPost > 0:
                    (pack, request) = (pack with { Squeezed = true }, null);
                    break;
                case ReserveDecision.Exhausted { Limit: not ExhaustedLimit.RequestsPerDay } when pack.Items.Length > 1:
                    lock (_lock)
                        foreach (var half in pack.Halves()) _queue.SendAgain(half, now);
                    return null;
                case ReserveDecision.Exhausted exhausted:
                    PutBack(pack);
                    await ExhaustedAsync(exhausted.Limit, request, now);
                    return null;
            }
        }
    }

    private async Task ExhaustedAsync(ExhaustedLimit limit, DraftRequest request, DateTimeOffset now)
    {
        var usage = await _setup.Ledger.UsageAsync(QuotaQuestion.Of(_setup, _limits, _runId, now) with { Settled = true }, CancellationToken.None);
        if (_setup.Budgets.Exhausted(limit, usage) is { } alert) _setup.Observer.On(alert);
        Stop(StopReason.Of(limit, request.WorstCase, _limits, _setup.Options.Budget, usage, _setup.BudgetZone, now));
    }

    private ReserveDecision Decide(LedgerUsage usage, DraftRequest request, DateTimeOffset now) =>
        QuotaDecider.Decide(_limits, _setup.Options.Budget, usage, request.WorstCase, request.InputTokens, now);

    private void Alert(LedgerUsage usage)
    {
        foreach (var alert in _setup.Budgets.Reached(usage)) _setup.Observer.On(alert);
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
        await Task.WhenAny(changed, Task.Delay(delay < RetryPolicy.LongestWait ? delay : RetryPolicy.LongestWait, _setup.Clock.Time, over.Token));
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
