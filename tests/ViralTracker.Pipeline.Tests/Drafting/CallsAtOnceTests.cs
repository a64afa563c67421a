using ViralTracker.Pipeline.Drafting;
using Xunit;

namespace ViralTracker.Pipeline.Tests.Drafting;

public sealed class CallsAtOnceTests
{
    /// <summary>a: answered, o: overloaded (503), f: failed otherwise; a digit: refused beside so many others.</summary>
    [Theory]
    [InlineData("", 5)]
    [InlineData("aaaaaaaaaa", 5)]
    [InlineData("f", 5)]
    [InlineData("o", 2)]
    [InlineData("ooo", 1)]
    [InlineData("oa", 2)]
    [InlineData("oaa", 3)]
    [InlineData("oafa", 2)]
    [InlineData("oaaaaaaaaa", 5)]
    [InlineData("4", 4)]
    [InlineData("43", 3)]
    [InlineData("34", 3)]
    [InlineData("43aaaaaaaaaaaa", 3)]
    [InlineData("o1aaaaaaaaa", 1)]
    [InlineData("o1aaaaaaaaaa", 2)]
    [InlineData("43210", 5)]
    [InlineData("0", 5)]
    [InlineData("o0", 5)]
    public void Calls_allowed_at_once_follow_what_becomes_of_calls(string happened, int allowed)
    {
        var calls = new CallsAtOnce(5);

        foreach (var what in happened)
        {
            if (what == 'a') calls.Answered();
            else if (what is 'o' or 'f') calls.Failed(overloaded: what == 'o');
            else Assert.Equal(what > '0', calls.Refused(what - '0'));
        }

        Assert.Equal(allowed, calls.Allowed);
    }

    [Fact]
    public void Number_that_was_refused_is_tried_again_after_many_answers()
    {
        var calls = new CallsAtOnce(5);
        calls.Refused(3);

        Assert.Equal(30, Answers(4));
        Assert.Equal(4, calls.Refused(3) ? calls.Allowed + 1 : 0);
        Assert.Equal(30, Answers(4));
        Assert.Equal(40, Answers(5));

        int Answers(int until)
        {
            var answers = 0;
            for (; calls.Allowed < until; answers++) calls.Answered();
            return answers;
        }
    }
}
