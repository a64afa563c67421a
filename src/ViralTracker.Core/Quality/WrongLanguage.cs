using ViralTracker.Core.Gating;

namespace ViralTracker.Core.Quality;

/// <summary>
/// The draft's language is neither the one the source gives for the post nor the one read from it. What a post that gives
/// orders reads like counts only where the source says nothing: orders are often in the language they ask for.
/// </summary>
internal static class WrongLanguage
{
    public static Rejection? Check(DraftToCheck draft, QualityContext context)
    {
        var tagged = LanguageTag.Primary(draft.Post.Language);
        var read = tagged is null || draft.Post.Instruction is null ? context.LanguageOf(draft.Post.Text) : null;
        if (context.LanguageOf(draft.Text) is { } own)
            return (tagged ?? read) is not { } expected || own == tagged || own == read ? null
                : new(QualityRule.WrongLanguage, $"It is in '{own}'; the post is in '{expected}'.");
        var (script, posts) = (LanguageGuess.Script(draft.Text), LanguageGuess.Script(draft.Post.Text));
        return script.Length == 0 || posts.Length == 0 || script == posts ? null : new(QualityRule.WrongLanguage, "It is not in the post's script.");
    }
}
