using System.Buffers;
using System.Text;

namespace ViralTracker.Core.Texts;

/// <summary>
/// A post as a line of tokens with one space before, between and after them: lower-case words (hashtags with their #) and
/// marks: <c>@</c> a handle, <c>%</c> a link, <c>?</c> a question mark of any script (<c>??</c> three or more, or one that exclaims), <c>.</c> the end of
/// another sentence or line, <c>:</c>, <c>¿</c>, <c>"</c> a quotation mark (a single one where a sentence is quoted), <c>👇</c> a pointing hand or thread. Rules about wording are then searches for phrases.
/// </summary>
internal static class PlainReading
{
    private static readonly SearchValues<char> Breaks = SearchValues.Create("!\n\r。｡।");

    private static readonly SearchValues<char> Quotes = SearchValues.Create("\"“”„«»「」『』‟");

    public static string Of(string text)
    {
        using var plain = Rent(text);
        return new string(plain.Text);
    }

    /// <summary>The reading in borrowed memory: no garbage where the text need not be normalised.</summary>
    public static Rented Rent(string text)
    {
        if (text.Contains('&')) text = System.Net.WebUtility.HtmlDecode(text);
        var folding = ArrayPool<char>.Shared.Rent(TextFolding.RoomFor(text.Length));
        ReadOnlySpan<char> folded = TextFolding.TryFold(text, folding, out var length) ? folding.AsSpan(0, length) : TextFolding.FoldWhole(text);
        // Each character becomes at most a token of its own, with a space; 👇 of two characters, and ⬇ becomes it.
        var buffer = ArrayPool<char>.Shared.Rent((3 * folded.Length) + 2);
        var scanner = new Scanner(folded, buffer);
        var rented = new Rented(buffer, scanner.Read().Length);
        ArrayPool<char>.Shared.Return(folding);
        return rented;
    }

    public readonly ref struct Rented(char[] buffer, int length)
    {
        public ReadOnlySpan<char> Text => buffer.AsSpan(0, length);

        public void Dispose() => ArrayPool<char>.Shared.Return(buffer);
    }

    private ref struct Scanner(ReadOnlySpan<char> text, Span<char> plain)
    {
        private readonly ReadOnlySpan<char> _text = text;
        private readonly Span<char> _plain = plain;
        private int _at;
        private int _length;
        private bool _single;

        public ReadOnlySpan<char> Read()
        {
            _plain[_length++] = ' ';
            while (_at < _text.Length) Next();
            return _plain[.._length];
        }

        private void Next()
        {
            // What is most frequent first.
            var c = _text[_at];
            if (c is ' ') _at++;
            else if (StartsLink()) Link();
            else if (IsWord(c)) Word();
            else if (c is '@' or '#' && IsWord(_at + 1)) Tagged(c);
            else if (c is '?' or '؟' or '՞' or '፧' or '‽') Question();
            else if (Breaks.Contains(c) || (c is '.' && !IsWord(_at + 1))) Mark(".");
            else if (c is ':' && (_at + 1 == _text.Length || char.IsWhiteSpace(_text[_at + 1]))) Mark(":");
            else if (c is '¿') Mark("¿");
            else if (c is ';' && EndsGreekWord()) Mark("?");
            else if (Quotes.Contains(c)) Mark("\"");
            else if (c is '\'' or '‘' or '’' && (_single ? EndsQuoted() : BeginsQuoted())) Single();
            else if (c is '⬇' || (char.IsHighSurrogate(c) && PointsOn(_text[_at..]))) Mark("👇");
            else _at++;
        }

        private void Tagged(char sign)
        {
            _at++;
            if (sign is '#') _plain[_length++] = '#';
            var end = _at;
            while (end < _text.Length && (IsWord(end) || _text[end] is '_' or '-')) end++;
            Append(sign is '#' ? _text[_at..end] : "@");
            _at = end;
        }

        private readonly bool StartsLink()
        {
            if (_text[_at] is not ('h' or 'w' or 'p') || (_at > 0 && IsWord(_at - 1))) return false;
            var rest = _text[_at..];
            return rest.StartsWith("http://") || rest.StartsWith("https://") || rest.StartsWith("www.") || rest.StartsWith("pic.twitter.com/");
        }

        private void Link()
        {
            while (_at < _text.Length && !char.IsWhiteSpace(_text[_at])) _at++;
            Append("%");
        }

        private void Word()
        {
            var (end, length) = (_at, _length);
            for (; end < _text.Length; end++)
            {
                var c = _text[end];
                if (IsWord(c)) _plain[length++] = c;
                else if (c is '\'' or '’' && IsWord(end + 1)) _plain[length++] = '\'';
                else break;
            }

            _plain[length++] = ' ';
            (_at, _length) = (end, length);
        }

        private void Question()
        {
            var (marks, exclaims) = (0, _at > 0 && _text[_at - 1] is '!');
            for (; _at < _text.Length && (_text[_at] is '?' or '!' or '؟' or '՞' or '፧' or '‽'); _at++)
            {
                if (_text[_at] is '!' or '‽') exclaims = true;
                else marks++;
            }

            Append(exclaims || marks >= 3 ? "??" : "?");
        }

        private void Mark(ReadOnlySpan<char> mark)
        {
            _at++;
            // Several line breaks or full stops end one sentence.
            if (!(mark is "." && _plain[.._length].EndsWith(" . "))) Append(mark);
        }

        private void Append(scoped ReadOnlySpan<char> token)
        {
            token.CopyTo(_plain[_length..]);
            _length += token.Length;
            _plain[_length++] = ' ';
        }

        private void Single()
        {
            _single = !_single;
            Mark("\"");
        }

        /// <summary>A single mark before a word, with one after a sentence's end behind it: others are apostrophes.</summary>
        private readonly bool BeginsQuoted()
        {
            if (!IsWord(_at + 1) || (_at > 0 && IsWord(_at - 1))) return false;
            var line = _text[(_at + 1)..];
            if (line.IndexOf('\n') is var end and >= 0) line = line[..end];
            for (var i = line.IndexOfAny('\'', '’'); i >= 0; i = line.IndexOfAny('\'', '’'))
            {
                if (i > 0 && line[i - 1] is '?' or '!' or '.') return true;
                line = line[(i + 1)..];
            }

            return false;
        }

        private readonly bool EndsQuoted() => _text[_at - 1] is '?' or '!' or '.';

        private readonly bool EndsGreekWord() => _at > 0 && _text[_at - 1] is >= '\u0370' and <= '\u03FF' or >= '\u1F00' and <= '\u1FFF';

        private static bool PointsOn(ReadOnlySpan<char> text) => text.StartsWith("👇") || text.StartsWith("👉") || text.StartsWith("🧵");

        private readonly bool IsWord(int at) => (uint)at < (uint)_text.Length && IsWord(_text[at]);

        private static bool IsWord(char c) =>
            char.IsAscii(c) ? char.IsAsciiLetterOrDigit(c) : !char.IsSurrogate(c) && UnicodeFacts.IsWord(new Rune(c));
    }
}
