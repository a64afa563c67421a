using ViralTracker.Core.Projects;

namespace ViralTracker.Adapters.Projects;

/// <summary>Reads a project's finder.yml, reporting every problem at once. Nothing here ever writes the file.</summary>
public static class FinderFile
{
    private static readonly WrittenFile Finder = new(1 << 20, "is larger than 1 MB; a project's file is a few KB");

    /// <param name="shownAs">The path as messages name it.</param>
    public static Validated<ProjectConfig> Load(string slug, string path, string shownAs) =>
        WithReplies(Finder.Load(path, shownAs, yaml => Read(slug, path, shownAs, yaml)), shownAs);

    /// <summary>The configuration in a file's bytes.</summary>
    public static Validated<ProjectConfig> Parse(string slug, string path, string shownAs, ReadOnlySpan<byte> bytes) =>
        Finder.Parse(bytes, shownAs, yaml => Read(slug, path, shownAs, yaml));

    private static Validated<ProjectConfig> Read(string slug, string path, string shownAs, string yaml)
    {
        var read = FinderKeys.Root.ReadDocument(yaml, shownAs);
        return read.Value is { } config ? new(config with { Slug = slug, Path = path }) : read;
    }

    private static Validated<ProjectConfig> WithReplies(Validated<ProjectConfig> read, string shownAs)
    {
        if (read.Value is not { Voice.RepliesFile: { } file } config) return read;
        var replies = RepliesFile.Load(Path.Combine(Path.GetDirectoryName(config.Path)!, file), Path.GetDirectoryName(shownAs) + "/" + file);
        return replies.Value is { } own ? new(config with { Voice = config.Voice with { Replies = [.. own] } }) : new(replies.Problems);
    }
}
