using ViralTracker.Core.Posts;
using ViralTracker.Judgement;
using ViralTracker.Testing;
using Xunit;

namespace ViralTracker.Core.Tests;

/// <summary>Figures of <c>bench/judgement</c> on the held half, against what is wanted of them there.</summary>
public sealed class HeldFiguresTests
{
    private static readonly Lazy<IReadOnlyList<Post>> Load = new(SharedPosts.LoadReal);

    [Fact]
    public void Ranking_by_default_beats_the_reference_as_wanted_and_classic_and_popularity()
    {
        var load = Required();
        SharedData.Require("data/demo_ai_tools.jsonl");
        var held = Ranked.By(new Judge(), Labels.Posts(SharedPosts.Demo(), load).Where(p => p.Held));

        Assert.InRange(Ranked.Gain(held, p => p.Reference), 0.30, 1);
        Assert.InRange(Ranked.Gain(held, p => p.Classic), 0.30, 1);
        Assert.InRange(Ranked.Gain(held, p => p.Popularity), 0.30, 2);
    }

    [Fact]
    public void Edited_copies_are_found_as_wanted() => AllReached(1, new Copies(Required()).Found());

    [Fact]
    public void Pairs_that_fire_are_copies_as_wanted() => AllReached(1, new Copies(Required()).Fired());

    [Fact]
    public void Green_and_yellow_posts_are_as_many_as_wanted() => AllReached(1, PostTables.Shares(new Judge(), Required()));

    [Fact]
    public void English_is_told_from_other_languages_as_wanted()
    {
        SharedData.Require("data/nonenglish.jsonl");
        AllReached(3, PostTables.Languages(SharedPosts.NonEnglish(), Required()));
    }

    private static IReadOnlyList<Post> Required()
    {
        SharedData.Require("data/load_real.csv");
        return Load.Value;
    }

    private static void AllReached(int bounds, IEnumerable<Line> lines)
    {
        var wanted = lines.Where(line => line.Wanted is not null).ToList();
        Assert.Equal(bounds, wanted.Count);
        Assert.All(wanted, line => Assert.True(line.Wanted!.Met, line.ToString()));
    }
}
