using System.Globalization;
using System.Text.Json.Nodes;
using ViralTracker.Cli.CommandLine;
using ViralTracker.Core.Spending;
using ViralTracker.Pipeline.Ports;

namespace ViralTracker.Cli.Screens;

/// <summary>Adds up lines that share no call.</summary>
internal static class CostTotal
{
    public static CostRow Of(IReadOnlyList<CostRow> rows) => new()
    {
        Group = "total",
        Calls = rows.Sum(r => r.Calls),
        FailedCalls = rows.Sum(r => r.FailedCalls),
        UnpricedCalls = rows.Sum(r => r.UnpricedCalls),
        Tokens = rows.Aggregate(default(TokenUsage), (sum, row) => sum + row.Tokens),
        Cost = new NanoUsd(rows.Sum(r => r.Cost.Value)),
        Open = new NanoUsd(rows.Sum(r => r.Open.Value)),
        Posts = rows.Sum(r => r.Posts),
        Drafts = rows.Sum(r => r.Drafts),
    };
}

/// <summary>The cost report as a table, with bars by day, and as JSON.</summary>
internal static class CostScreen
{
    private const int WideFrom = 110;
    private const int LongestBar = 60;
    private const int MostDays = 31;

    /// <summary>What makes room, in this order, for whole names of models, days and topics.</summary>
    private static readonly string[][] LeftOut = [[], ["cached", "thinking"], ["in", "cached", "out", "thinking"]];

    public static IEnumerable<string> Lines(IReadOnlyList<CostRow> rows, CostRow total, CostGrouping by, Terminal terminal)
    {
        var paint = new Paint(terminal);
        var wide = terminal.Width >= WideFrom;
        (string Title, Func<CostRow, string> Cell)[] numbers =
        [
            ("calls", row => Words.Number(row.Calls)), ("failed", row => Words.Number(row.FailedCalls)),
            ("in", row => Tokens(row.Tokens.Prompt)), ("cached", row => Tokens(row.Tokens.Cached)),
            ("out", row => Tokens(row.Tokens.Output)), ("thinking", row => Tokens(row.Tokens.Thoughts)),
            ("cost", Cost), ("open", row => row.Open == NanoUsd.Zero ? "" : row.Open.ToString()),
        ];
        var tables = LeftOut.Select(left => numbers.Where(number => !left.Contains(number.Title)).ToArray()).Select(shown => (
            Columns: (Column[])[new(Words.Snake(by), Share: 1), .. shown.Select(number => new Column(number.Title, Right: true))],
            Cells: rows.Append(total).Select(row => (string[])[row.Group, .. shown.Select(number => number.Cell(row))]).ToArray())).ToArray();
        var (columns, cells) = tables.FirstOrDefault(table => TextTable.Fits(table.Columns, table.Cells, terminal.Width), tables[^1]);
        var lines = TextTable.Lines(columns, cells, terminal.Width, paint.Dim).ToArray();
        foreach (var line in lines[..^1]) yield return line;
        yield return paint.Strong(lines[^1]);

        if (total.Open > NanoUsd.Zero)
            foreach (var line in Cells.Wrap("open: reserved for calls under way, never answered or without a price; not included in the cost, but budgets count it", terminal.Width)) yield return line;
        if (total.UnpricedCalls > 0)
            foreach (var line in Cells.Wrap($"unpriced, *: {Words.Count(total.UnpricedCalls, "call")} to models without a known price; not included in the cost", terminal.Width)) yield return line;
        if (by != CostGrouping.Day || total.Cost == NanoUsd.Zero) yield break;
        yield return "";
        foreach (var line in Bars(rows, terminal)) yield return line;

        string Tokens(long count) => wide ? Words.Number(count) : Words.Short(count);
    }

    public static JsonObject Json(CostRow row) => new()
    {
        ["group"] = row.Group,
        ["calls"] = row.Calls,
        ["failed_calls"] = row.FailedCalls,
        ["unpriced_calls"] = row.UnpricedCalls,
        ["prompt_tokens"] = row.Tokens.Prompt,
        ["cached_tokens"] = row.Tokens.Cached,
        ["output_tokens"] = row.Tokens.Output,
        ["thought_tokens"] = row.Tokens.Thoughts,
        ["cost_usd"] = row.KnownCost?.Usd,
        ["open_usd"] = row.Open.Usd,
        ["posts"] = row.Posts,
        ["drafts"] = row.Drafts,
    };

    private static string Cost(CostRow row) =>
        row.KnownCost is null ? "unpriced" : row.UnpricedCalls > 0 ? $"{row.Cost}*" : row.Cost.ToString();

    /// <summary>A bar for each of the last days, days without calls included.</summary>
    private static IEnumerable<string> Bars(IReadOnlyList<CostRow> rows, Terminal terminal)
    {
        var byDay = rows.ToDictionary(row => DateOnly.ParseExact(row.Group, "yyyy-MM-dd", CultureInfo.InvariantCulture));
        var last = byDay.Keys.Max();
        var first = byDay.Keys.Min() is var earliest && last.DayNumber - earliest.DayNumber < MostDays ? earliest : last.AddDays(1 - MostDays);
        var days = Enumerable.Range(0, last.DayNumber - first.DayNumber + 1).Select(first.AddDays).ToArray();
        var labels = days.Select(day => byDay.TryGetValue(day, out var row) ? Cost(row) : "").ToArray();
        var room = Math.Min(LongestBar, terminal.Width - "yyyy-MM-dd".Length - labels.Max(label => label.Length) - 4);
        var most = days.Max(day => byDay.GetValueOrDefault(day)?.Cost.Value ?? 0);
        foreach (var (day, label) in days.Zip(labels))
        {
            var cost = byDay.GetValueOrDefault(day)?.Cost.Value ?? 0;
            var bar = most == 0 ? "" : Bar((double)cost / most * room);
            yield return $"{day.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture)}  {bar}{(bar.Length > 0 ? " " : "")}{label}".TrimEnd();
        }
    }

    /// <summary>A bar of a length in cells, to an eighth; what is not nothing is never empty.</summary>
    private static string Bar(double cells)
    {
        if (cells <= 0) return "";
        var eighths = Math.Max(1, (int)Math.Round(cells * 8));
        var rest = eighths % 8;
        return new string('█', eighths / 8) + (rest == 0 ? "" : ((char)('█' + 8 - rest)).ToString());
    }
}
