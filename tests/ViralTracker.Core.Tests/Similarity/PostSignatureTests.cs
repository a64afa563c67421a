using System.Runtime.Intrinsics.X86;
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
    public void Kernels_give_exact_sums()
    {
        Assert.SkipUnless(Avx2.IsSupported, "this processor has one kernel only");
        SameSums(SignatureKernel.MultiplyAvx2);
        SameSums(SignatureKernel.Multiply);
    }

    [Fact]
    public void Portable_kernel_gives_exact_sums() => SameSums(SignatureKernel.MultiplyPortable);

    private delegate void Kernel(ReadOnlySpan<uint> queries, ReadOnlySpan<sbyte> rows, ReadOnlySpan<int> corrections, Span<int> sums);

    private static void SameSums(Kernel kernel)
    {
        var random = new Random(1);
        const int dimensions = 192;
        const int steps = dimensions / SignatureKernel.Run;
        for (var round = 0; round < 3; round++)
        {
            var queries = new uint[steps * SignatureKernel.Queries];
            var rows = new sbyte[SignatureKernel.Rows * dimensions];
            var corrections = new int[SignatureKernel.Rows];
            // In the last round the greatest values of all: where a narrower sum would overflow.
            for (var i = 0; i < queries.Length; i++) queries[i] = round == 2 ? uint.MaxValue : (uint)random.NextInt64();
            for (var i = 0; i < rows.Length; i++) rows[i] = round == 2 ? sbyte.MinValue : (sbyte)random.Next(-128, 128);
            for (var i = 0; i < corrections.Length; i++) corrections[i] = random.Next(-100_000, 100_000);
            var sums = new int[SignatureKernel.Queries * SignatureKernel.Rows];
            kernel(queries, rows, corrections, sums);

            for (var query = 0; query < SignatureKernel.Queries; query++)
                for (var row = 0; row < SignatureKernel.Rows; row++)
                {
                    var expected = corrections[row];
                    for (var dimension = 0; dimension < dimensions; dimension++)
                    {
                        var (step, place) = Math.DivRem(dimension, SignatureKernel.Run);
                        var value = (byte)(queries[(step * SignatureKernel.Queries) + query] >> (8 * place));
                        var group = row / SignatureKernel.Group * SignatureKernel.Group * dimensions;
                        expected += value * rows[group + (((step * SignatureKernel.Group) + (row % SignatureKernel.Group)) * SignatureKernel.Run) + place];
                    }

                    Assert.Equal(expected, sums[(query * SignatureKernel.Rows) + row]);
                }
        }
    }

    [Theory]
    [InlineData(0)]
    [InlineData(279)]
    [InlineData(281)]
    public void Bytes_of_another_length_are_refused(int length) =>
        Assert.Throws<FormatException>(() => new DuplicateIndex(1, 192).Set(0, new byte[length]));
}
