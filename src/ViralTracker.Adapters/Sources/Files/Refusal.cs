using ViralTracker.Adapters.Sources.Formats;
using ViralTracker.Pipeline.Importing;

namespace ViralTracker.Adapters.Sources.Files;

/// <summary>The sentences for files that can't be read.</summary>
internal static class Refusal
{
    public const string Binary = "binary, or text in UTF-16: save it as UTF-8 (a spreadsheet: export it as CSV UTF-8)";

    public const string NotUtf8 =
        "the file is not UTF-8: letters from here on became \uFFFD; save it as UTF-8 (a spreadsheet: export it as CSV UTF-8) and import it again";

    public static string Json(string seen) => $"unknown format: {(seen.Length == 0 ? "no JSON object could be read" : seen)}. {Formats}";

    /// <param name="header">The first line's cells, where it was read as a table's.</param>
    public static string Table(string firstLine, params IEnumerable<string> header) =>
        $"{Lack(firstLine, [.. header.Select(name => Columns.Find(name)?.Column)])}: its first line is \"{(firstLine.Length > 120 ? firstLine[..120] + "…" : firstLine)}\". {Formats}";

    private static string Lack(string firstLine, Column?[] columns) =>
        firstLine.TrimStart() is ['{' or '[', ..] ? "JSON, not a table (import it without --format csv)"
        : columns.Contains(Column.Text) && (columns.Contains(Column.PostedAt) || columns.Contains(Column.TimeOfDay)) ? "a table, not JSON (import it without --format)"
        : columns.Contains(Column.Text) ? "a table without a column for the time (such as created_at)"
        : columns.Contains(Column.PostedAt) || columns.Contains(Column.TimeOfDay) ? "a table without a column for the text (such as text)"
        : "neither JSON nor a table with columns for the text and the time (such as text and created_at)";

    private static string Formats => "Known formats: " + string.Join(", ", ImportFormats.All
        .Where(each => each.Format != ImportFormat.Auto)
        .Select(each => each.Name));
}
