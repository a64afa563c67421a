using FsCheck;
using FsCheck.Fluent;
using ViralTracker.Core.Posts;
using ViralTracker.Core.Projects;
using ViralTracker.Core.Scoring;
using Xunit;

namespace ViralTracker.Core.Tests.Scoring;

public sealed class CalibratedScorerTests
{
    private static readonly EngagementExpectation Usual = new();

    private static readonly Gen<Post> Posts =
        from likes in Gen.Choose(int.MinValue, int.MaxValue)
        from followers in Gen.Choose(int.MinValue, int.MaxValue)
        from minutes in Gen.Choose(-1_000_000, 1_000_000)
        from text in ArbMap.Default.GeneratorFor<string?>()
        from handle in ArbMap.Default.GeneratorFor<string?>()
        select SamplePosts.Post with
        {
            Metrics = new() { Likes = likes },
            Author = new() { Handle = handle, Followers = followers },
            PostedAt = SamplePosts.Now.AddMinutes(minutes),
            Text = text ?? "",
        };

    [Fact]
    public void Scores_of_any_post_stay_in_0_to_1() => Check.QuickThrowOnFailure(Prop.ForAll(
        Posts.Zip(Gen.Choose(-100, 1100)).ToArbitrary(),
        input =>
        {
            var score = new CalibratedScorer(SamplePosts.Project).Score(input.Item1, new("t", input.Item2 / 1000.0, 1), SamplePosts.Now);
            return new[] { score.Velocity, score.Relevance, score.Openness, score.AuthorQuality, score.Total }.All(v => v is >= 0 and <= 1 + Golden.Tolerance);
        }));

    [Fact]
    public void Fault05_and_07_extreme_dates_and_missing_counts_score() =>
        Assert.InRange(
            new CalibratedScorer(SamplePosts.Project).Score(SamplePosts.Post with { Author = new(), PostedAt = DateTimeOffset.MaxValue }, TopicRelevance.Unknown, DateTimeOffset.MinValue).Total, 0, 1);

    [Fact]
    public void Fault06_a_post_without_engagement_has_no_velocity() => Assert.Equal(0, VelocityOf(likes: 0, hours: 2));

    [Fact]
    public void Fault07_a_date_in_the_future_gains_nothing() => Assert.Equal(VelocityOf(40, hours: 3), VelocityOf(40, hours: -3), 12);

    [Fact]
    public void A_clock_skewed_by_minutes_changes_nothing() => Assert.Equal(VelocityOf(5, hours: 0.1), VelocityOf(5, hours: -0.1), 12);

    [Fact]
    public void More_engagement_of_the_same_age_and_audience_is_faster() => Assert.True(VelocityOf(20, 2) > VelocityOf(10, 2));

    [Fact]
    public void The_same_engagement_means_less_for_a_larger_audience() =>
        Assert.True(VelocityOf(20, 2, followers: 1_000_000) < VelocityOf(20, 2, followers: 1_000));

    [Fact]
    public void The_same_engagement_means_less_for_an_older_post() => Assert.True(VelocityOf(20, 24) < VelocityOf(20, 1));

    [Fact]
    public void A_rising_post_beats_one_that_has_had_its_day()
    {
        var now = new MetricsSnapshot(new() { Likes = 60 }, SamplePosts.Now);
        var posted = SamplePosts.Now.AddHours(-4);
        var rising = Velocity.Of(Usual, now, posted, 5_000, new(new() { Likes = 10 }, SamplePosts.Now.AddHours(-1)));
        var decaying = Velocity.Of(Usual, now, posted, 5_000, new(new() { Likes = 59 }, SamplePosts.Now.AddHours(-1)));
        Assert.True(rising.Value > decaying.Value);
        Assert.True(decaying.Value > 0);
    }

    [Fact]
    public void A_snapshot_that_is_not_earlier_is_ignored()
    {
        var now = new MetricsSnapshot(new() { Likes = 60 }, SamplePosts.Now);
        Assert.Null(Velocity.Of(Usual, now, SamplePosts.Now.AddHours(-4), 5_000, now).Since);
    }

    [Fact]
    public void Counts_seen_after_the_moment_asked_about_are_taken_as_of_it()
    {
        double Of(TimeSpan later) => new CalibratedScorer(SamplePosts.Project)
            .Score(SamplePosts.Post with { Metrics = new() { Likes = 20 } }, TopicRelevance.Unknown, SamplePosts.Now, new() { SeenAt = SamplePosts.Now + later }).Velocity;
        Assert.Equal(Of(TimeSpan.Zero), Of(TimeSpan.FromHours(9)));
        Assert.True(Of(TimeSpan.FromHours(-1)) > Of(TimeSpan.Zero));
    }

    [Fact]
    public void The_newest_snapshot_that_is_far_enough_before_is_compared()
    {
        MetricsSnapshot Ago(double minutes) => new(new() { Likes = 1 }, SamplePosts.Now.AddMinutes(-minutes));
        Assert.Equal(Ago(60), Velocity.Before(SamplePosts.Now, [Ago(300), Ago(60), Ago(120), Ago(3), Ago(0), Ago(-90)]));
        Assert.Null(Velocity.Before(SamplePosts.Now, [Ago(3), Ago(0), Ago(-90)]));
    }

    [Fact]
    public void Nothing_gained_where_nothing_was_usual_says_nothing()
    {
        var now = new MetricsSnapshot(new() { Likes = 3 }, SamplePosts.Now);
        var old = SamplePosts.Now.AddDays(-3);
        var once = Velocity.Of(Usual, now, old, 300).Value;
        Assert.InRange(once - Velocity.Of(Usual, now, old, 300, now with { SeenAt = SamplePosts.Now.AddMinutes(-15) }).Value, 0, 0.001);
    }

    [Fact]
    public void A_large_gain_counts_where_little_was_usual()
    {
        var now = new MetricsSnapshot(new() { Likes = 60 }, SamplePosts.Now);
        var old = SamplePosts.Now.AddDays(-3);
        var rising = Velocity.Of(Usual, now, old, 5_000_000, new(new() { Likes = 2 }, SamplePosts.Now.AddMinutes(-15)));
        Assert.True(rising.Value > Velocity.Of(Usual, now, old, 5_000_000).Value);
    }

    [Fact]
    public void Any_two_snapshots_of_any_clock_give_a_velocity_within_bounds() => Check.QuickThrowOnFailure(Prop.ForAll(
        (from before in Gen.Choose(-100_000, 100_000)
         from seen in Gen.Choose(-100_000, 100_000)
         from posted in Gen.Choose(-100_000, 100_000)
         from likes in Gen.Choose(0, 50).Two()
         select (before, seen, posted, likes)).ToArbitrary(),
        x =>
        {
            var previous = new MetricsSnapshot(new() { Likes = x.likes.Item1 }, SamplePosts.Now.AddMinutes(x.before));
            var history = new PostHistory { SeenAt = SamplePosts.Now.AddMinutes(x.seen), Previous = previous };
            var post = SamplePosts.Post with { Metrics = new() { Likes = x.likes.Item2 }, PostedAt = SamplePosts.Now.AddMinutes(x.posted) };
            return new CalibratedScorer(SamplePosts.Project).Score(post, TopicRelevance.Unknown, SamplePosts.Now, history).Velocity is >= 0 and <= 1;
        }));

    [Fact]
    public void Two_snapshots_and_answers_seen_are_told()
    {
        var history = new PostHistory
        {
            SeenAt = SamplePosts.Now,
            Previous = new(new() { Likes = 0 }, SamplePosts.Now.AddMinutes(-30)),
            Author = new(3, 1),
        };
        var inputs = new CalibratedScorer(SamplePosts.Project).Score(SamplePosts.Post with { PostedAt = SamplePosts.Now.AddHours(-1) }, TopicRelevance.Unknown, SamplePosts.Now, history).Inputs;
        Assert.Equal((30, 3, 1), (inputs["minutes_between_counts"], inputs["author_replies"], inputs["author_answers"]));
        Assert.Equal(inputs["engagement"], inputs["engagement_gained"]);
    }

    [Theory]
    [InlineData(5_000L, 0.65, 1.0)]
    [InlineData(50L, 0.2, 0.5)]
    [InlineData(60_000_000L, 0.0, 0.2)]
    [InlineData(null, 0.3, 0.6)]
    public void An_authors_value_follows_the_reach_and_is_no_constant(long? followers, double least, double most) =>
        Assert.InRange(Score(SamplePosts.Post with { Author = new() { Handle = "ada", Followers = followers } }).AuthorQuality, least, most);

    [Fact]
    public void Lists_decide_before_reach()
    {
        var project = SamplePosts.Project with { Sources = new() { WhitelistHandles = ["@Ada"], BlacklistHandles = ["bob"] } };
        var tiny = SamplePosts.Post with { Author = new() { Handle = "ada", Followers = 3 } };
        Assert.InRange(Score(tiny, project).AuthorQuality, 0.9, 1);
        Assert.Equal(0, Score(tiny with { Author = new() { Handle = "Bob", Followers = 5_000 } }, project).AuthorQuality);
    }

    [Fact]
    public void An_author_who_answers_is_worth_more_than_one_who_does_not()
    {
        double Of(AuthorHistory history) =>
            new CalibratedScorer(SamplePosts.Project).Score(SamplePosts.Post, TopicRelevance.Unknown, SamplePosts.Now, new() { Author = history }).AuthorQuality;
        Assert.True(Of(new(5, 4)) > Of(new(5, 0)));
    }

    [Fact]
    public void The_nearest_topic_and_its_margin_are_told()
    {
        var score = new CalibratedScorer(SamplePosts.Project).Score(SamplePosts.Post, new("build times", 0.8, 0.5, 0.2), SamplePosts.Now);
        Assert.Equal(("build times", 0.2), (score.Topic, score.Inputs["topic_margin"]));
    }

    [Fact]
    public void Why_without_reasons_tells_the_total_as_it_stands_beside_it()
    {
        var post = SamplePosts.Post with { Text = "We moved the servers.", Metrics = new(), Author = new() { Handle = "ada", Followers = 400 } };
        var scores = Enumerable.Range(0, 40).Select(i => new CalibratedScorer(SamplePosts.Project).Score(post, new("build times", 0.3 + 0.01 * i, 0.5), SamplePosts.Now)).ToList();

        Assert.Contains(scores, score => score.Total - Math.Floor(score.Total * 100) / 100 > 0.005);
        Assert.All(scores, score => Assert.Equal($"score {score.TotalText(2)}", score.Why));
    }

    [Theory]
    [InlineData(4, false)]
    [InlineData(40, true)]
    public void Why_tells_a_rate_only_of_likes_that_are_some(long likes, bool told)
    {
        var post = SamplePosts.Post with { Metrics = new() { Likes = likes }, PostedAt = SamplePosts.Now.AddMinutes(-2) };
        Assert.Equal(told, new CalibratedScorer(SamplePosts.Project).Score(post, new("build times", 0.85, 0.5), SamplePosts.Now).Why.Contains("likes/hr", StringComparison.Ordinal));
    }

    [Fact]
    public void Why_names_the_nearest_topic_and_its_own_percentage()
    {
        string Why(TopicRelevance relevance) => new CalibratedScorer(SamplePosts.Project).Score(SamplePosts.Post, relevance, SamplePosts.Now).Why;
        Assert.Contains("build times (85%)", Why(new("build times", 0.85, 0.5)), StringComparison.Ordinal);
        Assert.Contains("build times (75%)", Why(new("build times", 0.85, 0.5) { RelevantTo = "pricing", OfTopic = 0.75 }), StringComparison.Ordinal);
        Assert.DoesNotContain("%", Why(new("build times", 0.85, 0.5) { RelevantTo = "pricing", OfTopic = 0.65 }), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData(0.945, 2, "0.94")]
    [InlineData(0.9499, 2, "0.94")]
    [InlineData(0.9499, 3, "0.949")]
    [InlineData(0.95, 2, "0.95")]
    [InlineData(0.29, 2, "0.29")] // 28.999999999999996 hundredths
    [InlineData(0, 2, "0.00")]
    [InlineData(1, 3, "1.000")]
    public void A_total_is_shown_rounded_down(double total, int digits, string shown) =>
        Assert.Equal(shown, (Score(SamplePosts.Post) with { Total = total }).TotalText(digits));

    [Fact]
    public void The_same_engagement_is_faster_the_longer_posts_of_the_project_live()
    {
        var post = SamplePosts.Post with { Metrics = new() { Likes = 40 } };
        double Of(double halfLife) => Score(post, SamplePosts.Project with { HalfLifeMinutes = halfLife }).Velocity;
        Assert.True(Of(600) > Of(30));
    }

    [Fact]
    public void What_usually_comes_between_two_counts_follows_the_projects_half_life()
    {
        var post = SamplePosts.Post with { PostedAt = SamplePosts.Now.AddMinutes(-120) };
        var history = new PostHistory { SeenAt = SamplePosts.Now, Previous = new(new() { Likes = 0 }, SamplePosts.Now.AddMinutes(-60)) };
        double Of(double halfLife) => new CalibratedScorer(SamplePosts.Project with { HalfLifeMinutes = halfLife })
            .Score(post, TopicRelevance.Unknown, SamplePosts.Now, history).Inputs["engagement_gained_usual"];
        // 120/180 − 60/120 = 1/6 of all at a half-life of 60 minutes, 120/360 − 60/300 = 2/15 at one of 240.
        Assert.Equal(1.25, Of(60) / Of(240), 9);
    }

    [Fact]
    public void Authors_within_the_projects_band_are_worth_the_most()
    {
        var post = SamplePosts.Post with { Author = new() { Handle = "ada", Followers = 50 } };
        double Of(int least, int most) => Score(post, SamplePosts.Project with { AuthorBand = new() { MinFollowers = least, MaxFollowers = most } }).AuthorQuality;
        Assert.Equal((1, 0.5, 0.5), (Of(10, 100), Of(500, 1_000), Of(1, 5)));
    }

    [Fact]
    public void A_project_chooses_its_scorer_and_gets_weights_that_suit_it()
    {
        Assert.Equal("calibrated-9", PostScorer.For(SamplePosts.Project).Version);
        var classic = SamplePosts.Project with { Scoring = PostScorer.Classic };
        Assert.Equal("classic-1", PostScorer.For(classic).Version);
        Assert.Equal((new ScoreWeights(), new ScoreThresholds()), (classic.Weights, classic.Thresholds));
        Assert.Equal((ScoreWeights.Calibrated, ScoreThresholds.Calibrated), (SamplePosts.Project.Weights, SamplePosts.Project.Thresholds));
        Assert.Equal(0.5, (classic with { Weights = new() { Velocity = 0.5 } }).Weights.Velocity);
    }

    [Fact]
    public void Each_component_tells_what_would_make_the_post_green()
    {
        foreach (var relevance in new[] { 0.1, 0.45, 0.55, 0.8 })
        {
            var scorer = new CalibratedScorer(SamplePosts.Project);
            var score = scorer.Score(SamplePosts.Post, new("t", relevance, 0.5), SamplePosts.Now);
            var weights = SamplePosts.Project.Weights;
            var shares = Shortfall.To(0.6, score, new("t", relevance, 0.5), weights, scorer);
            Assert.Equal(score.Total, shares.Sum(share => share.Points), 9);
            foreach (var share in shares)
                if (share is { Name: not "relevance", Needed: > 0 and var needed })
                    Assert.Equal(0.6, score.Total + ((needed - share.Value) * share.Weight), 9);
            if (shares[1].Needed is { } fit && fit > 0)
                Assert.Equal(0.6, scorer.Score(SamplePosts.Post, new("t", fit, 0.5), SamplePosts.Now).Total, 9);
        }
    }

    [Theory]
    [InlineData("Does anyone know a good dentist in Leeds?", 5_000)]
    [InlineData("Which coding agent would you let near a payment service, and what would you check first?", 12)]
    public void Without_topics_no_post_is_relevant_and_nothing_makes_one_green(string text, long likes)
    {
        var project = SamplePosts.Project with { Taxonomy = [] };
        var (scorer, post) = (PostScorer.For(project), SamplePosts.Post with { Text = text, Metrics = new() { Likes = likes } });
        var score = scorer.Score(post, TopicRelevance.Unknown, SamplePosts.Now);

        Assert.Equal((0, ScoreLabel.Red), (score.Total, score.Label));
        Assert.All(Shortfall.To(project.Thresholds.GreenMin, score, TopicRelevance.Unknown, project.Weights, scorer), share => Assert.Null(share.Needed));
        Assert.Equal(new WaysToGreen(null, false, false, false), WaysToGreen.Of(project, post, TopicRelevance.Unknown, SamplePosts.Now));
    }

    [Theory]
    [InlineData(0.4)]
    [InlineData(0.46)]
    public void Without_topics_all_but_relevance_tell_what_would_make_the_post_green_by_classic_scoring(double green)
    {
        var project = SamplePosts.Project with { Scoring = PostScorer.Classic, Taxonomy = [], Thresholds = new() { GreenMin = green, YellowMin = 0.1 } };
        var (scorer, post) = (PostScorer.For(project), SamplePosts.Post with { Text = "Does anyone know a good dentist in Leeds?" });
        var score = scorer.Score(post, TopicRelevance.Unknown, SamplePosts.Now);

        var shares = Shortfall.To(green, score, TopicRelevance.Unknown, project.Weights, scorer);

        Assert.Equal(score.Total, shares.Sum(share => share.Points), 9);
        Assert.Null(shares.Single(share => share.Name == "relevance").Needed);
        Assert.Contains(shares, share => share.Needed is not null);
        foreach (var share in shares)
            if (share.Needed is { } needed) Assert.Equal((ScoreLabel.Yellow, ScoreLabel.Green), (LabelWith(share.Name, needed - 1e-9), LabelWith(share.Name, needed + 1e-9)));
        if (WaysToGreen.Of(project, post, TopicRelevance.Unknown, SamplePosts.Now).Likes is { } likes)
            Assert.Equal(ScoreLabel.Green, scorer.Score(post with { Metrics = post.Metrics with { Likes = likes } }, TopicRelevance.Unknown, SamplePosts.Now).Label);

        ScoreLabel LabelWith(string name, double value) => Classic.Label(
            Classic.Total(
                name == "velocity" ? value : score.Velocity, 0, name == "openness" ? value : score.Openness, name == "author" ? value : score.AuthorQuality,
                project.Weights, scorer.OnTopic(TopicRelevance.Unknown)),
            project.Thresholds);
    }

    [Fact]
    public void What_is_about_no_topic_earns_nothing_by_being_open_or_popular()
    {
        var question = SamplePosts.Post with { Text = "Does anyone know a good dentist in Leeds?", Metrics = new() { Likes = 5_000 } };
        PostScore At(double relevance) => new CalibratedScorer(SamplePosts.Project).Score(question, new("t", relevance, 0.5), SamplePosts.Now);

        Assert.Equal(0.25 * SamplePosts.Project.Weights.Relevance, At(0.25).Total, 9);
        Assert.Equal(ScoreLabel.Red, At(0.38).Label);
        Assert.Equal(ScoreLabel.Green, At(0.6).Label);
        Assert.Equal((0, 0), (At(0).OnTopic, Score(question).OnTopic));
        Assert.Equal((0, 0.5, 1), (At(0.3).OnTopic, Math.Round(At(0.45).OnTopic, 9), At(0.9).OnTopic));
    }

    private static double VelocityOf(long likes, double hours, long followers = 5_000) =>
        Score(SamplePosts.Post with { Metrics = new() { Likes = likes }, Author = new() { Followers = followers }, PostedAt = SamplePosts.Now.AddHours(-hours) }).Velocity;

    private static PostScore Score(Post post, ProjectConfig? project = null) =>
        new CalibratedScorer(project ?? SamplePosts.Project).Score(post, TopicRelevance.Unknown, SamplePosts.Now);
}
