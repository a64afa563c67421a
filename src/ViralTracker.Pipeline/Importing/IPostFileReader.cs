namespace ViralTracker.Pipeline.Importing;

/// <summary>Reads posts from a file as a stream, a row at a time.</summary>
public interface IPostFileReader
{
    /// <summary>
    /// Items in the file's order. What is wrong with the content comes as items;
    /// only failures of the stream itself and cancellation are thrown. The stream is left open.
    /// </summary>
    IAsyncEnumerable<ImportItem> Read(
        Stream stream, string fileName, ImportFormat format, CancellationToken cancellationToken);

    /// <summary>The files of posts in a folder, by name; none where it does not exist.</summary>
    IEnumerable<PostFile> Files(string folder);
}

/// <param name="Open">Throws <see cref="IOException"/> or <see cref="UnauthorizedAccessException"/> where it cannot be read; gives a stream that can seek.</param>
public sealed record PostFile(string Name, string Path, Func<Stream> Open);
