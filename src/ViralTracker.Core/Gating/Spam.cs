using System.Text.RegularExpressions;
using ViralTracker.Core.Texts;

namespace ViralTracker.Core.Gating;

/// <summary>Posts that nobody wants an answer to, whatever alphabet tricks they use.</summary>
internal static partial class Spam
{
    private const int FewWords = 3;
    private const int FewLetters = 8;
    private const int ManyTags = 8;
    private const int ManyCashtags = 3;

    private static readonly KeywordList Pumps = new(["to the moon", "don't sleep on", "do not sleep on"]);

    /// <summary>Where one of these stands, <c>$HOME</c> is a variable.</summary>
    private static readonly KeywordList OfShells = new(
        ["shell", "bash", "zsh", "makefile", "dockerfile", "docker", "script", "scripts", "cron", "env", "variable", "variables", "export", "echo", "yaml", "config", "terminal", "home", "path", "user", "pwd", "foo", "bar", "baz"]);

    /// <summary>What makes the post spam, in words; null where nothing does.</summary>
    /// <param name="plain">The text's <see cref="PlainReading"/>.</param>
    public static string? In(string text, KeywordText folded, string plain)
    {
        if (SpamWordings.FindIn(folded, LookAlikes.MayImitate(text) ? PlainReading.Of(folded.Folded) : plain) is { } wording) return wording;
        if (Spelling.Undisguised(folded.Folded) is { } spelling && SpamWordings.FindIn(new KeywordText(spelling), PlainReading.Of(spelling)) is { } disguised) return disguised;
        var (words, letters, links, tags, questions) = (0, 0, 0, 0, 0);
        foreach (var range in plain.AsSpan().Split(' '))
        {
            var token = plain.AsSpan(range);
            if (token.IsEmpty) continue;
            if (token is "%") links++;
            else if (token[0] is '#') tags++;
            else if (token[0] is '?') questions++;
            else if (char.IsLetterOrDigit(token[0])) (words, letters) = (words + 1, letters + (char.IsAscii(token[0]) ? 0 : token.Length));
        }

        // A word of an unspaced script is a phrase.
        if (links > 0 && words <= FewWords && letters <= FewLetters) return words == 1 ? "a link with 1 word" : $"a link with {words} words";
        if (links > 0 && folded.Words.Contains(" claim now ", StringComparison.Ordinal)) return "claim now, with a link";
        if (tags >= ManyTags && tags > words) return $"{tags} hashtags, {words} words";

        var cashtags = text.Contains('$') ? Cashtags.Count(text) : 0;
        return cashtags >= ManyCashtags && questions == 0 && (words - cashtags <= Math.Max(FewWords, cashtags) || Pumps.FindIn(folded) is not null) && OfShells.FindIn(folded) is null
            ? $"{cashtags} cashtags" : null;
    }

    /// <summary>One to five capitals, as stocks and coins are marked.</summary>
    [GeneratedRegex(@"(?<![\w$])\$[A-Z]{1,5}(?!\w)")]
    private static partial Regex Cashtags { get; }
}
