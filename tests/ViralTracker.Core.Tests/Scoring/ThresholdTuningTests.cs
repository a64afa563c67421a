using FsCheck;
using FsCheck.Fluent;
using ViralTracker.Core.Projects;
using ViralTracker.Core.Scoring;
using Xunit;

namespace ViralTracker.Core.Tests.Scoring;

public sealed class ThresholdTuningTests
{
    private static readonly ScoreThresholds Present = new() { GreenMin = 0.60, YellowMin = 0.43 };

    [Fact]
    public void Too_few_posts_get_no_proposal_and_the_reason()
    {
        var proposal = ThresholdTuning.Propose(Even(49), Present);
        Assert.Null(proposal.Thresholds);
        Assert.Contains("49 scored posts", Assert.Single(proposal.Why), StringComparison.Ordinal);
    }

    [Fact]
    public void Without_judgements_the_shares_come_to_the_middle()
    {
        var proposal = ThresholdTuning.Propose(Even(1_000), Present);
        Assert.Equal(new ScoreThresholds { GreenMin = 0.90, YellowMin = 0.65 }, proposal.Thresholds);
        Assert.Equal(new LabelCounts(100, 250, 650), LabelCounts.Of(Even(1_000), proposal.Thresholds!));
        Assert.Contains("alone", Assert.Single(proposal.Why), StringComparison.Ordinal);
    }

    [Fact]
    public void Thresholds_that_fit_are_kept()
    {
        var fitting = new ScoreThresholds { GreenMin = 0.873, YellowMin = 0.61 };
        var proposal = ThresholdTuning.Propose(Even(1_000), fitting);
        Assert.Equal(fitting, proposal.Thresholds);
        Assert.Contains("The present thresholds fit.", proposal.Why);
    }

    [Fact]
    public void What_was_posted_and_skipped_moves_them_within_the_wanted_shares()
    {
        ScoredFate[] posts = [.. Even(1_000).Select(p => p with { Fate = p.Total switch { >= 0.94 => PostFate.Posted, >= 0.88 => PostFate.Skipped, >= 0.70 => PostFate.Exported, _ => PostFate.NotDrafted } })];
        var proposed = ThresholdTuning.Propose(posts, Present).Thresholds!;
        Assert.Equal(0.94, proposed.GreenMin, 2);
        Assert.InRange(proposed.YellowMin, 0.67, 0.74);
        Assert.InRange(LabelCounts.Of(posts, proposed).Yellow, 150, 350);
    }

    [Fact]
    public void Exported_posts_are_judged_by_nobody()
    {
        ScoredFate[] posts = [.. Even(1_000).Select(p => p with { Fate = p.Total switch { >= 0.94 => PostFate.Exported, >= 0.88 => PostFate.Skipped, _ => PostFate.NotDrafted } })];
        var proposal = ThresholdTuning.Propose(posts, Present);
        Assert.Equal(ThresholdTuning.Propose(Even(1_000), Present).Thresholds, proposal.Thresholds);
        Assert.Contains("alone", Assert.Single(proposal.Why), StringComparison.Ordinal);
    }

    [Fact]
    public void A_handful_of_judgements_moves_nothing()
    {
        ScoredFate[] posts = [.. Even(1_000).Select((p, i) => i % 150 == 0 ? p with { Fate = i < 500 ? PostFate.Posted : PostFate.Skipped } : p)];
        Assert.Equal(ThresholdTuning.Propose(Even(1_000), Present).Thresholds, ThresholdTuning.Propose(posts, Present).Thresholds);
    }

    [Fact]
    public void Posts_that_all_score_alike_are_said_to()
    {
        var proposal = ThresholdTuning.Propose([.. Enumerable.Repeat(new ScoredFate(0.5, PostFate.NotDrafted), 100)], Present);
        Assert.Contains(proposal.Why, why => why.Contains("score alike", StringComparison.Ordinal));
    }

    [Fact]
    public void A_saved_score_keeps_its_total_by_the_weights_it_was_made_with_off_topic_too()
    {
        var score = new CalibratedScorer(SamplePosts.Project).Score(SamplePosts.Post with { Metrics = new() { Likes = 900 } }, new("tests", 0.4, 0.1), SamplePosts.Now);
        Assert.InRange(score.OnTopic, 0.01, 0.99);
        Assert.InRange(score.Answerable, 0.01, 0.99);
        Assert.Equal(score.Total, ScoredFate.Of(score, PostFate.Posted, SamplePosts.Project.Weights).Total, 9);
    }

    [Fact]
    public void No_other_threshold_of_a_wanted_share_parts_posted_from_skipped_much_better() => Check.QuickThrowOnFailure(Prop.ForAll(
        (from total in Gen.Choose(0, 100) from fate in Gen.Elements(Enum.GetValues<PostFate>()) select new ScoredFate(total / 100.0, fate)).ListOf(300).ToArbitrary(),
        posts =>
        {
            double Share(double from) => posts.Count(p => p.Total >= from) / (double)posts.Count;
            double Of(PostFate fate, double from) => posts.Count(p => p.Fate == fate && p.Total >= from) / (double)posts.Count(p => p.Fate == fate);
            double Parts(double from) => Of(PostFate.Posted, from) - Of(PostFate.Skipped, from);
            var wanted = Enumerable.Range(0, 101).Select(i => i / 100.0).Where(t => Share(t) is >= 0.05 and <= 0.15).ToArray();
            var green = ThresholdTuning.Propose([.. posts], Present).Thresholds!.GreenMin;
            return wanted.Length > 0 && wanted.Contains(green) && wanted.Max(Parts) - Parts(green) < 0.05;
        }));

    [Fact]
    public void Any_history_gives_thresholds_a_project_may_hold() => Check.QuickThrowOnFailure(Prop.ForAll(
        (from total in Gen.Choose(0, 1_000) from fate in Gen.Elements(Enum.GetValues<PostFate>()) select new ScoredFate(total / 1_000.0, fate)).ListOf(60).ToArbitrary(),
        posts =>
        {
            var proposed = ThresholdTuning.Propose([.. posts], Present).Thresholds!;
            return proposed is { YellowMin: >= 0, GreenMin: <= 1 } && proposed.YellowMin <= proposed.GreenMin;
        }));

    private static ScoredFate[] Even(int count) => [.. Enumerable.Range(0, count).Select(i => new ScoredFate((double)i / count, PostFate.NotDrafted))];
}
