using System.Collections.Immutable;
using ViralTracker.Core.Posts;
using ViralTracker.Core.Texts;

namespace ViralTracker.Core.Language;

/// <summary>The language of a post: the source's mark where it names one, else what its text shows.</summary>
public static class PostLanguage
{
    public static bool IsEnglish(string tag) => LanguageTag.Primary(tag) is "en";

    /// <summary>Primary subtag in lower case, or null where neither tells.</summary>
    public static string? Of(Post post) => Of(post, []);

    /// <param name="listed">Primary subtags; one of them decides where the text reads as much like it as like another.</param>
    public static string? Of(Post post, IReadOnlyCollection<string> listed)
    {
        if (LanguageTag.Primary(post.Language) is { } tagged) return tagged;
        var read = LanguageDetector.Detect(post.Text);
        return read is { IsSure: false, Next: { } next } && listed.Contains(next) && !listed.Contains(read.Code) ? next : read.Code;
    }

    /// <summary>The language of the words themselves: what they surely show, whatever the source marks; else its mark, else what they may show.</summary>
    public static string? OfWords(string own, string? marked) =>
        LanguageDetector.Detect(own) is var read && read.IsSure ? read.Code : LanguageTag.Primary(marked) ?? read.Code;

    /// <summary>The listed language to answer in where it is another than <see cref="Of(Post)"/> says: the one that the author's words surely are in or that decides between two, else the first; null: the post is answered in its own.</summary>
    public static string? Instead(Post post, ImmutableArray<string> listed)
    {
        var tags = listed.Select(LanguageTag.Primary).OfType<string>().ToArray();
        if (tags.Length == 0 || Of(post, tags) is not { } own) return null;
        if (!tags.Contains(own)) return tags[0];
        var spoken = OfWords(OwnWords.OrAll(post.Text), own) is { } words && tags.Contains(words) ? words : own;
        return spoken == Of(post) ? null : spoken;
    }
}
