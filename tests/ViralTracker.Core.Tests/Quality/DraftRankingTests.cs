using ViralTracker.Core.Projects;
using ViralTracker.Core.Quality;
using Xunit;

namespace ViralTracker.Core.Tests.Quality;

public sealed class DraftRankingTests
{
    private static readonly AnsweredPost Post = new("Our nightly backup takes three hours and nobody has restored it since March.", "en", 1);

    private static readonly Voice Dry = new()
    {
        GoodExamples = ["We restore one table a week. It's dull, and it finds things.", "I'd read the log first. It's usually the disk."],
        BadExamples = ["Amazing!! So much value here, everyone should read this today!", "Wow! Incredible insights, thank you!"],
    };

    [Fact]
    public void A_draft_on_the_posts_own_matter_stands_before_a_vague_one() =>
        Assert.Equal([1, 0], Order(new Voice(), "It is good to do that as often as one can, so do it.", "Restore last night's backup into a scratch server and time those three hours too."));

    [Fact]
    public void A_draft_in_the_voice_stands_before_one_in_the_tone_it_never_has()
    {
        var ranking = new DraftRanking(Dry, new DraftMemory());
        Assert.True(ranking.Merit(Post, "I'd restore one table first. It's quicker than the excuses.").Voice > ranking.Merit(Post, "Wow! Incredible backup insights! Everyone should restore today!").Voice);
    }

    [Fact]
    public void The_persons_own_replies_to_such_posts_count_as_the_voice_there_only()
    {
        const string dry = "I'd restore one table first. It's quicker than the excuses.";
        var ranking = new DraftRanking(new Voice(), new DraftMemory());
        var shown = new AnsweredPost(Post.Text, "en", 1) { Replies = ["I'd read the log first. It's usually the disk."] };
        Assert.True(ranking.Merit(shown, dry).Voice > ranking.Merit(shown, "Wow! Incredible backup insights! Everyone should restore today!").Voice);
        Assert.Equal(0.5, ranking.Merit(Post, dry).Voice);
    }

    [Fact]
    public void What_another_post_was_answered_stands_last()
    {
        const string used = "Restore last night's backup into a scratch server and time it.";
        var memory = new DraftMemory([new(2, used)]);
        Assert.Equal([1, 0], new DraftRanking(new Voice(), memory).Order(Post, [used, "Restore March's backup onto a spare server and time that."]));
    }

    [Fact]
    public void Equals_keep_the_order_of_the_kinds() => Assert.Equal([0, 1], Order(new Voice(), "Same words here.", "Same words here."));

    [Fact]
    public void No_drafts_have_no_order() => Assert.Empty(Order(Dry));

    private static IReadOnlyList<int> Order(Voice voice, params string[] drafts) => new DraftRanking(voice, new DraftMemory()).Order(Post, drafts);
}
