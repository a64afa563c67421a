using System.CommandLine;

namespace ViralTracker.Cli.Commands;

internal static class CostsCommand
{
    public static Command Build() => new("costs");
}
