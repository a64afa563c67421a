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
}
