using System.Buffers;
using System.Globalization;
using System.Text;
using System.Text.RegularExpressions;

namespace ViralTracker.Pipeline.Export;

/// <summary>
/// Cells that no spreadsheet program runs as a formula. A formula begins with = + - @ or their full-width forms; programs may skip white
/// space, control and invisible characters before it. Such a cell gets an apostrophe in front, the sign for text.
/// </summary>
/// <remarks>
/// A post that begins with a @mention is not escaped: read as a formula it is only names. What would make it call something
/// (a function, a DDE link, another workbook) needs one of ( | [ { or a name right after a !, and with one of these it is escaped as well.
/// Taking one apostrophe off a cell that begins with an escaped formula gives back the text, also where the text had an apostrophe itself.
/// </remarks>
public static partial class SpreadsheetText
{
    private const string Starters = "=+-@＝＋－＠−";
    private static readonly SearchValues<char> Calling = SearchValues.Create("(|[{（｜［｛");

    /// <summary>As in <c>'\\server\share\book.xlsx'!name</c>, which reads a workbook from anywhere.</summary>
    [GeneratedRegex(@"[!！][\w\\$]")]
    private static partial Regex NameElsewhere { get; }

    public static string Safe(string text) => IsFormula(text) ? "'" + text : text;

    private static bool IsFormula(string text)
    {
        var start = Start(text);
        if (start == text.Length) return false;
        // A lone tab or line break in front can move the rest into a cell of its own.
        if (text[0] is '\t' or '\r' or '\n') return true;
        return Starters.Contains(text[start], StringComparison.Ordinal) && !IsHarmlessMention(text.AsSpan(start));
    }

    /// <summary>Index of the first character that counts: apostrophes do not, so that escaping can be undone.</summary>
    private static int Start(string text)
    {
        var index = 0;
        foreach (var rune in text.EnumerateRunes())
        {
            var passed = rune.Value == '\'' || Rune.IsWhiteSpace(rune) || Rune.IsControl(rune) || Rune.GetUnicodeCategory(rune) == UnicodeCategory.Format;
            if (!passed) break;
            index += rune.Utf16SequenceLength;
        }
        return index;
    }

    private static bool IsHarmlessMention(ReadOnlySpan<char> text) =>
        text is ['@', var first, ..] && (char.IsAsciiLetterOrDigit(first) || first == '_') && !text.ContainsAny(Calling) && !NameElsewhere.IsMatch(text);
}
