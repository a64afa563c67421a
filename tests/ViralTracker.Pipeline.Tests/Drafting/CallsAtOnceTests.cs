using ViralTracker.Pipeline.Drafting;
using Xunit;

namespace ViralTracker.Pipeline.Tests.Drafting;

public sealed class CallsAtOnceTests
{
    /// <summary>a: answered, o: overloaded (503), f: failed otherwise; a digit: refused beside so many others, all sent before the first refusal.</summary>
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
    [InlineData("43210", 1)]
    [InlineData("0", 1)]
    [InlineData("o0", 1)]
    [InlineData("0aa", 3)]
    [InlineData("0aaaaaaaaa", 5)]
    [InlineData("43210aaa", 4)]
    [InlineData("0aa1aaaaaaaaa", 1)]
    [InlineData("0aaaoaa", 3)]
    public void Calls_allowed_at_once_follow_what_becomes_of_calls(string happened, int allowed)
    {
        var calls = new CallsAtOnce(5);

        foreach (var what in happened)
        {
            if (what == 'a') calls.Answered(calls.Refusals);
            else if (what is 'o' or 'f') calls.Failed(overloaded: what == 'o');
            else Assert.Equal(what > '0', calls.Refused(0, what - '0'));
        }

        Assert.Equal(allowed, calls.Allowed);
    }

    [Theory]
    [InlineData(1)]
    [InlineData(30)]
    public void Refusals_in_a_row_whatever_the_number_ask_for_a_pause_and_one_call_after_it(int together)
    {
        var calls = new CallsAtOnce(64);
        for (var beside = 63; beside > 63 - together; beside--) Assert.True(calls.Refused(0, beside));
        var taken = calls.Allowed;

        Assert.True(calls.Refused(calls.Refusals, taken - 1));
        calls.Answered(0);
        Assert.True(calls.Refused(calls.Refusals, taken - 2));
        Assert.False(calls.Refused(calls.Refusals, taken - 3));

        Assert.Equal(1, calls.Allowed);
        for (var answers = 0; answers < 20; answers++) calls.Answered(0);
        Assert.Equal(1, calls.Allowed);
        for (var answers = 0; answers < 62; answers++) calls.Answered(calls.Refusals);
        Assert.Equal(63, calls.Allowed);
    }

    [Fact]
    public void Answer_to_a_call_sent_since_the_first_of_several_refusals_shows_that_it_is_the_number()
    {
        var calls = new CallsAtOnce(64);

        for (var tries = 0; tries < 20; tries++)
        {
            var sent = calls.Refusals;
            Assert.True(calls.Refused(sent, 40));
            Assert.True(calls.Refused(sent + 1, 40));
            Assert.True(calls.Refused(sent + 2, 40));
            calls.Answered(sent + 1);
        }

        Assert.Equal(40, calls.Allowed);
    }

    [Fact]
    public void Number_that_was_refused_is_tried_again_after_many_answers()
    {
        var calls = new CallsAtOnce(5);
        calls.Refused(0, 3);

        Assert.Equal(30, Answers(4));
        Assert.Equal(4, calls.Refused(0, 3) ? calls.Allowed + 1 : 0);
        Assert.Equal(30, Answers(4));
        Assert.Equal(40, Answers(5));

        int Answers(int until)
        {
            for (var answers = 0; answers < 1_000; answers++)
            {
                if (calls.Allowed >= until) return answers;
                calls.Answered(calls.Refusals);
            }
            throw new InvalidOperationException($"after 1,000 answers {calls.Allowed} calls are allowed at once, {until} should be");
        }
    }
}
