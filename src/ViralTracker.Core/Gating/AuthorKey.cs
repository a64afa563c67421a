using ViralTracker.Core.Posts;
using ViralTracker.Core.Scoring;

namespace ViralTracker.Core.Gating;

/// <summary>An author on a network: by native id, or by handle where the source gives no id.</summary>
/// <param name="Id">The native id, or <c>@</c> and the <see cref="Handles.Key"/>.</param>
public sealed record AuthorKey(string Source, string Id)
{
    /// <summary>Every key by which the author of a post may be known; none for an author without id and handle.</summary>
    public static IEnumerable<AuthorKey> AllOf(Post post)
    {
        if (post.Author.NativeId is { Length: > 0 } id) yield return new(post.Key.Source, id);
        if (post.Author.Handle is { Length: > 0 } handle) yield return new(post.Key.Source, "@" + Handles.Key(handle));
    }
}

/// <summary>What the account one posts as has answered.</summary>
public sealed record AnsweredBefore
{
    public static AnsweredBefore Nothing { get; } = new();

    /// <summary>Authors answered so short a time ago that they are left alone; by default within a day.</summary>
    public IReadOnlySet<AuthorKey> Authors { get; init; } = new HashSet<AuthorKey>();
    public IReadOnlySet<PostKey> Posts { get; init; } = new HashSet<PostKey>();

    /// <summary>Authors for whom drafts of as short a time ago still wait for a person.</summary>
    public IReadOnlySet<AuthorKey> Waiting { get; init; } = new HashSet<AuthorKey>();

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
