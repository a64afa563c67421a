using System.Text.RegularExpressions;
using ViralTracker.Core.Drafting;
using ViralTracker.Core.Projects;

namespace ViralTracker.Adapters.Projects;

/// <summary>A project's own prompt template, prompt.md beside its finder.yml.</summary>
internal static partial class PromptFile
{
    private static readonly WrittenFile Prompt = new(64 << 10, "is larger than 64 KB; it is sent with every request");

    /// <param name="shownAs">The path as messages name it.</param>
    public static Validated<string> Load(string path, string shownAs) => Prompt.Load<string>(path, shownAs, text =>
    {
        var template = text.ReplaceLineEndings("\n");
        var problems = Problems(template, shownAs).ToArray();
        return problems.Length == 0 ? new(template) : new(problems);
    });

    private static IEnumerable<ConfigProblem> Problems(string template, string shownAs)
    {
        var names = new List<string>();
        foreach (Match match in Placeholder().Matches(template))
        {
            var name = match.Groups[1].Value;
            names.Add(name.Trim());
            var line = 1 + template.AsSpan(0, match.Index).Count('\n');
            if (name != name.Trim()) yield return new(shownAs, line, match.Value, $"write it without spaces: {{{{{name.Trim()}}}}}");
            else if (!DraftPrompt.Placeholders.Contains(name)) yield return new(shownAs, line, match.Value, "unknown placeholder" + Hint(name));
        }
        if (!names.Contains(DraftPrompt.Kinds)) yield return new(shownAs, null, "", $"needs {{{{{DraftPrompt.Kinds}}}}}: without it the model is not told which drafts to write");
    }

    private static string Hint(string name) => NearestName.Hint(name, DraftPrompt.Placeholders) is { Length: > 0 } hint ? hint
        : $"; known: {string.Join(", ", DraftPrompt.Placeholders)}";

    [GeneratedRegex(@"\{\{([ \t]*[\w-]+[ \t]*)\}\}")]
    private static partial Regex Placeholder();
}
