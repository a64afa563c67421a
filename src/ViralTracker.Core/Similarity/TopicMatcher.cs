using System.Collections.Immutable;
using ViralTracker.Core.Projects;

namespace ViralTracker.Core.Similarity;

/// <summary>How well a post fits one topic.</summary>
/// <param name="Match">½ cosine to the topic's mean + ½ best cosine to one of its texts, + 0.2 · lexical cosine where it has exemplars.</param>
/// <param name="Relevance">0..1: how far the post stands out from ordinary posts towards this topic alone.</param>
public readonly record struct TopicMatch(string Topic, double Match, double Relevance);

/// <summary>A post's fit to all topics of a project.</summary>
/// <param name="Nearest">The topic of the highest match; null without topics.</param>
/// <param name="Margin">Its match minus the second best one's; its match where there is one topic.</param>
/// <param name="Relevance">The highest relevance of any topic, so that a further topic never lowers it.</param>
public sealed record TopicMatches(ImmutableArray<TopicMatch> Topics, TopicMatch? Nearest, double Margin, double Relevance)
{
    /// <summary>The topic that <see cref="Relevance"/> is of: often, but not always, the nearest.</summary>
    public TopicMatch? MostRelevant => Nearest is not { } nearest || nearest.Relevance >= Relevance ? Nearest : Topics.MaxBy(topic => topic.Relevance);
}

/// <summary>Matches posts with a project's topics. Build once per project; thread-safe.</summary>
public sealed class TopicMatcher
{
    private readonly ImmutableArray<TopicModel> _topics;

    public TopicMatcher(PostEmbedder embedder, EmbeddingBackground background, IEnumerable<Topic> topics) =>
        _topics = [.. topics.Select(t => new TopicModel(embedder, background, t))];

    public TopicMatches Match(PostVectors post)
    {
        ArgumentNullException.ThrowIfNull(post);
        return Match(post.Dense.AsSpan(), post.Lexical);
    }

    /// <param name="vector">The post's unit vector, or zeros where nothing in it is known: that fits no topic.</param>
    public TopicMatches Match(ReadOnlySpan<float> vector, LexicalVector lexical)
    {
        if (_topics.IsEmpty) return new([], null, 0, 0);
        var matches = ImmutableArray.CreateBuilder<TopicMatch>(_topics.Length);
        var (nearest, second, relevance) = (0, double.NaN, 0.0);
        for (var i = 0; i < _topics.Length; i++)
        {
            var match = _topics[i].Match(vector, lexical);
            matches.Add(match);
            relevance = Math.Max(relevance, match.Relevance);
            if (i == 0) continue;
            if (match.Match > matches[nearest].Match) (second, nearest) = (matches[nearest].Match, i);
            else if (!(match.Match <= second)) second = match.Match;
        }

        var best = matches[nearest];
        return new(matches.MoveToImmutable(), best, double.IsNaN(second) ? best.Match : best.Match - second, relevance);
    }
}

/// <summary>One topic's vectors, from its description and exemplars.</summary>
internal sealed class TopicModel
{
    private const double LexicalShare = 0.2;
    private const double Slope = 1.06;
    private const double Intercept = -0.93;

    private readonly string _label;
    private readonly float[] _mean;
    private readonly float[][] _texts;
    private readonly LexicalVector _lexical;
    private readonly double _background;
    private readonly double _deviation;

    public TopicModel(PostEmbedder embedder, EmbeddingBackground background, Topic topic)
    {
        _label = topic.Label;
        string[] texts = [topic.Description.Length > 0 ? topic.Description : topic.Label, .. topic.Exemplars];
        _texts = [.. texts.Select(t => Embed(embedder, t)).OfType<float[]>()];
        _lexical = topic.Exemplars.IsEmpty ? LexicalVector.Empty : LexicalVector.Sum(texts.Select(embedder.Lexical));

        _mean = new float[embedder.Dimensions];
        foreach (var text in _texts) FloatVectors.Add(_mean, text);
        FloatVectors.Normalize(_mean);
        (_background, _deviation) = background.Along(_mean);
    }

    public TopicMatch Match(ReadOnlySpan<float> vector, LexicalVector lexical)
    {
        if (_texts.Length == 0 || !vector.ContainsAnyExcept(0f)) return new(_label, 0, 0);
        var nearest = -1f;
        foreach (var text in _texts) nearest = Math.Max(nearest, FloatVectors.Dot(vector, text));
        var toMean = (double)FloatVectors.Dot(vector, _mean);
        var match = (0.5 * toMean) + (0.5 * nearest) + (LexicalShare * _lexical.Cosine(lexical));
        var z = (toMean - _background) / _deviation;
        return new(_label, match, 1 / (1 + Math.Exp(-(Slope * z) - Intercept)));
    }

    private static float[]? Embed(PostEmbedder embedder, string text)
    {
        var vector = new float[embedder.Dimensions];
        return embedder.TryEmbed(text, vector) ? vector : null;
    }
}
