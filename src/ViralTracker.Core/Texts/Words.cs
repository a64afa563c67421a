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
        Spaced(text).Split(' ', StringSplitOptions.RemoveEmptyEntries).Select(word => new Word(word, UnicodeFacts.IsUnspaced(Rune.GetRuneAt(word, 0))));

    /// <summary>The words of a text with one space before, between and after them.</summary>
    public static string Spaced(string text)
    {
        var spaced = new StringBuilder(text.Length + 2).Append(' ');
        bool inWord = false, unspaced = false;
        foreach (var rune in text.EnumerateRunes())
        {
            if (!UnicodeFacts.IsWord(rune))
            {
                if (inWord) spaced.Append(' ');
                inWord = false;
                continue;
            }

            // A mark belongs to the letter before it, whatever its script.
            var script = inWord && IsMark(rune) ? unspaced : UnicodeFacts.IsUnspaced(rune);
            if (inWord && script != unspaced) spaced.Append(' ');
            (inWord, unspaced) = (true, script);
            if (rune.IsBmp) spaced.Append((char)rune.Value);
            else spaced.Append(rune.ToString());
        }

        return (inWord ? spaced.Append(' ') : spaced).ToString();
    }

    private static bool IsMark(Rune rune) => !rune.IsAscii && Rune.GetUnicodeCategory(rune)
        is UnicodeCategory.NonSpacingMark or UnicodeCategory.SpacingCombiningMark or UnicodeCategory.EnclosingMark;
}
