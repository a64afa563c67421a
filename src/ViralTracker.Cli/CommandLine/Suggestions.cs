using System.CommandLine;
using System.CommandLine.Completions;
using System.CommandLine.Invocation;
using System.CommandLine.Parsing;
using System.Globalization;

namespace ViralTracker.Cli.CommandLine;

/// <summary>
/// Answers a shell's <c>vt [suggest:POSITION] LINE</c> with a word a line: the values of the option before, a command's verbs and arguments, or, once a
/// dash is typed or nothing else can follow, its options. No words mean that the shell may offer files.
/// </summary>
internal sealed class Suggestions(SuggestDirective directive) : SynchronousCommandLineAction
{
    /// <summary>The line as one word is no command.</summary>
    public override bool ClearsParseErrors => true;

    public override int Invoke(ParseResult parseResult)
    {
        var line = parseResult.UnmatchedTokens is [.., var last] ? last : "";
        var position = parseResult.GetResult(directive)?.Values is [var given, ..] && int.TryParse(given, CultureInfo.InvariantCulture, out var at) ? at : line.Length;
        foreach (var word in Words(parseResult.RootCommandResult.Command, line[..Math.Clamp(position, 0, line.Length)]))
            parseResult.InvocationConfiguration.Output.WriteLine(word);
        return ExitCode.Done;
    }

    private static IEnumerable<string> Words(Command root, string line)
    {
        string[] words = [.. CommandLineParser.SplitCommandLine(line)];
        var typed = words.Length > 0 && !char.IsWhiteSpace(line[^1]) ? words[^1] : "";
        // The first is the name of the program.
        var parsed = root.Parse([.. words.Skip(1).SkipLast(typed.Length > 0 ? 1 : 0)]);
        var command = parsed.CommandResult.Command;
        if (typed.StartsWith('-') && typed.IndexOf('=', StringComparison.Ordinal) is > 0 and var sign)
            return Beginning(Values(command, typed[..sign], parsed).Select(value => typed[..(sign + 1)] + value), typed);
        if (words.Length > 1 && typed.Length == 0 && TakesValue(command, words[^1])) return Values(command, words[^1], parsed).Order(StringComparer.Ordinal);
        if (words.Length > 2 && typed.Length > 0 && TakesValue(command, words[^2])) return Beginning(Values(command, words[^2], parsed), typed);
        var wantsOptions = typed.StartsWith('-') || (command.Subcommands.Count == 0 && command.Arguments.Count == 0);
        return Beginning(
            wantsOptions ? command.AllOptions().Where(option => !option.Hidden).Select(option => option.Name)
                : command.Subcommands.Select(child => child.Name).Concat(command.Arguments.SelectMany(argument => Values(argument.CompletionSources, parsed))),
            typed);
    }

    private static IEnumerable<string> Beginning(IEnumerable<string> words, string typed) =>
        words.Where(word => word.StartsWith(typed, StringComparison.OrdinalIgnoreCase)).Order(StringComparer.Ordinal);

    private static bool TakesValue(Command command, string word) => Find(command, word) is { } option && option.ValueType != typeof(bool) && option.Arity.MaximumNumberOfValues > 0;

    private static IEnumerable<string> Values(Command command, string word, ParseResult parsed) =>
        Find(command, word) is { } option ? Values(option.CompletionSources, parsed) : [];

    private static IEnumerable<string> Values(IEnumerable<Func<CompletionContext, IEnumerable<CompletionItem>>> sources, ParseResult parsed) =>
        sources.SelectMany(source => source(parsed.GetCompletionContext())).Select(item => item.Label);

    private static Option? Find(Command command, string word) => command.AllOptions().FirstOrDefault(option => option.Is(word));
}
