using ViralTracker.Core.Texts;

namespace ViralTracker.Core.Quality;

/// <summary>Turns that people use as well, but seldom two of them in one short text: two different ones are a language model's.</summary>
internal static class MachineTurns
{
    private const int TooMany = 2;

    public static Rejection? Check(DraftToCheck draft)
    {
        var found = new List<string>();
        foreach (var turn in Turns.Matches(draft.Unquoted))
        {
            var text = turn.Value.Trim(' ', '.', ',', ':', '!');
            if (draft.Post.Folded.Contains(text, StringComparison.Ordinal) || found.Exists(other => other.Contains(text, StringComparison.Ordinal) || text.Contains(other, StringComparison.Ordinal))) continue;
            found.Add(text);
            if (found.Count == TooMany) return new(QualityRule.StockAiPhrase, $"\"{found[0]}\" and \"{found[1]}\" together read like a machine; keep one at most and say the rest in plain words.");
        }

        return null;
    }

    private static Pattern Quiet { get; } = new(
        """
        (?<!\w)(?: quietly\ \w+ | (?:an?|the|this|that|of|its|his|her|their)\ quiet\ (?:act|power|revolution|rebellion|victory|genius|art|joy|confidence|dignity|hero|work|truth|part|cost|violence|strength|tragedy|magic|luxury|shift|crisis|force|collapse|tax|win|flex|superpower)\w* )(?!\w)
        """);

    /// <summary>One is another: the new X, the X of Y, the product.</summary>
    private static Pattern Equations { get; } = new(
        """
        (?<!\w)(?: (?<!\b(?:what|this|that|here|where|which|who|there|it|he|she)\ )(?:is|are)\ the\ new\ (?!ones?\b|versions?\b|models?\b|releases?\b|features?\b|updates?\b|years?\b|apis?\b|ui\b)[\w-]+(?=[.,!?;:]|$)
        | (?:is|are|was|were|as|becomes?|became)\ the\ (?:(?:real|only|whole|actual|ultimate)\ )?(?:product|moat|message|strategy|flex|curriculum|medium|syllabus|interface|currency|assignment|feature|bottleneck|tax|invoice|oxygen|glue|gateway|antidote|compass|canvas|mirror|blueprint|price\ of\ admission)(?!\w)
        | (?:is|are|was)\ (?:basically\ |just\ )?the\ [\w-]+(?:\ [\w-]+)?\ of\ [\w-]+(?:\ [\w-]+){0,2}(?=[.:,!]|$)
        | (?:is|are|was|were)\ (?:never|no\ longer|always)\ (?:about\ )?(?:an?|the)\ \w+
        | (?:is|are|was)\ (?:simply|merely|just|really\ just|basically\ just)\ (?:the|an?)\ (?:most\ )?\w+ | (?:that|which|this|it|\w+ing)(?:'s|\ is)\ the\ (?:whole|entire)\ (?:point|game|victory|story|battle|magic|trick|product|thing|secret)
        | (?:that's|that\ is|and\ that's)\ the\ (?:unlock|beauty|magic|point|part|shift|tell|trade|paradox|irony|lesson|win|flex)
        )(?!\w)
        """);

    /// <summary>Contrasts that a reply to an argument needs, too.</summary>
    private static Pattern Contrasts { get; } = new(
        """
        (?<!\w)(?: (?:is|are|was|were|do|does|did|has|have|wo|ca)(?:n't|\ not)\ (?:just\ |only\ )?(?!sure|know|think)[^.!?]{1,60}[.,;–]\s?(?:it|they|that|this|you|we)(?:'s|'re|\ (?!not|isn't|aren't|don't|doesn't|may|might|can|could|would)\w+)
        | (?:is|are|was|were|do|does|did)n't\ [^.!?]{1,60},\ but\ (?:by|in|on|with|for|the|an?|what|how|that)(?!\w) | less\ \w+,\ more\ \w+ | no\ \w+,\ no\ \w+,\ no\ \w+ | n't\ [^.!?,]{1,40},\ the\ [\w-]+\ (?:is|are|was|were)(?=[.!]|$)
        | (?:the\ best|great|good|real|true)\ \w+\ (?:are|is|do|does)n't(?!\w) | on\ paper\W[^.!?]{1,40}[.,;]\s(?:but\ )?in\ (?:reality|practice|production)
        )
        """);

    /// <summary>A few words as a question, and what follows is the answer.</summary>
    private static Pattern Questions { get; } = new(
        """
        (?:^|[.!?]\s)(?:(?:and|but)\ )?(?:the|that|this|your|my|our|its|their|an?|der|die|das|el|la|los|las|le|les|o|os|il)\ [\w'-]+(?:\ [\w'-]+){0,2}\?(?=\s\w)
        """);

    /// <summary>Three words without an 'and', or sentences of a word or two.</summary>
    private static Pattern Fragments { get; } = new(
        """
        [:,]?\ (?!and\b|or\b)[\p{L}-]{4,},\ [\p{L}-]{4,},\ (?!and\b|or\b|but\b)[\p{L}-]{4,}(?=[.!]|$)
        | (?:^|[.!?]\s)(?: the\ (?:kind|sort|type)\ of\ [^.!?]+ | \p{L}{3,}\ \p{L}{3,}s\.\s\p{L}{3,}\ \p{L}{3,}s | right\ up\ until\ [^.!?]+ | proof\ that\ [^.!?]+ | (?:classic|poetry|brutal|iconic|perfection|elegant|priceless|ouch) | fully\ \w+ | (?:always|every\ time|full\ stop|end\ of\ story|there\ it\ is|this) | (?!(?:nice|good|great|same|thanks|thank|well|yes|no|not|fair)\b)\p{L}+\ \p{L}+\.\s\p{L}+\ \p{L}+ | (?:pure|peak|absolute)\ [\w-]+(?:\ [\w-]+)? )(?=[.!?]|$)
        """);

    private static Pattern Images { get; } = new(
        """
        (?<!\w)(?: rented\ land | borrowed\ time | a\ seat\ at\ the\ table | (?:hold|hand|give|keep)\w*\ (?:\w+\ )?the\ keys | in\ plain\ sight | (?:dressed\ up|disguised|masquerading|cosplaying)\ as | with\ an?\ [\w-]+(?:\ [\w-]+)?\ attached | house\ of\ cards | rear-?view\ mirror | north\ star | now\ we're\ (?:cooking|talking) | main\ character | rent[\ -]free | chef's\ kiss
        | no\ notes(?=[.!]|$) | love\ letter\ to | sells?\ us | with\ intent(?:ion)? | plot\ twist | in\ the\ margins | one\ \w+\ at\ a\ time | welcome\ to\ the\ \w+ | in\ a\ world\ (?:where|of|full) | in\ an?\ (?:age|era|sea|ocean)\ of | the\ (?:space|gap|distance|line)\ between | the\ illusion\ (?:of|that) | what\ [\w-]+\ looks\ like | (?:case\ study|lesson|exercise)\ in\ \w+
        | nothing\ says\ \w+ | walked\ so\ \w+ | (?:that|this|it|voice|truth|value|meaning|magic|craft|soul)\ lives\ in | the\ \w+\ (?:everyone|everybody|nobody|no\ one)\ \w+s | nobody\ \w+\ (?:and|but)\ (?:everybody|everyone) | somewhere,?\ an?\ \w+ | (?:big|pure|peak|main)\ (?:\w+\ )?energy | has\ entered\ the\ chat | equal\ parts\ \w+ | welcome\ to\ \w+(?=[.!]|$)
        | half\ \w+,\ half\ \w+ | the\ only\ \w+\ (?:that|which)\ (?:never|ever|still|doesn't) | a\ (?:\w+\ )?difference\ between\ [^.!?]{1,40}\ and | (?:half|most|much)\ of\ \w+\ is\ \w+ing | (?:wild|funny|strange|striking)\ how\ (?:quickly|easily|fast|often) | table\ stakes | duct\ tape | collectively\ \w+ | the\ moment\ you\ (?:stop|start|realize|realise) | everything\ clicks | (?:in|of)\ (?:two|three|four|five|six)\ words(?=[.!]|$) | think\ (?:about|of)\ it\ as\ an?\ \w+ | so\ does\ (?:every|the|your)\ \w+ | than\ any\ [\w\ ]{1,30}\ ever\ (?:could|will|did|can|has) | we've\ ever\ (?:been|had|built|made|seen) | decides?\ who\ \w+ | every\ [\w-]+\ (?:needs|deserves|has|is)\ an?
        )(?!\w)
        """);

    /// <summary>An idea that acts by itself: "Discipline walks".</summary>
    private static Pattern Personified { get; } = new(
        $$"""
        (?<=(?:^|[.!?]\s))(?:{{AiPunctuation.Abstract}}|simplicity|cleverness|judge?ment|accuracy|precision|friction|privacy|convenience|attention|memory|knowledge|wonder|truth|silence|automation|novelty|nuance|taste|craft|nostalgia|intelligence|understanding)\ (?:is|\p{L}+s)(?!\w)
        """);

    private static readonly PatternSet Turns = new(Quiet, Personified, Equations, Contrasts, Questions, Fragments, Images);
}
