using FsCheck;
using FsCheck.Fluent;
using ViralTracker.Core.Similarity;
using Xunit;

namespace ViralTracker.Core.Tests.Similarity;

public sealed class WordOverlapTests
{
    private const double Least = 0.84;

    [Theory]
    [InlineData(12_500)]
    [InlineData(50_000)]
    public void Long_near_copies_are_compared_in_bounded_memory(int length)
    {
        var words = string.Concat(Enumerable.Range(0, length).Select(i => (char)('\u4E00' + (i * 7919 % 20_000))));
        var (a, b) = (PostWords.Of("甲" + words + "乙"), PostWords.Of("丙" + words + "丁"));
        var before = GC.GetAllocatedBytesForCurrentThread();
        Assert.InRange(WordOverlap.Of(a, b, Least), 0.99, 1);
        Assert.InRange(GC.GetAllocatedBytesForCurrentThread() - before, 0, 50_000_000);
    }

    /// <summary>With nothing asked of the overlap, every way through both texts is looked at. Of pairs that pass the first look: it lets only few misspelled words through.</summary>
    [Fact]
    public void What_is_asked_of_the_overlap_does_not_change_it() => Check.QuickThrowOnFailure(Prop.ForAll(
        Gen.Elements("oak", "oaks", "elm", "Ash", "Fir", "birch", "bricH").ArrayOf().Where(words => words.Length >= 3).Two().ToArbitrary(),
        pair =>
        {
            var (a, b) = (PostWords.Of(string.Join(' ', pair.Item1)), PostWords.Of(string.Join(' ', pair.Item2)));
            var overlap = WordOverlap.Of(a, b, 0);
            return new[] { 0.3, 0.6, Least }.All(least => !WordOverlap.MayReach(a.Hashes, b.Hashes, least) || WordOverlap.Of(a, b, least) == (overlap >= least ? overlap : 0));
        }));
}
