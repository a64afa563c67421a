using System.Numerics;

namespace ViralTracker.Core.Scoring;

/// <summary>
/// Phrases and the word sequences that <see cref="AskingModel"/> weighs, as one tree whose nodes are found by a hash of the tokens on the way to them.
/// With 32 bits and some thousand nodes, one of a million other sequences is taken for one of these.
/// </summary>
internal sealed class WordSequences
{
    /// <summary>Stands before the first word of each sentence.</summary>
    public const string Start = "^";

    /// <summary>Stand for all numbers and all hashtags.</summary>
    public const string Number = "0", Hashtag = "#";

    /// <summary>The empty sequence.</summary>
    public const uint Root = 2166136261;

    private readonly uint[] _hashes;
    private readonly Wording[] _kinds;
    private readonly ushort[] _places;

    /// <param name="phrases">Tokens of a <see cref="Texts.PlainReading"/> with single spaces between them.</param>
    /// <param name="weighed">The same; each is told by its place in the list.</param>
    public WordSequences(IEnumerable<(string Words, Wording Kind)> phrases, IReadOnlyList<string> weighed)
    {
        var nodes = new Dictionary<uint, (Wording Kind, int Place)>();
        foreach (var (words, kind) in phrases) Add(words, kind, 0);
        for (var i = 0; i < weighed.Count; i++) Add(weighed[i], Wording.None, i + 1);

        var size = (int)BitOperations.RoundUpToPowerOf2((uint)(2 * nodes.Count) + 1);
        (_hashes, _kinds, _places) = (new uint[size], new Wording[size], new ushort[size]);
        foreach (var (hash, node) in nodes)
        {
            var at = ~Find(hash);
            (_hashes[at], _kinds[at], _places[at]) = (hash, node.Kind, (ushort)node.Place);
        }

        void Add(string words, Wording kind, int place)
        {
            var hash = Root;
            foreach (var word in words.Split(' '))
            {
                hash = Then(hash, HashOf(word));
                nodes.TryAdd(hash, default);
            }

            var node = nodes[hash];
            nodes[hash] = (node.Kind | kind, Math.Max(node.Place, place));
        }
    }

    /// <summary>FNV-1a over the characters.</summary>
    public static uint HashOf(ReadOnlySpan<char> token)
    {
        var hash = Root;
        foreach (var c in token) hash = (hash ^ c) * 16777619;
        return hash;
    }

    /// <summary>The sequence with one more token.</summary>
    public static uint Then(uint sequence, uint token)
    {
        var hash = (BitOperations.RotateLeft(sequence, 5) ^ token) * 0x9E3779B1;
        return hash ^ (hash >> 15);
    }

    /// <summary>False where no phrase or weighed sequence begins like this.</summary>
    /// <param name="place">From 0; -1 for one without a weight.</param>
    public bool TryFind(uint sequence, out Wording kind, out int place)
    {
        var at = Find(sequence);
        (kind, place) = at < 0 ? (Wording.None, -1) : (_kinds[at], _places[at] - 1);
        return at >= 0;
    }

    // The free place, complemented, where there is none.
    private int Find(uint hash)
    {
        var mask = _hashes.Length - 1;
        for (var at = (int)(hash & mask); ; at = (at + 1) & mask)
        {
            if (_hashes[at] == hash) return at;
            if (_hashes[at] == 0) return ~at;
        }
    }
}
