using ViralTracker.Core.Scoring;
using Xunit;

namespace ViralTracker.Core.Tests.Scoring;

public sealed class OpennessTests
{
    [Theory]
    [InlineData("Is a shared staging server worth the trouble?")]
    [InlineData("Is a shared staging server worth the trouble? 😀")]
    [InlineData("Is a shared staging server worth the trouble? https://example.com/x")]
    [InlineData("Is a shared staging server worth the trouble?\n\n#devops")]
    [InlineData("Is a shared staging server worth the trouble?!")]
    [InlineData("\"Is a shared staging server worth it?\"")]
    [InlineData("How do you name your feature branches？")]
    [InlineData("共有のステージング環境は必要ですか？")]
    [InlineData("¿Cómo nombráis las ramas?")]
    [InlineData("هل هذا مفيد؟")]
    [InlineData("Tests are slow (any tips?)")]
    [InlineData("@bob what do you use to seed the database?")]
    [InlineData("Wdyt about this landing page? https://example.com/x")]
    [InlineData("Hot take: SQL is enough for most apps. Agree or disagree?")]
    [InlineData("How are you all handling the new ranking changes?")]
    [InlineData("How are you testing agents before a release?")]
    public void Fault08_a_question_counts_whatever_follows_it(string text) => Assert.Equal(Asking.Question, Openness.Read(text).Asking);

    [Theory]
    [InlineData("@bob any plans to support arm runners")]
    [InlineData("Migrating a monolith next month. Any tips from people who did it would help, and any thoughts on order.")]
    [InlineData("Can someone explain lockfiles to me like I am five")]
    [InlineData("Weiß jemand, wie man das abschaltet")]
    [InlineData("Would love feedback on my landing page")]
    [InlineData("Anyone else's coding agent keep losing context")]
    [InlineData("is there a tool that turns a sketch into a page")]
    [InlineData("which is better, tabs or spaces")]
    [InlineData("Do u guys prefer tabs or spaces")]
    [InlineData("how do you structure a monorepo with three apps")]
    [InlineData("@bob should I learn Rust or Go first")]
    [InlineData("Thinking of switching from Notion to Obsidian. Convince me otherwise.")]
    [InlineData("Change my mind: unit tests are overrated")]
    [InlineData("Unpopular opinion: standups are useless. Prove me wrong")]
    [InlineData("Hey devs, how long do your reviews stay open on average")]
    [InlineData("Founders who hired their first salesperson: when did you know it was time")]
    [InlineData("Tell me your favourite command line tool")]
    [InlineData("Name one subscription you would pay double for")]
    [InlineData("Help me name my product. It turns calls into tickets")]
    [InlineData("Help me choose between two offers")]
    [InlineData("Recommendations for a good accountant in Berlin")]
    [InlineData("what's everyone building this weekend")]
    public void A_call_for_help_or_opinions_needs_no_question_mark(string text) => Assert.Equal(Asking.Call, Openness.Read(text).Asking);

    [Theory]
    [InlineData("¿Qué base de datos usáis para proyectos pequeños?")]
    [InlineData("qué base de datos usáis para proyectos pequeños? alguien que me oriente")]
    [InlineData("Alguien me puede recomendar un contador en Bogotá")]
    [InlineData("alguien sabe cómo se exporta esto en Excel")]
    [InlineData("Vocês usam o que pra fazer backup?")]
    [InlineData("alguém me indica um bom curso de SQL")]
    [InlineData("Quelqu'un a déjà migré de Mailchimp vers Brevo ?")]
    [InlineData("Vous avez des idées pour garder les clients après l'essai")]
    [InlineData("Hat jemand Erfahrung mit Lexoffice")]
    [InlineData("Kann mir jemand ein gutes Buch über SQL empfehlen")]
    [InlineData("Qualcuno mi consiglia un buon commercialista a Milano")]
    [InlineData("Heeft iemand ervaring met een vierdaagse werkweek")]
    [InlineData("Ktoś poleci dobrego księgowego w Krakowie")]
    [InlineData("Czy ktoś z was korzystał z tego narzędzia?")]
    [InlineData("Bu programı kullanan var mı, nasıl buldunuz")]
    [InlineData("İyi bir muhasebeci öneren var mı")]
    [InlineData("Кто-нибудь пользовался этой программой? Как вам")]
    [InlineData("Посоветуйте хорошую книгу по SQL")]
    [InlineData("Хто користувався цією програмою? Порадьте щось")]
    [InlineData("ما رأيكم في العمل عن بعد؟")]
    [InlineData("هل جرب أحدكم هذا البرنامج؟")]
    [InlineData("حد جرب البرنامج ده قبل كده")]
    [InlineData("מישהו יכול להמליץ על רואה חשבון טוב?")]
    [InlineData("מה אתם חושבים על עבודה מהבית?")]
    [InlineData("क्या किसी ने यह ऐप इस्तेमाल किया है?")]
    [InlineData("कोई अच्छा सीए बताइए, दिल्ली में")]
    [InlineData("Ada yang punya pengalaman pakai aplikasi ini")]
    [InlineData("Menurut kalian mending sewa server atau beli")]
    [InlineData("議事録をまとめるのに何を使っていますか")]
    [InlineData("この機能、みんな使ってる？")]
    [InlineData("おすすめの会計ソフトを教えてください")]
    [InlineData("これって普通なんでしょうか。詳しい方いますか")]
    [InlineData("どのツールがいいと思いますか。")]
    [InlineData("你们团队用什么写文档吗")]
    [InlineData("有人用过这个软件吗")]
    [InlineData("大家觉得远程办公怎么样呢")]
    [InlineData("求推荐一个好用的记账软件")]
    [InlineData("혹시 이 프로그램 써보신 분 계신가요")]
    [InlineData("다들 회의록 어떻게 정리하세요?")]
    [InlineData("Πώς το κάνετε εσείς;")]
    [InlineData("Ξέρει κανείς καλό λογιστή στην Αθήνα;")]
    [InlineData("Någon som har tips på bra bokföringsprogram")]
    [InlineData("Onko kenelläkään kokemusta tästä ohjelmasta?")]
    [InlineData("Má někdo zkušenost s tímhle programem")]
    [InlineData("Yaar kisi ne ye app use kiya hai kya?")]
    [InlineData("Người mới thì nên học ngôn ngữ nào?")]
    [InlineData("มีใครเคยใช้โปรแกรมนี้บ้าง")]
    public void Questions_and_calls_are_heard_in_many_languages(string text) => Assert.True(Openness.Read(text).IsOpen);

    [Theory]
    [InlineData("Hoy lanzamos la nueva versión. Gracias a todo el equipo por el esfuerzo.")]
    [InlineData("¿Sabías que puedes exportar en un clic? Descúbrelo en nuestro blog 👇")]
    [InlineData("Avete mai sentito parlare di noi? Scopri il nostro corso: link in bio")]
    [InlineData("新機能をリリースしました。ぜひお試しください。")]
    [InlineData("新しいブログを書きました。読んでください。")]
    [InlineData("本日休業です。よろしくお願いします。")]
    [InlineData("我们今天发布了新版本，欢迎下载体验。")]
    [InlineData("오늘 새 버전을 출시했습니다. 많은 관심 부탁드립니다.")]
    [InlineData("Сегодня мы выпустили новую версию. Спасибо всем, кто помогал.")]
    [InlineData("Bugün yeni sürümü yayınladık, emeği geçen herkese teşekkürler.")]
    [InlineData("أطلقنا اليوم الإصدار الجديد، شكراً لكل من ساهم.")]
    [InlineData("Wusstest du, dass du alles mit einem Klick exportieren kannst? Jetzt anmelden 👇")]
    [InlineData("Vous connaissez notre nouvelle offre ? Découvrez-la sur notre site")]
    [InlineData("Quer vender mais? Baixe nosso e-book grátis, link na bio")]
    public void Announcements_ask_nothing_in_any_language(string text) => Assert.False(Openness.Read(text).IsOpen);

    [Theory]
    [InlineData("I wonder if anybody still runs this nightly.")]
    [InlineData("Not sure whether the cache is the reason.")]
    [InlineData("Been stuck on this for three hours: a CORS error in production only.")]
    [InlineData("I'm stuck with two servers that disagree about the time.")]
    [InlineData("Trying to figure out if I should charge per seat or per usage")]
    [InlineData("Trying to decide whether to keep the freemium plan")]
    public void A_hedge_leaves_the_matter_to_the_reader(string text) => Assert.Equal(Asking.Hedge, Openness.Read(text).Asking);

    [Theory]
    [InlineData("What a day!")]
    [InlineData("Guess what? We shipped it.")]
    [InlineData("Why I left my team: https://example.com/x Why does everyone stay?")]
    [InlineData("Want to learn Rust? Here's a thread 🧵")]
    [InlineData("Have you tried our new editor yet? Download it today: https://example.com")]
    [InlineData("Which editor is best? We tested ten. https://example.com/editors")]
    [InlineData("So you rewrote everything again?")]
    [InlineData("How I grew to 10k followers")]
    [InlineData("Can a test suite be too fast? No. Ours takes one second now.")]
    [InlineData("Her: \"Where were you?\" and I had no answer at all")]
    [InlineData("Take our survey: which plan do you use? https://example.com/s")]
    [InlineData("Our build went from nine minutes to two after caching the restore step.")]
    [InlineData("Which is why I left the team")]
    [InlineData("When I was young we had one language")]
    [InlineData("What is a monorepo and why it matters: a thread 🧵")]
    [InlineData("?")]
    [InlineData("🤔?")]
    [InlineData("@bob ??? https://example.com/x")]
    [InlineData("Isn't it amazing how far we've come?")]
    [InlineData("Do you really think customers care about your tech stack? They don't.")]
    [InlineData("Tell me you never talked to a customer without telling me")]
    [InlineData("This is how long your reviews should stay open")]
    [InlineData("To name a few: Rust, Go and Zig")]
    [InlineData("I changed my mind about standups")]
    [InlineData("How are you? Happy Monday everyone!")]
    public void Rhetorical_openers_headlines_and_announcements_do_not_count(string text) => Assert.Equal(Asking.Nothing, Openness.Read(text).Asking);

    [Theory]
    [InlineData("What if I told you your onboarding is the problem?")]
    [InlineData("Most founders get this wrong. What if I told you there's a better way to do SEO?")]
    [InlineData("Who else but Apple could ship this?")]
    [InlineData("Who else but Elon")]
    [InlineData("Who but Apple would charge for a cloth?")]
    [InlineData("If you're not shipping, what are you even doing?")]
    [InlineData("What are we even doing here?")]
    [InlineData("How is it already November")]
    [InlineData("How is it November already?!")]
    [InlineData("how is it already 2026?")]
    [InlineData("Where did the weekend go?")]
    [InlineData("Her: 'Where were you?' and I had no answer at all")]
    [InlineData("Investors ask ‘What is your churn?’ and founders freeze.")]
    public void A_figure_of_speech_and_a_question_told_again_ask_nothing(string text) => Assert.Equal(Asking.Nothing, Openness.Read(text).Asking);

    [Theory]
    [InlineData("What if we removed the sign-up form altogether?")]
    [InlineData("Who else uses Apple's StoreKit for trials?")]
    [InlineData("What are you doing about churn this quarter?")]
    [InlineData("If you're not using Stripe, what are you using?")]
    [InlineData("How is it already handled in Rust?")]
    [InlineData("Where did the first ten customers come from?")]
    [InlineData("How is it already November? And which of your goals did you reach?")]
    [InlineData("I'm stuck with 'em. What do you use for the users' mails?")]
    public void Questions_in_like_words_ask(string text) => Assert.Equal(Asking.Question, Openness.Read(text).Asking);

    [Theory]
    [InlineData("So true! RT @bob: Which editor do you use for Rust?")]
    [InlineData("QT @bob: Which editor do you use for Rust?")]
    [InlineData("> Which editor do you use for Rust?\nNone, obviously.")]
    public void What_somebody_else_asked_does_not_count(string text)
    {
        var openness = Openness.Read(text);
        Assert.Equal(Asking.Nothing, openness.Asking);
        Assert.True(openness.Score < 0.1);
    }

    [Fact]
    public void A_question_above_a_repeated_post_counts() =>
        Assert.Equal(Asking.Question, Openness.Read("Which editor do you use for Rust? RT @bob: None, obviously.").Asking);

    [Fact]
    public void An_own_experience_leaves_more_to_say_than_a_headline()
    {
        var experience = Openness.Read("I moved our nightly jobs to one queue last week and the flaky failures are gone, mostly because retries now share a budget.");
        var headline = Openness.Read("Company announces new queue for nightly jobs https://example.com/news");
        Assert.True(experience.Score > headline.Score);
        Assert.True(experience.Score < Openness.OpenMin);
    }

    [Fact]
    public void Only_the_beginning_of_a_very_long_post_is_read()
    {
        Assert.Equal(Openness.Read(Long(words: 1_000)), Openness.Read(Long(words: 20_000)));

        static string Long(int words) => "Which editor do you use?" + string.Concat(Enumerable.Repeat(" word", words));
    }
}
