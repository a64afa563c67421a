using System.Text.RegularExpressions;
using ViralTracker.Core.Language;
using ViralTracker.Core.Texts;

namespace ViralTracker.Core.Quality;

/// <summary>Swear words of ten languages and the plainest of nine more, starred and stretched spellings too. Mild ones (damn, hell) pass.</summary>
internal static class Profanity
{
    public static Rejection? Check(DraftToCheck draft, QualityContext context) =>
        !context.AllowProfanity && (SwearWords.Find(draft.Folded) ?? (IsEnglish(draft) ? InEnglish.Find(draft.Folded) : null) ?? (draft.Language is "sv" ? null : NotInSwedish.Find(draft.Folded))) is { } found
            ? new(QualityRule.Profanity, $"It swears (\"{found.Trim()}\"), and the voice does not.")
            : null;

    private static bool IsEnglish(DraftToCheck draft) => (draft.Language ?? LanguageTag.Primary(draft.Post.Language)) is null or "en";

    private static Pattern Swearing { get; } = new(
        """
        (?<![\p{L}\p{N}])(?:
          (?:mother)?f+[u*@\#v]+c+k+\w* | f\*+(?:k|ck|ed|ing)\w* | f\*{2,} | (?!shiites?\b)sh[i1*!]+t+(?:ty|s|show|ting|head|e)? | (?:bull|horse|dip)sh[i1*!]+t+\w* | (?<![./])sh\*+
          | crap(?:py|s)? | [a@][s*$]{2}(?:holes?|hats?|wipes?) | (?<=\b(?:the|my|your|his|their|our|kick\w*)\ )a\*\* | (?:dumb|jack|bad)(?:ass(?:es)?|a\*\*) | b(?:i|\*+)tch\w* | bastards? | cunt\w* | dickheads? | wank(?:ers?|ed|ing|s|y)? | bollocks
          | piss(?:ed|ing)?\ off | goddam\w* | wtf | stfu | twats?
          | schei(?:ss|ß)\w* | verdammte?[rnsm]? | beschissen\w* | verschissen\w* | arsch\w* | fick(?:t|st|t?e[nrs]|end\w*) | (?:ver|ge)fickt\w* | kack(?:e|en|t|haufen|scheiss\w*)? | mist(?:kerl|stück) | hurens(?:ohn|öhne) | verarsch\w*
          | mierda\w* | joder | jodid[oa]s? | coño | cojones | gilipollas | put[ao]s? | puter[ií]o | pendej[oa]s? | cabr[oó]n\w* | hostia\s?puta | ching(?:as?|ad[ao]s?|ar|ando|uen?|uemos|ón|on(?:a|es|as)|aste|aron|ader\w+)
          | merd(?:e|es|ique|iques|eux|euses?|ier) | putain\w* | conn(?:ard|asse|erie)\w* | bordel\s+de | encul(?:e|é|er|és|ées?|ent|eurs?|ages?|ades?|ar|ad[oa]s?) | foutre | chier | chiante?s? | salop(?:e|es|ards?|eries?) | emmerd(?:e[rsz]?|é|ée?s|ée|ant|ent|eurs?|euses?|ements?|ais|ait)
          | merd(?:a|as|oso|inha) | (?<!\b(?:la|una|otra|nuestra|mi|tu|su)\s)porra | caralho | (?<!\b(?:análisis|matriz)\s)foda(?:-se|m|se)? | fodid[oa]s? | cacete | filho\s+da\s+puta | bosta
          | cazzo | stronz(?:[oaie]|at\w+|ett\w+) | vaffanculo | kut | klootzak
        )(?![\p{L}\p{N}])
        | くそ(?:が(?!れ)|っ(?!と)|う?野郎|ったれ|ッ|みたい) | (?<![しなよく早良全])くそ[だな] | (?<!\p{IsKatakana})クソ | ちくしょう | 畜生 | 死ね(?![ばなるた]) | ファック(?!ス)
        | 他妈(?!妈) | 操你 | 傻逼 | 씨발 | 시발(?![점역]) | 개새끼
        """,
        RegexOptions.IgnorePatternWhitespace | RegexOptions.CultureInvariant);

    private static Pattern Abroad { get; } = new(
        """
        (?<![\p{L}\p{N}])(?:
          бля(?:д[ьи]\w*|ть)? | (?:на|по|ни)?ху[йяеёи]\w{0,5} | пизд\w+ | (?:за|вы|на|до|от|при|про|съ|у|об)?[её]б(?:ан|ат|ал|ёт|ет|ну|уч|ись|ло)\w* | сук[аи]\sбля\w* | гандон\w* | мудак\w*
          | kurw\w+ | (?:w|s|roz|za|od|po|u|wy|przy)?(?:jeb|pierdol)(?:a[ćlłnc]|i|n|ę|e)\w* | chuj\w* | spierdal\w+ | s[iı]kt[iı]r\w* | amk | am[ıi]na\s?koy\w* | oro[sş]pu\w* | yarra[kğ]\w*
          | bangsat | kontol | ngentot\w* | चूतिय\p{M}* | भेनचोद | बहनचोद | मादरचोद | भोसड\p{M}*\w* | كس\s?[أا]م\w* | شرموط\w* | בן\s?זונה | כוס\s?אמ\w* | kurv[ayou]\w*
        )(?![\p{L}\p{N}])
        """,
        RegexOptions.IgnorePatternWhitespace | RegexOptions.CultureInvariant);

    /// <summary>Ordinary words elsewhere: thick and ace in German, and what 'aß' is folded to; 'so' in Norwegian.</summary>
    private static Pattern English { get; } = new(
        """
        (?<![\p{L}\p{N}])(?: ass(?:es)? | (?<!\b(?:moby[ -]|philip\ k\.?\ ))dick(?!'s) | dicks )(?![\p{L}\p{N}])
        """,
        RegexOptions.IgnorePatternWhitespace | RegexOptions.CultureInvariant);

    /// <summary>'Got' in Swedish.</summary>
    private static Pattern German { get; } = new(@"(?<![\p{L}\p{N}])ficke?(?![\p{L}\p{N}])", RegexOptions.CultureInvariant);

    private static readonly PatternSet SwearWords = new(Swearing, Abroad), InEnglish = new(English), NotInSwedish = new(German);
}
