using System.CommandLine;

namespace ViralTracker.Cli.CommandLine;

internal static class CommandTree
{
    /// <summary>
    /// Adds a command. One that no argument names stays bare, which is enough for its parent's help: to build the options of all commands
    /// takes longer than all of <c>vt status</c> should.
    /// </summary>
    public static void AddNamed(this Command parent, string[] args, string name, string description, Func<Command> build)
    {
        // 'Contains': a shell that asks for completions passes the whole line as one argument.
        foreach (var arg in args)
        {
            if (!arg.Contains(name, StringComparison.Ordinal)) continue;
            parent.Subcommands.Add(build());
            return;
        }
        parent.Subcommands.Add(new Command(name, description));
    }

    /// <summary>As it is typed: <c>vt twitter score</c>.</summary>
    public static string Path(this Command command) => command.Above() is { } parent ? parent.Path() + " " + command.Name : command.Name;

    /// <summary>Its own, and those of every command.</summary>
    public static IEnumerable<Option> AllOptions(this Command command)
    {
        for (var level = command; level is not null; level = level.Above())
        {
            foreach (var option in level.Options)
                if (level == command || option.Recursive) yield return option;
        }
    }

    /// <summary>Whether it is typed so: <c>--project</c> or <c>-p</c>.</summary>
    public static bool Is(this Option option, string typed) => option.Name == typed || option.Aliases.Contains(typed);

    public static Command? Above(this Command command)
    {
        foreach (var parent in command.Parents)
        {
            if (parent is Command above) return above;
        }
        return null;
    }
}
