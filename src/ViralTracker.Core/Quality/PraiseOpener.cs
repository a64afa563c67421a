using System.Text.RegularExpressions;
using ViralTracker.Core.Texts;

namespace ViralTracker.Core.Quality;

/// <summary>
/// Drafts that begin by praising, thanking or applauding the post, whatever follows: what replies of machines are first known by. A plain
/// "good point" that people say in passing may stand, and so may praise that is taken back at once ("great trick, but").
/// </summary>
internal static class PraiseOpener
{
    public static Rejection? Check(DraftToCheck draft)
    {
        foreach (var opener in Openers.Matches(draft.Folded))
            return new(QualityRule.PraiseOpener, $"It begins with praise (\"{opener.Value.Trim()}\"); begin with what it has to say.");
        return null;
    }

    /// <summary>Cries before it.</summary>
    private const string Lead = @"\A\W*(?:(?:w+o+w+|o+h+|oo+h+|ha(?:ha)*|omg|man|dude|bro|yes+|yep|yup|yeah|damn|dang|okay|ok|honestly|seriously|finally|amen|preach|boom|lol)\b\W+){0,2}";
    private const string Much = @"(?:(?:such|what|that|this|that's|this\ is|it's|an?|the|one\ of|some|really|very|truly|super|so|absolutely|totally|incredibly|seriously|pretty|genuinely|extremely|insanely|just|pure|crystal|most)\ ){0,4}";

    private const string Strong = @"(?:great|awesome|amazing|brilliant|fantastic|excellent|wonderful|lovely|beautiful|gorgeous|superb|stellar|fab|fabulous|terrific|outstanding|incredible|impressive|insightful|thoughtful|thought[\ -]provoking|inspiring|intriguing|fascinating
        |clever|smart|sharp|powerful|valuable|golden|gold|genius|perfect|phenomenal|magnificent|marvell?ous|delightful|refreshing|wise|elegant|slick|epic|legendary|killer|top[\ -]notch|spot[\ -]on|timely|nuanced|underrated|profound|touching|mind[\ -]blowing|eye[\ -]opening|hilarious|masterful|remarkable|exceptional|splendid
        |dope|ace|cracking|constructive|illuminating|enlightening|informative|comprehensive|well[\ -]written|much[\ -]needed|ingenious|relatable)";

    /// <summary>Said in passing, unless it is stressed.</summary>
    private const string Mild = @"(?:good|nice|cool|neat|solid|strong|important|useful|helpful|handy|practical|interesting|bold|crisp|clear|concise|sweet|balanced|honest|fun|original|creative|quality)";
    private const string Stressed = @"(?:(?:such|what|really|very|truly|super|so|absolutely|totally|incredibly|seriously|genuinely|extremely|insanely|crystal|most)\ (?:an?\ )?){1,3}";
    private const string Fine = $"(?:{Much}{Strong}|{Stressed}{Mild})";

    /// <summary>What a post is, and what people show in one.</summary>
    private const string Posted = @"(?:posts?|points?|questions?|thread|takes?|tweets?|read|article|piece|insights?|perspective|viewpoint|angle|topic|content|share|thoughts?|reminder|observations?|ideas?|advice|tips?|suggestions?|explanation|explainer|breakdown|summary|analysis|analogy|comparison|examples?|description|metaphor|story|memory
        |lessons?|finds?|catch|eye|call|write[\ -]?up|work|job|stuff|effort|initiative|project|workflow|set[\ -]?up|approach|method|technique|tricks?|hack|habit|experiment|viz|visuali[sz]ation|chart|graph|demo|build|poll|challenge|feedback|critique|discussion|conversation|argument|reasoning|rundown|recap|overview|walkthrough|guide
        |tutorial|resource|collection|snippet|psa|reply|answer|response|comment|comeback|quote|one|thing\ to\ \w+(?:\ about|\ out\ loud|\ openly)?|framing|wording|phrasing|correction|clarification|concept|proposal|pitch|mindset|attitude|energy|honesty|transparency|vibes?|wisdom|message|sentiment|topic\ for\ an?\ \w+)";

    private const string TakenBack = @"(?!\W*\b(?:but|though|although|except|however|yet|until|unless)\b)";
    private const string Ends = @"(?=\s*(?:[.!:;…—–]|-\ |\p{So}|\p{Cs})|\s*,\s*)" + TakenBack;
    private static Pattern Appraisal { get; } = new(
        $$"""
        {{Lead}}{{Fine}}(?:(?:,|\ and)?\ (?:{{Strong}}|{{Mild}}))?(?:\ (?!for\b|of\b|to\b|in\b|with\b|is\b|that\b)[\w'-]+)?\ {{Posted}}
        (?:\ (?:sir|mate|man|there|here|indeed|overall|as\ always|as\ ever|again|today))?
        (?:{{Ends}}|(?=\ (?:about|on|of|for|by|from|to|with|in|that|you)\b[^.!?…—–:;,\n]{0,60}[.!—–]))
        """);

    private static Pattern Exclaimed { get; } = new(
        $$"""{{Lead}}{{Much}}(?!good\ (?:luck|grief|lord|god)|nice\ try|great\ (?:now|another|so)|best\ of)(?:{{Strong}}|{{Mild}})(?:\ [\w'-]+){1,4}(?:,[^.?!\n,]{0,30})?(?=\ ?!)""");

    private static Pattern Said { get; } = new(
        $$"""
        {{Lead}}(?:(?:so|really|very)\ )?(?:well|perfectly|beautifully|brilliantly|nicely|wonderfully|elegantly|superbly|excellently|eloquently|neatly|clearly|succinctly)\ (?:said|put|stated|written|explained|phrased|done|captured|observed|argued|summari[sz]ed|summed\ up|articulated|described|framed|spotted)\b{{TakenBack}}
        """);

    private static Pattern Thanked { get; } = new(
        $$"""
        {{Lead}}(?:i\ )?(?:(?:so|really|very|truly|much|many|big|huge|massive)\ )*
        (?: (?:thanks|thank\ you|thx|cheers|merci|props|kudos|respect|applause|big\ ups|shout[\ -]?out|hats\ off|grateful|thankful|obliged)(?:\ (?:so\ much|a\ (?:lot|ton|bunch|million)|again|heaps))?\ (?:for|to\ (?:you|the|everyone)|that\ you)\ (?!nothing\b|the\ fish\b)\p{Ll}{1,14}\b | bravo\b | kudos\b | chapeau\b
        | appreciate(?:d)?\ (?:you|this|your|the)\ \w+ | (?:i\ )?owe\ you\ one | amen\ to\ (?:this|that) | (?:round|standing)\ (?:of\ applause|ovation)
        ){{TakenBack}}
        """);

    private static Pattern Loved { get; } = new(
        $$"""
        {{Lead}}(?:i\ |i'm\ )?(?:(?:really|absolutely|just|totally|so|truly|completely|kinda|honestly)\ )*
        (?: (?:love|loved|loving|adore|admire|enjoyed|obsessed\ with|(?:big|huge)\ fan\ of|in\ awe\ of|living\ for|here\ for|really\ like)\ (?:this|it|your|that\ you|how\ (?:you|clear\w*|clean\w*|balanced|simpl\w+|honest\w*|open\w*)|the\ way\ you|every|everything\ about|that\ (?:[\w'-]+\ )?{{Posted}})\b (?=[^.!?…—–:;\n]{0,50}[.!—–:])
        | (?:love|like)\ how\ [\w'-]+\ (?:this|it)\ is
        ){{TakenBack}}
        """);

    private static Pattern Cheered { get; } = new(
        $$"""
        {{Lead}}(?:this\ (?:is|was)\ |that's\ |you\ |you've\ |you're\ |just\ |absolutely\ |totally\ |so\ |pure\ |really\ |simply\ ){0,4}
        (?: nailed\ (?:it|this|that) | spot[\ -]on | bang\ on | bullseye | chef's\ kiss | made\ my\ (?:day|week|morning) | 1[01]/10 | ten\ points | 100/10 | take\ a\ bow | slow\ clap | mic\ drop | (?:doing\ )?(?:the\ )?lord's\ work
        | (?:this|it)\ (?:needs|deserves)\ (?:way\ |so\ much\ |a\ lot\ )?more\ (?:eyes|likes|love|attention|reach|views) | (?:is\ )?(?:pure\ |solid\ |absolute\ )*gold | the\ (?:content|tweet|post|take|reminder)\ (?:i|we)\ (?:needed|came|come|signed|follow)\b
        | (?:posts|threads|takes|tweets|people)\ like\ (?:this|these|you)\ (?:is|are)\ (?:why|the\ (?:best|reason)) | one\ of\ the\ best\ {{Posted}} | (?:hands\ down\ |easily\ |by\ far\ )(?:the\ )?best\ {{Posted}} | my\ (?:new\ )?favou?rite\ {{Posted}} | i\ wish\ i\ (?:could|had)\ (?:like|said|upvote)\b
        ){{TakenBack}}
        """);

    private static Pattern Continental { get; } = new(
        $$"""
        \A\W*(?:(?:wow|oh|ja|ha(?:ha)*|sí|oui|sim|genau|haha|uau)\b\W+){0,2}
        (?: (?:vielen\ |tausend\ |herzlichen\ )?dank(?:e)?\ (?:für|fürs|dir\ für|dass)\ \w+ | (?:(?:was\ für|so|sehr|super|echt|wirklich|richtig|total|ein\w*|mega)\ )*(?:toll|stark|spannend|großartig|grossartig|interessant|wichtig|genial|schön|super|klasse|hervorragend|brillant|wertvoll|klug|gut|geil|cool|smart|inspirierend)(?:e[rsn]?)?\ (?:beitrag|punkt|gedanke|frage|idee|thread|tweet|post|artikel|einblick|beobachtung|zusammenfassung|erklärung|hinweis|tipp|sache|arbeit|vergleich|ansatz|perspektive)(?!,?\ (?:aber|nur|doch))
        | (?:(?:sehr|wirklich|so|echt)\ )?(?:wunderbar|schön|gut|perfekt|treffend|toll|super|klasse|herrlich|großartig)\ (?:erklärt|gesagt|formuliert|auf\ den\ punkt|zusammengefasst|beobachtet|beschrieben|geschrieben|gemacht) | hut\ ab | chapeau | respekt(?=\s*[!,.]) | bravo\b | endlich\ (?:spricht|sagt)\ es\ (?:mal\ )?(?:jemand|einer)
        | (?:muchas\ |mil\ )?gracias\ por\ \w+ | se\ agradece | me\ (?:encanta|quito\ el\ sombrero) | ideaza | enhorabuena | chapó | (?:qué|que|muy|gran|excelente|buen[ao]?|increíble)\ (?:(?:buen[ao]?|gran|interesante)\ )?(?:punto|reflexión|aporte|pregunta|hilo|artículo|análisis|idea|info|dato|comparación|explicación|consejo|trabajo|resumen)(?!,?\ pero)
        | merci\ (?:beaucoup\ )?(?:pour|d'avoir|de)\ | j'adore\b | (?:quel(?:le)?|très|super|excellent(?:e)?|belle|bonne?|beau)\ (?:(?:bonne?|belle|excellent(?:e)?|beau)\ )?(?:celle-là|point|réflexion|question|idée|analyse|remarque|fil|article|initiative|explication|comparaison|astuce|conseil)(?!,?\ mais)
        | (?:muito\ )?obrigad[oa]\ por\ | parabéns\ p | adorei\b | amei\b | (?:que|muito|ótim[oa]|excelente|bel[oa]|bo[am]|baita)\ (?:(?:boa|bom|ótim[oa])\ )?(?:ponto|reflexão|pergunta|ideia|dica|análise|fio|explicação|comparação|texto)(?!,?\ mas)
        | grazie\ (?:mille\ )?(?:per|della|di)\ | complimenti\b | (?:che|ottim[oa]|bell[oa]|bellissim[oa]|grande|splendid[oa]|gran)\ (?:(?:bell[oa]|buon[oa])\ )?(?:punto|riflessione|domanda|idea|spunto|analisi|spiegazione|consiglio|battuta)(?!,?\ ma\b) | domanda\ (?:geniale|bellissima|ottima) | battutona
        )
        """);

    private static Pattern Japanese { get; } = new(
        @"\A\W*(?:(?:わ[ーあ]|おお|うわ|なるほど)[、！!ー…\s]*)?(?:(?:とても|本当に|すごく|めちゃくちゃ|めっちゃ)?(?:素晴らしい|素敵な|最高(?:です|すぎ|の)|神アイデア|天才(?:です|すぎ|的)|さすが(?:です|の)|ナイス(?:アイデア|です|な)|面白い(?:視点|着眼点|アイデア|発想)|いい(?:視点|質問|アイデア|着眼点)|勉強になり|参考になり|尊敬(?:し|です)|見習いたい|貴重な(?:情報|お話|体験)|着眼点が(?:すごい|素晴らしい|鋭い)|鋭い(?:指摘|視点|考察))|[^。！!]{0,12}ありがとうございま)", RegexOptions.CultureInvariant);

    private static readonly PatternSet Openers = new(Appraisal, Exclaimed, Said, Thanked, Loved, Cheered, Continental, Japanese);
}
