using System.Text.RegularExpressions;
using ViralTracker.Core.Texts;

namespace ViralTracker.Core.Quality;

/// <summary>Ids of posts, and the short names posts have in a request (<c>p1</c>). An id is no business of a reader, even where the post holds it.</summary>
internal static partial class ForeignIds
{
    private static readonly PatternSet Ids = new(LongNumber), Aliases = new(Alias);

    public static Rejection? Check(DraftToCheck draft)
    {
        if (Ids.Find(draft.Folded) is { } id)
            return new(QualityRule.ForeignId, $"It holds the id {id}; no ids in a reply.");
        foreach (Match alias in Aliases.Matches(draft.Text))
            if (!draft.Post.Text.Contains(alias.Value, StringComparison.OrdinalIgnoreCase))
                return new(QualityRule.ForeignId, $"It names a post of the request (\"{alias.Value}\"); a reader knows no such name.");
        return null;
    }

    [GeneratedRegex(@"(?<![\p{L}\p{N}.])[0-9]{15,20}(?![\p{N}])|\bat://\S+|\bdid:plc:\w+")]
    private static partial Regex LongNumber { get; }

    // p50, p90, p95 and p99 are percentiles.
    [GeneratedRegex(@"(?<![\w./-])p(?!50|[5-9]\d|99)[1-9]\d?(?![\w%/-])|\b(?:post|tweet|item|beitrag|publicación|message)\s(?:id\s?)?\#?p?\d{1,3}\b(?=\s?[:)])|\b(?:tweet|post)[ _-]?id\b",
        RegexOptions.CultureInvariant)]
    private static partial Regex Alias { get; }
}
