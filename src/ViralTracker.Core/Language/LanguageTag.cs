namespace ViralTracker.Core.Language;

/// <summary>Language codes as sources deliver them: BCP 47 tags, X's own codes, or nothing.</summary>
internal static class LanguageTag
{
    /// <summary>
    /// The primary subtag in lower case (<c>en-US</c>, <c>EN</c> → <c>en</c>), withdrawn codes and second names of one language (<c>nb</c>, <c>fil</c>) replaced; null when it names
    /// no language: missing, <c>und</c>, <c>zxx</c>, or private use such as X's <c>qme</c>.
    /// </summary>
    public static string? Primary(string? tag)
    {
        if (tag is null) return null;
        var end = tag.AsSpan().IndexOfAny('-', '_');
        var primary = (end < 0 ? tag : tag[..end]).Trim().ToLowerInvariant();
        return primary switch
        {
            "in" => "id",
            "iw" => "he",
            "ji" => "yi",
            "jw" => "jv",
            "mo" => "ro",
            "nb" or "nn" => "no",
            "fil" => "tl",
            "cmn" => "zh",
            "und" or "mul" or "mis" or "zxx" or "art" => null,
            { Length: 3 } when primary[0] == 'q' && primary[1] <= 't' => null,
            { Length: 2 or 3 } when primary.All(char.IsAsciiLetterLower) => primary,
            _ => null,
        };
    }
}
