using ViralTracker.Core.Similarity;
using Xunit;

namespace ViralTracker.Core.Tests.Similarity;

public class DuplicateScoreTests
{
    private const string Original = "We measured how five teams review code written by agents, and the slowest step was waiting for tests";

    [Theory]
    [InlineData("RT @someone: We measured how five teams review code written by agents, and the slowest step was waiting for tests")]
    [InlineData("We measured how five teams review code writen by agents, and the slowest step was waiting for tests")]
    [InlineData("We measured how five teams review code written by agents, and the slowest step was waiting for tests #DevTools")]
    [InlineData("We measured how five teams review code written by agents, and the slowest st… https://example.org/1")]
    public void Edited_copy_is_a_repeat(string copy) => Assert.True(IsRepeat(Original, copy));

    [Theory]
    [InlineData("Five things we learned from letting agents write our tests")]
    [InlineData("The slowest step of my day is waiting for the bus")]
    [InlineData("")]
    public void Other_post_is_no_repeat(string other) => Assert.False(IsRepeat(Original, other));

    [Theory]
    [InlineData("Our model answers 90 questions in a second", "Our model answers 95 questions in a second", false)]
    [InlineData("Our model answers 90 questions in a second", "Our model answers ９０ questions in a second!", true)]
    [InlineData("Our model answers 90 questions in a second", "Our model answers 90 questions in a second https://example.org/7", true)]
    [InlineData("Day 12 of #100DaysOfCode: wrote a parser", "Day 13 of #100DaysOfCode: wrote a parser", false)]
    public void Numbers_must_agree(string a, string b, bool repeat) => Assert.Equal(repeat, IsRepeat(a, b));

    [Theory]
    [InlineData("We grew from 3 people to a team that serves 20 000 shops", "RT @us: We grew from 3 people to a team that serves", true)]
    [InlineData("We grew from 3 people to a team that serves 20 000 shops", "We grew from 3 people to a team that serv", true)]
    [InlineData("We grew from 3 people to a team that serves 20 000 shops", "We grew from 3 people to a team that serves 2… https://example.org", true)]
    [InlineData("We grew from 3 people to a team that serves 20 000 shops", "We grew from 3 people to a team that serves 2", false)]
    [InlineData("We grew from 3 people to a team that serves 20 000 shops", "We grew from 4 people to a team that serves", false)]
    [InlineData("We grew from 3 people to a team that serves 20 000 shops", "@us", false)]
    public void Truncated_copy_may_lack_numbers(string whole, string cut, bool agree)
    {
        Assert.Equal(agree, DuplicateScore.Agree(Prepare(whole), Prepare(cut)));
        Assert.Equal(agree, DuplicateScore.Agree(Prepare(cut), Prepare(whole)));
    }

    [Fact]
    public void Score_is_symmetric_and_one_for_the_same_text()
    {
        var (a, b) = (Prepare(Original), Prepare("Agents wrote the code, five teams waited"));
        Assert.Equal(1, DuplicateScore.Of(a, a), 1e-5);
        Assert.Equal(DuplicateScore.Of(a, b), DuplicateScore.Of(b, a), 1e-6);
    }

    private static PreparedPost Prepare(string text) => Embedding.Embedder.Prepare(text);

    [Theory]
    [InlineData("Congratulations to the baker on a nomination for best bread of the year #oven", "Congratulations to the painter on a nomination for best mural of the year #paint")]
    [InlineData("Oak shelf for sale #home #wood #diy #craft #design #living", "Free course on budgets, link in bio #home #wood #diy #craft #design #living")]
    public void The_same_frame_or_hashtags_around_other_words_are_no_copy(string a, string b) => Assert.False(IsRepeat(a, b));

    [Theory]
    [InlineData("The long list for the bread prize is out and the first name on it is Miller", "The long list for the bread prize is out and the first name on it is Fisher")]
    [InlineData("The bakery in our street was voted #BestBread of the year by all of our readers", "The bakery in our street was voted #BestCake of the year by all of our readers")]
    [InlineData("Now on air: @first_baker with rye", "Now on air: @second_baker with rye")]
    [InlineData("@first_baker congratulations on your prize", "Congratulations on your prize @second_baker, so great")]
    public void Another_name_in_the_same_place_is_no_copy(string a, string b) => Assert.False(IsRepeat(a, b));

    [Fact]
    public void The_same_words_in_another_order_are_no_copy() =>
        Assert.False(IsRepeat("In demand today: rye, spelt, oats, wheat, barley, millet, corn, rice", "In demand today: rice, wheat, corn, rye, millet, oats, barley, spelt"));

    [Fact]
    public void Copy_may_add_hashtags_handles_and_the_mark_of_a_name() => Assert.True(IsRepeat(
        "The bakery in our street was voted best bread of the year by all of our readers",
        "@everyone The #Bakery in our street was voted best bread of the year by all of our readers #bread #rye"));

    private static bool IsRepeat(string a, string b) => DuplicateScore.IsRepeat(Prepare(a), Prepare(b));
}
