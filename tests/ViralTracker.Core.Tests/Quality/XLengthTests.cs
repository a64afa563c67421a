using ViralTracker.Core.Quality;
using Xunit;

namespace ViralTracker.Core.Tests.Quality;

public sealed class XLengthTests
{
    [Theory]
    [InlineData("", 0)]
    [InlineData("plain text", 10)]
    [InlineData("café – “quoted” …", 18)]
    [InlineData("cafe\u0301", 4)]
    [InlineData("日本語", 6)]
    [InlineData("한국어", 6)]
    [InlineData("Привет", 6)]
    [InlineData("ไทย", 3)]
    [InlineData("🙂", 2)]
    [InlineData("👨‍👩‍👧‍👦", 2)]
    [InlineData("👍🏽🇩🇪", 4)]
    [InlineData("❤️", 2)]
    [InlineData("1️⃣", 2)]
    [InlineData("a ✓", 4)]
    [InlineData("https://example.com/a/very/long/path?with=query&and=more", 23)]
    [InlineData("see example.com now", 31)]
    [InlineData("see www.example.com/a, ok", 31)]
    [InlineData("run node.js or main.py", 22)]
    public void Length_is_what_X_counts(string text, int expected) => Assert.Equal(expected, XLength.Of(text));

    [Fact]
    public void A_lone_surrogate_counts_as_the_sign_that_replaces_it() => Assert.Equal(4, XLength.Of("a\uD800b"));

    [Fact]
    public void A_sign_that_cannot_be_normalised_counts_as_the_one_that_replaces_it() => Assert.Equal(4, XLength.Of("a\uFFFEb"));
}
