using ViralTracker.Core.Texts;
using Xunit;

namespace ViralTracker.Core.Tests.Texts;

public sealed class OwnWordsTests
{
    [Theory]
    [InlineData("So true! RT @bob: Which editor do you use?", "So true! ")]
    [InlineData("So true! rt:@bob: Which editor do you use?", "So true! ")]
    [InlineData("RT @bob: Which editor do you use?", "")]
    [InlineData("QT @bob which editor do you use?", "")]
    [InlineData("> Which editor do you use?\nNone, obviously.", "None, obviously.")]
    [InlineData("None, obviously.\n&gt; Which editor?\n&gt; And why?", "None, obviously.")]
    [InlineData("None, obviously.\r> Which editor?\rStill none.", "None, obviously.\nStill none.")]
    [InlineData("None, obviously.\u2028> Which editor?\u2028Still none.", "None, obviously.\nStill none.")]
    public void What_others_wrote_is_cut(string text, string own) => Assert.Equal(own, OwnWords.Of(text));

    [Fact]
    public void Where_nothing_is_the_authors_all_of_it_can_be_had() => Assert.Equal("RT @bob: fast now", OwnWords.OrAll("RT @bob: fast now"));

    [Theory]
    [InlineData("@bob which editor do you use?")]
    [InlineData("Please RT @bob and tell me: which editor do you use?")]
    [InlineData("Art @bob: made while the build ran")]
    [InlineData("a -> b, and 3 > 2")]
    [InlineData("RT if you cache too, @")]
    public void Everything_else_is_kept(string text) => Assert.Same(text, OwnWords.Of(text));
}
