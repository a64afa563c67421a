using System.Text.RegularExpressions;
using ViralTracker.Core.Language;
using ViralTracker.Core.Texts;

namespace ViralTracker.Core.Quality;

/// <summary>
/// Swear words of ten languages and the plainest of nine more, starred, stretched and respelled ones too, and insults to a person. Mild ones (damn, hell, bloody) only
/// where they swear. What the draft quotes from the post is the post's.
/// </summary>
internal static class Profanity
{
    public static Rejection? Check(DraftToCheck draft, QualityContext context) =>
        context.AllowProfanity || Find(draft.Folded, draft) is not { } found || (Find(draft.Unquoted, draft) is null && draft.Post.Folded.Contains(found, StringComparison.Ordinal))
            ? null
            : new(QualityRule.Profanity, $"It swears (\"{found.Trim()}\"), and the voice does not.");

    private static string? Find(string text, DraftToCheck draft) =>
        SwearWords.Find(text) ?? (IsEnglish(draft) ? InEnglish.Find(text) : null) ?? (draft.Language is "sv" ? null : NotInSwedish.Find(text));

    private static bool IsEnglish(DraftToCheck draft) => (draft.Language ?? LanguageTag.Primary(draft.Post.Language)) is null or "en";

    private static Pattern Swearing { get; } = new(
        """
        (?<![\p{L}\p{N}])(?:
          (?:mother|mutha|cluster|dumb|mind|rat|brain)?(?:f|ph)+[u*@\#v-]+c+k+\w* | fcuk\w* | f\ (?:u|you|yourself|off) | (?:mother)?f\*+(?:k|ck|ed|ing|er)\w* | f\*{2,} | f+[-*'’]+(?:ing|in|n|ed|er)['’]? | (?:mother)?f+c+k+(?:s|ed|ing|in|n|er|ers)?['’]? | fu?k(?:n|ng|in|ing|ed)['’]? | phu+k+(?:ing|in|ed|er)? | f+u+k+(?:s|er|ers)? | effin[g'’]? | (?!shiites?\b)sh[i1*!-]+t+(?:ty|s|show|ting|head|e|hole|load|bag|less|storm|post\w*|faced?)?s? | (?:bull|horse|dip|dog|bat|ape|chicken)[- ]?sh[i1*!]+t+\w* | (?<![./])sh\*+
          | (?:horse|bull)?cr[a@*]+p(?:py|s)? | [a@*][s*$]{2}(?:holes?|hats?|wipes?) | a\$\$(?:es)? | (?<=\b(?:the|my|your|his|their|our|kick\w*)\ )a\*\* | (?:dumb|jack|bad|half|smart|lame|lazy|fat|big|kick|weak|cheap)(?:-?[a*@](?:ss|\*\*|\$\$)(?:es|ed|ing)?|-?a(?:ss|\*\*|\$\$)(?:es|ed|ing)?|\*ss(?:es)?) | arse(?:s|d|holes?)? | b(?:i|[*!1]+)tch\w* | b[a*@]+st[a*@]rds? | c(?:u|\*+)nt\w* | d[i*!1]+ckheads? | cocksuck\w+ | douche(?:bag|canoe|nozzle)s? | wank(?:ers?|ed|ing|s|y)? | bollo(?:cks|x)
          | p[i*!1]ss(?:ed|ing|es)?\ (?:off|at|about|me|on|myself) | piss(?:take|ant)s? | mf(?:'?s|ers?) | fugly | pr[*!1]cks? | a\*s(?:es)? | son\ of\ a\ b | suck\ my\ \w+ | wth | what\ the\ f | (?:complete|total|pure|utter|absolute|such|call|calling|corporate|marketing)\ bs | goddam\w* | wta?f | stfu | gtfo | omfg | ffs | tw[a*@]ts? | (?:how|what|who|why|where|when)\ tf
          | schei(?:ss|ß)\w* | verdammte?[rnsm]? | beschissen\w* | verschissen\w* | arsch\w* | fick(?:t|st|t?e[nrs]|end\w*) | (?:ver|ge)fickt\w* | kack(?:e|en|t|haufen|scheiss\w*)? | mist(?:kerl|stück) | hurens(?:ohn|öhne) | verarsch\w*
          | mierda\w* | joder | jodid[oa]s? | coño | cojones | gilipollas | put[ao]s? | puter[ií]o | pendej[oa]s? | cabr[oó]n\w* | hostia\s?puta | ching(?:as?|ad[ao]s?|ar|ando|uen?|uemos|ón|on(?:a|es|as)|aste|aron|ader\w+)
          | merd(?:e|es|ique|iques|eux|euses?|ier) | putain\w* | conn(?:ard|asse|erie)\w* | bordel\s+de | encul(?:e|é|er|és|ées?|ent|eurs?|ages?|ades?|ar|ad[oa]s?) | foutre | chier | chiante?s? | salop(?:e|es|ards?|eries?) | emmerd(?:e[rsz]?|é|ée?s|ée|ant|ent|eurs?|euses?|ements?|ais|ait)
          | merd(?:a|as|oso|inha) | (?<!\b(?:la|una|otra|nuestra|mi|tu|su)\s)porra | caralho | (?<!\b(?:análisis|matriz)\s)foda(?:-se|m|se)? | fodid[oa]s? | cacete | filho\s+da\s+puta | bosta
          | cazzo | stronz(?:[oaie]|at\w+|ett\w+) | vaffanculo | kut | klootzak
        )(?![\p{L}\p{N}])
        | くそ(?:が(?!れ)|っ(?!と)|う?野郎|ったれ|ッ|みたい) | (?<![しなよく早良全])くそ[だな] | (?<!\p{IsKatakana})クソ | ちくしょう | 畜生 | 死ね(?![ばなるた]) | ファック(?!ス)
        | 他妈(?!妈) | 操你 | 傻逼 | 씨발 | 시발(?![점역]) | 개새끼
        """);

    private static Pattern Abroad { get; } = new(
        """
        (?<![\p{L}\p{N}])(?:
          бля(?:д[ьи]\w*|ть)? | (?:на|по|ни)?ху[йяеёи]\w{0,5} | пизд\w+ | (?:за|вы|на|до|от|при|про|съ|у|об)?[её]б(?:ан|ат|ал|ёт|ет|ну|уч|ись|ло)\w* | сук[аи]\sбля\w* | гандон\w* | мудак\w*
          | kurw\w+ | (?:w|s|roz|za|od|po|u|wy|przy)?(?:jeb|pierdol)(?:a[ćlłnc]|i|n|ę|e)\w* | chuj\w* | spierdal\w+ | s[iı]kt[iı]r\w* | amk | am[ıi]na\s?koy\w* | oro[sş]pu\w* | yarra[kğ]\w*
          | bangsat | kontol | ngentot\w* | चूतिय\p{M}* | भेनचोद | बहनचोद | मादरचोद | भोसड\p{M}*\w* | كس\s?[أا]م\w* | شرموط\w* | בן\s?זונה | כוס\s?אמ\w* | kurv[ayou]\w*
        )(?![\p{L}\p{N}])
        """);

    /// <summary>Ordinary words elsewhere: thick and ace in German, and what 'aß' is folded to; 'so' in Norwegian.</summary>
    private static Pattern English { get; } = new(
        """
        (?<![\p{L}\p{N}])(?: ass(?:es)? | (?<!\b(?:moby[ -]|philip\ k\.?\ ))dick(?!'s) | dicks | whores? | retarded | douche(?:y|s)?
        | (?<!\b(?:to|pin|finger|will|can|i)[ -])pricks?(?!\ (?:up|of|the|test|your|my|his|her|their|a|an|with)\b) | bellends? | tossers? | (?<=\p{L}{3,}\ )af(?=\s*(?:[.,!?)]|$|(?:and|but|lol|tho|though|imo|rn|just)\b))
        )(?![\p{L}\p{N}])
        """);

    /// <summary>Names for the person spoken to, and for people in general; things may be idiot-proof and emoji clowns.</summary>
    private static Pattern Insults { get; } = new(
        """
        (?<![\p{L}\p{N}])(?: (?:morons?|imbeciles?|cretins?|nitwits?|halfwits?|scumbags?|dimwits?)(?!-)
        | (?:you|ya|u)(?:'re|\ are|r)?\ (?:(?:an?|such|all|the|just|bunch|of|absolute|complete|total|utter|stupid|naive|daft|silly|lazy|ignorant|smug|gullible|pompous|sad|dense|dumb|fat|old|little|poor|bloody|damn|miserable|pathetic|spineless|arrogant|clueless)\ )*(?:idiots?|clowns?|losers?|twits?|muppets?|numpt(?:y|ies)|dolts?|buffoons?|fools?|dunces?|jerks?|wimps?|dumm(?:y|ies)|pillocks?|plonkers?|prats?|scum|pigs?|rats?|peasants?)(?![\w-])
        | (?:you|ya)\ (?:(?:absolute|complete|total|utter|stupid|naive|daft|silly|lazy|ignorant|smug|gullible|pompous|sad|dense|miserable|pathetic|clueless)\ )+(?:git|cow|tool|donkey|sod|melt|cabbage|knob|plank)(?![\w-]) | stupid\ (?:cow|sod|git) | what\ an?\ (?:absolute|complete|total|utter)\ (?:idiot|clown|tool|knob|donkey|plank|muppet|melt|fool|joke\ of\ a\ \w+)(?![\w-])
        | (?:only|what|such|typical|these|those|bunch\ of)\ (?:an?\ )?(?:\w+\ )?(?:idiots?|clowns|buffoons)(?!\ (?:emojis?|shoes|cars?)|[\w-]) | (?<=,\ )(?:idiots?|clowns?|losers?|dummy|jerk|fool)(?=\s*[.!?]*\s*$) | shut\ the\ \w+\ up
        | (?:du|ihr)\ (?:\p{L}+e[rns]?\ )?(?:idiot(?:en)?|depp(?:en)?|trottel|vollpfosten|spinner|schwachk[oö]pfe?|hornochse\w*) | vollidiot\w* | (?:eres|sos|son)\ (?:un[oa]?s?\ )?(?:idiotas?|imb[eé]cil(?:es)?|tont[oa]s?|estúpid[oa]s?|payas[oa]s?) | espèce\ d(?:'|e\ )\p{L}+ | (?:t'es|tu\ es|vous\ êtes)\ (?:des?\ |un[e]?\ )?(?:idiots?|cons?|abrutis?|imbéciles?|débiles?) | seus?\ (?:idiotas?|imbeci(?:l|s)|otários?|burros?) | (?:você|vocês)\ (?:é|são)\ (?:uma?\ )?(?:idiotas?|imbeci(?:l|s)|otári[oa]s?|burr[oa]s?)
        )(?![\p{L}\p{N}])
        | バカ野郎|馬鹿野郎|ばか野郎
        """);

    /// <summary>Not where something is damned, bleeds or is as in a dependency hell.</summary>
    private static Pattern Mild { get; } = new(
        """
        (?<![\p{L}\p{N}])(?: (?:what|who|how|why|where|when)\ (?:in\ )?the\ hell | (?:bloody|fucking|holy)\ hell | the\ hell\ (?:up|out|off|with|is|are|did|do|does|am|was) | to\ hell\ with | (?:go|rot|burn)\ (?:to|in)\ hell | (?<=(?:^|[.!?,;:]\s*)(?:oh\ |but\ |and\ )?)hell,?\ (?:no|yes|yeah|nah|yea) | (?:as|like)\ hell | (?:one|a)\ hell\ of\ an?
        | (?<!\b(?:be|was|were|are|is|been|the)\ )(?:god)?damn(?:it|ed|s)?(?!\ (?:if|the|him|her|them|souls?|for)\b) | (?:the|that|this|your|my|our|a|whole)\ damn(?:ed)?(?!\ souls?)
        | bloody\ (?:hell|awful|brilliant|useless|stupid|annoying|ridiculous|good|great|thing|well|expensive|slow|obvious|marvellous|nightmare|mess|lot|idiots?|fools?|impossible|hard|time|typical|ages|hilarious) | (?:not|so|too|every|no|these|those|my|your)\ bloody\ (?!mary|nose|hands?|face|knees?|fingers?|war)\w+
        )(?![\p{L}\p{N}])
        """);

    /// <summary>'Got' in Swedish.</summary>
    private static Pattern German { get; } = new(@"(?<![\p{L}\p{N}])ficke?(?![\p{L}\p{N}])", RegexOptions.CultureInvariant);

    private static readonly PatternSet SwearWords = new(Swearing, Abroad, Insults), InEnglish = new(English, Mild), NotInSwedish = new(German);
}
