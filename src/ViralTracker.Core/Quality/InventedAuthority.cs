using ViralTracker.Core.Texts;

namespace ViralTracker.Core.Quality;

/// <summary>Studies, experts and crowds of cases that nobody stated.</summary>
internal static class InventedAuthority
{
    /// <summary>Who says it: a source that speaks of one of a group bears out the others.</summary>
    private static readonly string[][] Witnesses =
    [
        ["study", "studie", "étude", "estudi", "estudo", "research", "forsch", "recherche", "pesquisa", "investigaci", "paper"], ["survey", "umfrage", "sondage", "encuesta", "poll"],
        ["expert", "especialista", "fachleute"], ["scien", "wissenschaft", "cien", "ciên"], ["statisti", "estadístic", "estatístic", "data", "daten", "datos", "dados", "donnée"], ["report", "bericht", "rapport", "informe", "relatório"],
        ["dozen"], ["hundred", "hundert", "cientos", "centaines", "centenas"], ["thousand", "tausend", "milliers", "miles de", "milhares"], ["million", "millon", "milhões"], ["countless"], ["experience"],
        ["proven", "erwiesen", "bewiesen", "belegt", "demostrad", "comprobad", "prouvé", "démontré", "comprovad"],
    ];

    /// <summary>The first one; null where every one is stated.</summary>
    /// <param name="stated">Asks the sources.</param>
    public static string? Find(DraftToCheck draft, Func<Func<FactSource, bool>, bool> stated) =>
        Claims.Matches(draft.Folded).FirstOrDefault(claim => !Witnesses.Any(same => same.Any(w => claim.Value.Contains(w, StringComparison.Ordinal)) && stated(s => same.Any(s.Has))))?.Value;

    private static Pattern Evidence { get; } = new(
        """
        (?<!\w)(?<!(?:the|your|this|that|which|our|my|their|these|those|user|own|market)\ )(?: (?:(?:many|most|several|recent|new|some|countless|multiple|numerous|all)\ )*(?:studies|research|surveys|experts|science|scientists|researchers|statistics|data(?!\ shows?\ (?:what|where|who|which|when|how|you)\b))
          \ (?:(?:has|have|will|would|can|long|clearly|consistently|also|repeatedly)\ )*(?:shows?|showed|shown|showing|suggests?|suggested|suggesting|finds?|found|says?|agree|agrees|indicates?|proves?|proved|proven|proving|confirms?|confirmed|recommends?|tells?\ (?:us|you)|(?<=(?:has|have)\ (?:long\ )?)known|backs?\ (?:this|that|it|me|you)\ up|supports?\ (?:this|that|it|me|you))
        | an?\ (?:(?:recent|new|famous|large|big|\d{4})\ )*(?:study|survey|report|paper|poll)\ (?:by\ \w+\ |from\ \w+\ |last\ year\ )?(?:has\ )?(?:shows?|showed|shown|suggests?|suggested|finds?|found|says?|said|indicates?|proves?|proved|confirms?|confirmed)
        | according\ to\ (?:(?:an?|one|some|most|many|several|the\ latest|recent|new|all|industry|leading)\ )*(?:study|studies|surveys?|experts?|research|researchers|scientists|statistics|data|reports?|paper|polls?)
        | (?:it's|it\ is|is|are|been)\ (?:(?:scientifically|statistically)\ proven|(?:long\ |well\ |\w+ly\ )?proven\ (?:that|to)|an?\ (?:\w+ly\ )?proven\ fact) | the\ (?:data|science|research|evidence)\ is\ (?:clear|overwhelming)
        )(?!\w)
        """);

    private static Pattern Crowds { get; } = new(
        """
        (?<!\w)(?: (?:(?:dozens|hundreds|(?:tens\ of\ |hundreds\ of\ )?thousands|millions)\ of|countless)\ (?:[\w-]+\ )?(?:prs|pull\ requests|merge\ requests|reviews|code\ reviews|clients|customers|founders|startups|companies|businesses|firms|teams|developers|devs|engineers|managers|users|patients|students|projects|interviews|candidates|incidents|deployments|migrations|repos|repositories)
        | (?:with|after|have|has|in|my|our)\ (?:my\ |our\ |many\ |over\ |all\ these\ )?(?:decades|years)\ of\ (?:\w+\ )?experience | (?:with|after|have|has|over|more\ than|nearly|almost)\ (?:(?:over|more\ than|nearly|almost)\ )?(?:an?|one|two|three)\ decades?\ of\ (?:\w+\ )?experience
        | (?:decades?|years)\ of\ (?:\w+\ )?(?:experience|\w+ing)\ (?:(?:has|have)\ )?(?:tells?|told|taught|teach(?:es)?|shown?|shows)\ (?:me|us)
        | (?:hunderte|tausende)\ (?:von\ )?(?:kunden|nutzern?|entwicklern?|firmen|teams|projekten?) | (?:cientos|miles)\ de\ (?:clientes|usuarios|empresas|equipos|desarrolladores|proyectos) | (?:centaines|milliers)\ (?:de\ |d')(?:clients|utilisateurs|entreprises|équipes|développeurs|projets) | (?:centenas|milhares)\ de\ (?:clientes|usuários|empresas|equipes|times|desenvolvedores|projetos)
        )(?!\w)
        """);

    private static Pattern Elsewhere { get; } = new(
        """
        (?<!\w)(?: (?:viele\ |neue\ |aktuelle\ |mehrere\ )*(?:studien|umfragen|experten|forscher|statistiken)\ (?:zeigen|belegen|beweisen|sagen|empfehlen|bestätigen|sind\ sich\ einig) | ist\ (?:wissenschaftlich\ |längst\ )?(?:erwiesen|bewiesen|belegt),?\ dass | (?:laut|gemäss|nach(?!\ \w+\ (?:such|frag|googl)))\ (?:einer|experten|studien|statistiken|neuesten|aktuellen)\ ?(?:aktuellen\ |neuen\ )?(?:studie|umfrage|studien|experten)?(?<=studien?|umfrage|experten|statistiken)
        | (?:los\ |varios\ |muchos\ )?(?:estudios|expertos|encuestas)\ (?:demuestran|muestran|dicen|indican|sugieren|recomiendan) | según\ (?:un\ |una\ |los\ |varios\ )?(?:estudios?|expertos|encuestas?|reciente\ estudio) | está\ (?:científicamente\ )?(?:demostrado|comprobado|probado)\ que | (?:des|les|plusieurs)\ (?:études|experts|recherches)\ (?:montrent|prouvent|disent|indiquent|recommandent) | (?:selon|d'après)\ (?:une|un|les|des|plusieurs)\ (?:récente\ )?(?:études?|experts|recherches?|sondages?|enquêtes?) | est\ (?:scientifiquement\ )?(?:prouvé|démontré)\ qu[e']
        | (?:os\ |vários\ |muitos\ )?(?:estudos|especialistas|pesquisas)\ (?:mostram|provam|dizem|indicam|sugerem|recomendam) | (?:segundo|de\ acordo\ com)\ (?:um\ |uma\ |os\ )?(?:estudos?|especialistas|pesquisas?) | está\ (?:cientificamente\ )?(?:comprovado|provado)\ que
        )(?!\w)
        """);

    // Several, so that a text is tried only on those it holds a word of.
    private static readonly PatternSet Claims = new(Evidence, Crowds, Elsewhere);
}
