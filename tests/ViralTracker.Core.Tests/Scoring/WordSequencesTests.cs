using ViralTracker.Core.Scoring;
using ViralTracker.Core.Texts;
using Xunit;

namespace ViralTracker.Core.Tests.Scoring;

public sealed class WordSequencesTests
{
    private static readonly WordSequences Sequences = new([new("how do you", Wording.Call), new("how", Wording.Opening)], ["how do", "^ how"]);

    [Theory]
    [InlineData("how", (int)Wording.Opening, -1)]
    [InlineData("how do", (int)Wording.None, 0)]
    [InlineData("how do you", (int)Wording.Call, -1)]
    [InlineData("^ how", (int)Wording.None, 1)]
    public void A_sequence_tells_its_kind_and_its_place(string words, int kind, int place)
    {
        Assert.True(Find(words, out var foundKind, out var foundPlace));
        Assert.Equal((kind, place), ((int)foundKind, foundPlace));
    }

    [Theory]
    [InlineData("you")]
    [InlineData("how you")]
    [InlineData("how do you do")]
    public void What_begins_no_known_sequence_is_not_found(string words) => Assert.False(Find(words, out _, out _));

    private static bool Find(string words, out Wording kind, out int place) =>
        Sequences.TryFind(words.Split(' ').Aggregate(WordSequences.Root, (sequence, word) => WordSequences.Then(sequence, Fnv1a.Hash32(word))), out kind, out place);
}
