using System.CommandLine;

namespace ViralTracker.Cli.Commands;

internal static class SkippedCommand
{
    public static Command Build() => new("skipped");
}
