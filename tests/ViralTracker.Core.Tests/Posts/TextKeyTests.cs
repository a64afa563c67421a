using ViralTracker.Core.Posts;
using Xunit;

namespace ViralTracker.Core.Tests.Posts;

public sealed class TextKeyTests
{
    [Theory]
    [InlineData("a\uD800b")]
    [InlineData("a\uD83C\uE000b")]
    [InlineData("a\uFFFEb")]
    public void What_has_no_text_form_is_read_as_the_sign_that_replaces_it(string text) =>
        Assert.Equal(TextKey.Of(text.Replace('\uD800', '\uFFFD').Replace('\uD83C', '\uFFFD').Replace('\uFFFE', '\uFFFD')), TextKey.Of(text));
}
