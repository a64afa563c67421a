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
    [InlineData("US$1,234.5", 1_234_500_000_000)]
    [InlineData("-US$ 0.25", -250_000_000)]
    [InlineData("US $0.25", 250_000_000)]
    [InlineData("USD 0.25", 250_000_000)]
    [InlineData("0.25\u00A0USD", 250_000_000)]
    [InlineData("usd -0.25", -250_000_000)]
    [InlineData("0.25 $", 250_000_000)]
    [InlineData("(0.25 USD)", -250_000_000)]
    [InlineData("1000000000", 1_000_000_000_000_000_000)]
    [InlineData("-1000000000", -1_000_000_000_000_000_000)]
    public void Amount_is_read_as_dollars(string amount, long nanoUsd) =>
        Assert.Equal([new BillLine(new DateOnly(2026, 1, 2), new NanoUsd(nanoUsd))], Read($"date,model,cost\n2026-01-02,m,\"{amount}\"\n").Value!);

    [Fact]
    public void What_never_ends_is_no_bill()
    {
        using var endless = new Endless();
        Assert.Equal("is larger than 64 MB; compare fewer days at a time", Assert.Single(BillFile.Read(endless, "bill.csv").Problems).Message);
    }

    private sealed class Endless : TextReader
    {
        public override int Read(char[] buffer, int index, int count)
        {
            Array.Fill(buffer, '\n', index, count);
            return count;
        }
    }

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
    [InlineData("CA$5")]
    [InlineData("5$0")]
    [InlineData("USD")]
    [InlineData("AUD 5")]
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
    [InlineData("0,0123", 12_300_000L)]
    [InlineData("0,5 USD", 500_000_000L)]
    [InlineData("-US$ 0,5", -500_000_000L)]
    [InlineData("1.234,56 $", 1_234_560_000_000L)]
    [InlineData("12.345.678,9", 12_345_678_900_000_000L)]
    [InlineData("1,5E-05", 15_000L)]
    [InlineData("1,234|0,5", 1_234_000_000L, 500_000_000L)]
    [InlineData("1.234|0,5", 1_234_000_000_000L, 500_000_000L)]
    [InlineData("1,234|0.5", 1_234_000_000_000L, 500_000_000L)]
    [InlineData("1.234", 1_234_000_000L)]
    [InlineData("1234|5", 1_234_000_000_000L, 5_000_000_000L)]
    public void Amounts_of_a_table_without_commas_between_its_cells_show_what_their_commas_are(string amounts, params long[] nanoUsd)
    {
        foreach (var delimiter in ";\t")
            Assert.Equal(nanoUsd, Read("date;cost\n".Replace(';', delimiter) + string.Concat(amounts.Split('|').Select(amount => $"2026-01-02{delimiter}{amount}\n"))).Value!.Select(line => line.Cost.Value));
    }

    [Theory]
    [InlineData("1,234", "'1,234' is read in two ways; write cents behind a point, and thousands without a comma")]
    [InlineData("1,234|5|2,500", "'1,234' is read in two ways; write cents behind a point, and thousands without a comma", "'2,500' is read in two ways; write cents behind a point, and thousands without a comma")]
    [InlineData("0,5|0.5", "'0,5' is not an amount in USD up to 1,000,000,000; write it as 0.5 or 1,234.56")]
    [InlineData("0,5|much", "'0,5' is not an amount in USD up to 1,000,000,000; write it as 0.5 or 1,234.56", "'much' is not an amount in USD up to 1,000,000,000; write it as 0.5 or 1,234.56")]
    public void Amounts_of_such_a_table_that_may_be_read_in_two_ways_are_named(string amounts, params string[] said) => Assert.Equal(
        said,
        Read("date;cost\n" + string.Concat(amounts.Split('|').Select(amount => $"2026-01-02;{amount}\n"))).Problems.Select(problem => problem.Message));

    [Fact]
    public void Amount_that_its_own_comma_cut_is_named() => Assert.Equal(
        [new ConfigProblem("bill.csv", 2, "cost", "4 cells under 3 columns; put amounts with commas in quotation marks")],
        Read("date,model,cost\n2026-01-02,m,0,0123\n2026-01-03,m,1,,\n").Problems);

    [Theory]
    [InlineData("03/04/2026|03/22/2026", "2026-03-04|2026-03-22")]
    [InlineData("3/4/2026|3/22/2026|2026-03-23", "2026-03-04|2026-03-22|2026-03-23")]
    [InlineData("04/03/2026|22/03/2026", "2026-03-04|2026-03-22")]
    [InlineData("04.03.2026|22.03.2026", "2026-03-04|2026-03-22")]
    [InlineData("12-31-2025", "2025-12-31")]
    public void Order_of_day_and_month_is_read_where_the_whole_table_shows_it(string dates, string days) =>
        Assert.Equal(days, string.Join('|', Read("date,cost\n" + string.Concat(dates.Split('|').Select(date => $"{date},1\n")) + "Total,9\n").Value!.Select(line => line.Day.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture))));

    [Theory]
    [InlineData("03/04/2026|03/05/2026")]
    [InlineData("03/22/2026|22/03/2026")]
    [InlineData("03/22/2026|22.03.2026")]
    [InlineData("03/22/26|03/23/26")]
    [InlineData("22/22/2026|13/13/2026")]
    public void Dates_whose_order_nothing_shows_are_all_named_with_what_to_write(string dates) => Assert.Equal(
        dates.Split('|').Select(date => $"'{date}' is not a date; write it as 2026-11-22"), Read("date,cost\n" + string.Concat(dates.Split('|').Select(date => $"{date},1\n"))).Problems.Select(problem => problem.Message));

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
