using System.Numerics;
using ViralTracker.Core.Texts;

namespace ViralTracker.Core.Scoring;

/// <summary>Whether a post asks for an answer: log-odds of its cues, of each two of them together, and of the word sequences in its questions.</summary>
/// <remarks>
/// Logistic regression (<c>bench/judgement -- fit-openness</c> writes <c>asking.tsv</c>) on labelled posts, none of the held half;
/// how well it does by cross-validation is told in <c>bench/README.md</c>.
/// </remarks>
internal sealed class AskingModel
{
    private const int Cues = 32;

    private readonly double _bias;

    // By the two bits of a pair, the higher one first; the diagonal holds single cues.
    private readonly double[] _cues = new double[Cues * Cues];
    private readonly double[] _sequences;

    /// <param name="weights">Log-odds above the threshold by their name: none for the bias, cues with a + between them, else a sequence of words.</param>
    public AskingModel(IEnumerable<NamedWeight> weights)
    {
        var (sequences, logOdds) = (new List<string>(), new List<double>());
        foreach (var (name, weight) in weights)
        {
            if (name.Length == 0) _bias = weight;
            else if (char.IsUpper(name[0])) _cues[PlaceOf(name)] = weight;
            else
            {
                sequences.Add(name);
                logOdds.Add(weight);
            }
        }

        Sequences = new(AskingPhrases.All, sequences);
        _sequences = [.. logOdds];
    }

    public static AskingModel Fitted { get; } = new(NamedWeight.Embedded("Scoring.asking.tsv"));

    public WordSequences Sequences { get; }

    /// <summary>A post without any of this asks nothing.</summary>
    public static bool MayAsk(in PostReading post) =>
        post.Has(AskingCues.Call | AskingCues.Hedge) || (post.Has(AskingCues.Question | AskingCues.Unmarked) && post.Words > 0);

    /// <summary>0..1; above one half a post counts as asking.</summary>
    public double Chance(in PostReading post)
    {
        if (!MayAsk(post)) return 0;
        var evidence = _bias;
        foreach (var place in post.Places) evidence += _sequences[place];
        for (var left = (uint)post.Cues; left != 0; left &= left - 1)
        {
            // The lowest cue that is left, with itself and each above it.
            var lower = BitOperations.TrailingZeroCount(left);
            for (var others = left; others != 0; others &= others - 1)
                evidence += _cues[(BitOperations.TrailingZeroCount(others) * Cues) + lower];
        }

        return 1 / (1 + Math.Exp(-evidence));
    }

    private static int PlaceOf(string name)
    {
        var plus = name.IndexOf('+', StringComparison.Ordinal);
        var (one, other) = plus < 0 ? (BitOf(name), BitOf(name)) : (BitOf(name[..plus]), BitOf(name[(plus + 1)..]));
        return (Math.Max(one, other) * Cues) + Math.Min(one, other);
    }

    private static int BitOf(string cue) => BitOperations.TrailingZeroCount((int)Enum.Parse<AskingCues>(cue));
}
