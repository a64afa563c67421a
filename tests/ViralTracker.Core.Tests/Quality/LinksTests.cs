using ViralTracker.Core.Projects;
using ViralTracker.Core.Quality;
using Xunit;

namespace ViralTracker.Core.Tests.Quality;

public sealed class LinksTests
{
    private static readonly SuggestionKind Kind = new("any", "", 1, 300);

    [Theory]
    [InlineData("backupdrills.agency")]
    [InlineData("backupdrills.top")]
    [InlineData("backupdrills.click")]
    [InlineData("drills.finance")]
    [InlineData("drills.design")]
    [InlineData("zorbly.com.tr")]
    [InlineData("zorbly.com.py")]
    [InlineData("restore-drills.рф")]
    [InlineData("пример.рф")]
    [InlineData("backupdrills。com")]
    [InlineData("backupdrills．com")]
    [InlineData("backupdrills｡com")]
    [InlineData("bücher.de")]
    [InlineData("xn--bcher-kva.xn--p1ai")]
    [InlineData("ftp://zorbly/x")]
    [InlineData("magnet:?xt=urn:btih:0")]
    [InlineData("mailto:team@zorbly.com")]
    [InlineData("team@zorbly.com")]
    [InlineData("zorbly.io")]
    [InlineData("zorbly.ai/start")]
    [InlineData("zorbly.sh/start")]
    [InlineData("zorbly.com:8080")]
    [InlineData("HTTPS://ZORBLY.COM")]
    [InlineData("www.zorbly.md")]
    public void An_address_is_a_link(string address)
    {
        Assert.Equal(QualityRule.Link, Rule($"The drills on {address} are short."));
        Assert.Equal(QualityRule.Link, Rule($"練習は{address} にあります。"));
    }

    [Fact]
    public void An_address_within_a_sentence_without_spaces_is_a_link()
    {
        Assert.Equal(QualityRule.Link, Rule("練習はbackupdrills.comを見てください。"));
        Assert.Equal(QualityRule.Link, Rule("練習はhttps://backupdrills.com/aを見てください。"));
    }

    [Theory]
    [InlineData("Node.js")]
    [InlineData("Next.js")]
    [InlineData("README.md")]
    [InlineData("main.rs")]
    [InlineData("script.sh")]
    [InlineData("setup.py")]
    [InlineData("Makefile.am")]
    [InlineData("main.tf")]
    [InlineData("backup.zip")]
    [InlineData("demo.mov")]
    [InlineData("e.g.")]
    [InlineData("i.e.")]
    [InlineData("U.S.")]
    [InlineData("a.m.")]
    [InlineData("v1.2.3")]
    [InlineData("item.name")]
    [InlineData("datetime.now()")]
    [InlineData("torch.compile(model)")]
    [InlineData("package.json")]
    [InlineData("src/app.module.ts")]
    [InlineData("~/.config")]
    [InlineData("postgres://localhost:5432/app")]
    [InlineData("3.14")]
    [InlineData("std::string")]
    public void A_name_of_a_file_or_of_code_is_none(string name) => Assert.Null(Rule($"The drills in {name} are short."));

    [Theory]
    [InlineData("done.It")]
    [InlineData("slow.So")]
    [InlineData("works.Then")]
    [InlineData("遅いです。comparison")]
    public void Sentences_run_together_are_none(string text) => Assert.Null(Rule($"That was {text} is another matter."));

    [Theory]
    [InlineData("socket.io", "We moved off socket.io, anyone else?")]
    [InlineData("ASP.NET", "Our ASP.NET app takes a minute to start.")]
    [InlineData("Booking.com", "Booking.com shows the price without tax.")]
    public void A_product_that_the_post_names_is_none(string name, string post) => Assert.Null(Rule($"The drills for {name} are short.", post));

    [Theory]
    [InlineData("foo.design", 23)]
    [InlineData("see foo.design now", 31)]
    [InlineData("socket.io", 9)]
    [InlineData("x.de", 4)]
    [InlineData("README.md", 9)]
    [InlineData("main.rs", 7)]
    [InlineData("restore-drills.рф", 17)]
    [InlineData("t.co", 23)]
    [InlineData("twitch.tv", 23)]
    [InlineData("a.socket.io", 23)]
    [InlineData("zorbly.com.tr", 23)]
    [InlineData("socket.io/docs", 23)]
    [InlineData("https://socket.io", 23)]
    [InlineData("https://nowhere", 15)]
    [InlineData("ftp://zorbly.com/x", 18)]
    [InlineData("team@zorbly.com", 15)]
    [InlineData("self.name", 23)]
    [InlineData("https://example.com/aを見て", 29)]
    public void Only_what_X_links_counts_as_a_link(string text, int length) => Assert.Equal(length, XLength.Of(text));

    private static QualityRule? Rule(string draft, string post = "How do you practise restores?") =>
        ForbiddenParts.Link(new(draft, new(post, "en"), Kind), Contexts.Empty)?.Rule;
}
