using ViralTracker.Core.Drafting;
using ViralTracker.Core.Projects;
using ViralTracker.Core.Quality;
using ViralTracker.Core.Tests.Similarity;
using Xunit;

namespace ViralTracker.Core.Tests.Quality;

/// <summary>Replies in wordings that no list of phrases holds.</summary>
public sealed class EmptinessTests
{
    private const string Backup = "Our nightly backup takes 3 hours and nobody ever tested the restore.";
    private const string Editor = "vscode keeps eating my RAM. Is there an editor that doesn't?";

    private static readonly SuggestionKind Kind = new("any", "", 20, 280);

    public static TheoryData<string> Empty =>
    [
        "honestly same, this has been on my mind all week and i don't even know where to begin",
        "It really makes you wonder where all of this is heading, doesn't it?",
        "Some days are just like that. Tomorrow is another chance to get it right!",
        "Everyone sees these things differently and that's what makes it so interesting.",
        "lol why is this so accurate, i felt that",
        "There is so much more to this than people realize. Worth thinking about for sure.",
    ];

    [Theory]
    [MemberData(nameof(Empty))]
    public void A_reply_that_could_stand_anywhere_is_rejected_under_every_post(string draft) =>
        Assert.All([Backup, Editor], post => Assert.Equal(QualityRule.Generic, Rule(post, draft)));

    [Theory]
    [InlineData(Backup, "The restore is where you learn who has the password.")]
    [InlineData(Backup, "Start with one table. The first restore takes all day, the second an hour.")]
    [InlineData(Backup, "3 hours every night and it might be three hours of nothing")]
    [InlineData(Editor, "Closing the fourth window helped more than any setting.")]
    [InlineData(Editor, "count your extensions first, most of mine were ones i forgot about")]
    [InlineData(Editor, "An editor that doesn't eat RAM is one without plugins, so what could you live without?")]
    public void A_reply_of_plain_words_that_fits_its_post_alone_may_stand(string post, string draft) => Assert.Null(Rule(post, draft));

    [Fact]
    public void Only_English_is_judged_by_it() =>
        Assert.Null(Rule("Unser Backup läuft nachts drei Stunden, und niemand hat die Wiederherstellung getestet.", "Das beschäftigt mich auch schon lange, man weiß gar nicht, wo man anfangen soll.", "de"));

    [Fact]
    public void A_drafter_that_works_from_patterns_is_not_judged_by_it() =>
        Assert.All(Empty, row => Assert.NotEqual("It could stand under many posts; say something this post alone could get.",
            QualityFilter.Judge(new(row, new(Backup, "en"), Kind), Context(patterned: true)).Rejection?.Detail));

    private static QualityRule? Rule(string post, string draft, string language = "en") =>
        QualityFilter.Judge(new(draft, new(post, language), Kind), Context(patterned: false)).Rejection?.Rule;

    private static QualityContext Context(bool patterned) =>
        QualityContext.Of(SamplePosts.Project, DraftPrompt.DefaultTemplate, new DraftMemory(), patterned, Embedding.Embedder);
}
