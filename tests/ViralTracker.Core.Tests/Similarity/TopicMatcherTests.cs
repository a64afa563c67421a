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

    /// <summary>What the embedder makes of another language tells the language before all else.</summary>
    [Theory]
    [InlineData("es", "Facturas, impuestos y contabilidad de autónomos", "¿Cómo lleváis la contabilidad de vuestro negocio?", "Llevo las facturas y los impuestos de autónomo en un Excel", "Qué golazo en el último minuto del partido")]
    [InlineData("de", "Rechnungen, Steuern und Buchhaltung von Selbstständigen", "Wie macht ihr eure Buchhaltung?", "Meine Buchhaltung mache ich selbst, die Rechnungen und Steuern auch", "Was für ein Tor in der letzten Minute, unglaublich")]
    [InlineData("sv", "Fakturor, skatt och bokföring för egenföretagare", "Hur sköter ni er bokföring?", "Jag sköter min bokföring och mina fakturor själv", "Vilket mål i sista minuten av matchen")]
    [InlineData("ja", "マラソン大会のための練習とランニング", "マラソンのシューズは何を使ってますか？", "大阪マラソンのためにランニングの練習を始めた", "このラーメン屋のスープは本当においしい")]
    [InlineData("ru", "Счета, налоги и бухгалтерия для самозанятых", "Как вы ведёте бухгалтерию?", "Веду бухгалтерию и налоги сам, счета тоже", "Какой гол на последней минуте матча, невероятно")]
    public void Post_in_another_language_is_told_by_how_it_differs_from_others_in_it(string language, string description, string exemplar, string on, string off)
    {
        var topic = new Topic { Label = "topic", Description = description, Exemplars = [exemplar] };
        var (its, other) = (MatchIn(language, on, topic).Relevance, MatchIn(language, off, topic).Relevance);
        Assert.InRange(its, 0.6, 1);
        Assert.InRange(other, 0, Math.Min(0.65, its - 0.2));
    }

    [Fact]
    public void Post_in_English_is_matched_with_a_topic_in_English_as_ever()
    {
        const string post = "Our developers tried three AI tools for code review";
        Assert.Equal(Match(post, Coding).Nearest, MatchIn("en", post, Coding).Nearest);
        Assert.Equal(Match(post, Coding).Nearest, MatchIn(null, post, Coding).Nearest);
    }

    [Fact]
    public void Post_in_English_hardly_fits_a_topic_in_another_language()
    {
        var topic = new Topic { Label = "contabilidad", Description = "Facturas, impuestos y contabilidad de autónomos", Exemplars = ["¿Cómo lleváis la contabilidad de vuestro negocio?"] };
        Assert.True(MatchIn("en", "What a goal in the last minute of the match!", topic).Relevance < 0.5);
    }

    private const string InGerman = "Rechnungen, Steuern und Buchhaltung von Selbstständigen", InEnglish = "Invoices, taxes and bookkeeping of freelancers";

    [Theory]
    [InlineData(InEnglish, "Wie macht ihr eure Buchhaltung?", "Meine Steuererklärung für das letzte Jahr ist immer noch nicht fertig")]
    [InlineData(InGerman, "How do you do your bookkeeping as a freelancer?", "My tax return for last year is still not done")]
    public void Topic_described_in_one_language_with_exemplars_in_another_fits_posts_in_both(string description, params string[] exemplars)
    {
        var topic = new Topic { Label = "topic", Description = description, Exemplars = [.. exemplars] };
        foreach (var (language, on, off) in new[] { ("en", "My invoices and taxes took all weekend", "The cat sleeps on the sofa again"), ("de", "Ich mache meine Buchhaltung jetzt selbst", "Die Katze schläft schon wieder auf dem Sofa") })
        {
            Assert.InRange(MatchIn(language, on, topic).Relevance, 0.6, 1);
            Assert.InRange(MatchIn(language, off, topic).Relevance, 0, 0.45);
        }
    }

    [Fact]
    public void Post_in_English_is_matched_with_the_texts_in_English_alone()
    {
        const string post = "My invoices and taxes took all weekend";
        var topic = new Topic { Label = "topic", Description = InEnglish };
        Assert.Equal(Match(post, topic).Relevance, Match(post, topic with { Exemplars = ["Wie macht ihr eure Buchhaltung?"] }).Relevance);
    }

    [Theory]
    [InlineData("Rust lang", "en", true)] // "lang" is a common word of Tagalog
    [InlineData("Rust lang", "tl", false)]
    [InlineData("AI tools", "de", true)]
    [InlineData("Immobilien", "de", false)]
    [InlineData("Immobilien", "en", true)]
    public void Topic_is_in_English_or_in_a_language_of_the_project(string description, string listed, bool english) =>
        Assert.Equal(english, new TopicModel(Embedding.Embedder, Embedding.Background, new() { Label = "topic", Description = description }, [listed]).InEnglish);

    [Fact]
    public void Background_of_another_size_is_refused() =>
        Assert.Throws<FormatException>(() => new EmbeddingBackground(new byte[100], 192));

    private static TopicMatches Match(string post, params Topic[] topics) =>
        new TopicMatcher(Embedding.Embedder, Embedding.Background, topics, [])
            .Match(Embedding.Embed(post).Vector, Embedding.Embedder.Lexical(post));

    private static TopicMatches MatchIn(string? language, string text, params Topic[] topics) =>
        new TopicMatcher(Embedding.Embedder, Embedding.Background, topics, [])
            .Match(text, Embedding.Embedder.Read(text), language);
}
