using ViralTracker.Core.Projects;
using ViralTracker.Core.Quality;
using Xunit;

namespace ViralTracker.Core.Tests.Quality;

public sealed class StockPhrasesTests
{
    private static readonly SuggestionKind Kind = new("any", "", 1, 300);

    [Theory]
    [InlineData("The blank log was never a writing problem. It was a starting problem.")]
    [InlineData("Comfort was never the draw. The lock-in was.")]
    [InlineData("Your bookmarks were never notes. They're a diary.")]
    [InlineData("Paper and glass aren't the answer, they're the comfort zone.")]
    [InlineData("They weren't timing code. They were timing hello.")]
    [InlineData("You're not paying for the queue. You're paying for the silence.")]
    [InlineData("Migrations don't break teams, they break habits.")]
    [InlineData("The essay isn't dying. The excuse for it is.")]
    [InlineData("The chip was ready. The imagination wasn't.")]
    [InlineData("The plastic gets recycled. The promises don't.")]
    [InlineData("Take the slow one, not because it is safe, but because it is honest.")]
    [InlineData("A record that doesn't exist just ended a career that does.")]
    [InlineData("No audience, no performance, just tea.")]
    [InlineData("Not a roadmap. Not a plan. Just hope.")]
    [InlineData("It's less a keyboard and more a negotiation with your wrists.")]
    [InlineData("After that the plot stops being a figure and starts being an argument.")]
    [InlineData("What looks like a licence fight is really a fight over names.")]
    [InlineData("The problem isn't the tool, it's the culture.")]
    [InlineData("The catch? Somebody has to read it.")]
    [InlineData("And honestly? The queue was fine.")]
    [InlineData("Der Haken? Niemand liest es.", "de")]
    [InlineData("One won on scale. The other won on wonder.")]
    [InlineData("Timing gets you noticed. Need gets you kept.")]
    [InlineData("Slow is smooth. Smooth is fast.")]
    [InlineData("Two agents, one queue, zero excuses.")]
    [InlineData("The bug was technical. The fallout was human.")]
    [InlineData("Nobody will remember the benchmark, but everyone will remember the outage.")]
    [InlineData("You can outsource the answer, but you can't outsource the blame.")]
    [InlineData("We taught machines to write before we taught ourselves to read.")]
    [InlineData("Speed without direction is just expensive wandering.")]
    [InlineData("A chatbot with a lawyer is still a chatbot.")]
    [InlineData("Not all heroes wear capes. Some write changelogs.")]
    public void A_build_that_machines_are_known_by_is_seen(string draft, string language = "en") => Assert.Equal(QualityRule.AiPunctuation, Rule(draft, language));

    [Theory]
    [InlineData("Read that again before the next release.")]
    [InlineData("That shift changes everything for the second team.")]
    [InlineData("Old forums hit different on a slow line.")]
    [InlineData("That changelog is a masterclass in saying nothing.")]
    [InlineData("Criminally underrated flag, that one.")]
    [InlineData("An error straight after signup speaks louder than any page.")]
    [InlineData("It was always a memory problem disguised as a speed problem.")]
    [InlineData("Small suggestion, massive unlock.")]
    [InlineData("The real unlock is the second screen.")]
    [InlineData("The gap between both is exactly where rumours thrive.")]
    [InlineData("The kind of bug nobody files and everybody knows.")]
    [InlineData("That's a diary you didn't know you were writing.")]
    [InlineData("There's something strangely tender about a cron job.")]
    [InlineData("And just like that, the queue is a product.")]
    [InlineData("Somewhere, an intern just felt that.")]
    [InlineData("Creativity happens in the second draft.")]
    [InlineData("Behind every clean table is someone who cried over it.")]
    [InlineData("Sometimes the most radical thing you can do is close the tab.")]
    [InlineData("The irony writes itself.")]
    [InlineData("If the tool is free, your patience is the price.")]
    public void A_phrase_that_machines_are_known_by_is_seen(string draft) => Assert.Equal(QualityRule.StockAiPhrase, Rule(draft));

    [Theory]
    [InlineData("The old queue quietly did its work: boring, invisible, essential.")]
    [InlineData("Muting is the new meditation, and the feed quietly agrees.")]
    [InlineData("Your voice? That lives in what you leave out.")]
    [InlineData("That gap? A startup hiding in plain sight.")]
    [InlineData("A house on rented land, and the landlord decides who stays.")]
    [InlineData("Curiosity opens the door. Discipline walks through it.")]
    public void Two_turns_in_one_draft_are_a_machines(string draft) => Assert.Equal(QualityRule.StockAiPhrase, Rule(draft));

    [Theory]
    [InlineData("The problem isn't the price, it's the waiting.")]
    [InlineData("The problem isn't that everyone is in one room, it's that someone locked the door.")]
    [InlineData("The anonymity isn't the problem, the appeals are.")]
    [InlineData("Lo difícil no es el enlace, es «el artículo anterior».", "es")]
    [InlineData("Some servers will quietly send you something else because of it.")]
    [InlineData("That flag is the underrated half of it.")]
    [InlineData("Less id, more crowd. The id at least wants something.")]
    [InlineData("A slow list in the wrong order is just a pile of videos.")]
    [InlineData("Google handed you a list. Nobody falls for a list.")]
    [InlineData("My old script breaks at import. Mine doesn't even get there.")]
    [InlineData("Having your first code rewritten is normal. Most founders' code deserves it.")]
    [InlineData("I don't use that one. It crashed twice last week.")]
    [InlineData("What's the difference? I only ever see the second one.")]
    [InlineData("Who pays for the complex recycling, the maker or the city?")]
    [InlineData("its patches get reviewed again. every. single. time.")]
    [InlineData("He treats talk as the place where the creativity happens, not one clever head.")]
    [InlineData("The first one was slow. It was cheap though.")]
    [InlineData("A list with a title is a list I can sort.")]
    [InlineData("You can export it, but you can't import it again.")]
    [InlineData("We read the log before we go home.")]
    public void What_people_argue_with_passes(string draft, string language = "en") => Assert.Null(Rule(draft, language));

    [Theory]
    [InlineData("Who ever says \"game changer\" about a cable out loud?")]
    [InlineData("Who ever says “game changer” about a cable out loud?")]
    [InlineData("Who ever says ‘game changer’ about a cable out loud?")]
    [InlineData("Who ever says 'game changer' about a cable out loud?")]
    [InlineData("Wer sagt bei einem Kabel denn „Game Changer“, ohne zu lachen?", "de")]
    [InlineData("Qui dit encore « plein potentiel » pour un simple câble ?", "fr")]
    [InlineData("ケーブルに「ゲームチェンジャー」とまで言うのは盛りすぎでは。", "ja")]
    public void A_phrase_that_is_quoted_is_no_use_of_it(string draft, string language = "en") => Assert.Null(Rule(draft, language));

    [Theory]
    [InlineData("That cable is a game changer, \"really\".")]
    [InlineData("\"A cable that is a true game changer\", they said.")]
    [InlineData("It's the users' game changer, and the admins' too.")]
    public void A_phrase_outside_the_quotation_or_in_a_draft_that_is_one_is_seen(string draft) => Assert.Equal(QualityRule.StockAiPhrase, Rule(draft));

    [Fact]
    public void A_pair_of_turns_is_named() =>
        Assert.Equal("\"that gap?\" and \"in plain sight\" together read like a machine; keep one at most and say the rest in plain words.", Check("That gap? A startup hiding in plain sight.")?.Detail);

    private static QualityRule? Rule(string draft, string language = "en") => Check(draft, language)?.Rule;

    private static Rejection? Check(string draft, string language = "en")
    {
        var checkedDraft = new DraftToCheck(draft, new("What do you make of it?", language), Kind);
        return StockPhrases.Check(checkedDraft) ?? MachineTurns.Check(checkedDraft) ?? AiPunctuation.Check(checkedDraft, Contexts.Empty);
    }
}
