using System.Buffers;
using System.IO.Pipelines;
using System.Runtime.CompilerServices;
using System.Text.Json;

namespace ViralTracker.Adapters.Sources.Files;

/// <summary>A JSON value a line. A broken line costs that line only.</summary>
internal static class JsonLineScanner
{
    public static async IAsyncEnumerable<ScannedValue> Scan(PipeReader pipe, [EnumeratorCancellation] CancellationToken cancellationToken)
    {
        var line = 0L;
        var wanted = 1;
        while (true)
        {
            var read = await pipe.ReadAtLeastAsync(wanted, cancellationToken);
            var rest = read.Buffer;
            while (TryTakeLine(ref rest, read.IsCompleted, out var json))
            {
                line++;
                if (!IsBlank(json))
                    yield return Parse(json, line);
            }
            pipe.AdvanceTo(rest.Start, rest.End);
            if (read.IsCompleted)
                yield break;
            if (rest.Length > ScannedValue.MaxBytes)
            {
                yield return new(null, line + 1, null, $"a line of more than {ScannedValue.MaxBytes >> 20} MB", Last: true);
                yield break;
            }
            // Twice the unfinished line, so that long lines are looked through few times.
            wanted = (int)rest.Length * 2 + 1;
        }
    }

    private static bool TryTakeLine(ref ReadOnlySequence<byte> rest, bool complete, out ReadOnlySequence<byte> line)
    {
        if (rest.PositionOf((byte)'\n') is { } end)
        {
            line = rest.Slice(0, end);
            rest = rest.Slice(rest.GetPosition(1, end));
            return true;
        }
        line = complete ? rest : default;
        if (complete)
            rest = rest.Slice(rest.End);
        return !line.IsEmpty;
    }

    private static bool IsBlank(ReadOnlySequence<byte> line)
    {
        foreach (var part in line)
            if (part.Span.ContainsAnyExcept(" \t\r"u8))
                return false;
        return true;
    }

    private static ScannedValue Parse(ReadOnlySequence<byte> json, long line)
    {
        try
        {
            return new(JsonDocument.Parse(json), line, null);
        }
        catch (JsonException broken)
        {
            return new(null, line, null, ScannedValue.Reason(broken));
        }
    }
}
