using System.Buffers;
using System.IO.Compression;
using System.IO.Pipelines;
using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;
using System.Text;
using System.Text.Json;
using System.Text.Unicode;
using ViralTracker.Adapters.Sources.Files;
using ViralTracker.Adapters.Sources.Formats;
using ViralTracker.Pipeline.Importing;

namespace ViralTracker.Adapters.Sources;

/// <summary>Reads every <see cref="ImportFormat"/>, plain or gzipped, in memory that doesn't grow with the file.</summary>
public sealed class PostFileReader : IPostFileReader
{
    private static readonly StreamPipeReaderOptions Buffering = new(bufferSize: 128 * 1024, leaveOpen: true);

    private static readonly FlatFormat Flat = new();

    private static readonly Dictionary<ImportFormat, IPostFormat> JsonFormats = new()
    {
        [ImportFormat.Apify] = new ApifyFormat(),
        [ImportFormat.XV2] = new XV2Format(),
        [ImportFormat.XV11] = new XV11Format(),
        [ImportFormat.Bluesky] = new BlueskyFormat(),
        [ImportFormat.Jsonl] = Flat,
    };

    public IEnumerable<PostFile> Files(string folder) => Directory.Exists(folder)
        ? Directory.EnumerateFiles(folder).Where(IsPostFile).Order(StringComparer.Ordinal).Select(path => new PostFile(
            Path.GetFileName(path), path, () => OrdinaryFile.OpenRead(path)))
        : [];

    /// <summary>Neither hidden nor an editor's copy; what a file holds is told by its content.</summary>
    private static bool IsPostFile(string path) => Path.GetFileName(path) is not ['.', ..] and not [.., '~'];

    public async IAsyncEnumerable<ImportItem> Read(
        Stream stream, string fileName, ImportFormat format, [EnumeratorCancellation] CancellationToken cancellationToken)
    {
        var place = new RowPlace(fileName, 1);
        await using var items = ReadWell(stream, fileName, format, cancellationToken).GetAsyncEnumerator(cancellationToken);
        while (true)
        {
            InvalidDataException? damage = null;
            try
            {
                if (!await items.MoveNextAsync()) yield break;
                place = items.Current.Place;
            }
            catch (InvalidDataException e)
            {
                damage = e;
            }
            yield return damage is null ? items.Current : new ImportItem.Unreadable(place, $"the gzip is cut off or damaged, and what follows can't be read: {damage.Message}");
            if (damage is not null) yield break;
        }
    }

    /// <exception cref="InvalidDataException">A gzip is cut off or damaged.</exception>
    private static async IAsyncEnumerable<ImportItem> ReadWell(
        Stream stream, string fileName, ImportFormat format, [EnumeratorCancellation] CancellationToken cancellationToken)
    {
        var place = new RowPlace(fileName, 1);
        var pipe = await Open(stream, cancellationToken);
        var (sniffed, head) = await Sniff(pipe, cancellationToken);
        var chosen = format == ImportFormat.Auto ? sniffed.Format : format;

        var items = sniffed.Layout switch
        {
            FileLayout.Empty => One(new ImportItem.Nothing(place)),
            FileLayout.Binary => One(new ImportItem.Unreadable(place, Refusal.Binary)),
            _ when chosen == ImportFormat.Csv => TableReader.Read(pipe.AsStream(leaveOpen: true), head, fileName, cancellationToken),
            FileLayout.Table => One(new ImportItem.Unreadable(place, Refusal.Table(TableReader.FirstLine(head), TableReader.Header(head)))),
            _ when chosen is null => One(new ImportItem.Unreadable(place, Refusal.Json(sniffed.Seen))),
            FileLayout.JsonLines => Rows(JsonLineScanner.Scan(pipe, cancellationToken), JsonFormats[chosen.Value], fileName),
            _ => Rows(new JsonDocumentScanner(pipe, chosen == ImportFormat.XV2 && sniffed.List == FormatParts.Data ? null : sniffed.List).Scan(cancellationToken), JsonFormats[chosen.Value], fileName),
        };
        try
        {
            await foreach (var item in items)
                yield return item;
        }
        finally
        {
            await pipe.CompleteAsync();
        }
    }

    private static async Task<PipeReader> Open(Stream stream, CancellationToken cancellationToken)
    {
        var pipe = PipeReader.Create(stream, Buffering);
        var head = await pipe.ReadAtLeastAsync(2, cancellationToken);
        var gzip = StartsWith(head.Buffer, [0x1F, 0x8B]);
        pipe.AdvanceTo(head.Buffer.Start);
        if (gzip)
            pipe = PipeReader.Create(new GZipStream(pipe.AsStream(), CompressionMode.Decompress));

        head = await pipe.ReadAtLeastAsync(3, cancellationToken);
        pipe.AdvanceTo(head.Buffer.GetPosition(StartsWith(head.Buffer, Encoding.UTF8.Preamble) ? 3 : 0));
        return pipe;
    }

    private static bool StartsWith(ReadOnlySequence<byte> buffer, ReadOnlySpan<byte> mark) =>
        buffer.Length >= mark.Length && buffer.Slice(0, mark.Length).ToArray().AsSpan().SequenceEqual(mark);

    private static async Task<(Sniffed Sniffed, string Head)> Sniff(PipeReader pipe, CancellationToken cancellationToken)
    {
        var wanted = 64 * 1024;
        while (true)
        {
            var read = await pipe.ReadAtLeastAsync(wanted, cancellationToken);
            var head = read.Buffer.ToArray();
            pipe.AdvanceTo(read.Buffer.Start);
            if (FileSniffer.Sniff(head, read.IsCompleted || head.Length > ScannedValue.MaxBytes) is { } sniffed)
                return (sniffed, Encoding.UTF8.GetString(read.IsCompleted ? head : WholeLines(head)));
            wanted = head.Length * 2;
        }
    }

    private static ReadOnlySpan<byte> WholeLines(ReadOnlySpan<byte> head) => head.LastIndexOf((byte)'\n') is >= 0 and var end ? head[..(end + 1)] : head;

    private static async IAsyncEnumerable<ImportItem> Rows(IAsyncEnumerable<ScannedValue> values, IPostFormat format, string fileName)
    {
        var told = false;
        await foreach (var value in values)
        {
            var place = new RowPlace(fileName, value.Line, value.Element);
            if (value.Document is not { } document)
            {
                yield return value.Last
                    ? new ImportItem.Unreadable(place, $"the JSON is broken here, and what follows can't be read: {value.Broken}")
                    : new ImportItem.BadRow(place, new("the line", "broken JSON", value.Broken ?? "no JSON", "mend or remove the line"));
                continue;
            }
            using (document)
            {
                if (!told && !Utf8.IsValid(JsonMarshal.GetRawUtf8Value(document.RootElement)))
                {
                    told = true;
                    yield return new ImportItem.Note(place, Refusal.NotUtf8);
                }
                foreach (var item in Items(format, document, place))
                    yield return item;
            }
        }
    }

    private static IReadOnlyList<ImportItem> Items(IPostFormat format, JsonDocument document, RowPlace place)
    {
        try
        {
            return [.. FormatParts.Rows(document.RootElement, place, format is XV2Format).SelectMany(each => format.Read(each.Row, each.Place))];
        }
        catch (InvalidOperationException) // the framework refuses property names with half a surrogate pair
        {
            return [new ImportItem.BadRow(place, new("the row", "a malformed property name", "names must be valid Unicode", "mend or remove the row"))];
        }
    }

    private static async IAsyncEnumerable<ImportItem> One(ImportItem item)
    {
        await Task.CompletedTask;
        yield return item;
    }
}
