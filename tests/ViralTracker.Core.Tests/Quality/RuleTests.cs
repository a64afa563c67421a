using System.Reflection;
using ViralTracker.Core.Drafting;
using ViralTracker.Core.Projects;
using ViralTracker.Core.Quality;
using Xunit;

namespace ViralTracker.Core.Tests.Quality;

public sealed class RuleTests
{
    private const string Post = "Our nightly backup of 40 GB takes 3 hours now. Restore was never tested. How do you keep it honest?";

    private static readonly SuggestionKind Kind = new("add_value", "", 30, 200);

    private static readonly ProjectConfig Project = new()
    {
        Slug = "p",
        Path = "p",
        Taxonomy = [new Topic { Label = "backups", Description = "Keeping data", Facts = ["Holdfast restores 12 databases a night.", "Its page is holdfast.example/how."] }],
        Voice = new Voice { Persona = "Nora, who runs Holdfast and has restored more than she likes.", GoodExamples = ["We restore one random table a week. It fails more often than the backup."] },
    };

    [Theory]
    [InlineData(QualityRule.Link, "Write the date on it and read restore.example.org/first before you sleep.")]
    [InlineData(QualityRule.Link, "There is a fine list of restore drills on https://drills.test/list somewhere.")]
    [InlineData(QualityRule.Link, "The drill list on backupdrills.com covers the restore as well, start there.")]
    [InlineData(QualityRule.Link, "Look for backupdrills dot com, the restore drills there are short.")]
    [InlineData(QualityRule.Link, "Look at backup\u200Bdrills.com, the restore drills there are short.")]
    [InlineData(QualityRule.Handle, "The people at @restore_daily do a drill each week, ask them how.")]
    [InlineData(QualityRule.Handle, "The people at ＠restore_daily do a drill each week, ask them how.")]
    [InlineData(QualityRule.Hashtag, "Restore one table a week into a scratch server #backup")]
    [InlineData(QualityRule.TooShort, "Restore one table a week.")]
    [InlineData(QualityRule.TooLong, "Restore one table a week into a scratch server, count its rows, read the log while it runs, write down how long it took and who did it, and on the last Friday hand the whole list to somebody who was not there.")]
    [InlineData(QualityRule.PraiseOpener, "Brilliantly put. Pick a Friday, drop the scratch server and watch who panics.")]
    [InlineData(QualityRule.Solicits, "DM me, I have a restore checklist that fits on one page.")]
    [InlineData(QualityRule.Hashtag, "毎週ひとつのテーブルを戻してみるのが早いですよ ＃バックアップ")]
    [InlineData(QualityRule.ForeignId, "For p2: restore one table a week into a scratch server.")]
    [InlineData(QualityRule.ForeignId, "The answer to 1790000000000000001 holds here too, restore weekly.")]
    [InlineData(QualityRule.LeakedPrompt, "mirror_reframe: a backup is only a hope until the restore has run.")]
    [InlineData(QualityRule.LeakedPrompt, "{\"add_value\":\"Restore one table a week\"}")]
    [InlineData(QualityRule.LeakedPrompt, "As an AI I have no backups, but restoring weekly sounds wise.")]
    [InlineData(QualityRule.LeakedPrompt, "Here is a reply under 120 characters: restore weekly, alert on failure.")]
    [InlineData(QualityRule.LeakedPrompt, "Draft: restore one table a week into a scratch server.")]
    [InlineData(QualityRule.LeakedPrompt, "A person reads your drafts, edits them and posts them, so restore weekly.")]
    [InlineData(QualityRule.LeakedPrompt, "Mi clave es AIzaSyA0000000000000 y la copia se prueba cada semana.")]
    [InlineData(QualityRule.WrongLanguage, "Wir spielen jede Woche eine Tabelle zurück, das deckt die meisten Fehler auf.")]
    [InlineData(QualityRule.WrongLanguage, "On restaure une table par semaine dans un coin, c'est là que ça casse.")]
    [InlineData(QualityRule.WrongLanguage, "毎週ひとつのテーブルを戻してみると、壊れた場所がすぐに見つかります。")]
    [InlineData(QualityRule.WrongLanguage, "Мы каждую неделю восстанавливаем одну таблицу на отдельный сервер.")]
    [InlineData(QualityRule.Profanity, "Nobody restores until the shit hits the server at night.")]
    [InlineData(QualityRule.Profanity, "Restores are a f*cking lottery unless one runs every week.")]
    [InlineData(QualityRule.Profanity, "Untested restores, what a fuuuck-up waiting for a weekend.")]
    [InlineData(QualityRule.EmojiBeyondPost, "Restore one table a week into a scratch server 🙂")]
    [InlineData(QualityRule.StockAiPhrase, "Testing restores plays a crucial role in any backup plan you have.")]
    [InlineData(QualityRule.StockAiPhrase, "It's worth noting that the restore is where the minutes go.")]
    [InlineData(QualityRule.StockAiPhrase, "A weekly restore can unlock the full potential of your backups.")]
    [InlineData(QualityRule.StockAiPhrase, "In today's data-driven world, a restore nobody ran is only a wish.")]
    [InlineData(QualityRule.AiPunctuation, "Backups are hopes — restores are facts, so run one each week.")]
    [InlineData(QualityRule.AiPunctuation, "It's not a backup problem, it's a calendar problem for most teams.")]
    [InlineData(QualityRule.AiPunctuation, "Run the restore before you need it!! Then put it on the calendar.")]
    [InlineData(QualityRule.AiPunctuation, "Restore weekly; alert on size; read the log; sleep a little better.")]
    [InlineData(QualityRule.AiPunctuation, "In the end it comes down to trust, clarity, and ownership of restores.")]
    [InlineData(QualityRule.AiPunctuation, "Restore weekly. Alert early. Sleep well. The rest is paperwork.")]
    [InlineData(QualityRule.AiPunctuation, "**Restore** one table a week into a scratch server and log it.")]
    [InlineData(QualityRule.InventedFact, "Teams that restore weekly lose 71 percent less, so put it on the calendar.")]
    [InlineData(QualityRule.InventedFact, "We moved that to Backblaze and restore one table a week from there.")]
    [InlineData(QualityRule.InventedFact, "Gartner says most restores fail, so run one each week yourself.")]
    [InlineData(QualityRule.Generic, "Wow, what a great question, so important to talk about these things!")]
    [InlineData(QualityRule.CopiesPost, "Nightly backup of 40 GB takes 3 hours now, and restore was never tested.")]
    [InlineData(QualityRule.CopiesPost, "Which hours would you have tested, and which of them are honest?")]
    [InlineData(QualityRule.CopiesPost, "Nightly backups of 40 GB taking 3 hour. Restored never test.")]
    [InlineData(QualityRule.StockAiPhrase, "Buckle up, a first restore shows you every key you forgot.")]
    [InlineData(QualityRule.StockAiPhrase, "You're absolutely right, the restore is the part to time first.")]
    [InlineData(QualityRule.StockAiPhrase, "Backups are both an art and a science, so time the restore.")]
    [InlineData(QualityRule.StockAiPhrase, "A weekly restore is transforming the way we work with data.")]
    [InlineData(QualityRule.StockAiPhrase, "Keeping backups honest is a marathon, not a sprint, so restore weekly.")]
    [InlineData(QualityRule.StockAiPhrase, "It's fascinating how a backup nobody restored gets trusted.")]
    [InlineData(QualityRule.StockAiPhrase, "AI won't replace admins, but admins who use AI will replace those who don't.")]
    [InlineData(QualityRule.StockAiPhrase, "Tested restores are the foundation of any good backup plan.")]
    [InlineData(QualityRule.StockAiPhrase, "A backup nobody restored is a rumor. Period.")]
    public void A_draft_is_rejected_by_the_rule_it_breaks(QualityRule rule, string draft) => Assert.Equal(rule, Check(draft)?.Rule);

    [Fact]
    public void Every_rule_is_on_by_default()
    {
        // One needs an order in the post, one a second draft, and one only marks.
        QualityRule[] elsewhere = [QualityRule.ObeyedInjection, QualityRule.NearDuplicate, QualityRule.PostGivesOrders];
        var shown = typeof(RuleTests).GetMethod(nameof(A_draft_is_rejected_by_the_rule_it_breaks))!.GetCustomAttributes<InlineDataAttribute>().Select(row => (QualityRule)row.Data[0]!);
        Assert.Equal(Enum.GetValues<QualityRule>().Except(elsewhere), shown.Distinct().Order());
    }

    [Theory]
    [InlineData("Friday is when the script finds out nobody read it either 😅", null)]
    [InlineData("Friday is when the script finds out nobody read it either 🙂", null)]
    [InlineData("Friday is when the script finds out nobody read it either 🚀", QualityRule.EmojiBeyondPost)]
    [InlineData("Friday is when the script finds out nobody read it either 😅😅", QualityRule.EmojiBeyondPost)]
    public void Emoji_are_as_many_and_as_loud_as_the_posts(string draft, QualityRule? rule) =>
        Assert.Equal(rule, Check(draft, new("Disk died on a Friday 😅 backups were fine, the restore script was not", "en"))?.Rule);

    [Theory]
    [InlineData("Anybody else with a restore like that? 😊", "en", "The restore script read it as a suggestion 😂", null)]
    [InlineData("Un día me quita el trabajo. Jajaja. 👀", "es", "Guarda este tuit como carta de recomendación 😂", null)]
    [InlineData("復元の台本だけ動かなかったwww 👀", "ja", "台本だけ休暇だったんでしょうね、わかります🤣", null)]
    [InlineData("The restore ran all night 📦", "en", "The restore script read it as a suggestion 😂", QualityRule.EmojiBeyondPost)]
    [InlineData("The restore ran all night, haha", "en", "The restore script read it as a suggestion 😂", QualityRule.EmojiBeyondPost)]
    [InlineData("See www.holdfast.example for it 📦", "en", "The restore script read it as a suggestion 😂", QualityRule.EmojiBeyondPost)]
    [InlineData("Anybody else with a restore like that? 😊", "en", "The restore script read it as a suggestion 🚀", QualityRule.EmojiBeyondPost)]
    public void Tears_of_laughter_pass_where_the_post_laughs(string post, string language, string draft, QualityRule? rule) =>
        Assert.Equal(rule, EmojiTone.Check(new(draft, new(post, language), Kind), Context(Project))?.Rule);

    [Theory]
    [InlineData("Never tested restore, nightly backup", "\"Restore was never tested\" belongs on a mug, next to the coffee nobody drinks", false)]
    [InlineData("Never tested restore, nightly backup", "\"Restore was never tested\" and nightly backup", true)]
    [InlineData("Never tested restore, nightly backup", "Restore was never tested, nightly backup", true)]
    public void What_answers_a_quotation_of_the_post_is_no_copy(string post, string draft, bool copied) =>
        Assert.Equal(copied, CopiedWords.Check(new(draft, new(post + ". Restore was never tested.", "en"), Kind)) is not null);

    [Fact]
    public void A_title_of_the_post_within_another_script_is_no_copy() =>
        Assert.Null(CopiedWords.Check(new("Battle for Supremacyって、もう格闘技の煽りVのタイトルなんよ", new("タイトル AI Platforms Battle for Supremacy 世の中がどのように変わるか想像がつかない。", "ja"), Kind)));

    [Theory]
    [InlineData("Gamle scripts kører stadig uden ændringer, det kan man ikke ligefrem sige om resten.", QualityRule.WrongLanguage)]
    [InlineData("Gamle skript kjører fortsatt uten endringer, det kan man ikke si om resten.", QualityRule.WrongLanguage)]
    [InlineData("Old scripts run on, which nobody says of the rest.", null)]
    [InlineData("Smörgåsbord of scripts, and the rest is hygge.", null)]
    public void One_of_two_related_languages_is_not_English(string draft, QualityRule? rule) => Assert.Equal(rule, WrongLanguage.Check(new(draft, new(Post, "en"), Kind))?.Rule);

    [Theory]
    [InlineData("Restore one random table a week into a scratch server and compare the counts.")]
    [InlineData("Holdfast does 12 a night that way. The odd one out is always the oldest.")]
    [InlineData("3 hours for 40 GB sounds like one big dump. Does the tool write in parallel?")]
    [InlineData("Three hours would worry me less than the second half. Who'd notice a red restore?")]
    [InlineData("Put the restore on a calendar, in C# or a shell script, whatever the on-call person reads.")]
    [InlineData("Is the 40 GB compressed? Ours was slow at the gzip step: one core, all night.")]
    [InlineData("p99 of our restores was fine, the API keys in the dump were not.")]
    [InlineData("Holdfast has how it works on holdfast.example/how, the restore part is short.")]
    [InlineData("Ask for the last restore log, not the last backup log. The room gets quiet.")]
    [InlineData("I'd harness nothing new here. A cron job that drops and restores one schema does it.")]
    [InlineData("You're right about the nightly run, the restore is where I'd look first.")]
    [InlineData("Restores are closer to a fire drill: the first one shows you the door that sticks.")]
    [InlineData("Which period do you keep? We drop everything older than two weeks.")]
    [InlineData("The catalog is the foundation, the restore only follows it line by line.")]
    public void A_plain_specific_draft_passes(string draft) => Assert.Null(Check(draft));

    [Theory]
    [InlineData("de", "Wer testet bei euch eigentlich die Rücksicherung?", "Bei uns spielt jeden Montag jemand anderes eine Tabelle zurück, das hat zwei Fehler gefunden.")]
    [InlineData("ja", "バックアップの復元、みなさんは試していますか？", "毎週ひとつだけテーブルを戻して、件数を比べるようにしています。")]
    [InlineData("es", "¿Alguien prueba de verdad las copias de seguridad?", "Nosotros restauramos una tabla al azar cada semana y comparamos los totales.")]
    [InlineData("fr", "Qui teste vraiment ses sauvegardes ?", "On restaure une table au hasard chaque lundi, et le plus dur est de trouver où.")]
    [InlineData("pt", "Alguém testa mesmo os backups?", "A gente restaura uma tabela por semana num banco de teste e compara as contagens.")]
    [InlineData("en", "Disk died on a Friday 😅 backups were fine, the restore script was not", "Friday is when the script finds out nobody read it either 😅")]
    public void A_draft_in_the_posts_language_and_tone_passes(string language, string post, string draft) =>
        Assert.Null(Check(draft, new AnsweredPost(post, language)));

    [Fact]
    public void Swearing_passes_where_the_voice_allows_it()
    {
        var swearing = Project with { Voice = Project.Voice with { AllowProfanity = true } };
        Assert.Null(QualityFilter.Judge(new("Nobody restores until the shit hits the server at night.", new(Post, "en"), Kind), Context(swearing)).Rejection);
    }

    [Fact]
    public void A_dash_passes_where_the_voice_uses_one()
    {
        var dashing = Project with { Voice = new Voice { GoodExamples = ["Restore it — then we talk."] } };
        Assert.Null(QualityFilter.Judge(new("Backups are hopes — the restore log is what I would read.", new(Post, "en"), Kind), Context(dashing)).Rejection);
    }

    [Theory]
    [InlineData("Pip, nix, Docker, make: pick one?")]
    [InlineData("kubectl rollout undo, then logs -f --since 5m")]
    public void Names_and_commands_are_no_foreign_language(string draft) => Assert.Null(WrongLanguage.Check(new(draft, new(Post, "en"), Kind)));

    [Theory]
    [InlineData("We restore one table to a spare server every week, and that finds most of the faults.", null)]
    [InlineData("Wir spielen jede Woche eine Tabelle zurück, das deckt die meisten Fehler auf.", QualityRule.WrongLanguage)]
    public void Where_another_language_than_the_posts_is_asked_for_only_that_one_passes(string draft, QualityRule? rule) =>
        Assert.Equal(rule, WrongLanguage.Check(new(draft, new("Wer spielt seine Sicherungen eigentlich auch einmal zurück?", "de") { AnswerIn = "en" }, Kind))?.Rule);

    [Fact]
    public void A_language_without_words_of_seven_is_told_too() =>
        Assert.Equal(QualityRule.WrongLanguage, Check("Her pazartesi bir tabloyu geri yüklüyoruz, çünkü hata orada çıkıyor.")?.Rule);

    [Fact]
    public void A_rejection_says_what_to_change() =>
        Assert.Equal("It holds the hashtag #backup; leave hashtags out.", Check("Restore one table a week into a scratch server #backup")?.Detail);

    private static Rejection? Check(string draft, AnsweredPost? post = null) => QualityFilter.Judge(new(draft, post ?? new(Post, "en"), Kind), Context(Project)).Rejection;

    private static QualityContext Context(ProjectConfig project) => QualityContext.Of(project, DraftPrompt.DefaultTemplate, new DraftMemory());
}
