using System.CommandLine;
using System.CommandLine.Invocation;
using System.Globalization;
using System.Text;
using ViralTracker.Cli.CommandLine;

namespace ViralTracker.Cli.Screens;

/// <summary>
/// <c>--help</c>: usage, arguments, a command's own options apart from those of every command, fitted to the terminal.
/// The library's own help sorts and groups value types, which is compiled at start-up and took a fifth of the whole.
/// </summary>
internal sealed class HelpScreen : SynchronousCommandLineAction
{
    private const int NameCells = 34;
    private const int LeastDescription = 30;

    /// <summary>Who asks for help need not give what is required.</summary>
    public override bool ClearsParseErrors => true;

    public override int Invoke(ParseResult parseResult)
    {
        parseResult.InvocationConfiguration.Output.Write(Of(parseResult));
        return ExitCode.Done;
    }

    public static StringBuilder Of(ParseResult parsed)
    {
        var screen = new StringBuilder();
        Write(screen, parsed.CommandResult.Command, new Terminal(parsed).Width);
        return screen;
    }

    private static void Write(StringBuilder screen, Command command, int width)
    {
        Paragraphs(screen, command.Description ?? "", "", width);
        screen.Append("\nUsage\n  ").Append(command.Path());
        if (command.Subcommands.Count > 0) screen.Append(" COMMAND");
        foreach (var argument in command.Arguments)
        {
            var name = argument.Name + (argument.Arity.MaximumNumberOfValues > 1 ? "…" : "");
            screen.Append(' ').Append(argument.Arity.MinimumNumberOfValues > 0 ? name : $"[{name}]");
        }
        foreach (var option in command.Options)
        {
            if (option.Required) screen.Append(' ').Append(Shortest(option)).Append(" <").Append(option.HelpName).Append('>');
        }
        screen.Append(" [options]\n");

        var rows = new List<string[]>();
        foreach (var argument in command.Arguments) rows.Add([argument.Name, argument.Description ?? ""]);
        Block(screen, "Arguments", rows, width);
        foreach (var child in command.Subcommands) rows.Add([child.Name, child.Description ?? ""]);
        Block(screen, "Commands", rows, width);
        foreach (var option in command.Options)
        {
            if (!option.Recursive) rows.Add(Row(option));
        }
        Block(screen, "Options", rows, width);
        for (var level = command; level is not null; level = level.Above())
        {
            foreach (var option in level.Options)
            {
                if (option.Recursive) rows.Add(Row(option));
            }
        }
        Block(screen, "Global options", rows, width);
    }

    /// <summary>A heading and its rows, which are used up.</summary>
    private static void Block(StringBuilder screen, string heading, List<string[]> rows, int width)
    {
        if (rows.Count == 0) return;
        screen.Append('\n').Append(heading).Append('\n');
        var names = 0;
        foreach (var row in rows) names = Math.Max(names, row[0].Length);
        names = Math.Min(names, NameCells);
        var indent = new string(' ', names + 4);
        foreach (var row in rows)
        {
            screen.Append("  ").Append(row[0]);
            if (row[0].Length <= names) screen.Append(' ', names - row[0].Length + 2);
            else screen.Append('\n').Append(indent);
            Paragraphs(screen, row[1], indent, Math.Max(width, indent.Length + LeastDescription));
        }
        rows.Clear();
    }

    private static string Shortest(Option option)
    {
        var shortest = option.Name;
        foreach (var alias in option.Aliases)
        {
            if (alias.Length < shortest.Length) shortest = alias;
        }
        return shortest;
    }

    private static string[] Row(Option option)
    {
        var name = new StringBuilder();
        foreach (var alias in option.Aliases)
        {
            if (alias is not ("-?" or "/?" or "/h")) name.Append(alias).Append(", ");
        }
        name.Append(option.Name);
        if (option.HelpName is { } value) name.Append(" <").Append(value).Append('>');
        var description = option.Description ?? "";
        if (option.Required) description += " (required)";
        if (option.HasDefaultValue && option.ValueType != typeof(bool) && Convert.ToString(option.GetDefaultValue(), CultureInfo.InvariantCulture) is { Length: > 0 } known)
            description += $" [default: {known}]";
        return [name.ToString(), description];
    }

    /// <summary>Wraps words to the width; the first line begins where the screen stands, the others after the indent.</summary>
    private static void Paragraphs(StringBuilder screen, string text, string indent, int width)
    {
        var first = true;
        foreach (var paragraph in text.Split('\n'))
        {
            if (!first) screen.Append(paragraph.Length > 0 ? indent : "");
            first = false;
            var used = indent.Length;
            foreach (var word in paragraph.Split(' '))
            {
                if (used > indent.Length && used + 1 + word.Length > width)
                {
                    screen.Append('\n').Append(indent);
                    used = indent.Length;
                }
                if (used > indent.Length)
                {
                    screen.Append(' ');
                    used++;
                }
                screen.Append(word);
                used += word.Length;
            }
            screen.Append('\n');
        }
    }
}
