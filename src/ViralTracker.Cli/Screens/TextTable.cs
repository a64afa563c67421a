namespace ViralTracker.Cli.Screens;

/// <param name="Share">Part of the room left by the other columns; 0: as wide as its widest cell.</param>
/// <param name="Most">Widest the column grows, in cells.</param>
internal sealed record Column(string Title, bool Right = false, int Share = 0, int Most = int.MaxValue);

/// <summary>Aligned columns without rules, fitted to a width in cells; the cells that share the room are cut.</summary>
internal static class TextTable
{
    private const string Gap = "  ";

    public static IEnumerable<string> Lines(IReadOnlyList<Column> columns, IReadOnlyList<string[]> rows, int width, Func<string, string> title)
    {
        var widths = Widths(columns, rows, width);
        yield return title(Line(columns, widths, [.. columns.Select(c => c.Title)]));
        foreach (var row in rows) yield return Line(columns, widths, row);
    }

    private static int[] Widths(IReadOnlyList<Column> columns, IReadOnlyList<string[]> rows, int width)
    {
        var natural = columns.Select((column, i) => rows.Select(row => Cells.Width(row[i])).Append(Cells.Width(column.Title)).Max()).Select((wide, i) => Math.Min(wide, columns[i].Most)).ToArray();
        var room = width - Gap.Length * (columns.Count - 1) - columns.Select((column, i) => column.Share == 0 ? natural[i] : 0).Sum();
        var shares = Math.Max(1, columns.Sum(column => column.Share));
        return [.. columns.Select((column, i) => column.Share == 0
            ? natural[i]
            : Math.Max(Cells.Width(column.Title), Math.Min(Math.Min(natural[i], column.Most), room * column.Share / shares)))];
    }

    private static string Line(IReadOnlyList<Column> columns, int[] widths, string[] cells) =>
        string.Join(Gap, cells.Select((cell, i) =>
        {
            var fitted = Cells.Fit(cell, widths[i]);
            return columns[i].Right ? Cells.PadLeft(fitted, widths[i]) : Cells.Pad(fitted, widths[i]);
        })).TrimEnd();
}
