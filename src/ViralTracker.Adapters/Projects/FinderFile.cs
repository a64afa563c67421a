using ViralTracker.Adapters.Projects.Keys;
using ViralTracker.Core.Projects;

namespace ViralTracker.Adapters.Projects;

/// <summary>Reads a project's finder.yml, reporting every problem at once. Nothing here ever writes the file.</summary>
public static class FinderFile
{
    private static readonly WrittenFile Finder = new(1 << 20, "is larger than 1 MB; a project's file is a few KB");

    /// <summary>The configuration with the replies its voice names; their problems beside its own.</summary>
    /// <param name="shownAs">The path as messages name it.</param>
    public static Validated<ProjectConfig> Load(string slug, string path, string shownAs)
    {
        string? named = null;
        var finder = Finder.Load(path, shownAs, yaml =>
        {
            var read = Read(slug, path, shownAs, yaml);
            named = read.Value is { } valid ? valid.Voice.RepliesFile : RepliesNamed(yaml);
            return read;
        });
        if (named is not { } file) return finder;
        var replies = RepliesFile.Load(Path.Combine(Path.GetDirectoryName(path)!, file), Path.GetDirectoryName(shownAs) + "/" + file);
        return finder.Value is { } config && replies.Value is { } own
            ? new(config with { Voice = config.Voice with { Replies = [.. own] } })
            : new(finder.Problems.Concat(replies.Problems));
    }

    /// <summary>The configuration in a file's bytes.</summary>
    public static Validated<ProjectConfig> Parse(string slug, string path, string shownAs, ReadOnlySpan<byte> bytes) =>
        Finder.Parse(bytes, shownAs, yaml => Read(slug, path, shownAs, yaml));

    /// <summary>The line on which a readable file has a key; null where it does not.</summary>
    public static int? LineOf(string path, string key) => YamlReader.Read(File.ReadAllText(path)) is YamlMap root ? root.Find(key)?.Line : null;

    private static Validated<ProjectConfig> Read(string slug, string path, string shownAs, string yaml)
    {
        var read = FinderKeys.Root.ReadDocument(yaml, shownAs);
        return read.Value is { } config ? new(config with { Slug = slug, Path = path }) : read;
    }

    /// <summary>What a file with problems names as its replies; null for nothing.</summary>
    private static string? RepliesNamed(string yaml) =>
        YamlReader.Read(yaml) is YamlMap root && root.Find("voice")?.Value is YamlMap voice && voice.Find("replies_file")?.Value is YamlScalar { IsEmpty: false } name
        && !string.IsNullOrWhiteSpace(name.Text) ? name.Text : null;
}
