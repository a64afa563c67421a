using System.Text;
using ViralTracker.Cli.CommandLine;

namespace ViralTracker.Cli;

internal static class Program
{
    private static Task<int> Main(string[] args)
    {
        Console.OutputEncoding = new UTF8Encoding(encoderShouldEmitUTF8Identifier: false);
        Console.SetError(new StandardError(Console.Error));
        return VtCommand.RunAsync(args);
    }
}
