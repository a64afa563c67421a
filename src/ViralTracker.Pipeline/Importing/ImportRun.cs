using System.Security.Cryptography;
using ViralTracker.Core.Posts;
using ViralTracker.Pipeline.Ports;

namespace ViralTracker.Pipeline.Importing;

/// <summary>What came of importing files. Counts are of rows.</summary>
public sealed record ImportReport
{
    public UpsertCounts Posts { get; init; }
    public int Reposts { get; init; }
    public int Empty { get; init; }
    public int BadRows { get; init; }
    public int Warnings { get; init; }
    public int Files { get; init; }

    /// <summary>Files of the project's folder left alone because their content was imported before.</summary>
    public int KnownFiles { get; init; }

    /// <summary>The first problems, each with file, line, field and what to do.</summary>
    public IReadOnlyList<string> Problems { get; init; } = [];

    /// <summary>Files that could not be read to their end.</summary>
    public int Unreadable { get; init; }
}

/// <summary>Reads files into a project, a batch a transaction, so that memory stays flat however large the file is.</summary>
public sealed class ImportRun(string projectId, IPostStore posts, IPostFileReader reader, TimeProvider time)
{
    private const int BatchSize = 1_000;

    /// <summary>Longest list of problems kept; the counts go on.</summary>
    public const int MaxProblems = 50;

    private readonly List<string> _problems = [];
    private ImportReport _report = new();

    public ImportReport Report => _report with { Problems = _problems };

    /// <summary>A file's content counts as seen when it was first imported: the same bytes again tell nothing new of a post.</summary>
    public async Task ImportAsync(Stream stream, string name, ImportFormat format, CancellationToken ct)
    {
        // A device can seek, tells no length and may never end.
        if (stream is { CanSeek: true, Length: > 0 }) await ImportAsync(stream, name, name, format, await HashAsync(stream, ct), ct);
        else await ReadAsync(stream, name, format, time.GetUtcNow(), again: false, known: false, ct);
    }

    private async Task ImportAsync(Stream stream, string name, string path, ImportFormat format, string hash, CancellationToken ct)
    {
        var before = await posts.ImportedAtAsync(hash, ct);
        var seenAt = before ?? time.GetUtcNow();
        var known = before is not null && await posts.WasImportedAsync(projectId, hash, ct);
        await ReadAsync(stream, name, format, seenAt, again: before is not null, known, ct);
        await posts.RememberImportAsync(projectId, path, hash, seenAt, ct);
    }

    /// <param name="again">The content was imported before, into this project or another.</param>
    /// <param name="known">Into this one: none of its rows is new here, so none only repeats another.</param>
    private async Task ReadAsync(Stream stream, string name, ImportFormat format, DateTimeOffset seenAt, bool again, bool known, CancellationToken ct)
    {
        var batch = new List<Post>(BatchSize);
        await foreach (var item in reader.Read(stream, name, format, ct))
        {
            Count(item);
            if (item is not ImportItem.Found found) continue;
            batch.Add(found.Post);
            if (batch.Count == BatchSize) await FlushAsync();
        }
        await FlushAsync();
        _report = _report with { Files = _report.Files + 1 };

        async Task FlushAsync()
        {
            if (batch.Count == 0) return;
            var counts = again ? await posts.UpsertAgainAsync(projectId, batch, name, seenAt, ct) : await posts.UpsertAsync(projectId, batch, name, seenAt, ct);
            _report = _report with { Posts = _report.Posts + (known ? counts with { Repeated = 0 } : counts) };
            batch.Clear();
        }
    }

    /// <summary>Imports the files of a folder, by name, each content once per project.</summary>
    public async Task ImportFolderAsync(string folder, CancellationToken ct)
    {
        foreach (var file in reader.Files(folder))
        {
            try
            {
                await using var stream = file.Open();
                var hash = await HashAsync(stream, ct);
                if (await posts.WasImportedAsync(projectId, hash, ct)) _report = _report with { KnownFiles = _report.KnownFiles + 1 };
                else await ImportAsync(stream, file.Name, file.Path, ImportFormat.Auto, hash, ct);
            }
            catch (Exception e) when (e is IOException or UnauthorizedAccessException)
            {
                Count(new ImportItem.Unreadable(new RowPlace(file.Name, 1), $"cannot be read: {e.Message}"));
            }
        }
    }

    private static async Task<string> HashAsync(Stream stream, CancellationToken ct)
    {
        var hash = await SHA256.HashDataAsync(stream, ct);
        stream.Position = 0;
        return Convert.ToHexStringLower(hash);
    }

    private void Count(ImportItem item)
    {
        switch (item)
        {
            case ImportItem.Found found:
                foreach (var warning in found.Warnings) Problem($"{item.Place}  {warning}");
                _report = _report with { Warnings = _report.Warnings + found.Warnings.Count };
                break;
            case ImportItem.Repost:
                _report = _report with { Reposts = _report.Reposts + 1 };
                break;
            case ImportItem.Nothing:
                _report = _report with { Empty = _report.Empty + 1 };
                break;
            case ImportItem.BadRow bad:
                Problem($"{item.Place}  {bad.Problem}");
                _report = _report with { BadRows = _report.BadRows + 1 };
                break;
            case ImportItem.Note note:
                Problem($"{item.Place}  {note.Text}");
                _report = _report with { Warnings = _report.Warnings + 1 };
                break;
            case ImportItem.Unreadable unreadable:
                Problem($"{item.Place}  {unreadable.Reason}");
                _report = _report with { Unreadable = _report.Unreadable + 1 };
                break;
        }
    }

    private void Problem(string text)
    {
        if (_problems.Count < MaxProblems) _problems.Add(text);
    }
}
