using ViralTracker.Core.Posts;
using ViralTracker.Core.Projects;
using ViralTracker.Core.Scoring;
using Xunit;

namespace ViralTracker.Core.Tests.Scoring;

public sealed class WaysToGreenTests
{
    private static readonly Post Statement = SamplePosts.Post with
    {
        Text = "Our build takes forty minutes since the last release, mostly waiting for tests that nobody reads.",
        Metrics = new() { Likes = 3 },
        Author = new() { Handle = "someone_demo", Followers = 2_000_000 },
    };

    private static readonly TopicRelevance Fits = new("builds", 0.75, 0.6);

    [Theory]
    [InlineData(PostScorer.Calibrated, 0.58)]
    [InlineData(PostScorer.Classic, 0.60)]
    public void One_like_fewer_than_it_names_is_not_green(string scoring, double green)
    {
        var project = SamplePosts.Project with { Scoring = scoring, Thresholds = new() { GreenMin = green, YellowMin = 0.3 } };

        var likes = WaysToGreen.Of(project, Statement, Fits, SamplePosts.Now).Likes!.Value;

        Assert.Equal(ScoreLabel.Green, With(likes));
        Assert.NotEqual(ScoreLabel.Green, With(likes - 1));

        ScoreLabel With(long count) => PostScorer.For(project).Score(Statement with { Metrics = new() { Likes = count } }, Fits, SamplePosts.Now).Label;
    }

    [Fact]
    public void Post_off_topic_becomes_green_by_nothing_else() =>
        Assert.Equal(new WaysToGreen(null, false, false, false), WaysToGreen.Of(SamplePosts.Project, Statement, TopicRelevance.Unknown, SamplePosts.Now));

    [Fact]
    public void Question_and_whitelisted_author_are_ways_where_they_suffice()
    {
        Assert.True(WaysToGreen.Of(At(0.6), Statement, Fits, SamplePosts.Now).Asking);
        Assert.True(WaysToGreen.Of(At(Score(Statement) + 0.01), Statement, Fits, SamplePosts.Now).Whitelisted);
        Assert.False(WaysToGreen.Of(At(Score(Statement) + 0.01), Statement with { Author = new() }, Fits, SamplePosts.Now).Whitelisted);

        static ProjectConfig At(double green) => SamplePosts.Project with { Thresholds = new() { GreenMin = green, YellowMin = 0.3 } };
        static double Score(Post post) => PostScorer.For(SamplePosts.Project).Score(post, Fits, SamplePosts.Now).Total;
    }

    [Fact]
    public void Exemplar_is_a_way_where_the_relevance_it_would_bring_suffices()
    {
        Assert.True(With(Fits with { Relevance = 0.95 }));
        Assert.False(With(Fits with { Relevance = 0.76 }));
        Assert.False(With(null));

        static bool With(TopicRelevance? taught)
        {
            var green = PostScorer.For(SamplePosts.Project).Score(Statement, Fits with { Relevance = 0.9 }, SamplePosts.Now).Total;
            return WaysToGreen.Of(SamplePosts.Project with { Thresholds = new() { GreenMin = green, YellowMin = 0.1 } }, Statement, Fits, SamplePosts.Now, taught: taught).Exemplar;
        }
    }
}
