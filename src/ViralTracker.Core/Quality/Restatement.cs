using System.Buffers;
using ViralTracker.Core.Similarity;

namespace ViralTracker.Core.Quality;

/// <summary>
/// The post once more in other words: most of what the draft's words weigh is the post's, an uncommon word weighing more, and it lies near the post.
/// English only; what asks or quotes answers the post.
/// </summary>
internal static class Restatement
{
    // Of 220 good English replies by two writers none lies above 0.55, or 0.58 if those that ask and quote are counted.
    private const double Least = 0.6;

    /// <summary>A shorter reply takes up the post's terms because it has no room for others.</summary>
    private const int LeastWords = 7;

    private const int ShortWord = 2;
    private const double CommonRarity = 6.5;
    private const double RareRarity = 12;
    private const double Weightless = 6;

    private static readonly SearchValues<char> Answering = SearchValues.Create("?\"“”");

    public static Rejection? Check(DraftToCheck draft, QualityContext context) =>
        context.Embedder is { } embedder && draft.ReadsEnglish && !draft.Text.AsSpan().ContainsAny(Answering) && SaysAgain(draft, embedder)
            ? new(QualityRule.CopiesPost, "It says the post again in other words. Add something the post does not say.")
            : null;

    private static bool SaysAgain(DraftToCheck draft, PostEmbedder embedder)
    {
        var words = draft.Words.Where(word => word.Text.Length > ShortWord && !FunctionWords.Contains(word.Text)).DistinctBy(word => word.Text).ToArray();
        if (words.Length < LeastWords) return false;
        var shared = words.Sum(word => GenericPhrases.IsOfPost(word, draft.Post) ? Weight(word.Text) : 0) / words.Sum(word => Weight(word.Text));
        return (shared + FloatVectors.Dot(draft.Vector(embedder), draft.Post.Vector(embedder))) / 2 >= Least;

        double Weight(string word) => Math.Clamp(embedder.Rarity(word), CommonRarity, RareRarity) - Weightless;
    }
}
