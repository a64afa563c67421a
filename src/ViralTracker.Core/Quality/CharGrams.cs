using System.Numerics;
using System.Runtime.InteropServices;
using System.Text;
using ViralTracker.Core.Texts;

namespace ViralTracker.Core.Quality;

/// <summary>A text as the set of its hashed character n-grams over words: four characters, two in scripts without spaces.</summary>
public sealed class CharGrams
{
    private const int Spaced = 4;
    private const int Unspaced = 2;

    private readonly uint[] _sorted;

    private CharGrams(uint[] sorted) => _sorted = sorted;

    internal GramOutline Outline => GramOutline.Of(_sorted);

    public int Count => _sorted.Length;

    /// <summary>
    /// Each two neighbours among the smallest hashes, as one: texts that share more than half of their n-grams share one of these in
    /// 99 of 100 cases, texts that share a phrase seldom (bottom-k sketch, two rows a band).
    /// </summary>
    /// <param name="keys">Gets as many as the answer says.</param>
    internal int Sketch(Span<uint> keys)
    {
        var count = Math.Min(keys.Length, _sorted.Length);
        for (var i = 0; i < count; i++) keys[i] = Mix(BitOperations.RotateLeft(_sorted[i], 16) ^ _sorted[Math.Min(i + 1, _sorted.Length - 1)]);
        return count;
    }

    public static CharGrams Of(string text) => Of(Words.Split(TextFolding.Fold(text)));

    /// <param name="words">Of a folded text.</param>
    internal static CharGrams Of(IEnumerable<Word> words)
    {
        var hashes = new List<uint>();
        var spaced = new StringBuilder(" ");
        foreach (var (word, unspaced) in words)
        {
            if (unspaced) Add(hashes, word, Unspaced);
            else spaced.Append(word).Append(' ');
        }

        if (spaced.Length > 1) Add(hashes, spaced.ToString(), Spaced);
        hashes.Sort();
        return new(Different(CollectionsMarshal.AsSpan(hashes)));
    }

    private static uint[] Different(Span<uint> sorted)
    {
        var count = 0;
        foreach (var hash in sorted)
            if (count == 0 || sorted[count - 1] != hash) sorted[count++] = hash;
        return sorted[..count].ToArray();
    }

    /// <summary>Dice coefficient, 0..1.</summary>
    public double Dice(CharGrams other) => Dice(other, 0);

    /// <param name="least">0 may be the answer for anything below.</param>
    internal double Dice(CharGrams other, double least) =>
        Count + other.Count == 0 ? 0 : 2.0 * Shared(other, (int)Math.Ceiling(least * (Count + other.Count) / 2)) / (Count + other.Count);

    /// <summary>Share of this text's n-grams that the other holds, 0..1.</summary>
    public double ShareIn(CharGrams other) => Count == 0 ? 0 : (double)Shared(other, 0) / Count;

    /// <summary>How many n-grams both hold; 0 where that is fewer than so many.</summary>
    private int Shared(CharGrams other, int least)
    {
        var (mine, theirs) = (_sorted, other._sorted);
        var (i, j, shared) = (0, 0, 0);
        var mayMiss = mine.Length - least;
        // Without branches on what is compared, which nothing foretells.
        while (i < mine.Length && j < theirs.Length && i - shared <= mayMiss)
        {
            var (a, b) = (mine[i], theirs[j]);
            shared += a == b ? 1 : 0;
            i += a <= b ? 1 : 0;
            j += b <= a ? 1 : 0;
        }

        return shared < least ? 0 : shared;
    }

    private static void Add(List<uint> hashes, ReadOnlySpan<char> text, int size)
    {
        // FNV's low bits are weak for short keys, and the sketch orders by value: mix them (Murmur3's finaliser).
        for (var i = 0; i + size <= text.Length; i++) hashes.Add(Mix(Fnv1a.Hash32(text.Slice(i, size))));
        if (text.Length < size) hashes.Add(Mix(Fnv1a.Hash32(text)));
    }

    private static uint Mix(uint h)
    {
        h = (h ^ (h >> 16)) * 0x85EBCA6B;
        h = (h ^ (h >> 13)) * 0xC2B2AE35;
        return h ^ (h >> 16);
    }
}
