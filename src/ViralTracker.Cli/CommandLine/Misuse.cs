using System.CommandLine;
using System.CommandLine.Parsing;
using System.Text.RegularExpressions;
using ViralTracker.Cli.Screens;
using ViralTracker.Core.Projects;

namespace ViralTracker.Cli.CommandLine;

/// <summary>Says what was typed wrong, and what was probably meant.</summary>
internal static partial class Misuse
{
    public static int Tell(ParseResult parsed)
    {
        var command = parsed.CommandResult.Command;
        // What follows an unknown word is read wrongly too: the library's further errors would mislead.
        string[] mistakes = parsed.UnmatchedTokens.Count > 0 ? [Unknown(parsed.UnmatchedTokens[0], command)]
            : [.. parsed.Errors.Where(error => command.Subcommands.Count == 0 || error.SymbolResult is not CommandResult).Select(Words)];
        if (mistakes.Length == 0)
        {
            // Only its verbs are missing: all of them are the answer.
            Console.Error.Write(HelpScreen.Of(parsed));
            return ExitCode.Usage;
        }
        foreach (var mistake in mistakes) Terminal.Tell(Console.Error, mistake);
        Terminal.Tell(Console.Error, $"See: {command.Path()} --help");
        return ExitCode.Usage;
    }

    private static string Unknown(string typed, Command command)
    {
        if (typed.StartsWith('-')) return $"unknown option {typed}{NearestName.Hint(typed, Options(command))}";
        return command.Subcommands.Count > 0
            ? $"unknown command '{typed}'{NearestName.Hint(typed, command.Subcommands.Select(c => c.Name))}"
            : $"unexpected argument '{typed}'";
    }

    private static IEnumerable<string> Options(Command command)
    {
        for (var level = command; level is not null; level = level.Above())
        {
            foreach (var option in level.Options)
                if (level == command || option.Recursive) yield return option.Name;
        }
    }

    /// <summary>The library is wordy.</summary>
    private static string Words(ParseError error)
    {
        if (Required().Match(error.Message) is { Success: true } required) return required.Groups[1].Value + " is required";
        if (NoValue().Match(error.Message) is { Success: true } bare) return bare.Groups[1].Value + " needs a value";
        if (NoArgument().Match(error.Message) is { Success: true } missing) return missing.Groups[1].Value + " is missing";
        return error.Message;
    }

    [GeneratedRegex("^Option '(.+)' is required")]
    private static partial Regex Required();

    [GeneratedRegex("^Required argument missing for option: '(.+)'")]
    private static partial Regex NoValue();

    [GeneratedRegex("^Required argument '(.+)' missing")]
    private static partial Regex NoArgument();
}
