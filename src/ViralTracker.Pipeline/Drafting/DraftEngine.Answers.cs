using Microsoft.Extensions.AI;
using ViralTracker.Core.Gating;
using ViralTracker.Core.Language;
using ViralTracker.Core.Scoring;
using ViralTracker.Core.Spending;
using ViralTracker.Pipeline.Models;
using ViralTracker.Pipeline.Ports;

namespace ViralTracker.Pipeline.Drafting;

/// <summary>What becomes of an answer.</summary>
public sealed partial class DraftEngine
{
    private async Task AnsweredAsync(Call call, ChatResponse response, TimeSpan latency)
    {
        var read = AnswerReader.Read(call.Pack, call.Request, response, _setup.Project, _setup.Check);
        var version = response.ModelId ?? _setup.Model.Key.Model;
        var settlement = SettlementOf(call, response, read, version, latency);
        var verdict = VerdictOf(call.Pack, settlement);
        var (draftCosts, shares) = AnswerReader.Share(settlement.Cost ?? NanoUsd.Zero, call.Pack, read.Parts);
        var saved = await _calls.Ledger.SaveAnswerAsync(new AnswerToSave
        {
            ProjectId = _calls.ProjectId,
            RunId = _calls.RunId,
            Settlement = settlement,
            Drafts = [.. read.Parts.SelectMany(part => part.Drafts.Select(draft => NewDraft(call, part, draft, version, draftCosts)))],
            Shares = shares,
            Cache = call.FromCache ? [] : [.. read.Parts.Select(part => PaidAnswer(part, call.CallId)).OfType<CachedAnswer>()],
            Skips = [.. Skips(read, verdict)],
            Fences = call.Pack.Items.Concat(verdict.ForGood?.Items ?? []).DistinctBy(item => item.Task.PostId).ToDictionary(item => item.Task.PostId, item => item.Task.Fence),
        }, CancellationToken.None);
        if (!call.FromCache)
        {
            Count(call, settlement);
            await LearnAsync(call, settlement);
        }
        if (settlement is { Usage: not null, Cost: null } && !_setup.Options.AllowUnpriced) Stop(new StopReason.Unpriced(version));

        Follow(verdict, saved.FencedOut);
        foreach (var part in read.Parts) Close(part, saved.FencedOut);
    }

    private CallSettlement SettlementOf(Call call, ChatResponse response, ReadAnswer read, string version, TimeSpan latency)
    {
        var usage = ModelAnswer.UsageOf(response);
        return new CallSettlement
        {
            CallId = call.CallId,
            // Without a count of tokens nobody knows the cost: the reservation stays.
            State = usage is null ? CallState.Unknown : CallState.Settled,
            Outcome = read.Outcome,
            Usage = usage,
            Cost = call.FromCache ? NanoUsd.Zero : usage is { } used ? _setup.Model.Pricing.Cost(version, used, call.SentAt) : null,
            ModelVersion = response.ModelId,
            ResponseId = response.ResponseId,
            FinishReason = response.AdditionalProperties?.GetValueOrDefault(ModelAnswer.BlockReason)?.ToString()
                ?? response.AdditionalProperties?.GetValueOrDefault(ModelAnswer.FinishReason)?.ToString(),
            AnsweredAt = Now,
            Latency = latency,
            QuotaWait = call.Waited,
            PostsAnswered = read.Parts.Count(part => part.IsWhole),
            PostsAskedAgain = call.Pack.Items.Length - read.Parts.Count(part => part.End is not null),
        };
    }

    private BlockVerdict VerdictOf(Pack pack, CallSettlement settlement)
    {
        lock (_lock) return settlement.Outcome == CallOutcome.Blocked ? Halving.Blocked(pack, settlement.FinishReason ?? "blocked") : Halving.Answered(pack);
    }

    private void Follow(BlockVerdict verdict, IReadOnlyList<long> fencedOut)
    {
        foreach (var pack in verdict.Again) PutBack(pack);
        if (verdict.ForGood is { Items: [var item] }) Done(item, fencedOut.Contains(item.Task.PostId) ? PostEnd.TakenOver : PostEnd.Blocked);
    }

    /// <summary>What the provider counted bounds the next reservations, and what it took tells what it will take.</summary>
    private async Task LearnAsync(Call call, CallSettlement settlement)
    {
        var truncated = settlement.Outcome == CallOutcome.Truncated;
        if (settlement.Usage is { } seen)
        {
            _thinking.Saw(seen.Thoughts, truncated);
            _requests.Saw(seen, call.Pack.Items.Length, truncated);
        }
        _requests.AnsweredBy(settlement.ModelVersion);
        if (Succeeded(call)) await _notes.NoteRungAsync(call.Request.Rung, Now);
    }

    private void Close(ReadPart part, IReadOnlyList<long> fencedOut)
    {
        if (fencedOut.Contains(part.Item.Task.PostId))
        {
            Done(part.Item, PostEnd.TakenOver);
            return;
        }
        _tally.Judged(part);
        if (part.End is { } end)
            Done(part.Item, end, end == PostEnd.Failed ? "the model left it out of every answer" : null);
        else
            lock (_lock) _queue.AskAgain(part.Next, part.NextPackSize);
    }

    private NewDraft NewDraft(
        Call call, ReadPart part, JudgedDraft draft, string modelVersion, IReadOnlyDictionary<(long, string), NanoUsd> costs) => new()
        {
            PostId = part.Item.Task.PostId,
            Kind = draft.Kind,
            Text = draft.Text,
            State = draft.IsOffered ? DraftState.Offered : DraftState.Rejected,
            Rule = draft.Review.Finding?.Rule,
            RuleDetail = draft.Review.Finding?.Detail,
            Rank = part.Rank(draft),
            AssessmentId = part.Item.Task.Scored.AssessmentId,
            Cost = costs.GetValueOrDefault((part.Item.Task.PostId, draft.Kind)),
            ProvenanceJson = Provenance.Json(call.Request.PromptHash, _requests.SystemHash, _paid.KeyOf(part.Item.Task), modelVersion, part.Item.Task.Scored.Stored.SnapshotAt),
        };

    /// <summary>What posts that end without a draft keep, so that no later run pays for them again.</summary>
    private IEnumerable<Assessment> Skips(ReadAnswer read, BlockVerdict verdict)
    {
        foreach (var part in read.Parts)
            if (SkipOf(part) is { } skip) yield return Assess(part.Item, skip);
        if (verdict.ForGood is { Items: [var item], Blocked: { } why }) yield return Assess(item, new Skip(SkipReason.BlockedByProvider, why));
    }

    private Skip? SkipOf(ReadPart part) => part.End switch
    {
        PostEnd.NothingToSay => new(SkipReason.NothingToSay, WhySilent(part.Item.Task), Finality),
        PostEnd.AllRejected => new(SkipReason.AllRejected, string.Join(", ", part.AllDrafts.Select(draft => draft.Rejection!.Rule).Distinct()), Finality),
        _ => null,
    };

    /// <summary>What was made offline is no model's word: one may find something.</summary>
    private SkipFinality Finality => _setup.Model.Offline ? SkipFinality.RetryLater : SkipFinality.Final;

    private string WhySilent(DraftTask task) =>
        !_setup.Model.Offline ? "the model found nothing worth saying"
        : task.Language is { } language && !PostLanguage.IsEnglish(language) ? "drafts made offline are in English only"
        : "nothing to say without a model";

    private Assessment Assess(PackItem item, Skip skip) => new()
    {
        ProjectId = _calls.ProjectId,
        PostId = item.Task.PostId,
        RunId = _calls.RunId,
        Scorer = "draft",
        ConfigHash = _paid.KeyOf(item.Task),
        SnapshotAt = item.Task.Scored.Stored.SnapshotAt,
        AsOf = _calls.AsOf,
        Skip = skip,
    };
}
