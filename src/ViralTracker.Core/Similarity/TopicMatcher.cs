using System.Collections.Immutable;
using ViralTracker.Core.Language;
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
    private readonly PostEmbedder _embedder;
    private readonly EmbeddingBackground _background;

    /// <param name="listed">Languages of the project: a topic is written in one of them or in English. Empty: in any.</param>
    public TopicMatcher(PostEmbedder embedder, EmbeddingBackground background, IEnumerable<Topic> topics, IEnumerable<string> listed)
    {
        (_embedder, _background) = (embedder, background);
        var languages = listed.Select(LanguageTag.Primary).OfType<string>().ToArray();
        _topics = [.. topics.Select(t => new TopicModel(embedder, background, t, languages))];
    }

    /// <param name="own">The post's own words.</param>
    /// <param name="vectors">Of them.</param>
    /// <param name="marked">The post's language by its source, if any.</param>
    public TopicMatches Match(string own, PostVectors vectors, string? marked)
    {
        ArgumentNullException.ThrowIfNull(vectors);
        var dense = vectors.Dense.AsSpan();
        // Reading the language takes as long as all else.
        var language = OtherLanguages.MayBe(dense) ? PostLanguage.OfWords(own, marked) : null;
        return Match(dense, vectors.Lexical, language is null or "en" ? null : OtherLanguages.Direction(_embedder, own, language));
    }

    /// <summary>Of a post in English.</summary>
    /// <param name="vector">The post's unit vector, or zeros where nothing in it is known: that fits no topic.</param>
    public TopicMatches Match(ReadOnlySpan<float> vector, LexicalVector lexical) => Match(vector, lexical, null);

    /// <param name="abroad">Of a post in another language: <see cref="OtherLanguages.Direction"/>.</param>
    private TopicMatches Match(ReadOnlySpan<float> vector, LexicalVector lexical, float[]? abroad)
    {
        if (_topics.IsEmpty) return new([], null, 0, 0);
        var inEnglish = abroad is null;
        if (inEnglish && _topics.Any(topic => !topic.InEnglish)) abroad = FloatVectors.From(_background.Mean, vector);
        var matches = ImmutableArray.CreateBuilder<TopicMatch>(_topics.Length);
        var (nearest, second, relevance) = (0, double.NaN, 0.0);
        for (var i = 0; i < _topics.Length; i++)
        {
            var topic = _topics[i];
            var match = !vector.ContainsAnyExcept(0f) ? topic.None : inEnglish && topic.InEnglish ? topic.Match(vector, lexical) : topic.MatchAbroad(abroad, lexical);
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

/// <summary>One topic's vectors, from its description and exemplars, each in a language of its own.</summary>
internal sealed class TopicModel
{
    private const double LexicalShare = 0.2;
    private const double Slope = 1.06;
    private const double Intercept = -0.93;

    /// <summary>Of the cosine of ordinary posts' direction to a topic's: 0.10–0.19, about 0.</summary>
    private const double DeviationAbroad = 0.14;

    private readonly string _label;
    private readonly float[] _mean;
    private readonly float[][] _texts;
    private readonly float[] _meanDirection;
    private readonly float[][] _directions;
    private readonly LexicalVector _lexical;
    private readonly double _background;
    private readonly double _deviation;

    /// <param name="listed">Primary subtags; empty: any.</param>
    public TopicModel(PostEmbedder embedder, EmbeddingBackground background, Topic topic, string[] listed)
    {
        _label = topic.Label;
        string[] texts = [topic.Description.Length > 0 ? topic.Description : topic.Label, .. topic.Exemplars];
        var mostly = Plausible(LanguageDetector.Detect(string.Join('\n', texts)).Code) ?? (listed.Length == 0 || listed.Contains("en") ? "en" : listed[0]);
        var languages = Array.ConvertAll(texts, text => LanguageDetector.Detect(text) is { IsSure: true, Code: var own } ? Plausible(own) ?? mostly : mostly);
        _texts = [.. texts.Where((_, i) => languages[i] == "en").Select(t => Embed(embedder, t)).OfType<float[]>()];
        _lexical = topic.Exemplars.IsEmpty ? LexicalVector.Empty : LexicalVector.Sum(texts.Select(embedder.Lexical));
        _mean = Mean(_texts, embedder.Dimensions);
        (_background, _deviation) = background.Along(_mean);

        _directions = [.. texts.Select((text, i) => languages[i] == "en" ? Direction(text) : OtherLanguages.Direction(embedder, text, languages[i])).Where(direction => direction.AsSpan().ContainsAnyExcept(0f))];
        _meanDirection = Mean(_directions, embedder.Dimensions);

        string? Plausible(string? language) => language is null or "en" || listed.Length == 0 || listed.Contains(language) ? language : null;

        float[] Direction(string text) => Embed(embedder, text) is { } vector ? FloatVectors.From(background.Mean, vector) : [];
    }

    /// <summary>Whether a text of it is: posts in English are matched with those alone.</summary>
    public bool InEnglish => _texts.Length > 0;

    /// <summary>Of a post in which nothing is known.</summary>
    public TopicMatch None => new(_label, 0, 0);

    /// <summary>Of a post in English, by the topic's texts in English.</summary>
    public TopicMatch Match(ReadOnlySpan<float> vector, LexicalVector lexical) => Of(vector, _mean, _texts, lexical, _background, _deviation);

    /// <summary>Of a post in another language, by all of the topic's texts, or of one in English where none of them is.</summary>
    public TopicMatch MatchAbroad(ReadOnlySpan<float> direction, LexicalVector lexical) => Of(direction, _meanDirection, _directions, lexical, 0, DeviationAbroad);

    private TopicMatch Of(ReadOnlySpan<float> vector, float[] mean, float[][] texts, LexicalVector lexical, double background, double deviation)
    {
        if (texts.Length == 0) return None;
        var nearest = -1f;
        foreach (var text in texts) nearest = Math.Max(nearest, FloatVectors.Dot(vector, text));
        var toMean = (double)FloatVectors.Dot(vector, mean);
        var match = (0.5 * toMean) + (0.5 * nearest) + (LexicalShare * _lexical.Cosine(lexical));
        var z = (toMean - background) / deviation;
        return new(_label, match, 1 / (1 + Math.Exp(-(Slope * z) - Intercept)));
    }

    private static float[] Mean(float[][] vectors, int dimensions)
    {
        var mean = new float[dimensions];
        foreach (var vector in vectors) FloatVectors.Add(mean, vector);
        FloatVectors.Normalize(mean);
        return mean;
    }

    private static float[]? Embed(PostEmbedder embedder, string text)
    {
        var vector = new float[embedder.Dimensions];
        return embedder.TryEmbed(text, vector) ? vector : null;
    }
}
