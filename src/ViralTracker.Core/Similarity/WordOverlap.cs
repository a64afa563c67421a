using System.Buffers;
using System.Text;
using ViralTracker.Core.Texts;

namespace ViralTracker.Core.Similarity;

/// <summary>
/// How many of two texts' different words stand in both (Dice), 0..1. The vectors alone take posts about one event, or under one
/// list of hashtags, for copies of each other; a copy keeps the words.
/// </summary>
internal static class WordOverlap
{
    // With fewer own words the hashtags are what the post says.
    private const int FewWords = 3;
    private const int ShortestMistyped = 3;

    public static double Of(string a, string b) => Of(WordSet.Of(a), WordSet.Of(b));

    public static double Of(WordSet a, WordSet b)
    {
        var few = Math.Min(a.Words.Count, b.Words.Count) < FewWords;
        var (wordsA, wordsB) = few ? (a.WithTags(), b.WithTags()) : (a.Words, b.Words);

        // Hashtags may be added; one exchanged for another names another subject.
        var exchanged = Math.Min(Missing(a.Tags, b.Tags), Missing(b.Tags, a.Tags));
        var all = wordsA.Count + wordsB.Count + (2 * exchanged);
        if (all == 0) return 0;
        var (onlyA, onlyB) = (Only(wordsA, wordsB), Only(wordsB, wordsA));
        var mistyped = onlyA.Count(word => onlyB.Exists(other => IsMistyped(word, other)));
        return 2.0 * (wordsA.Count - onlyA.Count + Math.Min(mistyped, onlyB.Count)) / all;
    }

    private static int Missing(HashSet<string> from, HashSet<string> other) => from.Count(word => !other.Contains(word));

    private static List<string> Only(HashSet<string> words, HashSet<string> other) => [.. words.Where(word => !other.Contains(word))];

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

/// <summary>A text's different words, characters in scripts without spaces; hashtags apart. A leading "RT" is no word.</summary>
internal sealed record WordSet(HashSet<string> Words, HashSet<string> Tags)
{
    public static WordSet Of(string text)
    {
        var (words, tags) = (new HashSet<string>(StringComparer.Ordinal), new HashSet<string>(StringComparer.OrdinalIgnoreCase));
        var clean = PostScanner.Clean(text);
        var scratch = ArrayPool<char>.Shared.Rent(clean.Length);
        var scanner = new PostScanner(clean, scratch);
        while (scanner.MoveNext())
        {
            if (scanner.Kind is TokenKind.Hashtag) tags.Add(scanner.Token.ToString());
            else if (scanner.Kind is TokenKind.Word && scanner.Token is not "rt") Add(words, scanner.Token);
        }

        ArrayPool<char>.Shared.Return(scratch);
        return new(words, tags);
    }

    public HashSet<string> WithTags() => [.. Words, .. Tags];

    private static void Add(HashSet<string> words, ReadOnlySpan<char> token)
    {
        Rune.DecodeFromUtf16(token, out var first, out _);
        if (!UnicodeFacts.IsUnspaced(first))
        {
            words.Add(token.ToString());
            return;
        }

        foreach (var rune in token.EnumerateRunes()) words.Add(rune.ToString());
    }
}
