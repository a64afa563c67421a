using ViralTracker.Cli.CommandLine;
using ViralTracker.Core.Scoring;
using ViralTracker.Core.Spending;
using ViralTracker.Pipeline.Finding;
using ViralTracker.Pipeline.Importing;
using ViralTracker.Pipeline.Ports;
using ViralTracker.Pipeline.Runs;

namespace ViralTracker.Cli.Screens;

/// <summary>What was imported, found, skipped and scored.</summary>
internal static class FindScreen
{
    public static IEnumerable<string> Header(string project, FindOptions options, DateTimeOffset asOf, DateTimeOffset now, string drafter, Terminal terminal) =>
        Cells.Hang("", " · ", ["Comment Finder", project, $"last {Hours(options.HoursBack)} before {Times.Show(asOf, now)}", drafter], terminal.Width);

    public static IEnumerable<string> Imported(ImportReport report)
    {
        if (report.Files == 0) yield break;
        var posts = report.Posts;
        if (posts == default && report is { Reposts: 0, BadRows: 0, Unreadable: > 0 } && report.Unreadable >= report.Files)
        {
            yield return $"Imported nothing: {Words.Count(report.Unreadable, "file")} could not be read";
            yield break;
        }
        var parts = new List<string> { New(posts) };
        if (posts.Updated > 0) parts.Add($"{Words.Number(posts.Updated)} updated");
        if (posts.Unchanged > posts.Repeated) parts.Add($"{Words.Number(posts.Unchanged - posts.Repeated)} known");
        if (posts.Repeated > 0) parts.Add($"{Words.Number(posts.Repeated)} repeated in the file{(report.Files == 1 ? "" : "s")}");
        if (report.Reposts > 0) parts.Add($"{Words.Count(report.Reposts, "repost")} skipped");
        if (report.BadRows > 0) parts.Add(Words.Count(report.BadRows, "bad row"));
        if (report.Unreadable > 0) parts.Add($"{Words.Count(report.Unreadable, "file")} not read to the end");
        if (parts.Count == 1 && posts == default) parts = ["no posts in " + (report.Files == 1 ? "it" : "them")];
        yield return $"Imported {Words.Count(report.Files, "file")}: {string.Join(" · ", parts)}";
    }

    /// <summary>A post of another project is new to this one.</summary>
    private static string New(UpsertCounts posts) =>
        $"{Words.Number(posts.Added + posts.Joined)} new" + (posts.Joined == 0 ? "" : $" to this project ({(posts.Added == 0 ? "all" : Words.Number(posts.Joined))} known from another)");

    /// <param name="choice">Tells which labels are drafted; null where none is, and nothing is said of it.</param>
    public static IEnumerable<string> Lines(FindResult found, FindOptions options, DraftChoice? choice, Terminal terminal)
    {
        var paint = new Paint(terminal);
        var counts = found.Counts;
        var filters = new List<string>();
        if (options.MinFollowers > 0) filters.Add($"{Words.Number(options.MinFollowers)}+ followers");
        if (options.MinLikes > 0) filters.Add($"{Words.Number(options.MinLikes)}+ likes");
        if (options.MinViews > 0) filters.Add($"{Words.Number(options.MinViews)}+ views");
        var facts = new List<string> { Words.Count(counts.InWindow, "post") };
        if (filters.Count > 0) facts.Add($"{Words.Number(counts.PassFilters)} with {string.Join(" and ", filters)}");
        if (counts.PassFilters > counts.Candidates) facts.Add($"{Words.Number(counts.PassFilters - counts.Candidates)} handled before{(options.IncludeHandled ? ", taken again" : "")}");
        if (counts.Older > 0) facts.Add($"{Words.Number(counts.Older)} older than {Hours(options.HoursBack)}");
        if (counts.Later > 0) facts.Add($"{Words.Number(counts.Later)} in the future");
        foreach (var line in Cells.Hang("Found   ", "   ", facts, terminal.Width)) yield return line;
        if (found.Skipped > 0)
            foreach (var line in Cells.Hang($"Skipped {Words.Number(found.Skipped)}   ", " · ", found.Skips.OrderByDescending(s => s.Posts).Select(s => Words.Count(s.Posts, s.Reason)), terminal.Width))
                yield return line;
        if (found.BeyondLimit > 0)
            yield return $"Left    {Words.Number(found.BeyondLimit)} beyond --max-candidates {options.MaxCandidates}";
        yield return $"Scored  {Words.Number(found.Labels.All)}   " + string.Join("  ", new[] { ScoreLabel.Green, ScoreLabel.Yellow, ScoreLabel.Red }
            .Select(label => $"{paint.Label(label)} {Words.Number(found.Labels[label])}{(choice?.Takes(label) != false || found.Labels[label] == 0 ? "" : " (not drafted)")}"));
    }

    /// <summary>What embeddings cost where nothing is drafted: a run's summary tells it otherwise.</summary>
    public static IEnumerable<string> Spent(RunCost embeddings)
    {
        if (embeddings.Calls > 0) yield return $"Spent   {embeddings.Known?.ToString() ?? "an unknown amount"} on embeddings, in {Words.Count(embeddings.Calls, "request")}; they are kept and not paid again";
        if (embeddings.Unknown > NanoUsd.Zero) yield return Words.Unknown(embeddings.Unknown);
    }

    public static string Hours(double hours) => FormattableString.Invariant($"{hours:0.##} h");
}
