using ViralTracker.Core.Quotas;
using ViralTracker.Pipeline.Drafting;
using ViralTracker.Pipeline.Ports;
using Xunit;

namespace ViralTracker.Pipeline.Tests.Drafting;

public sealed class LearnedLimitTests
{
    [Theory]
    [InlineData(0, 5)]
    [InlineData(23.9, 5)]
    [InlineData(24.1, 15)]
    [InlineData(-1, 5)]
    [InlineData(-25, 15)]
    public void Limit_that_a_provider_named_holds_for_a_day(double hoursAgo, int expected) =>
        Assert.Equal(expected, Lowered(15, new ModelNote("5", Samples.Now.AddHours(-hoursAgo))));

    [Theory]
    [InlineData(0, "Plain")]
    [InlineData(23.9, "Plain")]
    [InlineData(24.1, "EnumWithBounds")]
    public void Schema_that_refusals_led_to_holds_for_a_day(double hoursAgo, string expected) =>
        Assert.Equal(expected, RunPlan.RungFrom(new ModelNote("Plain", Samples.Now.AddHours(-hoursAgo)), Samples.Now).ToString());

    [Fact]
    public void Without_a_note_all_of_a_schema_is_tried() => Assert.Equal("EnumWithBounds", RunPlan.RungFrom(null, Samples.Now).ToString());

    [Fact]
    public void Higher_one_does_not_raise_the_limit_asked_for() => Assert.Equal(15, Lowered(15, new ModelNote("60", Samples.Now)));

    [Fact]
    public void Where_none_is_asked_for_none_is_set() => Assert.Equal(0, Lowered(0, new ModelNote("5", Samples.Now)));

    private static int Lowered(int asked, ModelNote note) => RunPlan.Lower(new QuotaLimits { RequestsPerMinute = asked }, note, Samples.Now).RequestsPerMinute;
}
