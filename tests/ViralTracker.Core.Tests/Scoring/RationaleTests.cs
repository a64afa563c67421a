using System.Globalization;
using System.Text;
using ViralTracker.Core.Scoring;
using Xunit;

namespace ViralTracker.Core.Tests.Scoring;

public sealed class RationaleTests
{
    private static readonly Dictionary<int, string> DifferOnPurpose = new()
    {
        [29] = "fault 11: 999,500 followers are 1M, not 1000K",
        [30] = "fault 11: 1,500,000 followers are 1.5M, not 1500K",
        [31] = "fault 11: 123,456,789 followers are 123M, not 123457K",
        [42] = "fault 11: 1,000,000 likes an hour are 1M, not 1000.0K",
        [49] = "fault 11: openness 0.5 is open",
        [50] = "fault 11: openness 0.5 is open",
        [51] = "fault 11: openness 0.5 is open",
        [52] = "fault 11: openness 0.5 is open",
        [53] = "fault 11: openness 0.5 is open",
    };

    private static readonly Rationale Plain = new() { Total = 0.5, Velocity = 0.5, Relevance = 0.5, Openness = 0.05, Topic = "t", TopicMatch = 0.5 };

    [Fact]
    public void The_line_equals_the_reference_but_for_fault_11()
    {
        var now = DateTimeOffset.Parse(Golden.Value("_build_why_rationale_now").GetString()!, CultureInfo.InvariantCulture);
        Golden.AssertSame(
            Golden.Cases("_build_why_rationale").Select(c =>
            {
                var tweet = c.In.GetProperty("tweet");
                var seen = tweet.ValueKind == System.Text.Json.JsonValueKind.Object;
                var rationale = new Rationale
                {
                    Total = c.In.Number("total"),
                    Velocity = c.In.Number("vel"),
                    Relevance = c.In.Number("rel"),
                    Openness = c.In.Number("open_"),
                    Topic = c.In.Text("topic")!,
                    TopicMatch = c.In.Number("sim"),
                    Likes = seen ? tweet.Number("likes") : 0,
                    Followers = seen ? tweet.Number("followers") : 0,
                    Age = seen ? now - DateTimeOffset.Parse(tweet.Text("tweeted_at")!, CultureInfo.InvariantCulture) : TimeSpan.Zero,
                };
                return (c, c.Result.GetString(), (string?)rationale.ToString());
            }),
            DifferOnPurpose);
    }

    [Fact]
    public void Fault11_a_plain_question_is_told_as_open()
    {
        var openness = ClassicOpenness.Read("Is anyone else seeing this?").Score();
        Assert.Equal("open/question", (Plain with { Openness = openness }).ToString());
    }

    [Theory]
    [InlineData(999_499, "999K followers")]
    [InlineData(999_999, "1M followers")]
    [InlineData(2_340_000, "2.3M followers")]
    public void Fault11_a_million_followers_print_as_M(double followers, string expected) =>
        Assert.Equal(expected, (Plain with { Followers = followers }).ToString());

    [Fact]
    public void A_long_line_ends_in_dots_at_100_code_points()
    {
        var line = (Plain with { Relevance = 0.9, Topic = string.Concat(Enumerable.Repeat("🔧", 200)) }).ToString();
        Assert.Equal(Rationale.MaxLength, line.EnumerateRunes().Count());
        Assert.EndsWith("🔧...", line, StringComparison.Ordinal);
        Assert.DoesNotContain(Rune.ReplacementChar.ToString(), line, StringComparison.Ordinal);
    }
}
