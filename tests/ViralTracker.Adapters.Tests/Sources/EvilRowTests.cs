using System.Text.Json;
using ViralTracker.Core.Posts;
using ViralTracker.Pipeline.Importing;
using ViralTracker.Testing;
using Xunit;

namespace ViralTracker.Adapters.Tests.Sources;

/// <summary>The 181 hand-written hard cases, by their line.</summary>
public sealed class EvilRowTests
{
    [Fact]
    public async Task All_rows_are_accounted_for_and_none_stops_the_file()
    {
        var items = await Read();
        Assert.Equal((176, 2, 3, 0, 0, 0), items.Counts());
        Assert.Equal(Enumerable.Range(1, 181).Select(line => (long)line), items.Select(item => item.Place.Line));
    }

    [Fact]
    public async Task Rows_of_harmless_kinds_are_all_kept_with_their_text()
    {
        var harmless = new[] { "markup", "prompt_injection", "openness", "csv_formula", "lang", "handle", "metrics", "lone_surrogate" };
        var texts = Rows().Select(row => (Kind: row.GetProperty("kind").GetString(), Text: row.GetProperty("text").GetRawText())).ToList();
        var items = await Read();
        for (var i = 0; i < texts.Count; i++)
            if (harmless.Contains(texts[i].Kind))
                Assert.True(items[i] is ImportItem.Found { Post.Text.Length: > 0 }, $"line {i + 1}");
    }

    [Fact]
    public async Task Text_is_kept_character_for_character_but_for_lone_surrogates_nul_and_encoded_markup()
    {
        var items = await Read();
        Assert.Equal("bad \uFFFD half of a pair", Post(items, 39).Text);
        Assert.Equal("a\uFFFDb NUL inside", Post(items, 15).Text);
        Assert.Equal("<b> &amp; &quot;quoted&quot;", Post(items, 78).Text);
        var untouched = Rows().Select((row, i) => (Line: i + 1, Row: row)).Where(each => each.Line is not (15 or 39 or 78));
        foreach (var (line, row) in untouched)
            if (items[line - 1] is ImportItem.Found found)
                Assert.Equal(row.GetProperty("text").GetString(), found.Post.Text);
    }

    [Fact]
    public async Task Counts_that_are_none_are_left_out_with_a_warning()
    {
        var items = await Read();
        Assert.Null(Post(items, 125).Metrics.Likes);
        Assert.Equal("likes", Assert.Single(Found(items, 125).Warnings).Field);
        Assert.Null(Post(items, 131).Metrics.Likes);
        Assert.Equal(new PostMetrics { Quotes = 0, Views = 100 }, Post(items, 126).Metrics);
        Assert.Empty(Found(items, 126).Warnings);
        Assert.Equal((1234L, 1200L, 3_400_000L), (Post(items, 128).Metrics.Likes, Post(items, 128).Metrics.Retweets, Post(items, 128).Author.Followers));
        Assert.Equal((12L, 1_000_000L), (Post(items, 129).Metrics.Likes, Post(items, 129).Author.Followers));
        Assert.Equal((9007199254740993L, 1099511627776L), (Post(items, 130).Metrics.Likes, Post(items, 130).Author.Followers));
    }

    [Theory]
    [InlineData(132, "2099-01-01T00:00:00Z")]
    [InlineData(133, "0001-01-01T00:00:00Z")]
    [InlineData(134, "1970-01-01T00:00:00Z")]
    [InlineData(135, "2025-06-01T12:00:00Z")]
    [InlineData(136, "2025-06-01T12:00:00Z")]
    [InlineData(137, "2025-06-01T12:00:00Z")]
    [InlineData(138, "2025-06-01T12:00:00Z")]
    [InlineData(139, "2025-06-01T12:00:00Z")]
    [InlineData(140, "2025-06-01T00:00:00Z")]
    [InlineData(141, null)]
    [InlineData(142, null)]
    [InlineData(143, null)]
    [InlineData(144, "2025-06-01T12:00:00.1234568Z")]
    [InlineData(145, "2024-03-01T00:00:00Z")]
    public async Task Time_is_read_or_the_row_is_bad(int line, string? expected)
    {
        var items = await Read();
        if (expected is null)
            Assert.Equal("created_at", Assert.IsType<ImportItem.BadRow>(items[line - 1]).Problem.Field);
        else
            Assert.Equal(DateTimeOffset.Parse(expected, null), Post(items, line).PostedAt);
    }

    [Theory]
    [InlineData(1, "evil0001", false)]
    [InlineData(146, null, false)]
    [InlineData(147, null, false)]
    [InlineData(148, "1642889622681432064", true)]
    [InlineData(149, null, false)]
    [InlineData(150, null, false)]
    [InlineData(151, null, false)]
    [InlineData(152, "12", true)]
    [InlineData(153, null, false)]
    [InlineData(154, null, false)]
    [InlineData(155, null, false)]
    public async Task Id_is_the_networks_or_a_label_or_derived(int line, string? id, bool linkable)
    {
        var post = Post(await Read(), line);
        Assert.Equal(linkable, post.Linkable);
        if (id is null)
            Assert.Matches("^derived-[0-9a-f]{16}$", post.Key.NativeId);
        else
            Assert.Equal(new PostKey("x", id), post.Key);
    }

    [Theory]
    [InlineData(161, "Handle")]
    [InlineData(162, "HANDLE")]
    [InlineData(163, "handle")]
    [InlineData(164, null)]
    [InlineData(165, "x")]
    [InlineData(166, null, true)]
    [InlineData(167, null, true)]
    [InlineData(168, null, true)]
    [InlineData(169, null, true)]
    [InlineData(170, "handle")]
    [InlineData(171, null)]
    public async Task Handle_is_cleaned_or_left_out_with_a_warning_when_malformed(int line, string? handle, bool warned = false)
    {
        var found = Found(await Read(), line);
        Assert.Equal(handle, found.Post.Author.Handle);
        Assert.Equal(warned ? ["author_handle"] : [], found.Warnings.Select(warning => warning.Field));
    }

    [Fact]
    public async Task Language_is_kept_as_delivered()
    {
        var items = await Read();
        string?[] expected = ["EN", "en-US", "en-gb", "und", null, null, "qme", "zxx", "in", "iw"];
        Assert.Equal(expected, Enumerable.Range(172, 10).Select(line => Post(items, line).Language));
    }

    [Fact]
    public async Task Reposts_by_hand_are_skipped()
    {
        var items = await Read();
        Assert.IsType<ImportItem.Repost>(items[30]);
        Assert.IsType<ImportItem.Repost>(items[158]);
    }

    private static Task<List<ImportItem>> Read() => Imports.Shared("data/evil.jsonl");

    private static List<JsonElement> Rows() =>
        [.. File.ReadLines(SharedData.Require("data/evil.jsonl")).Select(line => JsonElement.Parse(line))];

    private static ImportItem.Found Found(List<ImportItem> items, int line) => Assert.IsType<ImportItem.Found>(items[line - 1]);

    private static Post Post(List<ImportItem> items, int line) => Found(items, line).Post;
}
