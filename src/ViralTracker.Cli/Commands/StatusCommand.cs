using System.CommandLine;

namespace ViralTracker.Cli.Commands;

internal static class StatusCommand
{
    public static Command Build() => new("status");
}
