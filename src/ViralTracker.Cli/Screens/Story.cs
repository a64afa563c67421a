using System.Text.Json.Nodes;
using ViralTracker.Cli.CommandLine;

namespace ViralTracker.Cli.Screens;

/// <summary>Facts under headings: shown as they are told, or kept for one JSON document.</summary>
internal sealed class Story(Terminal terminal)
{
    private const int Indent = 10;
    private readonly JsonArray _parts = [];
    private readonly Paint _paint = new(terminal);

    public void Section(string title)
    {
        terminal.Say();
        terminal.Say(_paint.Strong(title));
        _parts.Add(new JsonObject { ["title"] = title, ["facts"] = new JsonArray() });
    }

    /// <summary>A fact of the section begun last.</summary>
    public void Line(string name, string text)
    {
        foreach (var part in Cells.Hang($"  {name,-14}  ", " ", text.Split(' '), terminal.Width)) terminal.Say(part.TrimEnd());
        Keep(name, text);
    }

    /// <summary>A text of several lines, broken at the terminal's width.</summary>
    public void Text(string text)
    {
        foreach (var part in Cells.Wrap(text, terminal.Width - Indent)) terminal.Say($"  {"",-14}  {part}".TrimEnd());
        Keep("", text);
    }

    /// <summary>A text shown as it is.</summary>
    public void Block(string title, string text)
    {
        Section(title);
        terminal.Say(text);
        Keep("", text);
    }

    public JsonArray Json => _parts;

    private void Keep(string name, string text) =>
        _parts[^1]!["facts"]!.AsArray().Add((JsonNode)new JsonObject { ["name"] = name, ["text"] = text });
}
