using System.Text.Json;
using ViralTracker.Core.Posts;
using ViralTracker.Core.Projects;
using ViralTracker.Core.Scoring;
using ViralTracker.Testing;
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
    [InlineData(PostScorer.Calibrated, 0.45)]
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

    /// <summary>Each way that is named makes the post green, and none does that is not.</summary>
    [Theory]
    [InlineData(PostScorer.Calibrated)]
    [InlineData(PostScorer.Classic)]
    public void Of_any_real_post_what_is_promised_holds_and_nothing_else_does(string scoring)
    {
        var project = SamplePosts.Project with { Scoring = scoring, Thresholds = new() { GreenMin = 0.5, YellowMin = 0.3 } };
        var scorer = PostScorer.For(project);
        var kept = new int[4];
        foreach (var (post, relevance) in RealPosts())
        {
            var score = scorer.Score(post, relevance, SamplePosts.Now);
            if (score.Label == ScoreLabel.Green) continue;
            var ways = WaysToGreen.Of(project, post, relevance, SamplePosts.Now);
            var listed = PostScorer.For(project with { Sources = new() { WhitelistHandles = [post.Author.Handle!] } });
            var needed = Shortfall.To(project.Thresholds.GreenMin, score, relevance, project.Weights, scorer).Single(share => share.Name == "relevance").Needed;

            Assert.Equal(ways.Asking, IsGreen(scorer, post with { Text = post.Text + " What do you think?" }, relevance));
            Assert.Equal(ways.Whitelisted, IsGreen(listed, post, relevance));
            Assert.Equal(ways.Likes is not null, IsGreen(scorer, Liked(10_000_000), relevance));
            if (ways.Likes is { } likes) Assert.Equal((true, false), (IsGreen(scorer, Liked(likes), relevance), IsGreen(scorer, Liked(likes - 1), relevance)));
            Assert.Equal(needed is not null, IsGreen(scorer, post, relevance with { Relevance = 1 }));
            if (needed is { } fit) Assert.Equal((true, false), (IsGreen(scorer, post, relevance with { Relevance = Math.Min(1, fit + 1e-9) }), IsGreen(scorer, post, relevance with { Relevance = fit - 1e-6 })));
            foreach (var (way, holds) in new[] { ways.Asking, ways.Whitelisted, ways.Likes is not null, needed is not null }.Index())
                if (holds) kept[way]++;

            Post Liked(long count) => post with { Metrics = post.Metrics with { Likes = count } };
        }

        Assert.All(kept, count => Assert.InRange(count, 1, int.MaxValue));

        static bool IsGreen(IPostScorer by, Post post, TopicRelevance relevance) => by.Score(post, relevance, SamplePosts.Now).Label == ScoreLabel.Green;
    }

    private static IEnumerable<(Post Post, TopicRelevance Relevance)> RealPosts() =>
        File.ReadLines(SharedData.Require("data/demo_ai_tools.jsonl")).Select((line, i) =>
        {
            using var json = JsonDocument.Parse(line);
            var (likes, followers) = (json.RootElement.GetProperty("likes").GetInt64(), json.RootElement.GetProperty("author_followers").GetInt64());
            var post = SamplePosts.Post with { Text = json.RootElement.GetProperty("text").GetString()!, Metrics = new() { Likes = likes }, Author = new() { Handle = "someone_demo", Followers = i % 2 == 0 ? followers : 20 } };
            return (post, new TopicRelevance("builds", i % 21 / 20.0, 0.5));
        });

    /// <summary>They do, and without any of them the rest does not.</summary>
    [Fact]
    public void Where_no_change_suffices_alone_the_fewest_that_do_together_are_named()
    {
        var taught = Fits with { Relevance = 0.95 };
        var named = new List<ChangesToGreen>();
        for (var green = 0.50; green <= 1; green += 0.01)
        {
            var project = SamplePosts.Project with { Thresholds = new() { GreenMin = green, YellowMin = 0.1 } };
            var ways = WaysToGreen.Of(project, Statement, Fits, SamplePosts.Now, taught: taught);
            var alone = ways is not { Likes: null, Asking: false, Whitelisted: false, Exemplar: false };
            if (ways.Together is not { } together)
            {
                Assert.Equal(!alone, !alone && !IsGreen(project, new(true, true, true, 10_000_000)));
                continue;
            }

            named.Add(together);
            Assert.False(alone);
            Assert.True(IsGreen(project, together));
            if (together.Likes is { } likes) Assert.False(IsGreen(project, together with { Likes = likes - 1 }));
            if (together.Asking) Assert.False(IsGreen(project, together with { Asking = false }));
            if (together.Exemplar) Assert.False(IsGreen(project, together with { Exemplar = false }));
            if (together.Whitelisted) Assert.False(IsGreen(project, together with { Whitelisted = false }));
        }

        Assert.Contains(named, changes => changes is { Exemplar: true, Whitelisted: true } or { Exemplar: true, Asking: true });

        bool IsGreen(ProjectConfig project, ChangesToGreen changes) =>
            PostScorer.For(changes.Whitelisted ? project with { Sources = new() { WhitelistHandles = [Statement.Author.Handle!] } } : project).Score(
                Statement with { Text = Statement.Text + (changes.Asking ? " What do you think?" : ""), Metrics = new() { Likes = changes.Likes ?? 3 } },
                changes.Exemplar ? taught : Fits, SamplePosts.Now).Label == ScoreLabel.Green;
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
