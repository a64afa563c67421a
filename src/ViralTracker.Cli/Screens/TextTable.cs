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

    /// <summary>Whether no cell is cut at this width.</summary>
    public static bool Fits(IReadOnlyList<Column> columns, IReadOnlyList<string[]> rows, int width)
    {
        var taken = Gap.Length * (columns.Count - 1);
        for (var i = 0; i < columns.Count; i++) taken += Widest(columns, rows, i);
        return taken <= width;
    }

    // Loops: LINQ over numbers is compiled at start-up, and `vt status` waits for it.
    private static int[] Widths(IReadOnlyList<Column> columns, IReadOnlyList<string[]> rows, int width)
    {
        var widths = new int[columns.Count];
        var room = width - Gap.Length * (columns.Count - 1);
        var shares = 0;
        for (var i = 0; i < widths.Length; i++)
        {
            widths[i] = Math.Min(Widest(columns, rows, i), columns[i].Most);
            if (columns[i].Share == 0) room -= widths[i];
            shares += columns[i].Share;
        }
        for (var i = 0; i < widths.Length; i++)
        {
            if (columns[i].Share > 0) widths[i] = Math.Max(Cells.Width(columns[i].Title), Math.Min(widths[i], room * columns[i].Share / shares));
        }
        return widths;
    }

    private static int Widest(IReadOnlyList<Column> columns, IReadOnlyList<string[]> rows, int column)
    {
        var widest = Cells.Width(columns[column].Title);
        foreach (var row in rows) widest = Math.Max(widest, Cells.Width(row[column]));
        return widest;
    }

    private static string Line(IReadOnlyList<Column> columns, int[] widths, string[] cells) =>
        string.Join(Gap, cells.Select((cell, i) =>
        {
            var fitted = Cells.Fit(cell, widths[i]);
            return columns[i].Right ? Cells.PadLeft(fitted, widths[i]) : Cells.Pad(fitted, widths[i]);
        })).TrimEnd();
}
