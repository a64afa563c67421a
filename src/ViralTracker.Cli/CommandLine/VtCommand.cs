using System.CommandLine;
using System.CommandLine.Help;
using ViralTracker.Cli.Commands;
using ViralTracker.Cli.Screens;
using ViralTracker.Core.Quotas;
using ViralTracker.Pipeline.Finding;
using ViralTracker.Pipeline.Models;
using ViralTracker.Pipeline.Ports;

namespace ViralTracker.Cli.CommandLine;

/// <summary>The command tree, and what happens around every verb.</summary>
internal static class VtCommand
{
    private const string ExitCodes = "0 done · 1 finished with failures · 2 bad usage or configuration · 3 stopped by budget · 4 provider refused · 130 interrupted";

    /// <summary>The process's exit code.</summary>
    public static async Task<int> RunAsync(string[] args)
    {
        var parsed = Build(args).Parse(args);
        try
        {
            if (parsed.Errors.Count > 0) return Misuse.Tell(parsed);
            // Ctrl-C is the verbs' own business: a run saves what it has before it ends.
            return await parsed.InvokeAsync(new InvocationConfiguration { EnableDefaultExceptionHandler = false, ProcessTerminationTimeout = null });
        }
        catch (Exception e) when (Ending(e) is { } ending)
        {
            if (ending.Line is { } line) await Console.Error.WriteLineAsync(line);
            if (ending.Detail is { } detail && parsed.GetValue(GlobalOptions.Verbose)) await Console.Error.WriteLineAsync(detail.ToString());
            return ending.Code;
        }
    }

    public static RootCommand Build(string[] args)
    {
        var root = new RootCommand($"ViralTracker finds posts on X that are worth answering and drafts replies. It never posts.\n\nExit codes: {ExitCodes}");
        GlobalOptions.AddTo(root);
        foreach (var option in root.Options)
        {
            if (option is HelpOption help) (help.Action, help.Description) = (new HelpScreen(), "Show this help");
        }
        root.AddNamed(args, ProjectCommand.Name, ProjectCommand.Description, ProjectCommand.Build);
        root.AddNamed(args, TwitterCommand.Name, TwitterCommand.Description, () => TwitterCommand.Build(args));
        root.AddNamed(args, GenerateCommand.ForecastName, GenerateCommand.ForecastDescription, GenerateCommand.BuildForecast);
        root.AddNamed(args, StatusCommand.Name, StatusCommand.Description, StatusCommand.Build);
        root.AddNamed(args, CostsCommand.Name, CostsCommand.Description, CostsCommand.Build);
        root.AddNamed(args, CompletionCommand.Name, CompletionCommand.Description, CompletionCommand.Build);
        return root;
    }

    private sealed record End(int Code, string? Line, Exception? Detail = null);

    /// <summary>What an exception means for the person; null for a bug of ours.</summary>
    private static End? Ending(Exception exception) => exception switch
    {
        UserErrorException e => new(e.Code, e.Message, e.InnerException),
        StoreException e => new(ExitCode.Usage, e.Message, e),
        EmbeddingStoppedException { Limit: ExhaustedLimit.RequestsPerDay } => new(ExitCode.Refused, EmbeddingStopped("daily quota")),
        EmbeddingStoppedException => new(ExitCode.Budget, EmbeddingStopped("budget")),
        ModelCallException { MayPass: true } e => new(ExitCode.Failures, $"The provider failed: {e.Message}"),
        ModelCallException e => new(ExitCode.Refused, $"The provider refused: {e.Message}"),
        OperationCanceledException => new(ExitCode.Interrupted, null),
        _ => null,
    };

    private static string EmbeddingStopped(string limit) =>
        $"Stopped by the {limit} while embedding posts; what was embedded is kept. Run the same command again later to go on.";
}
