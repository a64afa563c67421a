using System.Globalization;
using System.Text;
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
/// model, are left aside, and so are rows without a date at the end: totals. Cents stand behind a point, or in a table that no commas separate
/// behind a comma, as all its amounts show; what sets off thousands does so in groups of three. Credits are negative. Days and months
/// without the year in front are read where one order alone reads all of them.
/// </summary>
public static partial class BillFile
{
    /// <summary>Of one amount and of all together, credits counted as positive: sums in nano-dollars end at nine times that.</summary>
    private const decimal Most = 1_000_000_000;

    private const int MaxCharacters = 64 << 20;

    // Others name a month.
    private static readonly string[] DateForms = ["yyyy-MM-dd", "yyyy/MM/dd", "yyyyMMdd", "yyyy-MM-dd'T'HH:mm:ss'Z'", "yyyy-MM-dd HH:mm:ss 'UTC'"];
    private static readonly string[][] Orders = [["M/d/yyyy", "M-d-yyyy", "M.d.yyyy"], ["d/M/yyyy", "d-M-yyyy", "d.M.yyyy"]];
    private static readonly string[] DateNames = ["date", "day", "usage_date", "usage date", "usage start date"];
    private static readonly string[] CostNames = ["cost", "cost_usd", "cost (usd)", "amount", "subtotal", "subtotal ($)", "cost ($)"];

    private readonly record struct Row(int Line, string On, string Cost, int Cells);

    public static Validated<IReadOnlyList<BillLine>> Read(TextReader text, string shownAs)
    {
        if (Whole(text) is not { } whole) return new(new ConfigProblem(shownAs, null, "", "is larger than 64 MB; compare fewer days at a time"));
        var delimiter = TableReader.Delimiter(whole.Split('\n', 2)[0]);
        using var csv = new CsvReader(new StringReader(whole), new CsvConfiguration(CultureInfo.InvariantCulture)
        {
            Delimiter = delimiter,
            MissingFieldFound = null,
            BadDataFound = null,
        });
        if (!csv.Read() || !csv.ReadHeader()) return new(new ConfigProblem(shownAs, null, "", "is empty; it needs a header with the columns date and cost"));
        var header = csv.HeaderRecord!.Select(name => name.Trim().ToLowerInvariant()).ToArray();
        var (date, cost) = (Column(DateNames), Column(CostNames));
        if (date < 0 || cost < 0)
            return new(new ConfigProblem(shownAs, 1, "", $"needs the columns date and cost; found {string.Join(", ", csv.HeaderRecord!)}"));

        var rows = new List<Row>();
        while (csv.Read())
            rows.Add(new(csv.Context.Parser!.RawRow, csv.GetField(date) ?? "", csv.GetField(cost) ?? "", Array.FindLastIndex(csv.Context.Parser.Record!, cell => cell.Length > 0) + 1));
        var dates = DateFormsOf(rows);
        var amountIn = delimiter == "," ? PointIn : AmountsOf([.. rows.Where(row => DateIn(row.On, dates) is not null).Select(row => row.Cost)]);

        var (lines, problems, totals, sum) = (new List<BillLine>(), new List<ConfigProblem>(), new List<ConfigProblem>(), 0m);
        foreach (var row in rows)
        {
            var day = DateIn(row.On, dates);
            if (day is null) totals.Add(new(shownAs, row.Line, header[date], $"'{row.On}' is not a date; write it as 2026-11-22"));
            // Totals name no day, and stand below all that they add up.
            if (day is null && lines.Count > 0 && !row.On.Any(char.IsAsciiDigit)) continue;
            problems.AddRange(totals);
            totals.Clear();
            if (day is null) continue;
            if (row.Cells > header.Length)
                problems.Add(new(shownAs, row.Line, header[cost], $"{row.Cells} cells under {header.Length} columns; put amounts with commas in quotation marks"));
            else if (amountIn(row.Cost) is not { } usd)
                problems.Add(new(shownAs, row.Line, header[cost], PointIn(row.Cost) is null
                    ? $"'{row.Cost}' is not an amount in USD up to 1,000,000,000; write it as 0.5 or 1,234.56"
                    : $"'{row.Cost}' is read in two ways; write cents behind a point, and thousands without a comma"));
            else
            {
                lines.Add(new BillLine(day.Value, new NanoUsd((long)Math.Round(usd * 1_000_000_000m))));
                sum += Math.Abs(usd);
            }
        }
        if (sum > Most) problems.Add(new(shownAs, null, header[cost], "comes to more than 1,000,000,000 USD; check it, or compare fewer days at a time"));
        return problems.Count > 0 ? new(problems) : new(lines);

        int Column(string[] names) => Array.FindIndex(header, names.Contains);
    }

    /// <summary>Null where it is longer than any bill: a device never ends.</summary>
    private static string? Whole(TextReader text)
    {
        var (whole, part) = (new StringBuilder(), new char[1 << 16]);
        while (whole.Length <= MaxCharacters && text.ReadBlock(part) is > 0 and var length) whole.Append(part, 0, length);
        return whole.Length <= MaxCharacters ? whole.ToString() : null;
    }

    private static DateOnly? DateIn(string text, string[] forms) =>
        DateOnly.TryParseExact(text.Trim(), forms, CultureInfo.InvariantCulture, DateTimeStyles.None, out var day) ? day : null;

    /// <summary>03/04/2026 alone is read in two ways; beside 03/22/2026 it is a day of March.</summary>
    private static string[] DateFormsOf(IReadOnlyList<Row> rows)
    {
        var inDoubt = rows.Select(row => row.On).Where(on => Orders.Any(order => DateIn(on, order) is not null)).ToArray();
        var fitting = Orders.Where(order => inDoubt.All(on => DateIn(on, order) is not null)).ToArray();
        return fitting is [var only] ? [.. DateForms, .. only] : DateForms;
    }

    /// <summary>How a table that no commas separate writes its amounts: with a point, unless a comma alone reads them all; one that both read, each in its way, is none.</summary>
    private static Func<string, decimal?> AmountsOf(IReadOnlyList<string> amounts)
    {
        if (!amounts.All(text => CommaIn(text) is not null)) return PointIn;
        return amounts.All(text => PointIn(text) is not null)
            ? text => text.Contains(',') && PointIn(text) != CommaIn(text) ? null : PointIn(text)
            : CommaIn;
    }

    private static decimal? CommaIn(string text) =>
        PointIn(string.Create(text.Length, text, (swapped, written) =>
        {
            for (var i = 0; i < swapped.Length; i++) swapped[i] = written[i] switch { ',' => '.', '.' => ',', var same => same };
        }));

    /// <summary>Null where it is none, or more than can be compared.</summary>
    private static decimal? PointIn(string text)
    {
        var number = Currency.Replace(text, "$1$2", 1).Trim();
        return CommasAreOfThousands.IsMatch(number)
            && decimal.TryParse(number, NumberStyles.Any & ~NumberStyles.AllowCurrencySymbol, CultureInfo.InvariantCulture, out var usd)
            && Math.Abs(usd) <= Most ? usd : null;
    }

    /// <summary>Before the number, behind its sign, or after it.</summary>
    [GeneratedRegex(@"^\s*([-+(]?)\s*(?:US\s?\$|USD|\$)\s*|\s*(?:US\s?\$|USD|\$)\s*(\)?)\s*$", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant)]
    private static partial Regex Currency { get; }

    /// <summary>The parser takes a comma anywhere: <c>0,5</c> would be five.</summary>
    [GeneratedRegex(@"^([^,]*|[^0-9,.]*[1-9][0-9]{0,2}(,[0-9]{3})+(?![0-9])[^,]*)\z", RegexOptions.ExplicitCapture | RegexOptions.CultureInvariant)]
    private static partial Regex CommasAreOfThousands { get; }
}
