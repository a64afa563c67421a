using System.Globalization;
using System.Text;
using System.Text.Encodings.Web;
using System.Text.Json;
using CsvHelper;
using CsvHelper.Configuration;
using ViralTracker.Pipeline.Export;

namespace ViralTracker.Adapters.Export;

/// <summary>Writes a sheet; always UTF-8.</summary>
public static class ExportWriter
{
    private static readonly JsonSerializerOptions AsWritten = new() { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    public static async Task WriteAsync(Stream stream, ExportSheet sheet, ExportFormat format, CancellationToken ct)
    {
        // Spreadsheet programs take a file without the mark for their own code page.
        var encoding = new UTF8Encoding(encoderShouldEmitUTF8Identifier: format == ExportFormat.Csv);
        var writer = new StreamWriter(stream, encoding, bufferSize: 1 << 16, leaveOpen: true);
        await using (writer)
        {
            switch (format)
            {
                case ExportFormat.Csv:
                    await CsvAsync(writer, sheet);
                    break;
                case ExportFormat.Jsonl:
                    foreach (var row in sheet.Rows)
                        await writer.WriteAsync((ExportJson.Of(sheet, row).ToJsonString(AsWritten) + "\n").AsMemory(), ct);
                    break;
                default:
                    await writer.WriteAsync(Shown(ExportMarkdown.Of(sheet)).AsMemory(), ct);
                    break;
            }
            await writer.FlushAsync(ct);
        }
    }

    private static async Task CsvAsync(TextWriter writer, ExportSheet sheet)
    {
        // RFC 4180: lines end in CR LF. Injection is dealt with by SpreadsheetText, which leaves mentions as they are.
        var configuration = new CsvConfiguration(CultureInfo.InvariantCulture)
        {
            NewLine = "\r\n",
            InjectionOptions = InjectionOptions.None,
            // Left to itself the library does not quote a lone line feed when lines end in CR LF.
            ShouldQuote = field => field.Field is [' ', ..] or [.., ' '] || field.Field.AsSpan().IndexOfAny(",\"\r\n") >= 0,
        };
        var csv = new CsvWriter(writer, configuration, leaveOpen: true);
        await using (csv)
        {
            var columns = ExportColumns.Of(sheet);
            foreach (var column in columns) csv.WriteField(column.Title);
            await csv.NextRecordAsync();
            foreach (var row in sheet.Rows)
            {
                foreach (var column in columns) csv.WriteField(SpreadsheetText.Safe(Shown(column.Cell(row))));
                await csv.NextRecordAsync();
            }
        }
    }

    /// <summary>Text that steers no terminal it is printed to. JSON escapes such characters itself.</summary>
    private static string Shown(string text) => text.Any(Steers) ? string.Concat(text.Where(c => !Steers(c))) : text;

    private static bool Steers(char c) => char.IsControl(c) && c is not ('\t' or '\n' or '\r');
}
