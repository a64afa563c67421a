using ViralTracker.Cli.CommandLine;
using ViralTracker.Core.Scoring;

namespace ViralTracker.Cli.Screens;

/// <summary>Colours and marks, or nothing and words where the terminal has none.</summary>
internal sealed class Paint(Terminal terminal)
{
    public string Strong(string text) => Ansi("1", text);

    public string Dim(string text) => Ansi("2", text);

    public string Label(ScoreLabel label) => terminal.Marks
        ? label switch { ScoreLabel.Green => "🟢", ScoreLabel.Yellow => "🟡", _ => "🔴" }
        : label switch { ScoreLabel.Green => "green", ScoreLabel.Yellow => "yellow", _ => "red" };

    private string Ansi(string code, string text) => terminal.Color && text.Length > 0 ? $"\u001b[{code}m{text}\u001b[0m" : text;
}
