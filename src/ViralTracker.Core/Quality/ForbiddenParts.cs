using System.Text.RegularExpressions;
using ViralTracker.Core.Texts;

namespace ViralTracker.Core.Quality;

/// <summary>
/// Links, handles and hashtags. A reply mentions its author by itself, so no handle is needed, the author's included;
/// links and handles that the project states itself are its own business.
/// </summary>
internal static partial class ForbiddenParts
{
    private static readonly PatternSet Mentions = new(Handles), Tags = new(Hashtags);

    public static Rejection? Link(DraftToCheck draft, QualityContext context)
    {
        var text = Links.WithPlainDots(draft.Visible);
        foreach (var link in Links.Addresses(text))
        {
            var named = !link.Explicit && draft.Post.Instruction is null && draft.Post.Folded.Contains(link.Text.ToLowerInvariant(), StringComparison.Ordinal);
            if (!named && !context.Stated.Has(link.Text)) return new(QualityRule.Link, $"It holds the link \"{link.Text}\"; leave links out.");
        }

        return Links.Disguised(text) is { } disguised ? new(QualityRule.Link, $"It spells out the address \"{disguised}\"; leave links out.") : null;
    }

    public static Rejection? Handle(DraftToCheck draft, QualityContext context)
    {
        foreach (Match handle in Mentions.Matches(draft.Visible))
            if (!context.Stated.Has(handle.Value)) return new(QualityRule.Handle, $"It mentions {handle.Value}; leave mentions out.");
        return null;
    }

    public static Rejection? Hashtag(DraftToCheck draft) =>
        Tags.Find(draft.Visible) is { } tag ? new(QualityRule.Hashtag, $"It holds the hashtag {tag.Trim()}; leave hashtags out.") : null;

    /// <summary>Without invisible characters, and full-width signs as plain ones, so that nothing hides; case stays.</summary>
    internal static string Visible(string text) =>
        System.Text.Ascii.IsValid(text) ? text : string.Concat(text.EnumerateRunes().Where(r => !UnicodeFacts.IsIgnorable(r)).Select(r => r.Value is > 0xFF00 and < 0xFF5F ? ((char)(r.Value - 0xFEE0)).ToString() : r.ToString()));

    [GeneratedRegex(@"(?<![A-Za-z0-9_.@/])@[A-Za-z0-9_]{1,30}(?![A-Za-z0-9_/])", RegexOptions.CultureInvariant)]
    private static partial Regex Handles { get; }

    // Not after a letter (C#), and with a letter in it (#1 is a rank).
    [GeneratedRegex(@"(?<![\p{L}\p{N}&/_])#[\p{N}_]*\p{L}[\p{L}\p{M}\p{N}_]*", RegexOptions.CultureInvariant)]
    private static partial Regex Hashtags { get; }
}
