using System.Diagnostics;
using ViralTracker.Core.Gating;
using Xunit;

namespace ViralTracker.Core.Tests.Gating;

public sealed class LongPostTests
{
    /// <summary>No rule may take the time of its length squared, or a hostile post would stop the run.</summary>
    [Theory]
    [InlineData("give away ")]
    [InlineData("2 btc ")]
    [InlineData("#giveawa")]
    [InlineData("$ABC ")]
    [InlineData("@a RT ")]
    [InlineData("> \n")]
    [InlineData("\n")]
    [InlineData("giveaway ")]
    [InlineData("giveaway is it? ")]
    [InlineData("follow us like this ")]
    [InlineData("claim your free ")]
    [InlineData("a1b/")]
    [InlineData("g1v3away")]
    [InlineData("my dad ")]
    [InlineData("two people were ")]
    [InlineData("three killed ")]
    [InlineData("shooting at the ")]
    [InlineData("massacre of our ")]
    [InlineData("my friend Tom ")]
    [InlineData("Tom died. ")]
    [InlineData("he has passed away ")]
    [InlineData("i got stage cancer ")]
    [InlineData("mein vater ist ")]
    [InlineData("diez muertos en ")]
    [InlineData("giveaway reply ")]
    [InlineData("like follow $5 ")]
    [InlineData("sorteo rt ")]
    [InlineData("send $5 and ")]
    public void The_longest_posts_are_gated_quickly(string part)
    {
        var post = SamplePosts.Post with { Text = string.Concat(Enumerable.Repeat(part, 100_000 / part.Length)) + " and then some more words?" };
        var started = Stopwatch.GetTimestamp();
        new Gate(SamplePosts.Project).Check(post);
        Assert.InRange(Stopwatch.GetElapsedTime(started).TotalSeconds, 0, 5);
    }
}
