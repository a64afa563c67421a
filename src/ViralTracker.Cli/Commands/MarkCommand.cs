using System.CommandLine;

namespace ViralTracker.Cli.Commands;

internal static class MarkCommand
{
    public static Command Build() => new("mark");
}
