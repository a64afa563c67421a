using System.Buffers;

namespace ViralTracker.Core.Similarity;

/// <summary>Whether one text is a cut copy of another, as networks cut reposts.</summary>
internal static class Truncation
{
    /// <summary>
    /// True when the words of one text are the first words of the other, its last one perhaps cut; a leading "RT" does not count.
    /// A cut number counts only before an ellipsis: else "sold 1" would be a copy of "sold 100".
    /// </summary>
    public static bool Relates(string a, string b)
    {
        ArgumentNullException.ThrowIfNull(a);
        ArgumentNullException.ThrowIfNull(b);
        var (cleanA, cleanB) = (PostScanner.Clean(a), PostScanner.Clean(b));
        var scratchA = ArrayPool<char>.Shared.Rent(cleanA.Length);
        var scratchB = ArrayPool<char>.Shared.Rent(cleanB.Length);
        var related = StartAlike(new PostScanner(cleanA, scratchA), new PostScanner(cleanB, scratchB));
        ArrayPool<char>.Shared.Return(scratchA);
        ArrayPool<char>.Shared.Return(scratchB);
        return related;
    }

    private static bool StartAlike(PostScanner a, PostScanner b)
    {
        var (moreA, moreB) = (NextAfterMark(ref a), NextAfterMark(ref b));
        if (!moreA || !moreB) return false;
        while (moreA && moreB)
        {
            if (!a.Token.Equals(b.Token, StringComparison.OrdinalIgnoreCase))
                return (IsCutOf(a, b) && !NextWord(ref a)) || (IsCutOf(b, a) && !NextWord(ref b));
            (moreA, moreB) = (NextWord(ref a), NextWord(ref b));
        }

        return true;
    }

    private static bool IsCutOf(in PostScanner cut, in PostScanner whole) =>
        whole.Token.StartsWith(cut.Token, StringComparison.OrdinalIgnoreCase)
        && (!cut.Token.ContainsAnyInRange('0', '9') || cut.Rest.StartsWith("...", StringComparison.Ordinal));

    private static bool NextAfterMark(ref PostScanner scanner) =>
        NextWord(ref scanner) && (scanner.Token is not "rt" || NextWord(ref scanner));

    private static bool NextWord(ref PostScanner scanner)
    {
        while (scanner.MoveNext())
            if (scanner.Kind is TokenKind.Word or TokenKind.Hashtag)
                return true;
        return false;
    }
}
