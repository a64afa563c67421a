using ViralTracker.Core.Posts;
using ViralTracker.Pipeline.Export;
using ViralTracker.Pipeline.Ports;
using Xunit;

namespace ViralTracker.Adapters.Tests.Export;

public sealed class ExportSheetTests
{
    [Fact]
    public void Balanced_order_is_score_times_root_of_views()
    {
        var sheet = Sheets.Of(ExportOrder.Balanced, Sheets.Opportunity("1", 0.9, 100), Sheets.Opportunity("2", 0.6, 400), Sheets.Opportunity("3", 0.9, 0));

        Assert.Equal(["2", "1", "3"], Ids(sheet));
        Assert.Equal([12.0, 9.0, 0.0], sheet.Rows.Select(r => Math.Round(r.Priority, 9)));
        Assert.Equal([1, 2, 3], sheet.Rows.Select(r => r.Rank));
    }

    [Fact]
    public void Unknown_views_rank_as_the_median_and_are_counted()
    {
        var sheet = Sheets.Of(ExportOrder.Balanced, Sheets.Opportunity("1", 0.8, 10), Sheets.Opportunity("2", 0.8, null), Sheets.Opportunity("3", 0.8, 1000), Sheets.Opportunity("4", 0.8, 100));

        Assert.Equal(("3", "1"), (Ids(sheet).First(), Ids(sheet).Last()));
        Assert.Equal((100.0, 1), (sheet.AssumedViews, sheet.WithoutViews));
        Assert.Equal(8, sheet.Rows.Single(r => r.Opportunity.Stored.Post.Key.NativeId == "2").Priority, 9);
    }

    [Fact]
    public void Median_of_huge_counts_is_between_them()
    {
        var sheet = Sheets.Of(ExportOrder.Balanced, Sheets.Opportunity("1", views: long.MaxValue), Sheets.Opportunity("2", views: long.MaxValue - 1), Sheets.Opportunity("3", views: null));

        Assert.Equal(long.MaxValue, sheet.AssumedViews);
        Assert.All(sheet.Rows, row => Assert.True(row.Priority > 0));
    }

    [Fact]
    public void Without_any_views_balanced_order_is_that_of_the_scores() =>
        Assert.Equal(["2", "1"], Ids(Sheets.Of(ExportOrder.Balanced, Sheets.Opportunity("1", 0.6, null), Sheets.Opportunity("2", 0.7, null))));

    [Fact]
    public void Limit_keeps_the_best()
    {
        var sheet = ExportSheet.Of("acme", [Sheets.Opportunity("1", 0.6), Sheets.Opportunity("2", 0.7)], ExportOrder.Score, 1, 3, Sheets.Noon);

        Assert.Equal(["2"], Ids(sheet));
    }

    [Theory]
    [InlineData(1, 1, 0)]
    [InlineData(3, 2, 2)]
    [InlineData(5, 1, 4)]
    [InlineData(2, 4, 3)]
    public void Alternatives_have_a_pair_of_columns_for_each_further_kind(int kinds, int drafts, int alternatives)
    {
        var sheet = ExportSheet.Of("acme", [Sheets.Opportunity("1", drafts: [.. Enumerable.Range(1, drafts).Select(i => $"Draft {i}")])], ExportOrder.Score, 9, kinds, Sheets.Noon);

        Assert.Equal(alternatives, sheet.Alternatives);
        Assert.Equal(alternatives, ExportColumns.Of(sheet).Count(c => c.Title.StartsWith("alternative_", StringComparison.Ordinal)));
    }

    [Fact]
    public void Markdown_lets_texts_make_no_structure_of_their_own()
    {
        var page = ExportMarkdown.Of(Sheets.Of(ExportOrder.Score, Sheets.Opportunity("1", text: "# big\n![x](https://example.org/a.png)\n<b>bold</b> &amp; some_name _em_")));

        Assert.Contains("> \\# big\n> !\\[x\\](https://example.org/a.png)\n> \\<b\\>bold\\</b\\> \\&amp; some_name \\_em\\_\n", page, StringComparison.Ordinal);
        Assert.Contains("[post](<https://x.com/some_one/status/1>) · [reply with the first draft](<https://x.com/intent/post?in_reply_to=1&text=First%2C%20try%20less.>)", page, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("\n")]
    [InlineData("\r\n")]
    [InlineData("\u2028")]
    public void Markdown_keeps_an_author_named_over_several_lines_in_one_heading(string end)
    {
        var (stored, score, drafts) = Sheets.Opportunity("1");
        stored = stored with { Post = stored.Post with { Author = new Author { Name = $"Anna{end}# Big <b>{end}{end}[x](https://example.org)" } } };

        var page = ExportMarkdown.Of(Sheets.Of(ExportOrder.Score, new Opportunity(stored, score, drafts)));

        Assert.Equal(2, page.Split('\n').Count(line => line.StartsWith('#')));
        Assert.Matches(@"(?m)^## 1\. Anna # Big \\<b\\> +\\\[x\\\]\(https://example\.org\) · green 0\.80 · 1\.5 h old$", page);
    }

    private static IEnumerable<string> Ids(ExportSheet sheet) => sheet.Rows.Select(r => r.Opportunity.Stored.Post.Key.NativeId);
}
