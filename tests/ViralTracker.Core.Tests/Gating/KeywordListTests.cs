using ViralTracker.Core.Gating;
using Xunit;

namespace ViralTracker.Core.Tests.Gating;

public sealed class KeywordListTests
{
    [Theory]
    [InlineData("crypto", "cryptography is a science")]
    [InlineData("crypto", "a pseudocrypto coin")]
    [InlineData("nft", "e n f t")]
    [InlineData("bot", "вот это да")]
    [InlineData("bot", "ВОТ ЭТО ДА")]
    [InlineData("#ad", "an ad for us")]
    [InlineData("#ad", "#adventure")]
    [InlineData("c++", "vitamin c is fine")]
    [InlineData("@bob", "ask @bob_smith")]
    [InlineData("link in bio", "link in biology class")]
    [InlineData("", "anything")]
    [InlineData("\u200B", "anything")]
    public void Fault04_keyword_inside_a_longer_word_does_not_block(string keyword, string text) =>
        Assert.Null(new KeywordList([keyword]).FindIn(text));

    [Theory]
    [InlineData("giveaway", "GIVEAWAY!!!")]
    [InlineData("giveaway", "give\u200Baway")]
    [InlineData("giveaway", "give\u00ADaway")]
    [InlineData("giveaway", "g\u0456veaway")]
    [InlineData("giveaway", "ｇｉｖｅａｗａｙ now")]
    [InlineData("giveaway", "𝐠𝐢𝐯𝐞𝐚𝐰𝐚𝐲")]
    [InlineData("giveaway", "ɢɪᴠᴇᴀᴡᴀʏ")]
    [InlineData("giveaway", "🅖🅘🅥🅔🅐🅦🅐🅨")]
    [InlineData("giveaway", "🅶🅸🆅🅴🅰🆆🅰🆈")]
    [InlineData("GiveAway", "#giveaway_time")]
    [InlineData("airdrop", "\u0410IRDRO\u0420")]
    [InlineData("token", "free \u03A4OKEN")]
    [InlineData("scam", "\u0455\u0441\u0430m alert")]
    [InlineData("crypto", "it's crypto's turn")]
    [InlineData("crypto", "日本crypto語")]
    [InlineData("straße", "STRASSE")]
    [InlineData("don't", "please DON’T")]
    public void Fault04_other_spellings_of_a_keyword_block(string keyword, string text) =>
        Assert.Equal(keyword, new KeywordList([keyword]).FindIn(text));

    [Theory]
    [InlineData("link in bio", "LINK\nIN  BIO")]
    [InlineData("link in bio", "link-in-bio 👇")]
    [InlineData("link-in-bio", "the link in bio")]
    [InlineData("#ad", "So good #AD.")]
    [InlineData("c++", "We love C++, really")]
    [InlineData("$doge", "buy $DOGE now")]
    [InlineData("100%", "100% sure")]
    [InlineData("@bob", "ask @Bob!")]
    [InlineData("🚀", "to the moon🚀🚀")]
    [InlineData("крипто", "ПРО КРИПТО И НЕ ТОЛЬКО")]
    [InlineData("仮想通貨", "今日から仮想通貨を始める")]
    [InlineData("AI副業", "誰でもできるAI副業で稼ぐ")]
    [InlineData("암호화폐", "암호화폐를 사자")]
    public void Phrases_symbols_and_other_scripts_are_found(string keyword, string text) =>
        Assert.Equal(keyword, new KeywordList([keyword]).FindIn(text));

    [Fact]
    public void The_first_keyword_of_the_list_is_named() =>
        Assert.Equal("crypto", new KeywordList(["crypto", "airdrop"]).FindIn("airdrop crypto"));

    [Fact]
    public void Lone_surrogates_and_a_megabyte_of_text_are_searched()
    {
        var text = string.Concat(Enumerable.Repeat("wоrd \uD83D x ", 100_000)) + "giveaway";
        Assert.Equal("giveaway", new KeywordList(["\uD83D", "giveaway"]).FindIn(text[^9..]));
        Assert.Equal("giveaway", new KeywordList(["nothing", "giveaway"]).FindIn(text));
    }
}
