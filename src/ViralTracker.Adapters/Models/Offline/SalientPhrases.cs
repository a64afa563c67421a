using System.Net;
using System.Text.RegularExpressions;

namespace ViralTracker.Adapters.Models.Offline;

/// <summary>
/// Finds what a post talks about without a parser: words after an article or preposition up to the next function word are nearly always a
/// noun phrase, and so are names.
/// </summary>
internal static partial class SalientPhrases
{
    private const int MaxWords = 3, MaxLength = 28;

    /// <summary>Best first, each as it can stand in a sentence: <c>the empty dashboard</c>, <c>ChatGPT</c>.</summary>
    /// <param name="vocabulary">Stems of the topic; phrases that share one come first.</param>
    public static IEnumerable<string> Of(string text, IReadOnlySet<string> vocabulary)
    {
        var tokens = Tokenize(text);
        var isShouting = tokens.Count(t => t.Word.Length > 2 && t.Word.All(c => !char.IsLower(c))) * 2 > tokens.Count;
        return Candidates(tokens)
            .Select(c => (Text: Wording(c.Words, isShouting), Score: Score(c, vocabulary)))
            .Where(c => c.Text.Length <= MaxLength)
            .OrderByDescending(c => c.Score)
            .Select(c => c.Text)
            .Distinct();
    }

    private sealed record Token(string Word, bool OpensClause, bool OpensSentence)
    {
        public string Lower { get; } = Word.ToLowerInvariant();

        /// <summary>Capitals that no sentence start explains: a name or an acronym.</summary>
        public bool IsName => Word.Skip(1).Any(char.IsUpper) || (char.IsUpper(Word[0]) && !OpensSentence);

        public bool IsContent => EnglishWords.CarriesMeaning(Lower);
    }

    private sealed record Candidate(IReadOnlyList<Token> Words, string Lead, int Position);

    private static List<Token> Tokenize(string text)
    {
        var clean = Noise().Replace(WebUtility.HtmlDecode(text), " . ");
        var tokens = new List<Token>();
        var end = 0;
        foreach (var match in Word().EnumerateMatches(clean))
        {
            var between = clean.AsSpan(end, match.Index - end);
            var opensSentence = tokens.Count == 0 || between.IndexOfAny(".!?\n:") >= 0;
            tokens.Add(new Token(clean.Substring(match.Index, match.Length), opensSentence || !between.IsWhiteSpace(), opensSentence));
            end = match.Index + match.Length;
        }
        return tokens;
    }

    private static IEnumerable<Candidate> Candidates(List<Token> tokens)
    {
        for (var i = 0; i < tokens.Count; i++)
        {
            var leads = i > 0 && !tokens[i].OpensClause && EnglishWords.LeadsNoun(tokens[i - 1].Lower);
            if (!tokens[i].IsContent || (!leads && !tokens[i].IsName)) continue;
            // A name after common words mostly begins a phrase of its own ("employees fed ChatGPT").
            var opensWithName = tokens[i].IsName;
            var run = tokens.Skip(i).TakeWhile((t, k) => t.IsContent && (k == 0 || !t.OpensClause) && (leads || t.IsName) && (opensWithName || !t.IsName)).ToList();
            // A longer run has most likely swallowed a verb.
            if (run.Count <= MaxWords && !EnglishWords.LooksLikeAdjective(run[^1].Lower)) yield return new Candidate(run, leads ? tokens[i - 1].Lower : "", i);
            i += run.Count - 1;
        }
    }

    private static double Score(Candidate candidate, IReadOnlySet<string> vocabulary)
    {
        var score = candidate.Lead is "this" or "that" ? 0.3 : 1.0;
        if (candidate.Words.Any(w => vocabulary.Contains(EnglishWords.Stem(w.Lower)))) score += 2;
        if (candidate.Words.Count > 1) score += 0.5;
        // A name alone ("ChatGPT") is what everybody's post is about; with another word it is specific.
        if (candidate.Words.Any(w => w.IsName)) score += candidate.Words.Count > 1 ? 0.4 : -0.4;
        if (candidate.Words[^1].Lower.EndsWith("ing", StringComparison.Ordinal)) score -= 0.8;
        return score - 0.01 * candidate.Position;
    }

    private static string Wording(IReadOnlyList<Token> words, bool isShouting)
    {
        var text = string.Join(' ', words.Select(w => w.IsName && !isShouting ? w.Word : w.Lower));
        return words.All(w => w.IsName) && !isShouting ? text : "the " + text;
    }

    /// <summary>Links, mentions and tags are no words of the sentence.</summary>
    [GeneratedRegex(@"https?://\S+|www\.\S+|[@#$]\w+|&\w+;", RegexOptions.CultureInvariant)]
    private static partial Regex Noise();

    [GeneratedRegex(@"[\p{L}][\p{L}\p{N}]*(['’\-][\p{L}\p{N}]+)*", RegexOptions.CultureInvariant)]
    private static partial Regex Word();
}
