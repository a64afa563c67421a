namespace ViralTracker.Core.Scoring;

/// <summary>How well a post fits the project's topics.</summary>
/// <param name="Topic">Label of the nearest topic.</param>
/// <param name="Relevance">What enters the total, 0..1 (below 0 only for the cosines of opposed vectors).</param>
/// <param name="Match">Similarity with that topic before any calibration.</param>
/// <param name="Margin">The match minus that of the second nearest topic, where known.</param>
public readonly record struct TopicRelevance(string Topic, double Relevance, double Match, double Margin = 0)
{
    private readonly double? _ofTopic;

    /// <summary>Label of the topic that the relevance is of, where posts stand out further than towards the nearest; by default the nearest.</summary>
    public string RelevantTo { get => field ?? Topic; init; }

    /// <summary>The nearest topic's own relevance: never above <see cref="Relevance"/>, and by default that.</summary>
    public double OfTopic { get => _ofTopic ?? Relevance; init => _ofTopic = value; }

    /// <summary>False for a project without topics: no post is then relevant, and none can become so.</summary>
    public bool HasTopic { get; private init; } = true;

    /// <summary>For a project without topics. A post that fits none of them has relevance 0 to the nearest instead.</summary>
    public static TopicRelevance Unknown { get; } = new("unknown", 0, 0) { HasTopic = false };
}

/// <summary>A topic's embedding, of the same model and length as the posts'.</summary>
public readonly record struct TopicVector<T>(string Topic, ReadOnlyMemory<T> Vector);
