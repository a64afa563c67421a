using System.Numerics;
using ViralTracker.Core.Texts;

namespace ViralTracker.Core.Scoring;

/// <summary>A wording and what it tells. A class: generic code over structs is compiled at start-up.</summary>
internal sealed record Phrase(string Words, Wording Kind);

/// <summary>
/// Phrases and the word sequences that <see cref="AskingModel"/> weighs, as one tree whose nodes are found by a hash of the tokens on the way to them.
/// With 32 bits and some thousand nodes, about one other sequence in a million is mistaken for one of these.
/// </summary>
internal sealed class WordSequences
{
    /// <summary>Stands before the first word of each sentence.</summary>
    public const string Start = "^";

    /// <summary>Stand for all numbers and all hashtags.</summary>
    public const string Number = "0", Hashtag = "#";

    /// <summary>The empty sequence.</summary>
    public const uint Root = Fnv1a.Offset32;

    private readonly uint[] _hashes;
    private readonly Wording[] _kinds;
    private readonly ushort[] _places;

    /// <param name="phrases">Their words: tokens of a <see cref="Texts.PlainReading"/> with single spaces between them.</param>
    /// <param name="weighed">The same; each is told by its place in the list.</param>
    public WordSequences(IEnumerable<Phrase> phrases, IReadOnlyList<string> weighed)
    {
        var places = new Dictionary<uint, int>();
        var kinds = new Dictionary<uint, int>();
        foreach (var (words, kind) in phrases)
        {
            var hash = Add(words);
            kinds[hash] = kinds.GetValueOrDefault(hash) | (int)kind;
        }

        for (var i = 0; i < weighed.Count; i++) places[Add(weighed[i])] = i + 1;

        var size = (int)BitOperations.RoundUpToPowerOf2((uint)(2 * places.Count) + 1);
        (_hashes, _kinds, _places) = (new uint[size], new Wording[size], new ushort[size]);
        foreach (var (hash, place) in places)
        {
            var at = ~Find(hash);
            (_hashes[at], _kinds[at], _places[at]) = (hash, (Wording)kinds.GetValueOrDefault(hash), (ushort)place);
        }

        uint Add(string words)
        {
            var hash = Root;
            foreach (var word in words.Split(' '))
            {
                hash = Then(hash, Fnv1a.Hash32(word));
                places.TryAdd(hash, 0);
            }

            return hash;
        }
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
