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

    /// <summary>Best first.</summary>
    /// <param name="vocabulary">Stems of the topic; phrases that share one stand before others of a question, or of no question.</param>
    public static IEnumerable<SalientPhrase> Of(string text, IReadOnlySet<string> vocabulary)
    {
        var decoded = WebUtility.HtmlDecode(text);
        var tokens = Tokenize(Noise().Replace(decoded, " . "));
        var found = NounPhrases(tokens).Concat(Names(tokens)).Concat(Tags(decoded)).Where(phrase => phrase.Wording.Length <= MaxLength).ToList();
        // A name alone ("ChatGPT") is what everybody's post is about: it must do only where there is nothing else.
        var specific = found.FindAll(phrase => !phrase.IsNameAlone);
        return (specific.Count > 0 ? specific : found)
            .Select(phrase => new SalientPhrase(phrase.Wording, phrase.Sort, phrase.Words[0].Kind != WordKind.Quantity && IsPlural(phrase.Words[^1]), Score(phrase, vocabulary)))
            .OrderByDescending(phrase => phrase.Score)
            .DistinctBy(phrase => phrase.Wording, StringComparer.OrdinalIgnoreCase);
    }

    /// <param name="OpensClause">Something other than a space stands before it.</param>
    /// <param name="IsName">Written with capitals that nothing but a name explains.</param>
    /// <param name="IsQuoted">Somebody else may be speaking.</param>
    /// <param name="IsAsked">Its sentence ends in a question mark.</param>
    /// <param name="GoesOn">A colon or a number follows: "UPDATE:", "Layer 1".</param>
    private sealed record Token(string Word, bool OpensClause, bool IsCapital, bool IsName, bool IsQuoted, bool IsAsked, bool GoesOn)
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

        public PhraseSort Sort => Words[^1] switch
        {
            { IsName: true } => PhraseSort.Name,
            { Lower: var head } when EnglishWords.IsPeople(head) => PhraseSort.People,
            { Lower: var head } when EnglishWords.IsMade(head) => PhraseSort.Made,
            _ => PhraseSort.Thing,
        };

        public bool IsNameAlone => Words is [{ IsName: true }];

        private static string Article(string lead, IReadOnlyList<Token> words) => lead switch
        {
            "my" or "our" when !words[0].IsQuoted => "your ",
            _ when EnglishWords.KindOf(lead) != WordKind.Determiner => "",
            "a" or "an" or "some" when words.All(w => w.IsName) => "",
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
        var quotes = Quote().Matches(clean);
        var end = 0;
        foreach (Match match in matches)
        {
            var between = clean.AsSpan(end, match.Index - end);
            end = match.Index + match.Length;
            var word = match.Value;
            var opensSentence = tokens.Count == 0 || between.IndexOfAny(".!?\n:") >= 0;
            var isCapital = char.IsUpper(word[0]) && !allCapitals;
            var isShouted = word.Length > 4 && !word.Any(char.IsLower);
            var hasCapitals = Enumerable.Range(1, word.Length - 1).Any(i => char.IsUpper(word[i]) && word[i - 1] != '-') && (!allCapitals || word.Any(char.IsLower));
            tokens.Add(new Token(
                word,
                OpensClause: opensSentence || !(between.IsWhiteSpace() || (tokens[^1].Kind == WordKind.Determiner && Count().IsMatch(between))),
                IsCapital: isCapital,
                IsName: !isShouted && (word.Count(char.IsLetter) > 2 || EnglishWords.IsShortName(word)) && (hasCapitals || (isCapital && !opensSentence)),
                IsQuoted: quotes.Any(quote => quote.Index < match.Index && match.Index < quote.Index + quote.Length),
                IsAsked: clean.AsSpan(end).IndexOfAny(".!?\n") is >= 0 and var stop && clean[end + stop] == '?',
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
            if (IsDenied(tokens, i)) continue;
            // "feels like a villain": a figure of speech and not the subject.
            if (i > 1 && tokens[i - 2].Lower is "like" or "as") continue;
            var first = i;
            while (first < tokens.Count && tokens[first].Kind == WordKind.Quantity && (first == i || !tokens[first].OpensClause)) first++;
            var words = Whole(tokens, first, first > i);
            if (words.Count == 0) continue;
            var head = words[^1];
            if ((isBare || (lead?.Kind == WordKind.Preposition && words[0].IsInHeadline)) && !EnglishWords.IsPlural(head.Lower)) continue;
            if (lead?.Kind == WordKind.Preposition && words.Count == 1 && (EnglishWords.IsAdverbial(head.Lower) || IsGerund(tokens, first))) continue;
            // "the first screen" is another one than the screen.
            var isOrdinal = first == i + 1 && lead?.Kind == WordKind.Determiner && tokens[i].Lower is "first" or "last" or "next";
            yield return new Phrase(isOrdinal ? [tokens[i], .. words] : words, lead?.Lower ?? "", i);
            i = first + words.Count - 1;
        }
    }

    /// <summary>What the post says there is none of: "no audience", "without any bug", "not a single customer".</summary>
    private static bool IsDenied(List<Token> tokens, int i) =>
        tokens[i].Lower is "zero" or "neither"
        || (i > 0 && !tokens[i].OpensClause && tokens[i - 1].Lower is "no" or "any" or "without" or "zero" or "neither")
        || (i > 1 && !tokens[i].OpensClause && !tokens[i - 1].OpensClause && tokens[i - 1].Lower is "a" or "an"
            && (tokens[i - 2].Lower is "not" or "never" || NegatedVerb().IsMatch(tokens[i - 2].Lower)));

    /// <summary>"without feeling like", "for charging for".</summary>
    private static bool IsGerund(List<Token> tokens, int i) => EnglishWords.IsIngForm(tokens[i].Lower) && i + 1 < tokens.Count && !tokens[i + 1].OpensClause;

    /// <summary>The noun phrase from here on, or nothing where its end is in doubt.</summary>
    private static List<Token> Whole(List<Token> tokens, int first, bool mayNotOpen)
    {
        var words = new List<Token>();
        for (var k = first; k < tokens.Count && (k == first && !mayNotOpen || !tokens[k].OpensClause) && (tokens[k].Kind is WordKind.Content or WordKind.Adjective || IsTold(tokens, k)); k++)
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

    /// <summary>"the paid plan"; "customers paid" is a sentence.</summary>
    private static bool IsTold(List<Token> tokens, int k) => k > 0 && tokens[k - 1].Kind == WordKind.Determiner && EnglishWords.IsParticiple(tokens[k].Lower);

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
            .Select(tag => new Phrase([new Token(tag, OpensClause: true, IsCapital: true, IsName: true, IsQuoted: false, IsAsked: false, GoesOn: false)], "", 0, 0.4));

    private static double Score(Phrase phrase, IReadOnlySet<string> vocabulary)
    {
        var score = phrase.Weight;
        if (phrase.Words.Any(w => vocabulary.Contains(EnglishWords.Stem(w.Lower)))) score += 2;
        // One word after a preposition says little.
        if (phrase.Words.Count > 1) score += 0.6;
        else if (EnglishWords.KindOf(phrase.Lead) == WordKind.Preposition) score -= 0.2;
        if (EnglishWords.IsIngForm(phrase.Words[^1].Lower)) score -= 0.8;
        // What is asked about comes before what the author tells of it, and that before the words of others.
        if (phrase.Words[0].IsAsked) score += 2.5;
        if (phrase.Words[0].IsQuoted) score -= 1;
        // "better customers" than which?
        if (phrase.Words[0].Lower is "better" or "best" or "worse" or "worst") score -= 1;
        return score - 0.01 * phrase.Position;
    }

    /// <summary>Links, mentions and tags are no words of the sentence.</summary>
    [GeneratedRegex(@"https?://\S+|www\.\S+|[@#$]\w+|&\w+;", RegexOptions.CultureInvariant)]
    private static partial Regex Noise();

    /// <summary>A tag written like a name.</summary>
    [GeneratedRegex(@"(?<![\w&])#(\p{Lu}\p{L}*\p{Ll}\p{L}{1,17})(?!\w)", RegexOptions.CultureInvariant)]
    private static partial Regex Tag();

    /// <summary>Quotation marks and what stands between them; an apostrophe is none.</summary>
    [GeneratedRegex(@"""[^""\n]+""|“[^”\n]+”|(?<![\p{L}\p{N}])['‘](?=\S)(?:[^'’\n]|(?<=\p{L})['’](?=\p{L}))+(?<=\S)['’](?![\p{L}\p{N}])", RegexOptions.CultureInvariant)]
    private static partial Regex Quote();

    /// <summary>"a 60% discount".</summary>
    [GeneratedRegex(@"^\s+\d[\d.,]*\s?%?\s+$", RegexOptions.CultureInvariant)]
    private static partial Regex Count();

    [GeneratedRegex("n['’]t$", RegexOptions.CultureInvariant)]
    private static partial Regex NegatedVerb();

    [GeneratedRegex(@"^(?::|\s?\d)", RegexOptions.CultureInvariant)]
    private static partial Regex GoingOn();

    [GeneratedRegex(@"(?<![\p{L}\p{N}])\p{L}[\p{L}\p{N}]*(['’\-][\p{L}\p{N}]+)*", RegexOptions.CultureInvariant)]
    private static partial Regex Word();
}
