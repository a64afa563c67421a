using ViralTracker.Core.Posts;
using ViralTracker.Core.Projects;

namespace ViralTracker.Core.Scoring;

/// <summary>What alone, all else equal, would make a post green, in terms a person knows. Found by asking the scorer again, so it holds for every scorer.</summary>
/// <param name="Likes">The fewest that do; null: no number does.</param>
/// <param name="Asking">Whether it does if the post ends in a question.</param>
/// <param name="Whitelisted">Whether it does if the author is whitelisted.</param>
/// <param name="Exemplar">Whether it does if the post is an exemplar of its topic.</param>
public readonly record struct WaysToGreen(long? Likes, bool Asking, bool Whitelisted, bool Exemplar)
{
    private const long MostLikes = 10_000_000;

    /// <param name="taught">The post's relevance were it an exemplar of its topic; null: not known.</param>
    public static WaysToGreen Of(
        ProjectConfig project, Post post, TopicRelevance relevance, DateTimeOffset now, PostHistory? history = null, TopicRelevance? taught = null)
    {
        var scorer = PostScorer.For(project);
        return new(
            FewestLikes(), IsGreen(scorer, post with { Text = post.Text + " What do you think?" }), IsGreenWhenListed(),
            taught is { } raised && scorer.Score(post, raised, now, history).Label == ScoreLabel.Green);

        bool IsGreen(IPostScorer by, Post changed) => by.Score(changed, relevance, now, history).Label == ScoreLabel.Green;

        bool With(long likes) => IsGreen(scorer, post with { Metrics = post.Metrics with { Likes = likes } });

        long? FewestLikes()
        {
            var (red, green) = (post.Metrics.Likes ?? 0, MostLikes);
            if (!With(green)) return null;
            while (green - red > 1)
            {
                var middle = red + ((green - red) / 2);
                if (With(middle)) green = middle;
                else red = middle;
            }
            return green;
        }

        bool IsGreenWhenListed() => post.Author.Handle is { } handle && IsGreen(
            PostScorer.For(project with { Sources = project.Sources with { WhitelistHandles = project.Sources.WhitelistHandles.Add(handle) } }), post);
    }
}
