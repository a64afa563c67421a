using ViralTracker.Core.Scoring;
using Xunit;

namespace ViralTracker.Core.Tests.Scoring;

public sealed class AnswerableTests
{
    private static readonly string[] Thoughts =
    [
        "Our nightly build went from 40 to 12 minutes once we stopped running migrations for every test, but now two of them fail on Mondays and I can't see why.",
        "Is a shared staging server worth the trouble for a team of four?",
        "@bob I tried that last year and it broke our permissions, so we went back to one role per service.",
        "I think most teams adopt microservices to avoid talking to each other, and then they spend the time they saved on meetings about contracts.",
        "Not sure if I should rewrite the importer or keep patching it. It works, but nobody dares to touch it any more...",
        "Switched my newsletter to plain text and my reply rate doubled. The pretty template took me a week and did nothing for me. https://example.com/x",
        "Nach zwei Jahren mit Kubernetes glaube ich, dass wir mit zwei Servern und einem Skript besser gefahren wären. Wir haben mehr Zeit mit dem Cluster verbracht als mit dem Produkt.",
        "Creo que cobramos demasiado poco: cada cliente nuevo nos pregunta lo mismo y nadie se queja nunca del precio, pero me da miedo subirlo ahora.",
    ];

    private static readonly string[] Others =
    [
        "Startup Raises $12 Million To Bring Robots To Farms https://example.com/x",
        "🚀🚀🚀 Join our FREE webinar tomorrow! Register now 👉 https://example.com/x #AI #startup #growth",
        "10 Prompts That Will Change How You Work Forever 👇",
        "New on the blog: How to write better tests https://example.com/x",
        "Thank you so much! 🙏",
        "Happy birthday @bob!! 🎉🎉🎉",
        "#AI #MachineLearning #DataScience https://example.com/x",
        "Die 5 besten KI-Tools für Gründer! 🔥 https://example.com/x #KI #Startup",
        "¡Apúntate ya a nuestro curso gratis! 🔥 https://example.com/x #IA #curso",
        "BREAKING: Big Company Announces New Model: https://example.com/x",
    ];

    [Fact]
    public void A_thought_of_ones_own_has_more_to_answer_than_a_headline_notice_or_bait()
    {
        var least = Thoughts.MinBy(Answerable)!;
        var most = Others.MaxBy(Answerable)!;

        Assert.True(Answerable(least) > Answerable(most), $"{Answerable(least):F2} {least}\n{Answerable(most):F2} {most}");
    }

    [Fact]
    public void Neither_fame_nor_a_bold_mark_makes_a_headline_on_topic_outrank_a_thought()
    {
        PostScore Score(string text, long likes, long followers) => new CalibratedScorer(SamplePosts.Project).Score(
            SamplePosts.Post with { Text = text, Metrics = new() { Likes = likes }, Author = SamplePosts.Post.Author with { Followers = followers } }, new("t", 0.8, 0.5), SamplePosts.Now);

        foreach (var thought in Thoughts)
            foreach (var other in Others)
                Assert.True(Score(thought, 3, 2_000).Total > Score(other, 3_000, 80_000).Total, $"{thought}\n{other}");
    }

    [Fact]
    public void What_counts_less_is_all_but_relevance()
    {
        var weights = SamplePosts.Project.Weights;
        var score = new CalibratedScorer(SamplePosts.Project).Score(SamplePosts.Post with { Text = Others[0] }, new("t", 0.8, 0.5), SamplePosts.Now);

        Assert.InRange(score.Answerable, 0.05, 0.5);
        Assert.Equal(
            (weights.Relevance * 0.8) + (score.Answerable * ((weights.Velocity * score.Velocity) + (weights.Openness * score.Openness) + (weights.AuthorQuality * score.AuthorQuality))),
            score.Total, 9);
        Assert.Equal(score.Answerable, score.Inputs[ScoreInputs.Answerable]);
        Assert.Equal(1, new ClassicScorer(SamplePosts.Project with { Scoring = PostScorer.Classic }).Score(SamplePosts.Post, TopicRelevance.Unknown, SamplePosts.Now).Answerable);
    }

    [Theory]
    [InlineData("")]
    [InlineData("😀")]
    [InlineData("\ud83d")]
    [InlineData("RT @bob: Is a shared staging server worth the trouble?")]
    public void Any_text_has_a_value(string text) => Assert.InRange(Answerable(text), 0, 1);

    private static double Answerable(string text) => Openness.Read(text).Answerable;
}
