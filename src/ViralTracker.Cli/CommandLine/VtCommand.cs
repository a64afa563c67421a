using System.CommandLine;
using System.CommandLine.Completions;
using System.CommandLine.Help;
using ViralTracker.Cli.Commands;
using ViralTracker.Cli.Screens;

namespace ViralTracker.Cli.CommandLine;

/// <summary>The command tree, and what happens around every verb.</summary>
internal static class VtCommand
{
    private const string ExitCodes = "0 done · 1 finished with failures · 2 bad usage or configuration · 3 stopped by budget · 4 provider refused · 130 interrupted";

    /// <summary>The process's exit code.</summary>
    public static async Task<int> RunAsync(string[] args)
    {
        // A text may begin with @: no response files.
        var parsed = Build(args).Parse(args, new ParserConfiguration { ResponseFileTokenReplacer = null });
        try
        {
            if (Misuse.In(parsed)) return Misuse.Tell(parsed);
            using var interrupts = new Interrupts();
            return await parsed.InvokeAsync(new InvocationConfiguration { EnableDefaultExceptionHandler = false, ProcessTerminationTimeout = null }, interrupts.Token);
        }
        catch (Exception e) when (Ending.Of(e, parsed.CommandResult.Command) is { } ending)
        {
            Tell(ending, parsed);
            return ending.Code;
        }
    }

    private static void Tell(Ending ending, ParseResult parsed)
    {
        if (ending.Line is { } line) Terminal.Tell(Console.Error, new SuggestedCommands(parsed).In(line));
        if (parsed.GetValue(GlobalOptions.Verbose) && ending.Detail is { } detail) Terminal.Tell(Console.Error, detail.ToString());
    }

    public static RootCommand Build(string[] args)
    {
        var root = new RootCommand($"ViralTracker finds posts on X that are worth answering and drafts replies. It never posts.\n\nExit codes: {ExitCodes}");
        GlobalOptions.AddTo(root);
        foreach (var option in root.Options)
        {
            if (option is HelpOption help) (help.Action, help.Description) = (new HelpScreen(), "Show this help");
            if (option is not VersionOption version) continue;
            // The library refuses it beside another option.
            version.Validators.Clear();
            version.Action = new VersionScreen();
        }
        foreach (var directive in root.Directives)
            if (directive is SuggestDirective suggest) suggest.Action = new Suggestions(suggest);
        root.AddNamed(args, ProjectCommand.Name, ProjectCommand.Description, ProjectCommand.Build);
        root.AddNamed(args, TwitterCommand.Name, TwitterCommand.Description, () => TwitterCommand.Build(args));
        root.AddNamed(args, GenerateCommand.ForecastName, GenerateCommand.ForecastDescription, GenerateCommand.BuildForecast);
        root.AddNamed(args, StatusCommand.Name, StatusCommand.Description, StatusCommand.Build);
        root.AddNamed(args, CostsCommand.Name, CostsCommand.Description, CostsCommand.Build);
        root.AddNamed(args, CompletionCommand.Name, CompletionCommand.Description, CompletionCommand.Build);
        return root;
    }
}
