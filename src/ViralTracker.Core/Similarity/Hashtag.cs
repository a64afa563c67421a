using ViralTracker.Core.Texts;

namespace ViralTracker.Core.Similarity;

/// <summary>Splits hashtags into words: by case, digits and underscores, else by word probabilities.</summary>
internal static class Hashtag
{
    public const int MaxLength = 100;

    private const int MaxSegmentedLength = 40;
    private const int MaxPieceLength = 18;
    private const double DigitsScore = -10;
    private const double LoneLetterPenalty = -8;
    private const double TwoLetterPenalty = -2;
    private const double LeastMeanScore = -14.5;

    /// <summary>The tag's own characters: no outer underscores, at most <see cref="MaxLength"/>.</summary>
    public static ReadOnlySpan<char> Trim(ReadOnlySpan<char> tag)
    {
        tag = tag.Trim('_');
        return tag.Length > MaxLength ? tag[..MaxLength] : tag;
    }

    /// <summary>Parts by underscore, lower→UPPER, the last capital before a lower-case letter, and letter↔digit.</summary>
    /// <param name="parts">Room for as many parts as the tag has characters.</param>
    /// <returns>The number of parts.</returns>
    public static int Split(ReadOnlySpan<char> tag, Span<Range> parts)
    {
        var (count, start) = (0, 0);
        for (var i = 0; i <= tag.Length; i++)
        {
            var underscore = i < tag.Length && tag[i] is '_';
            if (i < tag.Length && !underscore && !IsBoundary(tag, i)) continue;
            if (i > start) parts[count++] = start..i;
            start = underscore ? i + 1 : i;
        }

        return count;
    }

    /// <summary>The most probable split of a lower-cased tag into known words and numbers; 0 when none is good enough.</summary>
    public static int Segment(EmbeddingTable table, ReadOnlySpan<char> tag, Span<Range> pieces)
    {
        var n = tag.Length;
        if (n is 0 or > MaxSegmentedLength) return 0;
        Span<double> best = stackalloc double[MaxSegmentedLength + 1];
        Span<int> from = stackalloc int[MaxSegmentedLength + 1];
        best[..(n + 1)].Fill(double.NegativeInfinity);
        best[0] = 0;
        for (var start = 0; start < n; start++)
        {
            if (double.IsNegativeInfinity(best[start])) continue;
            var (hash, digits) = (Fnv1a.Offset64, true);
            for (var end = start + 1; end <= Math.Min(n, start + MaxPieceLength); end++)
            {
                hash = Fnv1a.Add(hash, tag[end - 1]);
                digits &= char.IsDigit(tag[end - 1]);
                var score = best[start] + PieceScore(table, tag[start..end], hash, digits);
                if (score <= best[end]) continue;
                (best[end], from[end]) = (score, start);
            }
        }

        if (double.IsNegativeInfinity(best[n])) return 0;
        var count = 0;
        for (var end = n; end > 0; end = from[end]) pieces[count++] = from[end]..end;
        return count == 1 || best[n] / count > LeastMeanScore ? count : 0;
    }

    private static double PieceScore(EmbeddingTable table, ReadOnlySpan<char> piece, ulong hash, bool digits)
    {
        if (digits) return DigitsScore;
        var row = table.Find(hash);
        if (row == EmbeddingTable.Unknown) return double.NegativeInfinity;
        var penalty = piece.Length switch
        {
            1 => piece[0] is 'a' or 'i' ? 0 : LoneLetterPenalty,
            2 => TwoLetterPenalty,
            _ => 0,
        };
        return table.LogProbability(row) + penalty;
    }

    private static bool IsBoundary(ReadOnlySpan<char> tag, int i)
    {
        if (i == 0) return false;
        var (before, here) = (tag[i - 1], tag[i]);
        if (char.IsLower(before) && char.IsUpper(here)) return true;
        if (char.IsUpper(before) && char.IsUpper(here) && i + 1 < tag.Length && char.IsLower(tag[i + 1])) return true;
        return (char.IsAsciiLetter(before) && char.IsAsciiDigit(here)) || (char.IsAsciiDigit(before) && char.IsAsciiLetter(here));
    }
}
