using ViralTracker.Core.Posts;

namespace ViralTracker.Core.Gating;

/// <summary>What the account one posts as has answered.</summary>
public sealed record AnsweredBefore
{
    public static AnsweredBefore Nothing { get; } = new();

    /// <summary>Authors answered so short a time ago that they are left alone; by default within a day.</summary>
    public IReadOnlySet<AuthorKey> Authors { get; init; } = new HashSet<AuthorKey>();
    public IReadOnlySet<PostKey> Posts { get; init; } = new HashSet<PostKey>();

    /// <summary>Authors whose drafts, made within the same time, still wait for a person.</summary>
    public IReadOnlySet<AuthorKey> Waiting { get; init; } = new HashSet<AuthorKey>();

    /// <summary>The posts these drafts are for: they do not stand in their own way.</summary>
    public IReadOnlySet<PostKey> WaitingPosts { get; init; } = new HashSet<PostKey>();

    /// <summary>Authors answered at any time, by each key they are known by.</summary>
    public IReadOnlyDictionary<AuthorKey, AuthorHistory> Histories { get; init; } = new Dictionary<AuthorKey, AuthorHistory>();

    /// <summary>What became of answers to a post's author; null where there were none.</summary>
    public AuthorHistory? HistoryOf(Post post)
    {
        if (Histories.Count == 0) return null;
        foreach (var key in AuthorKey.AllOf(post))
            if (Histories.TryGetValue(key, out var history)) return history;
        return null;
    }
}
