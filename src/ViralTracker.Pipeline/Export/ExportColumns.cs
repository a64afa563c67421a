using System.Globalization;
using ViralTracker.Core.Posts;
using ViralTracker.Core.Texts;

namespace ViralTracker.Pipeline.Export;

/// <param name="Cell">The cell's text before any escaping.</param>
public readonly record struct ExportColumn(string Title, Func<ExportRow, string> Cell);

/// <summary>The sheet's columns: rank and priority, the reference's, a pair for each further draft, age and reply link.</summary>
public static class ExportColumns
{
    public static IReadOnlyList<ExportColumn> Of(ExportSheet sheet) =>
    [
        new("rank", row => row.Rank.ToString(CultureInfo.InvariantCulture)),
        new("priority_score", row => Number(row.Priority)),
        new("project", _ => sheet.Project),
        new("tweet_id", row => Post(row).Key.NativeId),
        new("url", row => Post(row).Url ?? ""),
        new("author", row => Post(row).Author.Handle ?? ""),
        new("followers", row => Count(Post(row).Author.Followers)),
        new("views", row => Count(Post(row).Metrics.Views)),
        new("tweet_text", row => Post(row).Text),
        new("posted_at", row => UtcText.Of(Post(row).PostedAt)),
        new("score_total", row => Number(row.Opportunity.Score.Total)),
        new("label", row => SnakeCase.Of(row.Opportunity.Score.Label)),
        new("topic", row => row.Opportunity.Score.Topic),
        new("why", row => row.Suggested.Mark is { } mark ? $"LOOK TWICE: {mark} {row.Opportunity.Score.Why}" : row.Opportunity.Score.Why),
        new("suggested_response", row => row.Suggested.Text),
        new("suggested_type", row => row.Suggested.Kind),
        .. Enumerable.Range(1, sheet.Alternatives).SelectMany(Alternative),
        new("age_hours", row => row.AgeHours.ToString("0.0", CultureInfo.InvariantCulture)),
        new("reply_url", row => ReplyLink.For(Post(row), row.Suggested.Text) ?? ""),
    ];

    private static IEnumerable<ExportColumn> Alternative(int number) =>
    [
        new(FormattableString.Invariant($"alternative_{number}"), row => row.Opportunity.Drafts.ElementAtOrDefault(number)?.Text ?? ""),
        new(FormattableString.Invariant($"alt_{number}_type"), row => row.Opportunity.Drafts.ElementAtOrDefault(number)?.Kind ?? ""),
    ];

    private static Post Post(ExportRow row) => row.Opportunity.Stored.Post;

    private static string Count(long? count) => count?.ToString(CultureInfo.InvariantCulture) ?? "";

    private static string Number(double value) => value.ToString("0.####", CultureInfo.InvariantCulture);
}
