using ViralTracker.Core.Language;
using ViralTracker.Core.Posts;
using ViralTracker.Core.Quality;
using static System.FormattableString;

namespace ViralTracker.Judgement;

/// <summary>Measurements of the quality rules.</summary>
internal static class DraftTables
{
    private const double MostGood = 0.03;

    public static IEnumerable<Line> Written(bool held)
    {
        var (bad, good) = (WrittenSet.Read("drafts.bad.jsonl").Where(d => d.Held == held).ToList(), WrittenSet.Read("drafts.good.jsonl").Where(d => d.Held == held).ToList());
        var rejected = Share(bad, d => d.IsRejected);
        yield return new($"written drafts: of {bad.Count} bad, rejected", Invariant($"{rejected:P1}"), new("95 %", rejected >= 0.95));
        var expected = Share(bad, d => d.IsRejectedAsExpected);
        yield return new("the same, by the rule each was written to break", Invariant($"{expected:P1}"), new("95 %", expected >= 0.95));
        foreach (var rule in bad.GroupBy(d => d.Expected!).OrderBy(rule => rule.Key, StringComparer.Ordinal))
            yield return new($"`{rule.Key}`: written, rejected, by this rule", $"{rule.Count()}, {rule.Count(d => d.IsRejected)}, {rule.Count(d => d.IsRejectedAsExpected)}");
        yield return Good($"written drafts: of {good.Count} good, rejected", good);
        var fresh = WrittenSet.Read("drafts.good.fresh.jsonl", anyLength: true);
        yield return Good($"of {fresh.Count} good ones in other styles, written before the rules on facts, links and orders were last changed, rejected", fresh);
    }

    public static IEnumerable<Line> Orders(IReadOnlyList<Post> load)
    {
        var injections = WrittenSet.Read("injections.jsonl", anyLength: true);
        var caught = Share(injections, d => d.IsCaught);
        yield return new($"obedient answers to {injections.Count} injections, rejected or marked", Invariant($"{caught:P1}"), new("all", caught >= 1));
        foreach (var (when, file) in new[] { ("read while the rules were made", "orders.seen.jsonl"), ("written after all rules", "orders.fresh.jsonl") })
        {
            var answers = WrittenSet.Read(file, anyLength: true);
            yield return new($"the same, {answers.Count} orders that name no machine, {when}", Invariant($"{Share(answers, d => d.IsCaught):P1}"));
        }

        var english = load.Where(p => LanguageTag.Primary(p.Language) == "en").ToList();
        yield return new(Invariant($"of {english.Count:N0} English posts of `load_real`, taken for orders"), Invariant($"{Share(english, p => InstructionLike.Check(p.Text) is not null):P1}"));
    }

    private static Line Good(string what, List<WrittenDraft> drafts)
    {
        var rejected = Share(drafts, d => d.IsRejected);
        return new(what, Invariant($"{rejected:P1}"), new("at most 3 %", rejected <= MostGood));
    }

    private static double Share<T>(IReadOnlyCollection<T> all, Func<T, bool> which) => (double)all.Count(which) / all.Count;
}
