using System.Collections.Immutable;
using System.Text;
using System.Text.RegularExpressions;
using ViralTracker.Core.Projects;

namespace ViralTracker.Adapters.Configuration;

/// <summary>
/// A <c>.env</c> file: lines of KEY=VALUE, optionally after <c>export</c>; '…' as written, "…" with \n \t \" \\; # starts a comment.
/// Messages name lines and keys, never values: these are secrets.
/// </summary>
public static partial class DotEnv
{
    /// <summary>Sets what the file gives and the environment lacks; an absent file is no problem.</summary>
    public static ImmutableArray<ConfigProblem> Apply(string path, string shownAs)
    {
        string text;
        try
        {
            text = File.ReadAllText(path);
        }
        catch (Exception error) when (error is FileNotFoundException or DirectoryNotFoundException)
        {
            return [];
        }
        catch (Exception error) when (error is IOException or UnauthorizedAccessException)
        {
            return [new(shownAs, null, "", $"cannot be read: {error.Message}")];
        }
        var entries = Parse(shownAs, text);
        foreach (var (key, value) in Missing(entries.Value ?? ImmutableSortedDictionary<string, string>.Empty, Environment.GetEnvironmentVariable))
            Environment.SetEnvironmentVariable(key, value);
        return entries.Problems;
    }

    /// <summary>The line that gives the variable its present value; null where none does, or the file cannot be read.</summary>
    public static int? LineOf(string path, string key)
    {
        try
        {
            return LineOf(File.ReadAllText(path), key, Environment.GetEnvironmentVariable(key));
        }
        catch (Exception error) when (error is IOException or UnauthorizedAccessException)
        {
            return null;
        }
    }

    /// <summary>The last line of the text that gives the variable this value.</summary>
    public static int? LineOf(string text, string key, string? value)
    {
        int? found = null;
        foreach (var (number, line) in Lines(text))
            if (Assignment().Match(line) is { Success: true } match && match.Groups["key"].Value == key
                && ReadValue(match.Groups["value"].Value, out var given) is null && given == value)
                found = number;
        return found;
    }

    /// <summary>The entries that the environment does not have.</summary>
    public static IEnumerable<KeyValuePair<string, string>> Missing(
        IEnumerable<KeyValuePair<string, string>> entries, Func<string, string?> environment) =>
        entries.Where(e => environment(e.Key) is null);

    /// <summary>A file's entries; of a repeated key the last.</summary>
    public static Validated<ImmutableSortedDictionary<string, string>> Parse(string file, string text)
    {
        var problems = new List<ConfigProblem>();
        var entries = ImmutableSortedDictionary.CreateBuilder<string, string>(StringComparer.Ordinal);
        foreach (var (number, line) in Lines(text))
        {
            var match = Assignment().Match(line);
            if (!match.Success)
                problems.Add(new(file, number, "", "is not KEY=VALUE; a key is letters, digits and _"));
            else if (ReadValue(match.Groups["value"].Value, out var value) is { } problem)
                problems.Add(new(file, number, match.Groups["key"].Value, problem));
            else
                entries[match.Groups["key"].Value] = value;
        }
        return problems.Count > 0 ? new(problems) : new(entries.ToImmutable());
    }

    /// <summary>Lines that say something, without white space around them, by number from 1.</summary>
    private static IEnumerable<(int Number, string Line)> Lines(string text) =>
        text.TrimStart('\uFEFF').Split('\n').Select((line, i) => (Number: i + 1, Line: line.Trim())).Where(line => line.Line is not ("" or ['#', ..]));

    private static string? ReadValue(string written, out string value)
    {
        value = "";
        if (written is not ['"' or '\'', ..])
        {
            value = UnquotedComment().Replace(written, "").Trim();
            return null;
        }
        var text = new StringBuilder();
        var quote = written[0];
        var i = 1;
        for (; i < written.Length && written[i] != quote; i++)
        {
            var escaped = quote == '"' && written[i] == '\\' && i + 1 < written.Length;
            text.Append(escaped ? Unescape(written[++i]) : written[i].ToString());
        }
        if (i == written.Length)
            return "opens a quote that is not closed on the same line";
        value = text.ToString();
        return written[(i + 1)..].TrimStart() is "" or ['#', ..] ? null : "has text after the closing quote";
    }

    private static string Unescape(char letter) => letter switch
    {
        'n' => "\n",
        'r' => "\r",
        't' => "\t",
        '"' or '\\' or '$' => letter.ToString(),
        _ => "\\" + letter,
    };

    [GeneratedRegex(@"^(export\s+)?(?<key>[A-Za-z_][A-Za-z0-9_]*)\s*=\s*(?<value>.*)$")]
    private static partial Regex Assignment();

    [GeneratedRegex(@"(^|\s)#.*$")]
    private static partial Regex UnquotedComment();
}
