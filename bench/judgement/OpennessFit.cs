using ViralTracker.Core.Posts;
using ViralTracker.Core.Scoring;
using ViralTracker.Core.Texts;
using static System.FormattableString;

namespace ViralTracker.Judgement;

/// <summary>
/// Fits <see cref="AskingModel"/> to labelled posts, writes its weights, and tells precision and recall by cross-validation inside those posts.
/// The threshold is where the two are equal there.
/// </summary>
internal sealed class OpennessFit
{
    private const int Folds = 8;
    private const int Seeds = 3;
    private const double Penalty = 4;
    private const double WeightOfUnsure = 0.5;
    private const int LongestSequence = 3;
    private const int PostsOfAWord = 5;
    private const int PostsOfASequence = 3;
    private const int PostsOfAPair = 8;

    // What the guideline says of a cue; all else begins at 0.
    private static double PriorOf(string name) => name switch
    {
        nameof(AskingCues.Call) or nameof(AskingCues.Hedge) or nameof(AskingCues.Unmarked) => 2,
        nameof(AskingCues.Rhetorical) => -2,
        nameof(AskingCues.Quoted) or nameof(AskingCues.Announces) => -1,
        _ => 0,
    };

    private readonly List<string> _names;
    private readonly List<LogisticRow> _rows;

    // Posts that no model is asked about are left out of the fit; that some of them are open counts against its recall.
    private readonly List<bool> _candidates;

    private OpennessFit(IReadOnlyList<Labelled> posts)
    {
        var readings = Readings(posts);
        var frequent = readings.SelectMany(r => r.Names.Distinct()).CountBy(name => name).Where(n => n.Value >= (char.IsUpper(n.Key[0]) ? PostsOfAPair : PostsOfASequence));
        _names = [.. frequent.Select(n => n.Key).Order(StringComparer.Ordinal), ""];
        var places = _names.Select((name, at) => (name, at)).ToDictionary(n => n.name, n => n.at, StringComparer.Ordinal);
        _candidates = [.. readings.Select(r => r.Candidate)];
        _rows = [.. posts.Zip(readings, (post, reading) => new LogisticRow(
            [.. reading.Names.Append("").Where(places.ContainsKey).CountBy(n => places[n]).Select(n => (n.Key, (double)n.Value))],
            post.Open,
            post.Sure ? 1 : WeightOfUnsure))];
    }

    /// <summary>Every post read for openness that is not held.</summary>
    public static OpennessFit OfTunePosts(IReadOnlyList<Post> demo, IReadOnlyList<Post> load) => new(
        [.. Labels.OpennessOnly(demo, load).Where(p => !p.Held), .. Labels.Posts(demo, load).Where(p => !p.Held), .. Labels.OpennessTune(demo, load)]);

    public IEnumerable<Line> CrossValidated()
    {
        var scored = Scored();
        var threshold = ThresholdOf(scored);
        var (precision, recall) = Measures.PrecisionRecall(scored.Select(s => (s.LogOdds >= threshold, s.Open)));
        var ranked = Measures.AveragePrecision([.. scored.Select(s => (s.LogOdds, s.Open))]);
        yield return new(
            Invariant($"openness, {_rows.Count:N0} posts of the tune half ({_rows.Count(r => r.Positive)} open), {Folds}-fold cross-validated: precision, recall, average precision"),
            Invariant($"{precision:F2}, {recall:F2}, {ranked:F2}"));
    }

    public void Write(string path)
    {
        var weights = Fit([.. Enumerable.Range(0, _rows.Count)]);
        weights[^1] -= ThresholdOf(Scored());
        File.WriteAllLines(path, _names.Zip(weights, (name, weight) => (name, weight)).Where(w => Math.Abs(w.weight) >= 0.005).Select(w => Invariant($"{w.name}\t{w.weight:F2}")));
    }

    private List<(double LogOdds, bool Open)> Scored() => [.. Enumerable.Range(0, Seeds).SelectMany(CrossValidated)];

    // Where precision and recall are equal.
    private static double ThresholdOf(List<(double LogOdds, bool Open)> scored) => scored.Select(s => s.LogOdds).OrderDescending().ElementAt(scored.Count(s => s.Open) - 1);

    private IEnumerable<(double LogOdds, bool Open)> CrossValidated(int seed)
    {
        var order = Enumerable.Range(0, _rows.Count).ToArray();
        new Random(seed).Shuffle(order);
        for (var fold = 0; fold < Folds; fold++)
        {
            var weights = Fit([.. order.Where((_, i) => i % Folds != fold)]);
            foreach (var row in order.Where((_, i) => i % Folds == fold))
                yield return (_candidates[row] ? _rows[row].LogOdds(weights) : double.NegativeInfinity, _rows[row].Positive);
        }
    }

    private double[] Fit(IEnumerable<int> rows) => LogisticRegression.Fit([.. rows.Where(r => _candidates[r]).Select(r => _rows[r])], [.. _names.Select(PriorOf)], Penalty);

    private static List<(bool Candidate, List<string> Names)> Readings(IReadOnlyList<Labelled> posts)
    {
        var sequences = SequencesOf(posts);
        var model = new WordSequences(AskingPhrases.All, sequences);
        var (tokens, places) = (new uint[4096], new ushort[4096]);
        var readings = new List<(bool, List<string>)>();
        foreach (var post in posts)
        {
            using var plain = PlainReading.Rent(post.Post.Text);
            var reading = new AskingReader(model, plain.Text, tokens, places).Read();
            var names = CuesOf(reading.Cues).ToList();
            foreach (var place in reading.Places) names.Add(sequences[place]);
            readings.Add((AskingModel.MayAsk(reading), names));
        }

        return readings;
    }

    /// <summary>Each cue, and each two of them.</summary>
    private static IEnumerable<string> CuesOf(AskingCues cues)
    {
        for (var left = (uint)cues; left != 0; left &= left - 1)
        {
            var cue = (AskingCues)(left & (~left + 1));
            yield return cue.ToString();
            for (var others = left & (left - 1); others != 0; others &= others - 1) yield return $"{cue}+{(AskingCues)(others & (~others + 1))}";
        }
    }

    /// <summary>Of words that posts with and without a language mark use: the two come from other searches, so that no subject is learned.</summary>
    private static List<string> SequencesOf(IReadOnlyList<Labelled> posts)
    {
        var tokens = posts.Select(p => (Marked: p.Post.Language is not null, Tokens: TokensOf(p.Post.Text))).ToList();
        var words = Common(marked: true).Intersect(Common(marked: false)).ToHashSet(StringComparer.Ordinal);
        return [.. tokens.SelectMany(t => Sequences(t.Tokens)).Distinct(StringComparer.Ordinal)];

        IEnumerable<string> Common(bool marked) =>
            tokens.Where(t => t.Marked == marked).SelectMany(t => t.Tokens.Distinct(StringComparer.Ordinal)).CountBy(t => t).Where(t => t.Value >= PostsOfAWord).Select(t => t.Key);

        IEnumerable<string> Sequences(List<string> post)
        {
            for (var from = 0; from < post.Count; from++)
                for (var length = 1; length <= LongestSequence && from + length <= post.Count && words.Contains(post[from + length - 1]); length++)
                    yield return string.Join(' ', post.GetRange(from, length));
        }
    }

    /// <summary>As <see cref="AskingReader"/> sees them.</summary>
    private static List<string> TokensOf(string text)
    {
        var (tokens, begins) = (new List<string>(), true);
        foreach (var token in PlainReading.Of(text).Split(' ', StringSplitOptions.RemoveEmptyEntries))
        {
            var word = char.IsLetterOrDigit(token[0]);
            if (word && begins) tokens.Add(WordSequences.Start);
            begins = token[0] is '.' or '?' or ':' or '%' || (begins && !word);
            tokens.Add(char.IsDigit(token[0]) ? WordSequences.Number : token[0] is '#' ? WordSequences.Hashtag : token);
        }

        return tokens;
    }
}
