using ViralTracker.Core.Drafting;
using ViralTracker.Core.Posts;
using ViralTracker.Core.Quotas;
using ViralTracker.Core.Spending;
using ViralTracker.Core.Texts;
using ViralTracker.Pipeline.Drafting;
using ViralTracker.Pipeline.Models;
using ViralTracker.Pipeline.Ports;
using ViralTracker.Pipeline.Runs;

namespace ViralTracker.Pipeline.Finding;

/// <summary>
/// Embeds by a provider, one request at a time: every request is a call in the ledger, under quota and budget, and its vectors are saved
/// with its settlement. Failures that may pass are tried again by the same rules as those of drafts. Runs at once take turns with a model:
/// what one pays for the others find in the store.
/// </summary>
internal sealed class EmbeddingCalls(EmbeddingSetup setup)
{
    private static readonly TimeSpan AbandonEvery = TimeSpan.FromSeconds(5);

    /// <summary>Longer than a request and its save take: beyond it nobody waits for another run's call, whose process may be out of sight.</summary>
    private static readonly TimeSpan LongestTurn = TimeSpan.FromSeconds(90);

    private readonly CallSetup _calls = setup.Calls;
    private readonly LedgerView _view = new();
    private readonly RefusalNotes _notes = new(setup.Calls.Notes, setup.Model.Key);
    private QuotaLimits? _limits;
    private bool _daysQuotaTried;
    private (long Call, TimeSpan Since) _turn;
    private bool _turnTold;
    private TimeSpan _abandonAt;

    private sealed record Call(KeyValuePair<TextKey, string>[] Texts, int Attempt, long Id, long Tokens, TimeSpan Waited);

    private DateTimeOffset Now => _calls.Clock.Now;

    /// <param name="known">Takes the vectors as they come, those that other runs paid for included.</param>
    /// <param name="interrupted">No new calls; the one in flight gets the grace period.</param>
    /// <exception cref="EmbeddingStoppedException">A budget or the daily quota is used up.</exception>
    /// <exception cref="ModelCallException">The provider refused, or failed as often as it may.</exception>
    public async Task EmbedAsync(KeyValuePair<TextKey, string>[] texts, Dictionary<TextKey, float[]> known, CancellationToken interrupted)
    {
        _limits ??= await _notes.RecallAsync(setup.Model.Limits, Now);
        var (failed, limited) = (0, 0);
        for (var attempt = 1; ; attempt++)
        {
            if (texts.Length > 1 && _limits.TokensPerMinute > 0 && TokensOf(texts) > _limits.TokensPerMinute)
            {
                await HalvesAsync(texts, known, interrupted);
                return;
            }
            if (await ReserveAsync(texts, known, attempt, interrupted) is not { } call) return;
            try
            {
                await SendAsync(call, known, interrupted);
                return;
            }
            catch (ModelCallException failure)
            {
                switch (failure.Outcome)
                {
                    case CallOutcome.RateLimited when failure.RetryAfter > RetryPolicy.LongestPause:
                        throw new EmbeddingStoppedException(new StopReason.TooManyRequests(Now + failure.RetryAfter, failure.Message));
                    case CallOutcome.RateLimited:
                        limited++;
                        await LearnAsync(failure);
                        await PauseAsync(RetryPolicy.Pause(failure.RetryAfter, limited, _calls.Jitter()), failure.RetryAfter);
                        if (limited >= RetryPolicy.MaxRateLimited) throw;
                        break;
                    case CallOutcome.DailyQuota when !_daysQuotaTried && failure.RetryAfter <= RetryPolicy.LongestDaysDelay:
                        _daysQuotaTried = true;
                        await PauseAsync(failure.RetryAfter.Value, failure.RetryAfter);
                        break;
                    case CallOutcome.DailyQuota:
                        throw new EmbeddingStoppedException(new StopReason.DailyQuota(QuotaDay.StartOfNextDay(Now, QuotaDay.Pacific)));
                    case CallOutcome.Timeout when texts.Length > 1:
                        await HalvesAsync(texts, known, interrupted);
                        return;
                    case not CallOutcome.RateLimited when failure.MayPass && ++failed < RetryPolicy.MaxTries:
                        await WaitAsync(RetryPolicy.AfterFailure(failure.RetryAfter, failed, _calls.Jitter()), "before trying again", interrupted);
                        break;
                    default:
                        throw;
                }
            }
        }
    }

    private async Task HalvesAsync(KeyValuePair<TextKey, string>[] texts, Dictionary<TextKey, float[]> known, CancellationToken interrupted)
    {
        var half = texts.Length / 2;
        await EmbedAsync(texts[..half], known, interrupted);
        await EmbedAsync(texts[half..], known, interrupted);
    }

    private static long TokensOf(KeyValuePair<TextKey, string>[] texts) => texts.Sum(text => TokenEstimate.UpperBound(text.Value));

    private async Task LearnAsync(ModelCallException failure)
    {
        if (failure is not { QuotaLimit: > 0 and var named, QuotaId: { } id }) return;
        _limits = LearnedLimits.From(_limits!, id, named);
        await _notes.NoteLimitAsync(setup.Model.Limits, id, named, Now);
    }

    /// <summary>For every process that uses the key.</summary>
    private Task PauseAsync(TimeSpan delay, TimeSpan? asked) => _notes.NotePauseAsync(new(Now + delay, IsAsked: asked >= delay), Now);

    /// <summary>Null where other runs have paid for every text meanwhile.</summary>
    private async Task<Call?> ReserveAsync(KeyValuePair<TextKey, string>[] texts, Dictionary<TextKey, float[]> known, int attempt, CancellationToken interrupted)
    {
        var (model, asked, told) = (setup.Model, _calls.Clock.Elapsed, false);
        while (true)
        {
            interrupted.ThrowIfCancellationRequested();
            var now = Now;
            if (await _notes.PauseAsync(now) is { } pause)
            {
                await WaitAsync(pause.Until - now, pause.Why, interrupted);
                continue;
            }
            foreach (var (key, vector) in await setup.Store.GetAsync(model.Key.Model, [.. texts.Select(text => text.Key)], CancellationToken.None)) known[key] = vector;
            texts = [.. texts.Where(text => !known.ContainsKey(text.Key))];
            if (texts.Length == 0) return null;
            var tokens = TokensOf(texts);
            var cost = model.Pricing.WorstCase(model.Key.Model, tokens, 0, now);
            var call = new NewCall
            {
                RunId = _calls.RunId,
                ProjectId = _calls.ProjectId,
                Key = model.Key,
                Purpose = CallPurpose.Embed,
                Attempt = attempt,
                Reserved = cost,
                ReservedTokens = tokens,
                PostIds = [],
                PromptHash = ShortHash.Of(string.Concat(texts.Select(text => $"{text.Key.High:x16}{text.Key.Low:x16}"))),
                Owner = _calls.Owner,
            };
            var reservation = await _calls.Ledger.ReserveAsync(
                call, QuotaQuestion.Of(_calls, model.Key, _limits!, model.Budget, now, _view, cost) with { Texts = [.. texts.Select(text => text.Key)] },
                (usage, at) => ElsewhereUntil(usage, at) is { } until ? new ReserveDecision.WaitFor(until, WaitReason.OtherRun)
                    : QuotaDecider.Decide(_limits!, model.Budget, _view.Of(usage, _limits!.Window, at, _calls.Clock.Elapsed), cost, tokens, at),
                () => Now, CancellationToken.None);
            switch (reservation.Decision)
            {
                case ReserveDecision.WaitFor { Reason: WaitReason.OtherRun } wait:
                    if (wait.Until <= Now) break;
                    if (!_turnTold) setup.Observer.On(new DraftEvent.Waiting(null, "for another run that embeds with the same model"));
                    _turnTold = true;
                    await AbandonAsync();
                    await Task.Delay(DraftEngine.LookAgain, _calls.Clock.Time, interrupted);
                    break;
                case ReserveDecision.WaitFor wait:
                    await WaitAsync(wait.Until - now, "for the quota of the embedding model", interrupted);
                    break;
                case ReserveDecision.Exhausted { MayFreeUp: true }:
                    if (!told) setup.Observer.On(new DraftEvent.Waiting(null, "for what calls under way leave of the budget"));
                    told = true;
                    await AbandonAsync();
                    await Task.Delay(DraftEngine.LookAgain, _calls.Clock.Time, interrupted);
                    break;
                case ReserveDecision.Exhausted exhausted:
                    var used = await _calls.Ledger.UsageAsync(Question(now) with { Settled = true }, CancellationToken.None);
                    if (_calls.Budgets.Exhausted(exhausted.Limit, used) is { } alert) setup.Observer.On(alert);
                    throw new EmbeddingStoppedException(StopReason.Of(exhausted.Limit, cost, _limits!, model.Budget, used, _calls.BudgetZone, now));
                default:
                    _view.Sent(reservation.CallId!.Value);
                    return new Call(texts, attempt, reservation.CallId.Value, tokens, _calls.Clock.Elapsed - asked);
            }
        }
    }

    /// <summary>When to look again for vectors that another run has paid for, or is just paying for; null: never.</summary>
    private DateTimeOffset? ElsewhereUntil(LedgerUsage usage, DateTimeOffset now)
    {
        if (usage.IsEmbedded) return now;
        if (usage.Embedding is not { } call) return null;
        if (_turn.Call != call) _turn = (call, _calls.Clock.Elapsed);
        return _calls.Clock.Elapsed - _turn.Since < LongestTurn ? now + DraftEngine.LookAgain : null;
    }

    /// <summary>A process that was killed meanwhile never settles its calls: nobody shall wait for them, or for the money they hold.</summary>
    private async Task AbandonAsync()
    {
        if (_calls.Clock.Elapsed < _abandonAt) return;
        _abandonAt = _calls.Clock.Elapsed + AbandonEvery;
        await _calls.Ledger.AbandonAsync(_calls.OwnerIsGone, Now, CancellationToken.None);
    }

    private async Task SendAsync(Call call, Dictionary<TextKey, float[]> known, CancellationToken interrupted)
    {
        using var abandon = new CancellationTokenSource(Timeout.InfiniteTimeSpan, _calls.Clock.Time);
        await using var onInterrupt = interrupted.Register(() => abandon.CancelAfter(DraftOptions.Grace));
        var started = _calls.Clock.Time.GetTimestamp();
        try
        {
            var answer = await setup.Model.Generator.GenerateAsync(call.Texts.Select(text => text.Value), null, abandon.Token);
            var vectors = call.Texts.Select((text, i) => new EmbeddedText(text.Key, answer[i].Vector.ToArray())).ToArray();
            foreach (var (key, vector) in vectors) known[key] = vector;
            // Where the service does not count, the reserved tokens are the most it can have been.
            var usage = new TokenUsage(answer.Usage?.InputTokenCount is > 0 and var counted ? counted : call.Tokens, 0, 0, 0, 0);
            await SettleAsync(call, CallState.Settled, CallOutcome.Ok, started, usage, vectors: vectors);
        }
        catch (ModelCallException failure)
        {
            await SettleAsync(call, failure.MayHaveBeenBilled ? CallState.Unknown : CallState.Refused, failure.Outcome, started, failure: failure);
            throw;
        }
        catch (OperationCanceledException)
        {
            await SettleAsync(call, CallState.Unknown, CallOutcome.Cancelled, started);
            throw;
        }
    }

    private async Task SettleAsync(Call call, CallState state, CallOutcome outcome, long started, TokenUsage? usage = null, ModelCallException? failure = null, EmbeddedText[]? vectors = null)
    {
        var (key, pricing) = (setup.Model.Key, setup.Model.Pricing);
        var settlement = new CallSettlement
        {
            CallId = call.Id,
            State = state,
            Outcome = outcome,
            Usage = usage,
            Cost = usage is { } used ? pricing.Cost(key.Model, used, Now) : null,
            ModelVersion = state == CallState.Settled ? key.Model : null,
            HttpStatus = failure?.HttpStatus,
            Error = failure?.Message,
            AnsweredAt = Now,
            Latency = _calls.Clock.Time.GetElapsedTime(started),
            QuotaWait = call.Waited,
        };
        var answer = new AnswerToSave
        {
            ProjectId = _calls.ProjectId,
            RunId = _calls.RunId,
            Settlement = settlement,
            Embedded = vectors is null ? null : new EmbeddedTexts(key.Model, vectors),
        };
        await _calls.Ledger.SaveAnswerAsync(answer, CancellationToken.None);
        setup.Observer.On(new DraftEvent.Answered(call.Id, key, call.Texts.Length, call.Attempt, settlement));
        await AlertAsync();
    }

    private async Task AlertAsync()
    {
        if (!setup.Model.Budget.Any) return;
        var usage = await _calls.Ledger.UsageAsync(Question(Now), CancellationToken.None);
        foreach (var alert in _calls.Budgets.Reached(usage)) setup.Observer.On(alert);
    }

    /// <summary>What is spent, for telling of budgets.</summary>
    private UsageQuestion Question(DateTimeOffset now) =>
        QuotaQuestion.Of(_calls, setup.Model.Key, QuotaLimits.None, setup.Model.Budget, now);

    private Task WaitAsync(TimeSpan delay, string why, CancellationToken interrupted)
    {
        setup.Observer.On(new DraftEvent.Waiting(Now + delay, why));
        return Task.Delay(delay < RetryPolicy.LongestWait ? delay : RetryPolicy.LongestWait, _calls.Clock.Time, interrupted);
    }
}
