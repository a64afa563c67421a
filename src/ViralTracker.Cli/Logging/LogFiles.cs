using System.Globalization;
using System.IO.Compression;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Logging.Abstractions;
using Serilog;
using Serilog.Events;
using Serilog.Extensions.Logging;
using Serilog.Formatting.Json;

namespace ViralTracker.Cli.Logging;

/// <summary>Structured log: JSON lines, a new file each day and each 10 MB; files of earlier days are compressed, and deleted after 30 days.</summary>
internal static class LogFiles
{
    private const long MaxFileBytes = 10 * 1024 * 1024;
    private static readonly TimeSpan Retention = TimeSpan.FromDays(30);

    /// <summary>Opens the log at a level of <c>--log-level</c>. A folder that cannot be written gives a log that goes nowhere: logging never stops a run.</summary>
    /// <param name="createFolder">Makes it where there is none.</param>
    public static ILoggerFactory Open(string folder, Action<string> createFolder, string level, DateTimeOffset now)
    {
        try
        {
            createFolder(folder);
            TidyUp(folder, now);
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            return NullLoggerFactory.Instance;
        }
        var logger = new LoggerConfiguration()
            .MinimumLevel.Is(Level(level))
            .WriteTo.File(
                new JsonFormatter(renderMessage: true),
                Path.Combine(folder, "vt-.jsonl"),
                rollingInterval: RollingInterval.Day,
                rollOnFileSizeLimit: true,
                fileSizeLimitBytes: MaxFileBytes,
                retainedFileCountLimit: null,
                shared: true)
            .CreateLogger();
        return new SerilogLoggerFactory(logger, dispose: true);
    }

    /// <summary>Compresses files of earlier days and deletes what is older than the retention.</summary>
    private static void TidyUp(string folder, DateTimeOffset now)
    {
        // Serilog names files by local date.
        var today = "vt-" + now.ToLocalTime().ToString("yyyyMMdd", CultureInfo.InvariantCulture);
        foreach (var path in Directory.GetFiles(folder, "vt-*.jsonl"))
            if (string.CompareOrdinal(Path.GetFileName(path), 0, today, 0, today.Length) < 0) Try(Compress, path);
        foreach (var path in Directory.GetFiles(folder, "vt-*.jsonl.gz"))
            if (now - File.GetLastWriteTimeUtc(path) > Retention) Try(File.Delete, path);
    }

    private static void Try(Action<string> tidy, string path)
    {
        try
        {
            tidy(path);
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            // Another process may be at it; if not, a later start tries again.
        }
    }

    private static void Compress(string path)
    {
        var written = File.GetLastWriteTimeUtc(path);
        var temporary = path + ".gz.tmp";
        using (var source = File.OpenRead(path))
        using (var target = new GZipStream(File.Create(temporary), CompressionLevel.Optimal))
            source.CopyTo(target);
        File.SetLastWriteTimeUtc(temporary, written);
        File.Move(temporary, path + ".gz", overwrite: true);
        File.Delete(path);
    }

    private static LogEventLevel Level(string level) => level switch
    {
        "debug" => LogEventLevel.Debug,
        "warning" => LogEventLevel.Warning,
        "error" => LogEventLevel.Error,
        _ => LogEventLevel.Information,
    };
}
