using System.Globalization;
using ViralTracker.Core.Language;
using ViralTracker.Core.Posts;
using ViralTracker.Core.Projects;
using ViralTracker.Core.Texts;

namespace ViralTracker.Core.Gating;

/// <summary>
/// The rules a post must pass before it is scored, made ready for one project. Safe to share between threads.
/// A whitelisted author earns a better score but no exemption: the rules protect the account that answers.
/// </summary>
/// <param name="answered">What the account answered before; by default nothing.</param>
public sealed class Gate(ProjectConfig project, AnsweredBefore? answered = null)
{
    private readonly AnsweredBefore _answered = answered ?? AnsweredBefore.Nothing;
    private readonly HashSet<string> _languages = project.Languages.Select(LanguageTag.Primary).OfType<string>().ToHashSet(StringComparer.Ordinal);
    private readonly KeywordList _keywords = new(project.Sources.BlacklistKeywords);
    private readonly SensitiveSubjects _sensitive = new(project.SensitiveSubjects);
    private readonly HashSet<string> _blacklist = Handles.KeySet(project.Sources.BlacklistHandles);
    private readonly HashSet<string> _own = Handles.KeySet(project.AccountHandles);

    /// <summary>The first rule the post breaks, or null; what cannot be answered comes before what should not be.</summary>
    public Skip? Check(Post post)
    {
        var plain = PlainReading.Of(post.Text);
        if (Answerable(post, plain) is { } skip) return skip;
        var text = new KeywordText(post.Text);
        return Unwanted(post, text) ?? ByAuthor(post) ?? OutOfPlace(post, text, plain);
    }

    private Skip? Answerable(Post post, string plain)
    {
        if (!SaysSomething(post.Text, plain)) return new(SkipReason.EmptyText, "no words of its own");
        if (post.ReplySettings is { } settings && !settings.Equals("everyone", StringComparison.OrdinalIgnoreCase))
            return new(SkipReason.RepliesRestricted, settings);
        if (post.Author.Handle is { } handle && _own.Contains(Handles.Key(handle))) return new(SkipReason.OwnPost, handle);
        return _answered.Posts.Contains(post.Key) ? new(SkipReason.AlreadyAnswered, post.Key.ToString()) : null;
    }

    /// <summary>A post whose language neither source nor text tells, and any post where the project lists no language, passes the language rule.</summary>
    private Skip? Unwanted(Post post, KeywordText text)
    {
        if (_languages.Count > 0 && PostLanguage.Of(post, _languages) is { } language && !_languages.Contains(language))
            return new(SkipReason.Language, LanguageTag.Primary(post.Language) is null ? language : post.Language!);
        return _keywords.FindIn(text) is { } keyword ? new(SkipReason.BlacklistedKeyword, keyword) : null;
    }

    private Skip? ByAuthor(Post post)
    {
        if (post.Author.Handle is { } handle && _blacklist.Contains(Handles.Key(handle))) return new(SkipReason.BlacklistedHandle, handle);
        if (_answered.Authors.Count > 0 && AuthorKey.AllOf(post).Any(_answered.Authors.Contains))
            return new(SkipReason.AuthorCooldown, string.Create(CultureInfo.InvariantCulture, $"answered within the last {project.CooldownHours:0.##} h"), SkipFinality.RetryLater);
        return _answered.Waiting.Count > 0 && AuthorKey.AllOf(post).Any(_answered.Waiting.Contains) && !_answered.WaitingPosts.Contains(post.Key)
            ? new(SkipReason.AuthorCooldown, "drafts for another post of the author are waiting", SkipFinality.RetryLater)
            : null;
    }

    private Skip? OutOfPlace(Post post, KeywordText text, string plain)
    {
        if (OwnWords.BeginsAsRepost(post.Text)) return new(SkipReason.Repost, "begins as a repost");
        if (_sensitive.FindIn(text) is { } subject) return new(SkipReason.SensitiveSubject, subject);
        return Spam.In(post.Text, text, plain) is { } spam ? new(SkipReason.Spam, spam) : null;
    }

    /// <summary>A word stands outside handles, links and tags; a repost says what the other said.</summary>
    private static bool SaysSomething(string text, string plain)
    {
        var own = OwnWords.Of(text);
        return HasWord(ReferenceEquals(own, text) || OwnWords.BeginsAsRepost(text) ? plain : PlainReading.Of(own));
    }

    private static bool HasWord(string plain)
    {
        foreach (var token in plain.AsSpan().Split(' '))
            if (HoldsLetter(plain.AsSpan(token)))
                return true;
        return false;
    }

    private static bool HoldsLetter(ReadOnlySpan<char> token)
    {
        if (token.StartsWith('#')) return false;
        foreach (var c in token)
            if (char.IsLetter(c))
                return true;
        return false;
    }
}
