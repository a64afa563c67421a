using FsCheck;
using FsCheck.Fluent;
using ViralTracker.Core.Language;
using Xunit;

namespace ViralTracker.Core.Tests.Language;

public sealed class LanguageDetectorTests
{
    [Theory]
    [InlineData("We moved the tests to another machine and they are faster now.", "en")]
    [InlineData("Wir haben die Tests auf einen anderen Rechner verlegt, und sie sind jetzt schneller.", "de")]
    [InlineData("Hemos movido las pruebas a otra máquina y ahora son más rápidas.", "es")]
    [InlineData("On a mis les tests sur une autre machine et c'est plus rapide.", "fr")]
    [InlineData("Colocamos os testes em outra máquina e agora são mais rápidos.", "pt")]
    [InlineData("Abbiamo spostato i test su un'altra macchina e ora sono più veloci.", "it")]
    [InlineData("We hebben de tests naar een andere machine verplaatst en ze zijn nu sneller.", "nl")]
    [InlineData("Testleri başka bir makineye taşıdık ve şimdi çok daha hızlı.", "tr")]
    [InlineData("Kami sudah pindah ke mesin lain dan sekarang lebih cepat.", "id")]
    [InlineData("Przenieśliśmy testy na inną maszynę i teraz są szybsze.", "pl")]
    [InlineData("テストを別のマシンに移したら速くなりました。", "ja")]
    [InlineData("我们把测试移到另一台机器上，现在更快了。", "zh")]
    [InlineData("테스트를 다른 컴퓨터로 옮겼더니 빨라졌어요.", "ko")]
    [InlineData("Мы перенесли тесты на другую машину, и это быстрее.", "ru")]
    [InlineData("Ми перенесли тести на іншу машину, і це швидше.", "uk")]
    [InlineData("نقلنا الاختبارات إلى جهاز آخر وهي أسرع الآن.", "ar")]
    [InlineData("เราย้ายการทดสอบไปเครื่องอื่นแล้วเร็วขึ้น", "th")]
    [InlineData("हमने परीक्षण दूसरी मशीन पर ले जाए।", "hi")]
    [InlineData("ಠ_ಠ 테스트를 다른 컴퓨터로 옮겼더니 빨라졌어요.", "ko")]
    [InlineData("5µs: เราย้ายการทดสอบไปเครื่องอื่นแล้วเร็วขึ้น", "th")]
    public void The_language_of_a_sentence_is_told(string text, string code) => Assert.Equal(code, LanguageDetector.Detect(text).Code);

    [Theory]
    [InlineData("Хто вже оновився? Як воно працює", "uk")]
    [InlineData("Ну от, знову все лежить. А ми казали", "uk")]
    [InlineData("Ну вот, снова все лежит. А мы говорили", "ru")]
    [InlineData("Сервер упал и не поднялся на новом месте", "ru")]
    [InlineData("Сегодня сервер опять упал, прекрасно", "ru")]
    [InlineData("Някой друг има ли същия проблем днес", "bg")]
    [InlineData("Ето пак падна сървърът, чудесно", "bg")]
    [InlineData("Код нас су нови људи лутали, нико није знао", "sr")]
    [InlineData("Як гэта змяняе будучыню адукацыі", "be")]
    [InlineData("Ирэх өдрөөс эхлэн", "mn")]
    [InlineData("Біз таңғы жиналысты алып тастадық, енді тыныш", "kk")]
    public void Languages_in_Cyrillic_are_told_apart_without_their_own_letters(string text, string code) => Assert.Equal(code, LanguageDetector.Detect(text).Code);

    [Theory]
    [InlineData("本日休業", "ja")]
    [InlineData("Наш тест пройшов", "uk")]
    [InlineData("I dag har serveren gått ned igjen, gøy", "no")]
    public void Where_two_languages_read_alike_the_listed_one_counts(string text, string listed)
    {
        var post = SamplePosts.Post with { Text = text, Language = null };
        Assert.NotEqual(listed, PostLanguage.Of(post));
        Assert.Equal(listed, PostLanguage.Of(post, [listed]));
        Assert.Equal(listed, PostLanguage.Instead(post, [listed]));
        Assert.Equal("en", PostLanguage.Instead(post, ["en"]));
    }

    [Theory]
    [InlineData("nb-NO", "no")]
    [InlineData("nn", "no")]
    [InlineData("fil", "tl")]
    [InlineData("iw", "he")]
    [InlineData("in", "id")]
    [InlineData("zh-Hant-TW", "zh")]
    [InlineData("pt_BR", "pt")]
    [InlineData("und", null)]
    public void Second_names_of_a_language_are_one(string tag, string? code) => Assert.Equal(code, LanguageTag.Primary(tag));

    [Theory]
    [InlineData("")]
    [InlineData("@ada https://example.com/x")]
    [InlineData("😀 12 #release")]
    public void Too_little_text_tells_nothing(string text) => Assert.Equal(DetectedLanguage.Unknown, LanguageDetector.Detect(text));

    [Theory]
    [InlineData("Happy #release 🎂", "en")]
    [InlineData("@ada vielleicht https://example.com/x", null)]
    [InlineData("@ada Danke!", "de")]
    [InlineData("@ada hi", null)]
    public void A_single_word_tells_where_it_is_long_and_only_one_language_has_it(string text, string? code) => Assert.Equal(code, LanguageDetector.Detect(text).Code);

    [Theory]
    [InlineData("Sam Altman on Lex Fridman", null)]
    [InlineData("Oscar de la Hoya knockout", null)]
    [InlineData("Naval on Joe Rogan, Balaji on Tim Ferriss", "en")]
    [InlineData("Elon Musk on the moon", "en")]
    [InlineData("Buenos días a todos", "es")]
    [InlineData("Je ne sais pas", "fr")]
    [InlineData("Das ist es", "de")]
    [InlineData("Ja to nie wiem", "pl")]
    [InlineData("Jesam li sam na ovome", "hr")]
    public void Two_short_words_among_names_tell_no_language(string text, string? code) => Assert.Equal(code, LanguageDetector.Detect(text).Code);

    [Theory]
    [InlineData("en-US", "en")]
    [InlineData("und", "de")]
    [InlineData(null, "de")]
    public void The_sources_mark_comes_before_the_text(string? mark, string code) =>
        Assert.Equal(code, PostLanguage.Of(SamplePosts.Post with { Language = mark, Text = "Das ist nicht so einfach, wie es aussieht." }));

    [Theory]
    [InlineData("en", "Das ist nicht so einfach, wie es aussieht.", "de")]
    [InlineData("es", "It is not as easy as it looks to most of us.", "en")]
    [InlineData("en-US", "It is not as easy as it looks to most of us.", "en")]
    [InlineData("pt-BR", "kkkk", "pt")]
    [InlineData("de", "Kubernetes Pods", "de")]
    [InlineData("und", "Kubernetes Pods", null)]
    [InlineData("und", "Das ist nicht so einfach, wie es aussieht.", "de")]
    [InlineData(null, "Das ist nicht so einfach, wie es aussieht.", "de")]
    public void The_words_themselves_come_before_the_sources_mark_where_they_are_sure(string? mark, string text, string? code) => Assert.Equal(code, PostLanguage.OfWords(text, mark));

    [Theory]
    [InlineData("en", "Das ist nicht so einfach, wie es aussieht.", "de")]
    [InlineData("de", "It is not as easy as it looks to most of us.", "en")]
    [InlineData("de", "Es ist einfacher als es aussieht. RT @bob: It is not as easy as it looks to most of us.", null)]
    [InlineData(null, "Das ist nicht so einfach, wie es aussieht.", null)]
    [InlineData("en", "Ce n'est pas aussi simple que ça en a l'air.", null)] // not listed
    [InlineData("de", "Kubernetes Pods", null)]
    public void A_post_is_answered_in_the_listed_language_of_its_words_whatever_the_source_marks(string? mark, string text, string? instead) =>
        Assert.Equal(instead, PostLanguage.Instead(SamplePosts.Post with { Language = mark, Text = text }, ["en-US", "de"]));

    [Fact]
    public void Any_text_has_an_answer_of_known_confidence() => Check.QuickThrowOnFailure(Prop.ForAll(
        ArbMap.Default.GeneratorFor<string?>().ToArbitrary(),
        text => LanguageDetector.Detect(text ?? "").Confidence is >= 0 and <= 1));
}
