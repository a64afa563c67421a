using ViralTracker.Adapters.Projects.Keys;
using ViralTracker.Core.Projects;

namespace ViralTracker.Adapters.Projects;

/// <summary>Reads a project's finder.yml, reporting every problem at once. Nothing here ever writes the file.</summary>
public static class FinderFile
{
    private const int MaxBytes = 1 << 20;

    /// <param name="shownAs">The path as messages name it.</param>
    public static Validated<ProjectConfig> Load(string slug, string path, string shownAs)
    {
        try
        {
            using var file = File.OpenRead(path);
            // One byte more than allowed tells too long from just right without reading a huge file.
            var bytes = new byte[Math.Min(file.Length, MaxBytes + 1)];
            file.ReadExactly(bytes);
            return WithReplies(Parse(slug, path, shownAs, bytes), shownAs);
        }
        catch (Exception error) when (error is IOException or UnauthorizedAccessException)
        {
            return new(new ConfigProblem(shownAs, null, "", $"cannot be read: {error.Message}"));
        }
    }

    /// <summary>The configuration in a file's bytes.</summary>
    public static Validated<ProjectConfig> Parse(string slug, string path, string shownAs, ReadOnlySpan<byte> bytes)
    {
        var problems = new ProblemList(shownAs);
        try
        {
            var root = YamlReader.Read(Decode(bytes));
            if (root is null or { IsEmpty: true })
                problems.Add(null, "", $"is empty; {FinderKeys.Root.WhenEmpty}");
            else if (FinderKeys.Root.TryRead(root, "", problems, out var config))
                return new(config with { Slug = slug, Path = path });
        }
        catch (YamlProblemException error)
        {
            problems.Add(error.Line, "", error.Message);
        }
        return new(problems.Items.OrderBy(problem => problem.Line));
    }

    private static Validated<ProjectConfig> WithReplies(Validated<ProjectConfig> read, string shownAs)
    {
        if (read.Value is not { Voice.RepliesFile: { } file } config) return read;
        var replies = RepliesFile.Load(Path.Combine(Path.GetDirectoryName(config.Path)!, file), Path.GetDirectoryName(shownAs) + "/" + file);
        return replies.Value is { } own ? new(config with { Voice = config.Voice with { Replies = [.. own] } }) : new(replies.Problems);
    }

    private static string Decode(ReadOnlySpan<byte> bytes)
    {
        if (bytes.Length > MaxBytes)
            throw new YamlProblemException(1, "is larger than 1 MB; a project's file is a few KB");
        return Utf8Text.Decode(bytes, (line, message) => new YamlProblemException(line, message));
    }
}
