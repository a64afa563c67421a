using ViralTracker.Core.Gating;
using ViralTracker.Core.Language;
using ViralTracker.Core.Posts;
using ViralTracker.Core.Projects;
using ViralTracker.Core.Scoring;
using static System.FormattableString;

namespace ViralTracker.Judgement;

/// <summary>Measurements of what is read and ranked.</summary>
internal static class PostTables
{
    private const double Gain = 0.30;
    private const double Precise = 0.85;

    public static IEnumerable<Line> Ranking(IReadOnlyList<Ranked> posts)
    {
        yield return new("posts, worth answering", $"{posts.Count}, {posts.Count(p => p.Worth)}");
        yield return new("average precision, calibrated", Text(posts, p => p.Calibrated));
        yield return new("average precision, `scoring: classic`: the reference's formulas on our relevance", Text(posts, p => p.Classic));
        yield return new("average precision, the reference's formulas, its relevance too", Text(posts, p => p.Reference));
        var (calibrated, popular) = (Ranked.Precision(posts, p => p.Calibrated), Ranked.Precision(posts, p => p.Popularity));
        yield return new("average precision, popularity alone", Text(posts, p => p.Popularity), new("below calibrated", popular < calibrated));
        foreach (var (name, other) in new (string, Func<Ranked, double>)[] { ("`scoring: classic`", p => p.Classic), ("the reference's", p => p.Reference) })
        {
            var (low, high) = Measures.Bootstrap(posts, some => Ranked.Gain(some, other));
            var gain = Ranked.Gain(posts, other);
            yield return new($"calibrated over {name}, relative", Invariant($"{gain:+0 %;-0 %} [{low:+0 %;-0 %}, {high:+0 %;-0 %}]"), new("+30 %, or 0.85", gain >= Gain || calibrated >= Precise));
        }

        var onTopic = posts.Where(p => p.OnTopic).ToList();
        yield return new(
            $"among the {onTopic.Count} on topic: calibrated, `scoring: classic`, the reference's",
            $"{Text(onTopic, p => p.Calibrated)}, {Text(onTopic, p => p.Classic)}, {Text(onTopic, p => p.Reference)}");

        static string Text(IReadOnlyList<Ranked> some, Func<Ranked, double> score)
        {
            var (from, to) = Measures.Bootstrap(some, sample => Ranked.Precision(sample, score));
            return Invariant($"{Ranked.Precision(some, score):F3} [{from:F2}, {to:F2}]");
        }
    }

    public static IEnumerable<Line> Openness(IReadOnlyList<Labelled> questions, IReadOnlyList<Labelled> posts)
    {
        foreach (var (name, set) in new[] { ("posts with a question mark", questions), ("sample of all posts", posts), ("both", [.. questions, .. posts]) })
        {
            var said = set.Where(p => Core.Scoring.Openness.Read(p.Post.Text).IsOpen).ToList();
            var (hits, open) = (said.Count(p => p.Open), set.Count(p => p.Open));
            yield return new($"openness, {name} ({open} open of {set.Count}): precision, recall", $"{Of(hits, said.Count)}, {Of(hits, open)}", new("0.85, 0.85", hits >= Precise * said.Count && hits >= Precise * open));
        }
    }

    /// <summary>What a careful reader reaches by another's measure.</summary>
    public static IEnumerable<Line> Readers(IReadOnlyList<(bool First, bool Second, bool Third)> passes)
    {
        var pairs = new[] { passes.Select(p => (p.First, p.Second)), passes.Select(p => (p.First, p.Third)), passes.Select(p => (p.Second, p.Third)) };
        yield return new($"the same {passes.Count}, one reader against another: precision, recall of three pairs", string.Join("; ", pairs.Select(pair =>
        {
            var (precision, recall) = Measures.PrecisionRecall(pair);
            return Invariant($"{precision:F2}, {recall:F2}");
        })));
    }

    public static IEnumerable<Line> Sensitive(IReadOnlyList<Post> load)
    {
        var rule = new SensitiveSubjects(null);
        foreach (var sample in Labels.Sensitive(load).GroupBy(p => p.Sample is "third" ? "read after the rules were made" : "read to make the rules"))
        {
            var said = sample.Where(p => rule.FindIn(new KeywordText(p.Text)) is not null).ToList();
            var (hits, sensitive) = (said.Count(p => p.Sensitive), sample.Count(p => p.Sensitive));
            yield return new($"sensitive subjects, posts with words of the kind {sample.Key} ({sensitive} sensitive of {sample.Count()}): precision, recall", $"{Of(hits, said.Count)}, {Of(hits, sensitive)}");
        }

        var gate = new Gate(new ProjectConfig { Slug = "sensitive", Path = "" });
        yield return new("posts of `load_real` that the gate skips for it", Invariant($"{load.Count(p => gate.Check(p)?.Reason == SkipReason.SensitiveSubject):N0} of {load.Count:N0}"));
    }

    private static string Of(int hits, int count)
    {
        var (from, to) = Measures.Wilson(hits, count);
        return Invariant($"{(double)hits / count:F2} [{from:F2}, {to:F2}]");
    }

    public static IEnumerable<Line> Languages(IReadOnlyList<Post> foreign, IReadOnlyList<Post> load)
    {
        var english = load.Where(p => LanguageTag.Primary(p.Language) == "en").ToList();
        var said = foreign.Select(p => (English: false, LanguageDetector.Detect(p.Text).Code)).Concat(english.Select(p => (English: true, LanguageDetector.Detect(p.Text).Code))).ToList();
        var told = said.Where(s => s.Code is not null).ToList();
        yield return Right(Invariant($"English or not, right, of {told.Count:N0} told"), told.Average(s => s.English == (s.Code == "en") ? 1.0 : 0));
        yield return Right(Invariant($"the same of all {said.Count:N0}, too little text passing as English, as at the gate"), said.Average(s => s.English == (s.Code is null or "en") ? 1.0 : 0));
        yield return Right("the same, too little text counted as wrong", said.Average(s => s.Code is not null && s.English == (s.Code == "en") ? 1.0 : 0));
        foreach (var (name, set) in new[] { ("English posts of `load_real`", said.Where(s => s.English).ToList()), ("`nonenglish.jsonl`", said.Where(s => !s.English).ToList()) })
            yield return new(
                Invariant($"{name} ({set.Count:N0}): right, wrong, too little text"),
                $"{set.Count(s => s.Code is not null && s.English == (s.Code == "en"))}, {set.Count(s => s.Code is not null && s.English != (s.Code == "en"))}, {set.Count(s => s.Code is null)}");

        static Line Right(string what, double share) => new(what, Invariant($"{share:P1}"), new("98 %", share >= 0.98));
    }

    public static IEnumerable<Line> Shares(Judge judge, IReadOnlyList<Post> load)
    {
        var gate = new Gate(judge.Project);
        var passed = load.Where(p => gate.Check(p) is null).Select(p => (Counted: p.Metrics.Likes is not null, judge.Calibrated(p).Label)).ToList();
        var (green, yellow) = (Share(passed, ScoreLabel.Green), Share(passed, ScoreLabel.Yellow));
        yield return new(
            Invariant($"`load_real` past the gate ({passed.Count:N0} of {load.Count:N0}): green, yellow"),
            Invariant($"{green:P1}, {yellow:P1}"),
            new("5–15 %, 15–35 %", green is >= 0.05 and <= 0.15 && yellow is >= 0.15 and <= 0.35));
        var counted = passed.Where(p => p.Counted).ToList();
        yield return new(
            Invariant($"the same, only posts with counts ({counted.Count:N0}): green, yellow"),
            Invariant($"{Share(counted, ScoreLabel.Green):P1}, {Share(counted, ScoreLabel.Yellow):P1}"));

        static double Share(List<(bool Counted, ScoreLabel Label)> some, ScoreLabel label) => (double)some.Count(p => p.Label == label) / some.Count;
    }

    /// <summary>Scoring alone, its relevance known, in processor time so that a busy machine does not count.</summary>
    public static IEnumerable<Line> Rates(Judge judge, IReadOnlyList<Post> load)
    {
        var (calibrated, classic, gate) = (new CalibratedScorer(judge.Project), new ClassicScorer(judge.Project), new Gate(judge.Project));
        var scored = PerSecond(post => calibrated.Score(post, new("t", 0.5, 0.5), post.PostedAt));
        yield return new("posts scored in a processor second, calibrated, warm", Invariant($"{scored:N0}"), new("100,000", scored >= 100_000));
        yield return new("of which reading openness alone", Invariant($"{PerSecond(post => Core.Scoring.Openness.Read(post.Text)):N0}"));
        yield return new("the same, classic", Invariant($"{PerSecond(post => classic.Score(post, new("t", 0.5, 0.5), post.PostedAt)):N0}"));
        yield return new("posts gated in a processor second", Invariant($"{PerSecond(gate.Check):N0}"));

        double PerSecond<T>(Func<Post, T> work)
        {
            // Long enough that the runtime's compiler, whose time counts too, is done with it.
            var (best, all) = (TimeSpan.MaxValue, TimeSpan.Zero);
            while (all < TimeSpan.FromSeconds(3))
            {
                var started = Environment.CpuUsage.TotalTime;
                foreach (var post in load) work(post);
                var took = Environment.CpuUsage.TotalTime - started;
                (best, all) = (took < best ? took : best, all + took);
            }

            return load.Count / best.TotalSeconds;
        }
    }
}
