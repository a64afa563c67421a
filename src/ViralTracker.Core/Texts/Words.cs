using System.Text;

namespace ViralTracker.Core.Texts;

/// <summary>A run of letters, marks and numbers.</summary>
/// <param name="Unspaced">Of a script without spaces between words, so really a phrase.</param>
public readonly record struct Word(string Text, bool Unspaced);

public static class Words
{
    /// <summary>The words of a text in order; everything that is no letter, mark or number separates, and so does a change to or from an unspaced script.</summary>
    public static List<Word> Split(string text)
    {
        var words = new List<Word>();
        var start = -1;
        var unspaced = false;
        var position = 0;
        foreach (var rune in text.EnumerateRunes())
        {
            var inWord = UnicodeFacts.IsWord(rune);
            // A mark belongs to the letter before it, whatever its script.
            var script = start >= 0 && IsMark(rune) ? unspaced : UnicodeFacts.IsUnspaced(rune);
            if (start >= 0 && (!inWord || script != unspaced))
            {
                words.Add(new(text[start..position], unspaced));
                start = -1;
            }

            if (inWord && start < 0) (start, unspaced) = (position, script);
            position += rune.Utf16SequenceLength;
        }

        if (start >= 0) words.Add(new(text[start..], unspaced));
        return words;
    }

    private static bool IsMark(Rune rune) => Rune.GetUnicodeCategory(rune)
        is System.Globalization.UnicodeCategory.NonSpacingMark or System.Globalization.UnicodeCategory.SpacingCombiningMark or System.Globalization.UnicodeCategory.EnclosingMark;
}
