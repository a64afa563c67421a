using System.Globalization;
using System.Text;
using System.Text.RegularExpressions;
using ViralTracker.Core.Posts;
using ViralTracker.Core.Texts;

namespace ViralTracker.Pipeline.Export;

/// <summary>The sheet as a page to read. Texts of posts and drafts are escaped: they make no headings, links, images or HTML.</summary>
public static partial class ExportMarkdown
{
    public static string Of(ExportSheet sheet)
    {
        var page = new StringBuilder();
        page.Append(CultureInfo.InvariantCulture, $"# Reply opportunities · {sheet.Project}\n\n");
        page.Append(CultureInfo.InvariantCulture, $"{Count(sheet.Rows.Count, "post")}, {Count(sheet.Drafts, "draft")}, as of {sheet.AsOf.UtcDateTime:yyyy-MM-dd HH:mm} UTC\n");
        foreach (var row in sheet.Rows) Append(page, row);
        return page.ToString();
    }

    private static string Count(int count, string what) => string.Create(CultureInfo.InvariantCulture, $"{count} {what}{(count == 1 ? "" : "s")}");

    private static void Append(StringBuilder page, ExportRow row)
    {
        var (post, score) = (row.Opportunity.Stored.Post, row.Opportunity.Score);
        var author = post.Author.Handle is { } handle ? "@" + handle : post.Author.Name ?? "unknown";
        page.Append(CultureInfo.InvariantCulture, $"\n## {row.Rank}. {Inline(author)} · {SnakeCase.Of(score.Label)} {score.TotalText(2)} · {row.AgeHours:F1} h old\n\n");
        foreach (var line in Lines(post.Text)) page.Append(CultureInfo.InvariantCulture, $"> {line}\n");
        page.Append(CultureInfo.InvariantCulture, $"\nWhy: {Inline(score.Why)}\n\n");
        if (row.Suggested.Mark is { } mark) page.Append(CultureInfo.InvariantCulture, $"Look twice: {Inline(mark)}\n\n");
        foreach (var draft in row.Opportunity.Drafts)
            page.Append(CultureInfo.InvariantCulture, $"- {string.Join(' ', Lines(draft.Text))} ({Inline(draft.Kind)}, d{draft.DraftId})\n");
        var links = new[] { Link("post", post.Url), Link("reply with the first draft", ReplyLink.For(post, row.Suggested.Text)) }.OfType<string>().ToArray();
        if (links.Length > 0) page.Append(CultureInfo.InvariantCulture, $"\n{string.Join(" · ", links)}\n");
    }

    private static string? Link(string title, string? address) =>
        address is not null && PlainAddress().IsMatch(address) ? $"[{title}](<{address}>)" : null;

    private static IEnumerable<string> Lines(string text) => text.ReplaceLineEndings("\n").Split('\n').Select(Inline);

    private static string Inline(string text) => LineStart().Replace(Special().Replace(text.ReplaceLineEndings(" "), @"\$0"), @"$1\$2");

    // Underscores inside a word, as in handles, stand for themselves.
    [GeneratedRegex(@"[\\`*\[\]<>~|]|&(?=#?\w+;)|(?<!\w)_|_(?!\w)")]
    private static partial Regex Special();

    [GeneratedRegex(@"^(\s*\d*)([#+\-=.)])")]
    private static partial Regex LineStart();

    [GeneratedRegex(@"^https?://[^\s<>\\]+$")]
    private static partial Regex PlainAddress();
}
