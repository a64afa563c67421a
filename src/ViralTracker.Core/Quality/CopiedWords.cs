using System.Globalization;
using ViralTracker.Core.Texts;

namespace ViralTracker.Core.Quality;

/// <summary>
/// More than half of the draft's different words, function words aside, and of its text are the post's. Words
/// are compared folded and without punctuation, and scripts without spaces by pairs of characters; the reference split at
/// white space only, so a comma hid a copied word and CJK copies were never seen (fault 19).
/// </summary>
public static class CopiedWords
{
    private const double MaxWords = 0.5;
    private const double MaxGrams = 0.6;

    /// <summary>A short reply may turn the post's terms around: words above their limit count only with so much of the text, or so many of them.</summary>
    private const double WordsAlone = 0.75;
    private const double GramsBesideWords = 0.5;

    /// <summary>Words beside a quotation that answer it.</summary>
    private const int Beside = 4;

    public static Rejection? Check(DraftToCheck draft) => Check(draft.Words, draft.Grams, draft.Post) is { } copied && !Answers(draft) ? copied : null;

    /// <summary>What the draft quotes is the post's, and what stands beside it is the draft's own.</summary>
    private static bool Answers(DraftToCheck draft)
    {
        var outside = Quotations.WithoutTitles(Quotations.Without(draft.Folded));
        if (outside.Length == draft.Folded.Length) return false;
        Word[] words = [.. Words.Of(Words.Spaced(outside))];
        return ContentWords.Of(words).Count(word => !draft.Post.Content.Contains(word)) >= Beside && Check(words, CharGrams.Of(words), draft.Post) is null;
    }

    private static Rejection? Check(Word[] draft, CharGrams text, AnsweredPost answered)
    {
        var own = ContentWords.Of(draft);
        if (own.Count == 0) return null;
        var post = answered.Content;
        var words = (double)own.Count(post.Contains) / own.Count;
        var grams = text.ShareIn(answered.Grams);
        if (words > WordsAlone || (words > MaxWords && grams > GramsBesideWords)) return Copied($"{Percent(words)} of its words are the post's.");
        return grams > MaxGrams ? Copied($"{Percent(grams)} of its text is the post's.") : null;
    }

    private static Rejection Copied(string what) => new(QualityRule.CopiesPost, what + " Add something the post does not say.");

    private static string Percent(double share) => string.Create(CultureInfo.InvariantCulture, $"{share * 100:F0} %");
}
