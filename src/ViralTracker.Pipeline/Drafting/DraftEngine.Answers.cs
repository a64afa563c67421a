using Microsoft.Extensions.AI;
using ViralTracker.Core.Gating;
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
        var usage = ModelAnswer.UsageOf(response);
        var version = response.ModelId ?? _setup.Model.Key.Model;
        var cost = usage is { } u ? _setup.Model.Pricing.Cost(version, u, Now) : null;
        if (usage is { } seen && !call.FromCache) Learn(call, seen, truncated: read.Outcome == CallOutcome.Truncated);
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
            PostsAnswered = read.Parts.Count(part => part.Drafts.Count > 0 || part.NothingToSay),
        };
        var blockedAlone = read.Outcome == CallOutcome.Blocked && IsBlockedForGood(call.Pack);
        var (draftCosts, shares) = AnswerReader.Share(cost ?? NanoUsd.Zero, call.Pack, read.Parts);
        var saved = await _setup.Ledger.SaveAnswerAsync(new AnswerToSave
        {
            ProjectId = _setup.Project.Slug,
            RunId = _runId,
            Settlement = settlement,
            Drafts = [.. read.Parts.SelectMany(part => part.Drafts.Select(draft => NewDraft(call, part, draft, version, draftCosts)))],
            Shares = shares,
            Cache = call.FromCache ? [] : [.. read.Parts.Select(part => PaidAnswer(part, call.CallId)).OfType<CachedAnswer>()],
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

    /// <summary>Alone, and for the second time at least: one that was alone from the beginning may have been blocked by chance.</summary>
    private static bool IsBlockedForGood(Pack pack) => pack is { Items.Length: 1, Blocked: > 0 };

    private void Blocked(Pack pack)
    {
        if (IsBlockedForGood(pack))
        {
            Done(pack.Items[0], PostEnd.Blocked);
            return;
        }
        lock (_lock)
            foreach (var half in pack.Halves()) _queue.SendAgain(half with { Failed = 0, Blocked = pack.Blocked + 1 }, Now);
    }

    /// <summary>What the provider counted bounds the next reservations.</summary>
    private void Learn(Call call, TokenUsage seen, bool truncated)
    {
        _thinking.Saw(seen.Thoughts, truncated);
        _requests.Saw(seen.Prompt);
        lock (_lock)
        {
            _ladder.Answered(call.Request.Rung);
            if (!truncated) _mostOutputPerPost = Math.Max(_mostOutputPerPost, (seen.Output + seen.Thoughts + call.Pack.Items.Length - 1) / call.Pack.Items.Length);
        }
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
}
