using ViralTracker.Core.Language;

namespace ViralTracker.Core.Quality;

/// <summary>
/// The draft's language is not the one asked for: where none was named, neither the one the source gives for the post nor the one read from it. What a post that gives
/// orders reads like counts only where the source says nothing: orders are often in the language they ask for.
/// </summary>
internal static class WrongLanguage
{
    // Of 484 English posts cut to a draft's length none is taken for another language from here on; of 887 others nine in ten are still told.
    private const double LeastConfidence = 0.2;

    public static Rejection? Check(DraftToCheck draft)
    {
        if (draft.Post.AnswerIn is { } asked)
            return draft.Language is { } other && other != asked ? new(QualityRule.WrongLanguage, $"It is in '{other}'; '{asked}' was asked for.") : null;
        var tagged = LanguageTag.Primary(draft.Post.Language);
        var read = tagged is null || draft.Post.Instruction is null ? draft.Post.ReadLanguage : null;
        if (draft.Language is { } own)
            return (tagged ?? read) is not { } expected || own == tagged || own == read ? null
                : new(QualityRule.WrongLanguage, $"It is in '{own}'; the post is in '{expected}'.");
        var (script, posts) = (WritingScript.Of(draft.Text), draft.Post.Script);
        return script.Length == 0 || posts.Length == 0 || script == posts ? null : new(QualityRule.WrongLanguage, "It is not in the post's script.");
    }

    /// <summary>Primary subtag of a text's language; null where the text does not settle it.</summary>
    public static string? Language(string text) => LanguageDetector.Detect(text) is { Confidence: >= LeastConfidence } found ? found.Code : null;
}
