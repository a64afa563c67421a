using FsCheck;
using FsCheck.Fluent;
using ViralTracker.Core.Similarity;
using Xunit;

namespace ViralTracker.Core.Tests.Similarity;

public class PostSignatureTests
{
    [Fact]
    public void Lexical_bound_is_never_below_the_cosine() =>
        Prop.ForAll(ArbMap.Default.ArbFor<NonNull<string>>(), ArbMap.Default.ArbFor<NonNull<string>>(), (x, y) =>
        {
            var (a, b) = (Embedding.Embedder.Prepare("agents " + x.Get), Embedding.Embedder.Prepare(y.Get + " agents"));
            var index = new DuplicateIndex(2, Embedding.Embedder.Dimensions);
            index.Set(0, PostSignature.Encode(a));
            index.Set(1, PostSignature.Encode(b));
            var (cosine, bound) = (a.Vectors.Lexical.Cosine(b.Vectors.Lexical), index.LexicalBound(0, index, 1));
            return bound >= cosine - 1e-6 && index.CoarseLexicalBound(0, index, 1) >= cosine - 1e-6;
        }).QuickCheckThrowOnFailure();

    [Fact]
    public void Bound_of_a_text_with_itself_is_nearly_one()
    {
        var index = new DuplicateIndex(1, Embedding.Embedder.Dimensions);
        index.Set(0, PostSignature.Encode(Embedding.Embedder.Prepare("We measured how five teams review code written by agents")));
        Assert.InRange(index.LexicalBound(0, index, 0), 1, 1.1);
    }

    [Fact]
    public void Portable_kernel_gives_the_sums_of_the_fast_one()
    {
        var random = new Random(1);
        const int dimensions = 192;
        var queries = new uint[dimensions / SignatureKernel.Run * SignatureKernel.Queries];
        var rows = new sbyte[SignatureKernel.Rows * dimensions];
        var corrections = new int[SignatureKernel.Rows];
        for (var i = 0; i < queries.Length; i++) queries[i] = (uint)random.NextInt64();
        for (var i = 0; i < rows.Length; i++) rows[i] = (sbyte)random.Next(-127, 128);
        for (var i = 0; i < corrections.Length; i++) corrections[i] = random.Next(-100_000, 100_000);
        var (fast, portable) = (new int[SignatureKernel.Queries * SignatureKernel.Rows], new int[SignatureKernel.Queries * SignatureKernel.Rows]);
        SignatureKernel.Multiply(queries, rows, corrections, fast);
        SignatureKernel.MultiplyPortable(queries, rows, corrections, portable);
        Assert.Equal(fast, portable);
    }

    [Theory]
    [InlineData(0)]
    [InlineData(279)]
    [InlineData(281)]
    public void Bytes_of_another_length_are_refused(int length) =>
        Assert.Throws<FormatException>(() => new DuplicateIndex(1, 192).Set(0, new byte[length]));
}
