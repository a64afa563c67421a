using System.Collections.Frozen;
using System.Globalization;
using ViralTracker.Core.Texts;

namespace ViralTracker.Core.Quality;

/// <summary>
/// More than half of the draft's different words, function words aside, are the post's. Words are compared folded and
/// without punctuation, and scripts without spaces by pairs of characters; the reference split at white space only,
/// so a comma hid a copied word and CJK copies were never seen (fault 19).
/// </summary>
internal static class CopiedWords
{
    private const double MaxShare = 0.5;

    private static readonly FrozenSet<string> FunctionWords = new[]
    {
        "a", "an", "and", "are", "as", "at", "be", "been", "but", "by", "for", "from", "i", "in", "is", "it", "of", "on", "or",
        "that", "the", "these", "they", "this", "those", "to", "was", "we", "with", "you",
    }.ToFrozenSet();

    public static Rejection? Check(DraftToCheck draft)
    {
        var own = ContentWords(draft.Folded);
        if (own.Count == 0) return null;
        var post = ContentWords(TextFolding.Fold(draft.PostText));
        var share = (double)own.Count(post.Contains) / own.Count;
        return share <= MaxShare ? null : new(QualityRule.CopiesPost, string.Create(CultureInfo.InvariantCulture, $"{share * 100:F0} % of its words are the post's."));
    }

    private static HashSet<string> ContentWords(string folded)
    {
        var content = new HashSet<string>(StringComparer.Ordinal);
        foreach (var (text, unspaced) in Words.Split(folded))
        {
            if (unspaced) content.UnionWith(Pairs(text));
            else if (!FunctionWords.Contains(text)) content.Add(text);
        }

        return content;
    }

    private static IEnumerable<string> Pairs(string run)
    {
        var runes = run.EnumerateRunes().ToArray();
        return runes.Length == 1 ? [run] : runes.Zip(runes.Skip(1), (a, b) => $"{a}{b}");
    }
}
