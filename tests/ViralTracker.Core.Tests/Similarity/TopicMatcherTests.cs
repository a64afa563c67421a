using ViralTracker.Core.Projects;
using ViralTracker.Core.Similarity;
using Xunit;

namespace ViralTracker.Core.Tests.Similarity;

public class TopicMatcherTests
{
    private static readonly Topic Coding = new() { Label = "coding", Description = "AI coding assistants and developer tools" };
    private static readonly Topic Gardening = new() { Label = "gardening", Description = "growing vegetables and flowers in the garden" };

    [Theory]
    [InlineData("Which AI coding assistant do developers trust with a large codebase?", "coding")]
    [InlineData("My tomatoes and roses love the new compost in the garden", "gardening")]
    public void Post_is_nearest_to_the_topic_it_is_about(string post, string topic)
    {
        var result = Match(post, Coding, Gardening);
        Assert.Equal(topic, result.Nearest!.Value.Topic);
        Assert.True(result.Relevance > 0.8);
        Assert.True(result.Margin > 0.2);
        Assert.Equal(result.Topics.Max(t => t.Match) - result.Topics.Min(t => t.Match), result.Margin, 12);
    }

    [Fact]
    public void Post_about_something_else_is_hardly_relevant() =>
        Assert.True(Match("What a goal in the last minute of the match!", Coding, Gardening).Relevance < 0.5);

    [Fact]
    public void Fault09_second_similar_topic_never_lowers_relevance()
    {
        const string post = "Our developers tried three AI tools for code review";
        var similar = Coding with { Label = "twin", Description = "AI tools for software developers" };
        Assert.True(Match(post, Coding, similar).Relevance >= Match(post, Coding).Relevance);
    }

    [Fact]
    public void Exemplar_raises_the_match_of_a_post_with_its_words()
    {
        const string post = "zorblax indexing keeps failing on my laptop";
        var taught = Coding with { Exemplars = ["zorblax indexing is slow"] };
        Assert.True(Match(post, taught).Nearest!.Value.Match > Match(post, Coding).Nearest!.Value.Match + 0.2);
    }

    [Fact]
    public void The_most_relevant_topic_may_be_another_than_the_nearest()
    {
        const string post = "Our developers tried three AI tools for code review";
        var scattered = Gardening with { Exemplars = [post, "Tomatoes want compost, water and sun", "Prune the roses in late winter", "Slugs ate the lettuce again"] };
        var result = Match(post, scattered, Coding);
        Assert.Equal("gardening", result.Nearest!.Value.Topic);
        Assert.Equal(("coding", result.Relevance), (result.MostRelevant!.Value.Topic, result.MostRelevant.Value.Relevance));
        Assert.Null(Match(post).MostRelevant);
    }

    [Fact]
    public void Margin_of_the_only_topic_is_its_match()
    {
        var result = Match("developer tools", Coding);
        Assert.Equal(result.Nearest!.Value.Match, result.Margin);
    }

    [Fact]
    public void Project_without_topics_has_no_nearest_one() =>
        Assert.Equal((null, 0, 0), (Match("text").Nearest, Match("text").Margin, Match("text").Relevance));

    [Fact]
    public void Unknown_post_fits_no_topic() =>
        Assert.Equal(new TopicMatch("coding", 0, 0), Match("https://example.org/", Coding).Nearest);

    [Fact]
    public void Topic_without_known_words_fits_no_post() =>
        Assert.Equal(new TopicMatch("@", 0, 0), Match("developer tools", new Topic { Label = "@" }).Nearest);

    [Fact]
    public void Background_of_another_size_is_refused() =>
        Assert.Throws<FormatException>(() => new EmbeddingBackground(new byte[100], 192));

    private static TopicMatches Match(string post, params Topic[] topics) =>
        new TopicMatcher(Embedding.Embedder, Embedding.Background, topics)
            .Match(Embedding.Embed(post).Vector, Embedding.Embedder.Lexical(post));
}
