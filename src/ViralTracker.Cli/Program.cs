using System.Globalization;
using System.Text;
using ViralTracker.Cli.CommandLine;

namespace ViralTracker.Cli;

internal static class Program
{
    private static Task<int> Main(string[] args)
    {
        // What is read and written is the same on every machine, also where a line names no culture.
        CultureInfo.CurrentCulture = CultureInfo.DefaultThreadCurrentCulture = CultureInfo.InvariantCulture;
        Console.OutputEncoding = new UTF8Encoding(encoderShouldEmitUTF8Identifier: false);
        Console.SetError(new StandardError(Console.Error));
        return VtCommand.RunAsync(args);
    }
}
