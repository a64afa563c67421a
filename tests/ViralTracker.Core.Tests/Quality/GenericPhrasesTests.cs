using ViralTracker.Core.Drafting;
using ViralTracker.Core.Projects;
using ViralTracker.Core.Quality;
using Xunit;

namespace ViralTracker.Core.Tests.Quality;

/// <summary>Replies to a few posts as people write them, judged by all rules.</summary>
public sealed class GenericPhrasesTests
{
    private const string Customers = "We lost our biggest customer today. How do you deal with losing customers?";
    private const string Review = "AI writes half our code now, and reviewing AI code takes longer than writing it. How do you review AI PRs above 300 lines?";
    private const string Backup = "Our nightly backup takes 3 hours and nobody ever tested the restore.";
    private const string Editor = "vscode keeps eating my RAM. Is there an editor that doesn't?";
    private const string Shipped = "Just shipped my first side project after a year of evenings!";
    private const string StandUps = "Unpopular opinion: stand-ups are a waste of time.";

    private static readonly SuggestionKind Kind = new("any", "", 20, 280);

    [Theory]
    [InlineData(Customers, "Agreed, it hurts. Who inside their team stopped answering first? That was the signal we missed.")]
    [InlineData(Customers, "Call the champion who left, not the one who signed. They'll tell you why for a coffee.")]
    [InlineData(Customers, "Sorry to hear that. Ours went because onboarding ended with a PDF nobody opened.")]
    [InlineData(Customers, "Good question, and I'd start with the invoices: late payers told us months before they left.")]
    [InlineData(Customers, "Cry, then read their support tickets in order. Ours had told us in March.")]
    [InlineData(Review, "Agreed, we cap AI PRs at 300 lines and reject the rest")]
    [InlineData(Review, "Couldn't agree more, the diff looks fine until you ask why it retries on a 404.")]
    [InlineData(Review, "We make the author narrate it aloud. Half the branches vanish before anyone comments.")]
    [InlineData(Review, "Disagree a little: the slow part is that nobody wrote down the intent before prompting.")]
    [InlineData(Review, "Does it slow down on tests too, or mostly on glue nobody asked for?")]
    [InlineData(Review, "Carbon monoxide code: looks clean, makes you sleepy.")]
    [InlineData(Review, "Good question. We let the author delete the dead half first and only then look.")]
    [InlineData(Backup, "Good point, restore first. A backup nobody has restored is a rumour.")]
    [InlineData(Backup, "Have someone who never touched it do the restore, with you muted on the call.")]
    [InlineData(Backup, "Is it one big dump? Ours crawled on compression until we split it per schema.")]
    [InlineData(Backup, "Love the honesty. Mine restored fine, into the wrong timezone.")]
    [InlineData(Backup, "The restore is where you learn who has the password.")]
    [InlineData(Editor, "Depends which extensions you can live without. The language servers eat most of mine.")]
    [InlineData(Editor, "VS Code itself is rarely the culprit, look which extension host is spinning.")]
    [InlineData(Editor, "Mine does the same whenever it watches node_modules. Exclude it and it calms down.")]
    [InlineData(Editor, "Same here. Closing the fourth window helped more than any setting.")]
    [InlineData(Shipped, "Congrats! Which evening nearly made you quit?")]
    [InlineData(Shipped, "Congrats on shipping. What did you cut to make the last evening the last?")]
    [InlineData(Shipped, "Now the hard part: answering the first angry email with a smile.")]
    [InlineData(Shipped, "Nice! Put a date on the next one before the couch wins.")]
    [InlineData(Shipped, "My first one took a winter and my partner still calls it the other woman.")]
    [InlineData(StandUps, "Disagree, mine is the only time the designer tells me what changed.")]
    [InlineData(StandUps, "Ours became a thread in the morning. Nobody missed the circle.")]
    [InlineData(StandUps, "They work until the manager starts taking notes.")]
    [InlineData(StandUps, "I'd keep them for the new hire's first month and bin them after.")]
    [InlineData(StandUps, "You're not alone, but the fix was boring: we only meet when the board is red.")]
    [InlineData(Shipped, "What will you tell the ones who have been there from the start?")]
    [InlineData(Shipped, "Who on your list has been there since the beginning? Tell them first, by name.")]
    [InlineData(Shipped, "What made you keep going when only friends opened it?")]
    [InlineData(Customers, "What made them keep going in the ones who stayed past the second invoice?")]
    [InlineData(Customers, "Depends on the contract: ours could leave within a week, so the exit call came first.")]
    [InlineData(Customers, "It's hard when the champion leaves. Who inside the company still opened your mails?")]
    [InlineData(Review, "There is no silver bullet, but rejecting anything without a test took half of ours away.")]
    [InlineData(Backup, "Been there on a Sunday night: the dump was fine and the password was gone.")]
    [InlineData("Wie haltet ihr eure Reviews kurz?", "Das hängt davon ab, wer schreibt: bei Marens Änderungen reicht ein Kaffee.", "de")]
    [InlineData("Wie haltet ihr eure Reviews kurz?", "Stimme zu, kurz hilft. Bei uns bricht die Autorin alles auf, was ins Rutschen kommt.", "de")]
    [InlineData("¿Cómo hacéis las reuniones cortas?", "Totalmente de acuerdo, y si nadie apunta los bloqueos la sala se queda vacía.", "es")]
    [InlineData("Comment gardez-vous vos revues courtes ?", "Bien dit. Chez nous le minuteur sonne et la porte s'ouvre, fini ou pas.", "fr")]
    [InlineData(Review, "Here's to the next step: let the author run the diff in front of you before you read it.")]
    [InlineData(Backup, "What a ride our first restore was: the key lived on the same disk as the backup.")]
    [InlineData(Review, "同意，不过先让作者自己跑一遍差异再提交，审查时间能少一半。", "zh")]
    [InlineData(Review, "Someone finally said it out loud in our retro, and since then the author walks us through any diff over 300 lines.")]
    [InlineData(Editor, "Both have their strengths, but a terminal editor opens our monorepo before the other one shows its window.")]
    [InlineData(Backup, "Bookmark the restore command in the runbook, at night nobody remembers the flags.")]
    [InlineData(Backup, "Согласен, но сначала восстановите одну таблицу на отдельный сервер и засеките время.", "ru")]
    public void A_reply_that_says_something_of_its_own_passes(string post, string draft, string language = "en") =>
        Assert.Null(Rule(post, draft, language));

    [Theory]
    [InlineData("Great point about customers. It's something every founder should think about.")]
    [InlineData("Good thread. Losing customers is never easy.")]
    [InlineData("Couldn't agree more. AI code review is the future.")]
    [InlineData("So true! Reviewing AI code is hard.")]
    [InlineData("Hope this helps! Let me know if you have more questions.")]
    [InlineData("You're not alone in this. Many founders face the same challenge.")]
    [InlineData("Every ending is a new beginning. You've got this!")]
    [InlineData("What's next for you?")]
    [InlineData("Interesting question! I'd love to hear what others think about this.")]
    [InlineData("Interesting take on backups, thanks for sharing it with the community.")]
    [InlineData("Really interesting perspective on AI code review!")]
    [InlineData("Good question about restores. What has been your biggest challenge so far?")]
    [InlineData("This is such an important topic. More founders need to talk about it openly.")]
    [InlineData("We've all been there. Hang in there and keep pushing forward!")]
    [InlineData("Trust the process and never give up, success takes time.")]
    [InlineData("Sounds like a great learning experience! Wishing you all the best.")]
    [InlineData("Failure is just a stepping stone to success. Keep going!")]
    [InlineData("Curious to hear how it goes! Keep us posted.")]
    [InlineData("It depends on your needs, but every team is different.")]
    [InlineData("Hard work always pays off. Stay strong!")]
    [InlineData("What inspired you to start this journey?")]
    [InlineData("As a founder myself, I can totally relate to this.")]
    [InlineData("Thanks for the insight! Any tips for beginners?")]
    [InlineData("Starkes Thema! Da bist du nicht allein, viele kennen das.", "de")]
    [InlineData("Ich hoffe, das hilft! Melde dich gern bei Fragen.", "de")]
    [InlineData("Gran pregunta. Espero que esto ayude, ¡mucho ánimo!", "es")]
    [InlineData("Bonne question ! Vous n'êtes pas seul, courage à vous.", "fr")]
    [InlineData("Boa pergunta! Você não está sozinho, força aí.", "pt")]
    [InlineData("Been there! You will get through it.")]
    [InlineData("Keep going, I believe in you!")]
    [InlineData("Great question! Pricing is a hard topic for many founders and it depends on the context.")]
    [InlineData("Pricing is a hard topic for many founders and it really depends on the context, so finding the right balance is key.")]
    [InlineData("Churn is such a tough challenge, hang in there and keep pushing, you will figure it out!")]
    [InlineData("Sounds really frustrating. Every team is different, so what works for others may not work for you.")]
    [InlineData("There are many factors to consider, both have their pros and cons.")]
    [InlineData("At the end of the day it all comes down to finding the right balance for your situation.")]
    [InlineData("Das hängt von vielen Faktoren ab und es gibt leider kein Patentrezept dafür.", "de")]
    [InlineData("Spannende Frage! Das hängt von vielen Faktoren ab, es gibt kein Patentrezept.", "de")]
    [InlineData("Das kommt ganz darauf an, jedes Team ist anders.", "de")]
    [InlineData("Depende de muchos factores, cada empresa es diferente.", "es")]
    [InlineData("Ça dépend de nombreux facteurs, chaque équipe est différente.", "fr")]
    [InlineData("Depende de muitos fatores, cada empresa é diferente.", "pt")]
    [InlineData("This hits close to home, thanks for putting it into words.")]
    [InlineData("Huge achievement, your hard work really paid off. Inspiring!")]
    [InlineData("What a journey! Here's to the next chapter and many more.")]
    [InlineData("Massive milestone, you earned every bit of it. So happy for you!")]
    [InlineData("说得太好了，完全同意你的观点，感谢分享！", "zh")]
    [InlineData("非常有道理，学习了，谢谢分享。", "zh")]
    [InlineData("정말 좋은 글이네요. 공유해 주셔서 감사합니다!", "ko")]
    [InlineData("Fail fast, learn faster. The journey is the reward.")]
    [InlineData("Remember: every expert was once a beginner. Keep going!")]
    [InlineData("Don't be afraid to fail, failure is just feedback in disguise.")]
    [InlineData("Great advice in the replies here, bookmarking this!")]
    [InlineData("Just remember to breathe and take it one step at a time.")]
    [InlineData("Hot take indeed! But there's some truth to it.")]
    [InlineData("Well, that's one way to look at it. Both sides have merit.")]
    [InlineData("Both have their strengths and weaknesses, it depends on your team.")]
    [InlineData("Someone finally said it! This needs to be shouted from the rooftops.")]
    [InlineData("Hire slow, fire fast. Works every time.")]
    [InlineData("Starting out is terrifying, but it's also exciting!")]
    [InlineData("Отличный вопрос! Спасибо, что поделились.", "ru")]
    [InlineData("Полностью согласен, очень интересная тема для обсуждения.", "ru")]
    [InlineData("좋은 질문이네요! 저도 궁금합니다.", "ko")]
    public void Praise_comfort_and_platitudes_are_generic_on_any_post(string draft, string language = "en") =>
        Assert.All([Customers, Review, Backup, Editor, Shipped, StandUps], post => Assert.Equal(QualityRule.Generic, GenericPhrases.Check(new(draft, new(post, language), Kind))?.Rule));

    [Theory]
    [InlineData("Great question. Nightly backup restore tested in hours?", Backup)]
    [InlineData("Good point, reviewing AI code takes longer than writing it.", Review)]
    [InlineData("So true, losing your biggest customer today.", Customers)]
    public void The_posts_own_words_do_not_redeem_praise(string draft, string post) =>
        Assert.Equal(QualityRule.Generic, GenericPhrases.Check(new(draft, new(post, "en"), Kind))?.Rule);

    private static QualityRule? Rule(string post, string draft, string language) =>
        QualityFilter.Judge(new(draft, new(post, language), Kind), QualityContext.Of(SamplePosts.Project, DraftPrompt.DefaultTemplate, new DraftMemory())).Rejection?.Rule;
}
