using ViralTracker.Cli.CommandLine;
using ViralTracker.Core.Scoring;

namespace ViralTracker.Cli.Screens;

/// <summary>Colours and marks, or nothing and words where the terminal has none.</summary>
internal sealed class Paint(Terminal terminal)
{
    private const char Escape = '\u001b';
    private const string Bold = "[1m", Faint = "[2m", End = "[0m";

    public string Strong(string text) => Ansi(Bold, text);

    public string Dim(string text) => Ansi(Faint, text);

    /// <summary><see cref="Cells.Plain"/>, but for what is painted here.</summary>
    public static string Plain(string line) => line.Contains(Escape, StringComparison.Ordinal)
        ? string.Concat(line.Split(Escape).Select((part, i) => (i > 0 && IsPainted(part) ? $"{Escape}" : "") + Cells.Plain(part)))
        : Cells.Plain(line);

    private static bool IsPainted(string part) =>
        part.StartsWith(Bold, StringComparison.Ordinal) || part.StartsWith(Faint, StringComparison.Ordinal) || part.StartsWith(End, StringComparison.Ordinal);

    public string Label(ScoreLabel label) => terminal.Marks
        ? label switch { ScoreLabel.Green => "🟢", ScoreLabel.Yellow => "🟡", _ => "🔴" }
        : label switch { ScoreLabel.Green => "green", ScoreLabel.Yellow => "yellow", _ => "red" };

    private string Ansi(string code, string text) => terminal.Color && text.Length > 0 ? $"{Escape}{code}{text}{Escape}{End}" : text;
}
