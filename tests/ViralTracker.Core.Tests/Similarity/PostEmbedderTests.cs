using System.Diagnostics;
using System.Numerics.Tensors;
using FsCheck;
using FsCheck.Fluent;
using ViralTracker.Core.Similarity;
using Xunit;

namespace ViralTracker.Core.Tests.Similarity;

public class PostEmbedderTests
{
    [Theory]
    [InlineData("")]
    [InlineData(" \u200B\u200D\uFEFF\n")]
    [InlineData("@someone https://example.org/a #")]
    [InlineData("\uD83D")]
    [InlineData("\uDE00\uD83D")]
    public void Text_without_anything_known_is_all_zeros_and_not_known(string text)
    {
        var (known, vector) = Embedding.Embed(text);
        Assert.False(known);
        Assert.All(vector, v => Assert.Equal(0, v));
        Assert.Equal(0, Embedding.Embedder.Lexical(text).Cosine(Embedding.Embedder.Lexical("anything")));
    }

    [Fact]
    public void Any_text_gives_a_unit_vector_or_zeros_and_never_fails() =>
        Prop.ForAll(ArbMap.Default.ArbFor<string?>(), text =>
        {
            var (known, vector) = Embedding.Embed(text ?? "");
            var norm = TensorPrimitives.Norm<float>(vector);
            var self = Embedding.Embedder.Lexical(text ?? "");
            return (known ? Math.Abs(norm - 1) < 1e-5 : norm == 0) && (self.Keys.IsEmpty || Math.Abs(self.Cosine(self) - 1) < 1e-5);
        }).QuickCheckThrowOnFailure();

    [Theory]
    [InlineData("a ")]
    [InlineData("a")]
    [InlineData("U.S.")]
    [InlineData("#MakeItLong ")]
    [InlineData("&amp;")]
    [InlineData("\uD83D\uDE00")]
    [InlineData("it's#")]
    [InlineData("\uFF21\uD83D")]
    public void Megabyte_of_text_is_embedded_in_reasonable_time(string piece)
    {
        var text = string.Concat(Enumerable.Repeat(piece, 1_000_000 / piece.Length));
        var clock = Stopwatch.StartNew();
        Embedding.Embed(text);
        var lexical = Embedding.Embedder.Lexical(text);
        Assert.True(clock.Elapsed < TimeSpan.FromSeconds(30), $"{clock.Elapsed} for 1 MB of {piece}");
        Assert.True(lexical.Keys.Length < 1 << 20);
    }

    [Theory]
    [InlineData("Ship it today", "ship IT today @you https://example.org/x")]
    [InlineData("fish &amp; chips", "fish & chips")]
    [InlineData("ｓｈｉｐ it", "ship it")]
    [InlineData("I don't know", "I don’t know")]
    [InlineData("the U.S. vote", "the USA vote")]
    [InlineData("developmentttt", "development")]
    [InlineData("90531 apples", "420017 apples")]
    [InlineData("#PromptEngineering", "prompt engineering")]
    [InlineData("#machinelearning rocks", "machine learning rocks")]
    public void Ways_to_write_the_same_words_have_the_same_vector(string a, string b) =>
        Assert.Equal(1, TensorPrimitives.Dot<float>(Embedding.Embed(a).Vector, Embedding.Embed(b).Vector), 1e-5);

    [Fact]
    public void Misspelt_word_is_near_the_right_one()
    {
        float Cosine(string a, string b) => TensorPrimitives.Dot<float>(Embedding.Embed(a).Vector, Embedding.Embed(b).Vector);
        Assert.True(Cosine("artificial inteligensce", "artificial intelligence") > Cosine("artificial flowers", "artificial intelligence"));
    }

    [Fact]
    public void Destination_of_another_size_is_refused() =>
        Assert.Throws<ArgumentException>(() => Embedding.Embedder.TryEmbed("text", new float[191]));

    public static TheoryData<string, int, byte> BrokenAssets => new()
    {
        { "another magic", 0, 0x00 },
        { "negative words", 7, 0x80 },
        { "more words", 4, 0xFF },
        { "no dimensions", 12, 0x00 },
        { "a number row outside", 18, 0x7F },
        { "words out of order", 27, 0xFF },
    };

    [Theory]
    [MemberData(nameof(BrokenAssets))]
    public void Broken_asset_is_refused(string fault, int offset, byte value)
    {
        var asset = Embedding.Asset.ToArray();
        asset[offset] = value;
        var error = Assert.Throws<FormatException>(() => new PostEmbedder(asset));
        Assert.True(error.Message.StartsWith("Embedding asset: ", StringComparison.Ordinal), fault);
    }

    [Theory]
    [InlineData(0)]
    [InlineData(19)]
    [InlineData(7_192_899)]
    public void Cut_asset_is_refused(int length) =>
        Assert.Throws<FormatException>(() => new PostEmbedder(Embedding.Asset.AsMemory(0, length)));
}
