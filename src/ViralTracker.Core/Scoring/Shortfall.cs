using ViralTracker.Core.Projects;

namespace ViralTracker.Core.Scoring;

/// <summary>One component of a score and what it would have to be, all else equal.</summary>
/// <param name="Weight">As it counts for this post: <see cref="PostScore.Counts"/> is in it.</param>
/// <param name="Needed">Value at which the total just reaches the threshold; null where no value would do.</param>
public readonly record struct ComponentShare(string Name, double Value, double Weight, double? Needed)
{
    public double Points => Value * Weight;
}

public static class Shortfall
{
    /// <summary>The components in the order of the weights, each with the value that alone would lift the total to <paramref name="threshold"/>.</summary>
    /// <param name="relevance">As the post was scored with it; without topics no value of it would lift anything.</param>
    public static IReadOnlyList<ComponentShare> To(double threshold, PostScore score, TopicRelevance relevance, ScoreWeights weights, IPostScorer scorer)
    {
        return
        [
            Share("velocity", score.Velocity, weights.Velocity * score.Counts),
            new("relevance", score.Relevance, weights.Relevance, relevance.HasTopic ? Relevance() : null),
            Share("openness", score.Openness, weights.Openness * score.Counts),
            Share("author", score.AuthorQuality, weights.AuthorQuality * score.Counts),
        ];

        ComponentShare Share(string name, double value, double weight)
        {
            var needed = weight > 0 ? value + ((threshold - score.Total) / weight) : double.PositiveInfinity;
            return new(name, value, weight, needed <= 1 ? Math.Max(0, needed) : null);
        }

        // It counts by itself and by what it makes the others count.
        double? Relevance()
        {
            if (TotalAt(1) < threshold) return null;
            var (least, most) = (0.0, 1.0);
            for (var i = 0; i < 50; i++)
            {
                var middle = (least + most) / 2;
                if (TotalAt(middle) < threshold) least = middle;
                else most = middle;
            }

            return most;
        }

        double TotalAt(double fit) =>
            Classic.Total(score.Velocity, fit, score.Openness, score.AuthorQuality, weights, scorer.OnTopic(relevance with { Relevance = fit }) * score.Answerable);
    }
}
