using FsCheck;
using FsCheck.Fluent;
using ViralTracker.Core.Posts;
using ViralTracker.Core.Projects;
using ViralTracker.Core.Scoring;
using Xunit;

namespace ViralTracker.Core.Tests.Scoring;

public sealed class ClassicScorerTests
{
    private static readonly ClassicScorer Scorer = new(SamplePosts.Project);

    private static readonly Gen<long?> Count = Gen.Frequency((1, Gen.Constant((long?)null)), (6, Gen.Choose(0, int.MaxValue).Select(n => (long?)n)));

    private static readonly Gen<string> Texts = ArbMap.Default.GeneratorFor<string?>().Select(text => text ?? "");

    private static readonly Gen<Post> Posts =
        from likes in Count
        from replies in Count
        from retweets in Count
        from followers in Count
        from minutes in Gen.Choose(-1_000_000, 1_000_000)
        from text in Texts
        from handle in ArbMap.Default.GeneratorFor<string?>()
        select SamplePosts.Post with
        {
            Metrics = new() { Likes = likes, Replies = replies, Retweets = retweets },
            Author = new() { Handle = handle, Followers = followers },
            PostedAt = SamplePosts.Now.AddMinutes(minutes),
            Text = text,
        };

    private static readonly Gen<TopicRelevance> Relevances = Gen.Choose(0, 1000).Select(n => new TopicRelevance("build times", n / 1000.0, n / 1000.0));

    [Fact]
    public void Scores_of_any_post_stay_in_0_to_1_with_a_line_of_at_most_100() => Check.QuickThrowOnFailure(Prop.ForAll(
        Posts.Zip(Relevances).ToArbitrary(),
        input =>
        {
            var score = Scorer.Score(input.Item1, input.Item2, SamplePosts.Now);
            return new[] { score.Velocity, score.Relevance, score.Openness, score.AuthorQuality, score.Total }.All(v => v is >= 0 and <= 1 + Golden.Tolerance)
                && score.Why.Length is > 0 and <= Rationale.MaxLength;
        }));

    [Fact]
    public void A_higher_total_never_has_a_lower_label() => Check.QuickThrowOnFailure(Prop.ForAll(
        Gen.Choose(0, 1000).Zip(Gen.Choose(0, 1000)).Zip(Gen.Choose(0, 1000).Zip(Gen.Choose(0, 1000))).ToArbitrary(),
        input =>
        {
            var ((a, b), (yellow, more)) = input;
            var thresholds = new ScoreThresholds { YellowMin = yellow / 1000.0, GreenMin = (yellow + more) / 1000.0 };
            return Classic.Label(Math.Min(a, b) / 1000.0, thresholds) <= Classic.Label(Math.Max(a, b) / 1000.0, thresholds);
        }));

    [Fact]
    public void Fault05_and_07_missing_counts_handle_and_a_future_date_score()
    {
        var bare = SamplePosts.Post with { Author = new(), PostedAt = DateTimeOffset.MaxValue };
        var score = Scorer.Score(bare, TopicRelevance.Unknown, DateTimeOffset.MinValue);
        Assert.Equal((0.5, 0.6, "unknown"), (score.Velocity, score.AuthorQuality, score.Topic));
    }

    [Fact]
    public void The_inputs_of_a_score_are_kept_for_explaining()
    {
        var post = SamplePosts.Post with { Metrics = new() { Likes = 12, Replies = 3, Retweets = 4 }, Text = "Why does restore take so long?" };
        var inputs = Scorer.Score(post, new("build times", 0.8, 0.41), SamplePosts.Now).Inputs;
        Assert.Equal((12, 3, 4, 5_000, 120), (inputs["likes"], inputs["replies"], inputs["retweets"], inputs["followers"], inputs["minutes_since"]));
        Assert.Equal((0.41, 1, 1, 0), (inputs["topic_match"], inputs["ends_in_question"], inputs["starts_with_question_word"], inputs["hedges"]));
    }

    [Fact]
    public void Vectors_of_single_precision_give_the_same_relevance()
    {
        var relevance = Classic.Relevance<float>([1f, 0f], [new("a", new[] { 1f, 0f }), new("b", new[] { 0f, 1f })]);
        Assert.Equal(new("a", 1.0, 1.0, 1.0), relevance);
    }
}
