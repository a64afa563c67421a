using System.Collections.Frozen;
using ViralTracker.Core.Texts;

namespace ViralTracker.Core.Quality;

/// <summary>
/// Talk that names the post's subject and says nothing of it: hedges, sympathy for its own sake, "it is important". Not wrong, so no rule
/// rejects it; a draft that does without stands first.
/// </summary>
internal static class EmptyTalk
{
    /// <summary>Words that weigh a subject without adding to it. How common a word is tells them from plain ones no better than its length: 'overwhelming' is rarer than 'missing'.</summary>
    private static readonly FrozenSet<string> Words = WordList.Of(
        """
        definitely certainly absolutely really truly totally completely probably maybe perhaps possibly generally sometimes simply basically essentially naturally especially
        important crucial essential vital key significant valuable beneficial helpful useful great good best better big huge major common typical different various several multiple numerous
        right successful effective efficient powerful additional overall general specific careful complex unpredictable
        hard tough difficult tricky challenging frustrating overwhelming stressful exhausting exciting draining painful rough annoying fun
        challenge challenges decision decisions factor factors aspect aspects option options approach approaches solution solutions issue issues situation situations journey process reason reasons struggle struggles
        benefit benefits advantage advantages disadvantage disadvantages responsibility consideration considerations experience experiences need needs goal goals thing things way ways time lot bit part parts part people everyone
        patience consistency communication balance success strategy strategies practice practices case cases world days things
        consider considering ensure find finding make making help helps improve get gets getting take takes come comes go goes keep feel feels seem seems sound sounds depend depends depending require requires face facing
        don doesn didn isn aren wasn won couldn shouldn wouldn ll re ve
        wirklich natürlich sicher bestimmt definitiv wichtig wichtige wichtiger wichtigste große grosse großer grosser gut gute guter beste besten verschiedene viele vielen herausforderung herausforderungen faktoren faktor entscheidung
        möglichkeiten lösungen lösung ansätze individuell individuelle einzelfall schwierig schwer anstrengend frustrierend spannend situation zeit geduld weg dinge sache leider gibt dafür
        realmente definitivamente importante importantes fundamental clave gran grande bueno buena mejor diferentes varios varias muchos muchas mucho mucha factores desafío reto decisión opciones soluciones difícil complicado
        paciencia constancia tiempo equilibrio proceso camino cosas experiencia objetivos depende requiere
        vraiment certainement important importante essentiel grand grande bon bonne meilleur différents plusieurs nombreux facteurs défi décision options solutions difficile compliqué patience temps équilibre situation choses
        desafio decisão opções soluções fatores difícil paciência tempo equilíbrio processo muitos muitas vários várias bom boa melhor
        davvero importante fattori sfida decisione opzioni soluzioni difficile pazienza tempo equilibrio echt belangrijk factoren uitdaging beslissing opties oplossingen moeilijk lastig geduld tijd balans
        """);

    public static bool Has(string word) => Words.Contains(word);

    /// <param name="spaced">As <see cref="DraftToCheck.Spaced"/>.</param>
    public static int Count(string spaced) => Phrases.Matches(spaced).Count();

    /// <summary>What is left besides.</summary>
    /// <param name="spaced">As <see cref="DraftToCheck.Spaced"/>.</param>
    public static string Without(string spaced) => Phrases.Candidates(spaced).Aggregate(spaced, (left, pattern) => pattern.Without(left));

    /// <summary>What things are said to depend on.</summary>
    private const string Matter = @"(?:(?:and|the|your|their|each|every|own|specific|exact|individual|particular|a|lot|of|many|several|different)\ )*(?:context|situation|needs|goals?|use\ case|circumstances|factors|things|market|product|project|team|company|business|audience|budget|niche|industry|stage|person|priorities|preferences)";

    private const string Very = @"(?:(?:really|so|very|quite|also|often|sometimes|definitely|certainly|absolutely|truly|always|incredibly|super|pretty|extremely|such|just)\ )*";

    private static Pattern Hedges { get; } = new(
        $$"""
        \b(?: depend(?:s|ing)?\ (?:\w+\ )?on(?:\ {{Matter}}\b)* | (?:really|all|just)\ depends | (?:comes|boils)\ down\ to | pros\ and\ cons | (?:dis)?advantages\ and\ (?:dis)?advantages | both\ have\ (?:their|its)
        | (?:many|several|various|numerous|multiple|different|a\ (?:wide\ )?(?:variety|number|range|lot)\ of|lots\ of|all\ the|plenty\ of|so\ many|great)\ (?:\w+\ )?(?:factors|reasons|causes|options|ways|approaches|tools|things|aspects|variables|solutions|possibilities|considerations)
        | for\ (?:many|most|all|every|a\ lot\ of)\ (?:teams?|people|developers|devs|companies|businesses|founders?|users|parents|startups|of\ us|entrepreneurs) | (?:every|each)\ (?:team|company|business|project|person|situation|journey|case|user|codebase|one)\ is\ (?:different|unique) | everyone\ s\ (?:different|journey|situation) | what\ works\ for
        | one\ size\ fits | no\ (?:one\ size|right\ or\ wrong|single|easy|perfect|silver)\ (?:answer|solution|bullet|way) | at\ the\ end\ of\ the\ day | when\ it\ comes\ to | in\ the\ long\ (?:run|term) | over\ the\ long\ (?:run|term)
        | (?:can|could|must|may|might)\ {{Very}}(?:be|feel|get|seem|come\ with|help|save)\b | go(?:es)?\ a\ long\ way | takes?\ (?:some\ |a\ lot\ of\ )?(?:time|patience|practice|effort) | (?:find|finding|strike|striking)\ (?:the\ |a\ )?(?:right\ |good\ )?balance
        )\b
        """);

    private static Pattern Weights { get; } = new(
        $$"""
        \b(?: (?:is|are|s)\ {{Very}}(?:a\ |the\ )?(?:key|crucial|essential|vital|important|paramount|everything) | one\ of\ the\ (?:most|biggest|best|hardest|key|main) | an?\ {{Very}}(?:big|huge|major|real|great|common|difficult|tough|complex|key)\ (?:\w+\ )?(?:challenge|decision|issue|struggle|achievement|problem|topic|question|step|risk|deal|one)
        | (?:a|the|main|biggest)\ (?:challenge|struggle|reason|concern)\ (?:that|for|many|is) | (?:many|most|all|a\ lot\ of|so\ many)\ (?:\w+\ )?(?:teams|people|developers|devs|companies|businesses|founders|users|parents|runners)\ (?:are|face|struggle|have|go)
        | worth\ considering | something\ to\ (?:consider|think\ about|keep\ in\ mind) | have\ you\ (?:considered|thought\ about|looked\ into|explored) | what\ do\ you\ think | (?:all\ about|choosing|choose)\ (?:the\ )?(?:right|best)
        )\b
        """);

    private static Pattern Sympathy { get; } = new(
        $$"""
        \b(?: (?:sounds?|feels?)\ {{Very}}(?:hard|tough|rough|frustrating|stressful|exhausting|overwhelming|challenging|difficult|painful|annoying|amazing|exciting|great|awful|terrible|familiar)
        | (?:don\ t|never|not)\ give\ up | hang\ in\ there | stay\ (?:positive|strong|patient) | be\ patient | (?<!(?:you|them|us|me|we|they|people|who|to)\ )keep\ (?:going|it\ up|pushing|at\ it) | not\ alone | (?:i|we)\ {{Very}}(?:feel|hear)\ (?:you|ya|this|that) | {{Very}}(?:get|understand)\ (?:how\ you|the\ (?:frustration|struggle|pain)|that\ feeling)
        | totally\ (?:get|understand) | (?<!(?:has|have|had)\ )been\ there(?!\ (?:since|from|for|before|longer)\b) | you\ (?:will|ll)\ (?:figure\ it\ out|get\ (?:there|through)) | (?:things|it)\ (?:will|ll)\ get\ better | (?:so|really|very|super)\ (?:hard|tough|difficult|frustrating|overwhelming|challenging|stressful)
        )\b
        """);

    private static Pattern German { get; } = new(
        """
        \b(?: (?:kommt|käme)\ (?:\w+\ )?(?:darauf|drauf)\ an | kommt\ es\ (?:\w+\ )?auf\b | auf\ den\ einzelfall | von\ (?:vielen|mehreren|verschiedenen|einigen)\ (?:faktoren|dingen|aspekten) | hängt\ (?:\w+\ )?(?:davon|von)(?:\ (?:vielen|mehreren|verschiedenen|einigen)\ (?:faktoren|dingen|umständen|aspekten))?(?:\ ab\b)? | keine?\ (?:patentrezept|patentlösung|allheilmittel|universallösung|pauschale\ antwort) | nicht\ pauschal | vor\ und\ nachteile
        | klingt\ (?:\w+\ )?(?:anstrengend|schwierig|hart|frustrierend|spannend|stressig) | kenne\ ich\ (?:nur\ zu\ )?gut | (?:eine|keine)\ (?:\w+\ )?(?:grosse|echte|riesige)\ herausforderung | am\ ende\ des\ tages | ist\ (?:\w+\ )?wichtig | nicht\ (?:immer\ )?(?:einfach|leicht)
        | kann\ (?:\w+\ )?(?:schwierig|hart|frustrierend|teuer|anstrengend|stressig)\ sein | gib\ nicht\ auf | die\ richtige\ balance | jede[rs]?\ (?:team|firma|projekt|fall|mensch)\ ist\ anders
        )\b
        """);

    private static Pattern Romance { get; } = new(
        """
        \b(?: depende[nm]?\ (?:mucho\ |muito\ |todo\ |tudo\ )?d[eaio]l? | dépend\ (?:de|du|des|d|vraiment|beaucoup) | dipende\ da\w* | (?:muchos|varios|diferentes|muitos|vários|beaucoup\ de|plusieurs|nombreux|de\ nombreux|molti|vari)\ (?:factores|fatores|facteurs|fattori|motivos|aspectos|raisons)
        | pros\ y\ contras | prós\ e\ contras | pro\ e\ contro | le\ pour\ et\ le\ contre | (?:ventajas\ y\ desventajas|vantagens\ e\ desvantagens|vantaggi\ e\ svantaggi|avantages\ et\ (?:des\ )?inconvénients)
        | (?:puede|debe|pode|deve|può|deve|peut|doit)\ (?:ser|essere|être)\ (?:\w+\ )?(?:difícil|complicad[oa]|frustrante|duro|difficile|compliqué|frustrant|caro|cher)
        | (?:es|é|è|est)\ (?:\w+\ )?(?:important[e]?|fundamental|clave|essentiel|essencial)\ | (?:requiere|requer|demande|richiede)\ (?:mucha\ |muita\ |beaucoup\ de\ |molta\ )?(?:paciencia|paciência|patience|pazienza|constancia)
        | (?:gran|grande|grand)\ (?:reto|desafío|desafio|défi|sfida|decisión|decisão|décision) | cada\ \w+\ es\ (?:diferente|distinto|distinta|un\ mundo) | cada\ \w+\ é\ diferente | chaque\ \w+\ est\ différente? | (?:encontrar|trouver|trovare)\ (?:el|un|o|um|le|il)\ (?:bon\ |buen\ )?(?:equilibrio|equilíbrio|équilibre)
        | al\ final\ del\ día | no\ fim\ do\ dia | no\ final\ das\ contas | en\ fin\ de\ compte | au\ bout\ du\ compte | alla\ fine | no\ te\ rindas | não\ desista | ne\ lâche\ rien | reste[rz]?\ positi[fv]
        )
        """);

    private static Pattern Others { get; } = new(
        """
        hangt\ (?:er\ )?(?:\w+\ )?van\ af | hangt\ af\ van | voor\ en\ nadelen | grote\ uitdaging | is\ (?:heel\ )?belangrijk
        | 場合に?よ(?:り|って) | 状況に(?:より|よって) | ケースバイケース | 人それぞれ | (?:色々|いろいろ|様々|さまざま)な | 大変です | 難しい(?:です|問題) | メリットとデメリット | 一概に | バランスが(?:大事|大切|重要) | (?:大切|重要)です | 取决于 | 看情况 | 各有(?:利弊|优劣|千秋) | 很多因素 | 케이스\ 바이\ 케이스 | 상황에\ 따라
        """);

    private static readonly PatternSet Phrases = new(Hedges, Weights, Sympathy, German, Romance, Others);
}
