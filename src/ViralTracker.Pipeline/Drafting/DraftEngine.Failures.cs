using System.Globalization;
using ViralTracker.Core.Drafting;
using ViralTracker.Pipeline.Models;
using ViralTracker.Pipeline.Ports;
using ViralTracker.Pipeline.Runs;

namespace ViralTracker.Pipeline.Drafting;

/// <summary>What becomes of a call that failed: the one owner of retries.</summary>
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
        }).ConfigureAwait(false);
        switch (failure.Outcome)
        {
            case CallOutcome.RateLimited:
                RateLimited(call.Pack, failure);
                if (_limits.RequestsPerMinute < _setup.Options.Quota.RequestsPerMinute)
                    await NoteAsync(RunPlan.RpmNote + ":" + _setup.Model.Key.KeyFingerprint, _limits.RequestsPerMinute.ToString(CultureInfo.InvariantCulture)).ConfigureAwait(false);
                break;
            case CallOutcome.DailyQuota:
                DailyQuota(call.Pack, failure);
                break;
            case CallOutcome.SchemaRefused:
                await SchemaRefusedAsync(call, failure).ConfigureAwait(false);
                break;
            case CallOutcome.ServerError or CallOutcome.Timeout or CallOutcome.Network or CallOutcome.Unparsable:
                Retry(call.Pack, failure);
                break;
            default:
                Refused(call.Pack, failure);
                break;
        }
    }

    private void Refused(Pack pack, ModelCallException failure)
    {
        PutBack(pack);
        Stop(new StopReason.Refused(failure.Outcome, failure.Message));
    }

    private async Task SchemaRefusedAsync(Call call, ModelCallException failure)
    {
        RefusalStep step;
        lock (_lock) step = _ladder.Refused(call.Request.Rung);
        if (step == RefusalStep.GiveUp)
        {
            Refused(call.Pack, failure);
            return;
        }
        if (step == RefusalStep.Lower) await NoteAsync(RunPlan.RungNote, _ladder.Rung.ToString()).ConfigureAwait(false);
        PutBack(call.Pack);
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
}
