using System.Text.RegularExpressions;

namespace ViralTracker.Adapters.Projects.Keys;

/// <summary>Says in words of a person's file what the YAML parser found wrong.</summary>
internal static partial class YamlSyntaxText
{
    /// <param name="line">Where the parser stopped, 1-based.</param>
    /// <param name="parserMessage">The parser's own words.</param>
    public static FileProblemException Explain(int line, string parserMessage, string text)
    {
        var lines = text.Split('\n');
        var written = line >= 1 && line <= lines.Length ? lines[line - 1] : "";
        if (parserMessage.Contains("tab as indentation", StringComparison.Ordinal) || TabIndent().IsMatch(written))
        {
            var tabbed = Array.FindIndex(lines, Math.Max(0, line - 1), TabIndent().IsMatch);
            return new(tabbed < 0 ? line : tabbed + 1, "is indented with a tab; YAML takes only spaces");
        }
        return new(line, Reason(parserMessage, written));
    }

    private static string Reason(string parser, string written) => parser switch
    {
        _ when parser.Contains("cannot start any token", StringComparison.Ordinal)
            => "starts a value with a character that YAML reserves (such as @, ` or %); put the value in quotes",
        _ when parser.Contains("invalid mapping", StringComparison.Ordinal)
            => "has a ': ' where no key can be; put a text that contains ': ' in quotes, or fix the indentation",
        _ when parser.Contains("unknown escape", StringComparison.Ordinal)
            => "has an unknown escape in double quotes; write '\\\\' for a backslash, or use single quotes",
        _ when parser.Contains("quoted scalar", StringComparison.Ordinal) => "opens a quote that is never closed",
        _ when parser.Contains("flow", StringComparison.Ordinal) || parser.Length == 0 => "has a '[' or '{' that is never closed, or a ',' missing inside it",
        _ when written.Contains('\'', StringComparison.Ordinal) || written.Contains('"', StringComparison.Ordinal)
            => "does not fit: fix the indentation or the quotes (inside '…' an apostrophe is written twice)",
        _ => "does not fit: keys of one group, and the dashes of one list, must start in the same column",
    };

    [GeneratedRegex(@"^ *\t")]
    private static partial Regex TabIndent();
}
