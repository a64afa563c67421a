using System.Text.RegularExpressions;
using ViralTracker.Core.Texts;

namespace ViralTracker.Core.Quality;

/// <summary>Swear words of ten languages, starred and stretched spellings too. Mild ones (damn, hell) pass.</summary>
internal static class Profanity
{
    public static Rejection? Check(DraftToCheck draft, QualityContext context) =>
        !context.AllowProfanity && SwearWords.Find(draft.Folded) is { } found
            ? new(QualityRule.Profanity, $"It swears (\"{found.Trim()}\"), and the voice does not.")
            : null;

    private static Pattern Swearing { get; } = new(
        """
        (?<![\p{L}\p{N}])(?:
          (?:mother)?f+[u*@\#v]+c+k+\w* | f\*+(?:k|ck)?\w* | sh[i1*!]+t+(?:ty|s|show|ting|head|e)?  | (?:bull|horse|dip)sh[i1*!]+t+\w* | sh\*+
          | crap(?:py|s)? | ass(?:hole|holes|hat)? | dumbass | jackass | badass | bitch\w* | bastards? | cunt\w* | dick(?:head|s)? | wank\w* | bollocks
          | piss(?:ed|ing)?\ off | goddam\w* | wtf | stfu | twat\w* | b\*+tch
          | schei(?:ss|ß)\w* | verdammte?[rnsm]? | beschissen\w* | verschissen\w* | arsch\w* | fick\w* | verfickt\w* | kack\w* | kacke | mist(?:kerl|stück) | hurensohn | verarsch\w*
          | mierda\w* | joder | jodid[oa]s? | co[ñn]o | cojones | gilipollas | put[ao]s? | puter[ií]o | pendej[oa]s? | cabr[oó]n\w* | hostia\s?puta | ching\w+
          | merde\w* | putain\w* | conn(?:ard|asse|erie)\w* | bordel\s+de | encul\w+ | foutre | chier | chiant\w* | salop\w* | emmerd\w+
          | merda\w* | porra | caralho | foda(?:-se|m|se)? | fodid[oa]s? | cacete | filho\s+da\s+puta | bosta
          | cazzo | stronz\w+ | vaffanculo | kut | klootzak
        )(?![\p{L}\p{N}])
        | くそ(?:が|っ|う|野郎|ったれ|ッ|だ|な|み) | クソ | ちくしょう | 畜生 | 死ね | ファック
        | 他妈 | 操你 | 傻逼 | 씨발 | 시발 | 개새끼
        """,
        RegexOptions.IgnorePatternWhitespace | RegexOptions.CultureInvariant);

    private static readonly PatternSet SwearWords = new(Swearing);
}
