using System.Text.RegularExpressions;
using ViralTracker.Core.Similarity;

namespace ViralTracker.Core.Quality;

/// <summary>Tells English words from names by the embedder's vocabulary: a name lies near other names, or is no word at all.</summary>
internal sealed partial class WordsAndNames
{
    // One ordinary word in twenty lies nearer; of names of people, places and firms nine in ten do.
    private const double NameLike = 0.2;

    private const int LeastUnknown = 5;
    private const int LeastPart = 3;
    private const double CommonPart = 12;

    private readonly PostEmbedder _embedder;
    private readonly float[][] _names;

    public WordsAndNames(PostEmbedder embedder)
    {
        _embedder = embedder;
        _names =
        [
            embedder.Vector("john sarah david maria peter anna ahmed fatima raj olga juan jean"),
            embedder.Vector("london california germany chicago india texas japan rome boston egypt"),
            embedder.Vector("google microsoft facebook amazon samsung tesla netflix nokia disney toyota"),
        ];
    }

    /// <param name="word">Folded.</param>
    public bool IsOrdinary(string word) => _embedder.Knows(word) && _embedder.Vector(word) is var vector && _names.All(names => FloatVectors.Dot(vector, names) < NameLike);

    /// <summary>True for what is neither a word, nor made of two, nor formed as English forms them; short ones may be slang.</summary>
    /// <param name="word">Folded.</param>
    public bool IsUnknown(string word) =>
        word.Length >= LeastUnknown && !_embedder.Knows(word) && !Formed.IsMatch(word)
        && !Enumerable.Range(LeastPart, word.Length - (2 * LeastPart) + 1).Any(at => IsCommon(word[..at]) && IsCommon(word[at..]));

    private bool IsCommon(string part) => _embedder.Rarity(part) < CommonPart;

    [GeneratedRegex("(?:ed|al|ive|ate|ful|less|able|ible|ism|ise|ize|(?:ous|al|ed|ive)ly)$", RegexOptions.CultureInvariant)]
    private static partial Regex Formed { get; }
}
