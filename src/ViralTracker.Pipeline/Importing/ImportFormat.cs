namespace ViralTracker.Pipeline.Importing;

/// <summary>The shapes in which files carry posts. <see cref="Auto"/> looks at the content.</summary>
public enum ImportFormat
{
    Auto,
    Apify,
    XV2,
    XV11,
    Bluesky,
    Csv,
    Jsonl,
}

/// <summary>What a person types and reads for each format.</summary>
public static class ImportFormats
{
    public static IReadOnlyList<(ImportFormat Format, string Name, string Description)> All { get; } =
    [
        (ImportFormat.Auto, "auto", "detected from the content"),
        (ImportFormat.Apify, "apify", "rows of Apify's tweet-scraper: a JSON array or JSON lines"),
        (ImportFormat.XV2, "x-v2", "X API v2 answers: data and includes, as one document, an array of pages or a page per line"),
        (ImportFormat.XV11, "x-v1.1", "X API v1.1 answers: statuses, or an array or lines of them"),
        (ImportFormat.Bluesky, "bluesky", "Bluesky answers with posts or feed, or post views"),
        (ImportFormat.Csv, "csv", "a table with a header, with at least the text and the time"),
        (ImportFormat.Jsonl, "jsonl", "flat JSON objects, with the same names as the columns of a csv"),
    ];

    public static string Name(this ImportFormat format) => All.First(each => each.Format == format).Name;

    /// <summary>Null when no format has that name.</summary>
    public static ImportFormat? Find(string name) =>
        All.Where(each => each.Name.Equals(name, StringComparison.OrdinalIgnoreCase))
            .Select(each => (ImportFormat?)each.Format)
            .FirstOrDefault();
}
