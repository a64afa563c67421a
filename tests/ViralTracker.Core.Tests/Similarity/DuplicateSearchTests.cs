using FsCheck;
using FsCheck.Fluent;
using ViralTracker.Core.Similarity;
using ViralTracker.Testing;
using Xunit;

namespace ViralTracker.Core.Tests.Similarity;

public class DuplicateSearchTests
{
    private static readonly string[] Words =
        ["agent", "code", "review", "tests", "slow", "team", "ships", "model", "prompt", "12", "13", "#DevTools", "garden", "tomato", "zorblax", "wrrn"];

    [Fact]
    public void Searches_find_what_comparing_every_pair_finds_on_random_texts()
    {
        var text = Gen.Elements(Words).ListOf().Select(words => string.Join(' ', words));
        Prop.ForAll(text.ListOf(60).ToArbitrary(), texts =>
        {
            var posts = texts.Select(Embedding.Embedder.Prepare).ToArray();
            AssertSameAsEveryPair(posts[..20], posts[20..]);
        }).Check(Config.QuickThrowOnFailure.WithMaxTest(30));
    }

    [Fact]
    public void Searches_find_what_comparing_every_pair_finds_on_real_posts()
    {
        var posts = File.ReadLines(SharedData.Require("data/paraphrase/pit2015_dev.tsv")).Skip(1)
            .SelectMany(line => line.Split('\t')[2..4]).Distinct().Take(1_500).Select(Embedding.Embedder.Prepare).ToArray();
        AssertSameAsEveryPair(posts[..300], posts[300..]);
        Assert.InRange(InRun(posts).Count(r => r is not null), 10, posts.Length / 2);
    }

    [Fact]
    public void Rows_of_every_tile_are_searched()
    {
        var filler = PostSignature.Encode(Embedding.Embedder.Prepare("tomatoes in the garden"));
        var copy = Embedding.Embedder.Prepare("the slowest step was waiting for the tests");
        var stored = new DuplicateIndex((2 * DuplicateSearch.TileRows) + 38, Embedding.Embedder.Dimensions);
        for (var row = 0; row < stored.Count - 1; row++) stored.Set(row, filler);
        stored.Set(stored.Count - 1, PostSignature.Encode(copy));
        var found = DuplicateSearch.InHistory(Index([copy]), _ => copy, stored, _ => copy, TestContext.Current.CancellationToken);
        Assert.Equal(stored.Count - 1, found[0]!.Value.Row);
    }

    [Fact]
    public void Post_that_repeats_only_a_repeat_is_kept()
    {
        // Each text is near the one before it, but the last is not near the first.
        string[] texts =
        [
            "agents review code and the slowest step is waiting for tests in every team",
            "agents review code and the slowest step is waiting for tomatoes in every garden",
            "agents water plants and the slowest step is waiting for tomatoes in every garden",
        ];
        var posts = texts.Select(Embedding.Embedder.Prepare).ToArray();
        Assert.True(DuplicateScore.IsRepeat(posts[0], posts[1]) && DuplicateScore.IsRepeat(posts[1], posts[2]) && !DuplicateScore.IsRepeat(posts[0], posts[2]));
        var repeats = InRun(posts);
        Assert.Equal([null, 0, null], repeats.Select(r => r?.Row));
    }

    [Fact]
    public void Post_that_repeats_history_does_not_count_as_an_earlier_one()
    {
        var post = Embedding.Embedder.Prepare("the slowest step was waiting for the tests");
        var known = new Repeat(7, 0.9);
        Assert.Equal([known, null], DuplicateSearch.InRun(Index([post, post]), _ => post, [known, null], TestContext.Current.CancellationToken));
    }

    [Fact]
    public void Only_candidates_are_loaded()
    {
        var stored = Enumerable.Range(0, 100).Select(i => Embedding.Embedder.Prepare($"garden report {i}: tomatoes")).ToArray();
        DuplicateSearch.InHistory(Index([Embedding.Embedder.Prepare("agents that review code")]), Unexpected, Index(stored), Unexpected, TestContext.Current.CancellationToken);

        static PreparedPost Unexpected(int row) => throw new InvalidOperationException($"row {row} was loaded");
    }

    [Fact]
    public void Nothing_searched_gives_nothing()
    {
        Assert.Empty(InHistory([], []));
        Assert.Equal([null], InHistory([Embedding.Embedder.Prepare("agents")], []));
        Assert.Empty(InRun([]));
    }

    [Fact]
    public void Cancelled_search_stops() =>
        Assert.ThrowsAny<OperationCanceledException>(() =>
        {
            var post = Embedding.Embedder.Prepare("agents");
            DuplicateSearch.InHistory(Index([post]), _ => post, Index([post]), _ => post, new CancellationToken(canceled: true));
        });

    private static void AssertSameAsEveryPair(PreparedPost[] posts, PreparedPost[] stored)
    {
        Assert.Equal(posts.Select(p => First(p, stored)), InHistory(posts, stored));

        var kept = new List<int>();
        var expected = new List<Repeat?>();
        for (var q = 0; q < posts.Length; q++)
        {
            var repeat = First(posts[q], [.. kept.Select(k => posts[k])]);
            expected.Add(repeat is { } r ? r with { Row = kept[r.Row] } : null);
            if (repeat is null) kept.Add(q);
        }

        Assert.Equal(expected, InRun(posts));
    }

    private static Repeat? First(PreparedPost post, PreparedPost[] others)
    {
        var row = Array.FindIndex(others, other => DuplicateScore.IsRepeat(post, other));
        return row < 0 ? null : new Repeat(row, DuplicateScore.Of(post, others[row]));
    }

    private static Repeat?[] InHistory(PreparedPost[] posts, PreparedPost[] stored) =>
        DuplicateSearch.InHistory(Index(posts), i => posts[i], Index(stored), i => stored[i], TestContext.Current.CancellationToken);

    private static Repeat?[] InRun(PreparedPost[] posts) => DuplicateSearch.InRun(Index(posts), i => posts[i], cancellation: TestContext.Current.CancellationToken);

    private static DuplicateIndex Index(PreparedPost[] posts)
    {
        var index = new DuplicateIndex(posts.Length, Embedding.Embedder.Dimensions);
        for (var row = 0; row < posts.Length; row++) index.Set(row, PostSignature.Encode(posts[row]));
        return index;
    }
}
