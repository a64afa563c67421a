using System.Buffers;
using System.Globalization;
using System.Runtime.CompilerServices;
using System.Text;
using System.Text.Encodings.Web;
using System.Text.Json;
using CsvHelper;
using CsvHelper.Configuration;
using ViralTracker.Adapters.Sources.Formats;
using ViralTracker.Pipeline.Importing;

namespace ViralTracker.Adapters.Sources.Files;

/// <summary>Tables with a header, RFC 4180. Each row becomes a flat JSON object, which is read as in JSON files.</summary>
internal static class TableReader
{
    private const int MaxFieldCharacters = 8 * 1024 * 1024;

    private static readonly FlatFormat Flat = new();

    // The rows go to no page: letters of any script stay as they are.
    private static readonly JsonWriterOptions Writing = new() { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping, SkipValidation = true };

    /// <param name="firstLine">As it stands in the file, to find the delimiter by.</param>
    public static async IAsyncEnumerable<ImportItem> Read(
        Stream stream, string firstLine, string fileName, [EnumeratorCancellation] CancellationToken cancellationToken)
    {
        var replaced = new ReplacedBytes();
        var utf8 = Encoding.GetEncoding(Encoding.UTF8.CodePage, EncoderFallback.ReplacementFallback, replaced);
        using var text = new StreamReader(stream, utf8, detectEncodingFromByteOrderMarks: false, bufferSize: 64 * 1024, leaveOpen: true);
        using var parser = new CsvParser(text, new CsvConfiguration(CultureInfo.InvariantCulture)
        {
            Delimiter = Delimiter(firstLine),
            BadDataFound = null,
            MaxFieldSize = MaxFieldCharacters,
            BufferSize = 64 * 1024,
        });
        await parser.ReadAsync();
        if (NamedDelimiter(firstLine) is not null) await parser.ReadAsync();
        var header = parser.Record ?? [];
        if (!Columns.Cover(header))
        {
            yield return new ImportItem.Unreadable(new(fileName, parser.RawRow), Refusal.Table(parser.RawRecord.ReplaceLineEndings(" ").TrimEnd(), header));
            yield break;
        }

        var json = new ArrayBufferWriter<byte>();
        var told = false;
        while (true)
        {
            cancellationToken.ThrowIfCancellationRequested();
            var place = new RowPlace(fileName, parser.RawRow + 1);
            if (await Next(parser) is not { } more)
            {
                yield return new ImportItem.Unreadable(place, $"a field of more than {MaxFieldCharacters >> 20} million characters: a quotation mark is not closed");
                yield break;
            }
            if (!more)
                yield break;
            var cells = parser.Record!;
            if ((parser.RawRow > place.Line || cells.Length < header.Length) && IsOpen(parser.RawRecord, parser.Delimiter[0]))
            {
                yield return new ImportItem.Unreadable(place, "a quotation mark opens a cell here and is never closed, so what follows can't be read; close or double it");
                yield break;
            }
            if (Array.TrueForAll(cells, string.IsNullOrWhiteSpace))
                continue;
            if (!told && replaced.Any && Array.Exists(cells, cell => cell.Contains(ReplacedBytes.Mark, StringComparison.Ordinal)))
            {
                told = true;
                yield return new ImportItem.Note(place, Refusal.NotUtf8);
            }
            yield return Row(header, cells, json, place);
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
    private static async Task<bool?> Next(CsvParser parser)
    {
        try
        {
            return await parser.ReadAsync();
        }
        catch (MaxFieldSizeException)
        {
            return null;
        }
    }

    private static ImportItem Row(string[] header, string[] cells, ArrayBufferWriter<byte> json, RowPlace place)
    {
        if (cells.Skip(header.Length).Any(cell => cell.Length > 0))
            return new ImportItem.BadRow(place, new(
                "the row", $"{cells.Length} cells under {header.Length} columns", "more cells than columns", "put cells that hold the delimiter in quotation marks"));
        WriteObject(header, cells, json);
        using var document = JsonDocument.Parse(json.WrittenMemory);
        return Flat.Read(document.RootElement, place).Single();
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
