using System.Text;

namespace ViralTracker.Core.Quality;

/// <summary>The script of a text, where it is too short or too odd to tell its language.</summary>
public static class WritingScript
{
    private const int MinLetters = 6;

    /// <summary>ISO 15924 code of the script most letters belong to (<c>Kana</c> for any Japanese text that shows it); empty below six letters.</summary>
    public static string Of(string text)
    {
        var counts = new Dictionary<string, int>();
        var weight = 0;
        foreach (var rune in text.EnumerateRunes())
        {
            if (!Rune.IsLetter(rune)) continue;
            var script = Script(rune);
            // A sign of these scripts says as much as two letters.
            var size = script is "Hani" or "Kana" or "Hang" ? 2 : 1;
            weight += size;
            counts[script] = counts.GetValueOrDefault(script) + size;
        }

        if (weight < MinLetters) return "";
        var kana = counts.GetValueOrDefault("Kana");
        if (kana > 0) counts["Kana"] = kana + counts.GetValueOrDefault("Hani");
        return counts.MaxBy(c => c.Value).Key;
    }

    private static string Script(Rune rune) => rune.Value switch
    {
        < 0x250 or (>= 0x1E00 and <= 0x1EFF) => "Latn",
        >= 0x370 and <= 0x3FF => "Grek",
        >= 0x400 and <= 0x52F => "Cyrl",
        >= 0x590 and <= 0x5FF => "Hebr",
        >= 0x600 and <= 0x77F => "Arab",
        >= 0x900 and <= 0x97F => "Deva",
        >= 0xE00 and <= 0xE7F => "Thai",
        >= 0x3040 and <= 0x30FF => "Kana",
        (>= 0x3400 and <= 0x9FFF) or (>= 0x20000 and <= 0x3FFFF) => "Hani",
        (>= 0xAC00 and <= 0xD7FF) or (>= 0x1100 and <= 0x11FF) => "Hang",
        _ => "Zzzz",
    };
}
