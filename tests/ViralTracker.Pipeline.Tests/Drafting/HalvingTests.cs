using ViralTracker.Pipeline.Drafting;
using Xunit;

namespace ViralTracker.Pipeline.Tests.Drafting;

public sealed class HalvingTests
{
    [Fact]
    public void One_blocked_post_of_16_costs_8_more_calls_wherever_it_stands_and_whichever_answer_comes_first()
    {
        for (var post = 1; post <= 16; post++)
            foreach (var newestFirst in new[] { false, true })
            {
                var (calls, blocked) = Play(16, newestFirst, (id, _) => id == post);

                Assert.Equal((9, post), (calls, Assert.Single(blocked)));
            }
    }

    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public void Both_posts_of_a_pair_that_are_blocked_alone_are_asked_again(bool newestFirst)
    {
        // Post 2 is blocked by chance, once, in its first call alone.
        var (calls, blocked) = Play(4, newestFirst, (id, alone) => id == 1 || (id == 2 && alone == 1));

        Assert.Equal([1], blocked);
        Assert.Equal(8, calls);
        Assert.Equal([1, 2], Play(4, newestFirst, (id, _) => id <= 2).Blocked.Order());
    }

    [Fact]
    public void Post_blocked_by_chance_in_a_pair_whose_pack_another_pair_explains_is_asked_once_more()
    {
        var chances = new Dictionary<string, int> { ["3,4"] = 1, ["3"] = 1 };

        var (_, blocked) = Play(4, newestFirst: false, (id, _) => id == 1, chances);

        Assert.Equal([1], blocked);
    }

    [Fact]
    public void Post_blocked_by_chance_twice_alone_is_asked_a_third_time()
    {
        var chances = new Dictionary<string, int> { ["1"] = 2 };

        Assert.Empty(Play(1, newestFirst: false, (_, _) => false, chances).Blocked);
    }

    [Theory]
    [InlineData(1, 3)]
    [InlineData(2, 4)]
    [InlineData(3, 5)]
    public void Blocked_post_of_a_small_pack_is_stored_after_three_blocks_that_speak_against_it(int posts, int calls)
    {
        var (sent, blocked) = Play(posts, newestFirst: false, (id, _) => id == 1);

        Assert.Equal([1], blocked);
        Assert.Equal(calls, sent);
    }

    [Fact]
    public void Post_whose_other_half_was_given_up_is_asked_twice_more()
    {
        foreach (var first in new[] { 0, 1 })
        {
            var halves = Halving.Blocked(Samples.Pack(2), "why").Again;
            var again = first == 0
                ? (Pack?[])[Halving.Blocked(halves[0], "why").ForGood, Halving.GivenUp(halves[1])]
                : [Halving.GivenUp(halves[1]), Halving.Blocked(halves[0], "why").Again[0]];

            Assert.Equal(1, Assert.Single(again.OfType<Pack>()).Items[0].Task.PostId);
            var once = Halving.Blocked(again.OfType<Pack>().Single(), "why");
            Assert.Null(once.ForGood);
            Assert.NotNull(Halving.Blocked(Assert.Single(once.Again), "why").ForGood);
        }
    }

    [Theory]
    [InlineData(1)]
    [InlineData(4)]
    public void Tries_that_failed_before_a_block_are_not_those_of_what_is_asked_again(int posts) =>
        Assert.All(Halving.Blocked(Samples.Pack(posts) with { Failed = 3 }, "why").Again, pack => Assert.Equal(0, pack.Failed));

    /// <param name="blocks">Whether a post blocks, by its id and how often it was asked alone, this time included.</param>
    /// <param name="chances">Packs that are blocked by chance, so many times.</param>
    private static (int Calls, List<long> Blocked) Play(int posts, bool newestFirst, Func<long, int, bool> blocks, Dictionary<string, int>? chances = null)
    {
        var (calls, open, blocked, alone) = (0, new List<Pack> { Samples.Pack(posts) }, new List<long>(), new Dictionary<long, int>());
        while (open.Count > 0)
        {
            var pack = newestFirst ? open[^1] : open[0];
            open.Remove(pack);
            calls++;
            var ids = pack.Items.Select(item => item.Task.PostId).ToArray();
            if (ids is [var only]) alone[only] = alone.GetValueOrDefault(only) + 1;
            var name = string.Join(',', ids);
            var chance = chances?.GetValueOrDefault(name) > 0 && chances[name]-- > 0;
            var verdict = chance || ids.Any(id => blocks(id, alone.GetValueOrDefault(id))) ? Halving.Blocked(pack, "why") : Halving.Answered(pack);
            open.AddRange(verdict.Again);
            if (verdict.ForGood is { } found)
            {
                Assert.Equal("why", found.Blocked);
                blocked.Add(Assert.Single(found.Items).Task.PostId);
            }
        }
        return (calls, blocked);
    }
}
