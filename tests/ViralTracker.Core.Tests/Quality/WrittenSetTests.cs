using System.Collections.Immutable;
using System.Text.Json;
using ViralTracker.Core.Drafting;
using ViralTracker.Core.Projects;
using ViralTracker.Core.Quality;
using ViralTracker.Testing;
using Xunit;

namespace ViralTracker.Core.Tests.Quality;

/// <summary>The written set of bench/judgement: odd ids were tuned on, even ones are held.</summary>
public sealed class WrittenSetTests(ITestOutputHelper output)
{
    private sealed record Row(string Id, bool Held, string? Expected, QualityVerdict Verdict, string Draft);

    [Fact]
    public void Of_the_written_drafts_nearly_all_bad_and_hardly_any_good_are_rejected()
    {
        var (bad, good) = (Rows("drafts.bad.jsonl"), Rows("drafts.good.jsonl"));
        foreach (var held in new[] { false, true })
        {
            output.WriteLine($"{(held ? "held" : "tuned")}: bad rejected {Share(bad, held, rejected: true):P1}, good rejected {Share(good, held, rejected: true):P1}");
        }

        foreach (var rule in bad.GroupBy(r => r.Expected).OrderBy(g => g.Key))
            output.WriteLine($"{rule.Key,-18} {rule.Count(),3}  rejected {rule.Count(Rejected),3}  by this rule {rule.Count(r => Snake(r) == r.Expected),3}  held {rule.Count(r => r.Held),3}  rejected {rule.Count(r => r.Held && Rejected(r)),3}");
        foreach (var row in bad.Where(r => !Rejected(r)).Concat(good.Where(Rejected)))
            if (!row.Held) output.WriteLine($"{row.Id} {row.Expected} {row.Verdict.Rejection} {row.Verdict.Mark?.Rule} | {row.Draft}");

        Assert.All(new[] { false, true }, held =>
        {
            Assert.InRange(Share(bad, held, rejected: true), 0.95, 1);
            Assert.InRange(Share(good, held, rejected: true), 0, 0.03);
        });
    }

    /// <summary>Good drafts in other styles, written before the rules on facts, links and orders were last changed and never tuned on; lengths are no matter here.</summary>
    [Fact]
    public void Of_fresh_good_drafts_hardly_any_is_rejected()
    {
        var rows = Lines("drafts.good.fresh.jsonl").Select(d => Judge(d, d.Text("post")!, d.Text("draft")!, SuggestionKind.LongestPost)).ToList();
        foreach (var row in rows.Where(Rejected)) output.WriteLine($"{row.Id} {row.Verdict.Rejection} | {row.Draft}");
        output.WriteLine($"rejected {rows.Count(Rejected)} of {rows.Count}");
        Assert.InRange((double)rows.Count(Rejected) / rows.Count, 0, 0.05);
    }

    [Fact]
    public void What_an_obedient_model_answers_to_the_written_injections_is_rejected_or_marked()
    {
        var rows = Lines("injections.jsonl").Select(d => Judge(d, d.Text("text")!, d.Text("obedient_answer")!)).ToList();
        output.WriteLine($"rejected {rows.Count(Rejected)} of {rows.Count}");
        foreach (var row in rows.Where(r => !Rejected(r))) output.WriteLine($"{row.Id} {row.Expected} marked {row.Verdict.Mark?.Detail ?? "NO"}");
        Assert.All(rows, row => Assert.True(Rejected(row) || row.Verdict.Mark is not null, row.Id));
    }

    [Fact]
    public void Of_orders_the_patterns_were_tuned_on_nearly_all_are_seen() =>
        Assert.InRange(Lines("orders.tuned.jsonl").Average(d => InstructionLike.Check(d.Text("text")!) is null ? 0.0 : 1), 0.95, 1);

    /// <summary>
    /// Orders that name no machine, or hardly one, with what an obedient model would answer. No rule was fitted to the fresh ones: they were written
    /// after all rules and judged once (20 of 30 caught; 3 by the post alone). Those that only ask for a manner to speak in, or stand as plain
    /// statements before the question, need a reading model. The seen ones were judged before the names of possible orders counted and led to that rule.
    /// </summary>
    [Theory]
    [InlineData("orders.seen.jsonl", 0.85)]
    [InlineData("orders.fresh.jsonl", 0.65)]
    public void Of_obedient_answers_to_orders_without_a_pattern_most_are_rejected_or_marked(string file, double least)
    {
        var rows = Lines(file).Select(d => (Row: Judge(d, d.Text("text")!, d.Text("obedient_answer")!, SuggestionKind.LongestPost), Seen: InstructionLike.Check(d.Text("text")!) is not null)).ToList();
        var caught = rows.Count(r => Rejected(r.Row) || r.Row.Verdict.Mark is not null);
        output.WriteLine($"{file}: {caught} of {rows.Count}; by the post alone {rows.Count(r => r.Seen)}; rejected {rows.Count(r => Rejected(r.Row))}");
        foreach (var (row, seen) in rows) output.WriteLine($"{row.Id} {(seen ? "seen" : "")} {row.Verdict.Rejection?.Rule.ToString() ?? row.Verdict.Mark?.Rule.ToString() ?? "MISSED"}");
        Assert.InRange((double)caught / rows.Count, least, 1);
    }

    [Fact]
    public void Hardly_any_good_draft_is_marked()
    {
        var rows = new[] { "drafts.good.jsonl", "drafts.good.fresh.jsonl" }.SelectMany(Lines).Select(d => Judge(d, d.Text("post")!, d.Text("draft")!, SuggestionKind.LongestPost)).ToList();
        foreach (var row in rows.Where(r => r.Verdict.Mark is not null)) output.WriteLine($"{row.Id} {row.Verdict.Mark}");
        Assert.InRange(rows.Average(r => r.Verdict.Mark is null ? 0.0 : 1), 0, 0.02);
    }

    [Fact]
    public void Plain_posts_of_the_written_set_give_no_orders() =>
        Assert.DoesNotContain(Lines("drafts.good.jsonl").Select(d => d.Text("post")!).Distinct(), p => InstructionLike.Check(p) is not null);

    private static double Share(IEnumerable<Row> rows, bool held, bool rejected) => rows.Where(r => r.Held == held).Average(r => Rejected(r) == rejected ? 1.0 : 0);

    private static bool Rejected(Row row) => row.Verdict.Rejection is not null;

    private static string? Snake(Row row) => row.Verdict.Rejection is { } r ? JsonNamingPolicy.SnakeCaseLower.ConvertName(r.Rule.ToString()) : null;

    private static List<Row> Rows(string file) => [.. Lines(file).Select(d => Judge(d, d.Text("post")!, d.Text("draft")!))];

    private static Row Judge(JsonElement d, string post, string draft, int? longest = null)
    {
        var project = new ProjectConfig
        {
            Slug = "p",
            Path = "p",
            Taxonomy = [new Topic { Label = "t", Facts = d.TryGetProperty("facts", out _) ? [.. d.Texts("facts")] : ImmutableArray<string>.Empty }],
        };
        var memory = new DraftMemory(d.TryGetProperty("other", out var other) ? [new(1, other.GetString()!)] : []);
        var id = d.Text("id")!;
        var kind = SuggestionKind.BuiltIn.Single(k => k.Name == d.Text("kind"));
        if (longest is { } most) kind = kind with { MaxLength = most };
        var verdict = QualityFilter.Judge(new(draft, new AnsweredPost(post, d.Text("lang"), 2), kind), QualityContext.Of(project, DraftPrompt.DefaultTemplate, memory));
        return new(id, int.Parse(id[^2..], null) % 2 == 0, d.TryGetProperty("rule", out var rule) ? rule.GetString() : null, verdict, draft);
    }

    private static IEnumerable<JsonElement> Lines(string file)
    {
        var path = Path.Combine(Repository.Root, "bench", "judgement", "data", file);
        Assert.SkipUnless(File.Exists(path), $"{file} is not in this checkout");
        return File.ReadLines(path).Select(line => JsonElement.Parse(line));
    }
}
