using CsvHelper;

namespace ViralTracker.Adapters.Sources.Files;

/// <summary>A table's records, one after another; what one of them swallowed can be put back and is read again.</summary>
/// <param name="reread">Parses a text in the same way.</param>
internal sealed class TableRecords(CsvParser parser, Func<string, CsvParser> reread) : IDisposable
{
    /// <summary>Records put back that go on beyond what was put back are read again with each line they gain.</summary>
    private const int MaxContinued = 64 * 1024;

    private CsvParser? _again;
    private string _back = "";
    private long _linesBefore;

    public string[] Cells { get; private set; } = [];

    public string Raw { get; private set; } = "";

    /// <summary>The line on which the record begins, or would begin.</summary>
    public long Line { get; private set; } = 1;

    /// <summary>False at the end of the table.</summary>
    public async Task<bool> ReadAsync()
    {
        while (_again is { } again)
        {
            Line = _linesBefore + again.RawRow + 1;
            if (!again.Read())
            {
                _again = null;
                again.Dispose();
            }
            else if (again.CharCount >= _back.Length && again.RawRecord.Length < MaxContinued && TableReader.IsOpen(again.RawRecord, parser.Delimiter[0]) && await parser.ReadAsync())
                Reread(again.RawRecord + parser.RawRecord, Line);
            else
                return Take(again);
        }
        Line = parser.RawRow + 1;
        return await parser.ReadAsync() && Take(parser);
    }

    /// <param name="text">The end of the present record, in whole lines.</param>
    /// <param name="line">Where it stands.</param>
    public void PutBack(string text, long line) => Reread(_again is { } again ? text + _back[(int)again.CharCount..] : text, line);

    public void Dispose() => _again?.Dispose();

    private void Reread(string text, long line)
    {
        _again?.Dispose();
        (_back, _linesBefore, _again) = (text, line - 1, reread(text));
    }

    private bool Take(CsvParser from)
    {
        (Cells, Raw) = (from.Record!, from.RawRecord);
        return true;
    }
}
