using System.Collections.Immutable;
using ViralTracker.Core.Drafting;
using ViralTracker.Core.Projects;
using ViralTracker.Core.Tests.Similarity;
using Xunit;

namespace ViralTracker.Core.Tests.Drafting;

public sealed class NearestRepliesTests
{
    private const string Post = "Our nightly database backup failed again and nobody noticed for a week.";

    [Fact]
    public void A_reply_about_the_posts_matter_stands_before_others() =>
        Assert.Equal("Restore one backup a week, else you only have hope.", To(Post, new("I bake my bread with rye."), new("Restore one backup a week, else you only have hope."), new("My cat sleeps on the router."))[0]);

    [Fact]
    public void A_reply_is_as_near_as_the_post_it_answered() =>
        Assert.Equal("Same here.", To(Post, new("The nightly news came late for a week."), new("Same here.", "Nobody noticed that our database backup failed."))[0]);

    [Fact]
    public void At_most_eight_are_shown_and_equals_keep_the_order_of_the_file()
    {
        var replies = Enumerable.Range(1, 20).Select(i => new OwnReply($"{i}")).ToArray();
        Assert.Equal(["1", "2", "3", "4", "5", "6", "7", "8"], To("???", replies));
    }

    [Theory]
    [InlineData("")]
    [InlineData("日本語の投稿")]
    [InlineData("\uD83D")]
    public void Any_post_gets_replies(string post) => Assert.Single(To(post, new OwnReply("Restore one backup a week.")));

    [Fact]
    public void Without_replies_there_are_none() => Assert.Empty(To(Post));

    private static ImmutableArray<string> To(string post, params OwnReply[] replies) => new NearestReplies(Embedding.Embedder, replies).To(post);
}
