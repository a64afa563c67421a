using System.Globalization;
using System.Text;
using System.Text.Json;
using CsvHelper;
using ViralTracker.Adapters.Export;
using ViralTracker.Adapters.Tests.Storage;
using ViralTracker.Pipeline.Export;
using Xunit;

namespace ViralTracker.Adapters.Tests.Export;

public sealed class ExportWriterTests
{
    private static readonly string[] Evil = ["=1+1", "@some_one hi, \"you\"", "two\nlines; = ok", "名前と😀", "@SUM(A1)"];

    [Fact]
    public async Task Fault21_csv_has_the_mark_and_reads_back_to_the_texts_written()
    {
        var bytes = await WriteAsync(ExportFormat.Csv, [.. Evil.Select((text, i) => Sheets.Opportunity($"{i}", 0.9 - i * 0.1, text: text, drafts: [text, "Other"]))]);

        Assert.Equal([0xEF, 0xBB, 0xBF], bytes[..3]);
        using var csv = new CsvReader(new StreamReader(new MemoryStream(bytes), Encoding.UTF8), CultureInfo.InvariantCulture);
        await csv.ReadAsync();
        csv.ReadHeader();
        Assert.Equal(
            "rank,priority_score,project,tweet_id,url,author,followers,views,tweet_text,posted_at,score_total,label,topic,why,suggested_response,suggested_type,"
            + "alternative_1,alt_1_type,alternative_2,alt_2_type,age_hours,reply_url", string.Join(',', csv.HeaderRecord!));
        foreach (var text in Evil)
        {
            Assert.True(await csv.ReadAsync());
            var safe = text[0] == '=' || text.StartsWith("@SUM", StringComparison.Ordinal) ? "'" + text : text;
            Assert.Equal((safe, safe, "1.5"), (csv["tweet_text"], csv["suggested_response"], csv["age_hours"]));
            Assert.EndsWith("&text=" + Uri.EscapeDataString(text), csv["reply_url"], StringComparison.Ordinal);
        }
        Assert.Contains("reply_url\r\n", Encoding.UTF8.GetString(bytes), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData(ExportFormat.Csv)]
    [InlineData(ExportFormat.Md)]
    [InlineData(ExportFormat.Jsonl)]
    public async Task No_file_steers_the_terminal_it_is_printed_to(ExportFormat format)
    {
        const string text = "a\u001b[31mred\u0007\u009b2J b\tc\nd";

        var written = Encoding.UTF8.GetString(await WriteAsync(format, Sheets.Opportunity("1", text: text, drafts: ["\b=1+1", "\u007fTwo"])));

        Assert.DoesNotContain(written, c => char.IsControl(c) && c is not ('\t' or '\n' or '\r'));
        if (format == ExportFormat.Csv) Assert.Contains("\"a[31mred2J b\tc\nd\"", written, StringComparison.Ordinal);
        if (format == ExportFormat.Csv) Assert.Contains(",'=1+1,", written, StringComparison.Ordinal);
        if (format == ExportFormat.Jsonl) Assert.Equal(text, JsonElement.Parse(written).GetProperty("tweet_text").GetString());
    }

    [Fact]
    public async Task Json_lines_hold_a_post_each_with_all_its_drafts()
    {
        var bytes = await WriteAsync(ExportFormat.Jsonl, Sheets.Opportunity("1", drafts: ["One \"quoted\"\nline", "Two"]), Sheets.Opportunity("2", views: null));

        var lines = Encoding.UTF8.GetString(bytes).Split('\n', StringSplitOptions.RemoveEmptyEntries);
        Assert.Equal(2, lines.Length);
        using var first = JsonDocument.Parse(lines[0]);
        Assert.Equal(["One \"quoted\"\nline", "Two"], first.RootElement.GetProperty("drafts").EnumerateArray().Select(d => d.GetProperty("text").GetString()));
        Assert.Equal((byte)'{', bytes[0]);
    }

    [Fact]
    public async Task File_that_fails_half_way_leaves_the_old_one_and_nothing_else()
    {
        using var folder = new TemporaryFolder();
        var path = Path.Combine(folder.Path, "today.csv");
        await File.WriteAllTextAsync(path, "old", TestContext.Current.CancellationToken);

        await Assert.ThrowsAsync<IOException>(() => ReplacedFile.WriteAsync(path, async stream =>
        {
            await stream.WriteAsync("half"u8.ToArray());
            throw new IOException("no room");
        }));

        Assert.Equal("old", await File.ReadAllTextAsync(path, TestContext.Current.CancellationToken));
        Assert.Single(Directory.GetFiles(folder.Path));
    }

    [Fact]
    public async Task File_behind_a_link_is_replaced_and_the_link_stays()
    {
        using var folder = new TemporaryFolder();
        var (target, link) = (Path.Combine(folder.Path, "real.csv"), Path.Combine(folder.Path, "link.csv"));
        await File.WriteAllTextAsync(target, "old", TestContext.Current.CancellationToken);
        File.CreateSymbolicLink(link, target);

        await ReplacedFile.WriteAsync(link, stream => stream.WriteAsync("new"u8.ToArray()).AsTask());

        Assert.Equal("new", await File.ReadAllTextAsync(target, TestContext.Current.CancellationToken));
        Assert.NotNull(File.ResolveLinkTarget(link, false));
    }

    private static async Task<byte[]> WriteAsync(ExportFormat format, params Pipeline.Ports.Opportunity[] opportunities)
    {
        using var stream = new MemoryStream();
        await ExportWriter.WriteAsync(stream, Sheets.Of(ExportOrder.Score, opportunities), format, TestContext.Current.CancellationToken);
        return stream.ToArray();
    }
}
