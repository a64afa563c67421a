using System.Text.RegularExpressions;
using ViralTracker.Core.Texts;

namespace ViralTracker.Core.Gating;

/// <summary>
/// As <see cref="SensitiveRules"/>, a pattern a language: somebody near who died or is gravely ill, a number of dead in an event, an event at a place.
/// Without one of these the words are figures of speech ("Das Feature ist gestorben", "un suicidio para tu SaaS").
/// </summary>
internal static class SensitiveRulesAbroad
{
    private const RegexOptions Written = RegexOptions.IgnorePatternWhitespace | RegexOptions.CultureInvariant | RegexOptions.ExplicitCapture;

    /// <summary>A name after a word for a person.</summary>
    private const string Named = "(?:\\ (?<name>\\w+)){0,2}?";
    private const string InGerman = "(?:mein|unser|sein|ihr|dein)(?:e[nmrs]?)?\\ (?:\\w+\\ )?(?:(?:schwieger|gross|stief)?(?:vater|mutter)|papa|mama|mutti|bruder|schwester|(?:ehe)?(?:frau|mann)|sohn|tochter|kind|baby|opa|oma|onkel|tante|cousine?|freund(?:in)?|partner(?:in)?|chef(?:in)?|kolleg(?:e|in)|(?:mit)?gründer(?:in)?|hund|hündin|katze|kater)" + Named;
    private const string InSpanish = "(?:mi|nuestr[oa]|su|tu)\\ (?:\\w+\\ )?(?:padre|papá|madre|mamá|herman[oa]|hij[oa]|espos[oa]|marido|mujer|novi[oa]|abuel[oa]|tí[oa]|prim[oa]|sobrin[oa]|amig[oa]|soci[oa]|jef[ea]|compañer[oa]|(?:co)?fundadora?|suegr[oa]|bebé|perr[oa]|gat[oa])" + Named;
    private const string InFrench = "(?:mon|ma|notre|son|sa|ton|ta)\\ (?:\\w+\\ )?(?:(?:grand\\ |beau\\ )?père|(?:grand\\ |belle\\ )?mère|papa|maman|frère|sœur|soeur|fils|fille|mari|femme|conjointe?|compagnon|compagne|papi|papy|mamie|oncle|tante|cousine?|neveu|nièce|amie?|associée?|patronn?e?|collègue|(?:co)?fondat(?:eur|rice)|bébé|enfant|chien(?:ne)?|chatt?e?)" + Named;
    private const string InPortuguese = "(?:meu|minha|nosso|nossa|seu|sua)\\ (?:\\w+\\ )?(?:pai|mãe|irmão|irmã|filh[oa]|espos[oa]|marido|mulher|namorad[oa]|avó|avô|vó|vô|ti[oa]|prim[oa]|amig[oa]|sóci[oa]|chefe|colega|(?:co)?fundadora?|sogr[oa]|bebê|cachorr[oa]|gat[oa])" + Named;

    public static Pattern German { get; } = new(
        $@"
        \b(?: (?<plain> {InGerman}\ (?: (?:ist|sind|war|waren|wurde)\ (?:\w+\ ){{0,5}}?(?:gestorben|verstorben|tot|ermordet|von\ uns\ gegangen|eingeschläfert) | starb | liegt\ im\ sterben
              | (?:musste|wurde)\ (?:\w+\ ){{0,4}}?eingeschläfert | (?:hat|hatte)\ (?:\w+\ ){{0,3}}?(?:\w*krebs|einen\ (?:schlaganfall|herzinfarkt)|sich\ (?:\w+\ )?(?:umgebracht|das\ leben\ genommen)) ) )\b(?!\ vor\ (?:lachen|scham)\b|\ in\ (?:dem|der|seiner|ihrer)\ (?:spiel|runde|kampagne)\b)
        | (?<plain> (?:muss|müssen|musste|mussten)\ (?:\w+\ ){{0,4}}?einschläfern | ich\ (?:habe|hab|hatte)\ (?:wieder\ )?\w*krebs\b | (?:diagnose|an)\ \w*krebs\b | \w{{2,}}krebs\ (?:diagnostiziert|erkrankt) | ich\ will\ (?:nicht\ mehr\ leben|sterben)(?=\ $) | (?:nimmt|nahm)\ sich\ das\ leben )
        | (?:\d+|zwei|drei|vier|fünf|sechs|sieben|acht|neun|zehn|elf|zwölf|mehrere|viele|dutzende|hunderte)\ (?:tote|todesopfer|verletzte|menschen\ (?:sterben|starben|getötet|tot))\ (?:und\ (?:\w+\ )?verletzte\ )?(?:bei|in|nach|durch|am|auf|im)\b
        | (?:terror|bomben|sprengstoff|brand)anschlag | amoklauf | messerangriff | (?<=^\ |\b(?:der|dem|ein|einem|nach|bei|beim|zum)\ )(?:anschlag|attentat)\ (?:in|auf)\ (?!(?:mein|dein|unser|die\ (?:nerven|tasten?)|der\ tastatur|das\ (?:budget|auge)))\w+
        | erdbeben\ (?:in\ (?!(?:der|den|dem|unser\w*|marketing)\b)\w+|der\ stärke|erschüttert|mit\ \w+\ toten|vor\ der\ küste)
        | (?:selbstmord|suizid)\ (?:begangen|begeht|beging) | (?:beging|begeht)\ (?:\w+\ )?(?:selbstmord|suizid) | (?:ist|sind|war)\ (?:\w+\ ){{0,3}}?verstorben | (?:wurden?|worden)\ (?:\w+\ ){{0,4}}?ermordet | (?:mein|unser|herzliches|aufrichtiges)\ beileid\b(?!\ an\ all)
        | (?<!\b(?:das|der|die|mein|meine|unser|unsere|ein|eine)\ (?:\w+\ )?)(?<alone>\w+)\ ist\ (?:\w+\ ){{0,3}}?gestorben
        )\b", Written);

    public static Pattern Spanish { get; } = new(
        $@"
        \b(?: (?<plain> {InSpanish}\ (?:se\ (?:nos\ )?)?(?:murió|murio|ha\ muerto|falleció|fallecio|ha\ fallecido|suicidó|suicido|ha\ suicidado|quitó\ la\ vida|está\ muert[oa]|fue\ asesinad[oa]|ha\ sido\ asesinad[oa]|tiene\ (?:un\ )?cáncer)
            | (?:murió|falleció|ha\ muerto|ha\ fallecido|perdí\ a)\ {InSpanish} )\b(?!\ de\ (?:risa|vergüenza|aburrimiento|hambre|miedo|ganas)\b)
        | (?<plain> (?:tengo|tenía|padezco|diagnosticaron|diagnosticad[oa]\ (?:de|con)|murió\ de)\ (?:un\ )?cáncer | quiero\ morir(?:me)?(?=\ $) | intento\ de\ suicidio | cometió\ suicidio )
        | (?:\d+|un|dos|tres|cuatro|cinco|seis|siete|ocho|nueve|diez|once|doce|veinte|varios|decenas\ de|al\ menos\ \w+)\ (?:personas\ )?(?:muert[oa]s?|fallecid[oa]s?|herid[oa]s)\ (?:y\ (?:\w+\ )?heridos\ )?(?:\w+\ ){{1,3}}?(?:tiroteo|ataques?|atentado|accidente|explosión|terremoto|sismo|incendios?|inundaci(?:ón|ones)|choque|bombardeo|derrumbe|huracán)
        | (?:sismo|terremoto)\ (?:de\ (?:magnitud|\d)|sacude|sacudió|golpea|deja|en\ (?!(?:el|la|los|las|mi|tu|su|marketing|ventas)\b)\w+) | tiroteo\ en | atentado\ (?:en|contra|terrorista) | se\ (?:suicidó|suicido|ha\ suicidado) | (?:fue|fueron|sido)\ asesinad[oa]s?
        | (?<!\b(?:servidor|portátil|móvil|proyecto|ordenador)\ )(?:falleció|ha\ fallecido) | (?:mi|nuestr[oa]s?)\ (?:más\ )?(?:sentido\ pésame|condolencias)
        )\b", Written);

    public static Pattern French { get; } = new(
        $@"
        \b(?: (?<plain> {InFrench}\ (?: (?:est|était)\ (?:(?:malheureusement|subitement|brutalement)\ )?(?:morte?|décédée?|partie?\ trop\ tôt) | vient\ de\ (?:mourir|décéder) | nous\ a\ quittée?s? | s\ est\ (?:suicidée?|éteinte?|donné\ la\ mort) | a\ (?:été\ (?:tuée?|assassinée?)|perdu\ la\ vie|(?:eu\ )?un\ cancer|fait\ un\ avc) )
            | perdu\ {InFrench} )\b(?!\ de\ (?:rire|honte|faim|soif|peur|fatigue)\b)
        | (?<plain> j\ ai\ (?:eu\ )?un\ cancer | atteinte?\ d\ un\ cancer | diagnostiqué\ (?:\w+\ )?cancer | je\ veux\ mourir(?=\ $) | tentative\ de\ suicide )
        | (?:\d+|un|deux|trois|quatre|cinq|six|sept|huit|neuf|dix|onze|douze|vingt|plusieurs|dizaines\ de|au\ moins\ \w+)\ (?:personnes\ )?(?:morte?s?|tuée?s|blessée?s)\ (?:et\ (?:\w+\ )?blessés\ )?(?:\w+\ ){{1,3}}?(?:fusillade|attentat|attaques?|explosion|incendies?|accident|séisme|tremblement|crash|inondations?|ouragan|bombardement|éboulement)
        | (?:séisme|tremblement\ de\ terre)\ (?:frappe|secoue|touche|de\ magnitude|a\ frappé|au|en|à) | fusillade\ (?:à|dans|en|au) | attentat\ (?:à|contre|dans|en|au|terroriste|suicide) | s\ est\ suicidée? | (?:été|était|fut)\ assassinée?s?
        | (?:est|sont)\ décédée?s? | (?:mes|nos|sincères)\ (?:\w+\ )?condoléances\b(?!\ (?:à\ (?:tous|ceux)|aux\ dev))
        )\b", Written);

    public static Pattern PortugueseAndItalian { get; } = new(
        $@"
        \b(?: (?<plain> {InPortuguese}\ (?:morreu|faleceu|se\ (?:suicidou|matou)|está\ mort[oa]|foi\ assassinad[oa]|tem\ câncer) )\b(?!\ de\ (?:rir|vergonha|fome|medo|tédio)\b)
        | (?<plain> (?:tenho|diagnosticad[oa]\ com|morreu\ de)\ câncer | quero\ morrer(?=\ $) | (?:tentativa\ de|cometeu)\ suicídio )
        | (?:\d+|um|dois|três|quatro|cinco|seis|sete|oito|nove|dez|vários|dezenas\ de|ao\ menos\ \w+)\ (?:pessoas\ )?(?:mort[oa]s?|ferid[oa]s)\ (?:e\ (?:\w+\ )?feridos\ )?(?:\w+\ ){{1,3}}?(?:tiroteio|ataques?|atentado|acidente|explosão|terremoto|incêndios?|enchentes?|desabamento)
        | terremoto\ (?:de\ magnitude|atinge|no\ (?:chile|japão|haiti|nepal)) | tiroteio\ em | se\ suicidou | (?:foi|foram)\ assassinad[oa]s? | (?<!\b(?:servidor|notebook|celular|projeto)\ )faleceu
        | è\ mort[oa] | omicidio
        )\b", Written);

    private const string InRussian = "(?:отец|папа|мать|мама|бабушка|дедушка|дед|брат|сестра|муж|жена|сын|дочь|друг|подруга|дядя|тетя|тётя|коллега|тато|батько|мати|бабуся|дідусь|дід|чоловік|дружина|донька|подруга|син)";
    private const string InTurkish = "(?:babam|annem|dedem|ninem|anneannem|babaannem|kardeşim|abim|ablam|eşim|oğlum|kızım|arkadaşım|amcam|dayım|teyzem|halam)[ıiuü]?";
    private const string InNordic = "(?:min|mitt|mamma|pappa|mor|far|mormor|morfar|farmor|farfar)";

    /// <summary>Of more of the large languages the words for the death of a person; where they are said of things, too, beside somebody near.</summary>
    public static Pattern Elsewhere { get; } = new(
        $@"
        (?<plain> 亡くな[っりる] | 逝去 | 他界[しさ] | 永眠 | お悔やみ | 去世 | 逝世 | 过世 | 過世 | 离世了? | 離世 | 遇难 | 遇難 | 遇害 | 节哀 )
        | \b(?: (?<plain> (?:아버지|어머니|할머니|할아버지|엄마|아빠|장인|장모|선생님)\w*\ (?:\w+\ ){{0,3}}?돌아가셨\w* | 별세\w* | 세상을\ 떠[나났]\w* | 삼가\ 고인 )
        | (?:توفي|توفى|توفيت|توفت|وفاة)\b | رحم(?:ه|ها|هم)\ الله | الله\ يرحم\w+ | إنا\ لله\ وإنا
        | נפטר[הו]?(?!\ מ)\b | הל(?:ך|כה)\ לעולמ\w+ | משתתפ\w+\ בצער\w* | ניחומ\w+
        | निधन | देहांत | मृत्यु\ हो\ गई | चल\ बसे | श्रद्धांजलि
        | (?:ayah|ibu|bapak|mama|papa|kakek|nenek|suami|istri|anak|adik|kakak|teman|sahabat)(?:ku|\ saya|\ aku|\ kami)?\ (?:\w+\ ){{0,2}}?(?:meninggal|wafat|berpulang) | meninggal\ dunia | innalillahi | turut\ berduka
        | (?<plain> {InTurkish}\ (?:\w+\ ){{0,4}}?(?:kaybettik|kaybettim|vefat|öldü|rahmetli) | vefat\ (?:etti|etmiş|eden) | hayatını\ kaybetti | başın(?:ız)?\ sağ\ ?olsun | mek[aâ]nı\ cennet )
        | (?<plain> {InRussian}\ (?:\w+\ ){{0,3}}?(?:умер(?:ла|ли)?|погиб(?:ла|ли)?|помер(?:ла|ли)?|загину(?:в|ла|ли)) | (?:умер(?:ла|ли)?|погиб(?:ла|ли)?|помер(?:ла|ли)?|загину(?:в|ла|ли))\ (?:\w+\ ){{0,2}}?{InRussian} ) | скончал(?:ся|ась|ись) | соболезн\w+ | співчутт\w+ | царств\w\ небесн\w+
        | zmar[łl](?:a|i|y)?\b | zmarł\w{{0,2}} | overleden | overleed | gecondoleerd | zemřel[aiy]? | elhunyt | qua\ đời | درگذشت | فوت\ (?:کرد|شد) | απεβίωσε
        | {InNordic}\ (?:\w+\ ){{0,3}}?(?:gick\ bort|gått\ bort|dog|avled|gikk\ bort|døde|gået\ bort)
        )\b", Written);
}
