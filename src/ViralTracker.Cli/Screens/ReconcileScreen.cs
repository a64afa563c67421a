using System.Globalization;
using System.Text.Json.Nodes;
using ViralTracker.Cli.CommandLine;
using ViralTracker.Core.Spending;
using ViralTracker.Pipeline.Runs;

namespace ViralTracker.Cli.Screens;

/// <summary>The provider's bill beside the ledger.</summary>
internal static class ReconcileScreen
{
    private static readonly Column[] Columns =
        [new("day"), new("bill", Right: true), new("ledger", Right: true), new("difference", Right: true), new("open", Right: true), new("", Share: 1)];

    public static IEnumerable<string> Lines(IReadOnlyList<ReconciledDay> days, Terminal terminal) => days.Count == 0
        ? ["Neither the bill nor the ledger has anything in this period."]
        : TextTable.Lines(Columns, [.. days.Select(Row)], terminal.Width, new Paint(terminal).Dim);

    public static JsonNode Json(ReconciledDay day) => new JsonObject
    {
        ["day"] = day.Day.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture),
        ["bill_usd"] = day.Bill.Usd,
        ["ledger_usd"] = day.Ledger.Usd,
        ["difference_usd"] = day.Difference.Usd,
        ["open_usd"] = day.Open.Usd,
    };

    private static string[] Row(ReconciledDay day) =>
    [
        day.Day.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture), day.Bill.ToString(), day.Ledger.ToString(), day.Difference.ToString(),
        day.Open == NanoUsd.Zero ? "" : day.Open.ToString(),
        day.Difference == NanoUsd.Zero ? "equal" : day.IsExplained ? "within calls never answered" : "",
    ];
}
