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

    /// <summary>Places compared of two texts, in bytes of memory, too: enough for all copies of 10,000 words; of longer ones those are missed that differ in more than it allows.</summary>
    private const int MostPlaces = 1 << 25;

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

    /// <summary>How many hashtags or handles were exchanged for others.</summary>
    public static int Exchanged(HashSet<string> a, HashSet<string> b) => Math.Min(a.Count(x => !b.Contains(x)), b.Count(x => !a.Contains(x)));

    private static double InOrder(PostWords a, PostWords b, double least)
    {
        // Hashtags and handles may be added; one exchanged for another names another subject.
        var all = a.Words.Length + b.Words.Length + (2 * (Exchanged(a.Tags, b.Tags) + Exchanged(a.Handles, b.Handles)));
        if (all == 0) return 0;
        if (Most(Math.Min(a.Words.Length, b.Words.Length), Shared(a.Hashes, b.Hashes), all) < least) return 0;
        var overlap = 2.0 * Kept(a.Words, b.Words, (int)(least * all / 2)) / all;
        return overlap >= least ? overlap : 0;
    }

    private static double Most(int shorter, int shared, int all) => 2.0 * (shared + Math.Min(shorter - shared, 1 + (shorter / WordsOfAMistyped))) / all;

    /// <summary>
    /// Length of the longest common subsequence; 0 where both have a name of their own in one place, or it is less than <paramref name="least"/>.
    /// Only the band of places that so long a one can pass is looked at (Ukkonen 1985); of more than <see cref="MostPlaces"/> the middle ones.
    /// </summary>
    private static int Kept(ReadOnlySpan<PostWord> a, ReadOnlySpan<PostWord> b, int least)
    {
        var (start, end, shorter) = (0, 0, Math.Min(a.Length, b.Length));
        while (start < shorter && a[start].Text == b[start].Text) start++;
        while (end < shorter - start && a[^(end + 1)].Text == b[^(end + 1)].Text) end++;
        a = a[start..^end];
        b = b[start..^end];
        shorter -= start + end;

        // All words that are not kept are passed over: at most so many of a, and of b.
        least = Math.Max(Math.Max(0, least - start - end), (a.Length + b.Length + 2 - (MostPlaces / Math.Max(1, a.Length))) / 2);
        if (least > shorter) return 0;
        var (skippedA, skippedB) = (a.Length - least, b.Length - least);
        var width = skippedA + skippedB + 1;
        var steps = ArrayPool<Step>.Shared.Rent(Math.Max(1, a.Length * width));
        var longest = ArrayPool<int>.Shared.Rent(width + 2);
        longest.AsSpan(0, width + 2).Clear();

        // longest[1 + j - i + skippedA]: of a from i on and b from j on; of j + 1 it is that of i already, of j - 1 still that of i + 1.
        for (var i = a.Length - 1; i >= 0; i--)
            for (var j = Math.Min(b.Length - 1, i + skippedB); j >= Math.Max(0, i - skippedA); j--)
            {
                var at = j - i + skippedA;
                var step = IsSame(a[i].Text, b[j].Text) ? Step.Both : longest[at] >= longest[at + 2] ? Step.A : Step.B;
                longest[at + 1] = step switch { Step.Both => 1 + longest[at + 1], Step.A => longest[at], _ => longest[at + 2] };
                steps[(i * width) + at] = step;
            }

        var kept = longest[skippedA + 1];
        if (kept < least || NamesExchanged(a, b, steps, skippedA, width)) kept = 0;
        else kept += start + end;
        ArrayPool<int>.Shared.Return(longest);
        ArrayPool<Step>.Shared.Return(steps);
        return kept;
    }

    private static bool NamesExchanged(ReadOnlySpan<PostWord> a, ReadOnlySpan<PostWord> b, Step[] steps, int skippedA, int width)
    {
        var (i, j, nameA, nameB) = (0, 0, false, false);
        while (i < a.Length || j < b.Length)
        {
            var step = j == b.Length ? Step.A : i == a.Length ? Step.B : steps[(i * width) + j - i + skippedA];
            if (step is Step.Both) (i, j, nameA, nameB) = (i + 1, j + 1, false, false);
            else if (step is Step.A) nameA |= a[i++].IsName;
            else nameB |= b[j++].IsName;
            if (nameA && nameB) return true;
        }

        return false;
    }

    /// <summary>Which text's next word is passed over, or that both go on together.</summary>
    private enum Step : byte
    {
        Both,
        A,
        B,
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
