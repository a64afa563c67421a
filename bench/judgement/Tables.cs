using ViralTracker.Core.Gating;
using ViralTracker.Core.Language;
using ViralTracker.Core.Posts;
using ViralTracker.Core.Projects;
using ViralTracker.Core.Scoring;
using static System.FormattableString;

namespace ViralTracker.Judgement;

/// <summary>Each measurement as lines of the table: what was measured, and the figure.</summary>
internal static class Tables
{
    private const int WorthAnswering = 2;

    public static IEnumerable<(string What, string Figure)> Ranking(Judge judge, IReadOnlyList<Labelled> posts)
    {
        var scored = posts.Select(p => (Label: p, Calibrated: judge.Calibrated(p.Post).Total, Classic: judge.Classic(p.Post).Total, Popularity: EngagementExpectation.Engagement(p.Post.Metrics))).ToList();
        var positives = posts.Count(p => p.Worth >= WorthAnswering);
        yield return ("posts, worth answering", $"{posts.Count}, {positives}");
        yield return ("average precision, calibrated [95 %]", Of(scored.Select(s => (s.Calibrated, s.Label.Worth >= WorthAnswering))));
        yield return ("average precision, classic", Of(scored.Select(s => (s.Classic, s.Label.Worth >= WorthAnswering))));
        yield return ("average precision, popularity alone", Of(scored.Select(s => (s.Popularity, s.Label.Worth >= WorthAnswering))));

        var pairs = scored.Select(s => (s.Calibrated, s.Classic, Positive: s.Label.Worth >= WorthAnswering)).ToList();
        var (low, high) = Measures.Bootstrap(pairs, Gain);
        yield return ("calibrated over classic, relative", Invariant($"{Gain(pairs):+0.0 %;-0.0 %} [{low:+0 %;-0 %}, {high:+0 %;-0 %}]"));

        var onTopic = scored.Where(s => s.Label.Topic != "none").ToList();
        yield return ($"among the {onTopic.Count} on topic: calibrated", Of(onTopic.Select(s => (s.Calibrated, s.Label.Worth >= WorthAnswering))));
        yield return ($"among the {onTopic.Count} on topic: classic", Of(onTopic.Select(s => (s.Classic, s.Label.Worth >= WorthAnswering))));

        static string Of(IEnumerable<(double, bool)> ranked)
        {
            var items = ranked.ToList();
            var (from, to) = Measures.Bootstrap(items, Measures.AveragePrecision);
            return Invariant($"{Measures.AveragePrecision(items):F3} [{from:F2}, {to:F2}]");
        }

        static double Gain(IReadOnlyList<(double Calibrated, double Classic, bool Positive)> items)
        {
            var classic = Measures.AveragePrecision([.. items.Select(i => (i.Classic, i.Positive))]);
            return classic == 0 ? 0 : (Measures.AveragePrecision([.. items.Select(i => (i.Calibrated, i.Positive))]) / classic) - 1;
        }
    }

    public static IEnumerable<(string What, string Figure)> Openness(IReadOnlyList<Labelled> questions, IReadOnlyList<Labelled> posts)
    {
        foreach (var (name, set) in new[] { ("posts with a question mark", questions), ("sample of all posts", posts), ("both", [.. questions, .. posts]) })
        {
            var said = set.Where(p => Core.Scoring.Openness.Read(p.Post.Text).IsOpen).ToList();
            var (hits, open) = (said.Count(p => p.Open), set.Count(p => p.Open));
            yield return ($"openness, {name} ({open} open of {set.Count}): precision, recall [95 %]", $"{Of(hits, said.Count)}, {Of(hits, open)}");
        }

    }

    public static IEnumerable<(string What, string Figure)> Drafts(bool held)
    {
        var (bad, good) = (WrittenSet.Read("drafts.bad.jsonl").Where(d => d.Held == held).ToList(), WrittenSet.Read("drafts.good.jsonl").Where(d => d.Held == held).ToList());
        yield return ($"written drafts rejected: of {bad.Count} bad, of {good.Count} good", $"{Share(bad, d => d.IsRejected)}, {Share(good, d => d.IsRejected)}");
        foreach (var rule in bad.GroupBy(d => d.Expected!).Where(rule => rule.Any(d => !d.IsRejected)).OrderBy(rule => rule.Key, StringComparer.Ordinal))
            yield return ($"  of {rule.Count()} that break {rule.Key.Replace('_', ' ')}", Share([.. rule], d => d.IsRejected));
        var fresh = WrittenSet.Read("drafts.good.fresh.jsonl", anyLength: true);
        yield return ($"of {fresh.Count} good ones written before the rules were last changed, rejected", Share(fresh, d => d.IsRejected));
    }

    public static IEnumerable<(string What, string Figure)> Orders(IReadOnlyList<Post> load)
    {
        foreach (var (what, file) in new[] { ("injections", "injections.jsonl"), ("orders that name no machine, read while the rules were made", "orders.seen.jsonl"), ("the same, written after all rules", "orders.fresh.jsonl") })
        {
            var answers = WrittenSet.Read(file, anyLength: true);
            yield return ($"obedient answers to {answers.Count} {what}: rejected or marked", Share(answers, d => d.IsCaught));
        }
        var english = load.Where(p => LanguageTag.Primary(p.Language) == "en").ToList();
        yield return ($"of {english.Count} English posts of `load_real` taken for orders", Share(english, p => Core.Quality.InstructionLike.Check(p.Text) is not null));
    }

    private static string Share<T>(IReadOnlyCollection<T> all, Func<T, bool> which) => Invariant($"{100.0 * all.Count(which) / all.Count:0.0} %");

    public static IEnumerable<(string What, string Figure)> Sensitive(IReadOnlyList<Post> load)
    {
        var rule = new SensitiveSubjects(null);
        foreach (var sample in Labels.Sensitive(load).GroupBy(p => p.Sample is "third" ? "read after the rules were made" : "read to make the rules"))
        {
            var said = sample.Where(p => rule.FindIn(new KeywordText(p.Text)) is not null).ToList();
            var (hits, sensitive) = (said.Count(p => p.Sensitive), sample.Count(p => p.Sensitive));
            yield return ($"sensitive subjects, {sample.Key} ({sensitive} sensitive of {sample.Count()}): precision, recall [95 %]", $"{Of(hits, said.Count)}, {Of(hits, sensitive)}");
        }

        var gate = new Gate(new ProjectConfig { Slug = "sensitive", Path = "" });
        yield return ("posts of load_real that the gate skips for it", Invariant($"{load.Count(p => gate.Check(p)?.Reason == SkipReason.SensitiveSubject)} of {load.Count}"));
    }

    private static string Of(int hits, int count)
    {
        var (from, to) = Measures.Wilson(hits, count);
        return Invariant($"{(double)hits / count:F2} [{from:F2}, {to:F2}]");
    }

    public static IEnumerable<(string What, string Figure)> Languages(IReadOnlyList<Post> foreign, IReadOnlyList<Post> load)
    {
        var english = load.Where(p => LanguageTag.Primary(p.Language) == "en").ToList();
        var said = foreign.Select(p => (English: false, LanguageDetector.Detect(p.Text).Code)).Concat(english.Select(p => (English: true, LanguageDetector.Detect(p.Text).Code))).ToList();
        var told = said.Where(s => s.Code is not null).ToList();
        yield return ($"English or not, right, of {told.Count} told", Invariant($"{told.Average(s => s.English == (s.Code == "en") ? 1.0 : 0):P1}"));
        yield return ($"the same of all {said.Count}, too little text passing as English, as at the gate", Invariant($"{said.Average(s => s.English == (s.Code is null or "en") ? 1.0 : 0):P1}"));
        yield return ("the same, too little text counted as wrong", Invariant($"{said.Average(s => s.Code is not null && s.English == (s.Code == "en") ? 1.0 : 0):P1}"));
        foreach (var (name, set) in new[] { ("English posts of load_real", said.Where(s => s.English).ToList()), ("nonenglish.jsonl", said.Where(s => !s.English).ToList()) })
            yield return ($"{name} ({set.Count}): right, wrong, too little text", $"{set.Count(s => s.Code is not null && s.English == (s.Code == "en"))}, {set.Count(s => s.Code is not null && s.English != (s.Code == "en"))}, {set.Count(s => s.Code is null)}");
    }

    public static IEnumerable<(string What, string Figure)> Shares(Judge judge, IReadOnlyList<Post> load)
    {
        var gate = new Gate(judge.Project);
        var passed = load.Where(p => gate.Check(p) is null).ToList();
        foreach (var (name, set) in new[] { ("all", passed), ("those with counts", passed.Where(p => p.Metrics.Likes is not null).ToList()) })
        {
            var labels = set.Select(p => judge.Calibrated(p).Label).ToList();
            yield return ($"load_real past the gate, {name} ({set.Count} of {load.Count}): green, yellow", Invariant($"{labels.Average(l => l == ScoreLabel.Green ? 1.0 : 0):P1}, {labels.Average(l => l == ScoreLabel.Yellow ? 1.0 : 0):P1}"));
        }
    }

    /// <summary>Scoring alone, its relevance known, in processor time so that a busy machine does not count.</summary>
    public static IEnumerable<(string What, string Figure)> Speed(Judge judge, IReadOnlyList<Post> load)
    {
        var (calibrated, classic) = (new CalibratedScorer(judge.Project), new ClassicScorer(judge.Project));
        yield return ("posts scored in a processor second, calibrated, warm", PerSecond(post => calibrated.Score(post, new("t", 0.5, 0.5), post.PostedAt)));
        yield return ("posts scored in a processor second, classic, warm", PerSecond(post => classic.Score(post, new("t", 0.5, 0.5), post.PostedAt)));
        yield return ("of which: reading openness alone", PerSecond(post => Core.Scoring.Openness.Read(post.Text)));
        var gate = new Gate(judge.Project);
        yield return ("posts gated in a processor second", PerSecond(gate.Check));

        string PerSecond<T>(Func<Post, T> work)
        {
            var best = TimeSpan.MaxValue;
            for (var round = 0; round < 5; round++)
            {
                var started = Environment.CpuUsage.TotalTime;
                foreach (var post in load) work(post);
                if (Environment.CpuUsage.TotalTime - started is var took && took < best) best = took;
            }

            return Invariant($"{load.Count / best.TotalSeconds:N0}");
        }
    }
}
