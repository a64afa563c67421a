using System.CommandLine;
using System.CommandLine.Invocation;
using System.Reflection;
using System.Text.Json.Nodes;
using ViralTracker.Cli.CommandLine;

namespace ViralTracker.Cli.Screens;

/// <summary><c>--version</c>, beside any other option.</summary>
internal sealed class VersionScreen : SynchronousCommandLineAction
{
    private static string Version => typeof(VersionScreen).Assembly.GetCustomAttribute<AssemblyInformationalVersionAttribute>()!.InformationalVersion;

    /// <summary>Who asks for the version need name no command.</summary>
    public override bool ClearsParseErrors => true;

    public override int Invoke(ParseResult parseResult)
    {
        if (parseResult.GetValue(GlobalOptions.Json)) JsonDoc.Write(new JsonObject { ["command"] = "version", ["version"] = Version });
        else parseResult.InvocationConfiguration.Output.WriteLine(Version);
        return ExitCode.Done;
    }
}
