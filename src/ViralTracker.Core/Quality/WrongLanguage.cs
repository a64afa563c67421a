using ViralTracker.Core.Language;

namespace ViralTracker.Core.Quality;

/// <summary>
/// The draft's language is not the one asked for: where none was named, neither the one the source gives for the post nor the one read from it. What a post that gives
/// orders reads like counts only where the source says nothing: orders are often in the language they ask for. In a language that is not told from its relatives
/// (<see cref="LanguageDetector.Tells"/>) a draft is wrong only where it is English or in another script.
/// </summary>
internal static class WrongLanguage
{
    public static Rejection? Check(DraftToCheck draft)
    {
        if (draft.Post.AnswerIn is { } asked)
            return draft.Language is { } other && !Passes(other, asked) ? new(QualityRule.WrongLanguage, $"It is in '{other}'; '{asked}' was asked for.") : null;
        var tagged = LanguageTag.Primary(draft.Post.Language);
        var read = tagged is null || draft.Post.Instruction is null ? draft.Post.ReadLanguage : null;
        if (draft.Language is { } own && (tagged ?? read) is { } expected)
        {
            if (own == read) return null;
            if (!Passes(own, expected)) return new(QualityRule.WrongLanguage, $"It is in '{own}'; the post is in '{expected}'.");
            if (own == expected) return null;
        }

        if (draft.Language is null && (tagged ?? read) is "en" && read is null or "en" && LanguageDetector.Detect(draft.Text) is { IsForeign: true } relatives)
            return new(QualityRule.WrongLanguage, $"It is in '{relatives.Code}' or '{relatives.Next}'; the post is in 'en'.");
        var (script, posts) = (WritingScript.Of(draft.Text), draft.Post.Script);
        return script.Length == 0 || posts.Length == 0 || script == posts ? null : new(QualityRule.WrongLanguage, "It is not in the post's script.");
    }

    /// <summary>Primary subtag of a text's language; null where the text does not settle it.</summary>
    public static string? Language(string text) => LanguageDetector.Detect(text) is { IsSure: true } found ? found.Code : null;

    private static bool Passes(string own, string expected) => own == expected || (own is not "en" && !LanguageDetector.Tells(expected));
}
