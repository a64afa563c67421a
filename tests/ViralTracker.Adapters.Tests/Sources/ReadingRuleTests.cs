using System.Text;
using System.Text.Json;
using ViralTracker.Core.Posts;
using ViralTracker.Pipeline.Importing;
using Xunit;

namespace ViralTracker.Adapters.Tests.Sources;

public sealed class ReadingRuleTests
{
    [Fact]
    public async Task Table_and_lines_of_the_same_posts_give_the_same_500_posts()
    {
        var table = (await Imports.Shared("data/demo_ai_tools.csv")).Posts();
        var lines = (await Imports.Shared("data/demo_ai_tools.jsonl")).Posts();
        Assert.Equal(500, table.Count);
        Assert.Equal(lines.Select(Comparable), table.Select(Comparable));
        Assert.Equal(496, table.Select(post => post.Key).Distinct().Count());
        Assert.Equal(100, table.Count(post => post.Linkable));
    }

    [Theory]
    [InlineData("data/load_real.csv")]
    [InlineData("data/demo_ai_tools.csv")]
    [InlineData("data/nonenglish.jsonl")]
    public async Task Real_tables_lose_no_field(string path)
    {
        var items = await Imports.Shared(path);
        Assert.Empty(items.Warnings());
        Assert.DoesNotContain(items.Posts(), post => post.Key.NativeId.StartsWith("derived-", StringComparison.Ordinal));
    }

    [Theory]
    [InlineData("1.64E+18", "https://x.com/ada/status/1642889622681432064?s=20", "1642889622681432064")]
    [InlineData("3", "https://twitter.com/ada/status/1642889622681432064/photo/1", "1642889622681432064")]
    [InlineData("1642889622681432000", "https://mobile.twitter.com/ada/statuses/1642889622681432064", "1642889622681432064")]
    [InlineData("3", "x.com/ada/status/1642889622681432064", "1642889622681432064")]
    [InlineData("3", "https://x.com/i/web/status/1642889622681432064", "1642889622681432064")]
    [InlineData("3", "https://x.com/ada/status/16428896226814320641", "3")]
    [InlineData("3", "https://x.com/ada/status/16428896226e", "3")]
    [InlineData("1642889622681432065", "https://evil.example/status/8", "1642889622681432065")]
    [InlineData("1642889622681432065", "https://evil.example/x.com/ada/status/8", "1642889622681432065")]
    [InlineData("", "https://notx.com/ada/status/8", null)]
    public async Task Address_of_the_post_gives_the_id_where_it_holds_one(string id, string url, string? expected)
    {
        var post = Assert.Single((await Imports.Text($"id,url,text,created_at,handle\n{id},{url},hi,2025-10-22T08:00Z,ada")).Posts());
        if (expected is null)
            Assert.False(post.Linkable);
        else
            Assert.Equal((expected, true), (post.Key.NativeId, post.Linkable));
    }

    [Theory]
    [InlineData("1642889622681432000", "an id that a spreadsheet seems to have rounded")]
    [InlineData("1.64E+18", "no id of the network")]
    public async Task Lost_id_is_told_why(string id, string reason) =>
        Assert.Equal(reason, Assert.Single((await Imports.Text($"id,text,created_at,handle\n{id},hi,2025-10-22T08:00Z,ada")).Warnings()).Reason);

    [Fact]
    public async Task Derived_id_is_stable_and_differs_by_author_time_and_text()
    {
        var ids = (await Imports.Text("""
            text,created_at,handle
            hi,2025-10-22T08:00Z,ada
            hi,2025-10-22T08:00Z,ada
            hi,2025-10-22T08:00Z,bob
            hi,2025-10-23,ada
            ho,2025-10-22T08:00Z,ada
            """)).Posts().Select(post => post.Key.NativeId).ToList();
        Assert.Equal(ids[0], ids[1]);
        Assert.Equal(4, ids.Distinct().Count());
    }

    [Fact]
    public async Task Row_without_id_address_and_author_is_bad() =>
        Assert.Equal("id", Assert.IsType<ImportItem.BadRow>(Assert.Single(await Imports.Text("text,created_at\nhi,2025-10-22T08:00Z"))).Problem.Field);

    [Fact]
    public async Task Missing_text_is_a_bad_row_and_an_empty_one_is_left_to_the_gate()
    {
        var items = await Imports.Text("""
            {"id":"1","text":"","created_at":"2025-10-22"}
            {"id":"2","text":null,"created_at":"2025-10-22"}
            {"id":"3","created_at":"2025-10-22"}
            """);
        Assert.Equal((1, 0, 2, 0, 0, 0), items.Counts());
    }

    [Fact]
    public async Task Bad_row_names_file_line_field_and_what_was_found_and_the_rest_is_read()
    {
        var items = await Imports.Text("""
            {"id":"1","text":"a","created_at":"2025-10-22"}
            {"id":"2","text":"b","created_at":"soon"}
            {"id":"3","text":"c"
            {"id":"4","text":"d","created_at":"2025-10-22"}
            """);
        Assert.Equal((2, 0, 2, 0, 0, 0), items.Counts());
        var bad = items.OfType<ImportItem.BadRow>().ToList();
        Assert.Equal("posts:2", bad[0].Place.ToString());
        Assert.Equal(("created_at", "\"soon\""), (bad[0].Problem.Field, bad[0].Problem.Found));
        Assert.Equal(3, bad[1].Place.Line);
    }

    [Fact]
    public async Task Array_that_breaks_off_gives_its_rows_and_then_says_where_it_broke()
    {
        var items = await Imports.Text("""
            [
            {"id":"1","text":"a","created_at":"2025-10-22"},
            {"id":"2","text":"b","created_at":"2025-10-22"},
            {"id":"3","te
            """);
        Assert.Equal((2, 0, 0, 0, 0, 1), items.Counts());
        Assert.Equal([(2L, 1L), (3L, 2L), (4L, 3L)], items.Select(item => (item.Place.Line, item.Place.Element!.Value)));
    }

    [Theory]
    [InlineData(1, 7)]
    [InlineData(3, 1)]
    public async Task Stream_that_trickles_gives_the_same_rows(int chunk, int indent)
    {
        var rows = Enumerable.Range(1, 40).Select(i => $$"""{"id":"{{i}}","text":"ü{{new string('x', i * indent)}}","created_at":"2025-10-22"}""").ToList();
        foreach (var content in new[] { $"[{string.Join(",\n", rows)}]", string.Join("\n", rows) })
        {
            var items = await Imports.Stream(new TricklingStream(Encoding.UTF8.GetBytes(content), chunk), ImportFormat.Auto);
            Assert.Equal(Enumerable.Range(1, 40).Select(i => $"{i}"), items.Posts().Select(post => post.Key.NativeId));
            Assert.Equal(Enumerable.Range(1, 40).Select(i => (long)i), items.Select(item => item.Place.Line));
        }
    }

    [Fact]
    public async Task Text_of_a_megabyte_is_kept_whole_in_lines_arrays_and_tables()
    {
        var text = new string('x', 1 << 20);
        var row = $$"""{"id":"1","text":"{{text}}","created_at":"2025-10-22"}""";
        foreach (var content in new[] { row, $"[{row},{row}]", $"id,text,created_at\n1,{text},2025-10-22T08:00Z" })
            Assert.All((await Imports.Text(content)).Posts(), post => Assert.Equal(1 << 20, post.Text.Length));
    }

    [Fact]
    public async Task Invalid_utf8_and_broken_property_names_stop_nothing()
    {
        byte[] bytes =
        [
            .. """{"id":"1","text":"a"""u8, 0xFF, .. """b","created_at":"2025-10-22"}"""u8, (byte)'\n',
            .. """{"id":"2","te\ud83dxt":"x","text":"b","created_at":"2025-10-22"}"""u8,
        ];
        var items = await Imports.Bytes(bytes);
        Assert.Equal("a\uFFFDb", items.Posts()[0].Text);
        Assert.Equal(2, items.Count(item => item is not ImportItem.Note));
    }

    [Theory]
    [InlineData("id,text,created_at\n1,a\0b,2025-10-22T08:00Z\n")]
    [InlineData("id;text;created_at\n1;\"a\0b\";2025-10-22T08:00Z\n")]
    [InlineData("""{"id":"1","text":"a\u0000b","created_at":"2025-10-22"}""")]
    [InlineData("""{"id":"1","text":"a\uFFFEb","created_at":"2025-10-22"}""")]
    [InlineData("id,text,created_at\n1,a\uFFFEb,2025-10-22T08:00Z\n")]
    public async Task Character_that_cannot_be_kept_is_replaced_and_the_text_kept(string content)
    {
        var item = Assert.Single(await Imports.Text(content));

        Assert.Equal("a\uFFFDb", Assert.IsType<ImportItem.Found>(item).Post.Text);
    }

    [Fact]
    public async Task Nul_bytes_here_and_there_do_not_make_a_table_binary()
    {
        var rows = Enumerable.Range(1, 20).Select(i => $"{i},{(i % 3 == 0 ? "\0" : "")}What do you take for notes these days?,2025-10-22T08:00Z\n");

        Assert.Equal((20, 0, 0, 0, 0, 0), (await Imports.Text("id,text,created_at\n" + string.Concat(rows))).Counts());
    }

    [Fact]
    public async Task Nul_that_is_not_escaped_breaks_its_line_of_json_only()
    {
        var rows = Enumerable.Range(1, 3).Select(i => $$"""{"id":"{{i}}","text":"a{{(i == 1 ? "\0" : "")}}b","created_at":"2025-10-22"}""");

        Assert.Equal((2, 0, 1, 0, 0, 0), (await Imports.Text(string.Join('\n', rows))).Counts());
    }

    [Theory]
    [InlineData("Which one, caf\u00e9 or bar?", true)]
    [InlineData("Which one, bar?", false)]
    public async Task Table_that_is_not_UTF_8_is_named_once(string text, bool isNamed)
    {
        var rows = string.Concat(Enumerable.Range(1, 3).Select(i => $"{i},\"{text}\",2025-10-22T08:00Z\n"));

        var items = await Imports.Bytes(Encoding.Latin1.GetBytes("id,text,created_at\n" + rows));

        Assert.Equal((3, 0, 0, 0, isNamed ? 1 : 0, 0), items.Counts());
        Assert.Equal(isNamed ? ["posts:2"] : [], items.OfType<ImportItem.Note>().Select(note => note.Place.ToString()));
        Assert.Equal(3, (await Imports.Text("id,text,created_at\n" + rows.Replace("one", "\uFFFD", StringComparison.Ordinal))).Count);
    }

    [Theory]
    [InlineData("", "\n", "", "posts:2")]
    [InlineData("[", ",\n", "]", "posts:2 (element 2)")]
    public async Task Json_that_is_not_UTF_8_is_named_once_where_it_begins(string begin, string between, string end, string place)
    {
        var rows = Enumerable.Range(1, 4).Select(i => $$"""{"id":"{{i}}","text":"{{(i == 1 ? "Which bar?" : "Which caf\u00e9?")}}","created_at":"2025-10-22"}""");
        var content = begin + string.Join(between, rows) + end;

        var items = await Imports.Bytes(Encoding.Latin1.GetBytes(content));

        Assert.Equal((4, 0, 0, 0, 1, 0), items.Counts());
        Assert.Equal(place, Assert.Single(items.OfType<ImportItem.Note>()).Place.ToString());
        Assert.Equal((4, 0, 0, 0, 0, 0), (await Imports.Text(content)).Counts());
        Assert.Equal((4, 0, 0, 0, 0, 0), (await Imports.Text(content.Replace('\u00e9', '\uFFFD'))).Counts());
    }

    [Theory]
    [InlineData("[A,\nB,\n]", 2)]
    [InlineData("{\"statuses\":[\nV,\n],\n}", 1)]
    public async Task Comma_after_the_last_row_breaks_nothing(string shape, int posts)
    {
        var content = shape
            .Replace("A", """{"id":"1","text":"a","created_at":"2025-10-22"}""", StringComparison.Ordinal)
            .Replace("B", """{"id":"2","text":"b","created_at":"2025-10-22"}""", StringComparison.Ordinal)
            .Replace("V", """{"id_str":"3","text":"c","created_at":"2025-10-22","user":{"screen_name":"ada"}}""", StringComparison.Ordinal);
        Assert.Equal((posts, 0, 0, 0, 0, 0), (await Imports.Text(content)).Counts());
    }

    [Theory]
    [InlineData("1,\"open,2025-10-22T08:00Z\n2,b,2025-10-22T08:00Z\n3,c,2025-10-22T08:00Z", 0, 2)]
    [InlineData("1,a,2025-10-22T08:00Z\n2,b,2025-10-22T08:00Z,\"open\n3,c,2025-10-22T08:00Z\n", 1, 3)]
    [InlineData("1,a,2025-10-22T08:00Z\n2,\"open", 1, 3)]
    public async Task Quotation_mark_that_is_never_closed_is_named_where_it_opens(string rows, int posts, int line)
    {
        var items = await Imports.Text("id,text,created_at,lang\n" + rows);

        Assert.Equal((posts, 0, 0, 0, 0, 1), items.Counts());
        Assert.Equal($"posts:{line}", items[^1].Place.ToString());
        Assert.Contains("quotation mark", ((ImportItem.Unreadable)items[^1]).Reason, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("1,a,2025-10-22T08:00Z\n2,\"b\nover \"\"lines\"\"\",2025-10-22T08:00Z\n", 2)]
    [InlineData("1,a,2025-10-22T08:00Z\n2,5\" screens,2025-10-22T08:00Z,en", 2)]
    [InlineData("1,a,2025-10-22T08:00Z\n2,5\" screens,2025-10-22T08:00Z", 2)]
    [InlineData(",,,\n1,a,2025-10-22T08:00Z,en\n\n , ,\t,\n,,,\n", 1)]
    public async Task Quoted_lines_stray_marks_and_rows_of_empty_cells_take_nothing_with_them(string rows, int posts) =>
        Assert.Equal((posts, 0, 0, 0, 0, 0), (await Imports.Text("id,text,created_at,lang\n" + rows)).Counts());

    [Theory]
    [InlineData("id,text,when", "a table without a column for the time")]
    [InlineData("id,message,created_at", "a table without a column for the text")]
    [InlineData("id,message,when", "neither JSON nor a table")]
    [InlineData("sep=;\nid;message;created_at", "a table without a column for the text")]
    public async Task Table_that_lacks_a_column_is_told_which(string header, string said) =>
        Assert.StartsWith(said, Assert.IsType<ImportItem.Unreadable>(Assert.Single(await Imports.Text(header + "\n1,a,2025-10-22T08:00Z"))).Reason, StringComparison.Ordinal);

    [Fact]
    public async Task Raw_row_is_kept_as_json()
    {
        const string row = """{"id":"1","text":"a","created_at":"2025-10-22","mood":"good"}""";
        Assert.Equal(row, Encoding.UTF8.GetString((await Imports.Text(row)).Posts()[0].Raw.Span));
        var fromTable = (await Imports.Text("id,text,created_at,mood\n1,a,2025-10-22T08:00Z,NA")).Posts()[0].Raw;
        Assert.Equal(JsonValueKind.Null, JsonElement.Parse(fromTable.Span).GetProperty("mood").ValueKind);
    }

    [Fact]
    public async Task Address_that_is_not_of_the_web_is_dropped() =>
        Assert.Equal("https://x.com/i/status/1", (await Imports.Text("id,url,text,created_at\n1,javascript:alert(1),a,2025-10-22T08:00Z")).Posts()[0].Url);

    [Fact]
    public async Task Table_row_with_too_many_cells_is_bad_and_a_short_one_lacks_its_last_columns()
    {
        var items = await Imports.Text("id,text,created_at,likes\n1,a,b,2025-10-22T08:00Z,4\n2,a,2025-10-22T08:00Z\n");
        Assert.Equal((1, 0, 1, 0, 0, 0), items.Counts());
        Assert.Equal([2L, 3L], items.Select(item => item.Place.Line));
    }

    [Theory]
    [InlineData("1,234", 1234L)]
    [InlineData("1.2K", 1200L)]
    [InlineData("12.0", 12L)]
    [InlineData("1.5e3", 1500L)]
    [InlineData(" 7 ", 7L)]
    [InlineData("1,5", null)]
    [InlineData("12.5", null)]
    [InlineData("-1", null)]
    [InlineData("9223372036854775808", null)]
    [InlineData("1e99", null)]
    [InlineData("many", null)]
    public async Task Count_is_a_whole_number_or_left_out(string written, long? expected)
    {
        var items = await Imports.Text($$"""{"id":"1","text":"a","created_at":"2025-10-22","likes":"{{written}}"}""");
        Assert.Equal(expected, items.Posts()[0].Metrics.Likes);
        Assert.Equal(expected is null ? 1 : 0, items.Warnings().Count);
    }

    [Theory]
    [InlineData("2025-10-22 18:57:11+00", "2025-10-22T18:57:11Z")]
    [InlineData("2025-10-22T18:57:11.123+0530", "2025-10-22T13:27:11.123Z")]
    [InlineData("1761159431.5", "2025-10-22T18:57:11.5Z")]
    [InlineData("2025/10/22 18:57", "2025-10-22T18:57:00Z")]
    [InlineData("22.10.2025 18:57:11", "2025-10-22T18:57:11Z")]
    [InlineData("2.1.2025 8:57", "2025-01-02T08:57:00Z")]
    [InlineData("22.10.2025", "2025-10-22T00:00:00Z")]
    [InlineData("22 Oct 2025 18:57", "2025-10-22T18:57:00Z")]
    [InlineData("22-Oct-2025", "2025-10-22T00:00:00Z")]
    [InlineData("Oct 22, 2025, 6:57 PM", "2025-10-22T18:57:00Z")]
    [InlineData("October 22, 2025 at 6:57:11 PM", "2025-10-22T18:57:11Z")]
    [InlineData("6:57 PM · Oct 22, 2025", "2025-10-22T18:57:00Z")]
    [InlineData("10/22/2025", null)]
    [InlineData("10.22.2025", null)]
    [InlineData("22.10.25", null)]
    [InlineData("22/10/2025 18:57", null)]
    [InlineData("10-11-2025", null)]
    [InlineData("45952.79", null)]
    [InlineData("45952.7897106481", null)]
    [InlineData("Oct 22, 6:57 PM", null)]
    [InlineData("May be later", null)]
    [InlineData("20251022", null)]
    [InlineData("2025-13-01", null)]
    [InlineData("9999-12-31T23:59:60Z", null)]
    [InlineData("Wed Oct 42 18:57:11 +0000 2025", null)]
    public async Task Time_is_read_only_when_it_can_be_read_in_one_way(string written, string? expected)
    {
        var item = Assert.Single(await Imports.Text($$"""{"id":"1","text":"a","created_at":"{{written}}"}"""));
        Assert.Equal(expected is null ? null : DateTimeOffset.Parse(expected, null), (item as ImportItem.Found)?.Post.PostedAt);
    }

    // A dot before three digits may be a German thousands mark: a count is read so only where the table shows it.
    [Theory]
    [InlineData(",", "70.000 8.000", null, null)]
    [InlineData(",", "70.000 1.234.567", 70_000L, 1_234_567L)]
    [InlineData(",", "70.000 12.345", 70_000L, 12_345L)]
    [InlineData(",", "70.000 12.0", null, 12L)]
    [InlineData(",", "12.345 12.5", null, null)]
    [InlineData(",", "70.000 1234.000", null, 1234L)]
    [InlineData(";", "70.000 8.000", 70_000L, 8_000L)]
    [InlineData("\t", "70.000 8.000", null, null)]
    [InlineData(";", "70.000 12.0", null, 12L)]
    [InlineData(";", "70.000 0.5", null, null)]
    [InlineData(";", "70.000,00 1.700", 70_000L, 1_700L)]
    [InlineData(";", "70,000 7", 70_000L, 7L)]
    [InlineData(";", "1.2K 3.4M", 1_200L, 3_400_000L)]
    [InlineData(",", "0.000 12.0", 0L, 12L)]
    public async Task Dots_before_three_digits_are_thousands_where_the_table_shows_it_and_else_refused(string delimiter, string written, long? first, long? second)
    {
        var cells = written.Split(' ');
        var rows = string.Join('\n', cells.Select((cell, i) => string.Join(delimiter, $"{i + 1}", "a", "2025-10-22T08:00Z", $"\"{cell}\"")));

        var items = await Imports.Text(string.Join(delimiter, "id", "text", "created_at", "likes") + "\n" + rows);

        Assert.Equal([first, second], items.Posts().Select(post => post.Metrics.Likes));
        Assert.Equal(new[] { first, second }.Count(each => each is null), items.Warnings().Count);
    }

    [Theory]
    [InlineData("\"70.000\"", null)]
    [InlineData("\"1.000.000\"", null)]
    [InlineData("\"1.000,0\"", 1000L)]
    [InlineData("\"1,234.000\"", 1234L)]
    [InlineData("\"+8.000\"", null)]
    [InlineData("\"0012.0\"", 12L)]
    [InlineData("70.000", 70L)]
    [InlineData("12.0", 12L)]
    public async Task Number_of_json_has_decimals_and_a_text_may_have_thousands(string written, long? expected)
    {
        var items = await Imports.Text($$"""{"id":"1","text":"a","created_at":"2025-10-22","likes":{{written}}}""");

        Assert.Equal(expected, items.Posts()[0].Metrics.Likes);
        Assert.Equal(expected is null ? 1 : 0, items.Warnings().Count);
    }

    [Theory]
    [InlineData("Date;Time", "22.10.2025;18:57", "2025-10-22T18:57:00Z")]
    [InlineData("Time;Date", "18:57:11;22.10.2025", "2025-10-22T18:57:11Z")]
    [InlineData("Datum;Uhrzeit", "22.10.2025;18:57 Uhr", "2025-10-22T18:57:00Z")]
    [InlineData("created_at;time", "2025-10-22;6:57 PM", "2025-10-22T18:57:00Z")]
    [InlineData("created_at;time", "2025-10-22 00:00:00;18:57:11.5", "2025-10-22T18:57:11.5Z")]
    [InlineData("date;time", "2025-10-22;18:57+02:00", "2025-10-22T16:57:00Z")]
    [InlineData("date;time", "2025-10-22;18:57:11Z", "2025-10-22T18:57:11Z")]
    [InlineData("date;time", "2025-10-22;2025-10-22 18:57", "2025-10-22T18:57:00Z")]
    [InlineData("created_at;time", "2025-10-22T08:30:00Z;18:57", "2025-10-22T08:30:00Z")]
    [InlineData("text_id;time", "7;2025-10-22 18:57", "2025-10-22T18:57:00Z")]
    public async Task Day_and_time_of_day_in_two_columns_are_one_time(string columns, string cells, string expected)
    {
        var found = Assert.IsType<ImportItem.Found>(Assert.Single(await Imports.Text($"id;text;{columns}\n1;a;{cells}")));

        Assert.Equal(DateTimeOffset.Parse(expected, null), found.Post.PostedAt);
        Assert.Empty(found.Warnings);
    }

    [Fact]
    public async Task Time_of_day_that_cannot_be_read_is_named()
    {
        var items = await Imports.Text("id,text,date,time\n1,a,2025-10-22,evening\n2,a,2025-10-22,18:57\n3,a,2025-10-22,\n");

        Assert.Equal("time", Assert.Single(items.Warnings()).Field);
        Assert.Equal([0, 18, 0], items.Posts().Select(post => post.PostedAt.Hour));
        Assert.Empty(items.OfType<ImportItem.Note>());
    }

    [Theory]
    [InlineData("id,text,date\n1,a,2025-10-22\n2,b,2025-10-23\n", true)]
    [InlineData("id,text,date,time\n1,a,2025-10-22,\n", true)]
    [InlineData("id,text,created_at\n1,a,22.10.2025\n2,b,bad\n", true)]
    [InlineData("id,text,date\n1,a,2025-10-22\n2,b,2025-10-23 08:00\n", false)]
    [InlineData("id,text,date\n1,a,bad\n", false)]
    [InlineData("id,text,date\n", false)]
    public async Task Table_of_days_without_times_of_day_is_told_once_what_that_means(string table, bool isTold)
    {
        var notes = (await Imports.Text(table)).OfType<ImportItem.Note>().ToList();

        Assert.Equal(isTold ? ["posts:2"] : [], notes.Select(note => note.Place.ToString()));
        Assert.All(notes, note => Assert.Contains("00:00 UTC", note.Text, StringComparison.Ordinal));
    }

    private const string Two = "2,b,2025-10-22T08:00Z,2\n";
    private const string Five = "5,e,2025-10-22T08:00Z,5\n";

    // The mark in the first row is closed by one that opens another cell, rows later.
    [Theory]
    [InlineData("1,\"open,2025-10-22T08:00Z,4\n" + Two + "3,\"c, quoted\",2025-10-22T08:00Z,3\n" + Five, "2 3 5")]
    [InlineData("1,\"open,2025-10-22T08:00Z,4\n" + "3,\"c, quoted\",2025-10-22T08:00Z,3\n" + Five, "3 5")]
    [InlineData("1,\"open,2025-10-22T08:00Z,4\n" + Two + "3,\"c\nover lines, quoted\",2025-10-22T08:00Z,3\n" + Five, "2 3 5")]
    [InlineData("1,\"open, with a comma,2025-10-22T08:00Z,4\n" + Two + "3,\"c\",2025-10-22T08:00Z,3\n" + Five, "2 3 5")]
    [InlineData("1,\"open\nover lines,2025-10-22T08:00Z,4\n" + Two + "3,\"c\",2025-10-22T08:00Z,3\n" + Five, "2 3 5")]
    [InlineData("1,\"open,2025-10-22T08:00Z,4\n" + Two + "3,close\",2025-10-22T08:00Z,3\n" + Five, "2 3 5")]
    [InlineData("1,\"open,2025-10-22T08:00Z,4\n" + Two + "3,\"open,2025-10-22T08:00Z,4\n" + Five + "6,\"f\",2025-10-22T08:00Z,3\n", "2 5 6")]
    public async Task Mark_that_swallows_rows_is_named_where_it_opens_and_the_rows_are_read(string rows, string ids)
    {
        var items = await Imports.Text("id,text,created_at,likes\n" + rows);

        var bad = items.OfType<ImportItem.BadRow>().First();
        Assert.Equal("posts:2", bad.Place.ToString());
        Assert.Contains("quotation mark", bad.Problem.Reason, StringComparison.Ordinal);
        Assert.Equal(ids.Split(' '), items.Posts().Select(post => post.Key.NativeId));
        Assert.Equal(rows.Count(c => c == '\n') + 1, items[^1].Place.Line);
    }

    [Theory]
    [InlineData("handle,created_at,text\nada,2025-10-22 08:00,\"Dates:\nBerlin, Hall 1, 22.10.2025\nada, 22.10.2025, Paris\"\nada,2025-10-22 09:00,b\n")]
    [InlineData("text,created_at,handle\n\"Roadmap:\nnow, 2025-10-22, launch\nthen, 2025-10-24\",2025-10-22 08:00,ada\nb,2025-10-22 09:00,ada\n")]
    [InlineData("text,created_at,handle\n\"a\nb\",2025-10-22 08:00,\"ada\"\nb,2025-10-22 09:00,ada\n")]
    [InlineData("name,created_at,text\n\"A\nB\",2025-10-22 08:00,\"a\n\"\"b\"\", c\"\nB,2025-10-22 09:00,b\n")]
    public async Task Text_over_lines_is_no_swallowed_row(string table) =>
        Assert.Equal((2, 0, 0, 0, 0, 0), (await Imports.Text(table)).Counts());

    [Theory]
    [InlineData("[{\"id\":\"1\",\"text\":\"a\",\"created_at\":\"2025-10-22\"}]")]
    [InlineData("{\"id\":\"1\",\"text\":\"a\",\"created_at\":\"2025-10-22\"}\n")]
    [InlineData("[\n{\"text\":\"a\"}]")]
    public async Task Json_read_as_a_table_is_told_to_be_json(string content)
    {
        var item = Assert.IsType<ImportItem.Unreadable>(Assert.Single(await Imports.Text(content, ImportFormat.Csv)));

        Assert.StartsWith("JSON, not a table", item.Reason, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("id,text,created_at\n1,a,2025-10-22T08:00Z", "a table, not JSON")]
    [InlineData("\"id\";\"text\";\"created_at\"\n1;a;2025-10-22T08:00Z", "a table, not JSON")]
    [InlineData("id,text,when\n1,a,2025-10-22T08:00Z", "a table without a column for the time")]
    [InlineData("hello", "neither JSON nor a table")]
    public async Task Table_read_as_json_is_told_to_be_a_table(string content, string said) =>
        Assert.StartsWith(said, Assert.IsType<ImportItem.Unreadable>(Assert.Single(await Imports.Text(content, ImportFormat.Apify))).Reason, StringComparison.Ordinal);

    [Fact]
    public async Task Table_whose_header_stands_in_brackets_is_still_read_as_a_table() =>
        Assert.Single((await Imports.Text("[x],id,text,created_at\n,1,a,2025-10-22T08:00Z", ImportFormat.Csv)).Posts());

    // Two posts are compared by what they print; the raw rows differ between table and lines.
    private static string Comparable(Post post) => JsonSerializer.Serialize(post with { Raw = default });

    private sealed class TricklingStream(byte[] content, int chunk) : MemoryStream(content)
    {
        public override ValueTask<int> ReadAsync(Memory<byte> buffer, CancellationToken cancellationToken = default) =>
            base.ReadAsync(buffer[..Math.Min(chunk, buffer.Length)], cancellationToken);
    }
}
