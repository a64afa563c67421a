using ViralTracker.Adapters.Sources.Files;
using ViralTracker.Core.Projects;

namespace ViralTracker.Adapters.Projects;

/// <summary>Why a file that a person wrote cannot be used; never leaves its loader.</summary>
/// <param name="line">Null where the whole file is meant.</param>
internal sealed class FileProblemException(int? line, string message) : Exception(message)
{
    public int? Line { get; } = line;
}

/// <summary>Loads files that people write: whatever is wrong with one is a problem that names it, with the line where there is one.</summary>
/// <param name="maxBytes">Far above any real file of the kind.</param>
/// <param name="tooLarge">What is said of a larger one.</param>
internal sealed class WrittenFile(int maxBytes, string tooLarge)
{
    /// <param name="shownAs">The path as messages name it.</param>
    /// <param name="read">May throw <see cref="FileProblemException"/>.</param>
    public Validated<T> Load<T>(string path, string shownAs, Func<string, Validated<T>> read)
        where T : class
    {
        try
        {
            using var file = OrdinaryFile.OpenRead(path);
            // One byte more than allowed tells too long from just right.
            var bytes = new byte[maxBytes + 1];
            return Parse(bytes.AsSpan(0, file.ReadAtLeast(bytes, bytes.Length, throwOnEndOfStream: false)), shownAs, read);
        }
        catch (Exception error) when (error is IOException or UnauthorizedAccessException)
        {
            return new(new ConfigProblem(shownAs, null, "", $"cannot be read: {error.Message}"));
        }
    }

    /// <inheritdoc cref="Load{T}"/>
    public Validated<T> Parse<T>(ReadOnlySpan<byte> bytes, string shownAs, Func<string, Validated<T>> read)
        where T : class
    {
        if (bytes.Length > maxBytes) return new(new ConfigProblem(shownAs, null, "", tooLarge));
        try
        {
            return read(Utf8Text.Decode(bytes));
        }
        catch (FileProblemException problem)
        {
            return new(new ConfigProblem(shownAs, problem.Line, "", problem.Message));
        }
    }
}
