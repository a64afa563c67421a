namespace ViralTracker.Adapters.Export;

/// <summary>Writes a whole file or none: to a temporary file in the same folder, flushed to disk and then renamed over the old one.</summary>
public static class ReplacedFile
{
    /// <exception cref="IOException">It could not be written; what was there before is untouched.</exception>
    /// <exception cref="UnauthorizedAccessException">The same, for lack of permission.</exception>
    public static async Task WriteAsync(string path, Func<Stream, Task> write)
    {
        // The framework looks for the target of a link without a folder at the root.
        path = Path.GetFullPath(path);
        // Renaming over a link would replace the link. Those among the devices may lead to what has no path.
        var target = (File.Exists(path) && !IsDevice(path) ? File.ResolveLinkTarget(path, returnFinalTarget: true)?.FullName : null) ?? path;
        if (OpenUnlessFile(target) is { } stream)
        {
            await using (stream) await write(stream);
            return;
        }
        var temporary = Path.Combine(Path.GetDirectoryName(target)!, $".{Path.GetFileName(target)}.{Path.GetRandomFileName()}.tmp");
        try
        {
            await using (var file = new FileStream(temporary, FileMode.CreateNew, FileAccess.Write, FileShare.None))
            {
                // Who may read the old file may read the new one, and nobody else.
                if (!OperatingSystem.IsWindows() && File.Exists(target)) File.SetUnixFileMode(file.SafeFileHandle, File.GetUnixFileMode(target));
                await write(file);
                file.Flush(flushToDisk: true);
            }
            File.Move(temporary, target, overwrite: true);
        }
        catch
        {
            File.Delete(temporary);
            throw;
        }
    }

    /// <summary>A device or a pipe, which renaming would replace; null for a file, or where there is nothing yet.</summary>
    private static FileStream? OpenUnlessFile(string path)
    {
        if (OperatingSystem.IsWindows() || !File.Exists(path)) return null;
        var stream = new FileStream(path, FileMode.Open, FileAccess.Write, FileShare.ReadWrite, bufferSize: 0);
        if (IsDevice(path) || !stream.CanSeek) return stream;
        stream.Dispose();
        return null;
    }

    /// <summary>Linux has a folder of files among the devices.</summary>
    private static bool IsDevice(string path) => path.StartsWith("/dev/", StringComparison.Ordinal) && !path.StartsWith("/dev/shm/", StringComparison.Ordinal);
}
