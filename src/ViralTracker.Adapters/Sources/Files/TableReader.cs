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

    /// <param name="firstLine">The header as it stands in the file, to find the delimiter by.</param>
    public static async IAsyncEnumerable<ImportItem> Read(
        Stream stream, string firstLine, string fileName, [EnumeratorCancellation] CancellationToken cancellationToken)
    {
        using var text = new StreamReader(stream, Encoding.UTF8, detectEncodingFromByteOrderMarks: false, bufferSize: 64 * 1024, leaveOpen: true);
        using var parser = new CsvParser(text, new CsvConfiguration(CultureInfo.InvariantCulture)
        {
            Delimiter = Delimiter(firstLine),
            BadDataFound = null,
            MaxFieldSize = MaxFieldCharacters,
            BufferSize = 64 * 1024,
        });
        await parser.ReadAsync();
        var header = parser.Record ?? [];
        if (!Columns.Cover(header))
        {
            yield return new ImportItem.Unreadable(new(fileName, 1), Refusal.Table(firstLine));
            yield break;
        }

        var json = new ArrayBufferWriter<byte>();
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
            yield return Row(header, parser.Record!, json, place);
        }
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

    /// <summary>What separates the cells of a table that begins with this line: commas, semicolons or tabs.</summary>
    public static string Delimiter(string header) =>
        new[] { ",", ";", "\t" }.MaxBy(delimiter => header.Count(c => c == delimiter[0]))!;
}
