using ViralTracker.Core.Projects;
using ViralTracker.Core.Quality;
using Xunit;

namespace ViralTracker.Core.Tests.Quality;

public sealed class SolicitationTests
{
    private const string Post = "How do you keep code reviews fast when the whole team is busy? Every tool says 'book a demo' and none shows a price.";

    private static readonly SuggestionKind Kind = new("any", "", 1, 300);

    [Theory]
    [InlineData("DM me, I have a template for that.")]
    [InlineData("Happy to help, my DMs are open.")]
    [InlineData("Shoot me a message and I'll walk you through ours.")]
    [InlineData("Feel free to reach out if you want to compare notes.")]
    [InlineData("Let's connect, we solved this last year.")]
    [InlineData("Let's hop on a call, I can show you the board.")]
    [InlineData("Check the link in my bio, the checklist is there.")]
    [InlineData("The checklist is pinned on my profile.")]
    [InlineData("Small changes. More on that at the link in bio.")]
    [InlineData("We built a product for exactly this; happy to give you a demo any time.")]
    [InlineData("I made a course for this, the second lesson covers reviews.")]
    [InlineData("Our platform solves exactly this with a queue.")]
    [InlineData("Check out our newsletter, we wrote about queues last week.")]
    [InlineData("Follow me for more on reviews.")]
    [InlineData("I write about this weekly, subscribe to my newsletter.")]
    [InlineData("Join our Discord, there is a whole channel on reviews.")]
    [InlineData("Book a call with us and we will sort the queue.")]
    [InlineData("Try our tool, it sorts the queue by age.")]
    [InlineData("Use my code for a discount on the course.")]
    [InlineData("Sign up for our waitlist, it handles the queue.")]
    [InlineData("Schreib mir gern, ich habe eine Vorlage dafür.", "de")]
    [InlineData("Link in meiner Bio, da steht die Liste.", "de")]
    [InlineData("Escríbeme por DM y te paso la plantilla.", "es")]
    [InlineData("Envoie-moi un MP, j'ai un modèle pour ça.", "fr")]
    [InlineData("Me chama na DM que eu mando o modelo.", "pt")]
    [InlineData("詳しくはプロフィールのリンクをご覧ください。", "ja")]
    [InlineData("気になる方はDMください。", "ja")]
    public void A_draft_that_solicits_is_rejected(string draft, string language = "en") => Assert.Equal(QualityRule.Solicits, Rule(draft, language));

    [Theory]
    [InlineData("Whoever is on call reviews, no follow-up needed.")]
    [InlineData("I built a tiny script for that once and never ran it again.")]
    [InlineData("We built a product for dentists, reviews were the calm part.")]
    [InlineData("Ask the author to follow the change through to production.")]
    [InlineData("Users sign up and never come back, reviews are the same.")]
    [InlineData("A bot that sends a DM to the reviewer gets muted by Friday.")]
    [InlineData("The reviewer should reach out to the author, not the other way round.")]
    [InlineData("'Book a demo' is where I close the tab.")]
    [InlineData("Everyone who writes \"DM me\" under such posts waits longer than you.")]
    [InlineData("Our tool choice never mattered, the fixed hour did.")]
    [InlineData("Our platform team reviews first, that is the whole trick.")]
    [InlineData("Check out the branch and read it in the editor, it is faster.")]
    [InlineData("Check the link in the ticket before you open the diff.")]
    [InlineData("Subscribe the whole team to the label and it stops being one person's job.")]
    [InlineData("A call of ten minutes beats a thread of comments.")]
    [InlineData("Send me only what you could not test, that rule made ours short.")]
    [InlineData("Folgt der Autor nicht, folgt auch der Kommentar nicht.", "de")]
    public void Talk_about_calls_tools_and_messages_is_not_soliciting(string draft, string language = "en") => Assert.Null(Rule(draft, language));

    [Fact]
    public void What_the_voices_own_examples_say_may_be_said()
    {
        var project = SamplePosts.Project with { Voice = new Voice { GoodExamples = ["DM me and I'll send the checklist."] } };
        Assert.Null(Rule("DM me, I have a template for that.", "en", QualityContext.Of(project, "", new DraftMemory())));
    }

    private static QualityRule? Rule(string draft, string language, QualityContext? context = null) =>
        Solicitation.Check(new(draft, new(Post, language), Kind), context ?? Contexts.Empty)?.Rule;
}
