using System.Collections.Immutable;
using System.Text.RegularExpressions;
using ViralTracker.Core.Projects;
using ViralTracker.Core.Texts;

namespace ViralTracker.Core.Gating;

/// <summary>
/// Subjects on which a reply is out of place: the words a project lists or, where it lists none, <see cref="SensitiveWords"/> and the rules here
/// about words that need others beside them to be meant ("12 dead", not "dead code"; "killed in", not "killed the process").
/// </summary>
internal sealed class SensitiveSubjects(ImmutableArray<string>? listed)
{
    /// <summary>Within so many words of a technical word it is a figure of speech.</summary>
    private const int WordsNear = 5;

    private readonly KeywordList _listed = new(listed ?? SensitiveWords.Defaults);
    private readonly bool _rules = listed is null;

    /// <summary>What was found, or null.</summary>
    public string? FindIn(KeywordText text) => _listed.FindIn(text) ?? (_rules ? FindByRule(text.Words) : null);

    private static string? FindByRule(string words)
    {
        foreach (var found in Rules.Matches(words))
            if (!Technical.Regex.IsMatch(Around(words, found.Index, found.Index + found.Length)))
                return found.Value.Trim();
        return null;
    }

    /// <summary>A part of the text with some words before and after it.</summary>
    private static string Around(string words, int from, int to)
    {
        for (var i = 0; i <= WordsNear && from > 0; i++) from = words.LastIndexOf(' ', from - 1);
        for (var i = 0; i <= WordsNear && to >= 0 && to < words.Length; i++) to = words.IndexOf(' ', to + 1);
        return words[Math.Max(from, 0)..(to < 0 ? words.Length : to)];
    }

    private const string Kin = "(?:dad|daddy|father|mom|mum|mother|mama|brother|sister|wife|husband|son|daughter|child|baby|kid|friend|bestie|grandma|grandmother|granny|nana|grandpa|grandfather|grandad|granddad|uncle|aunt|auntie|cousin|nephew|niece|partner|boyfriend|girlfriend|fianc[eé]e?|colleague|coworker|mentor|roommate|classmate|neighbou?r|parents?|grandparents|dog|cat|puppy|kitten)";
    private const string Own = "(?:my|our|his|her|their|your)\\ (?:\\w+\\ )?" + Kin;
    private const string Folk = "(?:people|persons?|man|men|woman|women|children|kids|boys?|girls?|teens?|teenagers?|students?|soldiers?|troops|civilians?|workers|passengers?|protesters?|protestors?|officers?|cops?|policem[ae]n|firefighters?|residents?|victims?|toddlers?|infants?|babies|pedestrians?|motorists?|cyclists?|teachers?|journalists?|hostages|patients?|migrants|refugees|pilots?|crew|suspects?|shoppers|worshippers|tourists|climbers|others)";
    private const string Count = "(?:\\d+|two|three|four|five|six|seven|eight|nine|ten|eleven|twelve|fifteen|twenty|thirty|forty|fifty|dozens|hundreds|thousands|scores|several|many|one|at\\ least\\ \\w+|more\\ than\\ \\w+)";
    private const string Somebody = "(?:" + Own + "|(?:" + Count + "\\ |an?\\ |the\\ )?(?:\\w+\\ )?" + Folk + "|he|she|who|they|" + Count + ")";
    private const string Lately = "(?:(?:has|have|had|just|also|sadly|suddenly|recently|tragically|unexpectedly|reportedly|all|was|were|is|are|been|being|got|allegedly|found|confirmed|feared|who)\\ ){0,3}";

    private const RegexOptions Written = RegexOptions.IgnorePatternWhitespace | RegexOptions.CultureInvariant | RegexOptions.ExplicitCapture;

    private static Pattern Dying { get; } = new(
        $@"
        \b(?: (?:{Own}|he|she|who|{Folk})\ {Lately}(?:died|dies)\b(?!\ (?:the|my|our|a|all|by|on\ my|laughing|inside)\b)
        | (?:has|have|had)\ (?:just\ |sadly\ |suddenly\ )?died\b
        | died\ (?:(?:on\ )?(?:mon|tues|wednes|thurs|fri|satur|sun)day|last\ (?:night|week|month|year)|yesterday|today|this\ (?:morning|week)|while|suddenly|at\ (?:age|the\ age|\d+)|aged|peacefully|unexpectedly|in\ (?:hospital|hospice|custody|prison|combat|an?\ (?:\w+\ )?(?:crash|accident|fire))|(?:of|from)\ (?:cancer|covid|an?\ (?:heart|overdose|stroke)|heart|complications|injuries))
        )\b", Written);

    private static Pattern Deaths { get; } = new(
        $@"
        \b(?: {Count}\ (?:{Folk}\ )?(?:are\ |were\ |is\ |was\ )?(?:feared\ |confirmed\ |found\ |left\ )?dead(?=\ (?:after|and|as|following|in|by|at|near|when|from|amid|injured|including|on)\ |\ $)
        | (?:is\ |was\ |found\ |shot\ |lying\ )dead\ at\ (?:the\ age\ |age\ )?\d+ | (?:found|pronounced|shot)\ dead | dead\ bod(?:y|ies) | deadliest
        | {Count}\ (?:\w+\ )?deaths | deaths?\ of\ (?:{Own}|{Count}\b|an?\ (?:\w+\ )?{Folk}|{Folk})
        | (?:lost|losing|grieving|missing|loss\ of|miss|buried|burying)\ (?:my|our|his|her|their)\ (?:\w+\ ){{0,2}}{Kin}\b
        | miss\ (?:you|him|her)\ (?:\w+\ ){{0,3}}rip | rip\ (?:to\ )?(?:{Own}|(?:a\ |the\ |this\ )?(?:true\ |real\ )?(?:legend|king|queen)) | rest\ in\ (?:power|paradise) | rest\ (?:his|her|their|the)\ soul
        | (?:deadly|fatal)\ (?:\w+\ )?(?:crash|shooting|accident|attack|fire|stabbing|collision|blast|explosion|shootings|overdose) | fatalit(?:y|ies)
        | mourners | mourns | in\ mourning | mourning\ (?:{Own}|the\ (?:death|passing|loss)) | bereave[dm]\w* | hospice
        )\b", Written);

    private static Pattern Killings { get; } = new(
        $@"
        \b(?: (?:{Own}|{Count}|(?:{Count}\ |an?\ |the\ )?(?:\w+\ )?{Folk})\ {Lately}killed\b(?!\ (?:it|this|that|the|my|our)\b)
        | (?:he|she|who|they)\ {Lately}(?:was|were|been|got|being)\ {Lately}killed
        | (?:was|were|been)\ killed\ (?:in|by|after|on|at|during|when|while)
        | killed\ (?:after|and\ (?:\w+\ ){{0,3}}(?:injured|wounded|hurt)|in\ (?:an?|the)\ (?:\w+\ )?(?:crash|accident|shooting|attack|fire|blast|explosion|strike|raid|collision))
        | kill(?:s|ed|ing)\ (?:(?:at\ least|more\ than|nearly|over|about|all)\ )?(?:{Count}\b|(?:an?\ |the\ |innocent\ )?(?:\w+\ )?{Folk}|{Own}|him|himself|herself|themselves|myself)(?!\ (?:birds|hours?|minutes?|days|weeks|years|jobs|million|percent))
        | shooting\ (?:and\ )?(?:them|him|her|people) | killings | serial\ killers? | killing\ of
        | murder(?:s|ers?)\b | (?:of|for|with|attempted|degree|double|mass)\ (?:\w+\ ){{0,2}}murder | murder\ (?:of|trial|charges?|suspects?|case|victims?|investigation|weapon|scene|conviction|rate)
        | murdered\ (?!it|that|this|the|on|those|these|him\ on|her\ on)\w+ | murdering\ (?:{Own}|{Folk}|{Count}|him|her|an?\ {Folk})
        | (?<!(?:career|political|commercial|social|brand|business|financial|professional)\ )(?:suicides?|suicidal)\b(?!\ squad)
        | beheaded | assassinat\w+ | (?:stabbed|shot|burned|burnt|starved|tortured|trampled|strangled|crushed)\ (?:\w+\ ){{0,3}}to\ death
        )\b", Written);

    private static Pattern Weapons { get; } = new(
        $@"
        \b(?: stabbings | (?:an?|the|fatal|mass|\d+)\ stabbing\b(?!\ (?:pain|sensation)) | stabbing\ (?:attack|leaves|left|spree|victims?|suspect|at|near)
        | stabbed\b(?!\ in\ the\ back|\ me\ in|\ us\ in) | stabs\ (?:{Count}|{Folk}|an?\ {Folk})
        | shootings | (?:an?|the|mass|school|fatal|fifth|police|drive\ by|this|another|accidental)\ shooting(?=\ (?:at|in|outside|near|on|that|this|last|today|yesterday|victims?|suspect|death|left|leaves)\ |\ $)
        | shooting\ (?:at|outside|near)\ (?:an?|the)\ (?:\w+\ ){{0,2}}(?:mall|school|church|mosque|synagogue|club|nightclub|bar|restaurant|hospital|store|supermarket|university|college|campus|concert|parade|festival|office|party|house|home|police|crowd|park)
        | shooting\ (?:an?\ |the\ |at\ )?(?:\w+\ )?(?:teacher|officers?|students?|man|woman|boy|girl|civilians?|protesters?|unarmed\ \w+)\b
        | shot\ (?:and\ killed|dead|him|her|himself|herself|multiple\ times|{Count}\ times|in\ the\ (?:head|chest|leg|neck|stomach)|an?\ (?:\w+\ )?{Folk}|the\ {Folk})
        | {Somebody}\ {Lately}(?:\w+\ )?shot(?<=\ (?:was|were|got|been)\ (?:\w+\ )?shot)\b(?!\ (?:in|on|with|at)\ )
        | (?:was|were)\ shot\ (?:inside|outside|by\ (?:an?|the)\ (?:\w+\ )?(?:police|officer|gunman|man|cop))
        | gunm[ae]n | gunfire | gunshots? | gunpoint | active\ shooter | opened\ fire | gun\ violence | shootout
        | terrorists? | terrorism | terror\ (?:attacks?|plot|group|cell|suspects?)
        | (?:suicide|car|truck|pipe|roadside|nail|marathon)\ bomb\w* | bombings | bombing\ (?:of|attack|campaign|raids?|suspect) | (?:an?|the)\ bombing\ (?:in|at|near) | bomb\ (?:blast|attack|threat|explosion|exploded|killed|kills)
        | bombed\ (?:an?|the|by)\ (?:\w+\ )?(?:hospital|school|church|mosque|city|village|market|embassy|building|russian\w*|israel\w*)
        | (?:missile|missiles|rocket|drone|air)\ (?:strikes?|attacks?)\b | (?:missiles|shelling)\ (?:hit|strike|struck|kills?|killed|of|in)
        | (?:gas|factory|deadly|massive)\ (?:blast|explosion) | (?:blast|explosion)\ (?:kills?|killed|injures?|injured)
        | (?:civilian|civilians|military|mass|war|heavy|reported|{Count})\ casualties
        )\b", Written);

    private static Pattern Injuries { get; } = new(
        $@"
        \b(?: (?:killed|died|dead|dies|injured|wounded|hurt|hospitali[sz]ed)(?:\ \w+){{0,6}}\ (?:crash|accident|collision|wreck|collapse|fire|blaze|flood\w*|explosion|stampede|shooting|stabbing|attack|derailment)
        | {Count}\ (?:\w+\ ){{0,2}}?(?:{Folk})\ (?:\w+\ ){{0,6}}(?:injured|wounded)
        | (?:plane|helicopter|bus|train|motorcycle)\ crash\b | (?:car|truck|road|highway|traffic)\ (?:crash|accident)(?:\ \w+){{0,4}}\ (?:kills?|killed|dead|dies|died|injured|hospital)
        | {Somebody}\ {Lately}drowned | (?<!(?:caffeine|coffee|sugar|cuteness|information|ai|vitamin|content)\ )overdos(?:e|ed|es|ing)\b(?!\ (?:on|of)\ (?!fentanyl|heroin|opioids?|pills|drugs|meth|cocaine))
        | (?:body|bodies|remains)\ (?:was\ |were\ )?found | missing\ (?:girl|boy|woman|man|teen|teenager|toddler|hikers?) | under\ the\ rubble
        | (?:has|have|had|battling|fighting|survived|beat|lost\ \w+\ (?:battle|fight)\ (?:with|to))\ (?:an?\ )?(?:\w+\ ){{0,6}}cancer\b(?!\ (?:research|cell|care)) | form\ of\ cancer | cardiac\ arrest | suffered\ an?\ (?:stroke|heart\ attack|miscarriage)
        )\b", Written);

    private static Pattern Crimes { get; } = new(
        $@"
        \b(?: rapes?\b | raping | rape\ \w+ | sexual\ (?:violence|misconduct|predators?|abusers?) | sexually\ \w+ed | sex\ (?:offender|trafficking|crimes?) | molest\w+ | p(?:a)?edophil\w+
        | kidnap(?:s|ped|ping|pings|pers?)? | abducted | abduction | hate\ crimes? | knife\ ?crime | violent\ crimes? | crime\ scene | war\ criminals?
        | (?:aggravated|violent|alleged)\ assault | assault\ (?:charges?|allegations?|victims?|case|trial|on\ (?:an?\ (?:\w+\ )?{Folk}|the\ (?:us\ )?capitol)) | assaulted\ (?:an?|his|her|by|{Folk})
        | attacks?\ on\ the\ (?:us\ )?(?:capitol|embassy|synagogue|mosque|church|hospital|school) | (?:knife|gun|acid|shark|machete|arson|terrorist|deadly)\ attacks? | attacked\ (?:an?\ |the\ )?(?:{Folk}|crowd|village|hospital)
        | sentenced\ to\ (?:\w+\ ){{0,3}}(?:years|life|death) | years\ in\ (?:federal\ |state\ )?prison | life\ in\ prison | death\ (?:penalty|row)
        | (?:guilty|charged|charges|convicted|arrested|indicted|suspected|accused)\ (?:\w+\ ){{0,8}}(?:shooting|murder|murdering|killing|stabbing|raping|assaulting|kidnapping)
        | arrested\ (?:in\ connection|on\ suspicion|for\ (?:\w+ing|murder|rape|assault)) | murder\ charges? | (?:armed|bank)\ robbery | human\ trafficker
        )\b", Written);

    private static Pattern Disasters { get; } = new(
        @"
        \b(?: (?:the|an?|magnitude|strong|powerful|deadly)\ earthquake | earthquake\ (?:hit|hits|struck|strikes|in|of|kills|killed|victims|survivors|rocks|shook|near|relief)
        | hurricane\ (?:\w+\ )?(?:hit|hits|makes|made|landfall|kills|killed|destroyed|devastated|victims|survivors|damage|relief|warning) | earthquakes | tsunamis | typhoons? | tornadoes | mudslides? | landslides | flash\ flood\w* | flood\ ?waters? | flood\ (?:victims?|warnings?|damage|survivors|relief|hit|kills)
        | (?:heavy|severe|deadly|catastrophic|devastating|widespread|winds\ and|rains?\ and|storms?\ and)\ (?:\w+\ ){0,2}?(?:flooding|floods) | (?:floods|flooding)\ (?:hit|hits|kills?|killed|leave|leaves|displace\w*|this\ week|sweep\w*|devastate\w*)
        | (?:been|were|was|are|people|residents|families|homes|villages?|towns?|neighbou?rhoods?)\ evacuated | evacuated\ (?:after|from|as|due|because|their\ homes) | evacuation\ orders? | forced\ to\ evacuate | natural\ disasters?\ (?:in|hit|kill\w*)
        )\b", Written);

    private static Pattern Technical { get; } = new(
        @"\b(?:process|processes|daemon|container|containers|pods?|kubernetes|k8s|docker|servers?|oom|sigkill|sigterm|kernel|linux|google|demo|demos|apps?|nodes?|threads?|gunicorn|celery|cron|jobs?|builds?|deploy\w*|pipeline|clusters?|vms?|scripts?|queries|query|database|api|browser|chrome|tabs?|battery|laptop|phone|macbook|computer|pc|router|wifi|gpu|cpu|ssd|disk|memory|bugs?|features?|products?|startups?|(?<!emergency |rescue )services?|codebase|code|dashboards?|release|production|prod|npc|boss|data\ cent(?:er|re)|heap|gc)\b",
        RegexOptions.CultureInvariant);

    private static readonly PatternSet Rules = new(Dying, Deaths, Killings, Weapons, Injuries, Crimes, Disasters);
}
