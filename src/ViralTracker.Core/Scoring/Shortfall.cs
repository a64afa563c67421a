using ViralTracker.Core.Projects;

namespace ViralTracker.Core.Scoring;

/// <summary>One component of a score and what it would have to be, all else equal.</summary>
/// <param name="Needed">Value at which the total just reaches the threshold; null where even 1 would not do.</param>
public readonly record struct ComponentShare(string Name, double Value, double Weight, double? Needed)
{
    public double Points => Value * Weight;
}

public static class Shortfall
{
    /// <summary>The components in the order of the weights, each with the value that alone would lift the total to <paramref name="threshold"/>.</summary>
    public static IReadOnlyList<ComponentShare> To(double threshold, PostScore score, ScoreWeights weights)
    {
        return
        [
            Share("velocity", score.Velocity, weights.Velocity),
            Share("relevance", score.Relevance, weights.Relevance),
            Share("openness", score.Openness, weights.Openness),
            Share("author", score.AuthorQuality, weights.AuthorQuality),
        ];

        ComponentShare Share(string name, double value, double weight)
        {
            var needed = weight > 0 ? value + ((threshold - score.Total) / weight) : double.PositiveInfinity;
            return new(name, value, weight, needed <= 1 ? Math.Max(0, needed) : null);
        }
    }
}
