using System.Buffers;
using System.Runtime.InteropServices;
using ViralTracker.Core.Texts;

namespace ViralTracker.Core.Similarity;

/// <summary>
/// Embeds short posts without a network or a runtime: token vectors summed and normalised. Thread-safe.
/// URLs and handles do not count; hashtags are split into words; unknown words are embedded by their character n-grams.
/// </summary>
public sealed class PostEmbedder
{
    /// <summary>Name under which this embedder's vectors are stored.</summary>
    public const string Model = "post-embed-192";

    /// <summary>Name under which signatures of its vectors are stored; another wherever one of a text comes out differently.</summary>
    public const string SignatureForm = Model + "/1";

    private const double UnknownRarity = 13;
    private const double MostRarity = 14;
    private const int LongestSqueezed = 256;
    private const int LongestEmbeddedGram = 5;
    private const int LongestLexicalGram = 4;
    private const int LexicalKeyMask = (1 << 20) - 1;

    private readonly EmbeddingTable _table;

    /// <param name="asset">The "TWE2" file; used in place, so it must stay valid as long as the embedder.</param>
    /// <exception cref="FormatException">The bytes are not a whole asset.</exception>
    public PostEmbedder(ReadOnlyMemory<byte> asset) => _table = new(asset);

    public int Dimensions => _table.Dimensions;

    /// <summary>Writes the text's unit vector, or zeros and false where nothing in the text is known.</summary>
    public bool TryEmbed(string text, Span<float> destination)
    {
        if (destination.Length != Dimensions) throw new ArgumentException($"The destination must hold {Dimensions} values.", nameof(destination));
        destination.Clear();
        Scan(PostScanner.Clean(text), destination, []);
        return FloatVectors.Normalize(destination);
    }

    /// <summary>The text's unit vector; zeros where nothing in it is known.</summary>
    public float[] Vector(string text)
    {
        var vector = new float[Dimensions];
        TryEmbed(text, vector);
        return vector;
    }

    /// <summary>How uncommon a lower-case word is among posts: −ln of its probability, at most 14; 13 for one it does not know.</summary>
    public double Rarity(ReadOnlySpan<char> word) =>
        _table.Find(Fnv1a.Hash64(word)) is var row && row == EmbeddingTable.Unknown ? UnknownRarity : Math.Min(MostRarity, -_table.LogProbability(row));

    /// <summary>True where a lower-case word is of its vocabulary, which holds names, too.</summary>
    public bool Knows(ReadOnlySpan<char> word) => _table.Find(Fnv1a.Hash64(word)) != EmbeddingTable.Unknown;

    /// <summary>The text's surface form, for near-copies that the dense vector blurs.</summary>
    public LexicalVector Lexical(string text) => Lexical(text, []);

    /// <summary>Vector and surface form, read at once.</summary>
    public PostVectors Read(string text)
    {
        var dense = new float[Dimensions];
        var lexical = Lexical(text, dense);
        FloatVectors.Normalize(dense);
        return new(ImmutableCollectionsMarshal.AsImmutableArray(dense), lexical);
    }

    /// <summary>Everything the duplicate score needs of a text.</summary>
    public PreparedPost Prepare(string text) => new(this, text);

    private LexicalVector Lexical(string text, Span<float> dense)
    {
        var clean = PostScanner.Clean(text);
        // A framed word of n characters has at most 2n - 1 n-grams.
        var entries = ArrayPool<ulong>.Shared.Rent((2 * clean.Length) + 1);
        var lexical = LexicalVector.FromEntries(entries.AsSpan(0, Scan(clean, dense, entries)));
        ArrayPool<ulong>.Shared.Return(entries);
        return lexical;
    }

    /// <summary>Adds the vectors of the tokens to <paramref name="dense"/> and writes their n-grams, of which it returns the number; what is empty is left out.</summary>
    private int Scan(string clean, Span<float> dense, Span<ulong> entries)
    {
        var scratch = ArrayPool<char>.Shared.Rent(clean.Length);
        var scanner = new PostScanner(clean, scratch);
        var sum = new VectorSum(_table, dense);
        var count = 0;
        while (scanner.MoveNext())
        {
            if (scanner.Kind is TokenKind.Handle) continue;
            if (!dense.IsEmpty) sum.Add(scanner.Kind, scanner.Token);
            if (!entries.IsEmpty && scanner.Kind is not TokenKind.Symbol) count += AddGrams(scanner.Kind, scanner.Token, entries[count..]);
        }

        ArrayPool<char>.Shared.Return(scratch);
        return count;
    }

    private int AddGrams(TokenKind kind, scoped ReadOnlySpan<char> token, Span<ulong> entries)
    {
        Span<char> lower = stackalloc char[Hashtag.MaxLength];
        if (kind is TokenKind.Hashtag)
        {
            var tag = Hashtag.Trim(token);
            token = lower[..tag.ToLowerInvariant(lower)];
            if (token.IsEmpty) return 0;
        }

        Span<uint> hashes = stackalloc uint[2 * WordGrams.MaxFramed];
        var grams = new WordGrams(token, stackalloc char[WordGrams.MaxFramed]);
        var count = grams.Hash(LongestLexicalGram, hashes);
        var row = _table.Find(Fnv1a.Hash64(token));
        var idf = row == EmbeddingTable.Unknown ? 8 : Math.Clamp(-_table.LogProbability(row) - 4, 0.3f, 8);
        var weight = idf / MathF.Sqrt(count);
        for (var i = 0; i < count; i++) entries[i] = LexicalVector.Entry((int)(hashes[i] & LexicalKeyMask), weight);
        return count;
    }

    /// <summary>The running sum of one text's token vectors.</summary>
    private readonly ref struct VectorSum(EmbeddingTable table, Span<float> sum)
    {
        private readonly EmbeddingTable _table = table;
        private readonly ReadOnlySpan<sbyte> _rows = table.Rows;
        private readonly Span<float> _sum = sum;

        public void Add(TokenKind kind, ReadOnlySpan<char> token)
        {
            if (kind is TokenKind.Word) AddWord(token);
            else if (kind is TokenKind.Hashtag) AddHashtag(Hashtag.Trim(token));
            else AddKnown(Fnv1a.Hash64(token));
        }

        private bool AddKnown(ulong hash)
        {
            var row = _table.Find(hash);
            if (row == EmbeddingTable.Unknown) return false;
            AddRow(row, 1);
            return true;
        }

        private void AddRow(int row, float weight) => _table.AddRow(_rows, row, weight, _sum);

        private void AddWord(scoped ReadOnlySpan<char> word)
        {
            if (AddKnown(Fnv1a.Hash64(word))) return;
            var apostrophe = word.IndexOf('\'');
            if (apostrophe > 0)
            {
                var before = word[..apostrophe];
                var after = word[(apostrophe + 1)..];
                if (after is not "s" && AddKnown(Fnv1a.Add(Fnv1a.Hash64(before), after))) return;
                word = before;
                if (AddKnown(Fnv1a.Hash64(word))) return;
            }

            if (word.Length <= LongestSqueezed)
            {
                Span<char> squeezed = stackalloc char[LongestSqueezed];
                var twice = squeezed[..Squeeze(word, squeezed, 2)];
                if (twice.Length < word.Length)
                {
                    if (AddKnown(Fnv1a.Hash64(twice))) return;
                    Span<char> once = stackalloc char[LongestSqueezed];
                    if (AddKnown(Fnv1a.Hash64(once[..Squeeze(word, once, 1)]))) return;
                    word = twice;
                }
            }

            if (IsNumber(word)) AddRow(_table.NumberRow, 1);
            else AddGrams(word);
        }

        private void AddGrams(ReadOnlySpan<char> word)
        {
            Span<uint> hashes = stackalloc uint[3 * WordGrams.MaxFramed];
            var grams = new WordGrams(word, stackalloc char[WordGrams.MaxFramed]);
            var count = grams.Hash(LongestEmbeddedGram, hashes);
            foreach (var hash in hashes[..count]) AddRow(_table.BucketRow(hash), 1f / count);
        }

        private void AddHashtag(ReadOnlySpan<char> tag)
        {
            if (tag.IsEmpty) return;
            Span<char> buffer = stackalloc char[Hashtag.MaxLength];
            Span<Range> parts = stackalloc Range[Hashtag.MaxLength];
            var lower = buffer[..tag.ToLowerInvariant(buffer)];
            var count = Hashtag.Split(tag, parts);
            if (count == 1)
            {
                if (AddKnown(Fnv1a.Hash64(lower))) return;
                count = Hashtag.Segment(_table, lower, parts);
            }
            else if (count == CharactersIn(parts[..count], tag.Length))
            {
                count = 0;
            }

            if (count == 0) AddWord(lower);
            foreach (var part in parts[..count]) AddWord(lower[part]);
        }

        private static int CharactersIn(ReadOnlySpan<Range> parts, int length)
        {
            var characters = 0;
            foreach (var part in parts) characters += part.GetOffsetAndLength(length).Length;
            return characters;
        }

        /// <summary>Shortens each run of three or more equal characters to <paramref name="keep"/>.</summary>
        private static int Squeeze(ReadOnlySpan<char> word, Span<char> result, int keep)
        {
            var length = 0;
            for (var i = 0; i < word.Length;)
            {
                var run = 1;
                while (i + run < word.Length && word[i + run] == word[i]) run++;
                var kept = run >= 3 ? keep : run;
                result.Slice(length, kept).Fill(word[i]);
                (length, i) = (length + kept, i + run);
            }

            return length;
        }

        private static bool IsNumber(ReadOnlySpan<char> word)
        {
            foreach (var c in word)
                if (!char.IsDigit(c))
                    return false;
            return true;
        }
    }
}
