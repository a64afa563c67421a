using ViralTracker.Core.Posts;
using Xunit;

namespace ViralTracker.Core.Tests.Posts;

public sealed class RoundedIdTests
{
    [Theory]
    [InlineData("1.96842E+18")]
    [InlineData("1,96842E+18")]
    [InlineData("2e18")]
    [InlineData("1968416152704410000")]
    [InlineData("1968416152704000")]
    public void Long_id_out_of_a_spreadsheet_is_known(string id) => Assert.True(RoundedId.Is(id));

    [Theory]
    [InlineData("1968416152704410624")]
    [InlineData("1000")]
    [InlineData("123456789012000")]
    [InlineData("row1000")]
    [InlineData("https://example.org/E+1/123456789012345000")]
    [InlineData("at://did:plc:abcE+1/app.bsky.feed.post/1E+5")]
    [InlineData("d17")]
    [InlineData("")]
    public void Other_id_is_not(string id) => Assert.False(RoundedId.Is(id));
}
