using System.Collections.Immutable;
using ViralTracker.Core.Drafting;
using ViralTracker.Core.Language;
using ViralTracker.Core.Quality;
using ViralTracker.Pipeline.Ports;

namespace ViralTracker.Pipeline.Drafting;

/// <summary>A post to draft for.</summary>
/// <param name="Fence">Fence of the lease it is drafted under.</param>
public sealed record DraftTask(ScoredPost Scored, long Fence)
{
    public long PostId => Scored.Stored.Id;

    /// <summary>The person's own replies to show beside it, nearest first.</summary>
    public ImmutableArray<string> Replies { get; init; } = [];

    /// <summary>The language asked for, where it is another than the post's.</summary>
    public string? AnswerIn { get; init; }

    /// <summary>The language of its drafts; null where neither source nor text tells.</summary>
    public string? Language => AnswerIn ?? PostLanguage.Of(Scored.Stored.Post);

    /// <summary>What others replied to it.</summary>
    public ImmutableArray<string> OthersReplies { get; init; } = [];
}

/// <summary>A post's place in a request: what is still wanted of it.</summary>
/// <param name="Wanted">Kinds asked, with what was wrong before (empty at the first time).</param>
/// <param name="Asks">Times its part was asked so far.</param>
/// <param name="Earlier">What earlier answers brought.</param>
internal sealed record PackItem(DraftTask Task, ImmutableSortedDictionary<string, string> Wanted, int Asks, ImmutableArray<JudgedDraft> Earlier)
{
    public static PackItem Fresh(DraftTask task) => new(task, ImmutableSortedDictionary<string, string>.Empty, 0, []);

    public bool WasRejected(string kind) => Earlier.Any(draft => draft.Kind == kind && draft.Rejection is { IsOverLong: false });

    public PromptPost InPrompt(string alias)
    {
        var post = Task.Scored.Stored.Post;
        return new PromptPost(alias, post.Text, post.Author.Handle, Task.Language, Task.Scored.Score.Topic, Wanted) { Replies = Task.Replies };
    }
}

/// <summary>Posts that travel together.</summary>
/// <param name="Failed">Tries of this very pack that failed.</param>
/// <param name="RateLimited">Times the provider put it off.</param>
/// <param name="Blocked">The provider's word when it was blocked alone, maybe by chance.</param>
/// <param name="Blocks">How many blocks speak against its one post.</param>
/// <param name="Squeezed">It shall fit what is left of the budget: its answer gets no more room than answers so far took.</param>
/// <param name="Of">The blocked pack that it is a half of.</param>
internal sealed record Pack(ImmutableArray<PackItem> Items, int Failed = 0, int RateLimited = 0, string? Blocked = null, int Blocks = 0, bool Squeezed = false, Halving? Of = null)
{
    public int Attempt => Failed + RateLimited + 1;

    public IEnumerable<Pack> Halves()
    {
        var half = (Items.Length + 1) / 2;
        yield return this with { Items = Items[..half], RateLimited = 0 };
        if (half < Items.Length) yield return this with { Items = Items[half..], RateLimited = 0 };
    }
}

/// <summary>
/// Work in memory: packs to be sent again go first (each from its moment on), then fresh posts in order, then parts asked again,
/// which are pooled so that they share requests. A post that gives orders to machines travels alone: it shall reach no other's drafts.
/// </summary>
internal sealed class WorkQueue
{
    private readonly Queue<PackItem> _fresh = new();
    private readonly PriorityQueue<Pack, DateTimeOffset> _again = new();
    private readonly SortedDictionary<int, Queue<PackItem>> _parts = [];

    public void Add(IEnumerable<DraftTask> tasks)
    {
        foreach (var task in tasks)
        {
            var item = PackItem.Fresh(task);
            if (InstructionLike.Check(task.Scored.Stored.Post.Text) is null) _fresh.Enqueue(item);
            else AskAgain(item, maxPack: 1);
        }
    }

    public bool IsEmpty => _fresh.Count == 0 && _again.Count == 0 && _parts.Count == 0;

    /// <summary>When the earliest pack to be sent again may go; null when there is none.</summary>
    public DateTimeOffset? NextAt => _again.TryPeek(out _, out var at) ? at : null;

    public void SendAgain(Pack pack, DateTimeOffset notBefore) => _again.Enqueue(pack, notBefore);

    /// <param name="maxPack">Largest pack the part may travel in.</param>
    public void AskAgain(PackItem item, int maxPack) =>
        (_parts.TryGetValue(maxPack, out var queue) ? queue : _parts[maxPack] = new()).Enqueue(item);

    public bool TryTake(int size, DateTimeOffset now, out Pack pack)
    {
        if (_again.TryPeek(out _, out var at) && at <= now)
        {
            pack = _again.Dequeue();
            return true;
        }
        if (_fresh.Count > 0)
        {
            pack = new Pack(Dequeue(_fresh, size));
            return true;
        }
        if (_parts.Count > 0)
        {
            var (maxPack, queue) = _parts.Last();
            pack = new Pack(Dequeue(queue, Math.Min(size, maxPack)));
            if (queue.Count == 0) _parts.Remove(maxPack);
            return true;
        }
        pack = null!;
        return false;
    }

    /// <summary>The packs of a run in which all goes well.</summary>
    public static IEnumerable<Pack> Packs(IEnumerable<DraftTask> tasks, int size)
    {
        var queue = new WorkQueue();
        queue.Add(tasks);
        while (queue.TryTake(size, default, out var pack)) yield return pack;
    }

    private static ImmutableArray<PackItem> Dequeue(Queue<PackItem> queue, int size)
    {
        var items = ImmutableArray.CreateBuilder<PackItem>(Math.Min(size, queue.Count));
        while (items.Count < size && queue.TryDequeue(out var item)) items.Add(item);
        return items.ToImmutable();
    }
}
