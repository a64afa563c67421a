using ViralTracker.Core.Projects;

namespace ViralTracker.Adapters.Configuration;

/// <summary>The folder that holds <c>projects/</c> and what the program keeps beside it.</summary>
/// <param name="Root">Absolute path.</param>
public sealed record Workspace(string Root)
{
    /// <summary>Read at start, never overriding the environment.</summary>
    public string DotEnvFile => Path.Combine(Root, ".env");

    public string LogsFolder => Path.Combine(Root, ".viraltracker", "logs");

    /// <summary>Where the database is, as an absolute path.</summary>
    /// <param name="option"><c>--database</c>, relative to <paramref name="currentDirectory"/>.</param>
    /// <param name="variable"><c>VT_DATABASE</c>, relative to the workspace, since its .env may set it.</param>
    public string DatabasePath(string? option, string? variable, string currentDirectory) =>
        !string.IsNullOrWhiteSpace(option) ? Path.GetFullPath(option, currentDirectory)
        : !string.IsNullOrWhiteSpace(variable) ? Path.GetFullPath(variable, Root)
        : Path.Combine(Root, ".viraltracker", "viraltracker.db");

    /// <summary>The workspace that is named, else the nearest folder upwards with <c>projects/</c>.</summary>
    /// <param name="option"><c>--workspace</c>, relative to <paramref name="currentDirectory"/> as the variable is.</param>
    /// <param name="variable"><c>VT_WORKSPACE</c>.</param>
    /// <param name="directoryExists">Such as <see cref="Directory.Exists"/>.</param>
    public static Validated<Workspace> Find(string? option, string? variable, string currentDirectory, Func<string, bool> directoryExists)
    {
        if (!string.IsNullOrWhiteSpace(option))
            return Named("--workspace", option, currentDirectory, directoryExists);
        if (!string.IsNullOrWhiteSpace(variable))
            return Named("VT_WORKSPACE", variable, currentDirectory, directoryExists);
        for (var folder = Path.GetFullPath(currentDirectory); folder is not null; folder = Path.GetDirectoryName(folder))
            if (directoryExists(Path.Combine(folder, "projects")))
                return new(new Workspace(folder));
        return new(ConfigProblem.Of(
            $"No workspace found: neither {currentDirectory} nor a folder above it holds 'projects', and neither --workspace nor VT_WORKSPACE is given. "
            + "Start one here with: vt project init my-project"));
    }

    /// <summary>As <see cref="Find"/>, for making a first project: without any workspace the current folder becomes one.</summary>
    public static Validated<Workspace> FindOrStart(string? option, string? variable, string currentDirectory, Func<string, bool> directoryExists)
    {
        var found = Find(option, variable, currentDirectory, directoryExists);
        var isNamed = !string.IsNullOrWhiteSpace(option) || !string.IsNullOrWhiteSpace(variable);
        return found.Value is null && !isNamed ? new(new Workspace(Path.GetFullPath(currentDirectory))) : found;
    }

    private static Validated<Workspace> Named(string by, string path, string currentDirectory, Func<string, bool> directoryExists)
    {
        var root = Path.TrimEndingDirectorySeparator(Path.GetFullPath(path, currentDirectory));
        return directoryExists(root)
            ? new(new Workspace(root))
            : new(ConfigProblem.Of($"The workspace that {by} names is not a folder: {root}"));
    }
}
