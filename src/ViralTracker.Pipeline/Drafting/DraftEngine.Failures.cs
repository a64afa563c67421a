using ViralTracker.Core.Drafting;
using ViralTracker.Pipeline.Models;
using ViralTracker.Pipeline.Ports;
using ViralTracker.Pipeline.Runs;

namespace ViralTracker.Pipeline.Drafting;

/// <summary>What becomes of a call for drafts that failed: their one owner of retries.</summary>
public sealed partial class DraftEngine
{
    private async Task FailedAsync(Call call, ModelCallException failure, TimeSpan latency)
    {
        await SettleAsync(call, new CallSettlement
        {
            CallId = call.CallId,
            // What may have been billed, as a gateway's error or silence may, keeps its reservation counted.
            State = failure.MayHaveBeenBilled ? CallState.Unknown : CallState.Refused,
            Outcome = failure.Outcome,
            HttpStatus = failure.HttpStatus,
            Error = failure.Message,
            AnsweredAt = Now,
            Latency = latency,
            QuotaWait = call.Waited,
        });
        switch (failure.Outcome)
        {
            case CallOutcome.RateLimited:
                // In one step: between the call's end and its pack's return to the queue nothing may look like the end of the work.
                lock (_lock) RateLimited(call, failure);
                await NoteLimitAsync(failure);
                await NotePauseAsync();
                break;
            case CallOutcome.DailyQuota:
                lock (_lock) DailyQuota(call, failure);
                await NotePauseAsync();
                break;
            case CallOutcome.SchemaRefused:
                SchemaRefused(call, failure);
                break;
            case CallOutcome.ServerError or CallOutcome.Timeout or CallOutcome.Network or CallOutcome.Unparsable:
            case CallOutcome.BadRequest when failure.Adapted:
                Retry(call.Pack, failure);
                break;
            case CallOutcome.BadRequest when failure.TooLarge:
                TooLarge(call.Pack, failure);
                await NoteLimitAsync(failure);
                break;
            default:
                Refused(failure);
                break;
        }
    }

    private void Refused(ModelCallException failure) => Stop(new StopReason.Refused(failure.Outcome, failure.Message));

    private async Task NoteLimitAsync(ModelCallException failure)
    {
        if (failure is { QuotaLimit: > 0 and var named, QuotaId: { } id }) await _notes.NoteLimitAsync(_setup.Options.Quota, id, named, Now);
    }

    /// <summary>Fewer posts may fit, in this request and in those to come. A post that does not fit alone is given up where others did: else it is the model.</summary>
    private void TooLarge(Pack pack, ModelCallException failure)
    {
        var halves = pack.Items.Length > 1;
        bool fits;
        lock (_lock)
        {
            if (failure is { QuotaLimit: > 0 and var named, QuotaId: { } id }) _limits = LearnedLimits.From(_limits, id, named);
            if (halves) _mostPosts = Math.Min(_mostPosts, (pack.Items.Length + 1) / 2);
            fits = _answered;
        }
        if (halves)
            foreach (var half in pack.Halves()) PutBack(half);
        // The room for thinking counts, too.
        else if (_thinking.Tighten()) PutBack(pack);
        else if (fits) Fail(pack, failure.Message);
        else Refused(failure);
    }

    private void SchemaRefused(Call call, ModelCallException failure)
    {
        bool again;
        lock (_lock) again = _ladder.Refused(call.Request.Rung);
        if (again) PutBack(call.Pack);
        else Refused(failure);
    }

    /// <summary>Asked with the lock, as what it and <see cref="DailyQuota"/> ask is.</summary>
    private void RateLimited(Call call, ModelCallException failure)
    {
        var pack = call.Pack;
        if (failure.RetryAfter > RetryPolicy.LongestPause)
        {
            Stop(new StopReason.TooManyRequests(Now + failure.RetryAfter, failure.Message));
            return;
        }
        // What is too many at once passes as others are answered: no pause is needed where none is asked.
        var pauses = !TooManyAtOnce(call, failure) || failure.RetryAfter is not null;
        var alone = RefusedAlone(pack, pauses);
        if (!pauses)
        {
            PutBack(pack);
            return;
        }
        var refused = RefusedInARow(call);
        var until = PauseFor(RetryPolicy.Pause(failure.RetryAfter, refused, _calls.Jitter()), failure.RetryAfter);
        if (failure is { QuotaLimit: > 0 and var named, QuotaId: { } id }) _limits = LearnedLimits.From(_limits, id, named);
        var tooLarge = _limits.TokensPerMinute > 0 && call.Request.InputTokens > _limits.TokensPerMinute;
        if (tooLarge && pack.Items.Length > 1)
            foreach (var half in pack.Halves()) SendAgain(half, until);
        else if (refused >= RetryPolicy.MaxRateLimited && !tooLarge)
            // Whatever pack was sent: the others would fare no better.
            Stop(new StopReason.TooManyRequests(null, failure.Message));
        // Where others are refused too, it is not the pack, unless it is too large by itself.
        else if (tooLarge ? pack.RateLimited + 1 < RetryPolicy.MaxRateLimited : alone < RetryPolicy.MaxRateLimited || refused > 1) SendAgain(pack with { RateLimited = pack.RateLimited + 1 }, until);
        else Fail(pack, "the provider kept answering 'too many requests'");
    }

    /// <summary>A refusal that names no limit, while other calls are under way, may say that there are too many of them.</summary>
    private bool TooManyAtOnce(Call call, ModelCallException failure)
    {
        // Calls that were on their way together are refused together: none of them counts as one that was taken.
        _underWay.Remove(call.CallId);
        return failure.QuotaId is null && _atOnce.Refused(call.Refusals, _underWay.Count);
    }

    /// <summary>How many pauses the pack made since another one was refused.</summary>
    private int RefusedAlone(Pack pack, bool pauses)
    {
        if (_refusedAlone.Items != pack.Items) _refusedAlone = (pack.Items, 0);
        return pauses ? ++_refusedAlone.Times : _refusedAlone.Times;
    }

    /// <summary>How often 'too many requests' came since the last answer, of any pack; calls that were on their way together are refused together.</summary>
    private int RefusedInARow(Call call)
    {
        if (_refusedInARow > 0 && call.SentAt < _refusedAt) return _refusedInARow;
        _refusedAt = Now;
        return ++_refusedInARow;
    }

    private Task NotePauseAsync()
    {
        KeyPause pause;
        lock (_lock) pause = _pause;
        return pause.Until > Now ? _notes.NotePauseAsync(pause, Now) : Task.CompletedTask;
    }

    /// <summary>The longest pause that this run, or another process on its key, has to make.</summary>
    private async Task<KeyPause> PauseAsync(DateTimeOffset now)
    {
        var noted = _setup.Model.Offline ? null : await _notes.PauseAsync(now);
        lock (_lock) return _pause.Or(noted ?? default);
    }

    /// <summary>Providers send the daily quota with a short delay both when it is spent and when it is not: it is honoured once.</summary>
    private void DailyQuota(Call call, ModelCallException failure)
    {
        // Calls that were on their way together are refused together.
        var first = _dailyQuotaAt is not { } seen || call.SentAt < seen;
        if (failure.RetryAfter is { } delay && delay <= RetryPolicy.LongestDaysDelay && first)
        {
            _dailyQuotaAt ??= Now;
            SendAgain(call.Pack with { RateLimited = call.Pack.RateLimited + 1 }, PauseFor(delay, delay));
            return;
        }
        Stop(new StopReason.DailyQuota(_setup.Model.QuotaZone is { } zone ? QuotaDay.StartOfNextDay(Now, zone) : Now + failure.RetryAfter));
    }

    /// <returns>The end of the pause, which an earlier one may have set later.</returns>
    private DateTimeOffset PauseFor(TimeSpan delay, TimeSpan? asked) => (_pause = _pause.Or(new(Now + delay, IsAsked: asked >= delay))).Until;

    private void Retry(Pack pack, ModelCallException failure)
    {
        lock (_lock) _atOnce.Failed(overloaded: failure.HttpStatus is 498 or 503 or 529);
        if (pack.Failed + 1 >= RetryPolicy.MaxTries)
        {
            Fail(pack, failure.Message);
            return;
        }
        var at = Now + RetryPolicy.AfterFailure(failure.RetryAfter, pack.Failed + 1, _calls.Jitter());
        var again = pack with { Failed = pack.Failed + 1 };
        // A pack that is too much for the provider times out every time: halves may pass.
        if (failure.Outcome == CallOutcome.Timeout && pack.Items.Length > 1)
            foreach (var half in again.Halves()) SendAgain(half, at);
        else
            SendAgain(again, at);
    }

    /// <returns>It showed that the model takes the lower schema which is tried.</returns>
    private bool Succeeded(Call call)
    {
        lock (_lock)
        {
            _refusedInARow = 0;
            _answered = true;
            _atOnce.Answered(call.Refusals);
            return _ladder.Answered(call.Request.Rung);
        }
    }
}
