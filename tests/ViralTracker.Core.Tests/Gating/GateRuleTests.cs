using ViralTracker.Core.Gating;
using ViralTracker.Core.Posts;
using ViralTracker.Core.Projects;
using Xunit;

namespace ViralTracker.Core.Tests.Gating;

public sealed class GateRuleTests
{
    [Theory]
    [InlineData("everyone", true)]
    [InlineData("Everyone", true)]
    [InlineData(null, true)]
    [InlineData("following", false)]
    [InlineData("mentionedUsers", false)]
    [InlineData("restricted", false)]
    public void A_post_that_only_some_may_answer_is_skipped(string? settings, bool passes) =>
        AssertSkip(passes ? null : new Skip(SkipReason.RepliesRestricted, settings!), SamplePosts.Post with { ReplySettings = settings });

    [Theory]
    [InlineData("Sorteo! Sigue la cuenta, dale RT y comenta para ganar un iPhone 15")]
    [InlineData("GIVEAWAY: seguí la cuenta y dale RT para participar")]
    [InlineData("Sorteio! Siga o perfil, curta e marque 2 amigos para concorrer a um iPhone")]
    [InlineData("Concours ! RT + follow pour tenter de gagner une PS5")]
    [InlineData("Gewinnspiel! Folgen, liken und teilen, um ein iPhone zu gewinnen")]
    [InlineData("フォロー＆RTで抽選で10名様にAmazonギフト券プレゼント")]
    [InlineData("フォロー&リポストで当たる！プレゼントキャンペーン実施中")]
    [InlineData("关注并转发抽奖，送出三台手机")]
    [InlineData("팔로우하고 리트윗하면 추첨을 통해 커피 쿠폰을 드려요")]
    [InlineData("Розыгрыш! Подпишись и сделай репост, чтобы выиграть айфон")]
    [InlineData("Çekiliş! Takip et, RT yap, 3 kişiye iPhone kazandırıyoruz")]
    [InlineData("Giveaway! Follow dan RT, hadiah pulsa 100rb untuk 3 orang")]
    [InlineData("مسابقة! تابع الحساب وأعد التغريد لتربح آيفون")]
    [InlineData("Sígueme y te sigo 💯")]
    [InlineData("segue que sigo de volta")]
    [InlineData("相互フォローお願いします フォロバ100")]
    [InlineData("互关互粉 回关")]
    [InlineData("Взаимная подписка, подпишусь в ответ")]
    [InlineData("takibe takip gt")]
    public void A_raffle_or_a_trade_of_follows_is_spam_in_many_languages(string text) => Assert.Equal(SkipReason.Spam, CheckAnyLanguage(text));

    [Theory]
    [InlineData("Mi padre murió anoche. No tengo palabras.")]
    [InlineData("Meine Oma ist gestern gestorben. Ich vermisse sie so sehr.")]
    [InlineData("Mon père est mort ce matin, je n'y arrive pas.")]
    [InlineData("Minha mãe faleceu ontem. Obrigado pelo carinho de todos.")]
    [InlineData("È morto mio padre questa notte.")]
    [InlineData("Вчера умер мой отец. Не знаю, как жить дальше.")]
    [InlineData("Учора помер мій тато.")]
    [InlineData("Dün babamı kaybettik, mekanı cennet olsun")]
    [InlineData("昨夜、父が亡くなりました。")]
    [InlineData("昨天父亲去世了，还没缓过来")]
    [InlineData("어제 아버지가 돌아가셨습니다.")]
    [InlineData("توفي والدي أمس، ادعوا له بالرحمة")]
    [InlineData("אבא שלי נפטר אתמול")]
    [InlineData("मेरे पिता का कल निधन हो गया")]
    [InlineData("Ayah saya meninggal tadi malam")]
    [InlineData("Wczoraj zmarł mój tata.")]
    [InlineData("Gisteren is mijn vader overleden.")]
    [InlineData("Terremoto en Turquía: ya van 2.300 muertos")]
    [InlineData("地震で亡くなった方は50人を超えました")]
    public void A_death_is_no_place_for_a_reply_in_many_languages(string text) => Assert.Equal(SkipReason.SensitiveSubject, CheckAnyLanguage(text));

    [Theory]
    [InlineData("¿Alguien ha hecho un sorteo en redes que sirviera de algo? Nosotros sumamos gente que se fue al mes.")]
    [InlineData("プレゼントキャンペーンって本当に効果あるんですか。フォロワーは増えても買わない気がする")]
    [InlineData("Розыгрыши в соцсетях не работают: подписчики уходят через неделю")]
    [InlineData("Me muero de risa con este bug, lleva 3 años ahí")]
    [InlineData("Das Feature ist gestorben, bevor es jemand benutzt hat")]
    [InlineData("このライブラリ、もう死んでるよね。代わりに何を使ってますか")]
    [InlineData("J'ai tué le processus et tout est reparti. Quelqu'un sait pourquoi ?")]
    [InlineData("Батарея умерла посреди созвона. У кого какой ноутбук?")]
    [InlineData("这个项目早就死了，没人维护")]
    [InlineData("Pil öldü, toplantı yarım kaldı. Siz ne kullanıyorsunuz?")]
    [InlineData("Buen hilo sobre bases de datos vía @ana ¿qué usáis vosotros?")]
    public void Talk_about_either_passes_in_many_languages(string text) => Assert.Null(CheckAnyLanguage(text));

    private static SkipReason? CheckAnyLanguage(string text) => new Gate(SamplePosts.Project with { Languages = [] }).Check(SamplePosts.Post with { Text = text })?.Reason;

    [Fact]
    public void An_own_post_is_skipped_whatever_the_case_and_at() =>
        AssertSkip(new(SkipReason.OwnPost, "ada"), SamplePosts.Post, SamplePosts.Project with { AccountHandles = ["@ADA"] });

    [Theory]
    [InlineData("RT @bob: nine minutes to two", false)]
    [InlineData("rt @bob: which editor do you use?", false)]
    [InlineData("RT: @bob nine minutes to two", false)]
    [InlineData("🔥 RT @bob: nine minutes to two", false)]
    [InlineData("“RT @bob: nine minutes to two”", false)]
    [InlineData("QT @bob: nine minutes to two", false)]
    [InlineData("RT if you cache too, @bob", true)]
    [InlineData("Art @bob made while the build ran", true)]
    [InlineData("So true! RT @bob: nine minutes to two", true)]
    public void A_repost_is_skipped(string text, bool passes) =>
        Assert.Equal(passes, Check(SamplePosts.Post with { Text = text })?.Reason != SkipReason.Repost);

    [Fact]
    public void An_author_answered_lately_may_come_back()
    {
        var lately = new AnsweredBefore { Authors = new HashSet<AuthorKey> { new("x", "@ada") } };
        Assert.Equal(new Skip(SkipReason.AuthorCooldown, "answered within the last 24 h", SkipFinality.RetryLater), new Gate(SamplePosts.Project, lately).Check(SamplePosts.Post));
        Assert.Null(new Gate(SamplePosts.Project, lately).Check(SamplePosts.Post with { Key = new("bluesky", "1") }));
    }

    [Fact]
    public void An_author_whose_drafts_wait_for_a_person_may_come_back()
    {
        var waiting = new AnsweredBefore { Waiting = new HashSet<AuthorKey> { new("x", "@ada") } };

        Assert.Equal((SkipReason.AuthorCooldown, SkipFinality.RetryLater), new Gate(SamplePosts.Project, waiting).Check(SamplePosts.Post) is { } skip ? (skip.Reason, skip.Finality) : default);
    }

    [Fact]
    public void Drafts_that_wait_do_not_stand_in_the_way_of_their_own_post()
    {
        var waiting = new AnsweredBefore { Waiting = new HashSet<AuthorKey> { new("x", "@ada") }, WaitingPosts = new HashSet<PostKey> { SamplePosts.Post.Key } };

        Assert.Null(new Gate(SamplePosts.Project, waiting).Check(SamplePosts.Post));
    }

    [Fact]
    public void A_renamed_author_is_known_by_the_native_id()
    {
        var lately = new AnsweredBefore { Authors = new HashSet<AuthorKey> { new("x", "42") } };
        Assert.Equal(SkipReason.AuthorCooldown, new Gate(SamplePosts.Project, lately).Check(SamplePosts.Post with { Author = new() { NativeId = "42", Handle = "ada2" } })?.Reason);
    }

    [Fact]
    public void An_answered_post_is_skipped_for_good() =>
        Assert.Equal(
            new Skip(SkipReason.AlreadyAnswered, SamplePosts.Post.Key.ToString()),
            new Gate(SamplePosts.Project, new() { Posts = new HashSet<PostKey> { SamplePosts.Post.Key } }).Check(SamplePosts.Post));

    [Theory]
    [InlineData("My uncle passed away on Sunday and the funeral is tomorrow.", "passed away")]
    [InlineData("Death toll of the earthquake rises to forty", "death toll")]
    [InlineData("12 dead after flash flood", "12 dead")]
    [InlineData("Two teenagers killed after car crash", "two teenagers killed")]
    public void A_sensitive_subject_is_skipped_and_named(string text, string word) =>
        AssertSkip(new(SkipReason.SensitiveSubject, word), SamplePosts.Post with { Text = text });

    [Theory]
    [InlineData("My dad died last night")]
    [InlineData("Lost my brother to an overdose")]
    [InlineData("A man from the next town was charged with murder")]
    [InlineData("They say he murdered his wife")]
    [InlineData("A rape victim speaks out")]
    [InlineData("Shooting at a mall, police are there")]
    [InlineData("Terrorists attacked a market")]
    [InlineData("Stabbing leaves one dead")]
    [InlineData("Fire kills 8")]
    [InlineData("RIP to my grandmother")]
    [InlineData("Two people were shot outside a bar")]
    [InlineData("Woman found dead in her flat")]
    [InlineData("Our neighbour drowned yesterday")]
    [InlineData("She died of cancer in March")]
    [InlineData("Severe flooding in the valley this week")]
    [InlineData("Kidnapped girl found alive")]
    [InlineData("Thirty passengers on a bus were injured on the way to work")]
    public void Death_disaster_and_crime_are_skipped_in_their_plain_sense(string text) =>
        Assert.Equal(SkipReason.SensitiveSubject, Check(SamplePosts.Post with { Text = text })?.Reason);

    [Theory]
    [InlineData("I killed the process and removed the dead code.")]
    [InlineData("The release train was a disaster, but we shipped.")]
    [InlineData("Node process was killed by the OOM killer")]
    [InlineData("Container killed by Kubernetes")]
    [InlineData("One more reader that was killed by Google")]
    [InlineData("My demo is bombing")]
    [InlineData("Casualties of the redesign: three dashboards")]
    [InlineData("We evacuated the old data center")]
    [InlineData("This is a killer feature, and the deadline is dead simple: kill -9 it")]
    [InlineData("Photo shooting in the office tomorrow, then a penetration test of that attack vector")]
    [InlineData("The editor crashed again, third crash today")]
    [InlineData("She murdered it on stage")]
    [InlineData("My laptop died last night and the battery has died too")]
    [InlineData("Three workers killed by the OOM killer of the kernel")]
    [InlineData("Removed 3 dead links and two dead pixels")]
    [InlineData("This kills two birds with one stone")]
    [InlineData("We killed two services and merged them")]
    [InlineData("Who killed feeds?")]
    [InlineData("Career suicide? I asked for a raise")]
    [InlineData("The queue holds 12 dead letters")]
    public void A_figure_of_speech_is_no_sensitive_subject(string text) => AssertSkip(null, SamplePosts.Post with { Text = text });

    [Fact]
    public void A_project_lists_its_own_sensitive_subjects()
    {
        var project = SamplePosts.Project with { SensitiveSubjects = ["layoffs"] };
        AssertSkip(new(SkipReason.SensitiveSubject, "layoffs"), SamplePosts.Post with { Text = "Layoffs again in our town this spring, third time." }, project);
        AssertSkip(null, SamplePosts.Post with { Text = "The funeral of my old laptop was short and cheap." }, project);
        AssertSkip(null, SamplePosts.Post with { Text = "My uncle died on Sunday." }, project);
    }

    [Theory]
    [InlineData("Big GIVEAWAY today, everybody is invited to take part")]
    [InlineData("Big g\u200Bi\u200Bveaway today, everybody is invited to take part")]
    [InlineData("Big ｇｉｖｅａｗａｙ today, everybody is invited to take part")]
    [InlineData("Big gïveaway today, everybody is invited to take part")]
    [InlineData("Big giveąway today, everybody is invited to take part")]
    [InlineData("🅖🅘🅥🅔🅐🅦🅐🅨 today, everybody is invited to take part")]
    [InlineData("🅶🅸🆅🅴🅰🆆🅰🆈 today, everybody is invited to take part")]
    [InlineData("G!VEAWAY today, everybody is invited to take part")]
    [InlineData("GIVE AWAY! Answer below and one of you gets 3 ETH")]
    [InlineData("Everybody gets one of these today #GiveawayAlert")]
    [InlineData("Follow me and I follow back, the whole day long")]
    [InlineData("Claim now before it closes tonight: https://example.com/a")]
    [InlineData("Big givе\u0430way today, everybody is invited to take part")]
    [InlineData("Follow for follow? I answer everybody within the hour")]
    [InlineData("Look here https://example.com/a")]
    [InlineData("$ABC $DEF $GHI to the moon")]
    [InlineData("$ABC $DEF $GHI to the moon, all of them, do not sleep on it")]
    [InlineData("Whatever you do this week, don’t sleep on $ABC, $DEF or even $GHI")]
    [InlineData("Answer with 2 SOL in mind, then we are giving away the rest")]
    [InlineData("Claim your free airdrop before the link closes tonight")]
    public void Spam_is_skipped_however_it_is_spelled(string text) => Assert.Equal(SkipReason.Spam, Check(SamplePosts.Post with { Text = text })?.Reason);

    [Theory]
    [InlineData("A cryptography course that starts with the history of ciphers would have helped me.")]
    [InlineData("AirDrop between two laptops is still faster than our file server.")]
    [InlineData("We measured it before and after, the numbers are here: https://example.com/a")]
    [InlineData("Why does my cron script see $HOME and $PATH but not $USER?")]
    [InlineData("$FOO $BAR $BAZ in my Makefile")]
    [InlineData("$ABC $DEF $GHI which would you hold?")]
    [InlineData("The dead giveaway that a review was written by a machine is its politeness")]
    [InlineData("The giveaway is that each paragraph ends in a question")]
    [InlineData("Does the deploy follow back links?")]
    [InlineData("Claim now, verify later: why our benchmarks never agree")]
    [InlineData("A like-for-like comparison of two runners took a week")]
    [InlineData("Do not give away 2 of your keys in a public repository")]
    [InlineData("We compared $ABC, $DEF and $GHI by what each of them pays a year")]
    public void Words_that_only_look_like_spam_pass(string text) => AssertSkip(null, SamplePosts.Post with { Text = text });

    [Theory]
    [InlineData("und")]
    [InlineData(null)]
    [InlineData("qme")]
    public void Fault03_where_the_source_names_no_language_the_text_tells(string? mark)
    {
        var german = SamplePosts.Post with { Language = mark, Text = "Ich habe das gestern auch nicht verstanden, aber jetzt geht es wieder." };
        AssertSkip(new(SkipReason.Language, "de"), german);
        AssertSkip(null, german, SamplePosts.Project with { Languages = ["de"] });
    }

    private static Skip? Check(Post post) => new Gate(SamplePosts.Project).Check(post);

    private static void AssertSkip(Skip? expected, Post post, ProjectConfig? project = null) =>
        Assert.Equal(expected, new Gate(project ?? SamplePosts.Project).Check(post));
}
