using ViralTracker.Core.Projects;
using ViralTracker.Core.Quality;
using Xunit;

namespace ViralTracker.Core.Tests.Quality;

public sealed class DraftMeritsTests(ITestOutputHelper output)
{
    private static readonly AnsweredPost Post = new("Our nightly backup takes three hours and nobody has restored it since March.", "en", 1);

    private static readonly Voice Dry = new()
    {
        GoodExamples = ["We restore one table a week. It's dull, and it finds things.", "I'd read the log first. It's usually the disk."],
        BadExamples = ["Amazing!! So much value here, everyone should read this today!", "Wow! Incredible insights, thank you!"],
    };

    [Fact]
    public void A_draft_on_the_posts_own_matter_stands_before_a_vague_one() =>
        Assert.True(
            Total("Restore last night's backup into a scratch server and time those three hours too.") > Total("It is good to do that as often as one can, so do it."));

    /// <summary>With a voice and without: what it adds must not undo the order.</summary>
    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public void Of_two_drafts_the_one_that_says_something_stands_first(bool voice)
    {
        var merits = new DraftMerits(voice ? Dry : new Voice());
        Assert.InRange(Ordered(merits, DraftPair.Tuned), 0.95, 1);
        Assert.InRange(Ordered(merits, DraftPair.Held), 0.9, 1);
        Assert.InRange(Ordered(merits, DraftPair.Fresh), 0.75, 1);
    }

    [Fact]
    public void A_draft_that_takes_up_a_word_or_two_stands_before_one_that_says_the_post_again() =>
        Assert.True(Specific("Restore last March into a scratch server and read the log.") > Specific("The nightly backup takes three hours and nobody restored it, March or not."));

    [Fact]
    public void Long_words_are_no_merit() =>
        Assert.True(Specific("Restore one table, then count the rows.") > Specific("Restoration procedures necessitate comprehensive organizational documentation."));

    [Fact]
    public void A_hedge_costs_less_than_what_follows_it_brings() =>
        Assert.True(Specific("It depends on the disk: copy one table first and time it.") > Specific("Backups are really important, a good plan helps."));

    [Fact]
    public void A_draft_in_the_voice_stands_before_one_in_the_tone_it_never_has()
    {
        var merits = new DraftMerits(Dry);
        Assert.True(Voice(merits, Post, "I'd restore one table first. It's quicker than the excuses.") > Voice(merits, Post, "Wow! Incredible backup insights! Everyone should restore today!"));
    }

    [Fact]
    public void The_voice_counts_in_what_a_draft_is_worth()
    {
        Assert.InRange(Gained("I'd restore one table first. It's quicker than the excuses."), 0.01, 1);
        Assert.InRange(Gained("Wow! Incredible backup insights! Everyone should restore today!"), -1, -0.01);

        static double Gained(string text) => new DraftMerits(Dry).Merit(Draft(Post, text), fresh: 1).Total - Total(text);
    }

    [Fact]
    public void The_persons_own_replies_to_such_posts_count_as_the_voice_there_only()
    {
        const string dry = "I'd restore one table first. It's quicker than the excuses.";
        var merits = new DraftMerits(new Voice());
        var shown = new AnsweredPost(Post.Text, "en", 1) { Replies = ["I'd read the log first. It's usually the disk."] };
        Assert.True(Voice(merits, shown, dry) > Voice(merits, shown, "Wow! Incredible backup insights! Everyone should restore today!"));
        Assert.Equal(0.5, Voice(merits, Post, dry));
    }

    [Fact]
    public void What_another_post_was_answered_stands_last()
    {
        var used = Fresh("Restore last night's backup on a spare machine and count its rows.");
        var fresh = Fresh("Restore March's tables onto that spare machine and count the rows.");
        Assert.InRange(used, 0.3, 0.6);
        Assert.Equal(1, fresh);
        var draft = Draft(Post, "Same words here.");
        Assert.True(new DraftMerits(new Voice()).Merit(draft, used).Total < new DraftMerits(new Voice()).Merit(draft, fresh).Total);
    }

    [Fact]
    public void What_others_replied_already_stands_last()
    {
        var answered = new AnsweredPost(Post.Text, "en", 1) { OthersReplies = ["Count its rows.", "Restore last night's backup into a scratch server and time it!"] };
        var merits = new DraftMerits(new Voice());

        Assert.InRange(merits.Merit(Draft(answered, "Restore last night's backup on a spare machine and count its rows."), fresh: 1).Fresh, 0.3, 0.6);
        Assert.Equal(0.2, merits.Merit(Draft(answered, "Who looks at the log on a Monday?"), fresh: 0.2).Fresh);
    }

    [Fact]
    public void What_was_said_already_has_no_other_merit()
    {
        const string Said = "Two nights without a lock, 40 users, and nobody noticed until Monday: which backup did you restore first?";
        var answered = new AnsweredPost(Post.Text, "en", 1) { OthersReplies = [Said] };
        var merits = new DraftMerits(new Voice());

        Assert.InRange(merits.Merit(Draft(answered, Said), fresh: 1).Total, 0, 0.01);
        Assert.True(merits.Merit(Draft(answered, Said), fresh: 1).Total < merits.Merit(Draft(answered, "So true."), fresh: 1).Total);
    }

    private static double Fresh(string text)
    {
        var memory = new DraftMemory([new(2, "Restore last night's backup into a scratch server and time it.")]);
        return QualityFilter.Judge(Draft(Post, text), QualityContext.Of(new ProjectConfig { Slug = "p", Path = "p" }, "", memory)).Fresh;
    }

    private double Ordered(DraftMerits merits, DraftPair[] pairs)
    {
        var wrong = pairs.Where(p => Merit(p.Post, p.Better) <= Merit(p.Post, p.Worse)).ToList();
        foreach (var pair in wrong) output.WriteLine($"\"{pair.Worse}\" before \"{pair.Better}\"");
        return 1 - ((double)wrong.Count / pairs.Length);

        double Merit(string post, string text) => merits.Merit(Draft(new AnsweredPost(post), text), fresh: 1).Total;
    }

    private static double Specific(string text) => new DraftMerits(new Voice()).Merit(Draft(Post, text), fresh: 1).Specific;

    private static double Total(string text) => new DraftMerits(new Voice()).Merit(Draft(Post, text), fresh: 1).Total;

    private static DraftToCheck Draft(AnsweredPost post, string text) => new(text, post, SuggestionKind.Defaults[0]);

    private static double Voice(DraftMerits merits, AnsweredPost post, string text) => merits.Merit(Draft(post, text), fresh: 1).Voice;
}
