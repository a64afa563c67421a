using ViralTracker.Core.Posts;
using ViralTracker.Core.Scoring;
using ViralTracker.Core.Texts;
using static System.FormattableString;

namespace ViralTracker.Judgement;

/// <summary>
/// Fits <see cref="AnswerableModel"/> to the labelled posts that are on the topics at all (of others nothing but relevance counts), writes its weights,
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

    // Where one can say which posts are on a topic: nearly all that are have it.
    private const double Near = 0.6;

    private readonly List<(Judged Post, PostScore Score)> _posts;
    private readonly List<string> _names;

    // Two rows a post: as far as it has something to answer, and as far as it has not.
    private readonly List<LogisticRow[]> _rows;

    private AnswerableFit(Judge judge, IEnumerable<Judged> posts)
    {
        _posts = [.. posts.Select(p => (p, judge.Calibrated(p.Post))).Where(p => p.Item2.OnTopic > 0)];
        var cues = _posts.Select(p => CuesOf(p.Post.Post.Text).ToList()).ToList();
        _names = [.. cues.SelectMany(c => c).CountBy(c => c).Where(c => c.Value >= PostsOfACue).Select(c => c.Key).Order(StringComparer.Ordinal), ""];
        _rows = [.. _posts.Zip(cues, (post, names) => RowsOf(post.Post, [.. names.Append("").Where(_names.Contains).Select(name => (_names.IndexOf(name), 1.0))]))];
    }

    public static AnswerableFit OfTunePosts(Judge judge, IReadOnlyList<Post> demo, IReadOnlyList<Post> load) => new(judge, Labels.Answerable(demo, load));

    public IEnumerable<Line> CrossValidated(Judge judge)
    {
        var chances = Chances();
        var weights = judge.Project.Weights;
        var found = _posts.Zip(chances, (p, chance) => (p.Score, Chance: chance, p.Post.Worth)).ToList();
        yield return new(
            Invariant($"something to answer, {found.Count:N0} posts of the tune half ({found.Count(p => p.Worth)} worth it), {Folds}-fold cross-validated: average precision"),
            Invariant($"{Measures.AveragePrecision([.. found.Select(p => (p.Chance, p.Worth))]):F2}"));
        var near = found.Where(p => p.Score.Relevance >= Near).ToList();
        yield return new(
            Invariant($"of which near a topic, {near.Count} ({near.Count(p => p.Worth)}): average precision of the total, with and without it"),
            Invariant($"{Ranked(near, p => AnswerableModel.Counts(p.Chance)):F3}, {Ranked(near, _ => 1):F3}"));

        double Ranked(List<(PostScore Score, double Chance, bool Worth)> some, Func<(PostScore Score, double Chance, bool Worth), double> counts) => Measures.AveragePrecision([.. some.Select(p =>
            (Classic.Total(p.Score.Velocity, p.Score.Relevance, p.Score.Openness, p.Score.AuthorQuality, weights, p.Score.OnTopic * counts(p)), p.Worth))]);
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
