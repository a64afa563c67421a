namespace ViralTracker.Core.Similarity;

/// <summary>How nearly two posts say the same, 0..1: half dense cosine, half lexical cosine.</summary>
public static class DuplicateScore
{
    /// <summary>At or above, one post is an edited copy of the other.</summary>
    public const double Repeat = 0.70;

    /// <summary>Least word overlap of a copy. Measured with edited copies: only exchanging three words of a short post often takes more away.</summary>
    private const double LeastWords = 0.84;

    /// <summary>Neither half can exceed 1, so a repeat needs this much of both.</summary>
    public const double LeastHalf = (2 * Repeat) - 1;

    public static double Of(PreparedPost a, PreparedPost b)
    {
        ArgumentNullException.ThrowIfNull(a);
        ArgumentNullException.ThrowIfNull(b);
        return 0.5 * (FloatVectors.Dot(a.Vectors.Dense.AsSpan(), b.Vectors.Dense.AsSpan()) + a.Vectors.Lexical.Cosine(b.Vectors.Lexical));
    }

    /// <summary>True for a score of at least <see cref="Repeat"/>, and either one text cut from the other or equal numbers and mostly the same words.</summary>
    internal static bool IsRepeat(PreparedPost a, PreparedPost b) => Of(a, b) >= Repeat && Agree(a, b);

    /// <summary>What the score does not see: the numbers, and whether the words themselves are kept.</summary>
    internal static bool Agree(PreparedPost a, PreparedPost b) =>
        IsCut(a, b) || (WordOverlap.Of(a.Words, b.Words, LeastWords) > 0 && a.Numbers.Equals(b.Numbers));

    /// <summary>False where <see cref="Agree"/> is, as far as the words' hashes tell.</summary>
    internal static bool MayAgree(uint[] hashesA, uint[] hashesB) => WordOverlap.MayReach(hashesA, hashesB, LeastWords);

    // All words but a cut one stand in both: told sooner than by reading the texts.
    private static bool IsCut(PreparedPost a, PreparedPost b) =>
        WordOverlap.Shared(a.Words.Hashes, b.Words.Hashes) >= Math.Min(a.Words.Hashes.Length, b.Words.Hashes.Length) - 1
        && WordOverlap.Exchanged(a.Words.Handles, b.Words.Handles) == 0
        && Truncation.Relates(a.Text, b.Text);
}
