using System.Collections.Immutable;
using System.Globalization;
using ViralTracker.Core.Projects;

namespace ViralTracker.Core.Scoring;

/// <summary>How far a scored post got with the person.</summary>
public enum PostFate
{
    NotDrafted,

    /// <summary>Drafted; nobody has decided.</summary>
    Pending,

    /// <summary>Handed over. No judgement: an export takes every draft that waits.</summary>
    Exported,
    Posted,

    /// <summary>Drafted, and no draft was wanted.</summary>
    Skipped,
}

/// <param name="Total">0..1, by the project's present weights.</param>
public readonly record struct ScoredFate(double Total, PostFate Fate)
{
    /// <summary>The total by weights that may be others than the score was made with.</summary>
    public static ScoredFate Of(PostScore score, PostFate fate, ScoreWeights weights) =>
        new(Classic.Total(score.Velocity, score.Relevance, score.Openness, score.AuthorQuality, weights, score.Counts), fate);
}

/// <summary>Counts of posts by label.</summary>
public readonly record struct LabelCounts(int Green, int Yellow, int Red)
{
    public int All => Green + Yellow + Red;

    public static LabelCounts Of(IEnumerable<ScoredFate> posts, ScoreThresholds thresholds)
    {
        var counts = posts.CountBy(p => Classic.Label(p.Total, thresholds)).ToDictionary();
        return new(counts.GetValueOrDefault(ScoreLabel.Green), counts.GetValueOrDefault(ScoreLabel.Yellow), counts.GetValueOrDefault(ScoreLabel.Red));
    }
}

/// <param name="Thresholds">Null where history is too short to propose any.</param>
/// <param name="Why">What they rest on, or what is missing; sentences for people.</param>
public sealed record ThresholdProposal(ScoreThresholds? Thresholds, ImmutableArray<string> Why);

/// <summary>
/// Proposes thresholds from scored posts: 5–15 % green and 15–35 % yellow, and among such the ones that best part what a person
/// posted from what he skipped (Youden's J). Thresholds that fit already are kept.
/// </summary>
public static class ThresholdTuning
{
    public const int LeastPosts = 50;

    /// <summary>Posted and skipped posts needed, of each, before they count.</summary>
    public const int LeastJudged = 10;

    private const double LeastGain = 0.05;

    private static readonly Wanted Green = new(0.05, 0.15);
    private static readonly Wanted Yellow = new(0.15, 0.35);

    private readonly record struct Wanted(double Least, double Most)
    {
        public double Middle => (Least + Most) / 2;

        /// <summary>How far a share is outside; 0 within.</summary>
        public double Off(double share) => Math.Max(0, Math.Max(Least - share, share - Most));
    }

    public static ThresholdProposal Propose(IReadOnlyList<ScoredFate> posts, ScoreThresholds present)
    {
        if (posts.Count < LeastPosts)
            return new(null, [string.Create(CultureInfo.InvariantCulture, $"Too little history: {posts.Count} scored {(posts.Count == 1 ? "post" : "posts")}, but at least {LeastPosts} are needed.")]);
        var why = ImmutableArray.CreateBuilder<string>();
        var judged = Count(posts, PostFate.Posted) >= LeastJudged && Count(posts, PostFate.Skipped) >= LeastJudged;
        why.Add(judged
            ? "Chosen for the wanted shares of green and yellow, and to part what you posted from what you skipped."
            : string.Create(CultureInfo.InvariantCulture, $"Chosen for the wanted shares of green and yellow alone: fewer than {LeastJudged} posts posted or fewer than {LeastJudged} skipped."));

        var green = Choose(posts, Green, present.GreenMin, double.PositiveInfinity, judged);
        var yellow = Choose(posts, Yellow, present.YellowMin, green, judged);
        var proposed = new ScoreThresholds { GreenMin = green, YellowMin = yellow };
        var counts = LabelCounts.Of(posts, proposed);
        if (Green.Off((double)counts.Green / counts.All) > 0 || Yellow.Off((double)counts.Yellow / counts.All) > 0)
            why.Add("Too many posts score alike for the wanted shares; these come nearest.");
        if (proposed == present) why.Add("The present thresholds fit.");
        return new(proposed, why.DrainToImmutable());
    }

    private static int Count(IReadOnlyList<ScoredFate> posts, PostFate fate, double from = 0) => posts.Count(p => p.Fate == fate && p.Total >= from);

    private readonly record struct Rated(double Threshold, double Off, double FromMiddle, double Parts);

    /// <param name="below">The share counted is of totals below this.</param>
    /// <param name="judged">Posted posts should lie at or above the threshold, skipped ones below; otherwise only the share counts.</param>
    private static double Choose(IReadOnlyList<ScoredFate> posts, Wanted wanted, double present, double below, bool judged)
    {
        // People write two decimals.
        var all = Enumerable.Range(0, 101).Select(i => i / 100.0).Append(present).Where(t => t <= below).Select(Rate).ToArray();
        var nearest = all.Min(t => t.Off);
        var best = all.Where(t => t.Off == nearest).Max(t => t.Parts);
        var fitting = all.Where(t => t.Off == nearest && best - t.Parts < LeastGain).ToArray();
        return fitting.Any(t => t.Threshold == present && t.Off == 0) ? present : fitting.MinBy(t => t.FromMiddle).Threshold;

        Rated Rate(double threshold)
        {
            var share = (double)posts.Count(p => p.Total >= threshold && p.Total < below) / posts.Count;
            return new(threshold, Math.Round(wanted.Off(share), 9), Math.Abs(share - wanted.Middle), judged ? Above(posts, PostFate.Posted, threshold) - Above(posts, PostFate.Skipped, threshold) : 0);
        }
    }

    private static double Above(IReadOnlyList<ScoredFate> posts, PostFate fate, double threshold) => (double)Count(posts, fate, threshold) / Count(posts, fate);
}
