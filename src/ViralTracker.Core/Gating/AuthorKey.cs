using ViralTracker.Core.Posts;

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
