using System.Numerics;
using ViralTracker.Core.Texts;

namespace ViralTracker.Core.Scoring;

/// <summary>Whether a stranger who knows the matter has something specific to answer: log-odds of a post's cues.</summary>
/// <remarks>
/// Logistic regression (<c>bench/judgement -- fit-answerable</c> writes <c>answerable.tsv</c>) on labelled posts, none of the held half;
/// how well it does by cross-validation is told in <c>bench/README.md</c>.
/// </remarks>
internal sealed class AnswerableModel
{
    // From two to one on, a post counts in full.
    private const double Surely = 2.0 / 3;

    private readonly double _bias;
    private readonly double[] _cues = new double[32];

    /// <param name="weights">Log-odds by the cue's name; none for the bias.</param>
    public AnswerableModel(IEnumerable<NamedWeight> weights)
    {
        foreach (var (name, weight) in weights)
        {
            if (name.Length == 0) _bias = weight;
            else _cues[BitOperations.TrailingZeroCount((int)Enum.Parse<AnswerableCues>(name))] = weight;
        }
    }

    public static AnswerableModel Fitted { get; } = new(NamedWeight.Embedded("Scoring.answerable.tsv"));

    /// <summary>0..1: by how much a post of such a chance counts.</summary>
    public static double Counts(double chance) => Math.Min(1, chance / Surely);

    /// <summary>0..1: that there is something to answer; a post with little counts as a third of one.</summary>
    public double Chance(AnswerableCues cues)
    {
        var evidence = _bias;
        for (var left = (uint)cues; left != 0; left &= left - 1) evidence += _cues[BitOperations.TrailingZeroCount(left)];
        return 1 / (1 + Math.Exp(-evidence));
    }
}
