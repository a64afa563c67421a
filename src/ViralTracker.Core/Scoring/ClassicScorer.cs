using ViralTracker.Core.Posts;
using ViralTracker.Core.Projects;

namespace ViralTracker.Core.Scoring;

/// <summary>The classic scorer made ready for one project. Safe to share between threads.</summary>
public sealed class ClassicScorer(ProjectConfig project) : IPostScorer
{
    /// <summary>Kept with each assessment; changes whenever the same inputs would give another score.</summary>
    public const string Version = "classic-1";

    private readonly HashSet<string> _whitelist = Handles.KeySet(project.Sources.WhitelistHandles);
    private readonly HashSet<string> _blacklist = Handles.KeySet(project.Sources.BlacklistHandles);

    string IPostScorer.Version => Version;

    /// <summary>The reference did not look at it.</summary>
    public double OnTopic(in TopicRelevance relevance) => 1;

    /// <param name="relevance">From the embedder in use: its calibrated relevance, or <see cref="Classic.Relevance"/> of its vectors.</param>
    /// <param name="history">Not used: the reference knew none.</param>
    public PostScore Score(Post post, TopicRelevance relevance, DateTimeOffset now, PostHistory? history = null)
    {
        double likes = post.Metrics.Likes ?? 0, replies = post.Metrics.Replies ?? 0, retweets = post.Metrics.Retweets ?? 0;
        double followers = post.Author.Followers ?? 0;
        var age = now - post.PostedAt;
        var openness = ClassicOpenness.Read(post.Text);

        var velocity = Classic.Velocity(likes, replies, retweets, age.TotalMinutes, followers);
        var open = openness.Score();
        var authorQuality = Classic.AuthorQuality(post.Author.Handle, _whitelist, _blacklist);
        var total = Classic.Total(velocity, relevance.Relevance, open, authorQuality, project.Weights);

        return new PostScore
        {
            Velocity = velocity,
            Relevance = relevance.Relevance,
            Openness = open,
            AuthorQuality = authorQuality,
            Total = total,
            Label = Classic.Label(total, project.Thresholds),
            Topic = relevance.Topic,
            TopicMatch = relevance.Match,
            Why = new Rationale
            {
                Total = total,
                Velocity = velocity,
                Relevance = relevance.Relevance,
                Openness = open,
                Topic = relevance.Topic,
                TopicMatch = relevance.Match,
                Likes = likes,
                Followers = followers,
                Age = age,
            }.ToString(),
            Inputs = new()
            {
                { "likes", likes },
                { "replies", replies },
                { "retweets", retweets },
                { "followers", followers },
                { "minutes_since", age.TotalMinutes },
                { "topic_match", relevance.Match },
                { "ends_in_question", Flag(openness.EndsInQuestion) },
                { "starts_with_question_word", Flag(openness.StartsWithQuestionWord) },
                { "hedges", Flag(openness.Hedges) },
            },
        };
    }

    private static double Flag(bool value) => value ? 1 : 0;
}
