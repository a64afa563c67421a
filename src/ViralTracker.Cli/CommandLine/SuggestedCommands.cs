using System.CommandLine;
using System.Text.RegularExpressions;

namespace ViralTracker.Cli.CommandLine;

/// <summary>
/// Commands that a line suggests. They carry the options by which this one was told where projects and drafts are: without them another would look elsewhere.
/// </summary>
internal sealed partial class SuggestedCommands(ParseResult parsed)
{
    private readonly string _places = string.Concat(new[] { GlobalOptions.Workspace, GlobalOptions.Database }
        .Where(option => !string.IsNullOrWhiteSpace(parsed.GetValue(option)))
        .Select(option => $" {option.Name} {Quoted(parsed.GetValue(option)!)}"));

    public string In(string line) => _places.Length == 0 ? line : Command().Replace(line, vt => vt.Value + _places);

    /// <summary>As a shell takes it for one word.</summary>
    private static string Quoted(string path) => Word().IsMatch(path) ? path : $"'{path.Replace("'", @"'\''", StringComparison.Ordinal)}'";

    [GeneratedRegex(@"(?<![\w./-])vt(?= (project|twitter|forecast|status|costs)\b)", RegexOptions.ExplicitCapture)]
    private static partial Regex Command();

    [GeneratedRegex(@"^[\w./:@%+=,-]+\z")]
    private static partial Regex Word();
}
