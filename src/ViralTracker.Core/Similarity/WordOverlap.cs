using System.Buffers;

namespace ViralTracker.Core.Similarity;

/// <summary>
/// How much of two texts is the same words in the same order (Dice), 0..1. The vectors alone take posts about one event, or under one
/// list of hashtags, for copies of each other; a copy keeps the words. Where two names stand in one place, the texts speak of different things.
/// </summary>
internal static class WordOverlap
{
    // With fewer own words the hashtags are part of what the post says.
    private const int FewWords = 3;
    private const int ShortestMistyped = 3;

    // Of more misspelled words, most are other words.
    private const int WordsOfAMistyped = 5;

    /// <summary>False where neither the overlap of two posts can be so much nor one be cut from the other, from their <see cref="PostWords.Hashes"/> alone.</summary>
    public static bool MayReach(uint[] a, uint[] b, double least)
    {
        var (shorter, shared) = (Math.Min(a.Length, b.Length), Shared(a, b));
        return shorter < FewWords || shared >= shorter - 1 || Most(shorter, shared, a.Length + b.Length) >= least;
    }

    /// <summary>How many words both hold, whatever their order.</summary>
    public static int Shared(uint[] a, uint[] b)
    {
        var (i, j, shared) = (0, 0, 0);
        while (i < a.Length && j < b.Length)
        {
            var (x, y) = (a[i], b[j]);
            if (x == y) shared++;
            if (x <= y) i++;
            if (y <= x) j++;
        }

        return shared;
    }

    /// <summary>The overlap, or 0 where it is less than <paramref name="least"/>.</summary>
    public static double Of(PostWords a, PostWords b, double least)
    {
        var overlap = InOrder(a, b, least);
        var few = Math.Min(a.Words.Length, b.Words.Length) < FewWords;
        if (!few) return overlap;
        var withTags = InOrder(a.WithTags(), b.WithTags(), least);
        return a.Words.Length + b.Words.Length == 0 ? withTags : Math.Min(overlap, withTags);
    }

    /// <summary>Whether each names a hashtag or a handle that the other lacks.</summary>
    public static int Exchanged(HashSet<string> a, HashSet<string> b) => Math.Min(a.Count(x => !b.Contains(x)), b.Count(x => !a.Contains(x)));

    private static double InOrder(PostWords a, PostWords b, double least)
    {
        // Hashtags and handles may be added; one exchanged for another names another subject.
        var all = a.Words.Length + b.Words.Length + (2 * (Exchanged(a.Tags, b.Tags) + Exchanged(a.Handles, b.Handles)));
        if (all == 0) return 0;
        if (Most(Math.Min(a.Words.Length, b.Words.Length), Shared(a.Hashes, b.Hashes), all) < least) return 0;
        var overlap = 2.0 * Kept(a.Words, b.Words) / all;
        return overlap >= least ? overlap : 0;
    }

    private static double Most(int shorter, int shared, int all) => 2.0 * (shared + Math.Min(shorter - shared, 1 + (shorter / WordsOfAMistyped))) / all;

    /// <summary>Length of the longest common subsequence; 0 where both have a name of their own in one place.</summary>
    private static int Kept(ReadOnlySpan<PostWord> a, ReadOnlySpan<PostWord> b)
    {
        var (start, end, shorter) = (0, 0, Math.Min(a.Length, b.Length));
        while (start < shorter && a[start].Text == b[start].Text) start++;
        while (end < shorter - start && a[^(end + 1)].Text == b[^(end + 1)].Text) end++;
        a = a[start..^end];
        b = b[start..^end];

        // longest[i, j]: of a from i on and b from j on.
        var width = b.Length + 1;
        var longest = ArrayPool<int>.Shared.Rent((a.Length + 1) * width);
        longest.AsSpan(0, (a.Length + 1) * width).Clear();
        for (var i = a.Length - 1; i >= 0; i--)
            for (var j = b.Length - 1; j >= 0; j--)
                longest[(i * width) + j] = IsSame(a[i].Text, b[j].Text)
                    ? 1 + longest[((i + 1) * width) + j + 1]
                    : Math.Max(longest[((i + 1) * width) + j], longest[(i * width) + j + 1]);
        var kept = NamesExchanged(a, b, longest, width) ? 0 : start + longest[0] + end;
        ArrayPool<int>.Shared.Return(longest);
        return kept;
    }

    private static bool NamesExchanged(ReadOnlySpan<PostWord> a, ReadOnlySpan<PostWord> b, int[] longest, int width)
    {
        var (i, j, nameA, nameB) = (0, 0, false, false);
        while (i < a.Length || j < b.Length)
        {
            if (i < a.Length && j < b.Length && IsSame(a[i].Text, b[j].Text)) (i, j, nameA, nameB) = (i + 1, j + 1, false, false);
            else if (j == b.Length || (i < a.Length && longest[((i + 1) * width) + j] >= longest[(i * width) + j + 1])) nameA |= a[i++].IsName;
            else nameB |= b[j++].IsName;
            if (nameA && nameB) return true;
        }

        return false;
    }

    private static bool IsSame(string a, string b) => a == b || IsMistyped(a, b);

    /// <summary>One letter more or less, or two neighbours exchanged.</summary>
    private static bool IsMistyped(ReadOnlySpan<char> a, ReadOnlySpan<char> b)
    {
        if (a.Length > b.Length) return IsMistyped(b, a);
        if (a.Length < ShortestMistyped || b.Length - a.Length > 1) return false;
        var same = a.CommonPrefixLength(b);
        if (b.Length > a.Length) return a[same..].SequenceEqual(b[(same + 1)..]);
        return a.Length - same >= 2 && a[same] == b[same + 1] && a[same + 1] == b[same] && a[(same + 2)..].SequenceEqual(b[(same + 2)..]);
    }
}
