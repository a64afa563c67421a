using ViralTracker.Core.Texts;

namespace ViralTracker.Core.Quality;

/// <summary>Phrases that language models are known by, in their inflated sense only. What the post itself says may be taken up.</summary>
internal static class StockPhrases
{
    public static Rejection? Check(DraftToCheck draft)
    {
        foreach (var phrase in Phrases.Matches(draft.Unquoted))
            if (!draft.Post.Folded.Contains(phrase.Value, StringComparison.Ordinal))
                return new(QualityRule.StockAiPhrase, $"\"{phrase.Value.Trim()}\" is a stock phrase; say it in plain words.");
        return null;
    }

    private static Pattern Changes { get; } = new(
        """
        (?<!\w)(?: game[\ -]?chang(?:er|ing)s? | delv(?:e|es|ed|ing)\ (?:deep(?:er)?\ )?in(?:to)? | div(?:e|es|ing)\ (?:deep(?:er)?\ )?into | deep(?:er)?\ dive | let'?s\ (?:dive|unpack|explore|delve)
        | (?:in\ )?(?:today's|this|our|an?|the)\ (?:ever[\ -]|rapidly[\ -]|fast[\ -]|constantly[\ -])\w+[\w\ -]{0,20}(?:world|landscape|environment|era|industry|market|space|field) | in\ today's\ [\w-]+(?:\ [\w-]+)?\ (?:world|landscape|era|age|environment|economy|market|climate)
        | ever[\ -](?:evolving|changing|growing|shifting) | fast[\ -]paced | (?:rapidly|constantly)\ (?:evolving|changing)\ (?:world|landscape|field|industry) | (?:digital|ai|tech|evolving|modern|current|competitive|business)\ landscape | landscape\ of\ \w+
        )(?!\w)
        """);

    private static Pattern Reminders { get; } = new(
        """
        (?<!\w)(?: (?:it's|it\ is|its|is)\ (?:also\ )?(?:worth|important|crucial|essential|vital)\ (?:to\ )?(?:noting|mentioning|remembering|note|remember|recognize|acknowledge|mention|consider|understand)
        | (?:powerful|great|gentle|timely|important|stark|good|beautiful|crucial)\ reminder | testament\ to | tapestry | treasure\ trove | beacon\ of | symphony\ of | in\ the\ realm\ of | realm\ of\ \w+
        )(?!\w)
        """);

    private static Pattern Potentials { get; } = new(
        """
        (?<!\w)(?: unlock(?:s|ed|ing)?\ (?:the\ |your\ |its\ |their\ |our\ |a\ |new\ )?(?:full\ |true\ |hidden\ |whole\ |new\ |real\ )*(?:potential|power|value|possibilities|opportunities|secrets?|insights?|growth|creativity|productivity|success|levels?)
        | unleash(?:es|ed|ing)? | (?:true|full|real|immense|untapped)\ potential\ of | transformative | revolutioni[sz](?:e|es|ed|ing) | supercharg(?:e|es|ed|ing) | paradigm\ shift | next[\ -]level | take\ \w+\ to\ the\ next\ level
        )(?!\w)
        """);

    private static Pattern Buzzwords { get; } = new(
        """
        (?<!\w)(?: elevat(?:e|es|ing)\ (?:and|your|our|the|their|every|this|how)\ ?\w* | empower(?:s|ed|ing|ment)? | harness(?:es|ed|ing)?\ (?:the|its|their|our|this|ai)\ ?(?:full\ |true\ |collective\ |creative\ |sheer\ )?(?:power|potential|ai|capabilities|energy|strength|technology|full)\w* | harness(?:es|ing)\ (?:the|ai|technology|innovation|data|creativity)
        | leverag(?:e|es|ed|ing)\ (?:the|ai|your|our|this|these|their|its|data|technology|tools|new|cutting)\b | seamless(?:ly)? | cutting[\ -]edge | state[\ -]of[\ -]the[\ -]art\ (?:solution|approach|tools?) | best[\ -]in[\ -]class | holistic(?:ally)? | synerg(?:y|ies|istic) | myriad\ of | plethora\ of | multifaceted
        )(?!\w)
        """);

    private static Pattern Complexities { get; } = new(
        """
        (?<!\w)(?: navigat(?:e|es|ing)\ (?:the\ |this\ |these\ |today's\ |an?\ |our\ )?(?:\w+\ )?(?:complex\w*|challenges?|landscape|world|uncertainty|waters|nuances|intricacies|era|journey|future|change|transition|balance)
        | foster(?:s|ed|ing)?\ (?:an?\ |the\ |more\ |greater\ |genuine\ |real\ |meaningful\ )?(?:\w+\ )?(?:culture|sense|collaboration|innovation|growth|community|communities|trust|connections?|creativity|environment|engagement|resilience|inclusion|dialogue|learning)
        )(?!\w)
        """);

    private static Pattern Roles { get; } = new(
        """
        (?<!\w)(?: (?:is|as|are|becomes?|remains?)\ (?:an?\ |the\ )?(?:true\ |very\ )?(?:(?:cornerstone|backbone|bedrock|linchpin|catalyst)\ (?:of|for)|foundation\ (?:of|for)\ (?:any|every|all|good|great|effective|successful|strong|lasting|real|true)) | cornerstone\ of | play(?:s|ed|ing)?\ an?\ (?:crucial|vital|pivotal|key|critical|essential|important|significant|central)\ (?:role|part) | (?:crucial|pivotal|vital)\ role
        | (?:remains?|stays?)\ (?:crucial|essential|key|paramount|critical|vital|indispensable|more\ important\ than\ ever) | of\ paramount\ importance | (?:is|are)\ (?:key|paramount|everything|crucial|indispensable)(?=\s*(?:[.!]|$|here|in\b|for\b|to\ (?:success|unlock)))
        )(?!\w)
        """);

    private static Pattern Idioms { get; } = new(
        """
        (?<!\w)(?: more\ (?:important|relevant|crucial)\ than\ ever | now\ more\ than\ ever | at\ the\ end\ of\ the\ day | when\ it\ comes\ (?:down\ )?to\ \w+ | at\ its\ core | at\ the\ heart\ of | (?:speaks|spoke)\ volumes | a\ (?:breath\ of\ fresh\ air|double[\ -]edged\ sword|game\ of\ inches) | double[\ -]edged\ sword | two\ sides\ of\ the\ same\ coin
        | (?:strike|strikes|striking|find|finding)\ (?:a|the)\ (?:right\ |perfect\ |delicate\ |healthy\ )?balance | only\ time\ will\ tell | the\ possibilities\ are\ (?:endless|limitless) | endless\ possibilities | the\ future\ (?:is\ (?:bright|here|now)|of\ \w+\ is) | (?:is|are)\ (?:just\ )?the\ tip\ of\ the\ iceberg | tip\ of\ the\ iceberg
        | buckle\ up | (?:ai|robots|machines)\ won't\ (?:replace|take)\ [^.!?]{1,40}(?:but|[.;,–—-])\ [^.!?]{1,40}\ (?:will|using\ ai|who\ uses?\ ai) | (?<=[.!?]\ )(?:period|full\ stop)(?=[.!]|$) | (?:is|are|as)\ (?:both\ |equal\ parts\ )?(?:an?\ )?(?:more\ )?art\ (?:and|than)\ (?:an?\ )?science | no\ small\ feat | a\ marathon,?\ (?:and\ )?not\ a\ sprint | not\ a\ sprint[,;]?\ (?:it's|but)\ a\ marathon | you(?:'re|\ are)\ (?:absolutely|totally|completely|100\ ?%|so)\ right
        )(?!\w)
        """);

    private static Pattern Magic { get; } = new(
        """
        (?<!\w)(?: watch\ the\ magic | where\ the\ (?:real\ )?magic\ happens | magic\ (?:really\ |truly\ )?happens | the\ (?:real|true|secret)\ (?:magic|superpower|game|sauce)\b | secret\ sauce | (?:is|are|becomes?)\ (?:a|an|your|the\ new|my)\ superpower
        | (?:is|it's)\ (?:truly\ |all\ )?(?:a|an|about\ the)\ (?:\w+\ )?journey | on\ (?:this|your|the|our)\ (?:\w+\ )?journey | embark\w*\ on | embrac(?:e|es|ing)\ (?:the\ |this\ |change|uncertainty|ai\b|new|failure|imperfection|our|your)\w* | (?:transform|chang|reshap|redefin|rewrit|revolutioni[sz])(?:s|es|e|ed|ing|ting)?\ (?:the\ way|how)\ (?:we|you|people|teams|companies|businesses|developers|everyone)\b
        | (?:it's|it\ is|its)\ (?:truly\ |so\ |really\ |absolutely\ )?(?:fascinating|amazing|incredible|remarkable|inspiring|exciting|refreshing)\ (?:how|to\ see|to\ think|that)\b | pave(?:s|d)?\ the\ way | paving\ the\ way | shap(?:e|es|ing)\ the\ future
        )(?!\w)
        """);

    private static Pattern Truths { get; } = new(
        """
        (?<!\w)(?: (?:while|although)\ there'?s\ (?:some\ |certainly\ |definitely\ )?truth | shed(?:s|ding)?\ (?:some\ |new\ )?light\ on | (?:underscore|highlight|emphasi[sz]e|illustrate)s\ (?:the|how|a|an|why|just)\ (?:\w+\ ){0,2}(?:importance|need|value|power|significance|how)? | thought[\ -]provoking
        | sparks?\ (?:an?\ )?(?:\w+\ )?(?:conversation|discussion|joy|curiosity|innovation|change) | (?:truly\ |deeply\ |really\ )resonat\w+ | resonates\ with\ (?:me|many|so) | here(?:'s|\ is)\ (?:the|where\ the|what)\ (?:thing|kicker|catch|twist|rub|nobody|no\ one) | let\ (?:that|this)\ (?:one\ )?(?:sink\ in|land|marinate) | hot\ take[:,] | the\ real\ (?:question|problem|story|lesson|challenge|issue)(?=\s*[?:]) | the\ (?:bottom\ line|key\ takeaway|takeaway)\ (?:is|here|:) | key\ takeaways? | in\ conclusion | moving\ forward | in\ essence | ultimately,
        )(?!\w)
        """);

    private static Pattern Superlatives { get; } = new(
        """
        (?<!\w)(?: (?:truly|genuinely|deeply|incredibly)\ (?:inspiring|transformative|remarkable|meaningful|impactful|powerful|insightful|fascinating|human) | impactful | (?:meaningful|lasting|real|positive)\ (?:impact|change|connections?) | actionable\ insights? | robust\ (?:and|framework|solution|foundation|approach|strategy|ecosystem|dialogue)
        | (?:true|real)\ (?:innovation|growth|progress|success|leadership|magic|transformation|mastery)\ (?:happens|comes|lies|begins|starts|is|requires) | (?<!\b(?:the|your|our|their|its|his|her|my|this|that|any|whose)\ )(?:innovation|growth|creativity|progress|resilience|authenticity|consistency|collaboration|curiosity|patience|clarity|empathy)\ (?:is|truly|starts|begins|thrives|happens|lies)\b | food\ for\ thought | push(?:es|ing)?\ (?:the\ )?boundaries | think\ outside\ the\ box | step\ in\ the\ right\ direction | raises\ (?:an?\ )?(?:important|interesting|valid|critical|crucial|profound)\ (?:question|point)s? | profound(?:ly)?\ \w+
        )(?!\w)
        """);

    /// <summary>Verdicts of a few words.</summary>
    private static Pattern Verdicts { get; } = new(
        """
        (?<!\w)(?: read\ that\ (?:again|twice|one\ more\ time) | changes?\ everything | (?:that|this)\ (?:one\ |single\ |small\ |tiny\ |simple\ |subtle\ |quiet\ |mental\ )?shift(?=\ (?:is|changes|matters|from|alone)\b|[.!,]|$)
        | (?:hit|hits|hitting)\ (?:so\ |just\ )?(?:different|differently) | (?:an?|pure|absolute)\ (?:\w+\ )?master\s?class\ (?:in|on|of) | (?:criminally|wildly|seriously|severely|massively|insanely|deeply)\ (?:underrated|overlooked|underappreciated|slept\ on) | (?:speaks?|speaking|spoke)\ louder\ than
        | (?<=(?:^|[.!?]\ )(?:and\ )?)just\ like\ that(?=,) | (?:the|that)\ (?:part|thing|bit|step)\ (?:that\ )?(?:nobody|no\ one)\ \w+ | (?<=(?:^|[.!?]\ ))somewhere,?\ an?\ (?:\w+\ ){1,3}?just | (?:was|were|been)\ [^.!?]{0,40}\ ?all\ along(?=[.!]|$) | (?<=(?:^|[.!?…]\ ))(?:think\ about|sit\ with)\ that(?:\ for\ a\ (?:second|moment|minute))?(?=[.!]|$)
        | (?:behind|beneath|underneath|under)\ every\ [\w\ -]{2,40}\ (?:is|are|sits|lies)\ (?:an?|the|someone|somebody) | sometimes\ the\ (?:most|best|bravest|hardest|smartest|kindest|boldest)\ [^.!?]{1,40}\ is | so\ much\ of\ [\w'-]+(?:\ \w+)?\ is | (?:irony|joke|punchline|headline|satire)\ (?:just\ )?writes\ itself | (?:hit|hits)\ harder\ than | that's\ the\ thing\ about | with\ outsized\ \w+ | if\ [^.!?,]{2,40},\ (?:your?|the)\ [^.!?,]{1,30}\ (?:is|are)\ the\ (?:price|product|cost)
        | (?:is|are|as)\ an?\ love\ letter\ to | line\ between\ [^.!?]{1,40}\ (?:blurs|blurry|blurrier|blurring|blurred|thin|thinner) | maybe\ the\ (?:real\ )?question\ is | (?:that|what|which)\ most\ people\ (?:miss|overlook|ignore|forget|get\ wrong) | there(?:'s|\ is)\ a\ (?:certain|quiet|strange|kind\ of)\ (?:poetry|beauty|irony|charm|comfort|dignity|justice)
        | there(?:'s|\ is)\ something\ (?!really\b)\w+ly\ [\w-]+\ about | (?:an?|the)\ (?:\w+\ )?problem\ (?:disguised|dressed\ up|masquerading|pretending) | (?:it's|is|it\ was)\ giving\ (?!(?:me|you|us|them|him|her|it|up|away|back|the|an?|out|in)\b)[\w-]+ | (?:massive|huge|big|real|true|biggest|actual|whole|ultimate|underrated|genuine)\ unlock | (?:is|was|be)\ the\ unlock
        | (?:small|tiny|simple|little|quick|minor|one|low)\ [\w-]+,\ (?:big|huge|massive|real|enormous|giant|outsized|high)\ [\w-]+(?=[.!]|$) | understood\ the\ assignment | the\ quiet\ part\ (?:out\ )?(?:loud|aloud) | raises?\ the\ (?:floor|ceiling)[^.!?]{0,40}\ (?:raises?|lowers?|lifts?|sets?)\ the\ (?:floor|ceiling|bar) | where\ (?:\w+\ )?\w+\ meets\ \w+
        | (?:is|it's|that's)\ (?:exactly|precisely)\ where\ (?:the\ )?\w+\ (?:lives?|thrives?|begins?|starts?|dies?|hides?|happens?|breaks?) | where\ (?:the\ )?(?:real|actual|true)\ \w+\ (?:is|are|was|lives?|lies?|thrives?|begins?|starts?|dies?|hides?|happens?)
        | the\ (?:kind|sort|type)\ of\ [\w-]+\ (?:that\ |you\ |we\ )?(?:nobody|no\ one|most\ people|doesn't|sneaks|quietly|stays) | (?:you|we|they)\ (?:didn't|did\ not|never)\ (?:know|realize|realise)\ (?:you|we|they)\ (?:needed|were|wanted|missed)
        | the\ (?:real|true|actual|hidden|deeper)\ (?:unlock|work|win|flex|moat|shift|skill|product|currency|cost|edge|art|value|power|breakthrough|revolution|test|bottleneck|luxury|gift|tragedy|villain|hero|mvp|story|lesson|prize|risk|danger|genius|leverage|curriculum|question|problem|challenge|issue|feature|innovation|advantage|benchmark)\ (?:here\ |now\ )?(?:is|isn't|was|wasn't|lies|lives|begins|starts|happens|comes)
        )(?!\w)
        """);

    private static Pattern German { get; } = new(
        """
        (?<!\w)(?: in\ (?:der\ )?(?:heutigen|unserer)\ (?:\w+\ )?(?:welt|zeit|landschaft|gesellschaft) | schnelllebig\w* | sich\ (?:ständig|stetig|rasant)\ (?:wandelnd\w*|verändernd\w*|entwickelnd\w*) | game[\ -]?changer | (?:das|sein|ihr|dein|euer)\ (?:volles|volle|ganze|wahre|wahres)\ potenzial | potenzial\ (?:\w+\ )?(?:entfalten|freisetzen|ausschöpfen|entfesseln) | spielt\ eine\ (?:entscheidende|wichtige|zentrale|wesentliche)\ rolle
        | (?:es\ ist\ )?wichtig\ zu\ (?:beachten|betonen|erwähnen) | (?:nicht\ zu\ unterschätzen|von\ entscheidender\ bedeutung) | ist\ (?:und\ bleibt\ )?(?:unerlässlich|essenziell|das\ a\ und\ o|der\ schlüssel) | der\ schlüssel\ zu[mr]?\b | auf\ das\ nächste\ level | nächste\ level | ganzheitlich\w* | nahtlos\w* | wegweisend\w* | zeigt\ (?:eindrucksvoll|einmal\ mehr)|(?:starke|wichtige|schöne)\ erinnerung\ daran | eine\ reise | zukunftsweisend\w* | maßgeschneidert\w* | massgeschneidert\w*
        )(?!\w)
        """);

    private static Pattern Romance { get; } = new(
        """
        (?<!\w)(?: en\ (?:el|un)\ mundo\ (?:actual|de\ hoy|cada\ vez|tan|en\ constante|digital) | en\ constante\ (?:evolución|cambio) | (?:juega|desempeña)n?\ un\ papel | (?:cabe|vale\ la\ pena)\ (?:destacar|señalar|mencionar|recordar) | es\ (?:importante|fundamental|crucial|esencial|clave)\ (?:destacar|señalar|recordar|mencionar|entender|tener\ en\ cuenta) | (?:todo\ el|verdadero|máximo|pleno)\ potencial | potenciar | marca\ la\ diferencia | un\ antes\ y\ un\ después | (?:gran|poderoso|valioso)\ recordatorio | cambia(?:r)?\ las\ reglas\ del\ juego | pilar\ fundamental | la\ clave\ (?:está|del\ éxito)|(?:es|son)\ (?:la\ )?clave(?:\ para|[.!]|$) | sinergia\w* | abre\ un\ abanico | empoder\w+ | sin\ (?:lugar\ a\ dudas|duda\ alguna)
        | dans\ (?:un|le)\ monde\ (?:en|où|actuel|d'aujourd'hui|de\ plus\ en\ plus|numérique) | en\ (?:constante|perpétuelle|pleine)\ (?:évolution|mutation) | jouent?\ un\ rôle | il\ (?:est|convient|faut)\ (?:important\ |essentiel\ |crucial\ )?(?:de\ )?(?:noter|souligner|rappeler) | (?:libérer|exploiter|révéler|déployer)\ (?:tout\ )?(?:le|son|leur)\ (?:plein\ )?potentiel | plein\ potentiel | (?:véritable|vrai)\ (?:levier|atout|révolution|game\ changer|tournant)|à\ l'ère\ (?:du|de|des|numérique) | (?:beau|bel|puissant|excellent)\ rappel | incontournable | (?:est|sont)\ (?:la\ clé|essentielle?s?|cruciale?s?|primordiale?s?)(?:\ pour|\ dans|[.!]|$) | change(?:r)?\ la\ donne | force\ est\ de\ constater | au\ cœur\ d[eu]
        | no\ mundo\ (?:atual|de\ hoje|digital|cada\ vez) | em\ constante\ (?:evolução|mudança|transformação) | (?:desempenha|joga)m?\ um\ papel | (?:vale|cabe)\ (?:a\ pena\ )?(?:ressaltar|destacar|lembrar|mencionar) | é\ (?:importante|fundamental|crucial|essencial)\ (?:ressaltar|destacar|lembrar|entender|notar) | (?:todo\ o|verdadeiro|máximo|pleno)\ potencial | divisor\ de\ águas | (?:ótimo|grande|poderoso|belo)\ lembrete | faz\ toda\ a\ diferença | é\ (?:a\ chave|fundamental|essencial)(?:\ para|[.!]|$) | mudança\ de\ paradigma | jornada | alavanc\w+ | potencializ\w+
        )(?!\w)
        """);

    private static Pattern Unspaced { get; } = new(
        """
        (?:変化|進化|発展)し続ける | 急速に(?:変化|進化|発展)する | (?:重要|不可欠|大切|中心的)な役割を(?:果た|担) | (?:可能性|潜在能力|ポテンシャル|力)を(?:最大限に?)?(?:引き出|解き放|発揮) | ゲームチェンジャー | (?:が|は)(?:必要)?不可欠(?:です|だ|と) | 重要性を(?:改めて|示|物語|浮き彫り) | 示唆に富 | と言える(?:でしょう|かもしれません) | 新たな(?:可能性|時代|扉|地平) | 今(?:日|や|の)(?:の)?(?:デジタル|情報)(?:時代|社会) | (?:鍵|カギ|要)(?:と|に)(?:なる|なります|なるでしょう) | 両刃の剣|諸刃の剣 | 深く考えさせ | まさに(?:革命|転換点)
        """);

    // Several, so that a text is tried only on those it holds a word of.
    private static readonly PatternSet Phrases =
        new(Changes, Reminders, Potentials, Buzzwords, Complexities, Roles, Idioms, Magic, Truths, Superlatives, Verdicts, German, Romance, Unspaced);
}
