using ViralTracker.Core.Projects;
using ViralTracker.Core.Quality;
using Xunit;

namespace ViralTracker.Core.Tests.Quality;

public sealed class PraiseOpenerTests
{
    private const string Post = "Our nightly backup takes 3 hours and nobody ever tested the restore.";

    private static readonly SuggestionKind Kind = new("any", "", 1, 280);

    [Theory]
    [InlineData("Great point! A restore nobody tried is a rumour.")]
    [InlineData("What an insightful take. Who restores it on a Sunday?")]
    [InlineData("Such a good thing to ask openly! Three hours is one compression level.")]
    [InlineData("Really useful thread, the restore part most of all.")]
    [InlineData("Wow, fantastic breakdown! Is it one dump?")]
    [InlineData("Brilliantly put. The restore is the product.")]
    [InlineData("Well said! Nobody tests the restore until the day they need it.")]
    [InlineData("Thanks for sharing this, our backup took four until we split it.")]
    [InlineData("Thank you so much for raising it! Restores are where it hurts.")]
    [InlineData("Appreciate you bringing this up. Does the dump fit on one disk?")]
    [InlineData("Kudos for admitting it. Start with one table.")]
    [InlineData("Hats off for the honesty! One table a week is a start.")]
    [InlineData("Love this! Restore into a scratch database tonight.")]
    [InlineData("Absolutely love how you say it out loud. Try one table.")]
    [InlineData("Spot on, the restore is what you pay for.")]
    [InlineData("You nailed it. Three hours of comfort and no restore.")]
    [InlineData("This is pure gold. Restore one table tonight.")]
    [InlineData("Gorgeous summary! What does the restore weigh?")]
    [InlineData("10/10 tweet. And then the disk fills up during the restore.")]
    [InlineData("Starker Punkt! Ein Backup ohne Restore ist ein Gerücht.", "de")]
    [InlineData("Danke fürs Teilen, bei uns war es die Kompression.", "de")]
    [InlineData("¡Qué buena reflexión! Restaurar una tabla ya es empezar.", "es")]
    [InlineData("Gracias por compartirlo, el nuestro tardaba cuatro.", "es")]
    [InlineData("Très bonne question ! Une table par semaine, déjà.", "fr")]
    [InlineData("Ótima reflexão! Só restaurando se sabe.", "pt")]
    [InlineData("Ottimo spunto! Il ripristino va provato ogni mese.", "it")]
    [InlineData("素晴らしい視点ですね！復元を試すのは月に一度でも違います。", "ja")]
    public void A_draft_that_begins_with_praise_is_rejected(string draft, string language = "en") =>
        Assert.Equal(QualityRule.PraiseOpener, Rule(draft, language));

    [Theory]
    [InlineData("Good point, restore first. A backup nobody has restored is a rumour.")]
    [InlineData("Good question. We restore one table a week and time it.")]
    [InlineData("Nice work. Does it reset at the open, or only after the dump?")]
    [InlineData("Love the honesty. Mine restored fine, into the wrong timezone.")]
    [InlineData("Great trick, but it fails as soon as the restore needs another version.")]
    [InlineData("Great, another backup nobody will restore.")]
    [InlineData("Great backups take minutes, great restores take practice.")]
    [InlineData("Best guess: compression. Try level one tonight.")]
    [InlineData("Best takes, maybe, but the restore is still untested.")]
    [InlineData("Smart people forget the restore too, it is never on the list.")]
    [InlineData("Perfect backups and no restore, that is most of us.")]
    [InlineData("Thanks, that explains why the dump is so slow.")]
    [InlineData("Thanks to compression ours takes longer than the dump itself.")]
    [InlineData("Congrats on the three hours. Which table eats most of them?")]
    [InlineData("Well, said the disk, and then it was full.")]
    [InlineData("Love how nobody owns the restore until a Sunday.")]
    [InlineData("Good luck with that restore!")]
    [InlineData("Nice try, nightly backup, but the restore still wins!")]
    [InlineData("Powerful machines make slow dumps too, it is the compression.")]
    [InlineData("Gute Backups sind die, die jemand zurückgespielt hat.", "de")]
    [InlineData("Starker Punkt, aber ohne Restore bleibt es ein Gerücht.", "de")]
    [InlineData("Una copia que nadie ha restaurado es un rumor.", "es")]
    public void Praise_in_passing_taken_back_or_of_things_may_stand(string draft, string language = "en") =>
        Assert.Null(Rule(draft, language));

    private static QualityRule? Rule(string draft, string language) =>
        PraiseOpener.Check(new(draft, new(Post, language), Kind))?.Rule;
}
