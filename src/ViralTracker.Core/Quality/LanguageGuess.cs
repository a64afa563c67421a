using System.Text;
using System.Text.RegularExpressions;

namespace ViralTracker.Core.Quality;

/// <summary>
/// The language of a text where its script or its function words settle it; for runs without a real detector.
/// Cyrillic, Arabic and other scripts shared by many languages give null.
/// </summary>
public static partial class LanguageGuess
{
    private const int MinLetters = 6;

    /// <summary>Primary subtag, or null.</summary>
    public static string? Of(string text)
    {
        var plain = Address.Replace(AnsweredPost.Fold(text), " ");
        return Script(plain) switch
        {
            "" => null,
            "Latn" => ByWords(plain),
            "Kana" => "ja",
            "Hani" => "zh",
            "Hang" => "ko",
            "Thai" => "th",
            "Hebr" => "he",
            "Grek" => "el",
            _ => null,
        };
    }

    /// <summary>ISO 15924 code of the script most letters belong to (<c>Kana</c> for any Japanese text that shows it); empty below six letters.</summary>
    public static string Script(string text)
    {
        var counts = new Dictionary<string, int>();
        var weight = 0;
        foreach (var rune in text.EnumerateRunes())
        {
            if (!Rune.IsLetter(rune)) continue;
            var script = Of(rune);
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

    private static string Of(Rune rune) => rune.Value switch
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

    private static string? ByWords(string text)
    {
        var scores = new Dictionary<string, double>();
        foreach (Match word in Word.Matches(text))
        {
            if (!FunctionWords.Languages.TryGetValue(word.Value, out var languages)) continue;
            foreach (var language in languages) Add(language, 1.0 / languages.Length);
        }

        foreach (var c in text)
        {
            if (c is 'ñ' or '¿' or '¡') Add("es", 1);
            else if (c is 'ã' or 'õ') Add("pt", 1);
            else if (c is 'ö' or 'ü' or 'ä') Add("de", 0.5);
            else if (c is 'è' or 'ê' or 'œ' or 'î') Add("fr", 0.5);
        }

        var ranked = scores.OrderByDescending(s => s.Value).Take(2).ToArray();
        return ranked is [var best, ..] && best.Value >= 1.5 && (ranked.Length == 1 || best.Value >= 1.4 * ranked[1].Value) ? best.Key : null;

        void Add(string language, double weight) => scores[language] = scores.GetValueOrDefault(language) + weight;
    }

    [GeneratedRegex(@"https?://\S+|[@#]\w+")]
    private static partial Regex Address { get; }

    [GeneratedRegex(@"[\p{L}\p{M}]+(?:'\p{L}+)?")]
    private static partial Regex Word { get; }
}
