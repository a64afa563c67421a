using System.Globalization;
using CsvHelper;
using CsvHelper.Configuration;
using ViralTracker.Core.Projects;
using ViralTracker.Core.Spending;
using ViralTracker.Pipeline.Runs;

namespace ViralTracker.Adapters.Projects;

/// <summary>A provider's billing export: a table with columns for date and cost in USD, under the names such exports use; others, such as the model, are left aside.</summary>
public static class BillFile
{
    private static readonly string[] DateNames = ["date", "day", "usage_date", "usage date", "usage start date"];
    private static readonly string[] CostNames = ["cost", "cost_usd", "cost (usd)", "amount", "subtotal", "subtotal ($)", "cost ($)"];

    public static Validated<IReadOnlyList<BillLine>> Read(TextReader text, string shownAs)
    {
        using var csv = new CsvReader(text, new CsvConfiguration(CultureInfo.InvariantCulture) { MissingFieldFound = null, BadDataFound = null });
        if (!csv.Read() || !csv.ReadHeader()) return new(new ConfigProblem(shownAs, null, "", "is empty; it needs a header with the columns date and cost"));
        var header = csv.HeaderRecord!.Select(name => name.Trim().ToLowerInvariant()).ToArray();
        var (date, cost) = (Column(DateNames), Column(CostNames));
        if (date < 0 || cost < 0)
            return new(new ConfigProblem(shownAs, 1, "", $"needs the columns date and cost; found {string.Join(", ", csv.HeaderRecord!)}"));

        var (lines, problems) = (new List<BillLine>(), new List<ConfigProblem>());
        while (csv.Read())
        {
            var row = csv.Context.Parser!.RawRow;
            if (!DateOnly.TryParse(csv.GetField(date), CultureInfo.InvariantCulture, out var day))
                problems.Add(new(shownAs, row, header[date], $"'{csv.GetField(date)}' is not a date; write it as 2026-11-22"));
            else if (!decimal.TryParse(csv.GetField(cost)?.TrimStart('$'), NumberStyles.Number, CultureInfo.InvariantCulture, out var usd))
                problems.Add(new(shownAs, row, header[cost], $"'{csv.GetField(cost)}' is not an amount in USD"));
            else
                lines.Add(new BillLine(day, new NanoUsd((long)Math.Round(usd * 1_000_000_000m))));
        }
        return problems.Count > 0 ? new(problems) : new(lines);

        int Column(string[] names) => Array.FindIndex(header, names.Contains);
    }
}
