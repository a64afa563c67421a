using System.Net;
using System.Text.RegularExpressions;

namespace ViralTracker.Adapters.Models.Offline;

/// <summary>
/// Finds what a post talks about without a parser: nouns behind an article, a preposition, an adjective or a number, where the words around
/// them show that the noun phrase is whole; names; and tags. In doubt nothing is found.
/// </summary>
internal static partial class SalientPhrases
{
    private const int MaxWords = 3, MaxLength = 28;

    /// <summary>Best first, each as it can stand in a sentence to the author: <c>the empty dashboard</c>, <c>your prices</c>, <c>ChatGPT</c>.</summary>
    /// <param name="vocabulary">Stems of the topic; phrases that share one come first.</param>
    public static IEnumerable<string> Of(string text, IReadOnlySet<string> vocabulary)
    {
        var decoded = WebUtility.HtmlDecode(text);
        var tokens = Tokenize(Noise().Replace(decoded, " . "));
        var found = NounPhrases(tokens).Concat(Names(tokens)).Concat(Tags(decoded)).Where(phrase => phrase.Wording.Length <= MaxLength).ToList();
        // A name alone ("ChatGPT") is what everybody's post is about: it must do only where there is nothing else.
        var specific = found.FindAll(phrase => !phrase.IsNameAlone);
        return (specific.Count > 0 ? specific : found)
            .OrderByDescending(phrase => Score(phrase, vocabulary))
            .Select(phrase => phrase.Wording)
            .Distinct(StringComparer.OrdinalIgnoreCase);
    }

    /// <param name="OpensClause">Something other than a space stands before it.</param>
    /// <param name="IsName">Written with capitals that nothing but a name explains.</param>
    /// <param name="IsQuoted">Somebody else may be speaking.</param>
    /// <param name="GoesOn">A colon or a number follows: "UPDATE:", "Layer 1".</param>
    private sealed record Token(string Word, bool OpensClause, bool IsCapital, bool IsName, bool IsQuoted, bool GoesOn)
    {
        public string Lower { get; } = Word.ToLowerInvariant();

        public WordKind Kind => EnglishWords.KindOf(Lower);

        /// <summary>Headlines leave articles out.</summary>
        public bool IsInHeadline => char.IsUpper(Word[0]) && !IsCapital;

        public string Written => IsName ? Word : Lower;
    }

    /// <param name="Lead">The word in front of it; empty for none.</param>
    private sealed record Phrase(IReadOnlyList<Token> Words, string Lead, int Position, double Weight = 1)
    {
        public string Wording { get; } = Article(Lead, Words) + string.Join(' ', Words.Select(w => w.Written));

        public bool IsNameAlone => Words is [{ IsName: true }];

        private static string Article(string lead, IReadOnlyList<Token> words) => lead switch
        {
            "my" or "our" when !words[0].IsQuoted => "your ",
            _ when EnglishWords.KindOf(lead) != WordKind.Determiner => "",
            "a" or "an" or "no" or "any" or "some" when words.All(w => w.IsName) => "",
            _ => "the ",
        };
    }

    private static List<Token> Tokenize(string clean)
    {
        var matches = Word().Matches(clean);
        var longer = matches.Where(m => m.Length > 2).ToList();
        // In a headline or a shout capitals at the start of words say nothing.
        var allCapitals = longer.Count(m => char.IsUpper(m.Value[0])) * 2 > longer.Count;
        var tokens = new List<Token>(matches.Count);
        var (end, quotes) = (0, 0);
        foreach (Match match in matches)
        {
            var between = clean.AsSpan(end, match.Index - end);
            end = match.Index + match.Length;
            quotes += between.CountAny('"', '“', '”');
            var word = match.Value;
            var opensSentence = tokens.Count == 0 || between.IndexOfAny(".!?\n:") >= 0;
            var isCapital = char.IsUpper(word[0]) && !allCapitals;
            var isShouted = word.Length > 4 && !word.Any(char.IsLower);
            var hasCapitals = Enumerable.Range(1, word.Length - 1).Any(i => char.IsUpper(word[i]) && word[i - 1] != '-') && (!allCapitals || word.Any(char.IsLower));
            tokens.Add(new Token(
                word,
                OpensClause: opensSentence || !between.IsWhiteSpace(),
                IsCapital: isCapital,
                IsName: !isShouted && (word.Count(char.IsLetter) > 2 || EnglishWords.IsShortName(word)) && (hasCapitals || (isCapital && !opensSentence)),
                IsQuoted: quotes % 2 == 1,
                GoesOn: GoingOn().IsMatch(clean.AsSpan(end))));
        }
        return tokens;
    }

    private static IEnumerable<Phrase> NounPhrases(List<Token> tokens)
    {
        for (var i = 0; i < tokens.Count; i++)
        {
            var lead = i > 0 && !tokens[i].OpensClause && tokens[i - 1].Kind is WordKind.Determiner or WordKind.Preposition ? tokens[i - 1] : null;
            var isBare = lead is null && tokens[i].Kind is WordKind.Adjective or WordKind.Quantity;
            if (lead is null && !isBare) continue;
            // "feels like a villain": a figure of speech and not the subject.
            if (i > 1 && tokens[i - 2].Lower is "like" or "as") continue;
            var first = i;
            while (first < tokens.Count && tokens[first].Kind == WordKind.Quantity && (first == i || !tokens[first].OpensClause)) first++;
            var words = Whole(tokens, first, first > i);
            if (words.Count == 0) continue;
            var head = words[^1];
            if ((isBare || (lead?.Kind == WordKind.Preposition && words[0].IsInHeadline)) && !EnglishWords.IsPlural(head.Lower)) continue;
            if (lead?.Kind == WordKind.Preposition && words.Count == 1 && (EnglishWords.IsAdverbial(head.Lower) || IsGerund(tokens, first))) continue;
            yield return new Phrase(words, lead?.Lower ?? "", i);
            i = first + words.Count - 1;
        }
    }

    /// <summary>"without feeling like", "for charging for".</summary>
    private static bool IsGerund(List<Token> tokens, int i) => EnglishWords.IsIngForm(tokens[i].Lower) && i + 1 < tokens.Count && !tokens[i + 1].OpensClause;

    /// <summary>The noun phrase from here on, or nothing where its end is in doubt.</summary>
    private static List<Token> Whole(List<Token> tokens, int first, bool mayNotOpen)
    {
        var words = new List<Token>();
        for (var k = first; k < tokens.Count && (k == first && !mayNotOpen || !tokens[k].OpensClause) && tokens[k].Kind is WordKind.Content or WordKind.Adjective; k++)
        {
            // Behind a plural or a common noun another phrase begins: "customers write", "employees fed ChatGPT".
            if (words.Count > 0 && words[^1].Kind == WordKind.Content
                && (IsPlural(words[^1]) || tokens[k].Kind == WordKind.Adjective || (tokens[k].IsName && !words[^1].IsName)))
            {
                break;
            }
            words.Add(tokens[k]);
        }
        var next = first + words.Count < tokens.Count && !tokens[first + words.Count].OpensClause ? tokens[first + words.Count] : null;
        var afterNext = next is null || first + words.Count + 1 >= tokens.Count ? null : tokens[first + words.Count + 1];
        // An object follows, so the last word was a verb: "the tool summarises a page"; not so in "moved the number the most" or "a call this week".
        var hasObject = next?.Lower is "me" or "us" or "him" or "them" || (next?.Kind == WordKind.Determiner && afterNext?.Kind is not (WordKind.Quantity or WordKind.Vague));
        if (words.Count > 1 && (hasObject || EnglishWords.IsPastForm(words[^1].Lower) || (EnglishWords.IsIngForm(words[^1].Lower) && next?.Kind == WordKind.Preposition)))
        {
            words.RemoveAt(words.Count - 1);
        }
        else if (next is not null && !Ends(words, next))
        {
            return [];
        }
        var isNoun = words.Count is > 0 and <= MaxWords && words[^1] is { Kind: WordKind.Content } head && (head.Lower.Length > 2 || head.IsName) && !EnglishWords.IsPastForm(head.Lower);
        return isNoun ? words : [];
    }

    private static bool Ends(List<Token> words, Token next) =>
        !(next.IsCapital && words.Count > 0 && words[^1].IsName)
        && (next.Kind is WordKind.Function or WordKind.Preposition or WordKind.Verb or WordKind.Determiner
        || EnglishWords.IsPastForm(next.Lower)
        || (next.Kind == WordKind.Content && words.Count > 0 && IsPlural(words[^1])));

    private static bool IsPlural(Token token) => !token.IsName && EnglishWords.IsPlural(token.Lower);

    private static IEnumerable<Phrase> Names(List<Token> tokens)
    {
        for (var i = 0; i < tokens.Count; i++)
        {
            if (!IsName(tokens[i])) continue;
            var words = tokens.Skip(i).TakeWhile((t, k) => IsName(t) && (k == 0 || !t.OpensClause)).ToList();
            var before = i > 0 && !tokens[i].OpensClause ? tokens[i - 1] : null;
            var after = i + words.Count < tokens.Count && !tokens[i + words.Count].OpensClause ? tokens[i + words.Count] : null;
            // A capital beside it is a piece of the name. The first word of a sentence is joined to it; with any other it would be cut.
            var whole = before is { IsCapital: true, Kind: WordKind.Content, IsName: false } ? [before, .. words] : words;
            var isCut = before is { IsName: true, Kind: not WordKind.Content } or { IsCapital: true, Kind: WordKind.Adjective } || after is { IsName: true } || words[^1].GoesOn
                || (after is { Kind: WordKind.Content } && !EnglishWords.IsPastForm(after.Lower))
                || (before?.Lower is "of" && i > 1 && tokens[i - 2].IsName) || (after?.Lower is "of" && i + words.Count + 1 < tokens.Count && tokens[i + words.Count + 1].IsName);
            if (!isCut && whole.Count <= MaxWords && before?.Kind != WordKind.Determiner) yield return new Phrase([.. whole.Select(w => w with { IsName = true })], "", i, whole.Count > 1 ? 1.4 : 0.6);
            i += words.Count - 1;
        }

        static bool IsName(Token token) => token is { IsName: true, Kind: WordKind.Content } && !EnglishWords.IsPastForm(token.Lower);
    }

    private static IEnumerable<Phrase> Tags(string text) =>
        Tag().Matches(text).Select(m => m.Groups[1].Value)
            .Where(tag => EnglishWords.CarriesMeaning(tag.ToLowerInvariant()))
            .Select(tag => new Phrase([new Token(tag, OpensClause: true, IsCapital: true, IsName: true, IsQuoted: false, GoesOn: false)], "", 0, 0.4));

    private static double Score(Phrase phrase, IReadOnlySet<string> vocabulary)
    {
        var score = phrase.Weight;
        if (phrase.Words.Any(w => vocabulary.Contains(EnglishWords.Stem(w.Lower)))) score += 2;
        // One word after a preposition says little.
        if (phrase.Words.Count > 1) score += 0.6;
        else if (EnglishWords.KindOf(phrase.Lead) == WordKind.Preposition) score -= 0.2;
        if (EnglishWords.IsIngForm(phrase.Words[^1].Lower)) score -= 0.8;
        return score - 0.01 * phrase.Position;
    }

    /// <summary>Links, mentions and tags are no words of the sentence.</summary>
    [GeneratedRegex(@"https?://\S+|www\.\S+|[@#$]\w+|&\w+;", RegexOptions.CultureInvariant)]
    private static partial Regex Noise();

    /// <summary>A tag written like a name.</summary>
    [GeneratedRegex(@"(?<![\w&])#(\p{Lu}\p{L}*\p{Ll}\p{L}{1,17})(?!\w)", RegexOptions.CultureInvariant)]
    private static partial Regex Tag();

    [GeneratedRegex(@"^(?::|\s?\d)", RegexOptions.CultureInvariant)]
    private static partial Regex GoingOn();

    [GeneratedRegex(@"(?<![\p{L}\p{N}])\p{L}[\p{L}\p{N}]*(['’\-][\p{L}\p{N}]+)*", RegexOptions.CultureInvariant)]
    private static partial Regex Word();
}
