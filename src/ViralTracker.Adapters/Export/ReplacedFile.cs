namespace ViralTracker.Adapters.Export;

/// <summary>Writes a whole file or none: to a temporary file in the same folder, flushed to disk and then renamed over the old one.</summary>
public static class ReplacedFile
{
    /// <exception cref="IOException">It could not be written; what was there before is untouched.</exception>
    /// <exception cref="UnauthorizedAccessException">The same, for lack of permission.</exception>
    public static async Task WriteAsync(string path, Func<Stream, Task> write)
    {
        // Renaming over a link would replace the link, and over a device the device.
        var target = Path.GetFullPath((File.Exists(path) ? File.ResolveLinkTarget(path, returnFinalTarget: true)?.FullName : null) ?? path);
        if (!OperatingSystem.IsWindows() && target.StartsWith("/dev/", StringComparison.Ordinal))
        {
            await using var device = new FileStream(target, FileMode.Open, FileAccess.Write, FileShare.ReadWrite, bufferSize: 0);
            await write(device);
            return;
        }
        var temporary = Path.Combine(Path.GetDirectoryName(target)!, $".{Path.GetFileName(target)}.{Path.GetRandomFileName()}.tmp");
        try
        {
            await using (var stream = new FileStream(temporary, FileMode.CreateNew, FileAccess.Write, FileShare.None))
            {
                await write(stream);
                stream.Flush(flushToDisk: true);
            }
            File.Move(temporary, target, overwrite: true);
        }
        catch
        {
            File.Delete(temporary);
            throw;
        }
    }
}
