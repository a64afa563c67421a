using ViralTracker.Core.Language;

namespace ViralTracker.Core.Quality;

/// <summary>The script of a text, where it is too short or too odd to tell its language.</summary>
internal static class WritingScript
{
    private const int MinLetters = 6;

    /// <summary>ISO 15924 code of the script most letters belong to, or the language of one that has it for itself; <c>Kana</c> for any Japanese text that shows it; empty below six letters.</summary>
    public static string Of(string text)
    {
        var count = new ScriptCount(text);
        if (count.Letters < MinLetters) return "";
        return count.Foremost is not (Language: { } language, Share: > 0.5) ? "Latn" : language switch
        {
            "ja" => "Kana",
            "zh" => "Hani",
            "ar" or "fa" or "ur" => "Arab",
            "ru" or "uk" or "sr" or "bg" or "be" or "kk" or "mn" => "Cyrl",
            _ => language,
        };
    }
}
