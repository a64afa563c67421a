using ViralTracker.Core.Posts;
using ViralTracker.Core.Projects;

namespace ViralTracker.Core.Scoring;

/// <summary>Components fitted on real posts: each is a measure of its own, none a constant. Safe to share between threads.</summary>
public sealed class CalibratedScorer(ProjectConfig project) : IPostScorer
{
    private readonly AuthorValue _author = new(project);
    private readonly EngagementExpectation _expectation = new() { HalfLife = TimeSpan.FromMinutes(project.HalfLifeMinutes) };

    // The relevance of an ordinary post is 0.28 in the mean; nearly all posts on a topic reach 0.6.
    private const double OffTopic = 0.3;
    private const double SurelyOnTopic = 0.6;

    // Four likes after two minutes are no 120 an hour.
    private const long LikesWorthARate = 20;

    public string Version => "calibrated-9";

    /// <summary>A question to everybody, or a popular post, is nothing to answer where it is about none of the topics, as every post is where there are none.</summary>
    public double OnTopic(in TopicRelevance relevance) => Math.Clamp((relevance.Relevance - OffTopic) / (SurelyOnTopic - OffTopic), 0, 1);

    public PostScore Score(Post post, TopicRelevance relevance, DateTimeOffset now, PostHistory? history = null)
    {
        history ??= PostHistory.None;
        var seenAt = history.SeenAt is { } seen && seen <= now ? seen : now;
        var velocity = Velocity.Of(_expectation, new(post.Metrics, seenAt), post.PostedAt, post.Author.Followers, history.Previous);
        var openness = Openness.Read(post.Text);
        var author = _author.Of(post.Author, history.Author);
        var fit = Math.Clamp(relevance.Relevance, 0, 1);
        var ofTopic = Math.Clamp(relevance.OfTopic, 0, 1);
        var onTopic = OnTopic(relevance);
        var total = Classic.Total(velocity.Value, fit, openness.Score, author, project.Weights, onTopic * openness.Answerable);
        var age = now - post.PostedAt;
        double followers = post.Author.Followers ?? 0;

        return new PostScore
        {
            Velocity = velocity.Value,
            Relevance = fit,
            Openness = openness.Score,
            AuthorQuality = author,
            OnTopic = onTopic,
            Answerable = openness.Answerable,
            Total = total,
            Label = Classic.Label(total, project.Thresholds),
            Topic = relevance.Topic,
            TopicMatch = relevance.Match,
            Why = new Rationale
            {
                // As the total stands beside it.
                Total = (double)PostScore.RoundedDown(total, 2),
                Velocity = velocity.Value,
                Relevance = ofTopic,
                Openness = openness.IsOpen ? openness.Score : 0,
                Topic = relevance.Topic,
                TopicMatch = ofTopic,
                Likes = post.Metrics.Likes is >= LikesWorthARate and var likes ? likes : 0,
                Followers = followers,
                Age = age,
            }.ToString(),
            Inputs = Inputs(velocity, openness, relevance, onTopic, age, post.Author.Followers, history.Author),
        };
    }

    private static ScoreInputs Inputs(in Velocity velocity, in Openness openness, in TopicRelevance relevance, double onTopic, TimeSpan age, long? followers, AuthorHistory? author) => new()
    {
        { "engagement", velocity.Engagement },
        { "engagement_usual", velocity.Usual },
        { "engagement_gained", velocity.Since?.Gained },
        { "engagement_gained_usual", velocity.Since?.Usual },
        { "engagement_rise", velocity.Since?.Rank },
        { "minutes_between_counts", velocity.Since?.Within.TotalMinutes },
        { "author_replies", author?.Replies },
        { "author_answers", author?.Answered },
        { "minutes_since", age.TotalMinutes },
        { "followers", followers },
        { "topic_match", relevance.Match },
        { ScoreInputs.TopicMargin, relevance.Margin },
        { ScoreInputs.OnTopic, onTopic },
        { "asks_question", Flag(openness.Asking == Asking.Question) },
        { "asks_for_help", Flag(openness.Asking == Asking.Call) },
        { "hedges", Flag(openness.Asking == Asking.Hedge) },
        { "asking_chance", openness.Chance },
        { "substance", openness.Substance },
        { ScoreInputs.Answerable, openness.Answerable },
    };

    private static double Flag(bool value) => value ? 1 : 0;
}
