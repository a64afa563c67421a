using System.Collections.Frozen;
using System.Text.RegularExpressions;
using ViralTracker.Core.Texts;

namespace ViralTracker.Core.Quality;

/// <summary>
/// Praise, thanks and agreement that would fit any post, with little else. The reference's sixteen phrases asked for 20
/// characters beyond a phrase in the raw text, which made every phrase under 11 characters pass (fault 19); here all
/// phrases are taken out, and of what is left only words count that are not themselves part of such talk, nor of the post,
/// unless their sentence adds something to it.
/// </summary>
internal static partial class GenericPhrases
{
    /// <summary>20 characters of English hold about 15 letters; a sign of an unspaced script counts as two.</summary>
    private const int MinOwnLetters = 15;

    /// <summary>Letters of other words from which a sentence adds something to the post's words in it.</summary>
    private const int MinAddedLetters = 5;

    private const int EmptyPhrases = 2;

    /// <summary>Words that go with praise and agreement and add nothing to it.</summary>
    private static readonly FrozenSet<string> Fillers = WordList.Of(
        """
        post tweet thread topic point question take article piece content work job stuff thing things idea message issue subject matter conversation discussion
        people everyone everybody someone anyone world community folks friend friends more most many much some every each other others way lot bit
        really truly very super such quite absolutely totally completely definitely highly incredibly deeply always never ever often still again today now here
        good great nice cool awesome amazing interesting important fascinating wonderful fantastic brilliant excellent incredible insightful valuable powerful
        inspiring thoughtful helpful useful relevant impressive crucial essential key real true right well best better hard
        love like loved enjoy enjoyed appreciate thank thanks agree agreed share shared sharing talk talking discuss discussing hear hearing say said saying
        see seeing seen wait waiting read reading look looking forward keep going follow following along know known think thinking thought thoughts feel feeling
        make makes made matter matters need needs come coming next go get want building build create creating learn learned learning answer answers
        perspective insight insights view views opinion angle reminder wisdom truth word words facts fact heart soul mind head day week year life time
        wow yes yeah yep oh hey hi haha lol same honestly exactly indeed agreed congrats congratulations kudos bravo keep up one two first curious interested
        journey journeys involved
        let s t m d ll re ve don doesn didn isn aren wasn weren won can couldn wouldn shouldn haven hasn something anything somewhere somehow future
        beitrag thema punkt frage gedanke gedanken artikel sache leute menschen toll super spannend spannendes spannender interessant interessantes interessanter wichtig wichtiges
        wichtiger großartig grossartig schön klasse genau richtig absolut wirklich voll ganz gut guter gutes danke dank teilen teilst geteilt stimme zu bin weiter viel vielen mega
        post publicación tema punto pregunta reflexión idea gran gracias excelente interesante importante genial buena buen bueno compartir compartirlo totalmente acuerdo muchas mucho
        verdad cierto sigue así todo todos gente mundo aporte contenido increíble
        partage sujet merci beaucoup super intéressant intéressante passionnant passionnante inspirant inspirante important importante génial bravo vraiment tellement tout tous tout à fait
        accord bien vrai belle beau réflexion point question contenu continue continuez excellent
        obrigado obrigada ótimo ótima post conteúdo tema ponto pergunta reflexão interessante importante incrível excelente muito demais compartilhar concordo totalmente verdade parabéns
        gente todos sempre continue assim legal maravilhoso perfeito sensacional
        """);

    public static Rejection? Check(DraftToCheck draft, QualityContext context)
    {
        var (rest, phrase, phrases) = (draft.Folded, (string?)null, 0);
        foreach (var pattern in Phrases.Candidates(rest))
        {
            if (pattern.Match(rest) is not { } found) continue;
            phrase ??= found.Value;
            phrases += pattern.Matches(rest).Count();
            rest = pattern.Without(rest);
        }

        var said = (phrases == 0 ? draft.Words : Words.Split(rest)).Sum(Letters);
        if (said == 0) return new(QualityRule.Generic, "No word of it is about this post.");
        if (phrase is not null && (said < MinOwnLetters || OwnLetters(rest, draft.Post) < MinOwnLetters))
            return new(QualityRule.Generic, $"\"{phrase.Trim()}\" and hardly a word of its own; say something this post alone could get.");
        if (IsEmpty(rest, phrases, draft)) return new(QualityRule.Generic, "It weighs the subject and says nothing of it; say something this post alone could get.");
        return context.Embedder is { } embedder && draft.ReadsEnglish && EmptinessModel.Fitted.IsEmpty(draft, embedder)
            ? new(QualityRule.Generic, "It could stand under many posts; say something this post alone could get.")
            : null;
    }

    /// <summary>Several phrases that weigh or comfort, nothing concrete, and hardly a word beside them.</summary>
    private static bool IsEmpty(string rest, int phrases, DraftToCheck draft)
    {
        var spaced = phrases == 0 ? draft.Spaced : Words.Spaced(rest);
        var empty = EmptyTalk.Count(spaced);
        if (empty == 0 || phrases + empty < EmptyPhrases) return false;
        Word[] said = [.. Words.Of(EmptyTalk.Without(spaced))];
        return DraftMerits.Details(draft, said) == 0 && said.Where(word => !EmptyTalk.Has(word.Text) && !IsOfPost(word, draft.Post)).Sum(Letters) < MinOwnLetters;
    }

    private static int OwnLetters(string rest, AnsweredPost post) => Sentences.Split(rest).Sum(sentence =>
    {
        var (own, all) = (0, 0);
        foreach (var word in Words.Split(sentence))
        {
            var letters = Letters(word);
            all += letters;
            if (!IsOfPost(word, post)) own += letters;
        }

        return own >= MinAddedLetters ? all : own;
    });

    /// <summary>A word of the post, or of the same stem.</summary>
    internal static bool IsOfPost(Word word, AnsweredPost post) => ContentWords.Of([word], stem: DraftMerits.Stem) is { Count: > 0 } parts && parts.IsSubsetOf(post.Stems);

    private static int Letters(Word word) =>
        word.Unspaced ? 2 * Signs(word.Text)
        : Fillers.Contains(word.Text) || FunctionWords.Contains(word.Text) ? 0
        : Signs(word.Text);

    private static int Signs(string text)
    {
        var count = 0;
        foreach (var _ in text.EnumerateRunes()) count++;
        return count;
    }

    [GeneratedRegex(@"[.!?…\n。！？؟।]+")]
    private static partial Regex Sentences { get; }

    private static Pattern Reference { get; } = new(
        """
        (?<!\w)(?: great\W+post | thanks\W+for\W+sharing | well\W+said | (?:totally|i)\W+agree | this\W+is\W+awesome
        | love\W+this | so\W+true | couldn'?t\W+agree\W+more | exactly | 100\s?% | (?:this|yes)(?=\s?!)
        | very\W+interesting | (?:interesting|good)\W+point
        )(?!\w)
        """);

    private static Pattern Praise { get; } = new(
        """
        (?<!\w)(?: (?:such\W+an?\W+|what\W+an?\W+|really\W+|very\W+|truly\W+|an?\W+)?(?:great|good|nice|excellent|amazing|awesome|brilliant|fantastic|incredible|wonderful|interesting|insightful|inspiring|fascinating|thoughtful|valid|valuable|important|solid|beautiful)
          \W+(?:post|points?|questions?|thread|take|work|stuff|read|insights?|perspective|viewpoint|angle|job|topic|content|share|thoughts?|reminder|initiative|idea|news|article|conversation|discussion|observation|project|tool|advice|tips?|learning\W+experience)
          (?:\ (?:about|on|regarding)(?:\ (?!(?:and|but|because|so|though|although|when|if|which|until|unless)\b)[\w'-]+){1,6}(?=\s*(?:[.!?…]|$)))?
        )(?!\w)
        """);

    /// <summary>Where a clause begins that tells the reader what to do.</summary>
    private const string Told = @"(?<=(?:^|[^\w\s'’]\s*|\b(?:and|so|but|just|please|then|always|definitely)\s+))";

    private static Pattern Warmth { get; } = new(
        $$"""
        (?<!\w)(?: love\W+(?:it|that|the\W+\w+|what\W+you'?re\W+\w+|your\W+\w+|how\W+you) | (?:thanks|thank\W+you)(?:\W+(?:so|very)\W+much)? | (?:really\W+)?appreciate\W+(?:this|it|you|the|your)
        | can'?t\W+wait\W+to\W+(?:see|hear|try|read|learn) | {{Told}}keep\W+(?:it\W+up|up\W+the|going|sharing|posting) | spot\W+on | nailed\W+it | couldn'?t\W+have\W+said\W+it\W+better | preach | facts
        )(?!\w)
        """);

    private static Pattern Talk { get; } = new(
        """
        (?<!\w)(?: (?:this|that|it)\W+(?:really\W+)?(?:resonates|hits\W+(?:home|different|hard|close\W+to\W+home)|speaks\W+to\W+me) | (?:so|very|super|really)\W+(?:relatable|important|inspiring|helpful|insightful|cool|interesting|exciting)
        | more\W+\w+\W+(?:should|need\W+to)\W+\w+(?:\W+about)? | following\W+(?:along|this) | (?:would|i'?d)\W+love\W+to\W+(?:hear|learn|know|see)\W+more | tell\W+(?:me|us)\W+more | what\W+do\W+you\W+think
        | put(?:ting)?\W+(?:it|this|that)\W+(?:in|into|to)\W+words | food\W+for\W+thought | bookmark(?:ing|ed)(?:\W+(?:this|it))? | in\W+the\W+(?:replies|comments)\W+here | hot\W+take | (?:some|a\W+lot\W+of|much)\W+truth\W+(?:to|in)\W+(?:it|this|that) | (?:someone|somebody)\W+(?:finally\W+)?(?:said|had\W+to\W+say)\W+it | (?:be\W+)?(?:shout(?:ed)?|scream(?:ed)?|said)\W+(?:it\W+)?(?:louder|from\W+the\W+rooftops)(?:\W+for\W+\w+\W+\w+\W+in\W+the\W+back)? | (?:is|are)\W+(?:so\W+|\w+ly\W+)?(?:under|over)rated(?=\s*(?:[.!?…]|$))
        | well\W+(?:put|done|written) | agreed? | congrat(?:s|ulations) | kudos | huge\W+(?:fan|if\W+true) | game\W+changer | made\W+my\W+day | needed\W+(?:this|to\W+hear) | big\W+fan | words\W+of\W+wisdom
        )(?!\w)
        """);

    /// <summary>Ways to end a reply, or to keep a talk going, that need no post.</summary>
    private static Pattern Closers { get; } = new(
        """
        (?<!\w)(?: (?:i\W+)?hope\W+(?:this|that|it)\W+helps(?:\W+(?:you|someone|a\W+bit))? | let\W+(?:me|us)\W+know(?:\W+(?:if|how|what)\W+(?:you|it|this|that|there)(?:\W+\w+){0,5})? | happy\W+to\W+(?:help|chat|discuss)(?:\W+(?:more|further|anytime))?
        | (?:i'?m\W+)?(?:really\W+|very\W+)?(?:curious|interested|excited|keen)\W+to\W+(?:hear|see|learn|know)\W+(?:more|how\W+(?:it|this|that|you)(?:\W+\w+)?|what\W+(?:others|you|everyone|people)(?:\W+\w+){0,3}|where\W+(?:it|this|you)\W+\w+|your\W+\w+) | keep\W+(?:us|me)\W+(?:posted|updated)
        | (?:would|i'?d)\W+love\W+to\W+(?:hear|learn|know|see)\W+(?:what\W+(?:others|you|everyone|people)(?:\W+\w+){0,3}|your\W+\w+) | what'?s\W+next | what(?:\W+(?:is|are|was|were|has\W+been|have\W+been)|'s(?:\W+been)?)\W+your\W+(?:biggest\W+|favou?rite\W+|main\W+|own\W+)?(?:takeaways?|challenges?|thoughts|take|experience|secrets?|plans?|opinion|goals?|lessons?)
        | what\W+(?:inspired|motivated)\W+you(?:\W+to\W+\w+)? | how\W+do\W+you\W+(?:feel|see)\W+(?:about\W+)?(?:this|that|it) | any\W+(?:tips|advice|thoughts|recommendations|suggestions)(?:\W+(?:for\W+\w+|on\W+(?:this|that|how)))? | looking\W+forward\W+to\W+(?:hearing|seeing|reading|more)
        | (?:wishing|wish)\W+you(?:\W+\w+){0,2}\W+(?:best|luck|success)(?:\W+of\W+luck)? | all\W+the\W+best | (?:best\W+of|good)\W+luck(?:\W+(?:with|on)\W+(?:it|this|that|everything|your\W+\w+))? | hoff(?:e|entlich)\W+(?:\w+\W+)?hilft(?:\W+das)? | hoffe,?\W+(?:das|es)\W+hilft | melde?\W+dich\W+(?:gern\w*\W+|einfach\W+)*bei\W+fragen
        | espero\W+que\W+(?:esto\W+|te\W+|isso\W+|ajude|ayude)+(?:\W*(?:ayude|ajude|sirva))? | (?:mucho\W+)?ánimo | j'espère\W+que\W+(?:ça|cela)\W+(?:t'|vous\W+)?aide(?:ra)? | (?:bon\W+)?courage(?:\W+à\W+(?:toi|vous))? | força\W+aí
        )(?!\w)
        """);

    private static Pattern Comfort { get; } = new(
        $$"""
        (?<!\w)(?: you(?:'re|\W+are)\W+(?:definitely\W+|certainly\W+)?not\W+(?:the\W+only\W+one|alone)(?:\W+(?:in|with|on)\W+(?:this|that|it))? | (?:many|most|countless|so\W+many|lots\W+of|a\W+lot\W+of|every|all)\W+\w+\W+(?:face|faces|struggle|struggles|deal|deals|wrestle|go|goes|feel|feels)\W+(?:with\W+|through\W+)?(?:the\W+)?(?:same|this|that|it|similar)(?:\W+(?:challenges?|problems?|issues?|struggles?|way|things?))?
        | we(?:'ve|\W+have)\W+all\W+been\W+there | (?:{{Told}}|(?:i|we)(?:'ve|\W+have)\W+(?:totally\W+|also\W+)?)been\W+there(?:\W+done\W+that)?(?!\W+(?:since|from|for|before|longer)\b) | (?:i\W+)?(?:can\W+|could\W+)(?:totally\W+|really\W+|so\W+|definitely\W+|completely\W+)?relate(?:\W+to\W+(?:this|that|it))? | i\W+feel\W+(?:you|this|your\W+pain) | as\W+an?\W+(?:fellow\W+)?\w+(?:\W+\w+)?\W+(?:myself|too)
        | you(?:'ve)?\W+got\W+this | hang\W+in\W+there | stay\W+(?:strong|positive|hungry|curious|safe) | (?:huge|massive|great|big|amazing|incredible|impressive|remarkable|major)\W+(?:achievement|accomplishment|milestone|feat|win|news)(?=\W*(?:[.!,;]|$|for\W+you|and\b)) | (?:all\W+)?(?:your|the|that)\W+(?:hard\W+)?work\W+(?:\w+ly\W+|has\W+|is\W+|all\W+)*(?:paid|pays|paying)\W+off
        | what\W+an?\W+(?:journey|ride|milestone|achievement|run|accomplishment)(?=\W*(?:[.!]|$)) | here'?s\W+to\W+(?:the\W+next(?:\W+(?:one|chapter|step|thousand|level|\d[\d,.k]*))?|(?:many\W+)?more)(?:\W+(?:and|many|more|customers|years|to\W+come|beyond))* | you\W+(?:truly\W+|really\W+)?(?:earned|deserve)\W+(?:it|this|that|every)(?:\W+(?:bit|second|moment)(?:\W+of\W+it)?)? | (?:so\W+|very\W+|really\W+)?happy\W+for\W+you | onwards?\W+and\W+upwards?
        {{Told}}keep\W+(?:pushing|grinding|moving|growing|shining|fighting|it\W+real)(?:\W+forward)? | (?:never|don'?t)\W+give\W+up | believe\W+in\W+yourself | one\W+(?:step|day)\W+at\W+a\W+time | so\W+proud\W+of\W+you | well\W+deserved
        | (?:da\W+)?bist\W+du\W+nicht\W+allein\w* | viele\W+kennen\W+das | no\W+estás\W+sol[oa] | (?:tu\W+n'es|vous\W+n'êtes)\W+pas\W+seule?s? | você\W+não\W+está\W+sozinh[oa]
        )(?!\w)
        """);

    private const string Weighed = "(?:easy|hard|tough|difficult|important|tricky|challenging|scary|terrifying|exciting|stressful|exhausting|rewarding|painful|challenge|struggle|future|skill|art|superpower|game)";

    private static Pattern Platitudes { get; } = new(
        $$"""
        (?<!\w)(?: every\W+\w+\W+is\W+(?:an?\W+)?(?:different|unique|(?:new\W+|hidden\W+)?(?:beginning|start|lesson|opportunity|chance|gift|blessing)) | (?:failure|failing|setbacks?|mistakes?)(?:\W+(?:is|are|lead|leads))(?:\W+(?:just|only|simply))?(?:\W+(?:an?|to|the|part|of|stepping|stones?|success|opportunit\w+|lessons?|growth))+
        | (?:everything|it\W+all)\W+happens\W+for\W+a\W+reason | trust\W+the\W+process | (?:success|growth|good\W+things?|greatness)\W+(?:takes?|needs?)\W+time | hard\W+work\W+(?:always\W+)?(?:pays|beats)(?:\W+off|\W+talent)? | practice\W+makes\W+perfect | rome\W+wasn'?t\W+built\W+in\W+a\W+day | (?:the\W+)?best\W+is\W+yet\W+to\W+come | (?:the\W+)?sky\W+is\W+the\W+limit
        | (?:it'?s\W+)?a\W+marathon,?\W+not\W+a\W+sprint | when\W+one\W+door\W+closes(?:\W+another\W+(?:one\W+)?opens)? | (?:it\W+)?(?:all\W+)?depends\W+on\W+(?:your|the)\W+(?:specific\W+|exact\W+)?(?:needs|use\W+case|goals|context|situation|circumstances) | there\W+is\W+no\W+one\W+size\W+fits\W+all | (?:something|things?|topics?)\W+(?:that\W+)?(?:every|all|more|most)\W+\w+\W+(?:should|must|needs?\W+to)\W+\w+(?:\W+about)?
        | (?:to\W+)?(?:start|on)\W+(?:this|your|the)\W+journey | (?<=(?:^|[.!?…])\s*)(?:[\w'-]+\ ){1,5}(?:is|are|can\ be|will\ be)(?:\ (?:never|always|not|so|really|very|truly|often|definitely|still|such|just|an?|the))*\ {{Weighed}}(?:,?\ (?:but|and|yet)(?:\ (?:it's|also|so|very|really|always|worth\ it|an?))*(?:\ {{Weighed}})?)?(?=\s*(?:[.!?…]|$))
        )(?!\w)
        """);

    private static Pattern Maxims { get; } = new(
        $$"""
        (?<!\w)(?: fail\W+fast(?:\W+(?:and\W+)?(?:learn|fail)\W+\w+)? | (?:it'?s\W+(?:all\W+)?about\W+)?(?:the\W+)?journey\W+(?:is\W+the\W+(?:reward|destination)|not\W+the\W+destination) | every\W+\w+\W+was\W+once\W+an?\W+\w+ | (?:failure|feedback|rejection)\W+is\W+(?:just\W+|only\W+)?(?:feedback|a\W+gift|redirection)(?:\W+in\W+disguise)?
        | (?:don'?t|never)\W+be\W+afraid\W+(?:to|of)\W+\w+ | hire\W+slow(?:ly)?\W+(?:and\W+)?fire\W+(?:fast|quick\w*) | works\W+every\W+time | attitude\W+over\W+aptitude | talent\W+is\W+everywhere(?:\W+opportunity\W+is\W+not)? | (?:focus\W+on\W+)?(?:solv(?:e|ing)\W+real\W+problems|(?:add|creat|deliver|provid)(?:e|ing)\W+(?:real\W+)?value)(?:\W+(?:for|to)\W+(?:your\W+)?\w+)?
        | (?:take\W+it\W+)?one\W+step\W+at\W+a\W+time | {{Told}}(?:just\W+)?remember\W+to\W+(?:breathe|enjoy\W+\w+\W+\w+|have\W+fun) | enjoy\W+the\W+(?:ride|journey|process|moment) | that'?s\W+one\W+way\W+(?:to|of)\W+(?:look|put|see)\w*(?:\W+at)?\W+it | (?:both|all)(?:\W+(?:sides|approaches|options|views))?\W+have\W+(?:their\W+)?(?:own\W+)?(?:merits?|strengths|pros|advantages|place)(?:\W+and\W+(?:weaknesses|cons|disadvantages|drawbacks))?
        )(?!\w)
        """);

    /// <summary>What any business could do with, one thing of a list.</summary>
    private const string Staple = """
        (?:(?:an?|the|your|our|their|some|good|great|clear|strong|solid|proper|regular|basic|robust|effective|consistent|quality|continuous|open|user|customer|proactive)\W+){0,3}
        (?:monitoring|logging|alerting|analytics|metrics|data|feedback(?:\W+loops?)?|seo|content|communit(?:y|ies)|marketing|branding|brand|networking|pricing|positioning|distribution|outreach|documentation|communication|collaboration|testing|tests|security|scalability|performance|reliability
          |maintenance|backups?|planning|strateg(?:y|ies)|research|goals?|audience|budget|users?|customers?|products?|support|service|sales|growth|retention|engagement|automation|processes|tools|consistency|patience|discipline|persistence|culture|quality|value|trust|transparency|experience|validation|iteration|execution|focus|teamwork|leadership|training)
        """;

    /// <summary>Advice that ends in a list of nothing but such things.</summary>
    private static Pattern Lists { get; } = new(
        $$"""
        (?<=(?:^|[.!?…:])\s*)(?:(?:(?:just|always|please|also|and)\W+)?(?:make\W+sure|be\W+sure|don'?t\W+forget|remember|focus|consider|prioriti[sz]e|start|invest|think|look|set\W+up|try|it'?s\W+(?:\w+\W+)?(?:important|crucial|essential|key|vital)|(?:you|we)\W+(?:\w+\W+)?(?:should|need|must|have|could|can|want))\b(?:\W+(?:to|on|by|with|about|in|into|up|you|set|have|consider|focus|defin\w+|build\w*|creat\w+|get\w*|do|implement\w*|prioriti[sz]\w+|ensur\w+|invest\w*|think\w*|look\w*|establish\w*|maintain\w*)){0,5}\W+)?
        {{Staple}}(?:\s*,\s*{{Staple}})+\s*,?\s*(?:and|or|&)\s+{{Staple}}(?=\s*(?:[.!?…]|$))
        """);

    private static Pattern Russian { get; } = new(
        """
        (?<!\w)(?: (?:очень\s|действительно\s|просто\s)?(?:отличн|хорош|прекрасн|классн|интересн|важн|полезн|крут|замечательн|актуальн)\w+\s(?:вопрос|пост|мысл|тем|стать|тред|мнени|точк|наблюдени|идея|идею|работ|материал|совет)\w*(?:\sзрения|\sдля\s(?:обсуждения|размышлени\w))? | (?:большое\s|огромное\s)?спасибо(?:[\s,]+(?:за|что)\s\w+(?:\s\w+)?)? | (?:полностью\s|абсолютно\s|совершенно\s|на\sвсе\s?100\s)?соглас(?:ен|на|ны)(?:\sс\s(?:вами|тобой|автором|этим))?
        | (?:очень\s|так\s)?(?:верно|точно|интересно|полезно|правда)(?:\s(?:сказано|подмечено))? | (?:как\s)?(?:хорошо|точно|верно|лучше\sи\sне)\s(?:сказано|сказать|скажешь) | так\sдержать | поздравля(?:ю|ем) | в\sточку
        )(?!\w)
        """);

    private static Pattern German { get; } = new(
        """
        (?<!\w)(?: (?:vielen\W+|tausend\W+)?danke?(?:\W+(?:für|fürs|dass))? | (?:sehr\W+|super\W+|total\W+|wirklich\W+|echt\W+)?(?:spannende[srn]?|interessante[srn]?|tolle[srn]?|wichtige[srn]?|guter?s?|starke[srn]?|großartige[srn]?|grossartige[srn]?)\W+(?:thema|punkt|beitrag|post|frage|gedanken?|artikel|einblick|thread|arbeit)
        | (?:voll|ganz)\W+(?:und\W+ganz\W+)?bei\W+dir | stimme\W+(?:dir\W+)?(?:voll\W+|absolut\W+|völlig\W+)?zu | auf\W+den\W+punkt\W+gebracht | weiter\W+so | genau\W+so | sehe\W+ich\W+(?:auch|genau)\W+so | besser\W+(?:hätte|kann)
        )(?!\w)
        """);

    private static Pattern Spanish { get; } = new(
        """
        (?<!\w)(?: (?:muchas\W+|mil\W+)?gracias(?:\W+por)? | (?:gran|excelente|muy\W+buen[ao]?|buen[ao]?|interesante|importante|increíble)\W+(?:punto|post|publicación|reflexión|aporte|tema|pregunta|trabajo|contenido|hilo|artículo|análisis|idea)
        | totalmente\W+de\W+acuerdo | (?:estoy\W+)?(?:muy|completamente)\W+de\W+acuerdo | (?:qué|que)\W+(?:interesante|bueno|buena|gran|genial|importante|tema) | me\W+encanta | cuánta\W+razón | tienes\W+(?:toda\W+la\W+)?razón | sigue\W+así
        )(?!\w)
        """);

    private static Pattern French { get; } = new(
        """
        (?<!\w)(?: merci(?:\W+beaucoup)?(?:\W+pour)? | (?:très|super|vraiment|tellement)\W+(?:intéressant|inspirant|pertinent|important|vrai|juste|bon|beau|passionnant)e? | (?:tout\W+à\W+fait|entièrement|totalement|complètement)\W+d'accord | bravo | sujet\W+(?:passionnant|intéressant|important)
        | (?:belle|bonne|excellente)\W+(?:réflexion|question|analyse|initiative|remarque) | (?:bon|excellent|beau)\W+(?:point|post|travail|article) | j'adore | bien\W+dit | tellement\W+vrai | hâte\W+de\W+(?:voir|lire)
        )(?!\w)
        """);

    private static Pattern Portuguese { get; } = new(
        """
        (?<!\w)(?: (?:muito\W+)?obrigad[oa](?:\W+por)? | (?:ótim[oa]|excelente|belo|bela|bom|boa|grande|incrível)\W+(?:post|ponto|reflexão|pergunta|conteúdo|tema|trabalho|texto|iniciativa|thread|dica|análise)
        | concordo\W+(?:totalmente|plenamente|muito|com|demais|em) | (?:que|muito)\W+(?:legal|interessante|bom|importante|massa|incrível|top) | adorei | amei | parabéns(?:\W+pel[oa])? | verdade\W+(?:pura|total) | perfeito | disse\W+tudo | sensacional
        )(?!\w)
        """);

    /// <summary>Praise, thanks and agreement in more of the large languages, each in its plainest forms.</summary>
    private static Pattern Abroad { get; } = new(
        """
        (?<![\p{L}\p{M}])(?: (?:bel|bellissim|ottim|grande|interessantissim|splendid)[oa]?\s(?:post|articolo|riflession[ei]|spunto|contenuto|lavoro|domanda) | grazie(?:\s(?:mille|tante))?(?:\s(?:per|della|di)\s(?:la\s|aver\s)?\w+)? | sono\s(?:pienamente\s|totalmente\s|completamente\s)?d'accordo(?:\scon\s(?:te|lei|voi))? | (?:molto|davvero)\s(?:interessante|utile|vero)
        | (?:geweldige?|mooie?|goede?|sterke?|interessante?|prachtige?|leuke?)\s(?:post|bericht|artikel|vraag|punt|inzicht(?:en)?|draadje) | (?:heel\serg\s)?(?:be)?dankt?(?:\sje)?(?:\svoor\s(?:het\s|je\s)?\w+)? | (?:helemaal|volledig|compleet)\s(?:mee\s)?eens | zo\swaar
        | (?:świetn|super|dobr|ciekaw|znakomit|wspaniał)[ye]?\s(?:post|wpis|pytanie|temat|artykuł|wątek) | (?:bardzo\s)?dzięk(?:uję|i)(?:\s(?:bardzo|za(?:\s\w+){1,3}))? | (?:w\spełni\s|całkowicie\s|totalnie\s)?(?:się\szgadzam|zgadzam\ssię)
        | (?:harika|çok\s(?:güzel|iyi|doğru|faydalı)|muhteşem|süper)(?:\sbir)?(?:\s(?:paylaşım|yazı|soru|nokta|tespit))? | (?:çok\s)?teşekkür(?:ler|\sederim)? | (?:kesinlikle\s|tamamen\s)?katılıyorum | elinize\ssağlık | (?:emeğ|ellerin)\w*\ssağlık
        | (?:чудов|гарн|цікав|корисн|важлив)\w+\s(?:допис|пост|питання|тема|думка|інформаці\w+|матеріал) | (?:щиро\s)?дякую(?:\sза(?:\s\w+){1,2})? | (?:повністю\s|цілком\s)?згоден|(?:повністю\s|цілком\s)?згодна
        | (?:منشور|مقال|كلام|طرح|موضوع|سؤال)\s(?:أكثر\sمن\s)?(?:رائع|جميل|ممتاز|مهم|مفيد|جيد)(?:\sجدا\p{M}*)? | شكر\p{M}*ا?\p{M}*(?:\sجزيلا\p{M}*)?(?:\s(?:لك|لكم))?(?:\sعلى(?:\sهذ[اه])?\s\w+)? | (?:أتفق|اتفق)\sمع(?:ك|كم)(?:\s(?:تماما\p{M}*|بشدة))? | بالتوفيق
        | (?:פוסט|שאלה|נקודה|תוכן|כתבה)\s(?:מעול\w+|מצוי\w+|נהדר\w*|חשוב\w*|מעניינ\w+|מעניין|טוב\w*) | תודה(?:\sרבה)?(?:\s(?:לך|לכם))?(?:\sעל\s\w+)? | (?:מאוד\s)?מסכי(?:ם|מה)(?:\s(?:לגמרי|לחלוטין|איתך))? | כל\sהכבוד
        | (?:बहुत\s)?(?:बढ़िया|अच्छ[ीाे]|शानदार|उपयोगी|सुंदर|ज़बरदस्त)\s(?:पोस्ट|जानकारी|सवाल|बात|विचार|लेख) | (?:(?:साझा|शेयर)\sकरने\sके\sलिए\s)?(?:बहुत\s(?:बहुत\s)?)?(?:धन्यवाद|शुक्रिया) | (?:पूरी\sतरह\s)?सहमत(?:\sहूँ|\sहूं)?
        | (?:postingan|tulisan|konten|pertanyaan|insight|thread|utas)(?:nya)?(?:\syang)?(?:\ssangat|\sbenar-benar)?\s(?:bagus|keren|menarik|bermanfaat|mantap|inspiratif) | terima\s?kasih(?:\sbanyak)?(?:\s(?:sudah|telah|atas)\s\w+)? | (?:sangat\s|saya\s)*setuju(?:\s(?:banget|sekali))? | keren\sbanget | mantap
        )(?![\p{L}\p{M}])
        """);

    private static Pattern Unspaced { get; } = new(
        """
        (?:とても|大変|すごく|本当に|非常に|めっちゃ|いつも)?(?:参考になりま(?:した|す)|勉強になりま(?:した|す)|共感(?:しました|します|しかない)|素晴らしい(?:投稿|記事|内容|視点|お話|ですね|です)?|興味深い(?:投稿|お話|内容|視点|ですね|です)?|面白い(?:投稿|ですね|です)|有益な(?:情報|投稿)(?:を)?|感動しました|同感です|その通りです(?:ね)?|おっしゃる通りです(?:ね)?|すごいですね|最高です(?:ね)?)
        | (?:いつも|貴重な(?:情報|お話|投稿)を?|投稿|情報|シェア|共有|を)*(?:ありがとうございま(?:す|した)|感謝(?:します|です)) | (?:これからも)?(?:応援して(?:います|ます)|楽しみにして(?:います|ます)) | 大事な(?:こと|視点|話)(?:ですね|です) | 考えさせられま(?:す|した)(?:ね)?
        | [说說]得(?:太|很)?(?:好|对|對)(?:了)? | (?:非常|完全|十分|太)?(?:同意|赞同|贊同|认同|認同)(?:你|您|楼主|樓主)?(?:的)?(?:观点|觀點|看法|说法|說法)? | (?:感谢|谢谢|多谢|感謝|謝謝|多謝)(?:你|您|大家)?(?:的)?(?:分享)? | (?:非常|很|太|真)?有(?:意思|道理)(?:了)? | [学學](?:到|习|習)(?:到)?了 | 受(?:益|教)(?:匪浅|了|良多) | (?:真|确实|確實)?是[个個]好[问問][题題] | [写寫]得(?:真|太|很)?好(?:了)?
        | (?:정말\s|너무\s|진짜\s|아주\s)?(?:좋은|멋진|훌륭한|유익한)\s?(?:글|포스팅|내용|정보|생각|질문)(?:이네요|입니다|이에요|네요)? | 저도\s궁금(?:합니다|해요|하네요) | (?:공유해\s?)?(?:주셔서\s?)?(?:정말\s)?감사(?:합니다|해요|드려요|드립니다) | 공감(?:합니다|해요|돼요|됩니다) | (?:많이\s)?배웠(?:습니다|어요|네요)
        """);

    // Several, so that a text is tried only on those it holds a word of. The first is the reference's.
    private static readonly PatternSet Phrases = new(Reference, Praise, Warmth, Talk, Closers, Comfort, Platitudes, Maxims, Lists, German, Spanish, French, Portuguese, Russian, Abroad, Unspaced);
}
