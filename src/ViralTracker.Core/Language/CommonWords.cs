namespace ViralTracker.Core.Language;

/// <summary>The commonest words of each language that is told by its words.</summary>
internal static class CommonWords
{
    /// <param name="word">In lower case.</param>
    public static bool Has(string language, string word) =>
        CyrillicLanguages.Has(language, word)
        || (LanguageProfiles.Words.TryGetValue(word, out var languages) && Array.IndexOf(LanguageProfiles.Names, language) is var place and >= 0 && (languages >> place & 1) != 0);
}
