using System.Globalization;

namespace ViralTracker.Core.Texts;

/// <summary>Emoji as people see them: one for each text element, whatever it is joined of.</summary>
internal static class Emoji
{
    private const int TextPresentation = 0xFE0E;
    private const int EmojiPresentation = 0xFE0F;
    private const int Keycap = 0x20E3;

    public static bool IsEmoji(ReadOnlySpan<char> element)
    {
        if (element.Length == 1 && element[0] < 0x2300) return false;
        var shown = false;
        foreach (var rune in element.EnumerateRunes())
        {
            if (rune.Value == TextPresentation) return false;
            shown |= IsPictograph(rune.Value) || rune.Value is EmojiPresentation or Keycap;
        }

        return shown;
    }

    /// <summary>The text's emoji in order, without presentation selectors.</summary>
    public static List<string> In(string text)
    {
        var found = new List<string>();
        // Most texts hold no sign beyond the keycap's combining mark, and none below that makes an emoji by itself.
        if (!text.AsSpan().ContainsAnyExceptInRange('\0', (char)(Keycap - 1))) return found;
        var elements = StringInfo.GetTextElementEnumerator(text);
        while (elements.MoveNext())
        {
            var element = elements.GetTextElement();
            if (IsEmoji(element)) found.Add(element.Replace("\uFE0F", "", StringComparison.Ordinal));
        }

        return found;
    }

    /// <summary>A code point that is shown as an emoji by itself; dingbats such as ✓, ✗, ★ and ➜ are text unless a selector follows.</summary>
    public static bool IsPictograph(int c) => c
        is (>= 0x1F000 and <= 0x1FAFF)
        or (>= 0x231A and <= 0x231B) or (>= 0x23E9 and <= 0x23F3)
        or 0x2614 or 0x2615 or (>= 0x2648 and <= 0x2653) or 0x267F or 0x2693 or 0x26A1 or 0x26AA or 0x26AB or 0x26BD or 0x26BE
        or 0x26C4 or 0x26C5 or 0x26CE or 0x26D4 or 0x26EA or 0x26F2 or 0x26F3 or 0x26F5 or 0x26FA or 0x26FD
        or 0x2705 or 0x270A or 0x270B or 0x2728 or 0x274C or 0x274E or (>= 0x2753 and <= 0x2755) or 0x2757
        or 0x2764 or (>= 0x2795 and <= 0x2797) or 0x27B0 or 0x27BF or 0x2B1B or 0x2B1C or 0x2B50 or 0x2B55;
}
