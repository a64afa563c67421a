using System.Globalization;
using ViralTracker.Cli.CommandLine;
using ViralTracker.Core.Posts;
using ViralTracker.Core.Scoring;
using ViralTracker.Pipeline.Ports;

namespace ViralTracker.Cli.Screens;

/// <summary>The best posts of a run, readable from 80 columns on.</summary>
internal static class OpportunityTable
{
    private const int WideFrom = 110;
    private const string Indent = "    ", Arrow = "→ ";

    /// <summary>In a wide terminal a line a post; in a narrow one the post gets a line of its own, so that it can be read.</summary>
    public static IEnumerable<string> Lines(IReadOnlyList<(StoredPost Stored, PostScore Score, OfferedDraft? Draft)> best, DateTimeOffset asOf, Terminal terminal)
    {
        var paint = new Paint(terminal);
        var wide = terminal.Width >= WideFrom;
        Column[] columns =
        [
            new("#", Right: true),
            new("score"),
            new("age", Right: true),
            new("author", Most: 26),
            .. wide ? new Column[] { new("post", Share: 5), new("why", Share: 4) } : [new("why", Share: 1)],
        ];
        var rows = best.Select((post, i) => new[]
        {
            (i + 1).ToString(CultureInfo.InvariantCulture),
            $"{paint.Label(post.Score.Label)} {post.Score.TotalText(2)}",
            Times.Age(asOf - post.Stored.Post.PostedAt),
            Words.Of(post.Stored.Post.Author),
        }.Concat(wide ? [post.Stored.Post.Text, post.Score.Why] : [post.Score.Why]).ToArray()).ToArray();
        var number = -1;
        foreach (var line in TextTable.Lines(columns, rows, terminal.Width, paint.Dim))
        {
            yield return line;
            if (++number == 0) continue;
            var (stored, _, draft) = best[number - 1];
            if (!wide) yield return Indent + Cells.Fit(stored.Post.Text, terminal.Width - Indent.Length);
            if (draft is null) continue;
            foreach (var part in Cells.Hang(Indent + Arrow, " ", Cells.OneLine(draft.Text).Split(' '), terminal.Width)) yield return paint.Strong(part);
            if (draft.Mark is null) continue;
            foreach (var part in Cells.Hang(Indent + "  ", " ", $"Look twice: {draft.Mark}".Split(' '), terminal.Width)) yield return part;
        }
    }
}
