using System.Collections.Immutable;
using System.Globalization;
using System.Text.RegularExpressions;
using ViralTracker.Core.Projects;

namespace ViralTracker.Adapters.Projects;

/// <summary>The projects of a workspace: a folder each under <c>projects/</c>, with a finder.yml.</summary>
/// <param name="workspace">The workspace's folder.</param>
public sealed partial class ProjectDirectory(string workspace)
{
    private const string FinderName = "finder.yml";
    private const string PromptName = "prompt.md";

    /// <summary>Names of the projects that have a finder.yml, in order.</summary>
    public ImmutableArray<string> Slugs()
    {
        var folder = Path.Combine(workspace, "projects");
        return !Directory.Exists(folder) ? [] :
        [
            .. Directory.EnumerateDirectories(folder)
                .Select(d => Path.GetFileName(d))
                .Where(slug => SlugShape().IsMatch(slug) && File.Exists(FileOf(slug)))
                .Order(StringComparer.Ordinal),
        ];
    }

    /// <summary>Folder whose files are imported before each run; it may be absent.</summary>
    public string PostsFolder(string slug) => Path.Combine(workspace, "projects", slug, "posts");

    /// <summary>That there is no such project, and which there are; null where there is.</summary>
    public string? Missing(string slug) => SlugShape().IsMatch(slug) && File.Exists(FileOf(slug)) ? null : Missing(slug, Slugs());

    /// <summary>A project's configuration with all it names, or every problem of its files.</summary>
    public Validated<ProjectConfig> Load(string slug)
    {
        if (Missing(slug) is { } missing) return new(ConfigProblem.Of(missing));
        var finder = FinderFile.Load(slug, FileOf(slug), Shown(slug));
        var path = FileOf(slug, PromptName);
        if (!File.Exists(path)) return finder;
        var prompt = PromptFile.Load(path, Shown(slug, PromptName));
        return finder.Value is { } config && prompt.Value is { } template
            ? new(config with { PromptTemplate = template })
            : new(finder.Problems.Concat(prompt.Problems));
    }

    /// <summary>Where in its finder.yml a project that loads gives a key, as in <c>line 12 of projects/acme/finder.yml</c>; null where it does not.</summary>
    public string? PlaceOf(string slug, string key) =>
        FinderFile.LineOf(FileOf(slug), key) is { } line ? string.Create(CultureInfo.InvariantCulture, $"line {line} of {Shown(slug)}") : null;

    /// <inheritdoc cref="ProjectAdvice.Of"/>
    public static ImmutableArray<ConfigProblem> Advice(ProjectConfig project) => ProjectAdvice.Of(project, Shown(project.Slug));

    /// <summary>That a project still says what the template says, before a run judges posts by it; null where it does not.</summary>
    public static string? TemplateNote(ProjectConfig project) => ProjectAdvice.FromTemplate(project) is { IsEmpty: false } keys
        ? $"{Shown(project.Slug)} still holds the template's words, and posts are judged and drafted by them: {string.Join(", ", keys)}. Write your own; vt project validate {project.Slug} lists them."
        : null;

    /// <summary>That a project has no topics, before a run judges posts without any; null where it has.</summary>
    public static string? TopicNote(ProjectConfig project) => ProjectAdvice.WithoutTopics(project) is { } message ? $"{Shown(project.Slug)} {message}." : null;

    /// <summary>Writes a commented finder.yml for a new project and returns its path; an existing one is never touched.</summary>
    public Validated<string> Init(string slug)
    {
        if (!SlugShape().IsMatch(slug))
            return new(ConfigProblem.Of(
                $"'{slug}' cannot name a project: use at most 64 lower-case letters, digits, - and _, starting with a letter or digit."));
        try
        {
            Directory.CreateDirectory(Path.GetDirectoryName(FileOf(slug))!);
            using var file = new StreamWriter(new FileStream(FileOf(slug), FileMode.CreateNew, FileAccess.Write));
            file.Write(ProjectTemplate.For(slug));
            return new(FileOf(slug));
        }
        catch (IOException) when (File.Exists(FileOf(slug)))
        {
            return new(ConfigProblem.Of($"The project '{slug}' exists already: {Shown(slug)}. Nothing was changed."));
        }
        catch (Exception error) when (error is IOException or UnauthorizedAccessException)
        {
            return new(ConfigProblem.Of($"{Shown(slug)} cannot be written: {error.Message}"));
        }
    }

    /// <summary>What to do after <see cref="Init"/>.</summary>
    public static string AfterInit(string slug) =>
        $"describe your topics and voice in {Shown(slug)}, then: vt project validate {slug}";

    private static string Missing(string slug, ImmutableArray<string> existing)
    {
        if (existing.IsEmpty)
            return $"There is no project '{slug}', and no other in projects/. Start one with: vt project init my-project";
        var hint = NearestName.Of(slug, existing) is { } near ? $" Did you mean '{near}'?" : "";
        return $"There is no project '{slug}'.{hint} Projects here: {string.Join(", ", existing)}.";
    }

    private string FileOf(string slug, string name = FinderName) => Path.Combine(workspace, "projects", slug, name);

    private static string Shown(string slug, string name = FinderName) => $"projects/{slug}/{name}";

    // \z, not $: a slug with a line break at its end is none.
    [GeneratedRegex(@"^[a-z0-9][a-z0-9_-]{0,63}\z")]
    private static partial Regex SlugShape();
}
