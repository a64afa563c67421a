using ViralTracker.Core.Texts;

namespace ViralTracker.Core.Quality;

/// <summary>The different words of a text that carry its subject: no function words, and scripts without spaces by runs of characters.</summary>
internal static class ContentWords
{
    /// <param name="words">Of a folded text.</param>
    /// <param name="run">Characters of an unspaced script that count as a word.</param>
    /// <param name="stem">Words are compared up to so many letters.</param>
    public static HashSet<string> Of(IEnumerable<Word> words, int run = 2, int stem = int.MaxValue)
    {
        var content = new HashSet<string>(StringComparer.Ordinal);
        foreach (var (word, unspaced) in words)
        {
            if (unspaced)
                for (var i = 0; i + run <= word.Length; i++) content.Add(word.Substring(i, run));
            else if (word.Length > 1 && !FunctionWords.Contains(word)) content.Add(word.Length > stem ? word[..stem] : word);
        }

        return content;
    }
}
