using System.Text.Json.Nodes;
using Microsoft.Extensions.AI;
using ViralTracker.Core.Drafting;
using ViralTracker.Core.Quotas;
using ViralTracker.Core.Spending;
using ViralTracker.Pipeline.Ports;

namespace ViralTracker.Pipeline.Drafting;

/// <summary>Answers paid for before: looked up by content, judged again, saved at no cost.</summary>
public sealed partial class DraftEngine
{
    /// <summary>Saves paid answers, and queues what is to be asked again of them.</summary>
    /// <returns>The posts without one.</returns>
    private async Task<IReadOnlyList<DraftTask>> TakePaidAnswersAsync(IReadOnlyList<DraftTask> tasks)
    {
        var paid = await _paid.OfAsync(tasks);
        if (paid.Count == 0) return tasks;
        var unpaid = tasks.Where(task => !paid.ContainsKey(task.PostId)).ToArray();
        foreach (var task in tasks)
        {
            if (_stop is not null) break;
            if (paid.TryGetValue(task.PostId, out var answer)) await AnswerFromCacheAsync(task, answer);
        }
        return unpaid;
    }

    private async Task AnswerFromCacheAsync(DraftTask task, CachedAnswer paid)
    {
        var pack = new Pack([PackItem.Fresh(task)]);
        var request = _requests.Build(pack, SchemaRung.Plain, 0, Now) with { WorstCase = NanoUsd.Zero };
        // Nothing is paid for it: whether the post is still the run's shows when it is saved.
        var call = NewCall(pack, request) with { Fences = new Dictionary<long, long>(), Key = new QuotaKey(QuotaKey.Cache, "", _setup.Model.Key.Model) };
        var reserved = await _calls.Ledger.ReserveAsync(call, new UsageQuestion { Key = call.Key }, (_, _) => ReserveDecision.Yes, () => Now, CancellationToken.None);
        var part = JsonNode.Parse(paid.Json)!.AsObject();
        part["id"] = request.Wanted[0].Key;
        var response = new ChatResponse(new ChatMessage(ChatRole.Assistant, new JsonObject { ["posts"] = new JsonArray(part) }.ToJsonString()))
        {
            ModelId = _setup.Model.Key.Model,
            Usage = new UsageDetails(),
        };
        await AnsweredAsync(new Call(pack, request, reserved.CallId!.Value, Now, TimeSpan.Zero, FromCache: true), response, TimeSpan.Zero);
    }

    /// <summary>What all answers for the post came to; null while something is still asked of it.</summary>
    private CachedAnswer? PaidAnswer(ReadPart part, long callId)
    {
        if (!part.AskAgain.IsEmpty) return null;
        var json = new JsonObject();
        foreach (var kind in _setup.Project.Suggestions)
            json[kind.Name] = part.AllDrafts.LastOrDefault(draft => draft.Kind == kind.Name)?.Text;
        return new CachedAnswer(_paid.KeyOf(part.Item.Task), callId, json.ToJsonString());
    }
}
