using System.Text.RegularExpressions;
using ViralTracker.Core.Texts;

namespace ViralTracker.Core.Quality;

/// <summary>Asks which tool, service, channel or place others use: whoever answers has to name one.</summary>
internal static class NameQuestions
{
    /// <summary>What asks, or null.</summary>
    public static string? Find(string folded) => Questions.Find(folded);

    private const string Thing =
        @"(?:tools?|apps?|databases?|dbs?|frameworks?|librar(?:y|ies)|packages?|services?|platforms?|editors?|ides?|(?:programming\ )?languages?|(?:tech\ )?stacks?|hosts?|hosting|providers?|software|crms?|cms|sites?|websites?|channels?|communit(?:y|ies)|(?:social\ )?networks?|places?|vendors?|models?|llms?|ais?|plugins?|extensions?|programs?|orms?|clouds?|vps|servers?|browsers?|distros?|engines?|processors?|gateways?|marketplaces?|forums?|subreddits?|saas|setups?|alternatives?)";

    /// <summary>Stands between "which" and what is asked for.</summary>
    private const string Other = @"(?!(?:is|are|was|were|has|have|had|do|does|did|didn't|makes?|made|happen\w*|the|an?|if|about|your|my|our|to|went|goes|can|could|should|would|will|i|we|you|they|it|parts?|of|when)\b)[\w-]+";

    private const string Use = @"(?:use|using|used|recommend|suggest|prefer|pick|choose|chosen|run|host\ with|go\ with|reach\ for)";

    private static Pattern English { get; } = new(
        $$"""
        \b(?: (?:which|what|what's\ the\ best|what\ is\ the\ best)\ (?:(?:kinds?|sorts?|types?)\ of\ |of\ (?:the|these|those|your)\ )?(?:{{Other}}\ ){0,3}?{{Thing}}\b | (?:which|what)\ (?:\w+\ )?(?:do|does|did|are|is|would|should|have)\ (?:i|you|we|y'all|people|others|everyone|folks|most|your\ team)\ (?:\w+\ )?{{Use}}\b | what(?:'s|\ is|\ are|'re)\ (?:your|ur|in\ your|everyone's)\ (?:[\w-]+\ ){0,3}?(?:{{Thing}}|go[ -]?to)\b
        | where\ (?:do|did|can|could|should|would|does)\ (?:i|you|we|people|one|folks|everyone|y'all)\ (?:\w+\ ){0,2}?(?:find|found|get|got|host|deploy|post|look|search|sell|buy|hire|meet|learn|read|advertise|promote|launch|share|publish|store|keep|hang\ out)\b
        | where\ to\ (?:find|get|host|deploy|post|look|search|sell|buy|hire|meet|learn|read|advertise|promote|launch|share|publish|store)\b
        | (?:best|easiest|simplest|cheapest|fastest|good|favou?rite|go[ -]?to)\ (?:[\w-]+\ ){0,2}?(?:{{Thing}}\b|ways?\ to\ (?:host|deploy|build|store|send|sync|back\ ?up|automate|manage|monitor|track|log|test|accept|collect|find|reach|get|sell|promote|advertise|publish|schedule|learn|search|invoice|bill|translate|transcribe|record|edit)\b)[^.!?\n]{0,80}\?
        | (?:any|some|know\ an?y?|suggest\ an?|recommend(?:\ me)?\ an?)\ (?:[\w-]+\ ){0,2}?{{Thing}}\b[^.!?\n]{0,80}\? | (?:any|looking\ for|need|your|want)\ (?:\w+\ )?(?:recommendations?|recs|suggestions\ for)\b | (?:looking|searching)\ for\ (?:an?\ |the\ |some\ )?(?:[\w-]+\ ){0,3}?{{Thing}}\b | (?:can|could|would|does)\ (?:\w+\ ){1,2}recommend\b
        )
        """);

    private static Pattern German { get; } = new(
        """
        (?<!\w)(?: (?:welche[nrsm]?|was\ für\ (?:ein\w*\ )?)\ ?(?:\w+\ ){0,2}?(?:tools?|apps?|datenbank\w*|frameworks?|bibliothek\w*|dienste?|plattform\w*|editor\w*|(?:programmier)?sprachen?|software|anbieter|hoster|programme?|kanäle?|portale?|seiten?|modelle?|werkzeuge?|alternativen?)(?!\w) | (?:was|womit|wo|welche\w*)\ (?:\w+\ )?(?:be)?nutz\w+ | (?:was|womit)\ (?:verwende|empfiehl|empfehl|arbeite|baut|macht)\w*\ (?:ihr|du|man)
        | wo\ (?:find|host|kauf|verkauf|post|werb|such|bekomm|lern|veröffentlich)\w*\ (?:ihr|du|man|ich|wir) | alternativen?\ (?:zu|für) | empfehlungen
        )(?!\w)
        """);

    private static Pattern Romance { get; } = new(
        """
        (?<!\w)(?: (?:qué|cuál|con\ qué)\ (?:\w+\ ){0,2}?(?:herramientas?|apps?|bases?\ de\ datos|frameworks?|servicios?|plataformas?|editor(?:es)?|lenguajes?|programas?|proveedor(?:es)?|canal(?:es)?|software|librerías?|us(?:áis|as|an|ais)|utiliz\w+|recomend\w+) | dónde\ (?:encontr|encuentr|consegu|consig|aloj|busc|vend|public|compr|aprend)\w+ | alternativas?\ (?:a|al|para) | recomendaciones|recomendações
        | quel(?:le)?s?\ (?:\w+\ ){0,2}?(?:outils?|applis?|apps?|bases?\ de\ données|frameworks?|services?|plateformes?|éditeurs?|langages?|logiciels?|hébergeurs?|canal|canaux|sites?) | (?:qu'|que\ |quoi\ )(?:utilis|recommand)\w+ | (?:utilis|recommand)\w+(?:[ -]vous)?\ quoi | où\ (?:\w+[ -])?(?:trouv|héberg|cherch|vend|achet|publi|appren)\w+ | alternatives?\ (?:à|au|pour)
        | (?:que|qual|quais)\ (?:\w+\ ){0,2}?(?:ferramentas?|apps?|bancos?\ de\ dados|frameworks?|serviços?|plataformas?|editor(?:es)?|linguage(?:m|ns)|programas?|cana(?:l|is)|software) | o\ que\ (?:vocês\ |você\ )?(?:usam?|utiliz\w+|recomend\w+) | onde\ (?:vocês\ |você\ )?(?:encontr|ach|hosped|vend|public|aprend)\w+
        )(?!\w)
        """);

    private static Pattern Unspaced { get; } = new("(?:どの|何の|なんの|おすすめの|いい)(?:ツール|アプリ|サービス|データベース|エディタ|言語|サイト|フレームワーク)|何を(?:使|つか)|どこで(?:探|見つけ|買|学)|用什么|哪个(?:工具|软件|平台)|有什么推荐|어떤 (?:툴|도구|앱|서비스)", RegexOptions.CultureInvariant);

    private static readonly PatternSet Questions = new(English, German, Romance, Unspaced);
}
