using System.Buffers;
using System.Text.RegularExpressions;
using ViralTracker.Core.Texts;

namespace ViralTracker.Core.Quality;

/// <summary>
/// Habits of language models in signs and build: em dashes, 'not X, it's Y', stacked colons and semicolons, exclamation runs,
/// triads, headings and bullets. A sign that the voice's own good examples use is the person's habit.
/// </summary>
internal static partial class AiPunctuation
{
    private const string NoTriads = "no triads; keep the one that matters";

    private static readonly SearchValues<char> StopSigns = SearchValues.Create(":;");
    private static readonly SearchValues<char> LongDashes = SearchValues.Create("-–—―");
    private static readonly SearchValues<char> SentenceEnds = SearchValues.Create(".!?");

    public static Rejection? Check(DraftToCheck draft, QualityContext context)
    {
        if (draft.Text.AsSpan().ContainsAny(LongDashes) && Found(DashOf(draft), draft.Text) is { } dash && !Dash.IsMatch(context.Examples))
            return Habit(dash, "use no dash; a comma or a full stop does");
        foreach (var habit in Habits.Candidates(draft.Folded))
            if (habit.Match(draft.Folded)?.Value is { } found && InPost(habit.Pattern, draft.Post) != found) return Habit(found, AdviceOn(habit.Pattern));
        if (Stacked(draft.Folded) is { } stack && Stacked(draft.Post.Folded) != stack) return Habit(stack, "no stack of colons and semicolons");
        return RepeatedStart(draft.Folded) is { } repeated && RepeatedStart(draft.Post.Folded) != repeated ? Habit(repeated, NoTriads) : null;
    }

    private static Regex DashOf(DraftToCheck draft) => WritingScript.Of(draft.Text) is "Cyrl" ? TwoDashes : Dash;

    private static string? InPost(Pattern habit, AnsweredPost post) => Habits.Candidates(post.Folded).FirstOrDefault(candidate => candidate.Pattern == habit)?.Match(post.Folded)?.Value;

    private static string AdviceOn(Pattern habit) =>
        habit == Contrast || habit == Tenses ? "drop the 'not X, it's Y' turn and say what it is"
        : habit == Answered ? "leave out the question and say its answer"
        : habit == Parallel ? "no two sentences of one build; keep the one that matters"
        : habit.Regex == Exclaiming ? "one exclamation mark at most"
        : habit.Regex == Markup ? "plain text, no headings, bullets or bold"
        : NoTriads;

    private static Rejection Habit(string found, string advice) => new(QualityRule.AiPunctuation, $"\"{found.Trim()}\" reads like a machine: {advice}.");

    private static string? Found(Regex pattern, string text) => pattern.Match(text) is { Success: true } found ? found.Value : null;

    private static string? Stacked(string text) =>
        text.AsSpan().CountAny(StopSigns) >= 2 && Stops.Count(text) is var stops and >= 2 && (stops >= 3 || !text.Contains('?', StringComparison.Ordinal)) ? Stops.Match(text).Value : null;

    /// <summary>Three sentences in a row that begin with the same word: the triad's other form.</summary>
    private static string? RepeatedStart(string text)
    {
        if (text.AsSpan().CountAny(SentenceEnds) < 3) return null;
        var starts = Sentence.Matches(text).Select(m => m.Groups[1].Value).ToArray();
        for (var i = 0; i + 2 < starts.Length; i++)
            if (starts[i] == starts[i + 1] && starts[i] == starts[i + 2]) return starts[i] + " … " + starts[i] + " … " + starts[i] + " …";
        return null;
    }

    // A lone spaced en dash is the ordinary dash of several languages; two are a habit. Japanese ones (――) are long by themselves.
    [GeneratedRegex(@"\w[""'”’)]?\s?\u2014\s?\w|\w\s?\u2015\s?\w|\w\s--\s\w|\w\s\u2013\s.*\w\s\u2013\s", RegexOptions.CultureInvariant)]
    private static partial Regex Dash { get; }

    /// <summary>In Cyrillic one stands where other languages have "is".</summary>
    [GeneratedRegex(@"\w\s?[\u2013\u2014]\s?\w.*\w\s?[\u2013\u2014]\s?\w", RegexOptions.CultureInvariant | RegexOptions.Singleline)]
    private static partial Regex TwoDashes { get; }

    /// <summary>"The problem isn't A, it's B" is an argument where B is a thing one can point at.</summary>
    private const string Argued = $@"(?<!(?:problem|issue|trouble|part|bit|difference|catch)(?:'s|\ is|\ was))|(?=(?:n't|\ not)\ [^.!?]{{1,90}}\b(?:{Abstract}|problem|question|mindset|story)\b)";

    private static Pattern Contrast { get; } = new(
        $$"""
        (?<!\w)(?:
          (?:it|this|that|the\ \w+(?:\ \w+)?|\w+)(?:'s|\ is|\ was)(?:{{Argued}})(?:n't|\ not)\ (?:just\ |only\ |merely\ |simply\ |really\ )?(?:about\ )?[^.!?]{1,60}?\s?[,;:.–—-]+\s?(?:it|this|that|they)(?:'s|\ is|\ was|'re|\ are)(?!\w)
        | (?:aren't|isn't|don't|doesn't)\ [^.!?,]{1,40}[–—;,]\s?they\ (?!are\ not)\w+
        | (?:it's|this\ is|that's|is|are|was)\ ?(?:not|n't)\ (?:just|only|merely|simply)\ [^.!?]{1,60}?[,;–—]?\s(?:but|it's|they're)(?!\w) | not\ (?:just|only|merely)\ [^.!?]{1,50}?,?\ but(?:\ also)?(?!\w)
        | less\ (?:about|of\ an?)\ [^.!?]{1,40}?(?:,|\ and)\ more\ (?:about|of\ an?)(?!\w) | it's\ not\ \w+[,;–—-]+\s?it's
        | (?:es|das|hier)\ (?:geht|ist)\ (?:es\ |hier\ )?(?:gar\ |doch\ )?nicht\ (?:nur\ |bloss\ )?(?:um\ )?[^.!?]{1,60}?\s?[,;:.–—-]+\s?(?:es|das)\ (?:geht|ist)(?!\w) | es\ geht\ nicht\ (?:nur\ )?um\ [^.!?]{1,50}?,\ sondern | nicht\ (?:nur|bloss)\ [^.!?]{1,50}?,\ sondern(?:\ auch)?
        | ce\ n'est\ pas\ (?:juste\ |seulement\ |qu')?[^.!?]{1,60}?\s?[,;:.–—-]+\s?c'est | (?:il\ ne\ )?s'agit\ pas\ (?:de|d')\ ?[^.!?]{1,50}?(?:mais|[,;–—])
        | (?<!\b(?:lo\ \p{L}+|el\ problema)\ )no\ (?:es|se\ trata\ de|va\ de)\ (?:solo\ |sólo\ |una\ cuestión\ de\ )?[^.!?]{1,60}?\s?[,;:.–—-]+\s?(?:es|se\ trata\ de|va\ de|sino)(?!\w) | no\ (?:solo|sólo)\ [^.!?]{1,50}?,?\ sino(?:\ también)?
        | não\ (?:é|se\ trata\ de|só\ )\ ?(?:só\ |apenas\ |sobre\ )?[^.!?]{1,60}?\s?[,;:.–—-]+\s?(?:é|se\ trata\ de|trata-se|mas)(?!\w) | não\ (?:só|apenas)\ [^.!?]{1,50}?,?\ mas(?:\ também)?
        )
        | (?:だけ|単なる[^。]{1,15})で(?:は)?なく[^。]{1,25}(?:なの(?:です|だ)|も|こそ) | (?:の問題|という話)では(?:なく|ない|ありません)[、。–—]
        """);

    /// <summary>The same turn in other tenses and numbers, over two sentences and as fragments.</summary>
    private static Pattern Tenses { get; } = new(
        """
        (?<!\w)(?:
          (?:are|were|was)(?:n't|\ not)\ [^.!?,]{1,60}[,;:.–—]\s?(?:it|this|that|they)(?:'s|'re|\ (?:is|are|was|were))(?!\w)
        | (?:is|are|was|were)\ (?:never|no\ longer)\ [^.!?;,]{1,60}(?:[.;,–—]\s?(?:it|they|this|that|the\ [\w-]+)(?:\ always)?(?:'s|'re|\ (?:is|are|was|were))(?!\w)|\.\s[\w'-]+(?:\ [\w'-]+){0,3}\ (?:is|are|was|were)(?=[.!,;]|$))
        | (?:do|does|did|wo|ca|would|could)(?:n't|\ not)\ (?:just\ |only\ |even\ )?(?<verb>\p{L}{3,}?)(?:e|s|es|ed)?\ [^.!?]{1,60}[.,;–—]\s?(?:it|they|he|she|you|we|that|this)(?:\ (?:just|only|simply|also))*\ \k<verb>\w{0,3}(?!\w)
        | (?:(?:is|are|was|were)(?:n't|\ not)|(?:it|they|you|we|he|she)'(?:re|s)\ not)\ (?:just\ |only\ |even\ )?(?<doing>\p{L}{2,}ing)\ [^.!?]{1,60}[.,;–—]\s?(?:it|they|he|she|you|we|that|this)(?:'s|'re|\ (?:is|are|was|were))\ (?:just\ |only\ |simply\ )?\k<doing>(?!\w)
        | (?:is|are|was|were|do|does|did|has|have)n't(?:\ [\w'-]+){0,4}\.\s[\w'-]+(?:\ [\w'-]+){0,6}\ (?:is|are|was|were|do|does|did|has|have)(?=[.!]|$)
        | (?<=[^.!?]\.\s)(?!(?:i|it|they|that|this|he|she|you|we|mine|ours|yours|theirs|most|some|many|but|and|so|which|who)\b)[\w'-]+(?:\ [\w'-]+){0,3}\ (?:is|are|was|were|do|does|did|has|have|ca|wo)n't(?=[.!]|$)
        | not\ because\ [^.!?]{1,60}?,?\ but\ because(?!\w) | because\ [^.!?]{1,60}[.;,]\s(?:it|they|you|we)\ [^.!?]{1,40}\ because(?!\w)
        | (?<!those\ )(?:that|who|which)\ (?:is|are|was|were|do|does|did|has|have|can)(?:n't|\ not)\ [^.!?]{1,40}(?<!those)\ (?:that|who|which)\ (?:is|are|was|were|do|does|did|has|have|can)(?=[.!,;]|$)
        | no\ [\w'-]+(?:\ [\w'-]+)?[.,]\s(?:and\ )?no\ [\w'-]+(?:\ [\w'-]+)?[.,]\s(?:just|only)(?!\w) | (?<=(?:^|[.!?])\s*)not\ (?:an?\ |the\ )?[^.!?,]{1,40}[.,;–]\ (?:not\ [^.!?]{1,40}\.\s|just\ |an?\ [^.!?,]{1,40}[.!])
        | less\ (?:about|(?:of\ |like\ )?an?)\ [^.!?]{1,50}?(?:[.,;]|\ and)\s(?:and\ )?(?:it's\ )?more\ (?:about|(?:of\ |like\ )?an?)(?!\w)
        | (?:stop|stops|stopped|quit|quits)\ being\ [^.!?]{1,40}\ (?:and|to)\ (?:start|become)\w*(?!\w) | not\ an?\ bug[,.]\ (?:it's|but|that's|an?)(?!\w) | what\ looks\ like\ [^.!?,]{1,40}\ is\ (?:really|actually|often|usually)(?!\w) | (?<=(?:^|[.!?])\s*)if\ [^.!?,]{1,30}\ (?:is|was|are)\ (?:the|an?)\ [^.!?,]{1,40},\ [^.!?,]{1,30}\ (?:is|was|are)\ (?:the|an?)(?!\w)
        )
        """);

    /// <summary>Asked and answered by oneself.</summary>
    private static Pattern Answered { get; } = new(
        """
        (?<=(?:^|[.!?])\s*)(?: (?:(?:and|but)\ )?(?:the|my|das|der|die|el|la|lo|le|la|o|a)\ (?:\w+\ )?(?:catch|kicker|twist|results?|outcome|upside|downside|irony|punchline|takeaway|lesson|reality|truth|secret|trick|fix|payoff|bonus|verdict|(?:best|worst|scary|crazy|wild|hard|funny|sad|weird|real|fun)\ (?:part|thing|bit)|haken|clou|ergebnis|pointe|truco|resultado|trampa|mejor|peor|piège|résultat|astuce|segredo|detalhe)\?(?=\s\w)
        | (?:and|but|und|y|et|e)\ (?:honestly|frankly|ehrlich|sinceramente|honnêtement|honestamente)\? | honestly\?(?=\s) | [^.!?\n]{1,30}\?\s[^.!?\n]{1,30}\.\s[^.!?\n]{1,30}\?\s[^.!?\n]{1,30}[.!](?=\s|$) )
        """);

    /// <summary>Two short sentences with one verb.</summary>
    private static Pattern Parallel { get; } = new(
        """
        \ (?<last>\p{L}{4,})\.\s\k<last>\ (?:is|are)(?!\w) | (?<=(?:^|[.!?]\s))(?:(?:the|your|my|our|its)\ )?(?!(?:it|this|that|he|she|i|what)\b)[\w'-]+\ (?<be>is|was|are|were)\ \w+[.;]\s(?:(?:the|your|my|our|its)\ )?(?!(?:it|this|that|they|he|she|we|i|what)\b)[\w'-]+\ \k<be>\ \w+(?=[.!]|$)
        | (?:nobody|no\ one)\ [^.!?]{1,60}[,;.]\s(?:but\ |and\ )?(?:everyone|everybody)(?!\w) | (?:can|could)\ (?<done>\w+)\ [^.!?]{1,40}[,;.]\s(?:but\ )?(?:you|we|they|it|nobody)\ (?:can't|cannot|couldn't)\ \k<done>(?!\w) | (?:you|we|they)\ (?<first>\w{3,})\ [^.!?]{1,40}\ before\ (?:you|we|they)\ (?:ever\ )?\k<first>(?!\w) | \w+\ without\ (?:an?\ )?\w+\ is\ (?:just|only|merely|nothing)(?!\w)
        | (?<!\w)an?\ (?<thing>\w{3,})\ [^.!?]{1,30}\ is\ still\ (?:just\ )?an?\ \k<thing>(?!\w) | (?<=(?:^|[.!?]\s))not\ (?:all|every)\ \w+\ [^.!?]{1,40}\.\ some(?!\w) | half\ the\ (?:battle|job|work|fight)\ [^.!?]{1,40}[.;,]\s(?:and\ )?the\ other\ half | (?<!\w)(?:one|two|three|four|zero|no)\ [\w-]+,\ (?:one|two|three|zero|no)\ [\w-]+,\ (?:and\ )?(?:zero|one|no|infinite)\ \w+
        | (?:^|[.!?]\s)(?=[\w'+\ -]+\.\s[\w'+\ -]+(?:[.!]|$))(?<who>[\w'+-]+(?:\ [\w'+-]+){0,3}?)\ (?:just\ |only\ |simply\ )?(?<does>(?!(?:is|are|was|were|has|have|had|can|can't|will|would|could|should|did|does|the|and|but|that|this|not|for|from|with|without|you|your|his|her|our|their|its|it's|more|most|code|both|than|when|what|how|who|all|one|two)\ )\p{L}{3,}?)s?(?<what>(?:\ [\w'+-]+){1,4})\.\s(?!(?:\k<who>|i|they|you|we|it)\ )[\w'+-]+(?:\ [\w'+-]+){0,3}?\ (?:just\ |only\ |simply\ )?\k<does>s?\ (?!\k<what>)[\w'+-]+(?:\ [\w'+-]+){0,3}(?=[.!]|$)
        """);

    [GeneratedRegex(@"!\s?!|[!?]{3,}|\?!|!\?|![^!]+![^!]+!", RegexOptions.CultureInvariant)]
    private static partial Regex Exclaiming { get; }

    // Not in times, ratios, emoticons, addresses and code, and no Greek question mark.
    [GeneratedRegex(@"(?<![:;\d])[:;](?<![\u0370-\u03FF\u1F00-\u1FFF];)(?=\s)", RegexOptions.CultureInvariant)]
    private static partial Regex Stops { get; }

    /// <summary>Three fragments of one or two words; "every. single. time." is people's.</summary>
    private static Pattern ThreeFragments { get; } = new(@"(?:^|[.!?]\s)(?!every\.\s)(?:[\w']+(?:\s[\w']+)?\.\s){2}[\w']+(?:\s[\w']+)?[.!]", RegexOptions.CultureInvariant);

    /// <summary>Three clauses with one beginning, which is more than an article.</summary>
    [GeneratedRegex(@"(?<!\w)(\p{L}{2,}) [^,.;!?]{2,25}, (?!(?:the|an|der|die|das|den|dem|ein|eine|el|la|los|las|un|una|le|les|une|des|os|as|um|uma|il|lo|gli) )\1 [^,.;!?]{2,25},? (?:and|or|und|oder|et|ou|y|o|e) \1 \w+", RegexOptions.CultureInvariant)]
    private static partial Regex ThreeClauses { get; }

    internal const string Abstract = "trust|clarity|growth|purpose|control|culture|community|consistency|patience|empathy|focus|vision|creativity|innovation|collaboration|connection|context|communication|curiosity|discipline|resilience|accountability|responsibility|transparency|integrity|authenticity|respect|meaning|confidence|courage|freedom|progress|quality|speed|scale|impact|value|values|mindset|intention|ownership|persistence|passion|vertrauen|kontrolle|verantwortung|klarheit|wachstum|kultur|geduld|haltung|respekt|qualität|kommunikation|transparenz|confianza|control|claridad|responsabilidad|cultura|paciencia|empatía|propósito|crecimiento|sens|rythme|envie|confiance|clarté|contrôle|responsabilité|culture|patience|confiança|clareza|controle|responsabilidade|paciência|empatia|propósito|crescimento";

    private static Pattern ThreeAbstractNouns { get; } = new($@"(?<![\w])(?:of |de |d')?(?:{Abstract})[,、]\s?(?:of |de |d')?(?:{Abstract}),? (?:and|und|et|y|e) (?:of |de |d')?(?:{Abstract})(?!\w)", RegexOptions.CultureInvariant);

    [GeneratedRegex($@"(?:^\s*|{InstructionLike.EmptyLines})(?:[-*•▪]\s|\#{{1,4}}\s|\d[.)]\s)|\*\*\S|__\S+__|^\s*""[^""]*""\s*$|[→➡]", RegexOptions.CultureInvariant)]
    private static partial Regex Markup { get; }

    [GeneratedRegex(@"(?:^|[.!?]\s+)([\p{L}']+)(?=\s[^.!?]*[.!?])", RegexOptions.CultureInvariant)]
    private static partial Regex Sentence { get; }

    private static readonly PatternSet Habits = new(Contrast, Tenses, Answered, Parallel, Exclaiming, ThreeFragments, ThreeClauses, ThreeAbstractNouns, Markup);
}
