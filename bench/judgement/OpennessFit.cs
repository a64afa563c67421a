using System.Numerics;
using ViralTracker.Core.Scoring;
using ViralTracker.Core.Texts;
using static System.FormattableString;

namespace ViralTracker.Judgement;

/// <summary>
/// Fits <see cref="AskingModel"/>: logistic regression on the cues of each post's strongest sentence, drawn towards what the
/// guideline says, and tells its precision and recall by cross-validation inside the posts it is fitted on.
/// </summary>
internal sealed class OpennessFit
{
    private const int Rounds = 5;
    private const int Steps = 200;
    private const double Rate = 0.01;
    private const double Momentum = 0.9;
    private const double Pull = 8;
    private const double Threshold = -0.2;
    private const int Folds = 8;
    private const int Seeds = 5;

    private static readonly AskingCues[] Cues = [.. Enum.GetValues<AskingCues>().Where(c => c != AskingCues.None).OrderBy(c => (uint)c)];

    // What the guideline says of each; cues it does not speak of begin at 0. The last is the bias.
    private static readonly double[] Prior = [.. Cues.Select(c => c switch
    {
        AskingCues.Call or AskingCues.Hedge => 2.0,
        AskingCues.Marked or AskingCues.Ordered or AskingCues.Inverted => 1,
        AskingCues.Rhetorical => -2,
        AskingCues.Quoted or AskingCues.Answered or AskingCues.Echo or AskingCues.Transcript or AskingCues.Announces or AskingCues.Request => -1,
        _ => 0,
    }), -1];

    private readonly List<(AskingCues[] Sentences, bool Open)> _posts;

    public OpennessFit(IEnumerable<Labelled> posts) => _posts = [.. posts.Select(p => (Read(p.Post.Text), p.Open))];

    public void Run()
    {
        var weights = Fit(_posts);
        for (var i = 0; i < Cues.Length; i++) Console.WriteLine(Invariant($"{Cues[i],-12} {weights[i],6:F2}  {_posts.Count(p => p.Sentences.Any(s => s.HasFlag(Cues[i])))} posts"));
        Console.WriteLine(Invariant($"{"bias",-12} {weights[^1] - Threshold,6:F2}  {_posts.Count} posts, {_posts.Count(p => p.Open)} open"));
        var (precision, recall) = Measures.PrecisionRecall(Enumerable.Range(0, Seeds).SelectMany(CrossValidated));
        Console.WriteLine(Invariant($"{Folds}-fold, {Seeds} times: precision {precision:F2}, recall {recall:F2}"));
    }

    private IEnumerable<(bool Said, bool True)> CrossValidated(int seed)
    {
        var random = new Random(seed);
        var order = _posts.OrderBy(_ => random.Next()).ToList();
        for (var fold = 0; fold < Folds; fold++)
        {
            var weights = Fit([.. order.Where((_, i) => i % Folds != fold)]);
            foreach (var (sentences, open) in order.Where((_, i) => i % Folds == fold))
                yield return (sentences.Any(s => Evidence(weights, s) > Threshold), open);
        }
    }

    /// <summary>The strongest sentence of each post stands for it; which one that is changes with the weights, hence the rounds.</summary>
    private static double[] Fit(List<(AskingCues[] Sentences, bool Open)> posts)
    {
        var weights = Prior.ToArray();
        for (var round = 0; round < Rounds; round++)
        {
            var strongest = posts.Where(p => p.Sentences.Length > 0).Select(p => (Cues: p.Sentences.MaxBy(s => Evidence(weights, s)), p.Open)).ToList();
            var (gradient, velocity) = (new double[weights.Length], new double[weights.Length]);
            for (var step = 0; step < Steps; step++)
            {
                for (var i = 0; i < weights.Length; i++) gradient[i] = Pull * (weights[i] - Prior[i]);
                foreach (var (cues, open) in strongest)
                {
                    var error = (1 / (1 + Math.Exp(-Evidence(weights, cues)))) - (open ? 1 : 0);
                    gradient[^1] += error;
                    for (var left = (uint)cues; left != 0; left &= left - 1) gradient[BitOperations.TrailingZeroCount(left)] += error;
                }

                for (var i = 0; i < weights.Length; i++) weights[i] += velocity[i] = (Momentum * velocity[i]) - (Rate * gradient[i]);
            }
        }

        return weights;
    }

    private static double Evidence(double[] weights, AskingCues cues)
    {
        var evidence = weights[^1];
        for (var left = (uint)cues; left != 0; left &= left - 1) evidence += weights[BitOperations.TrailingZeroCount(left)];
        return evidence;
    }

    private static AskingCues[] Read(string text)
    {
        var plain = PlainReading.Of(text);
        var cues = new AskingCues[AskingSentences.Most];
        return cues[..AskingSentences.Read(plain, new PostFacts(plain, text), cues)];
    }
}
