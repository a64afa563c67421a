using Microsoft.Win32.SafeHandles;
using ViralTracker.Adapters.Export;
using ViralTracker.Cli.CommandLine;
using ViralTracker.Cli.Screens;
using ViralTracker.Pipeline.Export;

namespace ViralTracker.Cli.Composition;

/// <summary>Where an export goes: a file that is replaced as a whole, or standard output (<c>-</c>).</summary>
internal sealed record ExportOutput(string Path, string Shown, ExportFormat Format)
{
    private const string StandardOutput = "-";

    public bool IsStandardOutput => Path == StandardOutput;

    /// <summary>The format is what was asked for, else what the file's name says, else CSV.</summary>
    /// <exception cref="UserErrorException">The name says a format that exports do not have.</exception>
    public static ExportOutput Of(string path, ExportFormat? format) => new(
        path,
        path == StandardOutput ? "standard output" : Cells.OneLine(path),
        format ?? System.IO.Path.GetExtension(path).ToLowerInvariant() switch
        {
            ".jsonl" or ".ndjson" => ExportFormat.Jsonl,
            ".md" or ".markdown" => ExportFormat.Md,
            ".xlsx" or ".xls" or ".ods" or ".json" or ".html" or ".pdf" or ".docx" or ".tsv" =>
                throw new UserErrorException($"--out: {Cells.OneLine(path)}: exports are .csv, .jsonl or .md files; name it so, or say which of them it shall be with --format."),
            _ => ExportFormat.Csv,
        });

    /// <summary>Returns when all of it is handed over.</summary>
    /// <exception cref="UserErrorException">It could not be written, or its reader went away.</exception>
    public Task WriteAsync(ExportSheet sheet, CancellationToken ct) =>
        WriteAsync(stream => ExportWriter.WriteAsync(stream, sheet, Format, ct));

    /// <inheritdoc cref="WriteAsync(ExportSheet, CancellationToken)"/>
    public Task WriteAsync(Action<Stream> write) => WriteAsync(stream =>
    {
        write(stream);
        return Task.CompletedTask;
    });

    private async Task WriteAsync(Func<Stream, Task> write)
    {
        if (!IsStandardOutput && Directory.Exists(Path)) throw new UserErrorException($"{Words.NoFile(Path)}. Nothing was written or marked exported.");
        try
        {
            if (IsStandardOutput)
            {
                await using var stream = OpenStandardOutput();
                await write(stream);
            }
            else
            {
                await ReplacedFile.WriteAsync(Path, write);
            }
        }
        catch (DirectoryNotFoundException e)
        {
            throw new UserErrorException($"{Shown}: no such folder. Nothing was written or marked exported.", ExitCode.Usage, e);
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            throw IsStandardOutput
                ? new UserErrorException($"Standard output took not all of it: {e.Message}\nNothing was marked exported.", ExitCode.Failures, e)
                : new UserErrorException($"{Shown}: cannot be written: {e.Message}\nNothing was marked exported.", e is IOException ? ExitCode.Failures : ExitCode.Usage, e);
        }
    }

    /// <summary>The console's own stream swallows the error of a closed pipe, and its posts would count as handed over.</summary>
    private static Stream OpenStandardOutput()
    {
        if (OperatingSystem.IsWindows()) return Console.OpenStandardOutput();
        var pipe = new FileStream(new SafeFileHandle(1, ownsHandle: false), FileAccess.Write, bufferSize: 0);
        // A file is written where the shell's own output stands, which only the console's stream moves on.
        return pipe.CanSeek ? Console.OpenStandardOutput() : pipe;
    }
}
