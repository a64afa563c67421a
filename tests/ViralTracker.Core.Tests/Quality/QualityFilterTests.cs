using ViralTracker.Core.Projects;
using ViralTracker.Core.Quality;
using Xunit;

namespace ViralTracker.Core.Tests.Quality;

public sealed class QualityFilterTests
{
    private static readonly SuggestionKind Kind = new("add_value", "");

    [Theory]
    [InlineData("Great post! Thank you so much 🙌🙌")]
    [InlineData("Thanks for sharing this with us all")]
    [InlineData("Well said, my friend, well said!!")]
    [InlineData("I agree with you and with this!!!")]
    [InlineData("Totally agree, as I always do 💯💯💯💯")]
    [InlineData("This is awesome, you are awesome!!")]
    [InlineData("Love this, love this, love this ❤️")]
    [InlineData("So true, so true, and so very true!")]
    [InlineData("Couldn’t agree more, every word 💯💯")]
    [InlineData("Exactly!!! Exactly my thoughts!!!")]
    [InlineData("100 % 100 % 100 % and more !!!!!!")]
    [InlineData("This! This! And then again: this!")]
    [InlineData("Yes! Yes! Yes! Yes! And also yes!")]
    [InlineData("VERY INTERESTING, very interesting indeed")]
    [InlineData("Interesting point you make here 👏👏")]
    [InlineData("Good point, good point, my friend")]
    public void Fault19_each_generic_phrase_really_matches(string draft) => AssertRule(QualityRule.Generic, draft);

    [Theory]
    [InlineData("I agree on latency, but p99 hides the cold starts you mention.")]
    [InlineData("Exactly why we cache embeddings by content hash and not by id.")]
    [InlineData("This worked for us after we pinned the SDK version in CI.")]
    [InlineData("Yes, and the restore step is where most of those minutes go.")]
    public void A_phrase_within_a_real_thought_passes(string draft) => Assert.Null(Check(draft));

    [Theory]
    [InlineData("linters, formatters, hooks; and reviews!", "Linters formatters hooks reviews daily")]
    [InlineData("\"Linters\" – formatters… hooks: reviews", "linters formatters hooks reviews daily")]
    [InlineData("テストを小さく分けて毎回走らせると、失敗の原因がすぐに見つかりますよね", "テストを小さく分けて毎回走らせると失敗の原因がすぐに見つかります")]
    [InlineData("แยกการทดสอบเป็นส่วนเล็กแล้วหาสาเหตุได้เร็วขึ้นมาก", "เราแยกการทดสอบเป็นส่วนเล็กแล้วหาสาเหตุได้เร็วขึ้นมาก!")]
    public void Fault19_copies_with_commas_or_without_spaces_are_seen(string draft, string post) => AssertRule(QualityRule.CopiesPost, draft, post);

    [Fact]
    public void Fault19_an_answer_in_japanese_is_no_copy() =>
        Assert.Null(Check("うちでは依存関係のキャッシュを入れただけで、待ち時間が半分以下になりましたよ。", "テストが遅いとき、みなさんはまず何を見直していますか？"));

    [Theory]
    [InlineData(200, 200, null)]
    [InlineData(200, 201, QualityRule.TooLong)]
    [InlineData(120, 29, QualityRule.TooShort)]
    public void Fault19_length_limits_are_those_of_the_kind(int max, int length, QualityRule? expected)
    {
        var draft = new DraftToCheck(new string('x', length), new("post"), Kind with { MaxLength = max });
        Assert.Equal(expected, QualityFilter.Judge(draft, Contexts.Empty).Rejection?.Rule);
    }

    [Fact]
    public void Length_counts_as_X_does_without_surrounding_white_space() => Assert.Equal(4, new DraftToCheck(" 🙂é! \n", new(""), Kind).Length);

    [Fact]
    public void A_rejection_says_what_was_found() =>
        Assert.Equal("17 characters; add_value needs at least 30.", Check("Far too short now")?.Detail);

    private static Rejection? Check(string draft, string post = "Our build went from nine minutes to two.") => QualityFilter.Judge(new(draft, new(post), Kind), Contexts.Empty).Rejection;

    private static void AssertRule(QualityRule rule, string draft, string post = "p")
    {
        Assert.Equal(rule, Check(draft, post)?.Rule);
    }
}
