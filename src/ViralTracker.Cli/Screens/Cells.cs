using System.Globalization;
using System.Runtime.CompilerServices;
using System.Text;
using Spectre.Console.Rendering;

namespace ViralTracker.Cli.Screens;

/// <summary>Text measured in terminal cells: an emoji or a CJK letter takes two.</summary>
internal static class Cells
{
    // Plain text needs no tables of widths, and with it the short verbs never load their library.
    public static int Width(string text) => text.AsSpan().ContainsAnyExceptInRange(' ', '~') ? MeasuredWidth(text) : text.Length;

    [MethodImpl(MethodImplOptions.NoInlining)]
    private static int MeasuredWidth(string text) => new Segment(text).CellCount();

    /// <summary>One line without control characters, cut with an ellipsis to at most <paramref name="width"/> cells.</summary>
    public static string Fit(string text, int width)
    {
        var line = OneLine(text);
        if (Width(line) <= width) return line;
        var cut = new StringBuilder();
        var used = 0;
        var elements = StringInfo.GetTextElementEnumerator(line);
        while (elements.MoveNext())
        {
            var element = elements.GetTextElement();
            used += Width(element);
            if (used > width - 1) break;
            cut.Append(element);
        }
        return cut.ToString().TrimEnd() + "…";
    }

    public static string Pad(string text, int width) => text + new string(' ', Math.Max(0, width - Width(text)));

    public static string PadLeft(string text, int width) => new string(' ', Math.Max(0, width - Width(text))) + text;

    /// <summary>A message without characters that steer a terminal or turn the reading direction; its lines stay lines.</summary>
    public static string Plain(string message) =>
        message.AsSpan().ContainsAnyExceptInRange(' ', '~') ? string.Concat(message.EnumerateRunes().Where(rune => rune.Value == '\n' || !Steers(rune))) : message;

    /// <summary>Runs of white space become one space; other control and bidirectional-override characters are dropped.</summary>
    public static string OneLine(string text)
    {
        var line = new StringBuilder(text.Length);
        foreach (var rune in text.EnumerateRunes())
        {
            if (Rune.IsWhiteSpace(rune))
            {
                if (line.Length > 0 && line[^1] != ' ') line.Append(' ');
            }
            else if (!Steers(rune))
            {
                line.Append(rune.ToString());
            }
        }
        return line.ToString().TrimEnd();
    }

    private static bool Steers(Rune rune) => Rune.IsControl(rune) || rune.Value is (>= 0x202A and <= 0x202E) or (>= 0x2066 and <= 0x2069);

    /// <summary>A heading and its facts, continued under the first fact where the width ends.</summary>
    public static IEnumerable<string> Hang(string heading, string gap, IEnumerable<string> facts, int width)
    {
        var line = heading;
        var empty = true;
        foreach (var fact in facts)
        {
            if (!empty && Width(line) + gap.Length + Width(fact) > width)
            {
                yield return line;
                line = new string(' ', Width(heading));
                empty = true;
            }
            line += (empty ? "" : gap) + fact;
            empty = false;
        }
        yield return line;
    }

    /// <summary>Breaks a text into lines of at most <paramref name="width"/> cells at spaces.</summary>
    public static IEnumerable<string> Wrap(string text, int width)
    {
        var line = new StringBuilder();
        foreach (var word in OneLine(text).Split(' '))
        {
            if (line.Length > 0 && Width(line.ToString()) + 1 + Width(word) > width)
            {
                yield return line.ToString();
                line.Clear();
            }
            if (line.Length > 0) line.Append(' ');
            line.Append(word);
        }
        if (line.Length > 0) yield return line.ToString();
    }
}
