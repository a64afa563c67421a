using System.Collections.Frozen;
using System.Text.RegularExpressions;
using ViralTracker.Core.Texts;

namespace ViralTracker.Core.Quality;

/// <summary>
/// Sentences that may be orders but may as well be talk: they begin with an imperative, say what 'you' will say, speak of replies without
/// telling what was read in them, or follow the post's question and neither speak of their author nor say something of the name. Such a post alone is no reason for a mark; a draft that takes up a name which only that sentence has is.
/// </summary>
internal static partial class PossibleOrder
{
    /// <summary>Names of such sentences that the rest of the post lacks.</summary>
    public static FrozenSet<string> Names(string post)
    {
        var (suspect, talk) = (new HashSet<string>(StringComparer.Ordinal), new HashSet<string>(StringComparer.Ordinal));
        var asked = false;
        foreach (var sentence in Sentence.Split(post))
        {
            var question = sentence.AsSpan().TrimEnd() is [.., '?' or '？'];
            if (!question && MayOrder(sentence, asked)) suspect.UnionWith(Name.Matches(Links.Replace(sentence, " ")).Select(m => TextFolding.FoldProse(m.Value)));
            else talk.UnionWith(Words.Split(TextFolding.FoldProse(sentence)).Select(w => w.Text));
            asked |= question;
        }

        suspect.RemoveWhere(name => talk.Contains(name) || SentenceOpeners.Has(name));
        return suspect.ToFrozenSet();
    }

    /// <summary>The name of such a sentence that the draft takes up, or null.</summary>
    public static string? Taken(DraftToCheck draft) => draft.Post.Suspects is { Count: > 0 } names ? draft.Words.FirstOrDefault(w => names.Contains(w.Text)).Text : null;

    private static bool MayOrder(string sentence, bool asked)
    {
        var folded = TextFolding.SkeletonProse(sentence);
        if (Commands.IsMatch(folded)) return true;
        var answers = Answers.IsMatch(folded);
        if ((answers || Readers.IsMatch(folded)) && Naming.IsMatch(folded)) return true;
        var wishes = Wishes.IsMatch(folded);
        if (!wishes && Telling.IsMatch(folded)) return false;
        return (answers && !Past.IsMatch(folded)) || (asked && (wishes || !Predicate.IsMatch(sentence)));
    }

    [GeneratedRegex(InstructionLike.SentenceEnd)]
    private static partial Regex Sentence { get; }

    [GeneratedRegex(@"(?<![\p{L}\p{N}@#$])\p{Lu}\p{L}{3,}")]
    private static partial Regex Name { get; }

    [GeneratedRegex(@"https?://\S+|\bt\.co/\S+")]
    private static partial Regex Links { get; }

    /// <summary>Something said of a name: it looks, has, was. What praises it may be an order's word.</summary>
    [GeneratedRegex(
        """
        (?<![\p{L}\p{N}@#$])\p{Lu}\p{L}{2,}(?:'s|’s)?\s(?:(?:just|also|still|now|even|always|never|\p{Ll}+ly)\s)?
        (?:for\s(?:me|us)|(?:me|nos)\sparece|(?:is|are|ist|es|est|é)\s(?:too|so|not|kind|still|mostly|often|sometimes|already|slow|expensive|fine|okay?|down|broken|dead|overkill|buggy|(?!better)\p{Ll}+(?:ing|er)|zu|nicht|mir|demasiado|muy|lent\p{Ll}*|trop|pas|muito|não)|was|were|isn['’]t|has|had|have|hasn['’]t|does|did|doesn['’]t|didn['’]t|can|can['’]t|could|would|will|won['’]t|looks?|seems?|feels?|works?|keeps?|eats?|got|gets|takes?|took|makes?|made|went|goes|says?|said|\p{Ll}{2,}ed
        |war|sind|hat|hatte|kann|wird|sieht|läuft|macht|está|era|fue|ha|tiene|puede|va|sont|était|peut|fait|foi|tem|pode)\b
        """, RegexOptions.IgnorePatternWhitespace)]
    private static partial Regex Predicate { get; }

    /// <summary>Speaks of its author, who wants nothing and may leave out the 'I': "currently using", "tried"; thanks, compares, or tells what a tool has to be.</summary>
    private static Pattern Author { get; } = new(
        """
        \b(?:i|i'm|i've|i'd|i'll|we|we're|we've|we'd|myself|ich|wir|mein\w*|unser\w*|yo|nosotros|mis?|nuestr[oa]s?|je|j'\w+|nous|mon|mes|nos|notre|eu|meus?|minhas?|nossos?|nossa|io|mio|mia|noi|ik|wij|mijn|onze)\b
        |^\W*(?:my|our|mine|ours)\b
        |^\W*(?:(?:and|but|so|or|also|really|seriously|honestly|finally|recently)\W+)*(?:been|was|had|have|got|am|went|found|thought|torn|stuck|same|tried|used|moved|switched|asked|considered|looked|started|migrated|tested|read|heard|saw|worked
        |using|trying|running|looking|thinking|asking|considering|wondering|working|building|moving|migrating|switching|coming|having|getting|seeing|leaning|debating|planning|hoping|learning|hearing|reading|testing|paying|kidding|feeling|(?:currently|still|just|already|now|mostly|only|always|never)\W+(?!bring)\w{2,}(?:ing|ed))\b
        |^\W*(?:thank\ (?:you|u)|thanks|unlike|compared\ (?:to|with)|other\ than|apart\ from|except\ for)\b
        |^\W*(?:it\ )?(?:needs?|has|have|must|should)(?:\ to)?\ (?:be\ (?:\S+\ )?(?:compliant|compatible|free|cheap|open|able|easy|simple|fast|secure|available|hosted|accessible|usable|affordable|offline|local|based|friendly|native)\b|(?:work|run|support|handle|integrate|export|import|sync|fit)\b)
        |^\W*(?:aktuell|derzeit|momentan|bisher|actualmente|ahora|actuellement|pour\ l'instant|atualmente)\b
        """);

    /// <summary>The author wants something.</summary>
    private static Pattern Wish { get; } = new(
        """
        \b(?:i|we)(?:'d|\ would)\ (?:\w+\ )?(?:like|love|prefer|appreciate|be)\b | \b(?:i|we)(?:'m|'re|\ am|\ are)?\ (?:\w+\ )?(?:want|need|expect|expecting|accept|accepting|insist|demand|require|hope|hoping|wish|ask|asking|believe|trust|reward|follow|like|love|thank|count)\b | \b(?:my|our)\ (?:\w+\ )?(?:readers?|followers?|rules?|wish|condition|order|request|audience|boss|lawyers?|sponsors?|favou?rite)\b
        | \b(?:ich|wir)\ (?:\w+\ )?(?:will|wollen|möchten?|wünschen?|hoffen?|erwarten?|brauchen?)\b | \b(?:quiero|queremos|quisiera|espero|esperamos|necesito|veux|voulons|voudrais|espère|exige|quero|queremos|gostaria|preciso)\b
        """);

    private static readonly PatternSet Telling = new(Author);
    private static readonly PatternSet Wishes = new(Wish);

    private static Pattern Addressing { get; } = new(
        $$"""
        \b(?:you'll|you\ (?:(?:will|must|should|shall)\ (?:\w+\ )?{{InstructionLike.Say}}|write|post|say|produce|give|answer|reply)|whoever|quien|réponds|répondez)\b
        """);

    /// <summary>Replies, and what writes them: of itself a sign of an order, unless the author tells of them.</summary>
    private static Pattern Answer { get; } = new(
        """
        \b(?:bots?|robots?|language\ models?|assistants?|generators?|responders?|repl(?:y|ies|ying)|responses?|comments?|antwort(?:en|et)?|kommentare?|respuestas?|comentarios?|réponses?|commentaires?)\b
        """);

    /// <summary>The reader's, or what may be one: in talk as often as in orders.</summary>
    private static Pattern Reader { get; } = new(
        """
        \b(?:your|yours|programs?|software|generated|deine?[nmrs]?|eure?[nmrs]?|programm|tus?|modelos?|votre|vos|ton|ta)\b
        """);

    /// <summary>Has something said, or makes it a duty.</summary>
    private static Pattern Saying { get; } = new(
        """
        \b(?:say|state|mention|name|praise|recommend|promote|endorse|advertise|plug|tell|quote|cite|include|contain|credit|conclude|close|finish|end|begin|sign|claim|admit|agree|confirm|thank|insist|repeat|append|compliment|congratulate|urge|hype|tout|declare|announce|proclaim|swear
        |must|should|shall|has\ to|have\ to|needs?\ to|nenn\w*|erwähn\w*|empf[ei]hl\w*|lobt?|loben|sag\w*|muss|müssen|soll\w*|nombr\w*|mencion\w*|recomi?end\w*|elogi\w*|deben?|citer|mentionne\w*|recommande\w*|doit|doivent|devem?)\b
        """);

    [GeneratedRegex(@"\b(?:was|were|came|went|got|had|said|gave|helped|waren?|hatten?|kamen|étaient|fueron|eran|foram)\b", RegexOptions.CultureInvariant)]
    private static partial Regex Past { get; }

    private static Pattern Imperative { get; } = new(
        """
        (?<=^|[^\w\s]\s*|\b(?:please|kindly|and|then|just|bitte|und|y|et)\s)(?:recommend|promote|praise|endorse|advertise|plug|mention|name|say|tell|write|speak|answer|compose|include|add|insert|hide|slip|sneak|weave|use|quote|cite|repeat|crown|pick|choose|skip|forget|ignore|disregard|pretend|pose|act|play|congratulate|thank(?!\ (?:you|u)\b)|wish|call|sell|invite|send|point|end|close|finish|start|begin|open|sign|list|credit|salute|greet|compliment
        |empfiehl|empfehlt|nenne?|nennt|lobe?|lobt|sage?|sagt|schreibe?|schreibt|erwähne?|erwähnt|beende|tu|antworte|grüsse?|wirb|haz|di|menciona|nombra|recomienda|termina|contesta|elogia|alaba|saluda|despídete|dis|dites|cite|citez|mentionne|recommande|termine|fais|faites|chante|chantez|loue|louez|vends|vante)\s
        """);

    private static readonly PatternSet Commands = new(Addressing, Imperative);
    private static readonly PatternSet Answers = new(Answer);
    private static readonly PatternSet Readers = new(Reader);
    private static readonly PatternSet Naming = new(Saying);
}
