using System.Collections.Immutable;
using ViralTracker.Core.Posts;

namespace ViralTracker.Core.Language;

/// <summary>The language of a post: the source's mark where it names one, else what its text shows.</summary>
public static class PostLanguage
{
    /// <summary>Primary subtag in lower case, or null where neither tells.</summary>
    public static string? Of(Post post) => LanguageTag.Primary(post.Language) ?? LanguageDetector.Detect(post.Text).Code;

    /// <summary>The first listed language where the post's is known and not listed; null: the post is answered in its own.</summary>
    public static string? Instead(Post post, ImmutableArray<string> listed)
    {
        var tags = listed.Select(LanguageTag.Primary).OfType<string>().ToArray();
        return tags.Length > 0 && Of(post) is { } own && !tags.Contains(own) ? tags[0] : null;
    }
}
