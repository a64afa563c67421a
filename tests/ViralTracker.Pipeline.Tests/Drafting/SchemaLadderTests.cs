using ViralTracker.Core.Drafting;
using ViralTracker.Pipeline.Drafting;
using Xunit;

namespace ViralTracker.Pipeline.Tests.Drafting;

public sealed class SchemaLadderTests
{
    [Fact]
    public void Each_refusal_of_the_newest_rung_leads_one_down_until_the_last()
    {
        var ladder = new SchemaLadder(SchemaRung.EnumWithBounds, SchemaRung.Plain);
        Assert.True(ladder.Refused(SchemaRung.EnumWithBounds));
        Assert.True(ladder.Refused(SchemaRung.Enum));
        Assert.False(ladder.Refused(SchemaRung.Plain));
        Assert.Equal(SchemaRung.Plain, ladder.Rung);
    }

    [Fact]
    public void Refusal_of_a_request_sent_before_does_not_lead_further_down()
    {
        var ladder = new SchemaLadder(SchemaRung.EnumWithBounds, SchemaRung.Plain);
        ladder.Refused(SchemaRung.EnumWithBounds);
        Assert.True(ladder.Refused(SchemaRung.EnumWithBounds));
        Assert.Equal(SchemaRung.Enum, ladder.Rung);
    }

    [Fact]
    public void New_rung_is_probed_until_it_was_answered()
    {
        var ladder = new SchemaLadder(SchemaRung.EnumWithBounds, SchemaRung.Text);
        Assert.False(ladder.Probing);
        ladder.Refused(SchemaRung.EnumWithBounds);
        ladder.Answered(SchemaRung.EnumWithBounds);
        Assert.True(ladder.Probing);
        ladder.Answered(SchemaRung.Enum);
        Assert.False(ladder.Probing);
    }

    [Fact]
    public void Rung_noted_below_the_last_one_of_the_model_begins_at_the_last() =>
        Assert.Equal(SchemaRung.Plain, new SchemaLadder(SchemaRung.Text, SchemaRung.Plain).Rung);
}
