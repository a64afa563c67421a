using ViralTracker.Core.Posts;
using ViralTracker.Core.Scoring;
using ViralTracker.Core.Texts;
using static System.FormattableString;

namespace ViralTracker.Judgement;

/// <summary>
/// Fits <see cref="AnswerableModel"/> to the labelled posts that are on the topics at all, writes its weights,
/// and tells by cross-validation inside those posts what they are worth to the ranking.
/// </summary>
internal sealed class AnswerableFit
{
    private const int Folds = 8;
    private const double Penalty = 4;
    private const double WeightOfUnsure = 0.5;
    private const int PostsOfACue = 10;

    // A headline or thin complaint is worth that part of a post with something to answer.
    private const double Little = 1.0 / 3;

    private readonly IReadOnlyList<Judged> _posts;

    // Of others nothing but relevance counts.
    private readonly List<Judged> _near;
    private readonly List<string> _names;

    // Two rows a post: as far as it has something to answer, and as far as it has not.
    private readonly List<LogisticRow[]> _rows;

    private AnswerableFit(Judge judge, IReadOnlyList<Judged> posts)
    {
        _posts = posts;
        _near = [.. posts.Where(p => judge.Calibrated(p.Post).OnTopic > 0)];
        var cues = _near.Select(p => CuesOf(p.Post.Text).ToList()).ToList();
        _names = [.. cues.SelectMany(c => c).CountBy(c => c).Where(c => c.Value >= PostsOfACue).Select(c => c.Key).Order(StringComparer.Ordinal), ""];
        _rows = [.. _near.Zip(cues, (post, names) => RowsOf(post, [.. names.Append("").Where(_names.Contains).Select(name => (_names.IndexOf(name), 1.0))]))];
    }

    public static AnswerableFit OfTunePosts(Judge judge, IReadOnlyList<Post> demo, IReadOnlyList<Post> load) => new(judge, Labels.Answerable(demo, load));

    public IEnumerable<Line> CrossValidated(Judge judge)
    {
        var chances = Chances();
        var found = _near.Zip(chances, (p, chance) => (chance, p.HasAnAnswer)).ToList();
        yield return new(
            Invariant($"something to answer, {found.Count:N0} posts of the tune half ({found.Count(p => p.HasAnAnswer)} have it), {Folds}-fold cross-validated: average precision"),
            Invariant($"{Measures.AveragePrecision(found):F2}"));

        var counts = _near.Zip(chances).ToDictionary(p => p.First.Post, p => AnswerableModel.Counts(p.Second));
        var weights = judge.Project.Weights;
        yield return new(
            Invariant($"worth answering among {_posts.Count:N0} posts of the tune half ({_posts.Count(p => p.Worth)}), by the same cross-validation: average precision with it, without it, `scoring: classic`, the reference's"),
            Invariant($"{Ranked(p => Total(p, counts.GetValueOrDefault(p.Post))):F3}, {Ranked(p => Total(p, 1)):F3}, {Ranked(p => judge.Classic(p.Post).Total):F3}, {Ranked(p => judge.Reference(p.Post).Total):F3}"));

        double Ranked(Func<Judged, double> score) => Measures.AveragePrecision([.. _posts.Select(p => (score(p), p.Worth))]);

        double Total(Judged post, double answerable)
        {
            var score = judge.Calibrated(post.Post);
            return Classic.Total(score.Velocity, score.Relevance, score.Openness, score.AuthorQuality, weights, score.OnTopic * answerable);
        }
    }

    public void Write(string path) =>
        File.WriteAllLines(path, _names.Zip(Fit(Enumerable.Range(0, _rows.Count)), (name, weight) => Invariant($"{name}\t{weight:F2}")));

    private double[] Chances()
    {
        var order = Enumerable.Range(0, _rows.Count).ToArray();
        new Random(1).Shuffle(order);
        var chances = new double[order.Length];
        for (var fold = 0; fold < Folds; fold++)
        {
            var weights = Fit(order.Where((_, i) => i % Folds != fold));
            foreach (var row in order.Where((_, i) => i % Folds == fold)) chances[row] = 1 / (1 + Math.Exp(-_rows[row][0].LogOdds(weights)));
        }

        return chances;
    }

    private double[] Fit(IEnumerable<int> rows) => LogisticRegression.Fit([.. rows.SelectMany(r => _rows[r])], new double[_names.Count], Penalty);

    private static LogisticRow[] RowsOf(Judged post, (int, double)[] inputs)
    {
        var weight = post.Sure ? 1 : WeightOfUnsure;
        var target = post.Readings.Average(label => label switch { 0 => 0, 1 => Little, _ => 1 });
        return [new(inputs, true, weight * target), new(inputs, false, weight * (1 - target))];
    }

    private static IEnumerable<string> CuesOf(string text)
    {
        var own = OwnWords.Of(text);
        using var plain = PlainReading.Rent(own);
        var post = new AskingReader(AskingModel.Fitted.Sequences, plain.Text, new uint[4096], new ushort[4096]).Read();
        var cues = AnswerableReader.Read(own, plain.Text, post, Openness.Read(text).IsOpen);
        return Enum.GetValues<AnswerableCues>().Where(cue => cue != AnswerableCues.None && cues.HasFlag(cue)).Select(cue => cue.ToString());
    }
}
