using ViralTracker.Core.Scoring;
using ViralTracker.Judgement;

if (args is ["fit"])
{
    Fit.Run(SharedPosts.LoadReal());
    return;
}

if (args is ["unlabelled", var from])
{
    var (d, l) = (SharedPosts.Demo(), SharedPosts.LoadReal());
    var known = Labels.Posts(d, l).Concat(Labels.OpennessOnly(d, l)).Select(p => p.Post.Text).ToHashSet();
    foreach (var p in d.Concat(l.Where(p => p.Metrics.Likes is not null)).Where(p => !p.Text.StartsWith("RT @", StringComparison.Ordinal) && !known.Contains(p.Text)).DistinctBy(p => p.Text).OrderBy(p => Convert.ToHexString(System.Security.Cryptography.SHA256.HashData(System.Text.Encoding.UTF8.GetBytes("dev" + p.Key.NativeId)))).Skip(int.Parse(from, System.Globalization.CultureInfo.InvariantCulture)).Take(900))
        if (Openness.Read(p.Text) is { IsOpen: true } o)
            Console.WriteLine($"{(o.IsOpen ? o.Asking.ToString() : "--")} {p.Text.ReplaceLineEndings(" / ")}");
    return;
}

var held = !args.Contains("--tune");
var (demo, load) = (SharedPosts.Demo(), SharedPosts.LoadReal());
var posts = Labels.Posts(demo, load);
var only = Labels.OpennessOnly(demo, load);
var judge = new Judge();
var gate = new ViralTracker.Core.Gating.Gate(judge.Project);
var gated = load.Select(p => (Post: p, Skip: gate.Check(p))).ToList();
Console.WriteLine(string.Join(", ", gated.GroupBy(g => g.Skip?.Reason.ToString() ?? "passed").OrderByDescending(g => g.Count()).Select(g => $"{g.Count()} {g.Key}")));
foreach (var (name, set) in new[] { ("all", gated.Where(g => g.Skip is null).Select(g => g.Post).ToList()), ("counted", gated.Where(g => g.Skip is null && g.Post.Metrics.Likes is not null).Select(g => g.Post).ToList()) })
{
    var totals = set.Select(p => judge.Calibrated(p).Total).OrderDescending().ToList();
    Console.WriteLine($"{name}: {set.Count} passed; total at share " + string.Join(" ", new[] { .02, .05, .1, .15, .2, .3, .4, .5 }.Select(q => $"{q:P0}={totals[(int)(q * totals.Count)]:F3}")));
}
if (args.Contains("--gate"))
    foreach (var g in gated.Where(g => g.Skip?.Reason is ViralTracker.Core.Gating.SkipReason.Spam or ViralTracker.Core.Gating.SkipReason.SensitiveSubject).DistinctBy(g => g.Skip!.Detail).Take(90))
        Console.WriteLine($"   {g.Skip!.Reason} {g.Skip.Detail}: {g.Post.Text.ReplaceLineEndings(" / ")}");
var half = posts.Where(p => p.Held == held).ToList();
Report("calibrated", p => judge.Calibrated(p.Post).Total);
Report("classic", p => judge.Classic(p.Post).Total);
Report("popularity", p => EngagementExpectation.Engagement(p.Post.Metrics));
Report("relevance", p => judge.Calibrated(p.Post).Relevance);
Report("openness", p => judge.Calibrated(p.Post).Openness);
Report("substance", p => judge.Calibrated(p.Post).Inputs["substance"]);
Report("velocity", p => judge.Calibrated(p.Post).Velocity);
Report("author", p => judge.Calibrated(p.Post).AuthorQuality);
Report("rel*open", p => judge.Calibrated(p.Post) is var s ? s.Relevance * (.3 + s.Openness) : 0);
Report("rel35+op20", p => judge.Calibrated(p.Post) is var s ? s.Relevance * .35 + s.Openness * .2 : 0);
foreach (var (v, r, o, a) in new[] { (.35, .35, .2, .1), (.2, .4, .3, .1), (.15, .45, .3, .1), (.15, .4, .35, .1), (.1, .45, .35, .1), (.2, .45, .25, .1), (.15,.5,.3,.05), (.15,.4,.4,.05) })
    Report($"w{v}/{r}/{o}/{a}", p => judge.Calibrated(p.Post) is var s ? v * s.Velocity + r * s.Relevance + o * s.Openness + a * s.AuthorQuality : 0);
if (args.Contains("--rank"))
    foreach (var p in half.OrderByDescending(p => judge.Calibrated(p.Post) is var s ? .45 * s.Relevance + .3 * s.Openness : 0).Take(75))
        Console.WriteLine(judge.Calibrated(p.Post) is var s ? FormattableString.Invariant($"{p.Worth} {p.Topic,-16} {s.Relevance:F2} {s.Openness:F2} {s.Inputs["substance"]:F2} {p.Post.Text.ReplaceLineEndings(" / ")}") : "");
foreach (var (name, set) in new[] { ("100", only), ("300", posts), ("both", [.. only, .. posts]) })
{
    var (pr, re) = Measures.PrecisionRecall(set.Where(p => p.Held == held).Select(p => (Openness.Read(p.Post.Text).IsOpen, p.Open)));
    Console.WriteLine($"open {name} precision {pr:F3} recall {re:F3}");
}

foreach (var (name, set, english) in new[] { ("nonenglish", SharedPosts.NonEnglish(), false), ("english", load.Where(p => p.Language == "en").ToList(), true) })
{
    var said = set.Select(p => (Post: p, Language: ViralTracker.Core.Language.LanguageDetector.Detect(p.Text))).ToList();
    Console.WriteLine($"language {name}: right {said.Count(s => english ? s.Language.Code == "en" : s.Language.Code is not ("en" or null))}, unknown {said.Count(s => s.Language.Code is null)}, of {said.Count}; same code {said.Count(s => s.Language.Code == ViralTracker.Core.Gating.LanguageTag.Primary(s.Post.Language))}");
    if (args.Contains("--lang"))
        foreach (var s in said.Where(s => english ? s.Language.Code is not "en" : s.Language.Code is "en" or null).Take(90))
            Console.WriteLine($"   {s.Post.Language}->{s.Language.Code} {s.Post.Text.ReplaceLineEndings(" / ")}");
}

if (args.Contains("--wrong"))
    foreach (var p in only.Concat(posts).Where(p => !p.Held && Openness.Read(p.Post.Text).IsOpen != p.Open))
        Console.WriteLine($"{(p.Open ? "MISSED" : "FALSE ")} {Openness.Read(p.Post.Text)} {p.Post.Text.ReplaceLineEndings(" / ")}");

void Report(string name, Func<Labelled, double> score)
{
    var items = half.Select(p => (Score: score(p), Positive: p.Worth >= 2)).ToList();
    var (low, high) = Measures.Bootstrap(items, Measures.AveragePrecision);
    Console.WriteLine($"AP {name,-12} {Measures.AveragePrecision(items):F3} [{low:F3}, {high:F3}]");
}
