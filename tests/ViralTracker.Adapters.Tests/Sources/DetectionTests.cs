using System.IO.Compression;
using System.Text;
using ViralTracker.Pipeline.Importing;
using Xunit;

namespace ViralTracker.Adapters.Tests.Sources;

/// <summary>Layouts and formats found out from the content. Each sample holds the same post: id 7, text "hi", 3 likes.</summary>
public sealed class DetectionTests
{
    private const string Apify = """{"id":"7","text":"hi","createdAt":"Wed Oct 22 18:57:11 +0000 2025","likeCount":3,"author":{"userName":"ada"}}""";
    private const string V11 = """{"id":7,"id_str":"7","full_text":"hi","created_at":"Wed Oct 22 18:57:11 +0000 2025","favorite_count":3,"user":{"screen_name":"ada"}}""";
    private const string V2Row = """{"id":"7","text":"hi","created_at":"2025-10-22T18:57:11.000Z","author_id":"1","public_metrics":{"like_count":3}}""";
    private const string V2Page = """{"data":[""" + V2Row + """],"includes":{"users":[{"id":"1","username":"ada"}]}}""";
    private const string V2Flat = """{"id":"7","text":"hi","created_at":"2025-10-22T18:57:11.000Z","author":{"username":"ada"},"public_metrics":{"like_count":3}}""";
    private const string Flat = """{"id":"7","text":"hi","created_at":"2025-10-22T18:57:11Z","likes":3,"author_handle":"ada"}""";
    private const string Empty = """{"noResults":true}""";

    public static TheoryData<string, string> Samples => new()
    {
        { "Apify array", $"[{Apify}]" },
        { "Apify lines", $"{Apify}\n" },
        { "Apify array that begins with nothing found", $"[{Empty},{Apify}]" },
        { "Apify lines that begin with nothing found", $"{Empty}\n{Apify}" },
        { "v1.1 answer", $$"""{"statuses":[{{V11}}],"search_metadata":{"count":1} }""" },
        { "v1.1 answer, metadata first", $$"""{"search_metadata":{"count":1},"statuses":[{{V11}}]}""" },
        { "v1.1 answer over lines", $$"""
            {
              "search_metadata": {},
              "statuses": [
                {{V11}}
              ]
            }
            """ },
        { "v1.1 array", $"[{V11}]" },
        { "v1.1 lines", V11 },
        { "v2 answer", V2Page },
        { "v2 answer over lines", V2Page.Replace(",", ",\n", StringComparison.Ordinal) },
        { "v2 pages in an array", $"[{V2Page}]" },
        { "v2 pages in lines, the first one empty", $$"""
            {"meta":{"result_count":0} }
            {{V2Page}}
            """ },
        { "v2 flattened lines", V2Flat },
        { "flat lines", Flat },
        { "flat lines with a byte order mark, CRLF and empty lines", $"\uFEFF\r\n\r\n{Flat}\r\n\r\n" },
        { "flat lines of which the first is cut off", $"{Flat[..50]}\n{Flat}" },
        { "flat array", $"[\n{Flat}\n]" },
        { "flat rows under a name", $$"""{"posts":[{{Flat}}]}""" },
        { "flat rows under a name after others, over lines", $$"""
            {
              "exported": "2025-10-23", "by": { "tool": "some" },
              "posts": [
                {{Flat.Replace(",", ",\n", StringComparison.Ordinal)}}
              ]
            }
            """ },
        { "flat rows under the name that v1.1 uses", $$"""{"statuses":[{{Flat}}]}""" },
        { "flat rows in pages in an array", $$"""[{"posts":[{{Flat}}]},{"posts":[]}]""" },
        { "flat rows in pages in lines", $$"""
            {"posts":[{{Flat}}]}
            {"posts":[]}
            """ },
        { "Apify rows under a name", $$"""{"posts":[{{Apify}}]}""" },
        { "flat rows under the name that v2 uses", $$"""{"data":[{{Flat}}]}""" },
        { "flat rows under the name that v2 uses, beside others of its names, over lines", $$"""
            {
              "meta": {"page": 1},
              "data": [
                {{Flat}}
              ],
              "errors": []
            }
            """ },
        { "flat rows under the name that v2 uses, in pages in an array", $$"""[{"data":[{{Flat}}]},{"data":[]}]""" },
        { "flat rows under the name that v2 uses, in pages in lines", $$"""
            {"data":[{{Flat}}]}
            {"data":[]}
            """ },
        { "a flat row longer than what is looked at first, under the name that v2 uses", $$"""{"data":[{"id":"7","text":"hi","created_at":"2025-10-22T18:57:11Z","note":"{{new string('x', 70_000)}}","likes":3,"author_handle":"ada"}]}""" },
        { "Apify rows under the name that v2 uses", $$"""{"data":[{{Apify}}]}""" },
        { "v1.1 rows under the name that v2 uses", $$"""{"data":[{{V11}}]}""" },
        { "v2 answer over lines whose first row is longer than what is looked at first", $$"""
            {"data":[
            {"id":"7","text":"hi","created_at":"2025-10-22T18:57:11.000Z","note":"{{new string('x', 70_000)}}","author_id":"1","public_metrics":{"like_count":3} }],"includes":{"users":[{"id":"1","username":"ada"}]} }
            """ },
        { "one flat object over lines", Flat.Replace(",", ",\n", StringComparison.Ordinal) },
        { "table", "id,text,created_at,likes,author_handle\n7,hi,2025-10-22T18:57:11Z,3,ada\n" },
        { "table with a byte order mark and CRLF", "\uFEFFid,text,created_at,likes,author_handle\r\n7,hi,2025-10-22T18:57:11Z,3,ada\r\n" },
        { "table with semicolons and other names", "Tweet Id;Tweet-Text;Date;Like Count;Screen Name\n7;hi;2025-10-22 18:57:11;3;@ada" },
        { "table with tabs and quotes", "\"status_id\"\t\"full_text\"\t\"created_at\"\t\"favorite_count\"\t\"screen_name\"\n7\t\"hi\"\t2025-10-22 18:57:11 UTC\t3\tada" },
        { "table with bars", "id|text|created_at|likes|author_handle\n7|hi|2025-10-22T18:57:11Z|3|ada\n" },
        { "table with semicolons below empty lines", "\r\n\r\nid;text;created_at;likes;author_handle\r\n7;hi;2025-10-22T18:57:11Z;3;ada\r\n" },
        { "table that begins with its separator", "sep=;\r\nid;text;created_at;likes;author_handle\r\n7;hi;2025-10-22T18:57:11Z;3;ada\r\n" },
        { "table that begins with its separator, a comma", "sep=,\nid,text,created_at,likes,author_handle\n7,hi,2025-10-22T18:57:11Z,3,ada\n" },
        { "table that begins with its separator, a tab", "\uFEFFSEP=\t\r\nid\ttext\tcreated_at\tlikes\tauthor_handle\r\n7\thi\t2025-10-22T18:57:11Z\t3\tada\r\n" },
        { "table that begins with its separator in quotes", "\"sep=;\"\nid;text;created_at;likes;author_handle\n7;hi;2025-10-22T18:57:11Z;3;ada\n" },
        { "table where text is the client's name", "url,content,text,datetime,like_count,username\nhttps://twitter.com/ada/status/7,hi,Web App,2025-10-22T18:57:11Z,3,ada" },
    };

    [Theory]
    [MemberData(nameof(Samples))]
    public async Task Content_tells_the_format_and_the_post_is_the_same(string sample, string content)
    {
        var items = await Imports.Text(content);
        var post = Assert.Single(items.Posts());
        Assert.Equal(
            (sample, "x:7", "hi", "ada", 3L, new DateTimeOffset(2025, 10, 22, 18, 57, 11, TimeSpan.Zero)),
            (sample, post.Key.ToString(), post.Text, post.Author.Handle, post.Metrics.Likes, post.PostedAt));
        Assert.True(post.Linkable);
        Assert.DoesNotContain(items, item => item is ImportItem.Unreadable);
    }

    /// <summary>Of X's own, only what was asked for: the names that flat rows have, too.</summary>
    [Theory]
    [InlineData("""{"data":[ROW],"includes":USERS}""")]
    [InlineData("{\"includes\":USERS,\n\"data\":[\nROW\n],\"meta\":{\"result_count\":1}}")]
    [InlineData("{\"data\":[]}\n{\"data\":[ROW],\"includes\":USERS}")]
    [InlineData("""[{"data":[ROW],"includes":USERS}]""")]
    public async Task Bare_v2_rows_keep_the_authors_that_stand_beside_them(string shape)
    {
        const string row = """{"edit_history_tweet_ids":["7"],"id":"7","text":"hi","created_at":"2025-10-22T18:57:11.000Z","author_id":"1","lang":"en","source":"Web","conversation_id":"7","reply_settings":"everyone","possibly_sensitive":false}""";
        var content = shape.Replace("ROW", row, StringComparison.Ordinal).Replace("USERS", """{"users":[{"id":"1","username":"ada"}]}""", StringComparison.Ordinal);

        Assert.Equal(("x:7", "ada"), Assert.Single((await Imports.Text(content)).Posts()) is var post ? (post.Key.ToString(), post.Author.Handle) : default);
    }

    [Theory]
    [InlineData(ImportFormat.XV2, null)]
    [InlineData(ImportFormat.Jsonl, "ada")]
    public async Task A_format_that_is_asked_for_reads_the_rows_under_data_its_way(ImportFormat format, string? handle) =>
        Assert.Equal(handle, Assert.Single((await Imports.Text($$"""{"data":[{{Flat}}]}""", format)).Posts()).Author.Handle);

    [Theory]
    [InlineData("""{"cursor":"1","posts":[POST]}""")]
    [InlineData("""{"feed":[{"post":POST}]}""")]
    [InlineData("""{"posts":[POST],"cursor":"1"}""")]
    [InlineData("{\"posts\":[\nPOST\n]}")]
    [InlineData("""[{"posts":[]},{"feed":[{"post":POST}]}]""")]
    [InlineData("""[POST]""")]
    [InlineData("""POST""")]
    public async Task Bluesky_shapes_are_known(string shape)
    {
        const string view = """{"uri":"at://did:plc:abc/app.bsky.feed.post/3k","author":{"handle":"ada.example.org"},"record":{"text":"a &amp; b","createdAt":"2025-10-22T18:57:11Z"},"likeCount":3}""";
        var post = Assert.Single((await Imports.Text(shape.Replace("POST", view, StringComparison.Ordinal))).Posts());
        Assert.Equal("bluesky:at://did:plc:abc/app.bsky.feed.post/3k", post.Key.ToString());
        Assert.Equal(("a &amp; b", "ada.example.org", "https://bsky.app/profile/ada.example.org/post/3k"), (post.Text, post.Author.Handle, post.Url));
    }

    [Theory]
    [InlineData("")]
    [InlineData("\uFEFF \r\n\n")]
    [InlineData("[]")]
    [InlineData("""[{"noResults":true}]""")]
    [InlineData("""{"meta":{"result_count":0}}""")]
    public async Task Empty_content_is_nothing_and_no_error(string content) =>
        Assert.IsType<ImportItem.Nothing>(Assert.Single(await Imports.Text(content)));

    [Theory]
    [InlineData("Dear diary,\ntoday I read posts.", "Dear diary")]
    [InlineData("a,b\n1,2", "a,b")]
    [InlineData("""[{"colour":"red","size":4}]""", "colour, size")]
    [InlineData("""{"colour":"red"}""", "colour")]
    [InlineData("[1,2,3]", "values without names")]
    [InlineData("""{"id":"1","content":"<p>hi</p>","created_at":"2025-10-22","account":{"acct":"ada"}}""", "account")]
    public async Task Unknown_content_gives_one_error_that_says_what_was_seen_and_lists_the_formats(string content, string seen)
    {
        var reason = Assert.IsType<ImportItem.Unreadable>(Assert.Single(await Imports.Text(content))).Reason;
        Assert.Contains(seen, reason, StringComparison.Ordinal);
        foreach (var (format, name, _) in ImportFormats.All)
            if (format != ImportFormat.Auto)
                Assert.Contains(name, reason, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Utf16_and_binary_are_refused_clearly()
    {
        foreach (var bytes in new[] { Encoding.Unicode.GetBytes(Flat), [.. Encoding.BigEndianUnicode.Preamble, .. Encoding.BigEndianUnicode.GetBytes(Flat)] })
            Assert.Contains("UTF-16", Assert.IsType<ImportItem.Unreadable>(Assert.Single(await Imports.Bytes(bytes))).Reason, StringComparison.Ordinal);
    }

    /// <summary>The first bytes of such files, with what fills them up to what is looked at.</summary>
    public static TheoryData<string, byte[]> Binaries => new()
    {
        { "a workbook, which is a zip", [.. "PK"u8, 3, 4, 20, 0, 6, 0, 8, 0, .. Noise(600)] },
        { "a workbook in the old form", [0xD0, 0xCF, 0x11, 0xE0, 0xA1, 0xB1, 0x1A, 0xE1, .. new byte[600]] },
        { "a database of SQLite", [.. "SQLite format 3\0"u8, 0x10, 0, 1, 1, 0, 0x40, 0x20, 0x20, .. new byte[600]] },
        { "an image", [0x89, .. "PNG\r\n"u8, 0x1A, 0x0A, 0, 0, 0, 13, .. "IHDR"u8, 0, 0, 2, 0, .. Noise(600)] },
        { "packed without a gzip's beginning", Noise(600) },
        { "UTF-16 without ASCII, with its mark", [.. Encoding.Unicode.Preamble, .. Encoding.Unicode.GetBytes(new string('\u3042', 400))] },
        { "UTF-16 after many letters without ASCII", [.. Encoding.BigEndianUnicode.Preamble, .. Encoding.BigEndianUnicode.GetBytes(new string('\u3042', 400) + "\n")] },
    };

    [Theory]
    [MemberData(nameof(Binaries))]
    public async Task Binary_content_is_told_as_what_it_is(string kind, byte[] content) =>
        Assert.Equal((kind, "binary"), (kind, Assert.IsType<ImportItem.Unreadable>(Assert.Single(await Imports.Bytes(content))).Reason.Split(',')[0]));

    private static byte[] Noise(int length)
    {
        var bytes = new byte[length];
        new Random(1).NextBytes(bytes);
        return bytes;
    }

    [Fact]
    public async Task Gzipped_content_is_read_as_it_is()
    {
        using var packed = new MemoryStream();
        await using (var gzip = new GZipStream(packed, CompressionLevel.Fastest, leaveOpen: true))
            await gzip.WriteAsync(Encoding.UTF8.GetBytes(Flat), TestContext.Current.CancellationToken);
        Assert.Single((await Imports.Bytes(packed.ToArray())).Posts());
    }

    [Fact]
    public async Task Gzip_that_is_cut_off_or_damaged_gives_what_was_read_and_one_error()
    {
        using var packed = new MemoryStream();
        await using (var gzip = new GZipStream(packed, CompressionLevel.Fastest, leaveOpen: true))
            for (var i = 0; i < 20_000; i++)
                await gzip.WriteAsync(Encoding.UTF8.GetBytes(Flat.Replace("\"7\"", $"\"{i}\"", StringComparison.Ordinal) + "\n"), TestContext.Current.CancellationToken);
        var whole = packed.ToArray();

        foreach (var length in new[] { 15, 60, whole.Length / 2, whole.Length - 9 })
            Assert.Single(await Imports.Bytes(whole[..length]), item => item is ImportItem.Unreadable);
        Assert.NotEmpty((await Imports.Bytes(whole[..(whole.Length / 2)])).Posts());
        whole[whole.Length / 2] ^= 0x40;
        Assert.IsType<ImportItem.Unreadable>((await Imports.Bytes(whole))[^1]);
    }

    [Fact]
    public void Every_format_has_a_name_that_finds_it()
    {
        Assert.Equal(Enum.GetValues<ImportFormat>(), ImportFormats.All.Select(each => each.Format));
        Assert.All(ImportFormats.All, each => Assert.Equal(each.Format, ImportFormats.Find(each.Name.ToUpperInvariant())));
        Assert.Null(ImportFormats.Find("xml"));
    }
}
