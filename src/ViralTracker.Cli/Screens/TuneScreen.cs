using ViralTracker.Cli.CommandLine;
using ViralTracker.Core.Projects;
using ViralTracker.Core.Scoring;

namespace ViralTracker.Cli.Screens;

/// <summary>Present and proposed thresholds side by side, with what each gives.</summary>
internal static class TuneScreen
{
    /// <summary>All posts, then those of each fate that has any.</summary>
    public static IEnumerable<(string Name, IReadOnlyList<ScoredFate> Posts)> Groups(IReadOnlyList<ScoredFate> posts)
    {
        yield return ("all", posts);
        foreach (var fate in (PostFate[])[PostFate.Posted, PostFate.Exported, PostFate.Skipped, PostFate.Pending, PostFate.NotDrafted])
            if (posts.Where(p => p.Fate == fate).ToArray() is { Length: > 0 } some)
                yield return (Words.Snake(fate).Replace('_', ' '), some);
    }

    public static double Median(IReadOnlyList<ScoredFate> posts)
    {
        var totals = posts.Select(p => p.Total).Order().ToArray();
        return totals.Length == 0 ? 0 : (totals[(totals.Length - 1) / 2] + totals[totals.Length / 2]) / 2;
    }

    /// <summary>Side by side, or one below the other where the width does not hold both.</summary>
    public static IEnumerable<string> Lines(ScoreThresholds present, ScoreThresholds? proposed, IReadOnlyList<ScoredFate> posts, Terminal terminal)
    {
        var groups = Groups(posts).ToArray();
        var title = new Paint(terminal).Dim;
        var both = Table("posts", [("now: ", present), .. proposed is { } p ? new[] { ("suggested: ", p) } : []]);
        if (proposed is not { } then || TextTable.Fits(both.Columns, both.Rows, terminal.Width)) return Drawn(both);
        return [.. Drawn(Table("now", [("", present)])), "", .. Drawn(Table("suggested", [("", then)]))];

        IEnumerable<string> Drawn((Column[] Columns, string[][] Rows) table) => TextTable.Lines(table.Columns, table.Rows, terminal.Width, title);

        (Column[] Columns, string[][] Rows) Table(string first, (string When, ScoreThresholds Thresholds)[] sets) =>
        (
            [new(first), new("count", Right: true), new("median", Right: true), .. sets.SelectMany(set => Titles(set.When, set.Thresholds))],
            [.. groups.Select(group => (string[])
            [
                group.Name,
                Words.Number(group.Posts.Count),
                FormattableString.Invariant($"{Median(group.Posts):F2}"),
                .. sets.SelectMany(set => Shares(LabelCounts.Of(group.Posts, set.Thresholds))),
            ])]
        );
    }

    private static Column[] Titles(string when, ScoreThresholds thresholds) =>
    [
        new(FormattableString.Invariant($"{when}green ≥ {thresholds.GreenMin:0.##}"), Right: true),
        new(FormattableString.Invariant($"yellow ≥ {thresholds.YellowMin:0.##}"), Right: true),
    ];

    private static string[] Shares(LabelCounts counts) =>
    [
        FormattableString.Invariant($"{Words.Number(counts.Green)} ({Words.Percent((double)counts.Green / Math.Max(1, counts.All))})"),
        FormattableString.Invariant($"{Words.Number(counts.Yellow)} ({Words.Percent((double)counts.Yellow / Math.Max(1, counts.All))})"),
    ];
}
