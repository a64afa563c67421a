using ViralTracker.Core.Posts;
using ViralTracker.Core.Projects;

namespace ViralTracker.Core.Scoring;

/// <summary>What would have to change, all of it at once.</summary>
/// <param name="Likes">So many, the fewest that do; null: they may stay.</param>
public sealed record ChangesToGreen(bool Asking, bool Exemplar, bool Whitelisted, long? Likes);

/// <summary>What alone, all else equal, would make a post green, in terms a person knows. Found by asking the scorer again, so it holds for every scorer.</summary>
/// <param name="Likes">The fewest that do; null: no number does.</param>
/// <param name="Asking">Whether it does if the post ends in a question.</param>
/// <param name="Whitelisted">Whether it does if the author is whitelisted.</param>
/// <param name="Exemplar">Whether it does if the post is an exemplar of its topic.</param>
/// <param name="Together">Where none of these does alone, as few of them as do together; null: not even all.</param>
public readonly record struct WaysToGreen(long? Likes, bool Asking, bool Whitelisted, bool Exemplar, ChangesToGreen? Together = null)
{
    private const long MostLikes = 10_000_000;

    // Those a person can make come first.
    private static readonly ChangesToGreen[] Several =
    [
        .. from asking in (bool[])[false, true]
           from exemplar in (bool[])[true, false]
           from whitelisted in (bool[])[true, false]
           from likes in (long?[])[null, MostLikes]
           let changes = new ChangesToGreen(asking, exemplar, whitelisted, likes)
           let count = (asking ? 1 : 0) + (exemplar ? 1 : 0) + (whitelisted ? 1 : 0) + (likes is null ? 0 : 1)
           where count > 1
           orderby count
           select changes,
    ];

    /// <param name="taught">The post's relevance were it an exemplar of its topic; null: not known.</param>
    public static WaysToGreen Of(
        ProjectConfig project, Post post, TopicRelevance relevance, DateTimeOffset now, PostHistory? history = null, TopicRelevance? taught = null)
    {
        var none = new ChangesToGreen(false, false, false, null);
        var scorer = PostScorer.For(project);
        var listing = post.Author.Handle is { } handle
            ? PostScorer.For(project with { Sources = project.Sources with { WhitelistHandles = project.Sources.WhitelistHandles.Add(handle) } })
            : null;
        var alone = new WaysToGreen(
            FewestLikes(none), IsGreen(none with { Asking = true }), IsGreen(none with { Whitelisted = true }), IsGreen(none with { Exemplar = true }));
        if (alone != default || Several.FirstOrDefault(IsGreen) is not { } several) return alone;
        return alone with { Together = several with { Likes = several.Likes is null ? null : FewestLikes(several) } };

        bool IsGreen(ChangesToGreen changes)
        {
            if ((changes.Whitelisted ? listing : scorer) is not { } by || (changes.Exemplar ? taught : relevance) is not { } fit) return false;
            var changed = changes.Asking ? post with { Text = post.Text + " What do you think?" } : post;
            if (changes.Likes is { } likes) changed = changed with { Metrics = post.Metrics with { Likes = likes } };
            return by.Score(changed, fit, now, history).Label == ScoreLabel.Green;
        }

        long? FewestLikes(ChangesToGreen changes)
        {
            var (red, green) = (post.Metrics.Likes ?? 0, MostLikes);
            if (!IsGreen(changes with { Likes = green })) return null;
            while (green - red > 1)
            {
                var middle = red + ((green - red) / 2);
                if (IsGreen(changes with { Likes = middle })) green = middle;
                else red = middle;
            }
            return green;
        }
    }
}
