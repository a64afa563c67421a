using System.Text.Json;
using ViralTracker.Pipeline.Drafting;
using Xunit;

namespace ViralTracker.Pipeline.Tests.Drafting;

public sealed class RequestBuilderTests
{
    [Fact]
    public void Own_replies_stand_in_their_posts_part_and_leave_the_shared_text_alone()
    {
        var pack = new Pack([PackItem.Fresh(Samples.Task(1) with { Replies = ["Mine."] }), PackItem.Fresh(Samples.Task(2))]);

        var (with, without) = (Samples.Request(pack), Samples.Request(Samples.Pack(2)));

        Assert.Equal(without.Messages[0].Text, with.Messages[0].Text);
        var posts = JsonElement.Parse(with.Messages[1].Text).GetProperty("posts");
        Assert.Equal("Mine.", Assert.Single(posts[0].GetProperty("replies").EnumerateArray()).GetString());
        Assert.False(posts[1].TryGetProperty("replies", out _));
        Assert.True(with.InputTokens > without.InputTokens);
        Assert.True(RequestBuilder.TypicalTokens(pack.Items[0].Task) > RequestBuilder.TypicalTokens(pack.Items[1].Task));
    }
}
