using System.Net;
using System.Text;
using ViralTracker.Core.Texts;

namespace ViralTracker.Core.Similarity;

internal enum TokenKind
{
    /// <summary>Lower-cased, with <c>'</c> for every apostrophe.</summary>
    Word,

    /// <summary>A hashtag's word characters as written, without the #.</summary>
    Hashtag,

    /// <summary>An emoji or another symbol, as written.</summary>
    Symbol,

    /// <summary>A handle as written, without the @.</summary>
    Handle,
}

/// <summary>Splits a post into words, hashtags, symbols and handles; URLs are dropped. Allocates nothing.</summary>
internal ref struct PostScanner
{
    private readonly ReadOnlySpan<char> _text;
    private readonly Span<char> _lower;
    private int _at;

    /// <param name="text">A text from <see cref="Clean"/>.</param>
    /// <param name="scratch">At least as long as <paramref name="text"/>; word tokens live in it until the next move.</param>
    public PostScanner(ReadOnlySpan<char> text, Span<char> scratch)
    {
        _text = text;
        _lower = scratch[..text.Length];
        UnicodeForms.ToLower(text, _lower);
    }

    public TokenKind Kind { get; private set; }

    public ReadOnlySpan<char> Token { get; private set; }

    /// <summary>Whether the current word begins with a capital.</summary>
    public bool IsCapital { get; private set; }

    /// <summary>What follows the current token.</summary>
    public readonly ReadOnlySpan<char> Rest => _text[_at..];

    /// <summary>HTML entities decoded, compatibility forms folded (NFKC); lone surrogates become U+FFFD.</summary>
    public static string Clean(string text)
    {
        ArgumentNullException.ThrowIfNull(text);
        if (text.Contains('&')) text = WebUtility.HtmlDecode(text);
        return Ascii.IsValid(text) ? text : UnicodeForms.Compose(text);
    }

    public bool MoveNext()
    {
        while (_at < _text.Length)
        {
            var c = _text[_at];
            if (char.IsLetterOrDigit(c))
            {
                if (SkipUrl()) continue;
                IsCapital = char.IsUpper(c);
                if (!ReadAcronym()) ReadWord();
                return true;
            }

            if (c is '@' && WordCharacterAt(_at + 1) && !(WordCharacterAt(_at - 1) || CharacterAt(_at - 1) is '@'))
            {
                var end = EndOfWordCharacters(_at + 1);
                return Emit(TokenKind.Handle, _text[(_at + 1)..end], end);
            }

            if (c is '#' && WordCharacterAt(_at + 1))
            {
                var end = EndOfWordCharacters(_at + 1);
                return Emit(TokenKind.Hashtag, _text[(_at + 1)..end], end);
            }

            if (char.IsHighSurrogate(c) && char.IsLowSurrogate(CharacterAt(_at + 1)))
                return Emit(TokenKind.Symbol, _text.Slice(_at, 2), _at + 2);
            if (c >= '\u2300') return Emit(TokenKind.Symbol, _text.Slice(_at, 1), _at + 1);
            _at++;
        }

        return false;
    }

    private static bool IsWordCharacter(char c) => char.IsLetterOrDigit(c) || c is '_';

    private readonly char CharacterAt(int i) => (uint)i < (uint)_text.Length ? _text[i] : '\0';

    private readonly bool WordCharacterAt(int i) => IsWordCharacter(CharacterAt(i));

    private readonly int EndOfWordCharacters(int i)
    {
        while (WordCharacterAt(i)) i++;
        return i;
    }

    private bool Emit(TokenKind kind, ReadOnlySpan<char> token, int end)
    {
        Kind = kind;
        Token = token;
        _at = end;
        return true;
    }

    private bool SkipUrl()
    {
        if (_lower[_at] is not ('h' or 'w' or 'p')) return false;
        var rest = _lower[_at..];
        var prefix = rest.StartsWith("http://") ? 7
            : rest.StartsWith("https://") ? 8
            : rest.StartsWith("www.") ? 4
            : rest.StartsWith("pic.twitter.com/") ? 16
            : 0;
        if (prefix == 0 || prefix == rest.Length || char.IsWhiteSpace(rest[prefix])) return false;
        while (_at < _text.Length && !char.IsWhiteSpace(_text[_at])) _at++;
        return true;
    }

    /// <summary>Reads <c>A.I.</c> or <c>U.S.A</c> as one word of its letters.</summary>
    private bool ReadAcronym()
    {
        if (WordCharacterAt(_at - 1) || CharacterAt(_at - 1) is '.') return false;
        var (end, letters) = (_at, 0);
        while (char.IsAsciiLetter(CharacterAt(end)) && CharacterAt(end + 1) is '.') (end, letters) = (end + 2, letters + 1);
        if (letters < 2) return false;
        if (char.IsAsciiLetter(CharacterAt(end)) && !WordCharacterAt(end + 1)) (end, letters) = (end + 1, letters + 1);

        var word = _lower.Slice(_at, letters);
        for (var i = 0; i < letters; i++) word[i] = _lower[_at + (2 * i)];
        return Emit(TokenKind.Word, word is "us" ? "usa" : word, end);
    }

    private void ReadWord()
    {
        var (start, end) = (_at, _at);
        while (char.IsLetterOrDigit(CharacterAt(end))) end++;
        if (CharacterAt(end) is '\'' or '’' or '‘' && char.IsLetter(CharacterAt(end + 1)))
        {
            _lower[end++] = '\'';
            while (char.IsLetter(CharacterAt(end))) end++;
        }

        Emit(TokenKind.Word, _lower[start..end], end);
    }
}
