using System.Text;
using ViralTracker.Adapters.Projects.Keys;
using ViralTracker.Core.Projects;

namespace ViralTracker.Adapters.Projects;

/// <summary>Reads a project's finder.yml, reporting every problem at once. Nothing here ever writes the file.</summary>
public static class FinderFile
{
    private const int MaxBytes = 1 << 20;

    private static readonly UTF8Encoding StrictUtf8 = new(encoderShouldEmitUTF8Identifier: false, throwOnInvalidBytes: true);

    /// <param name="shownAs">The path as messages name it.</param>
    public static Validated<ProjectConfig> Load(string slug, string path, string shownAs)
    {
        try
        {
            using var file = File.OpenRead(path);
            // One byte more than allowed tells too long from just right without reading a huge file.
            var bytes = new byte[Math.Min(file.Length, MaxBytes + 1)];
            file.ReadExactly(bytes);
            return Parse(slug, path, shownAs, bytes);
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
        return new(problems.Items);
    }

    private static string Decode(ReadOnlySpan<byte> bytes)
    {
        if (bytes.Length > MaxBytes)
            throw new YamlProblemException(1, "is larger than 1 MB; a project's file is a few KB");
        if (bytes.StartsWith<byte>([0xFF, 0xFE]) || bytes.StartsWith<byte>([0xFE, 0xFF]))
            throw new YamlProblemException(1, "is UTF-16; save it as UTF-8");
        if (bytes.StartsWith<byte>([0xEF, 0xBB, 0xBF]))
            bytes = bytes[3..];
        try
        {
            return StrictUtf8.GetString(bytes);
        }
        catch (DecoderFallbackException error)
        {
            var line = 1 + bytes[..Math.Clamp(error.Index, 0, bytes.Length)].Count((byte)'\n');
            throw new YamlProblemException(line, "holds bytes that are not UTF-8; save it as UTF-8");
        }
    }
}
