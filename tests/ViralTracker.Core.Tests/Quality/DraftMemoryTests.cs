using ViralTracker.Core.Quality;
using Xunit;

namespace ViralTracker.Core.Tests.Quality;

public sealed class DraftMemoryTests
{
    private const string Said = "Ask for the last restore log, not for the last backup log.";

    [Theory]
    [InlineData("Ask for the last restore log and not the last backup log!")]
    [InlineData("ask for the last RESTORE log, not for the last backup log, friend")]
    [InlineData("Do ask for the last restore log, not the last backup one.")]
    public void An_edited_copy_is_nearly_the_same(string text) => Assert.InRange(Nearest(new DraftMemory([new(1, Said)]), 2, text)!.Value.Similarity, 0.7, 1);

    [Theory]
    [InlineData("Ask who has restored anything this year before you ask for logs.")]
    [InlineData("Does the restore run on the same disk as the backup?")]
    public void Another_thought_on_the_subject_is_not(string text) =>
        Assert.InRange(Nearest(new DraftMemory([new(1, Said)]), 2, text)?.Similarity ?? 0, 0, 0.5);

    [Fact]
    public void A_copy_without_spaces_between_words_is_found() =>
        Assert.InRange(Nearest(new DraftMemory([new(1, "毎週ひとつのテーブルを戻して件数を比べています。")]), 2, "毎週ひとつのテーブルを戻して、件数を比べていますよ。")!.Value.Similarity, 0.7, 1);

    [Fact]
    public void An_earlier_draft_on_the_same_post_does_not_count_against_a_new_try() => Assert.Null(Nearest(new DraftMemory([new(1, Said)]), 1, Said));

    [Fact]
    public void Another_draft_of_this_run_on_the_same_post_counts()
    {
        var memory = new DraftMemory();
        Assert.Null(Nearest(memory, 1, Said, 0.5));
        Assert.Equal(Said, Nearest(memory, 1, Said + " Yes.", 0.5)?.Text);
        Assert.Equal(1, Nearest(memory, 1, Said)!.Value.Similarity, 6);
        Assert.Equal(0, memory.AddUnlessLike(new(1, Said), CharGrams.Of(Said), 0.5).Others);
        Assert.Equal(1, memory.AddUnlessLike(new(2, Said), CharGrams.Of(Said), 0.5).Others, 6);
    }

    /// <summary>The search may miss a draft at the very threshold (1 in 100 by its sketch), not an edited copy.</summary>
    [Fact]
    public void Search_finds_what_a_comparison_with_every_draft_finds()
    {
        var random = new Random(3);
        string[] Text() => [.. Enumerable.Range(0, 16).Select(_ => "w" + random.Next(400))];
        var texts = Enumerable.Range(0, 500).Select(_ => Text()).ToArray();
        var memory = new DraftMemory(texts.Select((t, i) => new PastDraft(i, string.Join(' ', t))));
        var all = texts.Select(t => CharGrams.Of(string.Join(' ', t))).ToArray();
        var (alike, found) = (0, 0);
        for (var i = 0; i < 500; i++)
        {
            var edited = texts[i].Select((word, at) => at % 6 == i % 6 ? "edit" + random.Next(400) : word);
            var grams = CharGrams.Of(string.Join(' ', edited));
            if (all.Max(grams.Dice) < 0.7) continue;
            alike++;
            if (Nearest(memory, -1, string.Join(' ', edited), least: 0.7) is not null) found++;
        }

        Assert.InRange(alike, 100, 500);
        Assert.True(found >= alike * 0.97, $"{found} of {alike}");
    }

    [Fact]
    public void One_of_many_is_found()
    {
        var random = new Random(7);
        var many = Enumerable.Range(0, 5000).Select(i => new PastDraft(i, string.Join(' ', Enumerable.Range(0, 15).Select(_ => "w" + random.Next(3000)))));
        Assert.Equal(Said, Nearest(new DraftMemory(many.Append(new(9999, Said))), 0, Said + " Really.")!.Value.Text);
    }

    /// <summary>What most drafts have in common is given up first; what only two have is looked at.</summary>
    [Fact]
    public void An_old_draft_is_found_among_thousands_that_share_its_phrases()
    {
        var random = new Random(11);
        string Draft() => string.Join(' ', Enumerable.Range(0, 8).Select(_ => "w" + random.Next(3000))) + " is what broke first for us, so how do you check that before you ship it?";
        var drafts = Enumerable.Range(0, 6000).Select(_ => Draft()).ToArray();
        var memory = new DraftMemory(drafts.Select((text, i) => new PastDraft(i, text)));

        var found = drafts.Take(300).Count(draft => Nearest(memory, -1, draft.Replace("before you ship it", "before it ships", StringComparison.Ordinal), least: 0.7)?.Text == draft);

        Assert.True(found >= 297, $"{found} of 300");
    }

    private static (string Text, double Similarity)? Nearest(DraftMemory memory, long postId, string text, double least = 0.4) =>
        memory.AddUnlessLike(new(postId, text), CharGrams.Of(text), least).Like;
}
