using System.Globalization;
using System.Text;

namespace ViralTracker.Core.Projects;

/// <summary>The words in which configuration problems are shown, one block a file.</summary>
public static class ConfigProblemText
{
    /// <param name="problems">At least one.</param>
    /// <param name="nextStep">Last line, naming what to do; null for none.</param>
    /// <param name="what">What they are called.</param>
    public static string Render(IEnumerable<ConfigProblem> problems, string? nextStep = null, string what = "problem")
    {
        var text = new StringBuilder();
        foreach (var file in problems.GroupBy(p => p.File))
            AppendFile(text, file.Key, what, [.. file.OrderBy(p => p.Line ?? 0)]);
        if (nextStep is not null)
            text.AppendLine(nextStep);
        return text.ToString().TrimEnd();
    }

    /// <summary>The closing line of every command that stopped on a project's configuration.</summary>
    public static string NothingWasRun(string slug) => $"Nothing was run. Check with: vt project validate {slug}";

    private static void AppendFile(StringBuilder text, string file, string what, IReadOnlyList<ConfigProblem> problems)
    {
        if (file.Length == 0)
        {
            foreach (var problem in problems)
                text.AppendLine(problem.Message);
            return;
        }
        text.AppendLine(CultureInfo.InvariantCulture, $"{file} has {problems.Count} {what}{(problems.Count == 1 ? "" : "s")}:");
        var lines = problems.Select(p => p.Line is { } line ? $"line {line}" : "").ToList();
        var lineWidth = lines.Max(l => l.Length);
        var keyWidth = problems.Max(p => p.Key.Length);
        for (var i = 0; i < problems.Count; i++)
        {
            var cells = new[] { lines[i].PadRight(lineWidth), problems[i].Key.PadRight(keyWidth), problems[i].Message };
            text.Append("  ").AppendLine(string.Join("  ", cells.Where(c => c.Length > 0)));
        }
    }
}
