using System.Globalization;
using ViralTracker.Core.Similarity;
using ViralTracker.Core.Texts;

namespace ViralTracker.Core.Quality;

/// <summary>Whether an English reply could stand under many other posts: log-odds of what it shares with its post, how uncommon its words are, and where its vector lies.</summary>
/// <remarks>
/// Logistic regression (<c>bench/judgement -- fit-emptiness</c> writes <c>emptiness.tsv</c>) on replies written for it, good and empty ones, by several writers;
/// how well it does on a writer it has not seen is told in <c>bench/README.md</c>.
/// </remarks>
internal sealed class EmptinessModel
{
    // Of good replies by writers it has not seen, one in a hundred and fifty lies above.
    private const double Surely = 3;

    private const double UsualRarity = 10;
    private const double LeastRarity = 5;

    private static readonly string[] Cues = ["shares_none", "shares_one", "shares_two", "shares_more", "rarest", "second_rarest", "likeness", "exclaims", "quotes"];

    private readonly double _bias;
    private readonly double[] _weights;

    /// <param name="weights">By the names of <see cref="Inputs"/>; none for the bias.</param>
    public EmptinessModel(IReadOnlyCollection<NamedWeight> weights)
    {
        _weights = new double[weights.Count - 1];
        foreach (var (name, weight) in weights)
        {
            if (name.Length == 0) _bias = weight;
            else _weights[Array.IndexOf(Cues, name) is >= 0 and var cue ? cue : Cues.Length + int.Parse(name, CultureInfo.InvariantCulture)] = weight;
        }
    }

    public static EmptinessModel Fitted { get; } = new(NamedWeight.Embedded("Quality.emptiness.tsv"));

    /// <summary>Of an input by its place.</summary>
    public static string Name(int input) => input < Cues.Length ? Cues[input] : (input - Cues.Length).ToString(CultureInfo.InvariantCulture);

    public bool IsEmpty(DraftToCheck draft, PostEmbedder embedder) => IsEmpty(Inputs(draft, embedder));

    /// <param name="inputs">As <see cref="Inputs"/> gives them.</param>
    public bool IsEmpty(float[] inputs)
    {
        var evidence = _bias;
        for (var i = 0; i < inputs.Length; i++) evidence += _weights[i] * inputs[i];
        return evidence >= Surely;
    }

    /// <summary>The cues, then the draft's vector; all of about the same size, so that one penalty serves them.</summary>
    public static float[] Inputs(DraftToCheck draft, PostEmbedder embedder)
    {
        var inputs = new float[Cues.Length + embedder.Dimensions];
        var vector = inputs.AsSpan(Cues.Length);
        draft.Vector(embedder).CopyTo(vector);

        var shared = new HashSet<string>(StringComparer.Ordinal);
        var (rarest, second) = (LeastRarity, LeastRarity);
        foreach (var word in draft.Words)
        {
            if (FunctionWords.Contains(word.Text)) continue;
            if (GenericPhrases.IsOfPost(word, draft.Post)) shared.Add(word.Text);
            else if (embedder.Rarity(word.Text) is var rarity && rarity > rarest) (rarest, second) = (rarity, rarest);
            else second = Math.Max(second, rarity);
        }

        inputs[Math.Min(shared.Count, 3)] = 2;
        inputs[4] = Scaled(rarest);
        inputs[5] = Scaled(second);
        inputs[6] = 6 * FloatVectors.Dot(vector, draft.Post.Vector(embedder));
        inputs[7] = draft.Text.Contains('!') ? 2 : 0;
        inputs[8] = draft.Text.AsSpan().ContainsAny('"', '“', '`') ? 2 : 0;
        foreach (ref var value in vector) value *= 3;
        return inputs;

        static float Scaled(double rarity) => (float)(2 * ((rarity / UsualRarity) - 1));
    }
}
