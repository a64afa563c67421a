using ViralTracker.Core.Texts;
using Xunit;

namespace ViralTracker.Core.Tests.Texts;

public sealed class TextFoldingTests
{
    [Fact]
    public void Folding_character_by_character_gives_what_normalising_the_whole_does()
    {
        var beside = new[] { "a", "É", "\u30AB", "\uAC00", "ς", "ß", "\u0928", "\u200D", "👍" };
        for (var c = '\u0080'; c < char.MaxValue; c++)
            if (!char.IsSurrogate(c))
                foreach (var other in beside)
                    AssertSame($"{other}{c}{other}");
    }

    [Fact]
    public void Skeleton_of_a_text_is_the_same_whether_it_is_normalised_as_a_whole_or_not()
    {
        foreach (var beside in new[] { "a", "\u0430", "É", "\u30AB", "👍" })
            for (var c = '\u0080'; c < char.MaxValue; c++)
                if (!char.IsSurrogate(c))
                {
                    // A ligature makes the whole be normalised.
                    var (plain, whole) = ($"{beside}{c}{beside}", $"{beside}{c}{beside} ﬁ");
                    Assert.Equal(TextFolding.Skeleton(whole), TextFolding.Skeleton(plain) + " fi");
                }
    }

    [Fact]
    public void Pictures_fold_to_themselves_or_are_normalised()
    {
        for (var rune = 0x1F000; rune < 0x1FC00; rune++) AssertSame("a" + char.ConvertFromUtf32(rune) + "B");
    }

    [Theory]
    [InlineData("Mixed CASE, plain")]
    [InlineData("Ｆｕｌｌ ｗｉｄｔｈ？ “Quoted”… 👍🏽 🇫🇷")]
    public void Common_texts_need_no_normalising(string text) => Assert.True(TextFolding.TryFold(text, new char[TextFolding.RoomFor(text.Length)], out _));

    private static void AssertSame(string text)
    {
        var folded = new char[TextFolding.RoomFor(text.Length)];
        if (TextFolding.TryFold(text, folded, out var length)) Assert.Equal(TextFolding.FoldWhole(text), new string(folded, 0, length));
    }
}
