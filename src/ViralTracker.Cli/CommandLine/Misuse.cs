using System.CommandLine;
using System.CommandLine.Parsing;
using System.Text.RegularExpressions;
using ViralTracker.Cli.Commands;
using ViralTracker.Cli.Screens;
using ViralTracker.Core.Projects;

namespace ViralTracker.Cli.CommandLine;

/// <summary>Says what was typed wrong, and what was probably meant.</summary>
internal static partial class Misuse
{
    /// <summary>Whether a line cannot be run as it stands.</summary>
    public static bool In(ParseResult parsed) => parsed.Errors.Count > 0 || (parsed.Action is not HelpScreen && Stray(parsed) is not null);

    public static int Tell(ParseResult parsed)
    {
        var command = parsed.CommandResult.Command;
        // What follows an unknown word is read wrongly too: the library's further errors would mislead.
        string[] mistakes = (Stray(parsed) ?? (parsed.UnmatchedTokens is [var first, ..] ? first : null)) is { } unknown ? [Unknown(unknown, command)]
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

    /// <summary>An option the command does not have, which the library takes for a file or an id; after <c>--</c> it is one.</summary>
    private static string? Stray(ParseResult parsed)
    {
        foreach (var token in parsed.Tokens)
        {
            if (token.Type == TokenType.DoubleDash) return null;
            if (token is { Type: TokenType.Argument, Value: ['-', _, ..] } && IsArgument(token)) return token.Value;
        }
        return null;

        bool IsArgument(Token token)
        {
            foreach (var child in parsed.CommandResult.Children)
                if (child is ArgumentResult argument && argument.Tokens.Contains(token)) return true;
            return false;
        }
    }

    private static string Unknown(string typed, Command command)
    {
        if (typed.StartsWith('-'))
        {
            return command.Options.Any(option => option.Is(typed))
                ? $"{typed} must stand after '{command.Name}'"
                : $"unknown option {typed}{NearestName.Hint(typed, command.AllOptions().Select(option => option.Name))}";
        }
        if (command.Subcommands.Count == 0) return $"unexpected argument '{typed}'";
        return $"unknown command '{typed}'" + (NearestName.Hint(typed, command.Subcommands.Select(c => c.Name)) is { Length: > 0 } hint ? hint : Elsewhere(typed));
    }

    /// <summary>The command of another group, or above, that was probably meant.</summary>
    private static string Elsewhere(string typed)
    {
        var root = VtCommand.Build([ProjectCommand.Name, TwitterCommand.Name]);
        Command[] all = [.. root.Subcommands, .. root.Subcommands.SelectMany(group => group.Subcommands)];
        return NearestName.Of(typed, all.Select(c => c.Name)) is { } name ? $"; did you mean '{all.First(c => c.Name == name).Path()}'?" : "";
    }

    /// <summary>The library is wordy.</summary>
    private static string Words(ParseError error)
    {
        if (Required().Match(error.Message) is { Success: true } required) return required.Groups[1].Value + " is required";
        if (NoValue().Match(error.Message) is { Success: true } bare) return bare.Groups[1].Value + " needs a value";
        if (NoArgument().Match(error.Message) is { Success: true } missing) return missing.Groups[1].Value + " is missing";
        if (Repeated().Match(error.Message) is { Success: true } many) return $"{many.Groups[1].Value} takes one value, and {many.Groups[2].Value} are given";
        return error.Message;
    }

    [GeneratedRegex("^Option '(.+)' is required")]
    private static partial Regex Required();

    [GeneratedRegex("^Required argument missing for option: '(.+)'")]
    private static partial Regex NoValue();

    [GeneratedRegex("^Option '(.+)' expects a single argument but (\\d+) were provided")]
    private static partial Regex Repeated();

    [GeneratedRegex("^Required argument '(.+)' missing")]
    private static partial Regex NoArgument();
}
