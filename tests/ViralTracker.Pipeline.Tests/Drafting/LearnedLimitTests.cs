using ViralTracker.Core.Quotas;
using ViralTracker.Pipeline.Drafting;
using ViralTracker.Pipeline.Ports;
using Xunit;

namespace ViralTracker.Pipeline.Tests.Drafting;

public sealed class LearnedLimitTests
{
    private static readonly QuotaLimits Asked = new() { RequestsPerMinute = 15, TokensPerMinute = 0 };

    [Theory]
    [InlineData("GenerateRequestsPerMinutePerProjectPerModel", 5, 5, 0)]
    [InlineData("GenerateRequestsPerMinutePerProjectPerModel", 60, 15, 0)]
    [InlineData("GenerateContentInputTokensPerModelPerMinute-FreeTier", 3000, 15, 3000)]
    [InlineData("GenerateRequestsPerDayPerProjectPerModel-FreeTier", 5, 15, 0)]
    [InlineData("SomethingElse", 5, 15, 0)]
    [InlineData("RequestsPerMinute", 2_147_483_647, 15, 0)]
    [InlineData("RequestsPerMinute", 3_000_000_000, 15, 0)]
    [InlineData("RequestsPerMinute", long.MaxValue, 15, 0)]
    [InlineData("RequestsPerMinute", 0, 15, 0)]
    [InlineData("RequestsPerMinute", -1, 15, 0)]
    [InlineData("TokensPerMinute", 3_000_000_000, 15, 3_000_000_000)]
    [InlineData("TokensPerMinute", -1, 15, 0)]
    public void Named_limit_is_learned_for_what_it_bounds(string id, long named, int requests, long tokens)
    {
        var limits = LearnedLimits.From(Asked, id, named);

        Assert.Equal((requests, tokens), (limits.RequestsPerMinute, limits.TokensPerMinute));
    }

    [Theory]
    [InlineData(0, 5, 5)]
    [InlineData(0, 2_147_483_647, 2_147_483_647)]
    [InlineData(0, 2_147_483_648, 0)]
    [InlineData(0, 3_000_000_000, 0)]
    [InlineData(15, 4_294_967_297, 15)]
    public void Limit_of_requests_that_no_count_reaches_is_none(int asked, long named, int expected) =>
        Assert.Equal(expected, LearnedLimits.From(Asked with { RequestsPerMinute = asked }, "RequestsPerMinute", named).RequestsPerMinute);

    [Theory]
    [InlineData(0, 5)]
    [InlineData(23.9, 5)]
    [InlineData(24.1, 15)]
    [InlineData(-1, 5)]
    [InlineData(-25, 15)]
    public void Limit_that_a_provider_named_holds_for_a_day(double hoursAgo, int expected) =>
        Assert.Equal(expected, Recalled(15, new ModelNote("5", Samples.Now.AddHours(-hoursAgo))));

    [Theory]
    [InlineData(0, "Plain")]
    [InlineData(23.9, "Plain")]
    [InlineData(24.1, "EnumWithBounds")]
    public void Schema_that_refusals_led_to_holds_for_a_day(double hoursAgo, string expected) =>
        Assert.Equal(expected, RefusalNotes.RungFrom(new ModelNote("Plain", Samples.Now.AddHours(-hoursAgo)), Samples.Now).ToString());

    [Theory]
    [InlineData(0, true)]
    [InlineData(29, true)]
    [InlineData(30, false)]
    [InlineData(-30, true)]
    [InlineData(-3600, false)]
    public void Pause_holds_until_its_end_unless_the_clock_was_set_back_since(double secondsAfter, bool holds)
    {
        var note = new ModelNote(Samples.Now.AddSeconds(30).ToString("O"), Samples.Now);

        Assert.Equal(holds, RefusalNotes.PauseFrom(note, Samples.Now.AddSeconds(secondsAfter))?.Until == Samples.Now.AddSeconds(30));
    }

    [Theory]
    [InlineData(60, true)]
    [InlineData(62, false)]
    [InlineData(14_400, false)]
    public void Pause_that_no_run_waits_for_binds_nobody(double minutes, bool holds) =>
        Assert.Equal(holds, RefusalNotes.PauseFrom(new ModelNote(Samples.Now.AddMinutes(minutes).ToString("O"), Samples.Now), Samples.Now) is not null);

    [Theory]
    [InlineData(true, "as the provider asked")]
    [InlineData(false, "after 'too many requests'")]
    public void Pause_that_is_noted_keeps_whether_the_provider_asked_for_it_and_the_later_is_the_greater(bool asked, string why)
    {
        var pause = new KeyPause(Samples.Now.AddSeconds(30), asked);

        Assert.Equal(pause, RefusalNotes.PauseFrom(new ModelNote(pause.Text, Samples.Now), Samples.Now));
        Assert.Equal(why, pause.Why);
        Assert.True(string.CompareOrdinal(new KeyPause(pause.Until.AddTicks(1), !asked).Text, pause.Text) > 0);
    }

    [Fact]
    public void Of_two_pauses_the_later_holds()
    {
        var (sooner, later) = (new KeyPause(Samples.Now.AddSeconds(1), true), new KeyPause(Samples.Now.AddSeconds(2), false));

        Assert.Equal((later, later), (sooner.Or(later), later.Or(sooner)));
    }

    [Fact]
    public void Without_a_note_all_of_a_schema_is_tried() => Assert.Equal("EnumWithBounds", RefusalNotes.RungFrom(null, Samples.Now).ToString());

    [Fact]
    public void Higher_one_does_not_raise_the_limit_asked_for() => Assert.Equal(15, Recalled(15, new ModelNote("60", Samples.Now)));

    [Fact]
    public void Where_no_limit_of_requests_is_asked_for_none_is_set() => Assert.Equal(0, Recalled(0, new ModelNote("5", Samples.Now)));

    [Theory]
    [InlineData("3000000000")]
    [InlineData("99999999999999999999")]
    [InlineData("0")]
    [InlineData("-1")]
    [InlineData("many")]
    public void Note_that_bounds_nothing_leaves_the_limit_asked_for(string note) => Assert.Equal(15, Recalled(15, new ModelNote(note, Samples.Now)));

    [Theory]
    [InlineData("3000", 3000)]
    [InlineData("3000000000", 3_000_000_000)]
    public void Limit_of_tokens_is_recalled_although_none_is_the_default(string note, long expected) =>
        Assert.Equal(expected, LearnedLimits.Recall(Asked, null, new ModelNote(note, Samples.Now), Samples.Now).TokensPerMinute);

    private static int Recalled(int asked, ModelNote note) =>
        LearnedLimits.Recall(new QuotaLimits { RequestsPerMinute = asked }, note, null, Samples.Now).RequestsPerMinute;
}
