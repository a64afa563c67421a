using ViralTracker.Core.Spending;
using ViralTracker.Pipeline.Ports;

namespace ViralTracker.Pipeline.Drafting;

/// <summary>The run's counts while it goes; every number on the screen comes from here.</summary>
internal sealed class Tally(int posts)
{
    private sealed class PostCount
    {
        public int Offered;
        public int Rejected;
        public bool IsDone;
    }

    private readonly Lock _lock = new();
    private readonly Dictionary<long, PostCount> _open = [];
    private readonly Dictionary<PostEnd, int> _ends = [];
    private readonly Dictionary<string, int> _rules = [];
    private readonly Dictionary<string, int> _failures = [];
    private int _calls, _failedCalls, _unpriced;
    private NanoUsd _cost, _unknown;
    private TokenUsage _tokens;

    public void Called(CallSettlement settlement, NanoUsd? reserved)
    {
        lock (_lock)
        {
            _calls++;
            if (settlement.Outcome is not (CallOutcome.Ok or CallOutcome.Partial or CallOutcome.Truncated)) _failedCalls++;
            if (settlement.State == CallState.Unknown) _unknown += reserved ?? NanoUsd.Zero;
            if (settlement is { State: CallState.Settled, Cost: null }) _unpriced++;
            _cost += settlement.Cost ?? NanoUsd.Zero;
            if (settlement.Usage is { } usage) _tokens += usage;
        }
    }

    public void Judged(ReadPart part)
    {
        lock (_lock)
        {
            var post = Of(part.Item.Task.PostId);
            post.Offered += part.Offered;
            post.Rejected += part.Drafts.Length - part.Offered;
            foreach (var draft in part.Drafts)
                if (draft.Rejection is { } rejection) _rules[rejection.Rule] = _rules.GetValueOrDefault(rejection.Rule) + 1;
        }
    }

    /// <summary>Closes a post; a post with a draft counts as drafted however its last part ended.</summary>
    public DraftEvent.PostDone Done(long postId, PostEnd end, string? failure = null)
    {
        lock (_lock)
        {
            var post = Of(postId);
            if (end is not PostEnd.TakenOver)
                end = post.Offered > 0 ? PostEnd.Drafted : end == PostEnd.Failed && post.Rejected > 0 ? PostEnd.AllRejected : end;
            post.IsDone = true;
            _ends[end] = _ends.GetValueOrDefault(end) + 1;
            if (end == PostEnd.Failed && failure is not null) _failures[failure] = _failures.GetValueOrDefault(failure) + 1;
            return new DraftEvent.PostDone(postId, end, post.Offered, post.Rejected);
        }
    }

    public DraftReport Report(StopReason? stopped)
    {
        lock (_lock)
        {
            // Stopped before a rejected kind came back: what the post has is kept, and no later run takes it up again.
            var partly = _open.Values.Count(post => post is { IsDone: false, Offered: > 0 });
            return new DraftReport
            {
                Posts = posts,
                Drafted = _ends.GetValueOrDefault(PostEnd.Drafted) + partly,
                AllRejected = _ends.GetValueOrDefault(PostEnd.AllRejected),
                NothingToSay = _ends.GetValueOrDefault(PostEnd.NothingToSay),
                Blocked = _ends.GetValueOrDefault(PostEnd.Blocked),
                Failed = _ends.GetValueOrDefault(PostEnd.Failed),
                TakenOver = _ends.GetValueOrDefault(PostEnd.TakenOver),
                Left = posts - _ends.Values.Sum() - partly,
                DraftsOffered = _open.Values.Sum(p => p.Offered),
                DraftsRejected = _open.Values.Sum(p => p.Rejected),
                RejectedByRule = new Dictionary<string, int>(_rules),
                Calls = _calls,
                FailedCalls = _failedCalls,
                UnpricedCalls = _unpriced,
                Cost = _cost,
                Unknown = _unknown,
                Tokens = _tokens,
                Failures = new Dictionary<string, int>(_failures),
                Stopped = stopped,
            };
        }
    }

    private PostCount Of(long postId) => _open.TryGetValue(postId, out var post) ? post : _open[postId] = new PostCount();
}
