using System.CommandLine;
using ViralTracker.Cli.Commands;
using ViralTracker.Core.Quotas;
using ViralTracker.Pipeline.Finding;
using ViralTracker.Pipeline.Models;
using ViralTracker.Pipeline.Ports;

namespace ViralTracker.Cli.CommandLine;

/// <summary>The command tree, and what happens around every verb.</summary>
internal static class VtCommand
{
    private const string ExitCodes = "0 done · 1 finished with failures · 2 bad usage or configuration · 3 stopped by budget · 4 provider refused · 130 interrupted";

    public static async Task<ExitCode> RunAsync(string[] args)
    {
        var parsed = Build(args).Parse(args);
        try
        {
            if (parsed.Errors.Count > 0) return Misused(parsed);
            // Ctrl-C is the verbs' own business: a run saves what it has before it ends.
            return (ExitCode)await parsed.InvokeAsync(new InvocationConfiguration { EnableDefaultExceptionHandler = false, ProcessTerminationTimeout = null }).ConfigureAwait(false);
        }
        catch (UserErrorException error)
        {
            await Console.Error.WriteLineAsync(error.Message).ConfigureAwait(false);
            if (parsed.GetValue(GlobalOptions.Verbose) && error.InnerException is { } inner) await Console.Error.WriteLineAsync(inner.ToString()).ConfigureAwait(false);
            return error.Code;
        }
        catch (StoreException error)
        {
            await Console.Error.WriteLineAsync(error.Message).ConfigureAwait(false);
            if (parsed.GetValue(GlobalOptions.Verbose)) await Console.Error.WriteLineAsync(error.ToString()).ConfigureAwait(false);
            return ExitCode.Usage;
        }
        catch (EmbeddingStoppedException stopped)
        {
            var byQuota = stopped.Limit == ExhaustedLimit.RequestsPerDay;
            await Console.Error.WriteLineAsync($"Stopped by the {(byQuota ? "daily quota" : "budget")} while embedding posts; what was embedded is kept. Run the same command again later.").ConfigureAwait(false);
            return byQuota ? ExitCode.Refused : ExitCode.Budget;
        }
        catch (ModelCallException refused)
        {
            await Console.Error.WriteLineAsync($"The provider refused: {refused.Message}").ConfigureAwait(false);
            return ExitCode.Refused;
        }
        catch (OperationCanceledException)
        {
            return ExitCode.Interrupted;
        }
    }

    /// <param name="args">A tree that none of them names stays bare: to build its options takes longer than all of <c>vt status</c> should.</param>
    public static RootCommand Build(string[] args)
    {
        var root = new RootCommand($"ViralTracker finds the posts on X worth answering and drafts the replies. It never posts.\n\nExit codes: {ExitCodes}");
        GlobalOptions.AddTo(root);
        root.Subcommands.Add(ProjectCommand.Build());
        root.Subcommands.Add(TwitterCommand.Build(withVerbs: Array.Exists(args, arg => arg.Contains(TwitterCommand.Name, StringComparison.Ordinal))));
        root.Subcommands.Add(GenerateCommand.BuildForecast());
        root.Subcommands.Add(StatusCommand.Build());
        root.Subcommands.Add(CostsCommand.Build());
        root.Subcommands.Add(CompletionCommand.Build());
        return root;
    }

    private static ExitCode Misused(ParseResult parsed)
    {
        foreach (var error in parsed.Errors) Console.Error.WriteLine(error.Message);
        var path = string.Join(' ', parsed.CommandResult.Command.Parents.Reverse().OfType<Command>().Append(parsed.CommandResult.Command).Select(c => c.Name));
        Console.Error.WriteLine($"See: {path} --help");
        return ExitCode.Usage;
    }
}
