using System.Buffers;
using System.Globalization;
using System.Runtime.CompilerServices;
using System.Text;
using System.Text.Encodings.Web;
using System.Text.Json;
using CsvHelper;
using CsvHelper.Configuration;
using ViralTracker.Adapters.Sources.Formats;
using ViralTracker.Adapters.Sources.Values;
using ViralTracker.Pipeline.Importing;

namespace ViralTracker.Adapters.Sources.Files;

/// <summary>Tables with a header, RFC 4180. Each row becomes a flat JSON object, which is read as in JSON files.</summary>
internal static class TableReader
{
    private const int MaxFieldCharacters = 8 * 1024 * 1024;

    private const string NoTimesOfDay =
        "the table has days without times of day: every post stands at 00:00 UTC, so its age may be wrong by a day, in the time window and in the score; export full times, or add a column time (18:57)";

    private const string UnclosedMark = "a quotation mark opens here and closes in another row";

    private const string MarkAdvice = "close it, or double it where it belongs to the text";

    // The rows go to no page: letters of any script stay as they are.
    private static readonly JsonWriterOptions Writing = new() { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping, SkipValidation = true };

    /// <param name="head">How the file begins, in whole lines, to find the delimiter and the way of writing counts by.</param>
    public static async IAsyncEnumerable<ImportItem> Read(
        Stream stream, string head, string fileName, [EnumeratorCancellation] CancellationToken cancellationToken)
    {
        ImportItem? first = null;
        var onlyDays = true;
        await foreach (var item in ReadRows(stream, head, fileName, cancellationToken))
        {
            yield return item;
            if (item is ImportItem.Unreadable)
                yield break;
            if (item is not ImportItem.Found { Post.PostedAt: var postedAt })
                continue;
            first ??= item;
            onlyDays &= postedAt.TimeOfDay == TimeSpan.Zero;
        }
        if (first is not null && onlyDays)
            yield return new ImportItem.Note(first.Place, NoTimesOfDay);
    }

    private static async IAsyncEnumerable<ImportItem> ReadRows(
        Stream stream, string head, string fileName, [EnumeratorCancellation] CancellationToken cancellationToken)
    {
        var firstLine = FirstLine(head);
        var delimiter = Delimiter(firstLine);
        var replaced = new ReplacedBytes();
        var utf8 = Encoding.GetEncoding(Encoding.UTF8.CodePage, EncoderFallback.ReplacementFallback, replaced);
        using var text = new StreamReader(stream, utf8, detectEncodingFromByteOrderMarks: false, bufferSize: 64 * 1024, leaveOpen: true);
        using var parser = Parser(text, delimiter);
        await parser.ReadAsync();
        if (NamedDelimiter(firstLine) is not null) await parser.ReadAsync();
        var header = parser.Record ?? [];
        if (!Columns.Cover(header))
        {
            yield return new ImportItem.Unreadable(new(fileName, parser.RawRow), Refusal.Table(parser.RawRecord.ReplaceLineEndings(" ").TrimEnd(), header));
            yield break;
        }

        var format = new FlatFormat(DotsGroup(head, header, delimiter));
        var time = TimeColumn(header);
        using var records = new TableRecords(parser, again => Parser(new StringReader(again), delimiter));
        var json = new ArrayBufferWriter<byte>();
        var told = false;
        while (true)
        {
            cancellationToken.ThrowIfCancellationRequested();
            var more = await Next(records);
            var place = new RowPlace(fileName, records.Line);
            if (more is null)
            {
                yield return new ImportItem.Unreadable(place, $"a field of more than {MaxFieldCharacters >> 20} million characters: a quotation mark is not closed");
                yield break;
            }
            if (more is false)
                yield break;
            var cells = records.Cells;
            var isLong = records.Raw.AsSpan().TrimEnd("\r\n").ContainsAny('\r', '\n');
            if ((isLong || cells.Length < header.Length) && IsOpen(records.Raw, delimiter[0]))
            {
                yield return new ImportItem.Unreadable(place, "a quotation mark opens a cell here and is never closed, so what follows can't be read; close or double it");
                yield break;
            }
            if (isLong && records.Raw.Split('\n') is var lines && Swallowed(lines, header.Length, time, delimiter) is { } row)
            {
                yield return new ImportItem.BadRow(place, new("the row", $"{row} {(row == 1 ? "line" : "lines")} without an end", UnclosedMark, MarkAdvice));
                records.PutBack(string.Join('\n', lines[row..]), place.Line + row);
                continue;
            }
            if (Array.TrueForAll(cells, string.IsNullOrWhiteSpace))
                continue;
            if (!told && replaced.Any && Array.Exists(cells, cell => cell.Contains(ReplacedBytes.Mark, StringComparison.Ordinal)))
            {
                told = true;
                yield return new ImportItem.Note(place, Refusal.NotUtf8);
            }
            yield return Row(format, header, cells, json, place, isLong);
        }
    }

    private static int TimeColumn(string[] header) => header.Index()
        .Where(each => Columns.Find(each.Item)?.Column is Column.PostedAt or Column.TimeOfDay)
        .MinBy(each => Columns.Find(each.Item)!.Value).Index;

    /// <summary>
    /// The first line, after the record's own, that is a row of the table by itself. A line of prose may have as many commas,
    /// but with spaces behind them; and in the last line of a cell over lines one mark closes what that line doesn't open.
    /// </summary>
    private static int? Swallowed(string[] lines, int columns, int time, string delimiter)
    {
        for (var i = 1; i < lines.Length; i++)
            if (IsRow(lines[i].TrimEnd('\r')))
                return i;
        return null;

        bool IsRow(string line)
        {
            var mark = line.IndexOf('"');
            if (mark > 0 && line[mark - 1] != delimiter[0] || int.IsOddInteger(line.Count(c => c == '"')) || line.Count(c => c == delimiter[0]) < columns - 1)
                return false;
            using var parser = Parser(new StringReader(line), delimiter);
            return parser.Read() && parser.Record is { } cells && cells.Length == columns
                && !cells.Skip(1).Any(cell => cell is [' ', ..]) && PostTime.Parse(cells[time]) is not null;
        }
    }

    private static CsvParser Parser(TextReader text, string delimiter) => new(text, new CsvConfiguration(CultureInfo.InvariantCulture)
    {
        Delimiter = delimiter,
        BadDataFound = null,
        MaxFieldSize = MaxFieldCharacters,
        BufferSize = 64 * 1024,
    });

    /// <summary>Who separates cells with semicolons writes numbers with commas, so that a dot stands between thousands.</summary>
    private static bool DotsGroup(string head, string[] header, string delimiter)
    {
        var counts = header.Index().Where(each => Columns.Find(each.Item) is { } found && Columns.Counts.Contains(found.Column)).Select(each => each.Index).ToList();
        return counts.Count > 0 && CountText.DotsGroup(Cells(), suggested: delimiter == ";");

        IEnumerable<string> Cells()
        {
            using var parser = Parser(new StringReader(head), delimiter);
            while (parser.Read())
            {
                var cells = parser.Record!;
                foreach (var i in counts)
                    if (i < cells.Length) yield return cells[i];
            }
        }
    }

    /// <summary>Whether a quoted cell is still open at the end of a row, which can only be the end of the file.</summary>
    public static bool IsOpen(string row, char delimiter)
    {
        var (open, begins) = (false, true);
        for (var i = 0; i < row.Length; i++)
        {
            if (open && row[i] == '"' && i + 1 < row.Length && row[i + 1] == '"') i++;
            else if (row[i] == '"' && (open || begins)) open = !open;
            begins = !open && row[i] == delimiter;
        }
        return open;
    }

    /// <summary>Null when a field goes on and on.</summary>
    private static async Task<bool?> Next(TableRecords records)
    {
        try
        {
            return await records.ReadAsync();
        }
        catch (MaxFieldSizeException)
        {
            return null;
        }
    }

    private static ImportItem Row(FlatFormat format, string[] header, string[] cells, ArrayBufferWriter<byte> json, RowPlace place, bool isLong)
    {
        if (cells.Skip(header.Length).Any(cell => cell.Length > 0))
            return new ImportItem.BadRow(place, new(
                "the row", $"{cells.Length} cells under {header.Length} columns", "more cells than columns",
                isLong ? $"{UnclosedMark}, perhaps: {MarkAdvice}" : "put cells that hold the delimiter in quotation marks"));
        WriteObject(header, cells, json);
        using var document = JsonDocument.Parse(json.WrittenMemory);
        return format.Read(document.RootElement, place).Single();
    }

    private static void WriteObject(string[] header, string[] cells, ArrayBufferWriter<byte> json)
    {
        json.ResetWrittenCount();
        using var writer = new Utf8JsonWriter(json, Writing);
        writer.WriteStartObject();
        for (var i = 0; i < header.Length && i < cells.Length; i++)
        {
            // R writes NA for what is missing; in the text it may be a word.
            if (cells[i] == "NA" && Columns.Find(header[i])?.Column != Column.Text)
                writer.WriteNull(header[i]);
            else
                writer.WriteString(header[i], cells[i]);
        }
        writer.WriteEndObject();
    }

    public static string[] Header(string head)
    {
        using var parser = Parser(new StringReader(FirstLine(head)), Delimiter(FirstLine(head)));
        return parser.Read() ? parser.Record! : [];
    }

    public static string FirstLine(string head)
    {
        head = head.TrimStart('\r', '\n');
        return head.IndexOfAny(['\r', '\n']) is >= 0 and var end ? head[..end] : head[..Math.Min(head.Length, 4096)];
    }

    /// <summary>What separates the cells of a table that begins with this line: commas, semicolons, tabs or bars.</summary>
    public static string Delimiter(string firstLine) =>
        NamedDelimiter(firstLine) ?? new[] { ",", ";", "\t", "|" }.MaxBy(delimiter => firstLine.Count(c => c == delimiter[0]))!;

    /// <summary>What a line such as <c>sep=;</c> names, which tells Excel the delimiter and stands above the header.</summary>
    private static string? NamedDelimiter(string firstLine) =>
        firstLine.Trim('"') is [.. var name, var delimiter] && name.Equals("sep=", StringComparison.OrdinalIgnoreCase) ? delimiter.ToString() : null;

    /// <summary>Replaces bytes that are not UTF-8, and remembers that there were some.</summary>
    private sealed class ReplacedBytes : DecoderFallback
    {
        public const string Mark = "\uFFFD";

        // The framework's own replacement is a question mark.
        private static readonly DecoderReplacementFallback Replacement = new(Mark);

        public bool Any { get; private set; }

        public override int MaxCharCount => Replacement.MaxCharCount;

        public override DecoderFallbackBuffer CreateFallbackBuffer() => new Buffer(this, Replacement.CreateFallbackBuffer());

        private sealed class Buffer(ReplacedBytes bytes, DecoderFallbackBuffer replacement) : DecoderFallbackBuffer
        {
            public override int Remaining => replacement.Remaining;

            public override bool Fallback(byte[] bytesUnknown, int index)
            {
                bytes.Any = true;
                return replacement.Fallback(bytesUnknown, index);
            }

            public override char GetNextChar() => replacement.GetNextChar();

            public override bool MovePrevious() => replacement.MovePrevious();

            public override void Reset() => replacement.Reset();
        }
    }
}
