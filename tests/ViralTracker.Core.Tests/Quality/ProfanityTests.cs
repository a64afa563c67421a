using ViralTracker.Core.Projects;
using ViralTracker.Core.Quality;
using ViralTracker.Testing;
using Xunit;

namespace ViralTracker.Core.Tests.Quality;

public sealed class ProfanityTests
{
    private static readonly SuggestionKind Kind = new("any", "", 1, 300);

    [Theory]
    [InlineData("Users are fickle, the log is not.")]
    [InlineData("A glass of Chianti and the restore runs by itself.")]
    [InlineData("Enculturation takes a year, the style guide an afternoon.")]
    [InlineData("The Wankel engine had the same problem with seals.")]
    [InlineData("Shiite and Sunni holidays both move, so store the calendar.")]
    [InlineData("Packed salopettes and forgot the gloves.")]
    [InlineData("More drama in that changelog than in a week of Emmerdale.")]
    [InlineData("The release went out on Merdeka Day.")]
    [InlineData("Read Moby Dick on the train and still had time for the queue.")]
    [InlineData("Dick's Sporting Goods had the same outage.")]
    [InlineData("Delete build.sh* and run it again.")]
    [InlineData("It computes f*x in the inner loop, that is the cost.")]
    [InlineData("The house in Chingford had the same wiring.")]
    [InlineData("Ich aß gestern daneben, das Dach war zu dick gedämmt.", "de")]
    [InlineData("Das Ass im Ärmel ist hier das alte Protokoll.", "de")]
    [InlineData("Die Zahlen wanken jedes Mal, wenn wankelmütige Leute zählen.", "de")]
    [InlineData("Un cono de helado y a mirar los registros con calma.", "es")]
    [InlineData("Un análisis FODA de una tarde ya enseñó lo mismo.", "es")]
    [InlineData("En la oficina hicimos una porra sobre la fecha.", "es")]
    [InlineData("Lo stronzio si misura meglio con un altro metodo.", "it")]
    [InlineData("優しくそっと直すのがいちばん早いです。", "ja")]
    [InlineData("ジャクソンの本に同じ話がありました。", "ja")]
    [InlineData("ファックスがまだ現役の職場です。", "ja")]
    [InlineData("あのサーバーが死ねば全部止まります。", "ja")]
    [InlineData("他妈妈也用同样的办法。", "zh")]
    [InlineData("그 문제의 시발점은 설정 파일이었어요.", "ko")]
    public void A_word_that_only_holds_one_is_none(string draft, string language = "en") => Assert.Null(Rule(draft, language));

    [Theory]
    [InlineData("Only a**holes merge on a Friday.")]
    [InlineData("Only @ssholes merge on a Friday.")]
    [InlineData("That migration is a pain in the a**.")]
    [InlineData("Some a$$hole pushed to main again.")]
    [InlineData("Don't be a dick in reviews.")]
    [InlineData("Dick move to merge on a Friday.")]
    [InlineData("It will bite you in the ass.")]
    [InlineData("F** this migration.")]
    [InlineData("What wankers merge on a Friday.")]
    [InlineData("This is sh** and you know it.")]
    [InlineData("What a shiiite release that was.")]
    [InlineData("Fick dich, sagt der Server jeden Morgen.", "de")]
    [InlineData("Der ficken gehende Server, jeden Morgen.", "de")]
    [InlineData("Diese verfickte Migration schon wieder.", "de")]
    [InlineData("So ein Arschloch von Server.", "de")]
    [InlineData("Vaya coño de servidor, otra vez.", "es")]
    [InlineData("Chinga tu madre, dijo el servidor.", "es")]
    [InlineData("Que chingados pasa con el servidor.", "es")]
    [InlineData("C'est chiant à migrer.", "fr")]
    [InlineData("Un enculé de serveur.", "fr")]
    [InlineData("Quelle saloperie de serveur.", "fr")]
    [InlineData("Ce serveur nous emmerde.", "fr")]
    [InlineData("Merdique, ce serveur.", "fr")]
    [InlineData("Que porra de servidor é esse.", "pt")]
    [InlineData("Foda-se o servidor.", "pt")]
    [InlineData("Che stronzata di server.", "it")]
    [InlineData("くそっ、また落ちた。", "ja")]
    [InlineData("クソみたいなサーバー。", "ja")]
    [InlineData("死ねよ、このサーバー。", "ja")]
    [InlineData("他妈的服务器。", "zh")]
    [InlineData("시발 서버가 또 죽었어.", "ko")]
    public void Swearing_is_seen_in_ten_languages(string draft, string language = "en") => Assert.Equal(QualityRule.Profanity, Rule(draft, language));

    /// <summary>Else what tests and benchmarks draft for them would rightly be rejected.</summary>
    [Fact]
    public void Words_of_made_up_posts_are_none_in_any_language() =>
        Assert.DoesNotContain(Enumerable.Range(0, 20_000), index => Rule($"I would start with the {MadeUpPosts.Mark(index)} part.", "en") is not null);

    [Theory]
    [InlineData("That queue is f-ing slow.")]
    [InlineData("That f'n queue again.")]
    [InlineData("Not a flying fck was given.")]
    [InlineData("This fkn queue again.")]
    [InlineData("boring as phuck")]
    [InlineData("What an effing mess.")]
    [InlineData("Full of sh1t, that log.")]
    [InlineData("The feed is dogshit now.")]
    [InlineData("What a shitshow of a release.")]
    [InlineData("Kiss my a$$, says the queue.")]
    [InlineData("What a dumb*ss default.")]
    [InlineData("A half-assed bot bumping versions.")]
    [InlineData("Boardwalks my arse.")]
    [InlineData("It made me its b!tch for two years.")]
    [InlineData("Those b*stards moved the button.")]
    [InlineData("They want free labour, the entitled pricks.")]
    [InlineData("some scammer prick took the handle")]
    [InlineData("It came out like a LinkedIn douchebag.")]
    [InlineData("boring af, just version bumps")]
    [InlineData("how tf does that pass review")]
    [InlineData("gtfo with that default")]
    [InlineData("What a clusterf*ck of a release.")]
    [InlineData("holy sh-t, the queue")]
    [InlineData("go f yourself, says the queue")]
    [InlineData("Absolute fcuking mess.")]
    [InlineData("what a load of cr@p")]
    [InlineData("It's complete bs and the log shows it.")]
    [InlineData("Some mf's moved the button.")]
    public void Masked_respelled_and_short_forms_are_seen(string draft, string language = "en") => Assert.Equal(QualityRule.Profanity, Rule(draft, language));

    [Theory]
    [InlineData("Only a moron merges on a Friday.")]
    [InlineData("Not one lab has stopped anything, you clown.")]
    [InlineData("You absolute muppet, that was production.")]
    [InlineData("It all ends in landfill, you naive git.")]
    [InlineData("Read the log first, idiot.")]
    [InlineData("You're all idiots.")]
    [InlineData("Du Idiot hast am Freitag gemergt.", "de")]
    [InlineData("Eres un idiota si haces eso en viernes.", "es")]
    [InlineData("T'es un abruti ou quoi ?", "fr")]
    public void Insults_to_a_person_are_seen(string draft, string language = "en") => Assert.Equal(QualityRule.Profanity, Rule(draft, language));

    [Theory]
    [InlineData("Is that clown emoji the only reaction it has?")]
    [InlineData("An idiot-proof default beats a warning.")]
    [InlineData("I felt like an idiot after the second restore.")]
    [InlineData("Do you use git for that, or a shared folder?")]
    [InlineData("You git rebase once and never again.")]
    [InlineData("The clowns of that circus town have a union.")]
    [InlineData("Ein Idiotentest für Formulare wäre schön.", "de")]
    public void Words_for_people_that_insult_nobody_pass(string draft, string language = "en") => Assert.Null(Rule(draft, language));

    [Theory]
    [InlineData("Who the hell starts with the oracle?")]
    [InlineData("Hell no, that one stays off.")]
    [InlineData("That is slow as hell.")]
    [InlineData("Bloody hell, again?")]
    [InlineData("Every bloody release, the same button.")]
    [InlineData("Put the damn video first.")]
    [InlineData("Damn, that was quick.")]
    [InlineData("It took a whole damn weekend.")]
    public void Mild_words_that_swear_are_seen(string draft, string language = "en") => Assert.Equal(QualityRule.Profanity, Rule(draft, language));

    [Theory]
    [InlineData("That is dependency hell with extra folders.")]
    [InlineData("The road to hell is paved with feature flags.")]
    [InlineData("Damned if you pin it, damned if you don't.")]
    [InlineData("The report is damning, read page four.")]
    [InlineData("A bloody Mary and then the retro.")]
    [InlineData("Two bloody wars started over less.")]
    [InlineData("The hashes collide, that is the whole assessment.")]
    [InlineData("Prick up your ears when the fan starts.")]
    [InlineData("A finger prick test is enough.")]
    [InlineData("The FK on that table is the slow part.")]
    [InlineData("Use terraform, tf files live in one folder.")]
    [InlineData("Den er lavet af folk, som selv bruger den.", "da")]
    [InlineData("Le retard de livraison, c'est la douche froide.", "fr")]
    [InlineData("Classes and passes, nothing else in that file.")]
    [InlineData("He has a BS in physics and no patience.")]
    [InlineData("Column F, then U, then sort by both.")]
    public void Plain_uses_of_mild_words_pass(string draft, string language = "en") => Assert.Null(Rule(draft, language));

    [Theory]
    [InlineData("“Bullshit” is the better word. A liar has to know the truth first.", "It is bullshit, it does not even lie.", null)]
    [InlineData("“Bullshit” is the better word. A liar has to know the truth first.", "It does not even lie.", QualityRule.Profanity)]
    [InlineData("Bullshit is the better word. A liar has to know the truth first.", "It is bullshit, it does not even lie.", QualityRule.Profanity)]
    public void A_word_quoted_from_the_post_is_the_posts(string draft, string post, QualityRule? rule) =>
        Assert.Equal(rule, Profanity.Check(new(draft, new(post, "en"), Kind), Contexts.Empty)?.Rule);

    private static QualityRule? Rule(string draft, string language) => Profanity.Check(new(draft, new("Which part of it breaks first?", language), Kind), Contexts.Empty)?.Rule;
}
