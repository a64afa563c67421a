using ViralTracker.Core.Posts;
using ViralTracker.Core.Projects;

namespace ViralTracker.Core.Scoring;

/// <summary>What is known of a post beyond itself; every part may be missing.</summary>
public sealed record PostHistory
{
    public static PostHistory None { get; } = new();

    /// <summary>When the post's own counts were seen; null: at the moment of scoring.</summary>
    public DateTimeOffset? SeenAt { get; init; }

    /// <summary>The snapshot before the post's own counts.</summary>
    public MetricsSnapshot? Previous { get; init; }
    public AuthorHistory? Author { get; init; }
}

/// <summary>Scores posts for one project. Total: no count, age or handle makes it fail. Safe to share between threads.</summary>
public interface IPostScorer
{
    /// <summary>Kept with each assessment; changes whenever the same inputs would give another score.</summary>
    string Version { get; }

    /// <summary>By how much the other components of a post count that is as relevant as this.</summary>
    double OnTopic(in TopicRelevance relevance);

    /// <param name="relevance">From the embedder in use.</param>
    PostScore Score(Post post, TopicRelevance relevance, DateTimeOffset now, PostHistory? history = null);
}

/// <summary>Names of the scorers, as in <c>finder.yml</c>.</summary>
public static class PostScorer
{
    public const string Calibrated = "calibrated";
    public const string Classic = "classic";

    public static IPostScorer For(ProjectConfig project) => project.Scoring == Classic ? new ClassicScorer(project) : new CalibratedScorer(project);
}
