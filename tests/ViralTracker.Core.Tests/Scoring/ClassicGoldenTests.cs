using System.Globalization;
using System.Text.Json;
using ViralTracker.Core.Posts;
using ViralTracker.Core.Projects;
using ViralTracker.Core.Scoring;
using Xunit;

namespace ViralTracker.Core.Tests.Scoring;

/// <summary>The classic scorer against the reference's outputs: no case differs. Where the reference raised, what ours does is said.</summary>
public sealed class ClassicGoldenTests
{
    [Fact]
    public void Velocity_equals_the_reference()
    {
        // The reference's exponential overflows for -100,000 likes; ours takes the limit.
        Golden.AssertSame(Golden.Cases("compute_velocity").Select(c => (c, c.Error is null ? c.Result.GetDouble() : 0.0, Classic.Velocity(
            c.In.Number("likes"), c.In.Number("replies"), c.In.Number("retweets"), c.In.Number("minutes_since"), c.In.Number("followers")))));
    }

    [Fact]
    public void Relevance_equals_the_reference()
    {
        var cases = Golden.Cases("relevance_from_taxonomy");
        Golden.AssertSame(cases.Where(c => c.Error is null).Select(c => (c, c.Result[1].GetString(), (string?)Relevance(c.In).Topic)));
        Golden.AssertSame(cases.Where(c => c.Error is null).Select(c => (c, c.Result[0].GetDouble(), Relevance(c.In).Relevance)));
        Golden.AssertSame(cases.Where(c => c.Error is null).Select(c => (c, c.Result[2].GetDouble(), Relevance(c.In).Match)));

        // Vectors of two models are a broken contract there and here.
        Assert.All(cases.Where(c => c.Error is not null), c => Assert.Throws<ArgumentException>(() => Relevance(c.In)));
    }

    [Fact]
    public void Openness_equals_the_reference()
    {
        // The reference fails without text; ours reads it as empty.
        Golden.AssertSame(Golden.Cases("openness_score").Select(c => (c, c.Error is null ? c.Result.GetDouble() : 0.05, ClassicOpenness
            .Read(c.In.Text("text") ?? "")
            .Score(c.In.TryGetProperty("author_reply_rate", out var rate) ? rate.GetDouble() : null))));
    }

    [Fact]
    public void Author_quality_equals_the_reference()
    {
        // The reference fails without a handle; ours knows nothing about such an author (fault 5).
        Golden.AssertSame(Golden.Cases("author_quality_score").Select(c => (c, c.Error is null ? c.Result.GetDouble() : 0.6, Classic.AuthorQuality(
            c.In.Text("handle"), Handles.KeySet(c.In.Texts("whitelist")), Handles.KeySet(c.In.Texts("blacklist"))))));
    }

    [Fact]
    public void Total_equals_the_reference()
    {
        Golden.AssertSame(Golden.Cases("total_score").Select(c => (c, c.Result.GetDouble(), Classic.Total(
            c.In.Number("velocity"), c.In.Number("relevance"), c.In.Number("openness"), c.In.Number("author_quality"), Weights(c.In.GetProperty("weights"))))));
    }

    [Fact]
    public void Label_equals_the_reference()
    {
        Golden.AssertSame(Golden.Cases("label_from_score").Select(c => (c, c.Result.GetString(),
            (string?)Name(Classic.Label(c.In.Number("score"), Thresholds(c.In.GetProperty("thresholds")))))));
    }

    [Fact]
    public void A_whole_post_scores_as_in_the_reference()
    {
        var now = DateTimeOffset.Parse(Golden.Value("score_tweet_now").GetString()!, CultureInfo.InvariantCulture);
        var scored = Golden.Cases("score_tweet").Select(c => (Case: c, Score: Score(c.In, now))).ToList();

        foreach (var (name, component) in new (string, Func<PostScore, double>)[]
        {
            ("velocity", s => s.Velocity), ("relevance", s => s.Relevance), ("openness", s => s.Openness), ("author_quality", s => s.AuthorQuality),
            ("total_score", s => s.Total), ("best_topic_similarity", s => s.TopicMatch),
        })
        {
            Golden.AssertSame(scored.Select(s => (s.Case, s.Case.Result.Number(name), component(s.Score))));
        }

        Golden.AssertSame(scored.Select(s => (s.Case, s.Case.Result.Text("label"), (string?)Name(s.Score.Label))));
        Golden.AssertSame(scored.Select(s => (s.Case, s.Case.Result.Text("best_topic"), (string?)s.Score.Topic)));
    }

    private static PostScore Score(JsonElement tweet, DateTimeOffset now)
    {
        var post = new Post
        {
            Key = new("x", "1"),
            Author = new() { Handle = tweet.Text("handle"), Followers = tweet.GetProperty("followers").GetInt64() },
            Text = tweet.Text("text")!,
            PostedAt = DateTimeOffset.Parse(tweet.Text("tweeted_at")!, CultureInfo.InvariantCulture, DateTimeStyles.AssumeUniversal),
            Language = tweet.Text("lang"),
            Metrics = new()
            {
                Likes = tweet.GetProperty("likes").GetInt64(),
                Replies = tweet.GetProperty("replies").GetInt64(),
                Retweets = tweet.GetProperty("retweets").GetInt64(),
            },
        };
        var project = new ProjectConfig
        {
            Slug = "p",
            Path = "finder.yml",
            Sources = new() { WhitelistHandles = [.. tweet.Texts("whitelist")], BlacklistKeywords = [.. tweet.Texts("keywords")] },
            Weights = Weights(tweet.GetProperty("weights")),
            Thresholds = Thresholds(tweet.GetProperty("thresholds")),
        };
        return new ClassicScorer(project).Score(post, Relevance(tweet, "embedding", "taxonomy"), now);
    }

    private static TopicRelevance Relevance(JsonElement input, string post = "tweet_embedding", string topics = "taxonomy_embeddings") =>
        Classic.Relevance<double>(Vector(input.GetProperty(post)), input.GetProperty(topics).EnumerateObject().Select(t => new TopicVector<double>(t.Name, Vector(t.Value))));

    private static double[] Vector(JsonElement element) => [.. element.EnumerateArray().Select(e => e.GetDouble())];

    private static ScoreWeights Weights(JsonElement given)
    {
        var standard = new ScoreWeights();
        return new()
        {
            Velocity = Or("velocity", standard.Velocity),
            Relevance = Or("relevance", standard.Relevance),
            Openness = Or("openness", standard.Openness),
            AuthorQuality = Or("author_quality", standard.AuthorQuality),
        };

        double Or(string name, double fallback) => given.TryGetProperty(name, out var value) ? value.GetDouble() : fallback;
    }

    private static ScoreThresholds Thresholds(JsonElement given)
    {
        var standard = new ScoreThresholds();
        return new()
        {
            GreenMin = given.TryGetProperty("green_min", out var green) ? green.GetDouble() : standard.GreenMin,
            YellowMin = given.TryGetProperty("yellow_min", out var yellow) ? yellow.GetDouble() : standard.YellowMin,
        };
    }

    private static string Name(ScoreLabel label) => label switch
    {
        ScoreLabel.Green => "green",
        ScoreLabel.Yellow => "yellow",
        _ => "red",
    };
}
