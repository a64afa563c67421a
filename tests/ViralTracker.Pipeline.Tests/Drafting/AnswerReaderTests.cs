using FsCheck;
using FsCheck.Fluent;
using ViralTracker.Core.Projects;
using ViralTracker.Core.Spending;
using ViralTracker.Pipeline.Drafting;
using ViralTracker.Pipeline.Ports;
using Xunit;

namespace ViralTracker.Pipeline.Tests.Drafting;

public sealed class AnswerReaderTests
{
    private const string TwoGood = """{"posts":[{"id":"p1","a":"a1","b":"b1"},{"id":"p2","a":"a2","b":"b2"}]}""";

    [Fact]
    public void Whole_answer_is_ok_and_asks_nothing_again()
    {
        var read = Samples.Read(Samples.Pack(2), TwoGood);

        Assert.Equal(CallOutcome.Ok, read.Outcome);
        Assert.All(read.Parts, part => Assert.Empty(part.AskAgain));
        Assert.Equal(["a1", "b1", "a2", "b2"], read.Parts.SelectMany(p => p.Drafts).Select(d => d.Text));
    }

    [Fact]
    public void Rejected_draft_is_asked_again_once_with_the_reason()
    {
        var first = Samples.Read(Samples.Pack(1), TwoGood, Check).Parts[0];
        var again = new Pack([first.Next]);

        var second = Samples.Read(again, """{"posts":[{"id":"p1","a":"a3","b":null}]}""", Check).Parts[0];

        Assert.Equal("the last draft was rejected: too long", first.AskAgain["a"]);
        Assert.Equal(["a"], second.Drafts.Select(d => d.Kind));
        Assert.Empty(second.AskAgain);
        Assert.Equal(PostEnd.Drafted, second.End);

        static DraftReview Check(ScoredPost post, SuggestionKind kind, string text) => kind.Name == "a" ? new(new DraftFinding("length", "too long"), 0) : default;
    }

    [Theory]
    [InlineData(1)]
    [InlineData(16)]
    [InlineData(20)]
    [InlineData(100)]
    public void Post_that_is_left_out_again_and_again_is_asked_alone_before_it_is_given_up(int packSize)
    {
        var sizes = new List<int>();
        var pack = Samples.Pack(packSize);
        while (true)
        {
            sizes.Add(pack.Items.Length);
            var part = Samples.Read(pack, """{"posts":[]}""").Parts[0];
            if (part.End is { } end)
            {
                Assert.Equal(PostEnd.Failed, end);
                break;
            }
            pack = new Pack([.. Enumerable.Repeat(part.Next, part.NextPackSize)]);
        }

        Assert.Equal(1, sizes[^1]);
        Assert.Equal(sizes.OrderDescending(), sizes);
        Assert.InRange(sizes.Count, 4, 7);
    }

    [Theory]
    [InlineData(0.2, 0.4, new[] { 2, 1 })]
    [InlineData(0.4, 0.4, new[] { 1, 2 })]
    public void Drafts_are_ranked_by_merit_and_equals_in_the_order_of_the_kinds(double first, double second, int[] ranks)
    {
        var read = Samples.Read(Samples.Pack(1), TwoGood, (_, kind, _) => new(null, kind.Name == "a" ? first : second));

        Assert.Equal(ranks, read.Parts[0].Drafts.Select(read.Parts[0].Rank));
    }

    [Fact]
    public void Draft_that_was_asked_again_is_ranked_among_those_that_are_there()
    {
        var first = Samples.Read(Samples.Pack(1), """{"posts":[{"id":"p1","a":"a1"}]}""", (_, _, _) => new(null, 0.4)).Parts[0];

        var second = Samples.Read(new Pack([first.Next]), """{"posts":[{"id":"p1","b":"b1"}]}""", (_, _, _) => new(null, 0.6)).Parts[0];

        Assert.Equal(1, second.Rank(Assert.Single(second.Drafts)));
    }

    [Fact]
    public void Post_left_out_once_and_then_answered_null_has_nothing_to_say()
    {
        var first = Samples.Read(Samples.Pack(1), """{"posts":[]}""").Parts[0];

        Assert.Null(first.End);
        Assert.Equal(PostEnd.NothingToSay, Samples.Read(new Pack([first.Next]), """{"posts":[{"id":"p1","a":null,"b":null}]}""").Parts[0].End);
    }

    [Fact]
    public void Each_rejected_kind_is_asked_once_more_also_where_another_was_rejected_before()
    {
        var first = Samples.Read(Samples.Pack(1), """{"posts":[{"id":"p1","a":"a1"}]}""", Reject).Parts[0];
        var second = Samples.Read(new Pack([first.Next]), """{"posts":[{"id":"p1","a":"a2","b":"b1"}]}""", Reject).Parts[0];
        var third = Samples.Read(new Pack([second.Next]), """{"posts":[{"id":"p1","b":"b2"}]}""", Reject).Parts[0];

        Assert.Equal(["b"], second.AskAgain.Keys);
        Assert.Empty(third.AskAgain);
        Assert.Equal(PostEnd.AllRejected, third.End);

        static DraftReview Reject(ScoredPost post, SuggestionKind kind, string text) => new(new DraftFinding("length", "too long"), 0);
    }

    [Fact]
    public void Over_long_draft_is_asked_again_as_often_as_a_missing_part()
    {
        var pack = Samples.Pack(1);
        for (var ask = 1; ask <= 3; ask++)
        {
            var part = Samples.Read(pack, """{"posts":[{"id":"p1","a":"a1","b":"b1"}]}""", OverLong).Parts[0];
            Assert.Equal(["b"], part.AskAgain.Keys);
            Assert.Null(part.End);
            pack = new Pack([part.Next]);
        }

        Assert.Equal(PostEnd.Drafted, Samples.Read(pack, """{"posts":[{"id":"p1","b":"b1"}]}""", OverLong).Parts[0].End);

        static DraftReview OverLong(ScoredPost post, SuggestionKind kind, string text) => new(kind.Name == "b" ? new DraftFinding("too_long", "600 characters") : null, 0);
    }

    [Fact]
    public void Null_for_every_kind_is_nothing_to_say_and_null_for_one_is_not()
    {
        var read = Samples.Read(Samples.Pack(2), """{"posts":[{"id":"p1","a":null,"b":null},{"id":"p2","a":null,"b":"b2"}]}""");

        Assert.Equal(PostEnd.NothingToSay, read.Parts[0].End);
        Assert.Equal(PostEnd.Drafted, read.Parts[1].End);
        Assert.Equal(1, read.Parts[1].Offered);
    }

    [Fact]
    public void Answer_that_breaks_off_is_truncated_and_keeps_what_is_complete()
    {
        var read = Samples.Read(Samples.Pack(2), TwoGood[..^20]);

        Assert.Equal(CallOutcome.Truncated, read.Outcome);
        Assert.Equal(2, read.Parts[0].Offered);
        Assert.Equal(2, read.Parts[1].AskAgain.Count);
    }

    [Fact]
    public void Shares_of_a_cost_add_up_to_it_exactly_over_posts_and_over_drafts()
    {
        var cases =
            from cost in Gen.Choose(0, 1_000_003)
            from posts in Gen.Choose(1, 20)
            from given in Gen.Choose(0, 3).ArrayOf(20)
            from rejected in Gen.Choose(0, 9).ArrayOf(20)
            select (cost, posts, given, rejected);
        Prop.ForAll(Arb.From(cases), c =>
        {
            var pack = Samples.Pack(c.posts);
            var parts = string.Join(',', Enumerable.Range(0, c.posts).Where(i => c.given[i] > 0).Select(i =>
                $$"""{"id":"p{{i + 1}}","a":{{(c.given[i] > 1 ? "\"x\"" : "null")}},"b":{{(c.given[i] > 2 ? "\"y\"" : "null")}}}"""));
            var read = Samples.Read(pack, $$"""{"posts":[{{parts}}]}""", (post, _, _) => c.rejected[(int)post.Stored.Id - 1] == 0 ? new(new DraftFinding("r", "d"), 0) : default);

            var (drafts, posts) = AnswerReader.Share(new NanoUsd(c.cost), pack, read.Parts);

            Assert.Equal(c.cost, posts.Sum(p => p.Cost.Value));
            Assert.Equal(c.posts, posts.Select(p => p.PostId).Distinct().Count());
            if (drafts.Count > 0) Assert.Equal(c.cost, drafts.Values.Sum(d => d.Value));
            foreach (var post in posts.Where(p => drafts.Keys.Any(k => k.Post == p.PostId)))
                Assert.Equal(post.Cost.Value, drafts.Where(d => d.Key.Post == post.PostId).Sum(d => d.Value.Value));
        }).QuickCheckThrowOnFailure();
    }

    [Fact]
    public void Offered_drafts_carry_the_cost_of_rejected_ones()
    {
        var pack = Samples.Pack(2);
        var read = Samples.Read(pack, TwoGood, (post, _, _) => post.Stored.Id == 1 ? new(new DraftFinding("r", "d"), 0) : default);

        var (drafts, _) = AnswerReader.Share(new NanoUsd(101), pack, read.Parts);

        Assert.Equal([((2L, "a"), 51L), ((2L, "b"), 50L)], drafts.Select(d => (d.Key, d.Value.Value)));
    }
}
