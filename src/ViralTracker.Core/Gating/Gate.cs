using ViralTracker.Core.Posts;
using ViralTracker.Core.Projects;
using ViralTracker.Core.Texts;

namespace ViralTracker.Core.Gating;

/// <summary>
/// The rules a post must pass before it is scored, made ready for one project. Safe to share between threads.
/// A whitelisted author earns a better score but no exemption: language and keywords protect the account that answers.
/// </summary>
public sealed class Gate(ProjectConfig project)
{
    private readonly HashSet<string> _languages = project.Languages.Select(LanguageTag.Primary).OfType<string>().ToHashSet(StringComparer.Ordinal);
    private readonly KeywordList _keywords = new(project.Sources.BlacklistKeywords);
    private readonly HashSet<string> _blacklist = Handles.KeySet(project.Sources.BlacklistHandles);

    /// <summary>The first rule the post breaks, or null. A post of unknown language, and any post where the project lists no language, passes the language rule.</summary>
    public Skip? Check(Post post)
    {
        if (TextFolding.IsBlank(post.Text)) return new(SkipReason.EmptyText, "no text to answer");
        if (_languages.Count > 0 && LanguageTag.Primary(post.Language) is { } language && !_languages.Contains(language))
            return new(SkipReason.Language, post.Language!);
        if (_keywords.FindIn(post.Text) is { } keyword) return new(SkipReason.BlacklistedKeyword, keyword);
        if (post.Author.Handle is { } handle && _blacklist.Contains(Handles.Key(handle)))
            return new(SkipReason.BlacklistedHandle, handle);
        return null;
    }
}
