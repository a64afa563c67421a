using System.Text.RegularExpressions;
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
    ];

    /// <summary>The first one; null where every one is stated.</summary>
    /// <param name="stated">Asks the sources.</param>
    public static string? Find(DraftToCheck draft, Func<Func<FactSource, bool>, bool> stated) =>
        Claims.Matches(draft.Folded).FirstOrDefault(claim => !Witnesses.Any(same => same.Any(w => claim.Value.Contains(w, StringComparison.Ordinal)) && stated(s => same.Any(s.Has))))?.Value;

    private static Pattern Evidence { get; } = new(
        """
        (?<!\w)(?<!(?:the|your|this|that|which|our|my|their|these|those)\ )(?: (?:(?:many|most|several|recent|new|some|countless|multiple|numerous|all)\ )*(?:studies|research|surveys|experts|science|scientists|researchers|statistics|data)\ (?:has\ |have\ |clearly\ |consistently\ |also\ |repeatedly\ )*(?:shows?|showed|shown|suggests?|suggested|finds?|found|says?|agree|agrees|indicates?|proves?|proved|proven|confirms?|confirmed|recommends?|tells?\ us)
        | an?\ (?:(?:recent|new|famous|large|big|\d{4})\ )*(?:study|survey|report|paper|poll)\ (?:by\ \w+\ |from\ \w+\ |last\ year\ )?(?:has\ )?(?:shows?|showed|shown|suggests?|suggested|finds?|found|says?|said|indicates?|proves?|proved)
        | according\ to\ (?:(?:an?|one|some|most|many|several|the\ latest|recent|new|all|industry|leading)\ )*(?:study|studies|surveys?|experts?|research|researchers|scientists|statistics|data|reports?|paper|polls?) | (?:it's|it\ is|is|are)\ (?:scientifically|statistically)\ proven
        )(?!\w)
        """,
        RegexOptions.IgnorePatternWhitespace | RegexOptions.CultureInvariant);

    private static Pattern Crowds { get; } = new(
        """
        (?<!\w)(?: (?:(?:dozens|hundreds|(?:tens\ of\ |hundreds\ of\ )?thousands|millions)\ of|countless)\ (?:[\w-]+\ )?(?:prs|pull\ requests|merge\ requests|reviews|code\ reviews|clients|customers|founders|startups|companies|businesses|firms|teams|developers|devs|engineers|managers|users|patients|students|projects|interviews|candidates|incidents|deployments|migrations|repos|repositories)
        | (?:with|after|have|has|in|my|our)\ (?:my\ |our\ |many\ |over\ |all\ these\ )?(?:decades|years)\ of\ (?:\w+\ )?experience
        | (?:hunderte|tausende)\ (?:von\ )?(?:kunden|nutzern?|entwicklern?|firmen|teams|projekten?) | (?:cientos|miles)\ de\ (?:clientes|usuarios|empresas|equipos|desarrolladores|proyectos) | (?:centaines|milliers)\ (?:de\ |d')(?:clients|utilisateurs|entreprises|équipes|développeurs|projets) | (?:centenas|milhares)\ de\ (?:clientes|usuários|empresas|equipes|times|desenvolvedores|projetos)
        )(?!\w)
        """,
        RegexOptions.IgnorePatternWhitespace | RegexOptions.CultureInvariant);

    private static Pattern Elsewhere { get; } = new(
        """
        (?<!\w)(?: (?:viele\ |neue\ |aktuelle\ |mehrere\ )*(?:studien|umfragen|experten|forscher|statistiken)\ (?:zeigen|belegen|beweisen|sagen|empfehlen|bestätigen) | (?:laut|gemäss|nach)\ (?:einer|experten|studien|statistiken|neuesten|aktuellen)\ ?(?:aktuellen\ |neuen\ )?(?:studie|umfrage|studien|experten)?(?<=studien?|umfrage|experten|statistiken)
        | (?:los\ |varios\ |muchos\ )?(?:estudios|expertos|encuestas)\ (?:demuestran|muestran|dicen|indican|sugieren|recomiendan) | según\ (?:un\ |una\ |los\ |varios\ )?(?:estudios?|expertos|encuestas?|reciente\ estudio) | (?:des|les|plusieurs)\ (?:études|experts|recherches)\ (?:montrent|prouvent|disent|indiquent|recommandent) | selon\ (?:une|les|des|plusieurs)\ (?:récente\ )?(?:études?|experts|recherches?)
        | (?:os\ |vários\ |muitos\ )?(?:estudos|especialistas|pesquisas)\ (?:mostram|provam|dizem|indicam|sugerem|recomendam) | segundo\ (?:um\ |uma\ |os\ )?(?:estudos?|especialistas|pesquisas?)
        )(?!\w)
        """,
        RegexOptions.IgnorePatternWhitespace | RegexOptions.CultureInvariant);

    // Several, so that a text is tried only on those it holds a word of.
    private static readonly PatternSet Claims = new(Evidence, Crowds, Elsewhere);
}
