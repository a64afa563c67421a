using ViralTracker.Core.Projects;
using ViralTracker.Core.Quality;
using ViralTracker.Core.Tests.Similarity;
using Xunit;

namespace ViralTracker.Core.Tests.Quality;

/// <summary>Drafts that only say their post again, in their own words.</summary>
public sealed class RestatementTests
{
    private const string Backup = "Our nightly backup of the database takes three hours and nobody on the team ever tested the restore until the disk died last week.";
    private const string Invoices = "Clients keep paying my invoices late, and chasing them by email every month makes me feel like a debt collector instead of a designer.";
    private const string Tests = "Half the tests in our suite only check that the mocks were called, so a green build tells you nothing about whether the feature works.";

    private static readonly SuggestionKind Kind = new("any", "", 1, 400);

    [Theory]
    [InlineData(Backup, "So you have been running a nightly backup, three hours each time, without anybody trying a restore before the disk failed.")]
    [InlineData(Backup, "Put differently, the restore was never tried by anyone and now that a disk has died, your three hours of backup a night are in doubt.")]
    [InlineData(Invoices, "You design for a living, and yet with clients being late you spend each month on emails about invoices like some debt collector.")]
    [InlineData(Tests, "In other words a green build doesn't say if the feature is working, since half your suite only looks at whether mocks got called.")]
    public void A_draft_that_only_says_its_post_again_is_rejected(string post, string draft)
    {
        var told = new DraftToCheck(draft, new(post, "en"), Kind);
        Assert.Null(CopiedWords.Check(told));
        Assert.Equal(QualityRule.CopiesPost, QualityFilter.Judge(told, Context).Rejection?.Rule);
    }

    [Theory]
    [InlineData(Backup, "Restore into a scratch database every Monday and diff the row counts, the backup that fails then is the cheap one.")]
    [InlineData(Backup, "Did the restore work in the end, or was the nightly backup of the database dead as well when the disk died?")]
    [InlineData(Backup, "\"Nobody ever tested the restore\" belongs on the wall of every team that has a nightly backup of a database.")]
    [InlineData(Backup, "Backup tested: no. Disk died: yes.")]
    [InlineData(Invoices, "Put the late fee on the first invoice and let the software send the reminder, then clients are cross with a robot.")]
    [InlineData(Invoices, "A designer who asks for half up front chases half as many invoices, and late clients turn out to be the ones who balk.")]
    [InlineData(Tests, "Delete one line of the feature and see which tests go red, mocks are the ones that stay green.")]
    public void A_draft_that_adds_something_with_the_posts_words_passes(string post, string draft) =>
        Assert.Null(Restatement.Check(new(draft, new(post, "en"), Kind), Context));

    private static QualityContext Context => QualityContext.Of(SamplePosts.Project, "", new DraftMemory(), embedder: Embedding.Embedder);
}
