using System.CommandLine;

namespace ViralTracker.Cli.Commands;

internal static class ExportCommand
{
    public static Command Build() => new("export");
}
