using ViralTracker.Core.Posts;

namespace ViralTracker.Core.Language;

/// <summary>The language of a post: the source's mark where it names one, else what its text shows.</summary>
public static class PostLanguage
{
    /// <summary>Primary subtag in lower case, or null where neither tells.</summary>
    public static string? Of(Post post) => LanguageTag.Primary(post.Language) ?? LanguageDetector.Detect(post.Text).Code;
}
