using ViralTracker.Core.Scoring;

namespace ViralTracker.Judgement;

/// <summary>A labelled post with what each ranking gives it.</summary>
internal sealed record Ranked(bool Worth, bool OnTopic, double Calibrated, double Classic, double Reference, double Popularity)
{
    private const int WorthAnswering = 2;

    public static IReadOnlyList<Ranked> By(Judge judge, IEnumerable<Labelled> posts) =>
    [
        .. posts.Select(p => new Ranked(
            p.Worth >= WorthAnswering,
            p.Topic != "none",
            judge.Calibrated(p.Post).Total,
            judge.Classic(p.Post).Total,
            judge.Reference(p.Post).Total,
            EngagementExpectation.Engagement(p.Post.Metrics))),
    ];

    /// <summary>Average precision of a ranking.</summary>
    public static double Precision(IEnumerable<Ranked> posts, Func<Ranked, double> score) => Measures.AveragePrecision([.. posts.Select(p => (score(p), p.Worth))]);

    /// <summary>Of calibrated over another ranking, relative; 0 where the other finds nothing.</summary>
    public static double Gain(IEnumerable<Ranked> posts, Func<Ranked, double> other) =>
        Precision(posts, other) is > 0 and var least ? (Precision(posts, p => p.Calibrated) / least) - 1 : 0;
}
