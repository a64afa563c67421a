using System.Collections.Immutable;
using ViralTracker.Core.Projects;
using ViralTracker.Core.Scoring;

namespace ViralTracker.Adapters.Projects;

/// <summary>What a valid finder.yml lacks to find the right posts. Nothing is stopped by it.</summary>
public static class ProjectAdvice
{
    /// <summary>All of it, each with its key.</summary>
    /// <param name="shownAs">The file as messages name it.</param>
    public static ImmutableArray<ConfigProblem> Of(ProjectConfig project, string shownAs) =>
        [.. Leftovers(project).Concat(Topics(project)).Select(each => new ConfigProblem(shownAs, null, each.Key, each.Message))];

    /// <summary>Keys whose values are still those of the template that <c>project init</c> writes.</summary>
    public static ImmutableArray<string> FromTemplate(ProjectConfig project) => [.. Leftovers(project).Select(each => each.Key)];

    /// <summary>What becomes of posts where there is no topic; null where there is one.</summary>
    public static string? WithoutTopics(ProjectConfig project) =>
        !project.Taxonomy.IsEmpty ? null
        : project.Scoring == PostScorer.Classic ? "has no topic, so relevance adds nothing to any score; give at least one"
        : "has no topic, so no post is relevant and all score 0; give at least one";

    private static IEnumerable<(string Key, string Message)> Leftovers(ProjectConfig project) => project.Taxonomy
        .SelectMany((topic, i) => Texts($"taxonomy[{i + 1}].exemplars", topic.Exemplars)
            .Prepend(($"taxonomy[{i + 1}].description", topic.Description))
            .Prepend(($"taxonomy[{i + 1}].label", topic.Label)))
        .Append(("voice.persona", project.Voice.Persona))
        .Concat(Texts("voice.examples.good", project.Voice.GoodExamples))
        .Where(each => ProjectTemplate.IsPlaceholder(each.Item2))
        .Select(each => (each.Item1, $"is still the template's '{each.Item2}'; write your own"));

    private static IEnumerable<(string, string)> Texts(string key, ImmutableArray<string> texts) => texts.Select((text, i) => ($"{key}[{i + 1}]", text));

    private static IEnumerable<(string Key, string Message)> Topics(ProjectConfig project) => WithoutTopics(project) is { } message
        ? [("taxonomy", message)]
        : project.Taxonomy.Index()
            .Where(each => each.Item.Exemplars.IsEmpty)
            .Select(each => ($"taxonomy[{each.Index + 1}]", each.Item.Description.Length == 0
                ? $"'{each.Item.Label}' has only a label; a description and three to ten exemplars make matching much better"
                : $"'{each.Item.Label}' has no exemplars; three to ten make matching much better"));
}
