using System.Globalization;
using System.Text.RegularExpressions;
using CsvHelper;
using CsvHelper.Configuration;
using ViralTracker.Adapters.Sources.Files;
using ViralTracker.Core.Projects;
using ViralTracker.Core.Spending;
using ViralTracker.Pipeline.Runs;

namespace ViralTracker.Adapters.Projects;

/// <summary>
/// A provider's billing export: a table with columns for date and cost in USD, under the names such exports use; others, such as the
/// model, are left aside, and so are rows without a date at the end: totals. Cents stand behind a point; commas set off thousands, in groups of three, and nothing else. Credits are negative.
/// </summary>
public static partial class BillFile
{
    /// <summary>Of one amount and of all together, credits counted as positive: sums in nano-dollars end at nine times that.</summary>
    private const decimal Most = 1_000_000_000;

    private static readonly NumberFormatInfo Dollars = new() { CurrencySymbol = "$" };

    // Others, such as 03/04/2026, are read in two ways, or name a month.
    private static readonly string[] DateForms = ["yyyy-MM-dd", "yyyy/MM/dd", "yyyyMMdd", "yyyy-MM-dd'T'HH:mm:ss'Z'", "yyyy-MM-dd HH:mm:ss 'UTC'"];
    private static readonly string[] DateNames = ["date", "day", "usage_date", "usage date", "usage start date"];
    private static readonly string[] CostNames = ["cost", "cost_usd", "cost (usd)", "amount", "subtotal", "subtotal ($)", "cost ($)"];

    public static Validated<IReadOnlyList<BillLine>> Read(TextReader text, string shownAs)
    {
        var whole = text.ReadToEnd();
        using var csv = new CsvReader(new StringReader(whole), new CsvConfiguration(CultureInfo.InvariantCulture)
        {
            Delimiter = TableReader.Delimiter(whole.Split('\n', 2)[0]),
            MissingFieldFound = null,
            BadDataFound = null,
        });
        if (!csv.Read() || !csv.ReadHeader()) return new(new ConfigProblem(shownAs, null, "", "is empty; it needs a header with the columns date and cost"));
        var header = csv.HeaderRecord!.Select(name => name.Trim().ToLowerInvariant()).ToArray();
        var (date, cost) = (Column(DateNames), Column(CostNames));
        if (date < 0 || cost < 0)
            return new(new ConfigProblem(shownAs, 1, "", $"needs the columns date and cost; found {string.Join(", ", csv.HeaderRecord!)}"));

        var (lines, problems, totals, sum) = (new List<BillLine>(), new List<ConfigProblem>(), new List<ConfigProblem>(), 0m);
        while (csv.Read())
        {
            var (row, on) = (csv.Context.Parser!.RawRow, csv.GetField(date) ?? "");
            var isDate = DateOnly.TryParseExact(on.Trim(), DateForms, CultureInfo.InvariantCulture, DateTimeStyles.None, out var day);
            if (!isDate) totals.Add(new(shownAs, row, header[date], $"'{on}' is not a date; write it as 2026-11-22"));
            // Totals name no day, and stand below all that they add up.
            if (!isDate && lines.Count > 0 && !on.Any(char.IsAsciiDigit)) continue;
            problems.AddRange(totals);
            totals.Clear();
            if (!isDate) continue;
            if (AmountIn(csv.GetField(cost) ?? "") is not { } usd)
                problems.Add(new(shownAs, row, header[cost], $"'{csv.GetField(cost)}' is not an amount in USD up to 1,000,000,000; write it as 0.5 or 1,234.56"));
            else
            {
                lines.Add(new BillLine(day, new NanoUsd((long)Math.Round(usd * 1_000_000_000m))));
                sum += Math.Abs(usd);
            }
        }
        if (sum > Most) problems.Add(new(shownAs, null, header[cost], "comes to more than 1,000,000,000 USD; check it, or compare fewer days at a time"));
        return problems.Count > 0 ? new(problems) : new(lines);

        int Column(string[] names) => Array.FindIndex(header, names.Contains);
    }

    /// <summary>Null where it is none, or more than can be compared.</summary>
    private static decimal? AmountIn(string text) =>
        CommasAreOfThousands.IsMatch(text) && decimal.TryParse(text, NumberStyles.Any, Dollars, out var usd) && Math.Abs(usd) <= Most ? usd : null;

    /// <summary>The parser takes a comma anywhere: <c>0,5</c> would be five.</summary>
    [GeneratedRegex(@"^([^,]*|[^0-9,.]*[1-9][0-9]{0,2}(,[0-9]{3})+(?![0-9])[^,]*)\z", RegexOptions.ExplicitCapture | RegexOptions.CultureInvariant)]
    private static partial Regex CommasAreOfThousands { get; }
}
