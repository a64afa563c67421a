using System.Text;
using FsCheck;
using FsCheck.Fluent;
using ViralTracker.Core.Texts;
using Xunit;

namespace ViralTracker.Core.Tests.Texts;

public class UnicodeFormsTests
{
    private static readonly string[] Parts =
        ["a", "É", "e", "\u0301", "ﬁ", "İ", "ς", "Σ", "한", "\u1161", "\u11A8", "\u1100", "か", "\u3099", "👇", "🄰", "🇩🇪", "𐐀", "…", "Ａ"];

    [Fact]
    public void Every_character_alone_and_after_others_gets_the_form_of_the_framework()
    {
        for (var value = 0; value <= 0x10FFFF; value++)
        {
            if (value is 0xFFFE || !Rune.TryCreate(value, out var rune)) continue;
            AssertSame(rune.ToString());
            AssertSame($"e{rune}한{rune}가{rune}");
        }
    }

    [Fact]
    public void Any_text_gets_the_form_of_the_framework() =>
        Prop.ForAll(Gen.Elements(Parts).ListOf().Select(string.Concat).ToArbitrary(), AssertSame).Check(Config.QuickThrowOnFailure);

    [Fact]
    public void Character_that_the_framework_refuses_is_replaced() => Assert.Equal("a\uFFFDfi", UnicodeForms.Compose("a\uFFFEﬁ"));

    private static void AssertSame(string text)
    {
        if (!text.Normalize(NormalizationForm.FormKC).AsSpan().SequenceEqual(UnicodeForms.Compose(text))) Assert.Fail($"NFKC of {text}");
        if (!text.ToLowerInvariant().AsSpan().SequenceEqual(UnicodeForms.ToLower(text))) Assert.Fail($"lower case of {text}");
    }
}
