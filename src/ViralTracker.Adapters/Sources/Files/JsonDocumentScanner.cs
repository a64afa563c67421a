using System.Buffers;
using System.IO.Pipelines;
using System.Runtime.CompilerServices;
using System.Text.Json;

namespace ViralTracker.Adapters.Sources.Files;

/// <summary>
/// The rows of JSON documents, one at a time however large the file: the elements of an array, the elements of the array
/// under <paramref name="list"/>, or else each object whole.
/// </summary>
internal sealed class JsonDocumentScanner(PipeReader pipe, string? list)
{
    private JsonReaderState _state = new(new JsonReaderOptions { AllowMultipleValues = true, AllowTrailingCommas = true });
    private bool _insideRows;
    private long _line = 1;
    private long _element;

    public async IAsyncEnumerable<ScannedValue> Scan([EnumeratorCancellation] CancellationToken cancellationToken)
    {
        var wanted = 1;
        while (true)
        {
            var read = await pipe.ReadAtLeastAsync(wanted, cancellationToken);
            var rest = read.Buffer;
            while (TryTakeRow(ref rest, read.IsCompleted, out var row))
            {
                yield return row;
                if (row.Last)
                    yield break;
            }
            pipe.AdvanceTo(rest.Start, rest.End);
            if (read.IsCompleted)
                yield break;
            if (rest.Length > ScannedValue.MaxBytes)
            {
                yield return new(null, _line, _element + 1, $"a value of more than {ScannedValue.MaxBytes >> 20} MB", Last: true);
                yield break;
            }
            // Twice the unfinished value, so that long values are looked through few times.
            wanted = (int)rest.Length * 2 + 1;
        }
    }

    private bool TryTakeRow(ref ReadOnlySequence<byte> rest, bool complete, out ScannedValue row)
    {
        var reader = new Utf8JsonReader(rest, complete, _state);
        var before = reader;
        try
        {
            var document = NextRow(ref reader, ref before, out var start);
            row = document is null ? default : new(document, _line + Lines(rest.Slice(0, start)), ++_element);
            Consume(ref rest, ref reader);
            return document is not null;
        }
        catch (JsonException broken)
        {
            row = new(null, _line + Lines(rest.Slice(0, reader.BytesConsumed)), _element + 1, ScannedValue.Reason(broken), Last: true);
            return true;
        }
    }

    /// <summary>Null when the buffer ends before the next row does; the reader then stands where it has to start again.</summary>
    private JsonDocument? NextRow(ref Utf8JsonReader reader, ref Utf8JsonReader before, out long start)
    {
        start = 0;
        while (true)
        {
            before = reader;
            if (!reader.Read())
                break;
            start = reader.TokenStartIndex;
            var wholeObject = list is null && reader is { CurrentDepth: 0, TokenType: JsonTokenType.StartObject };
            if (_insideRows && reader.TokenType == JsonTokenType.EndArray)
                _insideRows = false;
            else if (_insideRows || wholeObject)
            {
                if (!JsonDocument.TryParseValue(ref reader, out var document))
                    break;
                return document;
            }
            else if (reader is { CurrentDepth: 0, TokenType: JsonTokenType.StartArray })
                _insideRows = true;
            else if (reader.TokenType == JsonTokenType.PropertyName)
            {
                var isList = list is not null && reader.CurrentDepth == 1 && reader.ValueTextEquals(list);
                if (!reader.Read())
                    break;
                if (isList && reader.TokenType == JsonTokenType.StartArray)
                    _insideRows = true;
                else if (!reader.TrySkip())
                    break;
            }
        }
        reader = before;
        return null;
    }

    private void Consume(ref ReadOnlySequence<byte> rest, ref Utf8JsonReader reader)
    {
        _state = reader.CurrentState;
        _line += Lines(rest.Slice(0, reader.BytesConsumed));
        rest = rest.Slice(reader.BytesConsumed);
    }

    private static long Lines(ReadOnlySequence<byte> bytes)
    {
        var lines = 0L;
        foreach (var part in bytes)
            lines += part.Span.Count((byte)'\n');
        return lines;
    }
}
