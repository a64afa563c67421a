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

    private static QualityRule? Rule(string draft, string language) => Profanity.Check(new(draft, new("Which part of it breaks first?", language), Kind), Contexts.Empty)?.Rule;
}
