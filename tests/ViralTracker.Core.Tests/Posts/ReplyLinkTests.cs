using ViralTracker.Core.Posts;
using Xunit;

namespace ViralTracker.Core.Tests.Posts;

public sealed class ReplyLinkTests
{
    [Fact]
    public void A_post_on_X_gets_the_intent_link_with_the_draft()
    {
        const string Draft = "50 % & more? +1 #tip 🙂\né";
        var link = ReplyLink.For(SamplePosts.Post, Draft);
        Assert.Equal(
            "https://x.com/intent/post?in_reply_to=1900000000000000001&text=50%20%25%20%26%20more%3F%20%2B1%20%23tip%20%F0%9F%99%82%0A%C3%A9", link);
        Assert.Equal(Draft, Uri.UnescapeDataString(link!.Split("&text=")[1]));
    }

    [Theory]
    [InlineData("x", "1", false, null)]
    [InlineData("x", "derived:7", true, null)]
    [InlineData("x", "", true, null)]
    [InlineData("mastodon", "1", true, null)]
    [InlineData("bluesky", "at://did:plc:a/app.bsky.feed.post/b", true, "https://post.example/1")]
    [InlineData("bluesky", "at://did:plc:a/app.bsky.feed.post/b", false, null)]
    public void Other_posts_get_their_page_or_nothing(string source, string id, bool linkable, string? expected) =>
        Assert.Equal(expected, ReplyLink.For(SamplePosts.Post with { Key = new(source, id), Linkable = linkable, Url = "https://post.example/1" }, "draft"));
}
