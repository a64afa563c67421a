using System.CommandLine;

namespace ViralTracker.Cli.CommandLine;

internal static class NamedCommands
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
}
