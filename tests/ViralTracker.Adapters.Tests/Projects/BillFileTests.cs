using System.Globalization;
using System.Text;
using ViralTracker.Adapters.Projects;
using ViralTracker.Core.Projects;
using ViralTracker.Core.Spending;
using ViralTracker.Pipeline.Runs;
using Xunit;

namespace ViralTracker.Adapters.Tests.Projects;

public sealed class BillFileTests
{
    [Theory]
    [InlineData("5", 5_000_000_000)]
    [InlineData("0", 0)]
    [InlineData("0.000000001", 1)]
    [InlineData(" $0.25 ", 250_000_000)]
    [InlineData(".5", 500_000_000)]
    [InlineData("1.5E-05", 15_000)]
    [InlineData("1234.56", 1_234_560_000_000)]
    [InlineData("1,234.56", 1_234_560_000_000)]
    [InlineData("1,234", 1_234_000_000_000)]
    [InlineData("$12,345,678.9", 12_345_678_900_000_000)]
    [InlineData("-1.25", -1_250_000_000)]
    [InlineData("-$1,000.5", -1_000_500_000_000)]
    [InlineData("($1.25)", -1_250_000_000)]
    [InlineData("1000000000", 1_000_000_000_000_000_000)]
    [InlineData("-1000000000", -1_000_000_000_000_000_000)]
    public void Amount_is_read_as_dollars(string amount, long nanoUsd) =>
        Assert.Equal([new BillLine(new DateOnly(2026, 1, 2), new NanoUsd(nanoUsd))], Read($"date,model,cost\n2026-01-02,m,\"{amount}\"\n").Value!);

    [Theory]
    [InlineData("de-DE")]
    [InlineData("th-TH")]
    public void Date_is_the_same_whatever_the_machines_language(string culture)
    {
        var before = CultureInfo.CurrentCulture;
        try
        {
            CultureInfo.CurrentCulture = CultureInfo.GetCultureInfo(culture);
            Date_is_read_as_a_day("2026/01/02");
        }
        finally
        {
            CultureInfo.CurrentCulture = before;
        }
    }

    [Theory]
    [InlineData("2026-01-02")]
    [InlineData(" 2026-01-02 ")]
    [InlineData("2026/01/02")]
    [InlineData("20260102")]
    [InlineData("2026-01-02T00:00:00Z")]
    [InlineData("2026-01-02 00:00:00 UTC")]
    public void Date_is_read_as_a_day(string date) =>
        Assert.Equal(new DateOnly(2026, 1, 2), Assert.Single(Read($"date,cost\n{date},1\n").Value!).Day);

    [Theory]
    [InlineData("2026-01")]
    [InlineData("01/02/2026")]
    [InlineData("01/02")]
    [InlineData("Jan 2")]
    [InlineData("2.1.2026")]
    [InlineData("2026-13-02")]
    [InlineData("")]
    public void Date_that_is_none_or_can_be_read_in_two_ways_is_named_with_what_to_write(string date) => Assert.Equal(
        [new ConfigProblem("bill.csv", 2, "date", $"'{date}' is not a date; write it as 2026-11-22")], Read($"date,cost\n{date},1\n").Problems);

    [Theory]
    [InlineData("much")]
    [InlineData("")]
    [InlineData("$")]
    [InlineData("5 €")]
    [InlineData("NaN")]
    [InlineData("0,5")]
    [InlineData("0,123")]
    [InlineData("12,34")]
    [InlineData("1,2345")]
    [InlineData("1,23,456")]
    [InlineData("1234,567")]
    [InlineData("1,234,5")]
    [InlineData(",123")]
    [InlineData("1.234,56")]
    [InlineData("1,234,567.8,9")]
    [InlineData("99999999999")]
    [InlineData("-99999999999")]
    [InlineData("1000000000.01")]
    [InlineData("100000000000000000000000000")]
    [InlineData("1e26")]
    [InlineData("1e400")]
    [InlineData("99999999999999999999999999999999999999")]
    public void What_is_no_amount_that_can_be_compared_is_named_with_what_to_write(string amount) =>
        Assert.Equal(
            [new ConfigProblem("bill.csv", 2, "cost", $"'{amount}' is not an amount in USD up to 1,000,000,000; write it as 0.5 or 1,234.56")],
            Read($"date,model,cost\n2026-01-02,m,\"{amount}\"\n2026-01-03,m,1\n").Problems);

    [Theory]
    [InlineData("date;model;cost\n2026-01-02;m;1.5\n")]
    [InlineData("\uFEFFdate;model;cost\r\n2026-01-02;\"m, output\";1.5\r\n")]
    [InlineData("date\tmodel\tcost\n2026-01-02\tm\t1.5\n")]
    [InlineData("Cost ($),SKU description,Usage start date\n1.5,m,2026-01-02\n")]
    [InlineData("date,model,cost\n2026-01-02,m,1.5\nTotal,,1.5\n")]
    [InlineData("date,model,cost\n2026-01-02,m,1.5\n,Subtotal,1.5\n,Tax,0.3\n,Total,1.8\n")]
    [InlineData("date,model,cost\n2026-01-02,m,1.5\nTotal\n")]
    public void Table_is_read_whatever_separates_its_cells_and_totals_at_its_end_are_no_days(string table) =>
        Assert.Equal([new BillLine(new DateOnly(2026, 1, 2), new NanoUsd(1_500_000_000))], ReadBytes(table).Value!);

    [Theory]
    [InlineData("date,cost\nTotal,1\n", 2)]
    [InlineData("date,cost\n2026-01-02,1\n,2\n2026-01-03,3\n", 3)]
    [InlineData("date,cost\n2026-01-02,1\nTotal,1\n02/01/2026,3\n", 3, 4)]
    public void Row_without_a_date_that_is_no_total_at_the_end_is_named(string table, params int[] rows) =>
        Assert.Equal(rows, Read(table).Problems.Select(problem => problem.Line!.Value));

    [Fact]
    public void Amounts_that_together_are_more_than_can_be_compared_are_named() => Assert.Equal(
        [new ConfigProblem("bill.csv", null, "cost", "comes to more than 1,000,000,000 USD; check it, or compare fewer days at a time")],
        Read("date,cost\n2026-01-02,1000000000\n2026-01-02,-1\n2026-01-02,1000000000\n").Problems);

    private static Validated<IReadOnlyList<BillLine>> ReadBytes(string text)
    {
        using var reader = new StreamReader(new MemoryStream(Encoding.UTF8.GetBytes(text)));
        return BillFile.Read(reader, "bill.csv");
    }

    private static Validated<IReadOnlyList<BillLine>> Read(string text)
    {
        using var reader = new StringReader(text);
        return BillFile.Read(reader, "bill.csv");
    }
}
