using System.Globalization;
using ViralTracker.Cli.CommandLine;
using ViralTracker.Core.Posts;
using ViralTracker.Core.Scoring;

namespace ViralTracker.Cli.Screens;

/// <summary>The best posts of a run, readable from 80 columns on.</summary>
internal static class OpportunityTable
{
    private const int WideFrom = 110;

    public static IEnumerable<string> Lines(IReadOnlyList<(StoredPost Stored, PostScore Score, string? Draft)> best, DateTimeOffset asOf, Terminal terminal)
    {
        var paint = new Paint(terminal);
        var wide = terminal.Width >= WideFrom;
        Column[] columns =
        [
            new("#", Right: true),
            new("score"),
            new("age", Right: true),
            new("author", Most: wide ? 26 : 18),
            new("post", Share: 5),
            new("why", Share: 4),
        ];
        var rows = best.Select((post, i) => new[]
        {
            (i + 1).ToString(CultureInfo.InvariantCulture),
            $"{paint.Label(post.Score.Label)} {post.Score.Total.ToString("F2", CultureInfo.InvariantCulture)}",
            Times.Age(asOf - post.Stored.Post.PostedAt),
            Author(post.Stored.Post.Author),
            post.Stored.Post.Text,
            post.Score.Why,
        }).ToArray();
        var number = 0;
        foreach (var line in TextTable.Lines(columns, rows, terminal.Width, paint.Dim))
        {
            yield return line;
            if (number > 0 && best[number - 1].Draft is { } draft)
                foreach (var part in Cells.Wrap("→ " + draft, terminal.Width - 6)) yield return "      " + paint.Strong(part);
            number++;
        }
    }

    private static string Author(Author author) =>
        author.Handle is { } handle ? $"@{handle} ({Words.Short(author.Followers)})" : author.Name ?? "unknown";
}
