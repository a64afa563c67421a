using System.Buffers;
using System.Globalization;
using System.Text;

namespace ViralTracker.Core.Texts;

/// <summary>A run of letters, marks and numbers.</summary>
/// <param name="Unspaced">Of a script without spaces between words, so really a phrase.</param>
public readonly record struct Word(string Text, bool Unspaced);

public static class Words
{
    /// <summary>The words of a text in order; everything that is no letter, mark or number separates, and so does a change to or from an unspaced script.</summary>
    public static IEnumerable<Word> Split(string text) =>
        Of(Spaced(text));

    /// <summary>The words of a text that <see cref="Spaced"/> made.</summary>
    internal static IEnumerable<Word> Of(string spaced) =>
        spaced.Split(' ', StringSplitOptions.RemoveEmptyEntries).Select(word => new Word(word, UnicodeFacts.IsUnspaced(Rune.GetRuneAt(word, 0))));

    /// <summary>The words of a text with one space before, between and after them.</summary>
    public static string Spaced(string text)
    {
        // A rune of two characters is written as two; a separator stands before each word and after the last.
        var buffer = ArrayPool<char>.Shared.Rent((2 * text.Length) + 2);
        var length = 0;
        buffer[length++] = ' ';
        bool inWord = false, unspaced = false;
        for (var i = 0; i < text.Length;)
        {
            var c = text[i];
            if (char.IsAscii(c))
            {
                i++;
                var word = char.IsAsciiLetterOrDigit(c);
                if (inWord && (!word || unspaced)) buffer[length++] = ' ';
                (inWord, unspaced) = (word, false);
                if (word) buffer[length++] = c;
                continue;
            }

            if (Rune.DecodeFromUtf16(text.AsSpan(i), out var rune, out var chars) != OperationStatus.Done || !UnicodeFacts.IsWord(rune))
            {
                if (inWord) buffer[length++] = ' ';
                inWord = false;
                i += chars;
                continue;
            }

            // A mark belongs to the letter before it, whatever its script.
            var script = inWord && IsMark(rune) ? unspaced : UnicodeFacts.IsUnspaced(rune);
            if (inWord && script != unspaced) buffer[length++] = ' ';
            (inWord, unspaced) = (true, script);
            text.CopyTo(i, buffer, length, chars);
            (i, length) = (i + chars, length + chars);
        }

        if (inWord) buffer[length++] = ' ';
        var spaced = new string(buffer, 0, length);
        ArrayPool<char>.Shared.Return(buffer);
        return spaced;
    }

    private static bool IsMark(Rune rune) => !rune.IsAscii && Rune.GetUnicodeCategory(rune)
        is UnicodeCategory.NonSpacingMark or UnicodeCategory.SpacingCombiningMark or UnicodeCategory.EnclosingMark;
}
