namespace ViralTracker.Judgement;

/// <summary>A table inside a Markdown file, between two comments that name it.</summary>
internal static class MarkedTable
{
    /// <exception cref="InvalidDataException">The file lacks one of the comments.</exception>
    public static void Write(string path, string name, string table)
    {
        var (text, opening, closing) = (File.ReadAllText(path), $"<!-- {name}: written by its command -->\n", $"<!-- {name}: end -->");
        var start = text.IndexOf(opening, StringComparison.Ordinal);
        var end = text.IndexOf(closing, StringComparison.Ordinal);
        if (start < 0 || end < start) throw new InvalidDataException($"{path} has no table between the comments of '{name}'.");
        File.WriteAllText(path, $"{text[..(start + opening.Length)]}\n{table.Trim()}\n\n{text[end..]}");
    }
}
